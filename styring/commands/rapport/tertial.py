"""`styring rapport tertial`."""

from styring import tidstolk, tolk, verdi
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse
from styring.cli.utgivelse import gi_alle

VISER = "dokument"


def tertial(
    om: Omgivelse,
    periode: valg.Periode = None,
    sektor: valg.Sektorer = None,
) -> None:
    """Lag tertialrapporten: hvordan det står, hva som er endret, og hva som mangler.

    Rapporter, delegeringer, vedtak og målinger er som de var den dagen runden gjelder. Resten, som
    titler, frister og knytninger, er som det står i filene nå. Rapporten er for alle: det som er
    unntatt offentlighet, er talt, men ikke med. Les gjennom det folk har skrevet, før du sender.
    """
    from styring.documents.tertial import tertial
    from styring.offentlig.doer import offentlig_da

    runde = tidstolk.rapportrunde(om.kjent, verdi.tekst("--periode", periode), om.dag)
    koder = tolk.sektorkoder(om.kjent, sektor)
    synlig = offentlig_da(om.kjent, runde.aar, runde.dag, koder)
    gi_alle(om, tertial(synlig, runde.aar, runde.regler.kode, koder))
