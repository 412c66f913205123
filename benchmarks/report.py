"""The table of what was measured, and of what it was measured with."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from benchmarks.compare import Ratio, Series, ratio

_LIBRARIES = ("typer", "pydantic", "pydantic-core", "PyYAML", "rich", "check-jsonschema")
_HEADINGS = ("what", "ratio", "(min–max)", "of CPU time", "target", "held")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. Without a target it is there to be read, and is not judged."""

    what: str
    ratio: Ratio | None
    """None where it cannot be compared, which `what` gives the reason for."""
    cpu: Ratio | None = None
    at_most: float | None = None
    at_least: float | None = None

    def is_held(self) -> bool:
        """The ratio is on the right side of its target."""
        if self.ratio is None:
            return True
        if self.at_most is not None:
            return self.ratio.median <= self.at_most
        return self.at_least is None or self.ratio.median >= self.at_least

    def cells(self) -> tuple[str, ...]:
        """The line's columns."""
        if self.ratio is None:
            return (self.what, *[""] * (len(_HEADINGS) - 1))
        held = "yes" if self.is_held() else "NO"
        if self.at_most is not None:
            target = f"≤ {self.at_most:g}"
        elif self.at_least is not None:
            target = f"≥ {self.at_least:g}"
        else:
            target, held = "", ""
        span = f"({self.ratio.least:.2f}–{self.ratio.greatest:.2f})"
        cpu = f"{self.cpu.median:.2f}" if self.cpu is not None else ""
        return (self.what, f"{self.ratio.median:.2f}", span, cpu, target, held)


def row(
    what: str,
    ours: Series,
    theirs: Series,
    *,
    at_most: float | None = None,
    at_least: float | None = None,
) -> Row:
    """A line that compares two processes: judged by the clock, with the processor's time beside."""
    return Row(what, ratio(ours.wall, theirs.wall), ratio(ours.cpu, theirs.cpu), at_most, at_least)


def empty(what: str, why: str) -> Row:
    """A line that compares nothing, and why."""
    return Row(f"{what}: {why}", None)


def table(rows: Iterable[Row]) -> str:
    """The lines as a Markdown table, which is also plain to read."""
    lines = [_HEADINGS, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    text = [
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |"
        for line in lines
    ]
    text.insert(1, f"|{'|'.join('-' * (width + 2) for width in widths)}|")
    return "\n".join(text)


def versions() -> str:
    """What the figures hold for."""
    found = [f"{platform.python_implementation()} {platform.python_version()}"]
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"no {name}")
    return f"{', '.join(found)}; {platform.system()}, {os.cpu_count()} cores"
