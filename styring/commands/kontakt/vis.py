"""`styring kontakt vis`."""

from styring import tolk
from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import Omgivelse
from styring.views.kontaktliste import ark

VISER = "bunke"


def vis(
    om: Omgivelse,
    ider: list[str] = gitt.argument(
        "ID...",
        "En eller flere personer («elspra») eller sektorer («SOS»).",
        fullfoering.folk_og_sektorer,
    ),
) -> None:
    """Vis en person eller en sektor: hvordan de nås, og oppdragene de har."""
    om.vis_ark(tolk.flere(tolk.kontakt_eller_sektor, om.kjent, ider), ark)
