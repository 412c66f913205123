"""`styring kontakt list`."""

from styring import tolk
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse
from styring.views.kontaktliste import oppsett

VISER = "tabell"


def list_(
    om: Omgivelse,
    *,
    sektor: valg.Sektorer = None,
    virksomhet: valg.Virksomheter = None,
    sok: valg.Soek = None,
    liste: valg.Liste,
) -> None:
    """List opp personene. Telefon og e-post er med når du ber om kolonnene «telefon,epost»."""
    koder = tolk.sektorkoder(om.kjent, sektor)
    alle = om.kjent.kontakter
    enheter = tolk.virksomheter(om.kjent, virksomhet)
    folk = [
        kontakt
        for kontakt in alle
        if (not koder or kontakt.sektor in koder)
        and (not virksomhet or kontakt.virksomhet in enheter)
    ]
    kolonnene = oppsett(om.kjent)
    liste.vis(om, kolonnene, kolonnene.treff(folk, sok or ()), alle, "kontakter")
