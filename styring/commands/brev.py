"""`styring brev`."""

from styring import tidstolk
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse
from styring.cli.utgivelse import gi_alle

VISER = "dokument"


def brev(
    om: Omgivelse,
    aar: valg.Aar = None,
) -> None:
    """Lag styringsbrevet: målene, årets oppdrag, og hvordan de følges opp.

    Brevet er for alle. Det som er unntatt offentlighet, er ikke med. Ligger det en fil
    «maler/forord.md» i datamappen, blir den forordet, og «maler/brev.md» brukes i stedet for malen
    som følger med.
    """
    from styring.documents.brev import brev
    from styring.offentlig.doer import offentlig_da
    from styring.stand.hendelser import er_i_aaret

    aaret = tidstolk.oppdragsaar(om.kjent, aar, om.dag)
    synlig = offentlig_da(om.kjent, aaret, om.dag)
    oppdrag = (en for en in om.register.oppdrag if aaret in om.register.aarene(en))
    hendelser = (en for en in om.register.hendelser if er_i_aaret(en, aaret))
    gi_alle(om, brev(synlig, aaret, om.dag), (*oppdrag, *hendelser))
