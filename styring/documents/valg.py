"""A document in the format that was asked for."""

from __future__ import annotations

from pathlib import Path

from styring.documents.dokument import Dokument, Skrevet

ENDELSER = {"markdown": ".md", "html": ".html", "pdf": ".pdf"}
"""The formats, and how the names of their files end."""


def skriv(mappe: Path, dokument: Dokument, format_: str) -> Skrevet:
    """A document in one of the formats. Raises StyringError when it cannot be written."""
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
