"""`styring maal vis`."""

from __future__ import annotations

from styring import tolk
from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import Omgivelse
from styring.views import maalliste as visning
from styring.views.ark import Bunke

VISER = "bunke"


def vis(
    om: Omgivelse,
    ider: list[str] = gitt.argument(
        "ID...", "Ett eller flere mål, på hvilket nivå som helst.", fullfoering.maal
    ),
) -> None:
    """Vis et mål: hva det er en del av, hvem som har ansvar, og oppdragene som bidrar til det."""
    poster = [tolk.maal(om.kjent, id_) for id_ in ider]
    om.vis(Bunke(tuple(visning.ark(om.kjent, maal, om.dag) for maal in poster)))
