"""`styring rapport aar`."""

from styring import tidstolk, verdi
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse
from styring.cli.utgivelse import gi_alle

VISER = "dokument"


def aar(
    om: Omgivelse,
    aar: valg.Aar = None,
) -> None:
    """Lag kapitlet om oppdragene og vedtakene i årsrapporten: hva som kom ut av dem, mål for mål.

    Kapitlet gjelder året den siste runden hører til. I januar er det altså fjoråret, når det er
    noe å fortelle om det. Er ikke året slutt, sier det hvordan det står i dag (eller på --dato).

    Kapitlet er for alle: det som er unntatt offentlighet, er talt, men ikke med. Les gjennom det
    folk har skrevet, før du sender.
    """
    from styring.documents.aarsrapport import aarsrapport
    from styring.offentlig.doer import offentlig_da
    from styring.stand.runder import sluttdag

    aaret = tidstolk.rapportaar(om.kjent, verdi.aarstall("--aar", aar), om.dag)
    dag = min(om.dag, sluttdag(om.kjent, aaret))
    synlig = offentlig_da(om.kjent, aaret, dag)
    gi_alle(om, aarsrapport(synlig, aaret, dag))
