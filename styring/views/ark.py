"""The shapes of what is shown whole: a sheet of one thing, and a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


def ark_av(id_: str, tittel: str, avsnitt: Iterable[Avsnitt], data: Callable[[], Data]) -> Ark:
    """A sheet with the parts, and the fields, that something stands in."""
    fylte = (
        en._replace(felt=tuple(felt for felt in en.felt if felt[1] not in (None, ())))
        for en in avsnitt
    )
    med = (en for en in fylte if en.felt or (en.tabell and en.tabell.rader))
    return Ark(id_, tittel, tuple(med), data)


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
