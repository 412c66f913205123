"""`styring kontakt list`."""

from __future__ import annotations

from styring import tolk, verdi
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse, si
from styring.views import kontaktliste as visning

VISER = "tabell"


def list_(
    om: Omgivelse,
    sektor: valg.Sektorer = None,
    sorter: valg.Sorter = None,
    kolonner: valg.Kolonner = None,
) -> None:
    """List opp personene. Telefon og e-post er med når du ber om kolonnene «telefon,epost»."""
    koder = tolk.sektorkoder(om.kjent, sektor)
    alle = om.kjent.kontakter
    folk = [kontakt for kontakt in alle if not koder or kontakt.sektor in koder]
    if alle and not folk:
        si("Ingen kontakter passer med det du spurte etter.")
    tabell = visning.oppsett(om.kjent).tabell(folk, verdi.noekler(kolonner), verdi.noekler(sorter))
    om.vis(tabell)
