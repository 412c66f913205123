"""`styring brev`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from styring import tidstolk
from styring.cli import valg
from styring.cli.omgivelse import Omgivelse
from styring.cli.utgivelse import gi_alle

if TYPE_CHECKING:
    from styring.model.aarshjul import Hendelse
    from styring.model.oppdrag import Oppdrag

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
    poster: list[Oppdrag | Hendelse] = [
        *(en for en in om.register.oppdrag if aaret in om.register.aarene(en)),
        *(en for en in om.register.hendelser if er_i_aaret(en, aaret)),
    ]
    synlig = offentlig_da(om.kjent, aaret, om.dag)
    gi_alle(om, brev(synlig, aaret, om.dag), poster)
