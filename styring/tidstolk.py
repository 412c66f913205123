"""Which round or year of reports a person means by the words that they type."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from styring import verdi
from styring.errors import WrongUse
from styring.mente import flat, ramse
from styring.model.kommune import Runde
from styring.model.tidsord import med_kode
from styring.register.innhold import Register
from styring.stand import runder

if TYPE_CHECKING:
    from styring.model.vedtak import Oppfulgt

_AAR_FORAN = re.compile(r"([1-9][0-9]{3})[ -]++")
_AAR_BAK = re.compile(r"[ -]([1-9][0-9]{3})")


def periode(register: Register, soekt: str, dag: date, post: Oppfulgt | None = None) -> str:
    """A period as files write it; a code alone is a round of one year. Raises WrongUse.

    It is the last that has begun by `dag`, of those that an oppdrag or a vedtak is in when it is
    given: in January, `AAR` is that of the year before.
    """
    for aar in reversed(runder.rundeaar(register, dag, post)):
        funnet = _i_aaret(register, soekt, aar)
        foerste_dag = runder.begynte(register, funnet)
        if foerste_dag is not None and foerste_dag <= dag:
            break
    return funnet


def tidligere_periode(register: Register, soekt: str, dag: date) -> str:
    """The period before a day that is meant; `T1` is the last that is over. Raises WrongUse."""
    funnet = _i_aaret(register, soekt, dag.year)
    da = runder.periodedag(register, funnet)
    if da is None or da < dag:
        return funnet
    if (i_fjor := _i_aaret(register, soekt, dag.year - 1)) != funnet:
        return i_fjor
    igaar = dag - timedelta(days=1)
    nyeste = runder.siste_periode(register, dag.year, igaar)
    nyeste = nyeste or runder.siste_periode(register, dag.year - 1, igaar)
    melding = f"{funnet} er ikke over: den sier hvordan det står {da:%d.%m.%Y}"
    raise WrongUse(melding, f"Den nyeste før {dag:%d.%m.%Y} er {nyeste}.")


def rapportrunde(register: Register, soekt: str | None, dag: date) -> Runde:
    """The round that is meant.

    Raises WrongUse for one that has not come, or that was before all there is.
    """
    nyeste = runder.runden(register, dag)
    soekt = periode(register, soekt, dag) if soekt is not None else nyeste
    runde = runder.finn_runde(register, soekt)
    raad = f"Den nyeste er {nyeste}." if nyeste else None
    if runde is None:
        raise WrongUse("ingen rapporteringsrunde er kommet", raad)
    da = runde.dag
    if da > dag:
        raise WrongUse(f"{soekt} er ikke kommet: den sier hvordan det står {da:%d.%m.%Y}", raad)
    er_foer = all(runde.aar < register.aarene(oppdrag)[0] for oppdrag in register.oppdrag)
    if register.oppfulgte and er_foer and _er_etter(register, da):
        hva = "vedtak" if register.bare_vedtak else "oppdrag"
        finnes = register.oppfulgte_aar if register.bare_vedtak else runder.oppdragsaarene(register)
        raad = f"Det er {hva} for {', '.join(map(str, finnes))}."
        raise WrongUse(f"det var ingen oppdrag eller vedtak å rapportere om for {soekt}", raad)
    return runde


def rapportaar(register: Register, aar: int | None, dag: date) -> int:
    """The year that is meant; else that of the newest round, when there is something of it.

    Raises WrongUse for one that there is neither oppdrag nor vedtak from.
    """
    foerste = [dato.year for en in register.vedtak if (dato := register.vedtatt(en).dato)]
    oppdrag = [] if register.bare_vedtak else runder.oppdragsaarene(register)
    vedtak = range(min(foerste), dag.year + 1) if foerste else range(0)
    finnes = sorted({*oppdrag, *vedtak})
    if aar is None:
        nyeste = runder.finn_runde(register, runder.runden(register, dag))
        rundens = {aar for en in register.oppdrag for aar in register.aarene(en)} or {*vedtak}
        if nyeste and nyeste.aar in rundens:
            return nyeste.aar
        return oppdragsaar(register, None, dag)
    if finnes and aar not in finnes:
        raad = f"Det er oppdrag eller vedtak for {', '.join(map(str, finnes))}."
        raise WrongUse(f"det er ingen oppdrag eller vedtak for {aar}", raad)
    return aar


def oppdragsaar(register: Register, tekst: str | None, dag: date) -> int:
    """The year of oppdrag that is meant, the newest by a day when none is given.

    Raises WrongUse.
    """
    finnes = runder.oppdragsaarene(register)
    aar = verdi.aarstall("--aar", tekst)
    if aar is None:
        return max((aar for aar in finnes if aar <= dag.year), default=dag.year)
    if finnes and aar not in finnes:
        raad = f"Det er oppdrag for {', '.join(map(str, finnes))}."
        raise WrongUse(f"det er ingen oppdrag for {aar}", raad)
    return aar


def _er_etter(register: Register, dag: date) -> bool:
    """All the vedtak were made after a day."""
    dagene = (register.vedtatt(vedtak).dato for vedtak in register.vedtak)
    return all(dato is not None and dato > dag for dato in dagene)


def _i_aaret(register: Register, soekt: str, aar: int) -> str:
    """A period as files write it: `T1` and `1. tertial` are 2023-T1 in a year. Raises WrongUse.

    The round goes by its code or its name, or both, and a year may stand on either side of it.
    """
    if begge := med_kode(soekt):
        with suppress(WrongUse):
            kode = _i_aaret(register, begge[1], aar)
            if _i_aaret(register, begge[0], int(kode[:4])) == kode:
                return kode
    navn = {flat(runde.navn): kode for kode, runde in register.perioder.items()}
    koder = navn | {flat(kode): kode for kode in register.perioder}
    ord_, foran, bak = soekt.strip(), "", ""
    if aaret := _AAR_FORAN.match(ord_):
        foran, ord_ = aaret[1], ord_[aaret.end() :]
    if aaret := _AAR_BAK.fullmatch(ord_[-5:]):
        bak, ord_ = aaret[1], ord_[:-5].rstrip(" -")
    funnet = f"{foran or bak or aar}-{koder.get(flat(ord_), ord_)}"
    if (foran and bak) or runder.finn_runde(register, funnet) is None:
        finnes = ramse(f"{aar}-{kode}" for kode in register.perioder)
        raise WrongUse(f"finner ingen periode «{soekt}»", f"Periodene er {finnes}.")
    return funnet
