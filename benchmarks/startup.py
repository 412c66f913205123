"""How long the shortest command takes, against the floor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.compare import in_turn
from benchmarks.folders import Folders
from benchmarks.process import ROOT, Run, python, run, styring
from benchmarks.report import Row, row

DATA = ROOT / "data"
ROUNDS = 20
_FLOOR = "import sys\nfrom benchmarks.floor import app\nsys.exit(app())"
_ID = re.compile(r"\bSOS-\d{4}-\d+")


def rows(_: Folders) -> Iterator[Row]:
    """`oppdrag list` against the floor's `list`, on the same file and with the same oppdrag out."""
    for where, terminal, target in (("a pipe", False, 1.0), ("a terminal", True, None)):

        def ours(terminal: bool = terminal) -> Run:
            command = styring("--data", DATA, "oppdrag", "list", "--sektor", "SOS")
            return _listed(run(command, terminal=terminal))

        def floor(terminal: bool = terminal) -> Run:
            command = python(_FLOOR, "list", DATA / "oppdrag.yaml", "--sektor", "SOS")
            return _listed(run(command, terminal=terminal))

        for first in (ours, floor):  # which compiles their modules
            first()
        what = f"start-up: oppdrag list / floor, to {where}"
        yield row(what, *in_turn(ROUNDS, ours, floor), at_most=target)


def _listed(taken: Run) -> Run:
    """The run, if it did what it was asked to do."""
    there = set(_ID.findall((DATA / "oppdrag.yaml").read_text(encoding="utf-8")))
    if set(_ID.findall(taken.output)) != there:
        raise RuntimeError(f"not the oppdrag of SOS:\n{taken.output}")
    return taken
