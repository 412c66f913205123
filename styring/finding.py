"""A fault in data, as a value: what, how bad, where, and the way out."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

TAK = 1000
"""How many findings of a file and of a severity are shown; the rest are counted."""
MANGE = 20 * TAK
"""How many faults of a kind in a file have findings of their own; one finding is for the rest."""


class Alvor(StrEnum):
    """How bad it is. Only `feil` makes `valider` fail of itself."""

    FEIL = "feil"
    ADVARSEL = "advarsel"
    MERKNAD = "merknad"


class Sted(NamedTuple):
    """A place in a file. Lines and columns are counted from 1, columns in characters."""

    fil: str
    linje: int
    kolonne: int
    lengde: int = 1
    """How many characters of the line the fault covers, at least 1."""
    tekst: str = ""
    """The line itself, without its line end; empty where there is none to show."""

    def __str__(self) -> str:
        return f"{self.fil}:{self.linje}:{self.kolonne}"


class Finding(NamedTuple):
    """One fault. `melding` starts lower case and has no full stop; `raad` is a sentence."""

    kode: str
    alvor: Alvor
    melding: str
    sted: Sted
    raad: str | None = None
    antall: int = 1
    """How many faults it stands for."""

    def sort_key(self) -> tuple[Sted, str, str]:
        """Sorts findings by place, then code, then message."""
        return (self.sted, self.kode, self.melding)


def innenfor(funnene: Iterable[Finding]) -> list[Finding]:
    """Those that are shown of a file and of a severity, so that none takes the place of another."""
    sett: Counter[tuple[str, Alvor]] = Counter()
    vist = []
    for funnet in funnene:
        noekkel = (funnet.sted.fil, funnet.alvor)
        sett[noekkel] += 1
        if sett[noekkel] <= TAK:
            vist.append(funnet)
    return vist
