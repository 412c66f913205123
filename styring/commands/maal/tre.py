"""`styring maal tre`."""

from __future__ import annotations

from styring.cli.omgivelse import Omgivelse
from styring.views import maalliste as visning

VISER = "tre"


def tre(om: Omgivelse) -> None:
    """Vis målene som et tre, fra satsingsområde til delmål."""
    om.vis(visning.tre(om.kjent))
