"""`styring rapport virksomhetsplan`."""

from styring import tidstolk, tolk
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse
from styring.cli.utgivelse import gi
from styring.slag import VIRKSOMHET

VISER = "dokument"


def virksomhetsplan(
    om: Omgivelse,
    sektor: valg.EnSektor,
    virksomhet: valg.Virksomheter = None,
    aar: valg.Aar = None,
) -> None:
    """Lag virksomhetsplanen for en sektor: målene, oppdragene med oppgaver, hvem og når.

    Med --virksomhet er bare de oppdragene med som virksomheten er med på.

    Planen er intern: det som er unntatt offentlighet, er med, og er merket.
    """
    from styring.documents.virksomhetsplan import virksomhetsplan

    sektoren, aaret = tolk.sektor(om.kjent, sektor), tidstolk.oppdragsaar(om.kjent, aar, om.dag)
    enheter = tolk.flere(tolk.av(VIRKSOMHET), om.kjent, virksomhet or ())
    gi(om, virksomhetsplan(om.kjent, sektoren, aaret, om.dag, enheter))
