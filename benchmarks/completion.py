"""What Tab takes to offer the ids of 10,000 oppdrag, against listing them."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.compare import in_turn
from benchmarks.folders import SMALL, Folders
from benchmarks.process import Run, run, styring
from benchmarks.report import Row, row

_ROUNDS = 7


def rows(folders: Folders) -> Iterator[Row]:
    """The answer to the scripts for shells, which have the words in a variable."""
    folder = folders.oppdrag(SMALL).parent
    words = "\x1f".join(("--data", str(folder), "oppdrag", "vis", ""))
    variables = {"_STYRING_COMPLETE": "complete_styring", "_STYRING_ORD": words}

    def offered() -> Run:
        taken = run(styring(), variables=variables)
        if taken.output.count("\n") != SMALL:
            raise RuntimeError(f"not what there is to offer:\n{taken.output[:1000]}")
        return taken

    def listed() -> Run:
        return run(styring("--data", folder, "oppdrag", "list"))

    offered()
    listed()
    taken = in_turn(_ROUNDS, offered, listed)
    yield row("Tab / oppdrag list, 10,000 oppdrag", *taken, at_most=0.6)
