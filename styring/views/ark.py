"""The shapes of what is shown whole: a sheet of one thing, and a tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from styring.views.visning import Data, Tabell, Verdi


class Avsnitt(NamedTuple):
    """A part of a sheet: what it is about, and fields or a table."""

    tittel: str | None
    felt: tuple[tuple[str, Verdi], ...] = ()
    tabell: Tabell | None = None


class Ark(NamedTuple):
    """One thing, whole."""

    id: str
    tittel: str
    avsnitt: tuple[Avsnitt, ...]
    data: Callable[[], Data]


class Bunke(NamedTuple):
    """Some sheets, one after another."""

    ark: tuple[Ark, ...]

    def data(self) -> Data:
        """The things whole, as a list."""
        return [ark.data() for ark in self.ark]


class Gren(NamedTuple):
    """A branch of a tree."""

    id: str
    tittel: str
    merknad: str | None = None
    grener: tuple[Gren, ...] = ()


class Tre(NamedTuple):
    """A tree of things, by their roots."""

    grener: tuple[Gren, ...]
    data: Callable[[], Data]
