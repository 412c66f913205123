"""How many times as much one process takes as another, from runs taken in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.process import Run

Take = Callable[[], Run]


@dataclass(frozen=True, slots=True)
class Series:
    """What the runs of one process took, in the order they were taken."""

    wall: tuple[float, ...]
    cpu: tuple[float, ...]

    def without(self, other: Series) -> Series:
        """The same with what another process took at the same time left out."""
        return Series(_less(self.wall, other.wall), _less(self.cpu, other.cpu))


def middle(*several: Series) -> Series:
    """The middle of runs that were taken beside each other: what a short one takes varies."""
    return Series(
        tuple(map(median, zip(*(series.wall for series in several), strict=True))),
        tuple(map(median, zip(*(series.cpu for series in several), strict=True))),
    )


@dataclass(frozen=True, slots=True)
class Ratio:
    """The middle one, the least and the greatest of some ratios."""

    median: float
    least: float
    greatest: float


def in_turn(rounds: int, *takes: Take) -> list[Series]:
    """The runs of each: A B A B …, so that what else the machine does falls on all alike.

    Where the first run of a process fills caches, that has to be done before.
    """
    taken = [[take() for take in takes] for _ in range(rounds)]
    return [
        Series(tuple(run.wall for run in runs), tuple(run.cpu for run in runs))
        for runs in zip(*taken, strict=True)
    ]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Each of ours over the one of theirs that was taken beside it."""
    ratios = [our / their for our, their in zip(ours, theirs, strict=True)]
    return Ratio(median(ratios), min(ratios), max(ratios))


def _less(series: Sequence[float], part: Sequence[float]) -> tuple[float, ...]:
    return tuple(whole - away for whole, away in zip(series, part, strict=True))
