"""A spreadsheet saved as CSV, read as the YAML reader reads: values, their places, and faults."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from styring.formats.csv import FORMEL
from styring.innlevering.fremmed import er_windows
from styring.mente import flat, jevn, mente
from styring.model.tidsord import som_i_fil
from styring.yamlfile.fault import FORBIDDEN, Fault
from styring.yamlfile.places import Places, Route, Span
from styring.yamlfile.read import Document
from styring.yamlfile.source import Source

Kolonner = Mapping[str, str]
"""The words that can head a column, flat, and what each column is called."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SKILLETEGN = ";\t,"
_SIER_SKILLETEGN = re.compile(r'"?sep=([;\t,|])"?[ ;,\t]*(?:\r\n|\n|\r|$)', re.IGNORECASE)
"""The first line, with which a file tells Excel what stands between its cells."""
_LINJESLUTT = re.compile(r"\r\n|\n|\r")
_FORSLAG = 50
"""How many unknown columns get a suggestion; finding one takes its time."""


def les(kilde: Source, kolonner: Kolonner) -> Document:
    """The rows as a list of mappings from column to text, empty cells and all but empty rows.

    A column without a heading is called by its number. Never raises for what the bytes hold:
    whatever is wrong is a fault.
    """
    steder = _Ruter(kilde.text)
    if feil := _tegnfeil(kilde):
        return Document(kilde, None, steder, (feil,))
    start, skille = _skilletegn(kilde.text, kolonner)
    faults: list[Fault] = []
    verdier: list[dict[str, str]] = []
    felt: list[str | None] | None = None
    try:
        for rad in _rader(kilde.text, start, skille):
            if not any(celle.tekst for celle in rad):
                continue
            if felt is None:
                felt = list(_hode(rad, kolonner, faults))
                if "id" not in felt:
                    return Document(kilde, None, steder, _uten_id(rad, faults))
                continue
            faults.extend(_til_overs(rad, len(felt)))
            verdien = {}
            for navn, celle in zip(felt, rad, strict=False):
                if navn is not None:
                    verdien[navn] = celle.tekst
                if celle.tekst and navn is not None:
                    steder.ruter[len(verdier), navn] = (celle.start, celle.slutt)
            steder.ruter[len(verdier),] = _over(rad)
            verdier.append(verdien)
    except _IkkeLukket as feil_i_celle:
        (start,) = feil_i_celle.args
        raad = "Sett inn anførselstegnet som mangler på slutten av cellen."
        melding = "anførselstegnet blir aldri lukket"
        faults.append(Fault("FIL004", melding, start, start + 1, raad))
    return Document(kilde, verdier, steder, tuple(faults))


def kilde(navn: str, data: bytes) -> Source:
    """The text of a spreadsheet: UTF-8, UTF-16 that says so, or what Windows has long written."""
    lest = Source(navn, data)
    if lest.invalid_at is None:
        return lest
    try:
        er_utf16 = data.startswith(_UTF16)
        tekst = data.decode("utf-16" if er_utf16 else "cp1252")
        return Source(navn, tekst.encode()) if er_utf16 or er_windows(tekst) else lest
    except UnicodeError:
        return lest


def er_regneark(tekst: str, kolonner: Kolonner) -> bool:
    """The first line of a text is the heading of columns that are known."""
    start, skille = _skilletegn(tekst, kolonner)
    return _kjente(_foerste_linje(tekst, start), skille, kolonner) > 0


class _Ruter(Places):
    """Where each row and each cell stands, by its number and its field."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.ruter: dict[Route, Span] = {}

    def span(self, route: Route) -> Span | None:
        return self.ruter.get(route)

    def key_span(self, route: Route) -> Span | None:
        return None


class _Celle(NamedTuple):
    """What a cell says, and where it stands, its quotes included."""

    tekst: str
    start: int
    slutt: int


class _IkkeLukket(Exception):
    """A quote opens at this offset, and nothing closes it."""


def _rader(tekst: str, start: int, skille: str) -> Iterator[list[_Celle]]:
    """The cells of each row from an offset on. Raises _IkkeLukket."""
    ren = rf"[^{re.escape(skille)}\r\n]*+"
    celle = re.compile(rf'"((?:[^"]++|"")*+)"({ren})|({ren})')
    rad: list[_Celle] = []
    her = start
    while funnet := celle.match(tekst, her):
        sitert, rest, ren_tekst = funnet.groups()
        her = funnet.end()
        if ren_tekst is None:
            verdi = sitert.replace('""', '"') + rest
            rad.append(_Celle(_innhold(verdi), *funnet.span()))
        elif ren_tekst.startswith('"'):
            raise _IkkeLukket(funnet.start())
        else:
            start = her - len(ren_tekst.lstrip())
            rad.append(_Celle(_innhold(ren_tekst), start, start + len(ren_tekst.strip())))
        if tekst.startswith(skille, her):
            her += 1
            continue
        yield rad
        rad = []
        slutt = _LINJESLUTT.match(tekst, her)
        if slutt is None:
            return
        her = slutt.end()


def _innhold(celle: str) -> str:
    """What a person wrote in a cell, without the apostrophe that keeps it from being a formula."""
    tekst = _LINJESLUTT.sub("\n", celle.strip())
    er_vernet = tekst.startswith("'") and tekst[1:].lstrip().startswith(FORMEL)
    return tekst[1:].lstrip() if er_vernet else tekst


def _hode(rad: list[_Celle], kolonner: Kolonner, faults: list[Fault]) -> Iterator[str | None]:
    """What each column is called, None for one that is unknown; notes the faults of the heading."""
    sett: set[str] = set()
    while not rad[-1].tekst:  # a line that ends in semicolons has no more columns for that
        rad.pop()
    for nummer, celle in enumerate(rad, 1):
        ord_ = flat(celle.tekst)
        # Own fields are in our lists too, whether anything has them now or not.
        felt = kolonner.get(ord_, celle.tekst if ord_.startswith("egne.") else None)
        if not celle.tekst:
            felt = f"kolonne {nummer}"
        elif felt is None:
            forslag = mente(celle.tekst, kolonner.values()) if len(faults) < _FORSLAG else None
            raad = forslag or "Slett kolonnen, eller gi den navnet på et felt i en rapport."
            melding = f"ukjent kolonne «{celle.tekst[:40]}»"
            faults.append(Fault("FELT001", melding, celle.start, celle.slutt, raad))
        if felt in sett:
            raad = "Slett den ene, eller slå dem sammen."
            melding = f"kolonnen «{felt}» er der to ganger"
            faults.append(Fault("YAML003", melding, celle.start, celle.slutt, raad))
            felt = None
        if felt:
            sett.add(felt)
        yield felt


def _uten_id(rad: list[_Celle], faults: list[Fault]) -> tuple[Fault, ...]:
    """The faults of a heading in which no column is the id; one that is misspelled is one fault."""
    if not any(fault.raad == "Mente du «id»?" for fault in faults):
        raad = "Skriv «id» øverst i kolonnen med id-ene."
        faults.append(Fault("FELT002", "kolonnen «id» mangler", *_over(rad), raad))
    return tuple(faults)


def _til_overs(rad: list[_Celle], antall: int) -> Iterator[Fault]:
    """That a row has something behind its last column."""
    for celle in rad[antall:]:
        if celle.tekst:
            raad = "Sett anførselstegn rundt en tekst som har skilletegnet i seg."
            melding = "raden har flere celler enn det er kolonner"
            yield Fault("FELT001", melding, celle.start, celle.slutt, raad)
            return


def _over(rad: list[_Celle]) -> Span:
    """All that is written in a row."""
    fylte = [celle for celle in rad if celle.tekst]
    return fylte[0].start, fylte[-1].slutt


def er_likt(tekst: str, sagt: tuple[str, ...], aar: int) -> bool:
    """A cell says what a list does, but for case and spaces, and how a time is written.

    So does the beginning of it, up to a space: people cut titles and names short.
    """
    skrevet = {jevn(tekst), jevn(som_i_fil(tekst, aar))}
    return any(f"{jevn(en)} ".startswith(f"{ord_} ") for en in sagt if en for ord_ in skrevet)


def _tegnfeil(kilde: Source) -> Fault | None:
    if kilde.invalid_at is not None:
        melding = "her står noe som ikke er tekst i UTF-8 eller Windows-1252"
        raad = "Det kan være tegnsettet til Mac eller DOS. Lagre arket på nytt som «CSV UTF-8»."
        return Fault("FIL004", melding, kilde.invalid_at, kilde.invalid_at + 1, raad)
    if funnet := re.search(FORBIDDEN, kilde.text):
        melding = f"tegnet U+{ord(funnet[0]):04X} kan ikke stå i et regneark"
        raad = "Slett tegnet; det er usynlig i de fleste programmer."
        return Fault("FIL004", melding, *funnet.span(), raad)
    return None


def _skilletegn(tekst: str, kolonner: Kolonner) -> tuple[int, str]:
    """Where the rows begin, and the sign between cells.

    It is the one that is said to be it, or else the one that gives most columns that are known.
    """
    if sagt := _SIER_SKILLETEGN.match(tekst):
        return sagt.end(), sagt[1]
    linje = _foerste_linje(tekst, 0)
    return 0, max(_SKILLETEGN, key=lambda sep: (_kjente(linje, sep, kolonner), linje.count(sep)))


def _kjente(linje: str, skille: str, kolonner: Kolonner) -> int:
    return sum(flat(ord_.strip().strip('"')) in kolonner for ord_ in linje.split(skille))


def _foerste_linje(tekst: str, start: int) -> str:
    """The first line from an offset on with anything between its separators; empty for none."""
    return next(
        (linje for linje in _LINJESLUTT.split(tekst[start:]) if linje.strip(f'{_SKILLETEGN} "')),
        "",
    )
