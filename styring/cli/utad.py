"""What to say beside something that is for all to see: what is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from styring.model.aarshjul import Hendelse
    from styring.model.vedtak import Oppfulgt


def merknader(poster: Iterable[Oppfulgt | Hendelse], steder: int) -> Iterator[str]:
    """How many of some records are `unntatt`; how many places something is taken out of the rest.

    Nothing of what there is none of.
    """
    from styring.documents.ord import antall
    from styring.model.unntatt import er_unntatt
    from styring.offentlig.sladding import UTELATT

    if unntatt := antall(post for post in poster if er_unntatt(post)):
        yield f"Ikke med, fordi det er unntatt offentlighet: {unntatt}."
    if steder:
        er_en = "1 sted er" if steder == 1 else f"{steder} steder er"
        hva = "telefon, e-post eller id-er som er unntatt, tatt ut av teksten"
        yield f"{er_en} {hva}. Der står det «{UTELATT}»."
