"""What people see of a text, whichever characters it is written with, and where it stands."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

Spenn = tuple[int, int]

_SOM_DE_ER = re.compile(r"[\x00-\x7eæøåÆØÅéÉöäüÖÄÜ«»–—‘’“”§]*")
"""Texts of these characters only, which most are, read as they are written."""
_STREKER = "\u2043\u2212\u02d7\u2500"
"""Those that look like a hyphen, and are none to Unicode."""
_BLANKE = "\u115f\u1160\u3164\uffa0\u2800"
"""Those that look like a space, and are none to Unicode."""
_KODE = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|<[/!]?[A-Za-z-][^<>]{0,200}>"
)
"""A character as HTML can write it, and what HTML shows nothing of."""
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


def lesbar(tekst: str, *, er_html: bool = False) -> Lesbar:
    """A text as people see it; when it is HTML, as a browser shows it."""
    if not er_html and _SOM_DE_ER.fullmatch(tekst):
        return Lesbar(tekst, None)
    tegn: list[str] = []
    steder: list[Spenn] = []
    for klynge, spenn in _klynger(tekst, er_html=er_html):
        sett = _sett(klynge)
        tegn.append(sett)
        steder.extend([spenn] * len(sett))
    return Lesbar("".join(tegn), tuple(steder))


def _klynger(tekst: str, *, er_html: bool) -> Iterator[tuple[str, Spenn]]:
    """Each character with the accents behind it, and where it stands."""
    fra = 0
    for kode in _KODE.finditer(tekst) if er_html else ():
        yield from _tegnene(tekst, fra, kode.start())
        yield (unescape(kode[0]) if kode[0].startswith("&") else ""), kode.span()
        fra = kode.end()
    yield from _tegnene(tekst, fra, len(tekst))


def _tegnene(tekst: str, start: int, slutt: int) -> Iterator[tuple[str, Spenn]]:
    fra = start
    for til in range(start + 1, slutt + 1):
        if til == slutt or not unicodedata.category(tekst[til]).startswith("M"):
            yield tekst[fra:til], (fra, til)
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
