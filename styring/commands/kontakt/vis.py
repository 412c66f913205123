"""`styring kontakt vis`."""

from __future__ import annotations

from styring import tolk
from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import Omgivelse
from styring.views import kontaktliste as visning
from styring.views.ark import Bunke

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
    valgte = [tolk.kontakt_eller_sektor(om.kjent, id_) for id_ in ider]
    om.vis(Bunke(tuple(visning.ark(om.kjent, post, om.dag) for post in valgte)))
