"""Which year, or which round of it, a report is about."""

from __future__ import annotations

from datetime import date

from styring.errors import WrongUse
from styring.model.kommune import Periode
from styring.register.innhold import Register
from styring.stand import runder


def rapportrunde(register: Register, soekt: str | None, dag: date) -> tuple[int, Periode]:
    """The round that is meant and its year.

    Raises WrongUse for one that has not come, or that was before all there is.
    """
    nyeste = runder.runden(register, dag)
    soekt = runder.periode_for(register, soekt, dag) if soekt is not None else nyeste
    funnet = runder.delt_periode(register, soekt) if soekt else None
    raad = f"Den nyeste er {nyeste}." if nyeste else None
    if funnet is None:
        raise WrongUse("ingen rapporteringsrunde er kommet", raad)
    if (da := funnet[1].dag(funnet[0])) > dag:
        raise WrongUse(f"{soekt} er ikke kommet: den sier hvordan det står {da:%d.%m.%Y}", raad)
    er_foer = all(funnet[0] < register.aarene(oppdrag)[0] for oppdrag in register.oppdrag)
    if register.oppfulgte and er_foer and all(en.dato and en.dato > da for en in register.vedtak):
        hva = "vedtak" if register.bare_vedtak else "oppdrag"
        finnes = register.oppfulgte_aar if register.bare_vedtak else runder.oppdragsaarene(register)
        raad = f"Det er {hva} for {', '.join(map(str, finnes))}."
        raise WrongUse(f"det var ingen oppdrag eller vedtak å rapportere om for {soekt}", raad)
    return funnet


def rapportaar(register: Register, aar: int | None, dag: date) -> int:
    """The year that is meant; else that of the newest round, when there is something of it.

    Raises WrongUse for one that there is neither oppdrag nor vedtak from.
    """
    foerste = [vedtak.dato.year for vedtak in register.vedtak if vedtak.dato]
    oppdrag = [] if register.bare_vedtak else runder.oppdragsaarene(register)
    vedtak = range(min(foerste), dag.year + 1) if foerste else range(0)
    finnes = sorted({*oppdrag, *vedtak})
    if aar is None:
        funnet = runder.delt_periode(register, runder.runden(register, dag) or "")
        rundens = {aar for en in register.oppdrag for aar in register.aarene(en)} or {*vedtak}
        if funnet and funnet[0] in rundens:
            return funnet[0]
        return runder.oppdragsaar(register, None, dag)
    if finnes and aar not in finnes:
        raad = f"Det er oppdrag eller vedtak for {', '.join(map(str, finnes))}."
        raise WrongUse(f"det er ingen oppdrag eller vedtak for {aar}", raad)
    return aar
