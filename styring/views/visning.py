"""The shapes that everything shown has: a table, a sheet of one thing, or a tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from styring.model.oppdrag import Status, Vurdering
from styring.model.tid import Frist

Verdi = str | int | date | Frist | Status | Vurdering | tuple[str, ...] | None
"""What can stand in a cell. Formats write a status or a day as they see fit."""

Data = dict[str, Any] | list[Any]
"""What formats for machines show: text, numbers, lists and mappings only."""


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A column: its key (in `--kolonner` and CSV) and its heading."""

    noekkel: str
    tittel: str
    er_lang: bool = False
    """Running text, which takes the width that is left."""
    kort: str | None = None
    """The heading where it is narrow, line breaks and all."""


@dataclass(frozen=True, slots=True)
class Tabell:
    """Rows under columns. `data` gives the same things whole, for machines."""

    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[Verdi, ...], ...]
    data: Callable[[], Data]
    sum: tuple[Verdi, ...] | None = None


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """A part of a sheet: what it is about, and fields or a table."""

    tittel: str | None
    felt: tuple[tuple[str, Verdi], ...] = ()
    tabell: Tabell | None = None


@dataclass(frozen=True, slots=True)
class Ark:
    """One thing, whole."""

    id: str
    tittel: str
    avsnitt: tuple[Avsnitt, ...]
    data: Callable[[], Data]


@dataclass(frozen=True, slots=True)
class Bunke:
    """Some sheets, one after another."""

    ark: tuple[Ark, ...]

    def data(self) -> Data:
        """The things whole, as a list."""
        return [ark.data() for ark in self.ark]


@dataclass(frozen=True, slots=True)
class Gren:
    """A branch of a tree."""

    id: str
    tittel: str
    merknad: str | None = None
    grener: tuple[Gren, ...] = ()


@dataclass(frozen=True, slots=True)
class Tre:
    """A tree of things, by their roots."""

    grener: tuple[Gren, ...]
    data: Callable[[], Data]
