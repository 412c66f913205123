"""What ten times as much data costs `valider` in time."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.compare import in_turn
from benchmarks.folders import LARGE, SMALL, Folders
from benchmarks.report import Row, row


def rows(folders: Folders) -> Iterator[Row]:
    """100,000 oppdrag against 10,000."""
    folders.valider(SMALL)
    large, small = in_turn(3, lambda: folders.valider(LARGE), lambda: folders.valider(SMALL))
    yield row("valider: 100,000 / 10,000 oppdrag", large, small, at_most=11)
