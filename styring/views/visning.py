"""The shape of what is listed: a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from styring.model.oppdrag import Status, Vurdering
from styring.model.tid import Frist

Verdi = str | int | date | Frist | Status | Vurdering | tuple[str, ...] | None
"""What can stand in a cell. Formats write a status or a day as they see fit."""

Data = dict[str, Any] | list[Any]
"""What formats for machines show: text, numbers, lists and mappings only."""


class Kolonne(NamedTuple):
    """A column: its key (in `--kolonner` and CSV) and its heading."""

    noekkel: str
    tittel: str
    er_lang: bool = False
    """Running text, which takes the width that is left."""
    kort: str | None = None
    """The heading where it is narrow, line breaks and all."""


class Tabell(NamedTuple):
    """Rows under columns. `data` gives the same things whole, for machines."""

    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[Verdi, ...], ...]
    data: Callable[[], Data]
    sum: tuple[Verdi, ...] | None = None
