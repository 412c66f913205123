"""The shape of what is listed: a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from styring.model.indikator import Tall
from styring.model.loepetid import Loepetid
from styring.model.oppdrag import Status, Vurdering
from styring.model.tid import Frist, Tidsrom
from styring.stand.utvikling import FraTil

T = TypeVar("T")


class Savnet(Tall):
    """None of what there should be some of. People see a mark, machines the number."""

    def __str__(self) -> str:
        return "!"


@dataclass(frozen=True, slots=True)
class IStedet:
    """What people read in place of a status that is not its own. Machines get no status."""

    sagt: str


Verdi = (
    str
    | int
    | Tall
    | date
    | Frist
    | Tidsrom
    | Loepetid
    | Status
    | Vurdering
    | IStedet
    | FraTil[Any]
    | tuple[str, ...]
    | None
)
"""What can stand in a cell. Formats write a status or a day as they see fit."""

Data = dict[str, Any] | list[Any]
"""What formats for machines show: text, numbers, lists and mappings only."""


Stolpe = Mapping[Status, int]
"""How many of a row's records stand how."""


class Kolonne(NamedTuple):
    """A column: its key (in `--kolonner` and CSV) and its heading."""

    noekkel: str
    tittel: str
    er_lang: bool = False
    """Running text, which takes the width that is left."""
    kort: str | None = None
    """The heading where it is narrow, line breaks and all."""
    i_stolpe: bool = False
    """The bar tells the same, so it gives way where it is narrow."""
    er_hode: bool = False
    """What rows that stand together share. On a terminal it stands over them."""
    viker: int = 0
    """Left out on a terminal where there is too little room: 1 before 2, and 0 never."""


class Tabell(NamedTuple):
    """Rows under columns. `data` gives the same things whole, for machines."""

    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[Verdi, ...], ...]
    data: Callable[[], Data]
    sum: tuple[Verdi, ...] | None = None
    er_valgt: bool = False
    """Someone chose the columns, so all of them are shown."""
    stolper: tuple[Stolpe, ...] = ()
    """What a terminal shows as a bar: one a row, and one for the sum."""


def uten_tomme(tabell: Tabell) -> Tabell:
    """The table for people: unless its columns were chosen, those in which nothing stands are out.

    One without rows keeps them all.
    """
    if tabell.er_valgt or not tabell.rader:
        return tabell
    return uten(
        tabell,
        [
            all(rad[nummer] in (None, ()) for rad in tabell.rader)
            for nummer, _ in enumerate(tabell.kolonner)
        ],
    )


def uten(tabell: Tabell, tas_ut: Sequence[bool]) -> Tabell:
    """The table without some of its columns."""

    def igjen(alle: Iterable[T]) -> tuple[T, ...]:
        return tuple(en for en, er_ute in zip(alle, tas_ut, strict=True) if not er_ute)

    return tabell._replace(
        kolonner=igjen(tabell.kolonner),
        rader=tuple(igjen(rad) for rad in tabell.rader),
        sum=igjen(tabell.sum) if tabell.sum else None,
    )


def uten_hoder(tabell: Tabell) -> tuple[tuple[tuple[Verdi, ...], ...], Tabell]:
    """What is to stand over each row, and the table without it."""
    er_hode = [kolonne.er_hode for kolonne in tabell.kolonner]
    return uten(tabell, [not er for er in er_hode]).rader, uten(tabell, er_hode)


def tallkolonner(tabell: Tabell) -> list[bool]:
    """Which columns hold numbers only."""
    rader = [*tabell.rader, *([tabell.sum] if tabell.sum else [])]
    return [
        all(isinstance(verdi, int | Tall) or verdi is None for verdi in kolonne)
        for kolonne in zip(*rader, strict=True)
    ] or [False] * len(tabell.kolonner)
