"""The shape of what is listed: a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from styring.model.oppdrag import Status, Vurdering
from styring.model.tid import Frist, Tidsrom

_DESIMALER = 6


@dataclass(frozen=True, slots=True)
class Tall:
    """A number that was measured, whole or decimal."""

    verdi: int | float

    def __str__(self) -> str:
        """The number as Norwegians write it: `12 500,5`, with a space that does not break."""
        tall = f"{round(Decimal(str(self.verdi)), _DESIMALER) + 0:,f}"
        if "." in tall:
            tall = tall.rstrip("0").rstrip(".")
        return tall.replace(",", "\u00a0").replace(".", ",").replace("-", "−")


Verdi = str | int | Tall | date | Frist | Tidsrom | Status | Vurdering | tuple[str, ...] | None
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
    er_valgt: bool = False
    """Someone chose the columns, so all of them are shown."""


def uten_tomme(tabell: Tabell) -> Tabell:
    """The table for people: unless its columns were chosen, those in which nothing stands are out.

    One without rows keeps them all.
    """
    if tabell.er_valgt or not tabell.rader:
        return tabell
    fylte = [
        nummer
        for nummer, _ in enumerate(tabell.kolonner)
        if any(rad[nummer] not in (None, ()) for rad in tabell.rader)
    ]
    return tabell._replace(
        kolonner=tuple(tabell.kolonner[nummer] for nummer in fylte),
        rader=tuple(tuple(rad[nummer] for nummer in fylte) for rad in tabell.rader),
        sum=tuple(tabell.sum[nummer] for nummer in fylte) if tabell.sum else None,
    )
