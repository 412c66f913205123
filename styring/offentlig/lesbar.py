"""What people see of a text, whichever characters it is written with, and where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

Spenn = tuple[int, int]

_SOM_DE_ER = re.compile(r"[\x00-\x7eæøåÆØÅéÉöäüÖÄÜ«»–—‘’“”§]*")
"""Texts of these characters only, which most are, read as they are written."""
_STREKER = "\u2043\u2212\u02d7\u2500"
"""Those that look like a hyphen, and are none to Unicode."""
_BLANKE = "\u115f\u1160\u3164\uffa0\u2800"
"""Those that look like a space, and are none to Unicode."""
_MERKER = 4
"""How many accents of a letter are read; putting them in order takes the square of the time."""


class Lesbar(NamedTuple):
    """A text as people see it: digits are 0-9, all dashes are `-`, and nothing is invisible."""

    tekst: str
    steder: tuple[Spenn, ...] | None
    """Where each of its characters stands in what was written; None when nothing has moved."""

    def skrevet(self, fra: int, til: int) -> Spenn:
        """Where a part of it stands in what was written; `til` is after `fra`."""
        return (self.steder[fra][0], self.steder[til - 1][1]) if self.steder else (fra, til)


def lesbar(tekst: str) -> Lesbar:
    """A text as people see it."""
    if _SOM_DE_ER.fullmatch(tekst):
        return Lesbar(tekst, None)
    tegn: list[str] = []
    steder: list[Spenn] = []
    for fra, til in _klynger(tekst):
        sett = _sett(tekst[fra:til])
        tegn.append(sett)
        steder.extend([(fra, til)] * len(sett))
    return Lesbar("".join(tegn), tuple(steder))


def _klynger(tekst: str) -> Iterator[Spenn]:
    """Each character with the accents behind it."""
    fra = 0
    for til in range(1, len(tekst) + 1):
        if til == len(tekst) or not unicodedata.category(tekst[til]).startswith("M"):
            yield fra, til
            fra = til


def _sett(klynge: str) -> str:
    """What is seen of a character and its accents; nothing when they are invisible."""
    hel = unicodedata.normalize("NFKC", klynge[: 1 + _MERKER])
    return "".join(map(_tegn, hel))


def _tegn(tegn: str) -> str:
    if tegn.isspace() or tegn in _BLANKE:
        return " "
    slag = unicodedata.category(tegn)
    if slag == "Pd" or tegn in _STREKER:
        return "-"
    if slag in ("Mn", "Me", "Cf", "Cc"):
        return ""
    return str(unicodedata.digit(tegn, tegn))
