"""`styring vedtak vis`."""

from __future__ import annotations

from styring import tolk
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse

VISER = "bunke"


def vis(
    om: Omgivelse,
    ider: valg.Ider,
) -> None:
    """Vis alt om et vedtak: hva som ble vedtatt, hvem som har det, og hver rapport."""
    from styring.views.ark import Bunke
    from styring.views.vedtaksliste import ark

    poster = tolk.flere(tolk.vedtak, om.kjent, ider)
    om.vis(Bunke(tuple(ark(om.kjent, vedtak, om.dag) for vedtak in poster)))
