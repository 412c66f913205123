"""Which vedtak are late, followed up by nobody, or not answered, and which of it each is."""

from collections.abc import Collection
from datetime import date

from styring.mente import ramse
from styring.model.vedtak import Vedtak
from styring.register.innhold import Register
from styring.stand import stand

IKKE_MELDT_TILBAKE = "ikke meldt tilbake"


UTEN_OPPFOELGING = "uten oppfølging"


def restanse(register: Register, koder: Collection[str], dag: date) -> list[tuple[Vedtak, str]]:
    """The vedtak that are late, followed up by nobody or not answered, each with which it is.

    Only those that the sectors with these codes follow up, when any are given.
    """
    return [
        (vedtak, grunn)
        for vedtak in register.vedtak
        if (not koder or stand.sektorer(register, vedtak).intersection(koder))
        and (grunn := _staar_igjen(register, vedtak, dag))
    ]


def _staar_igjen(register: Register, vedtak: Vedtak, dag: date) -> str | None:
    if stand.er_forfalt(register, vedtak, dag):
        return "fristen er ute"
    if not stand.er_fulgt_opp(register, vedtak):
        return UTEN_OPPFOELGING
    if stand.mangler_tilbakemelding(register, vedtak):
        return IKKE_MELDT_TILBAKE
    sene = stand.forfalte_oppdrag(register, vedtak, dag)
    return f"{ramse(oppdrag.id for oppdrag in sene)}: fristen er ute" if sene else None
