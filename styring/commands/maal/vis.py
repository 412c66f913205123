"""`styring maal vis`."""

from styring import tolk
from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import Omgivelse
from styring.views.maalliste import ark

VISER = "bunke"


def vis(
    om: Omgivelse,
    ider: list[str] = gitt.argument(
        "ID...", "Ett eller flere mål, på hvilket nivå som helst.", fullfoering.maal
    ),
) -> None:
    """Vis et mål: hva det er en del av, hvem som har ansvar, og oppdragene som bidrar til det."""
    om.vis_ark(tolk.flere(tolk.maal, om.kjent, ider), ark)
