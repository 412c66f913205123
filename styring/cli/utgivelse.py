"""How a document is given out: in its format, and with what is to be said beside it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from styring.cli import utad
from styring.cli.omgivelse import Omgivelse, si
from styring.errors import StyringError
from styring.mappe import vist
from styring.register import egnemaler as maler
from styring.tegn import UKJENT
from styring.views.tekstform import ufarlig

if TYPE_CHECKING:
    from collections.abc import Iterable

    from styring.documents.dokument import Dokument
    from styring.model.aarshjul import Hendelse
    from styring.model.oppdrag import Oppdrag

_LANGT = 300_000
"""A PDF of so many characters takes seconds."""


def gi_alle(
    om: Omgivelse,
    dokument: Dokument,
    format_: str,
    poster: Iterable[Oppdrag | Hendelse] = (),
) -> None:
    """As `gi`, of a document for the public; and says what is not in it, of some records too."""
    from styring.documents.markdown import som_tekst
    from styring.offentlig.sladding import UTELATT

    steder = dokument.tekst.count(som_tekst(UTELATT))
    gi(om, dokument, format_, *utad.merknader(poster, steder))


def gi(om: Omgivelse, dokument: Dokument, format_: str, *merknader: str) -> None:
    """Writes a document to the file that was asked for, else to stdout; remarks beside it.

    Raises typer.Exit (exit status 1) when some of the data is broken.
    """
    from styring.documents.valg import er_tekst, skriv

    if format_ == "pdf" and len(dokument.tekst) > _LANGT and sys.stderr.isatty():
        si("Lager PDF av et langt dokument. Det kan ta en stund.")
    if om.ut is None and sys.stdout.isatty() and not er_tekst(format_):
        raad = f"Skriv til en fil, for eksempel med --ut dokument.{format_}."
        raise StyringError(f"{format_} kan ikke vises her", raad)
    innhold, uvist = skriv(om.mappe, dokument, format_)
    om.gi(innhold)
    if uvist:
        tegn = ", ".join(f"{ett} ({' '.join(f'U+{ord(t):04X}' for t in ett)})" for ett in uvist)
        ett_tegn = "1 tegn" if len(uvist) == 1 else f"{len(uvist)} tegn"
        si(f"{ett_tegn} finnes ikke i skriften, og er skrevet som «{UKJENT}»: {tegn}.")
    if ubrukte := maler.ubrukte(om.mappe):
        navn = ", ".join(map(ufarlig, ubrukte))
        brukes = f"Malene du kan ha der, er {', '.join(maler.NAVN)}."
        merknader = (*merknader, f"Ikke brukt i {vist(om.mappe / 'maler')}: {navn}. {brukes}")
    if merknader:
        si(*merknader)
    if om.si_utelatt():
        raise typer.Exit(1)
