"""Where an oppdrag stands: who holds it, what was last reported, whether it is late."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from styring.model.kommune import Periode
from styring.model.oppdrag import Oppdrag, Rapport, Status
from styring.register.innhold import Register

if TYPE_CHECKING:
    from styring.model.vedtak import Vedtak


def ansvarlig(register: Register, oppdrag: Oppdrag) -> str | None:
    """The id of who holds it now: the last it was handed to, else the sector's direktør."""
    if oppdrag.delegering:
        return oppdrag.delegering[-1].til
    sektor = register.sektor.get(oppdrag.sektor.lower())
    return sektor.direktoer if sektor else None


def nyeste_foerst(register: Register, oppdrag: Oppdrag | Vedtak) -> list[Rapport]:
    """The reports, that of the newest period first."""
    return sorted(
        oppdrag.rapporter,
        key=lambda rapport: (_dag_for(register, rapport), rapport.dato),
        reverse=True,
    )


def siste_rapport(register: Register, oppdrag: Oppdrag) -> Rapport | None:
    """The report for the newest period."""
    if len(oppdrag.rapporter) < 2:
        return oppdrag.rapporter[0] if oppdrag.rapporter else None
    return nyeste_foerst(register, oppdrag)[0]


def status(register: Register, oppdrag: Oppdrag) -> Status:
    """What the newest report says; `ikke_rapportert` when there is none."""
    rapport = siste_rapport(register, oppdrag)
    return Status(rapport.status) if rapport else Status.IKKE_RAPPORTERT


def er_forfalt(register: Register, oppdrag: Oppdrag, dag: date) -> bool:
    """The deadline has passed on `dag`, and the work is neither done nor dropped."""
    if oppdrag.frist is None or oppdrag.frist.siste_dag >= dag:
        return False
    return not status(register, oppdrag).er_avsluttet


def mangler_rapport(
    register: Register, oppdrag: Oppdrag, dag: date, periode: str | None = None
) -> bool:
    """Nothing is reported for a period, and more is to be done.

    The period is the newest of its year that has come by `dag` when none is given.
    """
    periode = periode or siste_periode(register, register.aar(oppdrag), dag)
    if periode is None or any(rapport.periode == periode for rapport in oppdrag.rapporter):
        return False
    return not status(register, oppdrag).er_avsluttet


def siste_periode(register: Register, aar: int, dag: date) -> str | None:
    """The newest period of a year whose day had come by `dag`, such as `2023-T1`."""
    kommet = [kode for kode, periode in register.perioder.items() if periode.dag(aar) <= dag]
    return f"{aar}-{kommet[-1]}" if kommet else None


def delt_periode(register: Register, periode: str) -> tuple[int, Periode] | None:
    """The year and the round that `2023-T1` names; None when it names none."""
    aar, _, kode = periode.partition("-")
    if not re.fullmatch("[1-9][0-9]{3}", aar) or kode not in register.perioder:
        return None
    return int(aar), register.perioder[kode]


def _dag_for(register: Register, rapport: Rapport) -> date:
    """The day that a report tells the state of; its own date when its period is none."""
    funnet = delt_periode(register, rapport.periode)
    return funnet[1].dag(funnet[0]) if funnet else rapport.dato
