"""A document that is done, before it has a format."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Dokument(NamedTuple):
    """What a document says."""

    tittel: str
    avsender: str
    """Whose it is: the municipality's name."""
    dag: date
    """The day it tells of."""
    tekst: str
    """CommonMark with tables, beginning with the title as its only first-level heading."""
