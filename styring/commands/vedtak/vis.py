"""`styring vedtak vis`."""

from __future__ import annotations

import typer

from styring import tolk
from styring.cli import valg
from styring.cli.omgivelse import omgivelse

VISER = "bunke"


def vis(
    ctx: typer.Context,
    ider: valg.Ider,
) -> None:
    """Vis alt om et vedtak: hva som ble vedtatt, hvem som har det, og hver rapport."""
    from styring.views.ark import Bunke
    from styring.views.vedtaksliste import ark

    om = omgivelse(ctx)
    poster = tolk.flere(tolk.vedtak, om.kjent, ider)
    om.vis(Bunke(tuple(ark(om.kjent, vedtak, om.dag) for vedtak in poster)))
