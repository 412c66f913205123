"""The rounds of reports: which there are, which is meant, and what is in them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from styring.model.kommune import Runde
from styring.model.oppdrag import Rapport
from styring.register.innhold import Register

if TYPE_CHECKING:
    from styring.model.fulgt import Fulgt
    from styring.model.vedtak import Oppfulgt


def runden(register: Register, dag: date) -> str | None:
    """The round that is meant on a day: the newest that had come by it; None when none has.

    One of a year that the register is about, so that it is the same for all that is in it.
    """
    rundene = (siste_periode(register, aar, dag) for aar in reversed(rundeaar(register, dag)))
    return next(filter(None, rundene), None)


def rundeaar(register: Register, dag: date, post: Oppfulgt | None = None) -> range:
    """The years whose rounds may be meant on a day; for one oppdrag or vedtak, those it is in."""
    alle = register.oppfulgte_aar or range(dag.year - 1, dag.year + 1)
    slutter = register.oppdragsfiler and not register.bare_vedtak
    siste = min(dag.year, alle[-1]) if slutter else dag.year
    foerste = ((post and register.aarene(post)) or alle)[0]
    return range(foerste, max(foerste, siste) + 1)


def er_i_runden(register: Register, post: Oppfulgt, periode: str) -> bool:
    """It is to be reported in the round that `2023-T1` names, as long as more is to be done.

    An oppdrag is in all rounds from its first year on. A vedtak is in every one since it was made,
    once it is somebody's to follow up, unless it needs none. What has not begun is in none.
    """
    runde = finn_runde(register, periode)
    if runde is None or post.trenger_ingen or not (post.sektor or post.delegering):
        return False
    if post.fra and post.fra.foerste_dag > runde.dag:
        return False
    if (dato := register.vedtatt(post).dato) is not None:
        return dato <= runde.dag
    return not (er_av := register.aarene(post)) or runde.aar >= er_av[0]


def er_forbi(register: Register, post: Oppfulgt, periode: str, dag: date) -> bool:
    """A round is over and so is its year, for one that is reported on in a later year now.

    A vedtak goes on by itself, an oppdrag when it is carried over.
    """
    naa, runde = (finn_runde(register, en) for en in (runden(register, dag), periode))
    if naa is None or runde is None or runde == naa:
        return False
    return runde.aar < (register.aar(post) or naa.aar)


def siste_periode(register: Register, aar: int, dag: date) -> str | None:
    """The newest period of a year whose day had come by `dag`, such as `2023-T1`."""
    kommet = [kode for kode, periode in register.perioder.items() if periode.dag(aar) <= dag]
    return f"{aar}-{kommet[-1]}" if kommet else None


def sluttdag(register: Register, aar: int) -> date:
    """The day of the last round of a year."""
    return max(periode.dag(aar) for periode in register.perioder.values())


def forrige_periode(register: Register, runde: Runde) -> str:
    """The round before a round: `2024-AAR` before `2025-T1`."""
    koder = list(register.perioder)
    nummer = koder.index(runde.regler.kode)
    return f"{runde.aar if nummer else runde.aar - 1}-{koder[nummer - 1]}"


def finn_runde(register: Register, periode: str | None) -> Runde | None:
    """The round that `2023-T1` names; None when it names none."""
    aar, _, kode = (periode or "").partition("-")
    if not re.fullmatch("[1-9][0-9]{3}", aar) or kode not in register.perioder:
        return None
    return Runde(int(aar), register.perioder[kode])


def periodedag(register: Register, periode: str) -> date | None:
    """The day that a period such as `2023-T1` tells the state of; None when it is no period."""
    runde = finn_runde(register, periode)
    return runde.dag if runde else None


def begynte(register: Register, periode: str) -> date | None:
    """The first day of what `2023-T1` tells of: its year's, or that after the round before it.

    None when there is no such period.
    """
    runde = finn_runde(register, periode)
    if runde is None:
        return None
    dager = [annen.dag(runde.aar) for annen in register.perioder.values()]
    tidligere = [dag for dag in dager if dag < runde.dag]
    return max(tidligere) + timedelta(days=1) if tidligere else date(runde.aar, 1, 1)


def rapportdag(register: Register, rapport: Rapport) -> date:
    """The day that a report tells the state of; its own date when its period is none."""
    return periodedag(register, rapport.periode) or rapport.dato


def oppdragsaarene(register: Register) -> list[int]:
    """The years that oppdrag are given for, the oldest first."""
    return sorted({fil.aar for fil in register.oppdragsfiler})


def fristaar(register: Register, post: Fulgt, dag: date) -> int:
    """The year of a deadline that says none: that of the oppdrag, as long as it is not over."""
    return max(register.aar(post.hele) or dag.year, dag.year)
