"""`styring maal tre`."""

from styring.cli.omgivelse import Omgivelse
from styring.views import maalliste

VISER = "tre"


def tre(om: Omgivelse) -> None:
    """Vis målene som et tre, fra satsingsområde til delmål."""
    om.vis(maalliste.tre(om.kjent))
