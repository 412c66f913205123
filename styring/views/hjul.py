"""The year's wheel: a year's events in their months, a track at a time."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from styring.model.aarshjul import Hendelse, Spor
from styring.model.tid import Tidsrom
from styring.register.innhold import Register
from styring.stand.hendelser import etter_tid, i_aaret
from styring.views.hendelsesliste import data
from styring.views.visning import Data


class Innslag(NamedTuple):
    """An event in a year: the first and the last month of the year that it is in, from 1."""

    tittel: str
    tid: Tidsrom
    fra: int
    til: int
    begynner_foer: bool
    """It has begun before the year."""
    slutter_etter: bool
    """It goes on after the year."""


class Sporband(NamedTuple):
    """The events of a track, by time."""

    spor: Spor
    innslag: tuple[Innslag, ...]


class Hjul(NamedTuple):
    """A year. `dag` is the day it is looked at from, None when that is in another year."""

    aar: int
    kommune: str | None
    dag: date | None
    spor: tuple[Sporband, ...]
    data: Callable[[], Data]


def hjul(register: Register, aar: int, dag: date) -> Hjul:
    """The wheel of a year, both tracks, with what is in it but begins before or ends after."""
    alle = etter_tid(gang for hendelse in register.hendelser for gang in i_aaret(hendelse, aar))
    band = tuple(
        Sporband(spor, tuple(_innslag(h, aar) for h in alle if h.spor is spor)) for spor in Spor
    )
    return Hjul(
        aar,
        register.kommune.navn,
        dag if dag.year == aar else None,
        band,
        lambda: _data(aar, alle),
    )


def _innslag(hendelse: Hendelse, aar: int) -> Innslag:
    tid = hendelse.naar
    fra = tid.foerste_dag if tid.foerste_dag.year == aar else date(aar, 1, 1)
    til = tid.siste_dag if tid.siste_dag.year == aar else date(aar, 12, 31)
    return Innslag(
        hendelse.tittel,
        tid,
        fra.month,
        til.month,
        begynner_foer=tid.foerste_dag < fra,
        slutter_etter=tid.siste_dag > til,
    )


def _data(aar: int, hendelser: list[Hendelse]) -> Data:
    def i_maaneden(maaned: int, spor: Spor) -> list[str]:
        innslag = [(hendelse, _innslag(hendelse, aar)) for hendelse in hendelser]
        return [h.id for h, i in innslag if h.spor is spor and i.fra <= maaned <= i.til]

    return {
        "aar": aar,
        "maaneder": [
            {"maaned": f"{aar}-{maaned:02}"}
            | {spor.value: i_maaneden(maaned, spor) for spor in Spor}
            for maaned in range(1, 13)
        ],
        "hendelser": [data(hendelse) for hendelse in hendelser],
    }
