"""`styring oppdrag list`."""

from __future__ import annotations

from styring.cli import valg
from styring.cli.omgivelse import Omgivelse, si

VISER = "tabell"


def list_(om: Omgivelse, filtre: valg.Filter, liste: valg.Liste) -> None:
    """List opp oppdragene."""
    from styring.views.oppdragsliste import oppsett

    register = om.kjent
    oppdrag = [*filtre.utvalg(register, om.dag).velg(register, register.oppdrag, om.dag)]
    if filtre.uten_rapport and om.er_vanlig():
        om.si_runden()
    if not oppdrag and register.oppdrag:
        si("Ingen oppdrag passer med det du spurte etter.")
    om.vis(liste.tabell(oppsett(register, om.dag), oppdrag))
