"""`styring maal tre`."""

from __future__ import annotations

import typer

from styring.cli.omgivelse import omgivelse
from styring.views import maalliste as visning

VISER = "tre"


def tre(ctx: typer.Context) -> None:
    """Vis målene som et tre, fra satsingsområde til delmål."""
    om = omgivelse(ctx)
    om.vis(visning.tre(om.kjent))
