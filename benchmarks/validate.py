"""How long `valider` takes on a large file, against reading it and against a schema checker."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.compare import in_turn, middle
from benchmarks.folders import FEW, SMALL, Folders
from benchmarks.process import Run, python, run, styring
from benchmarks.report import Row, row

_LOAD = """
import sys, yaml
with open(sys.argv[1], encoding="utf-8") as file:
    yaml.load(file, Loader=yaml.CSafeLoader)
"""


def rows(folders: Folders) -> Iterator[Row]:
    """Against `yaml.load` in its default settings, and against check-jsonschema."""
    folders.valider(FEW)
    _schema(folders.oppdrag(FEW))
    file = folders.oppdrag(SMALL)
    whole, load, start, load_start = in_turn(
        7,
        lambda: folders.valider(SMALL),
        lambda: _load(file),
        lambda: folders.valider(FEW),
        lambda: run(python("import sys, yaml")),
    )
    only_load = load.without(load_start)
    yield row("valider / yaml.load: both with start-up", whole, load, at_most=0.25)
    yield row("valider with start-up / yaml.load without", whole, only_load, at_most=0.25)
    yield row("valider / yaml.load: both without start-up", whole.without(start), only_load)
    schema, *wholes = in_turn(3, lambda: _schema(file), *[lambda: folders.valider(SMALL)] * 5)
    yield row("check-jsonschema / valider: with start-up", schema, middle(*wholes), at_least=20)


def _load(file: Path) -> Run:
    return run(python(_LOAD, file))


def _schema(file: Path) -> Run:
    return run(check_jsonschema(sys.executable, file))


def check_jsonschema(interpreter: str | Path, file: Path) -> tuple[str, ...]:
    """The words that check a file of oppdrag by the schema that we make, written beside it."""
    schema = file.with_name("oppdrag.schema.json")
    run(styring("skjema", "oppdrag", "--data", file.parent, "--ut", file.parent))
    words = (interpreter, "-m", "check_jsonschema", "--schemafile", schema, file)
    return tuple(str(word) for word in words)
