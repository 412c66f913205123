"""`styring vedtak vis`."""

from styring import tolk
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse

VISER = "bunke"


def vis(
    om: Omgivelse,
    ider: valg.Ider,
) -> None:
    """Vis alt om et vedtak: hva som ble vedtatt, hvem som har det, og hver rapport."""
    from styring.views.vedtaksliste import ark

    om.vis_ark(tolk.flere(tolk.vedtak, om.kjent, ider), ark)
