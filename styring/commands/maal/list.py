"""`styring maal list`."""

from styring import tolk
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse
from styring.stand.arbeid import maallinjer
from styring.views.maalliste import oppsett

VISER = "tabell"


def list_(
    om: Omgivelse,
    *,
    sektor: valg.Sektorer = None,
    sok: valg.Soek = None,
    liste: valg.Liste,
) -> None:
    """List opp delmålene, med hvem som har ansvar og hvor mange oppdrag som bidrar til dem."""
    koder = tolk.sektorkoder(om.kjent, sektor)
    alle = maallinjer(om.kjent)
    linjer = [linje for linje in alle if not koder or koder.intersection(linje.delmaal.ansvar)]
    kolonnene = oppsett(om.kjent)
    liste.vis(om, kolonnene, kolonnene.treff(linjer, sok or ()), alle, "delmål")
