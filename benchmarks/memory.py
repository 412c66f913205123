"""The peak of memory of `valider`, against the size of the file it reads."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.compare import ratio
from benchmarks.folders import FEW, LARGE, SMALL, Folders
from benchmarks.process import Run
from benchmarks.report import Row

ROUNDS = 2


def rows(folders: Folders) -> Iterator[Row]:
    """All of the peak, and what of it is above that of a few oppdrag."""
    for count in (SMALL, LARGE):
        size = folders.oppdrag(count).stat().st_size
        peaks = [_peak(folders.valider(count)) for _ in range(ROUNDS)]
        above = [peak - _peak(folders.valider(FEW)) for peak in peaks]
        sizes = [size] * ROUNDS
        name = f"memory, {count:,} oppdrag"
        yield Row(f"{name}: peak / file", ratio(peaks, sizes), at_most=12)
        yield Row(f"{name}: peak above that of a few / file", ratio(above, sizes))


def _peak(taken: Run) -> int:
    assert taken.peak is not None, "the process that measures has grown too big"
    return taken.peak
