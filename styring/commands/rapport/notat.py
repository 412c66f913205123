"""`styring rapport notat`."""

from __future__ import annotations

import typer

from styring import tolk
from styring.cli import valg
from styring.cli.omgivelse import omgivelse
from styring.cli.utgivelse import gi
from styring.stand import runder

VISER = "dokument"


def notat(
    ctx: typer.Context,
    sektor: valg.EnSektor,
) -> None:
    """Lag notatet til styringsdialogen med en sektor: hvordan det står, og hva du kan spørre om.

    Notatet er internt: det som er unntatt offentlighet, er med, og er merket.
    """
    from styring.documents.notat import notat

    om = omgivelse(ctx)
    sektoren, aaret = tolk.sektor(om.kjent, sektor), runder.oppdragsaar(om.kjent, None, om.dag)
    gi(om, notat(om.kjent, sektoren, aaret, om.dag))
