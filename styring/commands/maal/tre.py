"""`styring maal tre`."""

from __future__ import annotations

import typer

from styring.cli import valg
from styring.cli.omgivelse import omgivelse
from styring.views import maalliste as visning


def tre(ctx: typer.Context, format_: valg.ArkFormat = "tabell", ut: valg.Ut = None) -> None:
    """Vis målene som et tre, fra satsingsområde til delmål."""
    om = omgivelse(ctx)
    om.vis(visning.tre(om.kjent), format_)
