"""`styring oppdrag vis`."""

from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import Omgivelse

VISER = "bunke"


def vis(
    om: Omgivelse,
    ider: list[str] = gitt.argument(
        "ID...", "Ett eller flere oppdrag. Kan forkortes: «sos-1».", fullfoering.oppdrag
    ),
) -> None:
    """Vis alt om et oppdrag: målet over det, hvem som har det, oppgavene, hver rapport."""
    from styring import tolk
    from styring.views.oppdragsark import ark

    om.vis_ark(tolk.flere(tolk.oppdrag, om.kjent, ider), ark)
