"""`styring oppdrag list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from styring.cli import valg
from styring.cli.omgivelse import Omgivelse, si

if TYPE_CHECKING:
    from styring.register.innhold import Register

VISER = "tabell"


def list_(
    om: Omgivelse,
    filtre: valg.Filter,
    liste: valg.Liste,
) -> None:
    """List opp oppdragene."""
    from styring.stand import runder
    from styring.views.oppdragsliste import oppsett

    register = om.kjent
    utvalg = filtre.utvalg(register, om.dag)
    maalene = {id_ for soekt in filtre.delmaal or () for id_ in _delmaal_under(register, soekt)}
    aaret = runder.oppdragsaar(register, filtre.aar, om.dag) if filtre.aar is not None else None
    oppdrag = tuple(
        oppdrag
        for oppdrag in utvalg.velg(register, register.oppdrag, om.dag)
        if aaret is None or aaret in register.aarene(oppdrag)
        if not maalene or maalene.intersection(oppdrag.delmaal)
    )
    if filtre.uten_rapport and om.er_vanlig():
        om.si_runden()
    if not oppdrag and register.oppdrag:
        si("Ingen oppdrag passer med det du spurte etter.")
    om.vis(liste.tabell(oppsett(register, om.dag), oppdrag))


def _delmaal_under(register: Register, soekt: str) -> frozenset[str]:
    from styring import tolk
    from styring.stand.arbeid import delmaal_under

    return delmaal_under(register, tolk.maal(register, soekt))
