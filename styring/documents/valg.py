"""A document in the format that was asked for."""

from __future__ import annotations

from pathlib import Path

from styring.documents.dokument import Dokument, Skrevet
from styring.errors import WrongUse
from styring.mente import mente

FORMATER = ("markdown", "html", "pdf")


def skriv(mappe: Path, dokument: Dokument, format_: str) -> Skrevet:
    """A document in one of the formats. Raises StyringError when it cannot be written.

    Raises WrongUse for a format that there is not.
    """
    if format_ not in FORMATER:
        raad = mente(format_, FORMATER, "Formatene er")
        raise WrongUse(f"formatet «{format_}» finnes ikke her", raad)
    if format_ == "html":
        from styring.documents import html

        return Skrevet(html.skriv(mappe, dokument))
    if format_ == "pdf":
        from styring.documents import pdf

        return pdf.skriv(dokument)
    return Skrevet(dokument.tekst.encode())


def er_tekst(format_: str) -> bool:
    """A terminal can show the format."""
    return format_ != "pdf"
