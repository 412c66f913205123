"""How documents are given out, and what is said beside what is for all: what is not in it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from styring.cli.omgivelse import Omgivelse, si
from styring.mappe import kjent_som
from styring.mente import telt
from styring.register import egnemaler as maler
from styring.tegn import ufarlig

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from styring.documents.dokument import Dokument
    from styring.model.aarshjul import Hendelse
    from styring.model.vedtak import Oppfulgt

_LANGT = 300_000
"""A PDF of so many characters takes seconds."""


def gi_alle(om: Omgivelse, dokument: Dokument, poster: Iterable[Oppfulgt | Hendelse] = ()) -> None:
    """As `gi`, of a document for the public; and says what is not in it, of some records too."""
    from styring.documents.utfylling import som_tekst
    from styring.offentlig.sladding import UTELATT

    steder = dokument.tekst.count(som_tekst(UTELATT))
    gi(om, dokument, *utelatt(poster, steder))


def gi(om: Omgivelse, dokument: Dokument, *merknader: str) -> None:
    """Shows a document, and says which templates of the municipality's own are not used."""
    if om.format_ == "pdf" and len(dokument.tekst) > _LANGT and sys.stderr.isatty():
        si("Lager PDF av et langt dokument. Det kan ta en stund.")
    if ubrukte := maler.ubrukte(om.mappe):
        navn = ", ".join(map(ufarlig, ubrukte))
        brukes = f"Malene du kan ha der, er {', '.join(maler.NAVN)}."
        merknader = (*merknader, f"Ikke brukt i {kjent_som(om.mappe / 'maler')}: {navn}. {brukes}")
    om.vis(dokument, *merknader)


def utelatt(poster: Iterable[Oppfulgt | Hendelse], steder: int) -> Iterator[str]:
    """How many of some records are `unntatt`; how many places something is taken out of the rest.

    Nothing of what there is none of.
    """
    from styring.model.unntatt import er_unntatt
    from styring.offentlig.sladding import UTELATT
    from styring.stand.antall import antall

    if unntatt := antall(post for post in poster if er_unntatt(post)):
        yield f"Ikke med, fordi det er unntatt offentlighet: {unntatt}."
    if steder:
        hva = "telefon, e-post eller id-er som er unntatt, tatt ut av teksten"
        yield f"{telt(steder, 'sted', 'steder')} er {hva}. Der står det «{UTELATT}»."
