"""How wide the columns of a table on paper are, how small its text, and how high its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil, sqrt
from typing import NamedTuple

from styring.formats.commonmark import HELT

_SIDE = 453.5
"""How wide the text of a page is, in points."""
_STOERRELSER = (9.5, 9.0, 8.5, 8.0)
"""In points. The first where no word of a table must be divided is chosen."""
_LUFT = 1.2
_LINJELUFT = 0.8
_MANGE = 8
"""So many columns have less air between them."""
_KORT = 12.0
"""A cell no wider than this stays on one line where there is room."""
_LANGT_ORD = 20
"""A word of so many characters may be divided."""

_BREDDER = {
    tegn: bredde
    for bredde, tegnene in (
        (0.25, ".,ijl :;"),
        (0.33, "ftIJ()/r-\xa0"),
        (0.45, "szaceå0123456789"),
        (0.62, "BRTZ■CKUVX%"),
        (0.72, "æADGNOQØÅwH"),
        (0.9, "mMÆW"),
        (1.15, "→"),
    )
    for tegn in tegnene
}
"""Of the characters that are not as most, in the font that documents have."""
_ANDRE = 0.54
_SIKKER = 1.04
"""All is taken to be so much wider, so that nothing is folded for a hair's breadth."""
_FET = 1.09
"""The header is so much wider than other text."""
_DEL = re.compile(rf"[(«]*(?:{HELT.pattern})[).,:;»]*|[^ \n-]+-?")


class Kolonner(NamedTuple):
    """The columns of a table that fill the page. Widths are in em: the size of the text."""

    stoerrelse: float
    """In points."""
    luft: float
    """Between two columns."""
    delt: bool
    """Words have to be divided to find room."""
    bredder: tuple[float, ...]
    """Of the text in each."""
    linjer: tuple[float, ...]
    """About how many lines high each row is, with the air over and under it."""


def kolonner(rader: Sequence[Sequence[str]]) -> Kolonner:
    """Of the rows of a table, the header first: no word is divided where that can be had.

    Where there is room for all on one line, only the widest column is wider than its text.
    Else each has room for its longest word, or for all it says where that is short and the table
    gets no higher, and what is left goes to those that say the most.
    """
    celler = [[_bredde(celle) for celle in rad] for rad in rader]
    celler[0] = [_FET * bredde for bredde in celler[0]]
    ordene = [max(map(_lengste_ord, spalte)) for spalte in zip(*rader, strict=True)]
    hodet = [_FET * _lengste_ord(celle) for celle in rader[0]]
    minst = list(map(max, ordene, hodet))
    luft = _LUFT if len(minst) < _MANGE else _LUFT * 2 / 3
    for stoerrelse in _STOERRELSER:
        rom = _SIDE / stoerrelse - luft * (len(minst) - 0.5)
        if sum(minst) <= rom:
            break
    else:
        alle = tuple(max(rom, 1.0) * ord_ / sum(minst) for ord_ in minst)
        return Kolonner(stoerrelse, luft, True, alle, _hoeyder(celler, alle))
    spalter = list(zip(*celler, strict=True))
    lengst = list(map(max, spalter))
    vekter = [sqrt(sum(bredde**2 for bredde in spalte) / len(spalte)) for spalte in spalter]
    innhold = [max(spalte[1:], default=0.0) for spalte in spalter]
    korte, hele = _korte(minst, lengst), _korte(minst, innhold)
    forslag = [de for de in (korte, hele) if sum(de) <= rom]
    muligheter = [_fordelt(rom, de_minste, lengst, vekter) for de_minste in (*forslag, minst)]
    valgt = min(muligheter, key=lambda bredder: sum(_hoeyder(celler, bredder)))
    return Kolonner(stoerrelse, luft, False, valgt, _hoeyder(celler, valgt))


def _korte(minst: Sequence[float], hele: Sequence[float]) -> list[float]:
    return [max(ord_, hel if hel <= _KORT else 0) for ord_, hel in zip(minst, hele, strict=True)]


def _hoeyder(celler: Sequence[Sequence[float]], bredder: Sequence[float]) -> tuple[float, ...]:
    return tuple(_LINJELUFT + max(map(_linjer, rad, bredder)) for rad in celler)


def _linjer(celle: float, bredde: float) -> int:
    return 1 if celle <= bredde else ceil(1.1 * celle / bredde)


def _fordelt(
    rom: float, minst: Sequence[float], mest: list[float], vekter: Sequence[float]
) -> tuple[float, ...]:
    """Widths that fill the room: by weight, but none narrower than it may be, or wider."""
    if (ledig := rom - sum(mest)) >= 0:
        bredest = mest.index(max(mest))
        return (*mest[:bredest], mest[bredest] + ledig, *mest[bredest + 1 :])
    lav, hoey = 0.0, max(m / max(v, 0.01) for m, v in zip(mest, vekter, strict=True))
    for _ in range(40):
        grad = (lav + hoey) / 2
        bredder = tuple(
            min(stoerst, max(liten, grad * vekt))
            for liten, stoerst, vekt in zip(minst, mest, vekter, strict=True)
        )
        lav, hoey = (lav, grad) if sum(bredder) > rom else (grad, hoey)
    return bredder


def _bredde(tekst: str) -> float:
    return _SIKKER * sum(_BREDDER.get(tegn, _ANDRE) for tegn in tekst)


def _lengste_ord(tekst: str) -> float:
    deler = _DEL.findall(tekst)
    return max((_bredde(del_ if " " in del_ else del_[:_LANGT_ORD]) for del_ in deler), default=0.0)
