"""`styring rapport virksomhetsplan`."""

from styring import tidstolk, tolk
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse
from styring.cli.utgivelse import gi

VISER = "dokument"


def virksomhetsplan(
    om: Omgivelse,
    sektor: valg.EnSektor,
    aar: valg.Aar = None,
) -> None:
    """Lag virksomhetsplanen for en sektor: målene, oppdragene med oppgaver, hvem og når.

    Planen er intern: det som er unntatt offentlighet, er med, og er merket.
    """
    from styring.documents.virksomhetsplan import virksomhetsplan

    sektoren, aaret = tolk.sektor(om.kjent, sektor), tidstolk.oppdragsaar(om.kjent, aar, om.dag)
    gi(om, virksomhetsplan(om.kjent, sektoren, aaret, om.dag))
