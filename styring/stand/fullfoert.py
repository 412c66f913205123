"""On which day something was done, all of it, as its reports and its answer tell."""

from datetime import date
from itertools import takewhile

from styring.model.oppdrag import Status
from styring.model.vedtak import Oppfulgt, Vedtak
from styring.register.innhold import Register
from styring.stand import runder, stand


def ferdigdag(register: Register, vedtak: Vedtak) -> date | None:
    """The day that a vedtak was done or dropped, and answered where it is to be.

    None while more is to be done, and for what needs no follow-up.
    """
    if vedtak.trenger_ingen or stand.er_aapent(register, vedtak):
        return None
    dag = _avsluttet(register, vedtak)
    if dag is None:
        dager = (_avsluttet(register, en) for en in stand.gjennom(register, vedtak))
        dag = max(filter(None, dager))
    type_, svar = register.vedtakstype(vedtak), vedtak.tilbakemelding
    skal_ha_svar = type_ is not None and type_.tilbakemelding
    return max(dag, svar.dato) if svar and skal_ha_svar else dag


def er_ferdig_siden(register: Register, vedtak: Vedtak, dag: date) -> bool:
    """It was done, and not dropped, on the day or later."""
    ble = ferdigdag(register, vedtak)
    return ble is not None and ble >= dag and not er_utgaatt(register, vedtak)


def er_utgaatt(register: Register, vedtak: Vedtak) -> bool:
    """It was dropped."""
    return stand.status(register, vedtak) is Status.UTGAAR


def _avsluttet(register: Register, post: Oppfulgt) -> date | None:
    """The day of the first of the reports since which it has been done or dropped.

    That is the day its round tells the state of, or the day it was written when that came first.
    """
    rapporter = stand.nyeste_foerst(register, post)
    siden = list(takewhile(lambda rapport: rapport.status.er_avsluttet, rapporter))
    return min(runder.rapportdag(register, siden[-1]), siden[-1].dato) if siden else None
