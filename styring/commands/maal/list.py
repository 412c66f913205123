"""`styring maal list`."""

from __future__ import annotations

from styring import tolk, verdi
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse, si
from styring.stand.arbeid import maallinjer
from styring.views import maalliste as visning

VISER = "tabell"


def list_(
    om: Omgivelse,
    sektor: valg.Sektorer = None,
    sorter: valg.Sorter = None,
    kolonner: valg.Kolonner = None,
) -> None:
    """List opp delmålene, med hvem som har ansvar og hvor mange oppdrag som bidrar til dem."""
    koder = tolk.sektorkoder(om.kjent, sektor)
    alle = maallinjer(om.kjent)
    linjer = [linje for linje in alle if not koder or koder.intersection(linje.delmaal.ansvar)]
    if alle and not linjer:
        si("Ingen delmål passer med det du spurte etter.")
    tabell = visning.oppsett(om.kjent)
    om.vis(tabell.tabell(linjer, verdi.noekler(kolonner), verdi.noekler(sorter)))
