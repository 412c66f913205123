"""The generated data folders, made when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.generate import DAY, data_folder
from benchmarks.process import Run, run, styring

FEW, SMALL, LARGE = 100, 10_000, 100_000
"""How many oppdrag: to warm up with, in a country's year, and ten times that."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where they are, by how many oppdrag they have."""

    parent: Path
    _files: dict[int, Path] = field(default_factory=dict)

    def oppdrag(self, count: int) -> Path:
        """The file of this many oppdrag."""
        if count not in self._files:
            self._files[count] = data_folder(self.parent / str(count), count)
        return self._files[count]

    def valider(self, count: int) -> Run:
        """One run of `styring valider`. Raises RuntimeError unless it finds nothing at all."""
        folder = self.oppdrag(count).parent
        taken = run(styring("--dato", DAY, "valider", "--alle", "--streng", folder))
        if taken.output != "ingen feil\n":
            raise RuntimeError(f"findings in data that has no faults:\n{taken.output}")
        return taken
