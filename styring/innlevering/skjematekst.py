"""A form in YAML in which every text is whole: with colons, `#`, bullets, and over many lines.

Who fills in a form knows no YAML. Behind `kommentar:`, `avvik:` and `tiltak:` stands text, to the
next key or the next report, whatever is in it; only what is plainly meant as YAML, a block or a
text in quotes, is left to it. The rest of the form is YAML as it stands, but for what YAML would
drop without a word: a text behind a `#` on the line of a field is a fault, and `null` is a text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from textwrap import dedent
from typing import NamedTuple

from styring.mente import kortet, nearest
from styring.model.innmelding import TEKSTER, Innmelding
from styring.model.post import feltnavn
from styring.slag import SKJEMA
from styring.yamlfile.fault import FORBIDDEN, Fault
from styring.yamlfile.read import Document, read
from styring.yamlfile.source import Source

MERKE = "# FEIL: "
"""What begins a line that tells of a fault in the form, and is no part of it."""

_LISTE = SKJEMA.lister[0]
_FELT = feltnavn(Innmelding)
LINJE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
"""A line as a file's places count them, with its end; the last match is nothing."""
_NOEKKEL = re.compile(r"( *(?:- +)?)([^\s:#'\"\[\]{}&*!|>-][^\s:]*):(?=\s|\Z)")
_NY = re.compile(rf"( *)- +(?:\{{|['\"]?({'|'.join(_FELT)})['\"]?:(?=\s|\Z))")
_BLOKK = re.compile(r"[|>][-+1-9]{0,2}")
_SITERT = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'""", re.DOTALL)
_KOMMENTAR = re.compile(r"( *)#(?:[\s#]|\Z)")
_ANFOERSEL = "'\""
_MERKNAD = re.compile(r"#(?<=[ \t]#)[^\r\n]*")
_BARE_MERKNAD = re.compile(r"[ \t-]*#")
_I_ET_FELT = re.compile(rf"\b(?:{'|'.join(_FELT)})['\"]?:[ \t]+\Z")


class _Tekst(NamedTuple):
    """A text as it is typed: where its key begins, where it stands, and what it says."""

    noekkel: int
    start: int
    slutt: int
    tekst: str


def les(navn: str, data: bytes) -> Document:
    """The form as YAML reads it, with its texts whole, and every place as it is in the form."""
    kilde = Source(navn, data)
    if kilde.invalid_at is not None:
        return read(navn, data)
    tekster = list(_tekster(kilde.text))
    deler, her = [], 0
    for en in tekster:
        deler += [kilde.text[her : en.start], _fyll(kilde.text[en.start : en.slutt])]
        her = en.slutt
    dokument = med_merknader(read(navn, "".join([*deler, kilde.text[her:]]).encode()))
    etter = {en.noekkel: en.tekst for en in tekster}
    er_liste = not isinstance(dokument.value, dict)
    poster = dokument.value if er_liste else dokument.value.get(_LISTE)
    for nummer, post in enumerate(poster if isinstance(poster, list) else ()):
        for felt, verdi in post.items() if isinstance(post, dict) else ():
            rute = (*(() if er_liste else (_LISTE,)), nummer, felt)
            noekkel, sted = dokument.places.key_span(rute), dokument.places.span(rute)
            if noekkel and noekkel[0] in etter and felt in TEKSTER:
                post[felt] = etter[noekkel[0]]
            elif verdi is None and sted:  # «null» and «~», which are words to people
                post[felt] = kilde.text[slice(*sted)] or None
    return dokument._replace(source=kilde)


def med_merknader(dokument: Document) -> Document:
    """A form in which what stands behind a `#` on the line of a field is a fault."""
    return dokument._replace(faults=(*dokument.faults, *_mistet(dokument)))


def _mistet(dokument: Document) -> Iterator[Fault]:
    tekst, places = dokument.source.text, dokument.places
    for linje in LINJE.finditer(tekst):
        her = linje.end() if _BARE_MERKNAD.match(linje[0]) else linje.start()
        while funnet := _MERKNAD.search(tekst, her, linje.end()):
            start, her = funnet.span()
            rute = places.route_before(start)
            sted = places.span(rute) if rute else None
            if rute is None and _I_ET_FELT.search(tekst, linje.start(), start):
                sted = (start, start)
            if sted is None:  # behind the key of all the reports
                continue
            er_hode = tekst[sted[0] : sted[0] + 1] in ("|", ">") and sted[0] >= linje.start()
            if start < sted[1] and not er_hode:
                her = sted[1]
                continue
            sagt = funnet[0].rstrip()
            melding = f"teksten fra «{kortet(sagt)}» er en merknad, og blir ikke med"
            raad = "Skriv den i «kommentar», der alt blir med, eller på en linje for seg selv."
            yield Fault("FIL014", melding, start, start + len(sagt), raad)


def _fyll(typet: str) -> str:
    """What takes as much room as a text, and is a word to YAML; nothing, when it begins below."""
    bredde = len(re.match(r"[^\r\n]*", typet)[0])  # type: ignore[index]
    return "x" * bredde + re.sub(r"[^\r\n]", " ", typet[bredde:])


def _tekster(alt: str) -> Iterator[_Tekst]:
    """The texts that are not left to YAML, in their order."""
    linjer: list[str] = LINJE.findall(alt)
    starter = [0, *accumulate(map(len, linjer))]
    kolonne, strek, er_vaar, nummer = -1, -1, False, 0
    while nummer < len(linjer):
        linje, her = linjer[nummer], starter[nummer]
        noekkel = _NOEKKEL.match(linje)
        if re.match(r" *-(?:\s|\Z)", linje):
            strek = linje.index("-")
            kolonne = len(noekkel[1]) if noekkel else -1
            er_vaar = _er_vaar(linjer, nummer)
        nummer += 1
        if noekkel is None or len(noekkel[1]) != kolonne:
            continue
        verdi = linje[noekkel.end() :].strip()
        if noekkel[2] not in TEKSTER:
            while _BLOKK.fullmatch(verdi) and _er_under(linjer[nummer : nummer + 1], kolonne):
                nummer += 1
            continue
        slutt = _slutt(linjer, nummer, kolonne, strek)
        under = linjer[nummer:slutt]
        if not _er_yaml(verdi, under, kolonne, er_vaar=er_vaar):
            foran = linje.index(verdi, noekkel.end()) if verdi else len(linje.rstrip("\r\n"))
            start = her + foran
            bak = starter[slutt - 1] + len(linjer[slutt - 1].rstrip())
            rader = re.split("\r\n|\n|\r", "".join(en for en in under if not _er_merke(en)))
            tekst = "\n".join([verdi, *dedent("\n".join(rader)).split("\n")])
            tekst = "\n".join(rad.rstrip() for rad in tekst.split("\n")).strip()
            yield _Tekst(her + len(noekkel[1]), start, max(start, bak), tekst)
        nummer = slutt


def _slutt(linjer: Sequence[str], fra: int, kolonne: int, strek: int) -> int:
    """The number of the line behind the last of a text whose key stands in a column.

    Comments and blank lines in front of the next key or report are the form's own.
    """
    slutt = fra
    for nummer in range(fra, len(linjer)):
        linje = linjer[nummer]
        ny = _NY.match(linje)
        if ny and (len(ny[1]) <= strek or ny[2] == "id"):
            break
        noekkel = _NOEKKEL.match(linje)
        if noekkel and not noekkel[1].strip() and len(noekkel[1]) <= kolonne:
            er_ment = noekkel[2].islower() and len(noekkel[1]) == kolonne
            if noekkel[2] in (*_FELT, _LISTE) or (er_ment and _ligner(noekkel[2])):
                break
        kommentar = _KOMMENTAR.match(linje)
        er_kommentar = _er_merke(linje) or (kommentar and len(kommentar[1]) <= kolonne)
        if linje.strip() and not er_kommentar:
            slutt = nummer + 1
    return slutt


def _er_yaml(verdi: str, under: Sequence[str], kolonne: int, *, er_vaar: bool) -> bool:
    """A text is plainly meant as YAML, or has signs that only YAML can tell of.

    In a report that is not of our own form, so is one over many lines that is whole to YAML.
    """
    raa = "".join([f"{verdi}\n", *under])
    if re.search(FORBIDDEN, raa) or not (verdi or under):
        return True
    if _BLOKK.fullmatch(verdi):
        return all(_er_under([linje], kolonne) for linje in under)
    er_sitert = _SITERT.fullmatch(raa.strip())
    if not er_sitert and (er_vaar or not under or re.search(r"(?:^|\s)#", raa)):
        return False
    lest = read("", f"{' ' * kolonne}k: {raa}".encode())
    return not lest.faults and isinstance(lest.value, dict) and isinstance(lest.value.get("k"), str)


def _er_vaar(linjer: Sequence[str], nummer: int) -> bool:
    """A report is one of those that our form has: above it stands a comment with its id."""
    foran, _, id_ = linjer[nummer].partition(":")
    merke = f"# {id_.strip().strip(_ANFOERSEL)} "
    while foran.strip(" -") == "id" and nummer and linjer[nummer - 1].lstrip(" ").startswith("#"):
        nummer -= 1
        if linjer[nummer].startswith(merke):
            return True
    return False


def _er_under(linjer: Sequence[str], kolonne: int) -> bool:
    """There are lines, and what is in them is indented more than a column."""
    return bool(linjer) and all(
        not linje.strip() or len(linje) - len(linje.lstrip(" ")) > kolonne for linje in linjer
    )


def _er_merke(linje: str) -> bool:
    return linje.lstrip(" ").startswith(MERKE)


@lru_cache(maxsize=1024)
def _ligner(ord_: str) -> bool:
    """A word is a field that is misspelled."""
    return bool(nearest(ord_, _FELT))
