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


def uten_tomme(
    kolonner: tuple[Kolonne, ...], rader: tuple[tuple[Verdi, ...], ...], data: Callable[[], Data]
) -> Tabell:
    """A table without the columns in which nothing stands. One without rows keeps them all."""
    fylte = [
        nummer
        for nummer in range(len(kolonner))
        if not rader or any(rad[nummer] not in (None, ()) for rad in rader)
    ]
    return Tabell(
        tuple(kolonner[nummer] for nummer in fylte),
        tuple(tuple(rad[nummer] for nummer in fylte) for rad in rader),
        data,
    )
