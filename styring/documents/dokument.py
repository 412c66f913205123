"""A document that is done, before it has a format."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from styring.model.tidsform import dag_med_ord


class Dokument(NamedTuple):
    """What a document says."""

    tittel: str
    avsender: str
    """Whose it is: the municipality's name."""
    dag: date
    """The day it tells of."""
    mappe: Path
    """The data folder, which may have a template of its own for the page."""
    tekst: str
    """CommonMark with tables, beginning with the title as its only first-level heading."""
    er_status: bool = False
    """It tells how things stood that day."""

    @property
    def datering(self) -> str:
        """Its day, in words."""
        return f"status per {dag_med_ord(self.dag)}" if self.er_status else dag_med_ord(self.dag)
