"""Text without what the public may not have: addresses, telephone numbers, and some ids."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, islice, pairwise
from typing import Any

from styring.finding import Alvor
from styring.offentlig.lesbar import Spenn, lesbar
from styring.register.innhold import Register
from styring.slag import KONTAKT
from styring.yamlfile.places import at

UTELATT = "[utelatt]"
"""What stands there instead."""

_TEGN = r"[\w.!#$%&'*+/=?^`{|}~-]"
_ALFA = (
    r"(?:@|\s{1,3}(?:@|(?i:krøllalfa)\b)\s{1,3}"
    r"|\s{0,3}[(\[{<]\s?(?i:at|@|(?:krøll)?alfa)\s?[)\]}>]\s{0,3})"
)
_PUNKTUM = r"(?:\s{0,3}[(\[{<]?\b(?i:punktum|punkt|dot)\b[)\]}>]?|[(\[{<]\.[)\]}>])\s{0,3}"
"""What people write for the signs of an address, so that no program shall find it."""
_EPOST = re.compile(
    rf"(?<!{_TEGN}){_TEGN}+(?:{_ALFA}[\w-]+(?:(?:\.|{_PUNKTUM})[\w-]+)+"
    rf"|\s(?i:at)\s[\w-]+(?:{_PUNKTUM}[\w-]+)+)"
)
_KAN_HA_EPOST = re.compile("@|(?i:alfa|at)[^a-z]")
_HTML = re.compile("[&<]")
_SIFRE = re.compile(r"[0-9](?:(?:\s++|[\W_]{0,3})[0-9])*")
"""Digits that may be of one number, or of several. Many spaces are shown as one."""
_NORSK = 8
"""How many digits a Norwegian telephone number has."""
_KAN_VAERE = re.compile("(?:(?:00)?47)?(?!20)[2-9][0-9]{7}")
"""A Norwegian telephone number; none begins as 2025-12-31 does."""
_DATO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|(?:0?[1-9]|[12][0-9]|3[01])[./-]\s?(?:0?[1-9]|1[0-2])[./-]\s?(?:19|20)[0-9]{2}"
)
_NUMMER = re.compile(rf"(?!(?:{_DATO.pattern})\Z)[\s0-9+()./-]{{{_NORSK},40}}")
"""What in other fields is written as a telephone number is."""
_IKKE_SIFFER = re.compile("[^0-9]+")
_ORD = re.compile(r"[^\W_]+")
_MELLOM = re.compile(r"[\s_–—-]{0,3}|\s*+[_–—-]?\s*+|[^\w\s]")
"""What may stand between the parts of an id, whatever stands there in the id itself."""
_LUFT = re.compile(r"\s")
_BEGYNNELSE = re.compile(r"(?<=\d)(?=\D)|(?<=\D)(?=\d)")
_OPPGAVE = re.compile(r"(?:\.\d+(?![^\W_]))*")
_DELER = 40
"""No id has more parts, and no number more digits."""
_LENGST = 200
"""What is longer does not look like an id."""
_KORTEST = 5
"""How many digits the shortest telephone number has; fewer are a year."""


class Sladding:
    """Finds e-mail addresses, the telephone numbers of contacts however spaced, and given ids.

    It looks at what people see, so it is all one how a digit, a dash or a space is written. The
    time it takes grows as the text does.
    """

    def __init__(self, register: Register, ider: Iterable[str] = ()) -> None:
        """Of the contacts of a register; an id hides those of its oppgaver as well.

        One that is a plain word or a plain number cannot be told from the word, and hides nothing.
        While there is something wrong with the contacts, any number may be that of one of them.
        """
        self._numre = frozenset(nr for telefon in _telefoner(register) for nr in _numre(telefon))
        self._alle = any(funn.alvor is Alvor.FEIL for funn in register.feil_i(KONTAKT))
        ukjente = {_NORSK, _NORSK + 2, _NORSK + 4} if self._alle else ()
        self._lengder = sorted({*map(len, self._numre), *ukjente}, reverse=True)
        self._ider: set[str] = set()
        self._korte: set[str] = set()
        """Shortened ids of oppgaver, with their point: TEK-1.1 is not TEK-11."""
        self._mellom: set[str] = set()
        starter: set[str] = set()  # few however many ids there are, for most begin as others do
        for id_ in map(str.strip, ider):
            vist = lesbar(id_).tekst
            deler = _ORD.findall(vist)
            noekkel = "".join(deler).casefold()
            if len(noekkel) <= _LENGST and (len(deler) > 1 or _er_kode(noekkel)):
                self._ider.add(noekkel)
                self._mellom.update(_ORD.split(vist)[1:-1])
                starter.add(_BEGYNNELSE.split(deler[0].casefold(), maxsplit=1)[0])
                hode, punktum, hale = vist.casefold().partition(".")
                kort = self._korte if punktum else self._ider
                kort.update(f"{en}{''.join(_ORD.findall(hale))}" for en in _forkortet(hode))
        alle = self._ider | self._korte
        self._begynnelser = {id_[:til] for id_ in alle for til in range(1, len(id_) + 1)}
        moenster = "|".join(map(re.escape, sorted(starter)))
        self._start = re.compile(rf"(?<![^\W_])(?:{moenster})", re.IGNORECASE)

    def funn(self, tekst: str) -> Iterator[Spenn]:
        """Where something stands that is to be left out, from the first to the last."""
        lest = [lesbar(tekst), *([lesbar(tekst, er_html=True)] if _HTML.search(tekst) else ())]
        yield from _uten_overlapp(
            [vist.skrevet(*en) for vist in lest for en in self._i(vist.tekst)]
        )

    def _i(self, tekst: str) -> Iterator[Spenn]:
        if _KAN_HA_EPOST.search(tekst):
            yield from (funn.span() for funn in _EPOST.finditer(tekst))
        if self._lengder:
            for sifre in _SIFRE.finditer(tekst):
                if len(sifre[0]) >= _KORTEST:
                    yield from self._telefoner(tekst, sifre.start(), sifre.end())
        if self._ider:
            yield from self._id_funn(tekst)

    def uten(self, tekst: str) -> str:
        """A text without what is to be left out; itself when there is nothing."""
        deler, slutt = [], 0
        for fra, til in self.funn(tekst):
            deler += [tekst[slutt:fra], UTELATT]
            slutt = til
        return "".join([*deler, tekst[slutt:]]) if deler else tekst

    def _telefoner(self, tekst: str, fra: int, til: int) -> Iterator[Spenn]:
        """The known numbers among digits, each from where some digits begin to where some end."""
        sifre = _IKKE_SIFFER.sub("", tekst[fra:til])
        lengder = [n for n in self._lengder if self._er_i(sifre, n)]
        if not lengder:  # as nearly always, and sooner seen than where each digit stands
            return
        steder = [sted for sted in range(fra, til) if "0" <= tekst[sted] <= "9"]
        skiller = {n for n, par in enumerate(pairwise(steder), 1) if par[1] - par[0] > 1}
        skiller |= {0, len(sifre)}
        slutt = 0
        for start in sorted(skiller):
            if start < slutt:
                continue
            for lengde in lengder:
                nr, bak = sifre[start : start + lengde], start + lengde
                if bak in skiller and self._er_nr(nr, tekst[steder[start] : steder[bak - 1] + 1]):
                    slutt = start + lengde
                    foran = tekst[steder[start] - 1 : steder[start]] == "+"
                    yield steder[start] - foran, steder[slutt - 1] + 1
                    break

    def _er_i(self, sifre: str, lengde: int) -> bool:
        """A known number of a length is somewhere in digits."""
        steder = range(len(sifre) - lengde + 1)
        return any(self._er_nr(nr := sifre[sted : sted + lengde], nr) for sted in steder)

    def _er_nr(self, sifre: str, skrevet: str) -> bool:
        """It is that of a contact, or may be, as it is written."""
        kan_vaere = self._alle and _KAN_VAERE.fullmatch(sifre) and not _DATO.fullmatch(skrevet)
        return sifre in self._numre or bool(kan_vaere)

    def _id_funn(self, tekst: str) -> Iterator[Spenn]:
        for start in self._start.finditer(tekst):
            if (til := self._id_slutt(tekst, start.start())) is not None:
                yield start.start(), til

    def _id_slutt(self, tekst: str, fra: int) -> int | None:
        """Where the longest id that begins at a place ends; None when none does."""
        noekkel, slutt, til = "", None, fra
        for ord_ in islice(_ORD.finditer(tekst, fra), _DELER):
            mellom = tekst[til : ord_.start()]
            noekkel += ord_[0].casefold()
            er_mellom = _MELLOM.fullmatch(mellom) or mellom in self._mellom
            er_eie = noekkel[:-1] in self._ider and noekkel.endswith("s")  # «SOS-2023-01s frist»
            if er_eie:
                noekkel = noekkel[:-1]
            if not er_mellom or noekkel not in self._begynnelser:
                break
            til = ord_.end() - er_eie
            # Words with a space between are an id only when it is a code: «SOS 2023 01».
            er_id = _er_kode(noekkel) or (mellom and not _LUFT.search(tekst, fra, til))
            er_kort = noekkel in self._korte and mellom == "."
            if (noekkel in self._ider or er_kort) and er_id:
                slutt = til
            if er_eie:
                break
        oppgave = _OPPGAVE.match(tekst, slutt) if slutt else None
        return oppgave.end() if oppgave else None


def _uten_overlapp(alle: list[Spenn]) -> Iterator[Spenn]:
    """From the first to the last, what overlaps as one."""
    fra, til = -1, -1
    for neste in sorted(alle):
        if neste[0] >= til:
            if fra >= 0:
                yield fra, til
            fra = neste[0]
        til = max(til, neste[1])
    if fra >= 0:
        yield fra, til


def _forkortet(id_: str) -> Iterator[str]:
    """What an id may be shortened to for the commands, with its letters whole: `tek-1`."""
    deler = _ORD.findall(id_)
    if len(deler) < 2 or len(deler[0]) < 2 or not deler[0].isalpha() or not deler[-1].isdecimal():
        return
    for antall in range(len(deler) - 1):
        for mellom in islice(combinations(deler[1:-1], antall), _DELER):
            yield from (
                "".join((deler[0], *mellom, nr)) for nr in (deler[-1], deler[-1].lstrip("0") or "0")
            )


def _er_kode(noekkel: str) -> bool:
    """It has both letters and digits, as nothing has that people write in a sentence."""
    return noekkel.isalnum() and not noekkel.isalpha() and not noekkel.isdecimal()


def _telefoner(register: Register) -> Iterator[str]:
    """Those of all contacts, also of those that have a fault, and all under `egne`."""
    for fil in register.filer:
        kontakter = at(fil.dokument.value, (KONTAKT.liste,))
        for kontakt in kontakter if isinstance(kontakter, list) else ():
            if isinstance(kontakt, dict):
                yield str(kontakt.get("telefon") or "")
                yield from _egne(kontakt.get("egne"))


def _egne(verdi: Any) -> Iterator[str]:
    """What in fields of the municipality's own may be telephone numbers."""
    match verdi:
        case dict():
            yield from (en for under in verdi.values() for en in _egne(under))
        case list():
            yield from (en for under in verdi for en in _egne(under))
        case str() | int() if _NUMMER.fullmatch(str(verdi)):
            yield str(verdi)


def _numre(telefon: str) -> Iterator[str]:
    """The digits of the numbers in a field, with and without the country's code."""
    for del_ in re.split(r"[,;/|]|[^\W\d_]+", lesbar(telefon).tekst):
        nr = re.sub(r"^(?:00)?47(?=[0-9]{8}$)", "", re.sub(r"[^0-9]", "", del_))
        if _KORTEST <= len(nr) <= _DELER:
            yield from (nr, f"00{nr}", f"47{nr}", f"0047{nr}")
