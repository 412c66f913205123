"""What a change does to the text of files, line by line."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from typing import NamedTuple

from styring.formats.skjerm import Skjerm
from styring.views.tekstform import kildetekst
from styring.yamlfile.node import LINE_END

_RUNDT = 3
"""How many lines around a change are shown."""
_FARGER = {"+": "32", "-": "31", "@": "36"}


class _Ulikt(NamedTuple):
    """Lines before, and what stands in their place after; numbers count from 0."""

    fra: int
    til: int
    ny_fra: int
    ny_til: int


def diff(filer: Iterable[tuple[str, str, str]], skjerm: Skjerm) -> str:
    """Each file's name, and its lines that differ from before to after, as a unified diff."""
    return "".join(
        f"{_malt(linje, skjerm)}\n"
        for navn, foer, etter in filer
        for linje in _en(navn, _linjer(foer), _linjer(etter))
    )


def _linjer(tekst: str) -> list[str]:
    """The lines as YAML has them, with their ends; `splitlines` knows more ends than that."""
    grenser = [0, *(funnet.end() for funnet in LINE_END.finditer(tekst))]
    if grenser[-1] < len(tekst):
        grenser.append(len(tekst))
    return [tekst[fra:til] for fra, til in pairwise(grenser)]


def _en(navn: str, foer: list[str], etter: list[str]) -> Iterator[str]:
    yield f"--- {kildetekst(navn)}"
    yield f"+++ {kildetekst(navn)}"
    for gruppe in _grupper(_ulike(foer, etter)):
        fra, ny_fra = (max(0, start - _RUNDT) for start in (gruppe[0].fra, gruppe[0].ny_fra))
        til = min(gruppe[-1].til + _RUNDT, len(foer))
        ny_til = min(gruppe[-1].ny_til + _RUNDT, len(etter))
        yield f"@@ -{_omfang(fra, til)} +{_omfang(ny_fra, ny_til)} @@"
        for ulikt in gruppe:
            yield from _vist(" ", foer[fra : ulikt.fra])
            yield from _vist("-", foer[ulikt.fra : ulikt.til])
            yield from _vist("+", etter[ulikt.ny_fra : ulikt.ny_til])
            fra = ulikt.til
        yield from _vist(" ", foer[fra:til])


def _omfang(fra: int, til: int) -> str:
    """Where lines begin and how many they are, as a unified diff says it."""
    antall = til - fra
    return f"{fra + 1}" if antall == 1 else f"{fra + bool(antall)},{antall}"


def _vist(tegn: str, linjer: list[str]) -> Iterator[str]:
    for linje in linjer:
        yield tegn + kildetekst(linje.rstrip("\r\n"))
        if not linje.endswith(("\n", "\r")):
            yield "\\ uten linjeskift til slutt"


def _grupper(alle: Iterable[_Ulikt]) -> Iterator[list[_Ulikt]]:
    """Changes that are shown together, since the lines around them meet."""
    gruppe: list[_Ulikt] = []
    for ulikt in alle:
        if gruppe and ulikt.fra - gruppe[-1].til > 2 * _RUNDT:
            yield gruppe
            gruppe = []
        gruppe.append(ulikt)
    if gruppe:
        yield gruppe


def _ulike(foer: list[str], etter: list[str]) -> Iterator[_Ulikt]:
    """What differs, in order.

    Lines that are there once before and once after hold the rest in place. Only what is between
    two of them is compared, for comparing takes the square of the time, and files are long.
    """
    igjen = [_Ulikt(0, len(foer), 0, len(etter))]
    while igjen:
        fra, til, ny_fra, ny_til = igjen.pop()
        felles = _like(foer[fra:til], etter[ny_fra:ny_til])
        fra, ny_fra = fra + felles, ny_fra + felles
        felles = _like(reversed(foer[fra:til]), reversed(etter[ny_fra:ny_til]))
        til, ny_til = til - felles, ny_til - felles
        a, b = foer[fra:til], etter[ny_fra:ny_til]
        if not a or not b:
            if a or b:
                yield _Ulikt(fra, til, ny_fra, ny_til)
        elif faste := _faste(a, b):
            igjen += (
                _Ulikt(fra + i + 1, fra + neste_i, ny_fra + j + 1, ny_fra + neste_j)
                for (neste_i, neste_j), (i, j) in pairwise([(len(a), len(b)), *faste, (-1, -1)])
            )
        else:
            for tag, i, neste_i, j, neste_j in SequenceMatcher(None, a, b).get_opcodes():
                if tag != "equal":
                    yield _Ulikt(fra + i, fra + neste_i, ny_fra + j, ny_fra + neste_j)


def _faste(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Numbers of lines that both have just once, as many as keep their order, the last first."""
    enkle = {linje for linje, antall in Counter(a).items() if antall == 1}
    enkle &= {linje for linje, antall in Counter(b).items() if antall == 1}
    i_b = {linje: j for j, linje in enumerate(b) if linje in enkle}
    ender: list[int] = []
    """The least number in `b` that a row of each length can end with."""
    rader: list[tuple[int, int, int]] = []
    """Of each line its number in `a` and in `b`, and the length of the longest row it ends."""
    for i, linje in enumerate(a):
        if linje in enkle:
            j = i_b[linje]
            lengde = bisect_left(ender, j)
            ender[lengde : lengde + 1] = [j]
            rader.append((i, j, lengde))
    faste: list[tuple[int, int]] = []
    lengde, siste = len(ender) - 1, len(b)
    for i, j, dens in reversed(rader):
        if dens == lengde and j < siste:
            faste.append((i, j))
            lengde, siste = lengde - 1, j
    return faste


def _like(ene: Iterable[str], andre: Iterable[str]) -> int:
    """How many lines are the same from the beginning."""
    par = zip(ene, andre, strict=False)
    return sum(1 for _ in takewhile(lambda to: to[0] == to[1], par))


def _malt(linje: str, skjerm: Skjerm) -> str:
    er_navn = linje.startswith(("--- ", "+++ "))
    farge = "1" if er_navn else _FARGER.get(linje[:1])
    return f"\x1b[{farge}m{linje}\x1b[0m" if skjerm.farge and farge else linje
