"""The rounds of reports: which there are, which is meant, and what is in them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from styring import verdi
from styring.errors import WrongUse
from styring.mente import flat, ramse
from styring.model.kommune import Periode
from styring.model.oppdrag import Rapport
from styring.model.tidsord import med_kode
from styring.register.innhold import Register

if TYPE_CHECKING:
    from styring.model.fulgt import Fulgt
    from styring.model.vedtak import Oppfulgt

_AAR_FORAN = re.compile(r"([1-9][0-9]{3})[ -]++")
_AAR_BAK = re.compile(r"[ -]([1-9][0-9]{3})")


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
    once it is somebody's to follow up, unless it needs none.
    """
    funnet = delt_periode(register, periode)
    if funnet is None:
        return False
    aar, runde = funnet
    if post.trenger_ingen or not (post.sektor or post.delegering):
        return False
    if post.dato is not None:
        return post.dato <= runde.dag(aar)
    return not (er_av := register.aarene(post)) or aar >= er_av[0]


def er_forbi(register: Register, post: Oppfulgt, periode: str, dag: date) -> bool:
    """A round is over and so is its year, for one that is reported on in a later year now.

    A vedtak goes on by itself, an oppdrag when it is carried over.
    """
    naa, funnet = (delt_periode(register, en or "") for en in (runden(register, dag), periode))
    if naa is None or funnet is None or funnet == naa:
        return False
    return funnet[0] < (register.aar(post) or naa[0])


def siste_periode(register: Register, aar: int, dag: date) -> str | None:
    """The newest period of a year whose day had come by `dag`, such as `2023-T1`."""
    kommet = [kode for kode, periode in register.perioder.items() if periode.dag(aar) <= dag]
    return f"{aar}-{kommet[-1]}" if kommet else None


def sluttdag(register: Register, aar: int) -> date:
    """The day of the last round of a year."""
    return max(periode.dag(aar) for periode in register.perioder.values())


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


def periode(register: Register, soekt: str, aar: int) -> str:
    """A period as files write it: `T1` and `1. tertial` are 2023-T1 in a year. Raises WrongUse.

    The round goes by its code or its name, or both, and a year may stand on either side of it.
    """
    if begge := med_kode(soekt):
        with suppress(WrongUse):
            kode = periode(register, begge[1], aar)
            if periode(register, begge[0], int(kode[:4])) == kode:
                return kode
    navn = {flat(runde.navn): kode for kode, runde in register.perioder.items()}
    koder = navn | {flat(kode): kode for kode in register.perioder}
    ord_, foran, bak = soekt.strip(), "", ""
    if aaret := _AAR_FORAN.match(ord_):
        foran, ord_ = aaret[1], ord_[aaret.end() :]
    if aaret := _AAR_BAK.fullmatch(ord_[-5:]):
        bak, ord_ = aaret[1], ord_[:-5].rstrip(" -")
    funnet = f"{foran or bak or aar}-{koder.get(flat(ord_), ord_)}"
    if (foran and bak) or delt_periode(register, funnet) is None:
        finnes = ramse(f"{aar}-{kode}" for kode in register.perioder)
        raise WrongUse(f"finner ingen periode «{soekt}»", f"Periodene er {finnes}.")
    return funnet


def periode_for(register: Register, soekt: str, dag: date, post: Oppfulgt | None = None) -> str:
    """A period as files write it; a code alone is a round of one year. Raises WrongUse.

    It is the last that has begun by `dag`, of those that an oppdrag or a vedtak is in when it is
    given: in January, `AAR` is that of the year before.
    """
    for aar in reversed(rundeaar(register, dag, post)):
        funnet = periode(register, soekt, aar)
        foerste_dag = begynte(register, funnet)
        if foerste_dag is not None and foerste_dag <= dag:
            break
    return funnet


def tidligere_periode(register: Register, soekt: str, dag: date) -> str:
    """The period before a day that is meant; `T1` is the last that is over. Raises WrongUse."""
    funnet = periode(register, soekt, dag.year)
    da = periodedag(register, funnet)
    if da is None or da < dag:
        return funnet
    if (i_fjor := periode(register, soekt, dag.year - 1)) != funnet:
        return i_fjor
    igaar = dag - timedelta(days=1)
    nyeste = siste_periode(register, dag.year, igaar)
    nyeste = nyeste or siste_periode(register, dag.year - 1, igaar)
    melding = f"{funnet} er ikke over: den sier hvordan det står {da:%d.%m.%Y}"
    raise WrongUse(melding, f"Den nyeste før {dag:%d.%m.%Y} er {nyeste}.")


def oppdragsaarene(register: Register) -> list[int]:
    """The years that oppdrag are given for, the oldest first."""
    return sorted({fil.aar for fil in register.oppdragsfiler})


def oppdragsaar(register: Register, tekst: str | None, dag: date) -> int:
    """The year of oppdrag that is meant, the newest by a day when none is given.

    Raises WrongUse.
    """
    finnes = oppdragsaarene(register)
    aar = verdi.aarstall("--aar", tekst)
    if aar is None:
        return max((aar for aar in finnes if aar <= dag.year), default=dag.year)
    if finnes and aar not in finnes:
        raad = f"Det er oppdrag for {', '.join(map(str, finnes))}."
        raise WrongUse(f"det er ingen oppdrag for {aar}", raad)
    return aar


def fristaar(register: Register, post: Fulgt, dag: date) -> int:
    """The year of a deadline that says none: that of the oppdrag, as long as it is not over."""
    return max(register.aar(post.hele) or dag.year, dag.year)
