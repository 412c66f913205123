"""`python -m benchmarks [PART …]`: measures, and ends with 1 when a target is missed."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import completion, growth, memory, peers, startup, validate, write
from benchmarks.folders import Folders
from benchmarks.report import Row, table, versions

PARTS: dict[str, Callable[[Folders], Iterator[Row]]] = {
    "oppstart": startup.rows,
    "valider": validate.rows,
    "vekst": growth.rows,
    "minne": memory.rows,
    "fullfoering": completion.rows,
    "likemenn": peers.rows,
    "endre": write.rows,  # last: a file read here would count in the peak of what is run
}


def main() -> int:
    """Measures the parts asked for. Gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = ", ".join(PARTS)
    parser.add_argument("part", nargs="*", metavar="PART", help=f"some of {names}; else all")
    asked: list[str] = parser.parse_args().part or list(PARTS)
    if unknown := [name for name in asked if name not in PARTS]:
        parser.error(f"no part {', '.join(unknown)}; there are {names}")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="styring-") as folder:
        folders = Folders(Path(folder))
        for name in (name for name in PARTS if name in asked):
            start = time.monotonic()
            for row in PARTS[name](folders):
                rows.append(row)
                print(" | ".join(filter(None, row.cells())), file=sys.stderr, flush=True)
            print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    print(f"{table(rows)}\n\n{versions()}")
    return 0 if all(row.is_held() for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
