"""What commands that change data said, and what is in the files after."""

import re
from difflib import unified_diff
from pathlib import Path
from typing import Any

from conftest import RIK
from driver import DAG, Ended

from styring.register.lasting import last
from styring.slag import OPPDRAG

OM = ("--dato", DAG)
ANGRE = "Angre med «styring angre».\n"


def changes(data: Path, before: Path = RIK) -> list[str]:
    """The lines that went out and came in, to the byte, in all files of a data folder."""
    after = {p.relative_to(data) for p in data.rglob("*.yaml") if ".styring" not in p.parts}
    assert after == {path.relative_to(before) for path in before.rglob("*.yaml")}
    found: list[str] = []
    for name in sorted(after):
        old, new = (
            (folder / name).read_bytes().decode().splitlines(keepends=True)
            for folder in (before, data)
        )
        found += [line for line in list(unified_diff(old, new, n=0))[2:] if line[:2] != "@@"]
    assert all(line.endswith("\n") for line in found)
    return [line.removesuffix("\n") for line in found]


def done(ended: Ended) -> str:
    """What a command said that changed something, without how to undo it.

    A report without a comment is warned of, and most here have none.
    """
    assert ended.status == 0
    assert set(re.findall(r": (?:feil|advarsel) (\w+):", ended.err)) <= {"RAP011", "RAP012"}
    assert bool(ended.err) == ("RAP01" in ended.err)
    assert ended.out.endswith(ANGRE)
    return ended.out.removesuffix(ANGRE)


def refused(ended: Ended, status: int = 2) -> str:
    """What a command said that did nothing."""
    assert (ended.status, ended.out) == (status, "")
    assert ended.err.startswith("Feil: ") or "\nFeil: " in ended.err
    assert "Traceback" not in ended.err
    return ended.err


def stored(data: Path, id_: str) -> Any:
    """The oppdrag of an id, as the files have it."""
    return last(data).etter_id(OPPDRAG)[id_.lower()]
