"""How a document is given out: in its format, and with what is to be said beside it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from styring.cli import utad
from styring.cli.omgivelse import Omgivelse, si
from styring.mappe import vist
from styring.register import egnemaler as maler
from styring.views.tekstform import ufarlig

if TYPE_CHECKING:
    from collections.abc import Iterable

    from styring.documents.dokument import Dokument
    from styring.model.aarshjul import Hendelse
    from styring.model.oppdrag import Oppdrag

_LANGT = 300_000
"""A PDF of so many characters takes seconds."""


def gi_alle(om: Omgivelse, dokument: Dokument, poster: Iterable[Oppdrag | Hendelse] = ()) -> None:
    """As `gi`, of a document for the public; and says what is not in it, of some records too."""
    from styring.documents.utfylling import som_tekst
    from styring.offentlig.sladding import UTELATT

    steder = dokument.tekst.count(som_tekst(UTELATT))
    gi(om, dokument, *utad.merknader(poster, steder))


def gi(om: Omgivelse, dokument: Dokument, *merknader: str) -> None:
    """Shows a document, and says which templates of the municipality's own are not used."""
    if om.format_ == "pdf" and len(dokument.tekst) > _LANGT and sys.stderr.isatty():
        si("Lager PDF av et langt dokument. Det kan ta en stund.")
    if ubrukte := maler.ubrukte(om.mappe):
        navn = ", ".join(map(ufarlig, ubrukte))
        brukes = f"Malene du kan ha der, er {', '.join(maler.NAVN)}."
        merknader = (*merknader, f"Ikke brukt i {vist(om.mappe / 'maler')}: {navn}. {brukes}")
    om.vis(dokument, *merknader)
