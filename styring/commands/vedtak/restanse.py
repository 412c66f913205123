"""`styring vedtak restanse`."""

from styring import tolk
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse, si, si_tekst
from styring.commands.vedtak.list import si_om_ingen_er

VISER = "tabell"


def restanse(
    om: Omgivelse,
    *,
    sektor: valg.Sektorer = None,
    liste: valg.Liste,
) -> None:
    """List opp vedtak der fristen er ute, som ingen følger opp, eller som ikke er meldt tilbake."""
    from styring.stand.restanse import IKKE_MELDT_TILBAKE, UTEN_OPPFOELGING, restanse
    from styring.views.vedtaksliste import restanseoppsett

    igjen = restanse(om.kjent, tolk.sektorkoder(om.kjent, sektor), om.dag)
    hvorfor = {grunn for _, grunn in igjen}
    si_om_ingen_er(om)
    if om.kjent.vedtak and not igjen:
        si("Ingen vedtak står igjen.")
    if IKKE_MELDT_TILBAKE in hvorfor:
        si_tekst("Før opp svaret til organet med «styring vedtak endre ID --tilbakemeldt DATO».")
    if UTEN_OPPFOELGING in hvorfor:
        si_tekst(
            "Trenger et vedtak ingen oppfølging, si hvorfor: "
            "«styring vedtak endre ID --ingen-oppfoelging GRUNN»."
        )
    oppsett = restanseoppsett(om.kjent, igjen, om.dag)
    liste.vis(om, oppsett, [vedtak for vedtak, _ in igjen], (), "vedtak")
