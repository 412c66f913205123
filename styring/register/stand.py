"""Where it stands with an oppdrag or a vedtak: who holds it, what was reported, if it is late."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from styring.model.kommune import Periode
from styring.model.oppdrag import Oppdrag, Rapport, Status
from styring.register.innhold import Deloppgave, Register

if TYPE_CHECKING:
    from styring.model.vedtak import Oppfulgt, Vedtak


def ansvarlig(register: Register, post: Oppfulgt) -> str | None:
    """The id of who holds it now: the last it was handed to, else the sector's direktør."""
    if post.delegering:
        return post.delegering[-1].til
    sektor = register.sektor.get((post.sektor or "").lower())
    return sektor.direktoer if sektor else None


def nyeste_foerst(register: Register, post: Oppfulgt) -> list[Rapport]:
    """The reports, that of the newest period first."""
    return sorted(
        post.rapporter,
        key=lambda rapport: (rapportdag(register, rapport), rapport.dato),
        reverse=True,
    )


def siste_rapport(register: Register, post: Oppfulgt) -> Rapport | None:
    """The report for the newest period."""
    if len(post.rapporter) < 2:
        return post.rapporter[0] if post.rapporter else None
    return nyeste_foerst(register, post)[0]


def rapport_per(register: Register, post: Oppfulgt, dag: date) -> Rapport | None:
    """The report for the newest of the periods whose day had come by `dag`."""
    nyeste = nyeste_foerst(register, post)
    return next((rapport for rapport in nyeste if rapportdag(register, rapport) <= dag), None)


def status(register: Register, post: Oppfulgt) -> Status:
    """What the newest report says; `ikke_rapportert` when there is none."""
    rapport = siste_rapport(register, post)
    return Status(rapport.status) if rapport else Status.IKKE_RAPPORTERT


def er_forfalt(register: Register, post: Oppfulgt, dag: date) -> bool:
    """The deadline has passed on `dag`, and the work is neither done nor dropped."""
    if post.frist is None or post.frist.siste_dag >= dag:
        return False
    return not er_avsluttet(register, post)


def er_avsluttet(register: Register, post: Oppfulgt) -> bool:
    """Nothing more is to be done, as its reports say, or those it is followed up through."""
    if status(register, post).er_avsluttet:
        return True
    gjennom_ = {status(register, oppdrag) for oppdrag in gjennom(register, post)}
    return Status.FERDIG in gjennom_ and all(en.er_avsluttet for en in gjennom_)


def har_egen_oppfoelging(post: Oppfulgt) -> bool:
    """It is somebody's to report on, or reported on. A vedtak may be left to its oppdrag."""
    return bool(post.sektor or post.delegering or post.rapporter)


def gjennom(register: Register, post: Oppfulgt) -> tuple[Oppdrag, ...]:
    """The oppdrag that a vedtak is followed up through when it has no follow-up of its own."""
    return () if har_egen_oppfoelging(post) else knyttet(register, post)


def knyttet(register: Register, post: Oppfulgt) -> tuple[Oppdrag, ...]:
    """The oppdrag that a vedtak is linked to, those that are found; none for an oppdrag."""
    if isinstance(post, Oppdrag):
        return ()
    funnet = (register.oppdrag_etter_id.get(id_.lower()) for id_ in post.oppdrag)
    return tuple(oppdrag for oppdrag in funnet if oppdrag)


def sektorer(register: Register, post: Oppfulgt) -> set[str]:
    """The codes of the sectors that follow it up: its own, else those of its oppdrag."""
    koder = {post.sektor, *(oppdrag.sektor for oppdrag in gjennom(register, post))}
    return {kode for kode in koder if kode}


def er_fulgt_opp(register: Register, vedtak: Vedtak) -> bool:
    """It is given to someone, broken down, reported on, or linked to oppdrag not all dropped."""
    if vedtak.delegering or vedtak.oppgaver or vedtak.rapporter:
        return True
    return any(
        status(register, oppdrag) is not Status.UTGAAR for oppdrag in knyttet(register, vedtak)
    )


def mangler_tilbakemelding(register: Register, vedtak: Vedtak) -> bool:
    """It was made from the floor and is done, and those who made it have had no answer."""
    if vedtak.type != "verbal" or vedtak.tilbakemelding:
        return False
    return er_avsluttet(register, vedtak) and status(register, vedtak) is not Status.UTGAAR


def forfalte_oppdrag(register: Register, vedtak: Vedtak, dag: date) -> tuple[Oppdrag, ...]:
    """Those past their deadline of the oppdrag that an open vedtak is linked to."""
    if er_avsluttet(register, vedtak):
        return ()
    return tuple(en for en in knyttet(register, vedtak) if er_forfalt(register, en, dag))


def er_forsinket(register: Register, post: Oppfulgt) -> bool:
    """By the newest report it is surely awaited done after its deadline, and not done or dropped.

    A time that has begun by the last day of the deadline may still keep it.
    """
    rapport = siste_rapport(register, post)
    if rapport is None or rapport.forventet_ferdig is None or post.frist is None:
        return False
    er_sent = rapport.forventet_ferdig.foerste_dag > post.frist.siste_dag
    return er_sent and not Status(rapport.status).er_avsluttet


def mangler_rapport(
    register: Register, post: Oppfulgt, dag: date, periode: str | None = None
) -> bool:
    """It is to be reported in a round, nothing is reported for it, and more is to be done.

    The round is the one that is meant on `dag` when none is given.
    """
    periode = periode or runden(register, dag)
    if periode is None or not er_i_runden(register, post, periode):
        return False
    if any(rapport.periode == periode for rapport in post.rapporter):
        return False
    return not status(register, post).er_avsluttet


def uten_rapport(register: Register, dag: date, periode: str | None = None) -> tuple[Oppfulgt, ...]:
    """The oppdrag, then the vedtak, that lack a report for a round, as in `mangler_rapport`."""
    alle = register.oppfulgte
    return tuple(post for post in alle if mangler_rapport(register, post, dag, periode))


def uten_status(register: Register, post: Oppfulgt) -> tuple[Deloppgave, ...]:
    """Its oppgaver that nothing is said of, unless it is done or dropped itself."""
    if status(register, post).er_avsluttet:
        return ()
    alle = (Deloppgave(post, nummer) for nummer in range(len(post.oppgaver)))
    return tuple(en for en in alle if not en.oppgave.status)


def rapport_for(
    register: Register, post: Oppfulgt, dag: date, periode: str | None = None
) -> Rapport | None:
    """The report for a round, the one that is meant on `dag` when none is given."""
    periode = periode or runden(register, dag)
    return next((rapport for rapport in post.rapporter if rapport.periode == periode), None)


def runden(register: Register, dag: date) -> str | None:
    """The round that is meant on a day: the newest that had come by it; None when none has.

    One of a year that the register is about, so that it is the same for all that is in it.
    """
    rundene = (siste_periode(register, aar, dag) for aar in reversed(rundeaar(register, dag)))
    return next(filter(None, rundene), None)


def rundeaar(register: Register, dag: date, post: Oppfulgt | None = None) -> range:
    """The years whose rounds may be meant on a day; for one oppdrag or vedtak, those it is in."""
    alle = register.oppfulgte_aar or range(dag.year - 1, dag.year + 1)
    siste = min(dag.year, alle[-1]) if register.oppdragsfiler else dag.year
    foerste = _foerste_aar(register, post) or alle[0]
    return range(foerste, max(foerste, siste) + 1)


def er_i_runden(register: Register, post: Oppfulgt, periode: str) -> bool:
    """It is to be reported in the round that `2023-T1` names, as long as more is to be done.

    An oppdrag is in all rounds from its first year on. A vedtak is in every one since it was made,
    once it is somebody's to follow up.
    """
    funnet = delt_periode(register, periode)
    if funnet is None:
        return False
    aar, runde = funnet
    if isinstance(post, Oppdrag):
        return aar >= register.aarene(post)[0]
    har_noen = bool(post.sektor or post.delegering)
    return har_noen and (post.dato is None or post.dato <= runde.dag(aar))


def er_forbi(register: Register, post: Oppfulgt, periode: str, dag: date) -> bool:
    """A round is over and so is its year, for one that is reported on in a later year now.

    A vedtak goes on by itself, an oppdrag when it is carried over.
    """
    naa, funnet = (delt_periode(register, en or "") for en in (runden(register, dag), periode))
    if naa is None or funnet is None or funnet == naa:
        return False
    return funnet[0] < (register.aar(post) if isinstance(post, Oppdrag) else naa[0])


def _foerste_aar(register: Register, post: Oppfulgt | None) -> int | None:
    if isinstance(post, Oppdrag):
        return register.aarene(post)[0]
    return post.dato.year if post and post.dato else None


def siste_periode(register: Register, aar: int, dag: date) -> str | None:
    """The newest period of a year whose day had come by `dag`, such as `2023-T1`."""
    kommet = [kode for kode, periode in register.perioder.items() if periode.dag(aar) <= dag]
    return f"{aar}-{kommet[-1]}" if kommet else None


def forrige_periode(register: Register, aar: int, runde: Periode) -> str:
    """The round before a round of a year: `2024-AAR` before that of T1 in 2025."""
    koder = list(register.perioder)
    nummer = koder.index(runde.kode)
    return f"{aar if nummer else aar - 1}-{koder[nummer - 1]}"


def delt_periode(register: Register, periode: str) -> tuple[int, Periode] | None:
    """The year and the round that `2023-T1` names; None when it names none."""
    aar, _, kode = periode.partition("-")
    if not re.fullmatch("[1-9][0-9]{3}", aar) or kode not in register.perioder:
        return None
    return int(aar), register.perioder[kode]


def periodedag(register: Register, periode: str) -> date | None:
    """The day that a period such as `2023-T1` tells the state of; None when it is no period."""
    funnet = delt_periode(register, periode)
    return funnet[1].dag(funnet[0]) if funnet else None


def begynte(register: Register, periode: str) -> date | None:
    """The first day of what `2023-T1` tells of: its year's, or that after the round before it.

    None when there is no such period.
    """
    funnet = delt_periode(register, periode)
    if funnet is None:
        return None
    aar, runde = funnet
    dager = [annen.dag(aar) for annen in register.perioder.values()]
    tidligere = [dag for dag in dager if dag < runde.dag(aar)]
    return max(tidligere) + timedelta(days=1) if tidligere else date(aar, 1, 1)


def rapportdag(register: Register, rapport: Rapport) -> date:
    """The day that a report tells the state of; its own date when its period is none."""
    return periodedag(register, rapport.periode) or rapport.dato
