"""What a report on one of 10,000 oppdrag takes, against listing them all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

from benchmarks.compare import in_turn
from benchmarks.folders import SMALL, Folders
from benchmarks.generate import DAY
from benchmarks.process import Run, run, styring
from benchmarks.report import Row, row

_ROUNDS = 7
_REPORT = ("--status", "ferdig", "--kommentar", "Arbeidet er gjort, og erfaringene er gode.")
_LINES = ("periode", "dato", "av", "status", "kommentar")
"""What such a report has, a line each."""
_REPORTED = re.compile(r"- id: (\S+)\n(?:(?!  - id:).*\n)*?    rapporter:")


def rows(folders: Folders) -> Iterator[Row]:
    """`status oppdater` of another oppdrag each time, on a copy; and the listing of the copy."""
    source = folders.oppdrag(SMALL).parent
    folder = source.with_name(f"{source.name}-endret")
    shutil.copytree(source, folder)
    file = folder / "oppdrag.yaml"
    ids = iter(_REPORTED.findall(file.read_text(encoding="utf-8")))

    def report() -> Run:
        before = file.read_text(encoding="utf-8").count("\n")
        words = ("status", "oppdater", next(ids), *_REPORT, "--data", folder, "--dato", DAY)
        taken = run(styring(*words))
        added = file.read_text(encoding="utf-8").count("\n") - before
        if added != len(_LINES):
            raise RuntimeError(f"a report of {len(_LINES)} fields changed {added} lines")
        return taken

    def listing() -> Run:
        return run(styring("oppdrag", "list", "--data", folder, "--dato", DAY))

    report()
    written, listed = in_turn(_ROUNDS, report, listing)
    yield row("status oppdater / oppdrag list, 10,000 oppdrag", written, listed, at_most=2)
