"""`styring oppdrag list`."""

from styring.cli import valg
from styring.cli.omgivelse import Omgivelse

VISER = "tabell"


def list_(om: Omgivelse, filtre: valg.Filter, liste: valg.Liste) -> None:
    """List opp oppdragene."""
    from styring.views.oppdragsliste import oppsett

    register = om.kjent
    oppdrag = [*filtre.utvalg(register, om.dag).velg(register, register.oppdrag, om.dag)]
    if filtre.uten_rapport and om.er_vanlig():
        om.si_runden()
    liste.vis(om, oppsett(register, om.dag), oppdrag, register.oppdrag, "oppdrag")
