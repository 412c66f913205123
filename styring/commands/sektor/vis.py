"""`styring sektor vis`."""

from styring import tolk
from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import Omgivelse
from styring.views.kontaktliste import ark

VISER = "bunke"


def vis(
    om: Omgivelse,
    koder: list[str] = gitt.argument("KODE...", "En eller flere.", fullfoering.sektorer),
) -> None:
    """Vis alt om en sektor: hvem som leder den, virksomhetene, folkene og oppdragene."""
    om.vis_ark(tolk.flere(tolk.sektor, om.kjent, koder), ark)
