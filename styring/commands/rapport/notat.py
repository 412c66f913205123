"""`styring rapport notat`."""

from styring import tidstolk, tolk
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse
from styring.cli.utgivelse import gi

VISER = "dokument"


def notat(
    om: Omgivelse,
    sektor: valg.EnSektor,
) -> None:
    """Lag notatet til styringsdialogen med en sektor: hvordan det står, og hva du kan spørre om.

    Notatet er internt: det som er unntatt offentlighet, er med, og er merket.
    """
    from styring.documents.notat import notat

    sektoren, aaret = tolk.sektor(om.kjent, sektor), tidstolk.oppdragsaar(om.kjent, None, om.dag)
    gi(om, notat(om.kjent, sektoren, aaret, om.dag))
