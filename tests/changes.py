"""Two changes of the fictional data, one of them broken off, and what is said of changes."""

import os
import re
from pathlib import Path
from typing import Any

from child import Call, command, copy, left_behind
from driver import Ended, styring

ONE = ("oppdrag", "del-opp", "ark-2024-01", "Hylle")
TWO = ("oppdrag", "deleger", "ark-2024-01", "byg-2023-02", "--til", "vikar")
YEAR = "oppdrag/2024.yaml"
"""The file that they change, the second one a file more."""

SOMEONE = 1234
"""A user who is not root."""


def as_someone(data: Path, *words: str) -> None:
    """Is `styring` for an ordinary user, in a child."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(SOMEONE)
        os.setuid(SOMEONE)
    command(data, *words)


def done(ended: Ended) -> str:
    """What was said of a change that was made without a word beside it."""
    assert (ended.status, ended.err) == (0, "")
    return ended.out


def refused(ended: Ended) -> str:
    """What was said of a change that was not made: no traceback, and a way out."""
    assert (ended.status, ended.out) == (3, ""), ended.err
    assert re.match(r"Feil: .+\n.+", ended.err)
    assert "Traceback" not in ended.err
    return ended.err


def broken_off(data: Path, behind: str = "paabegynt.json") -> None:
    """Begins with the change of two files, and ends right behind the replacing of a file."""

    def around(name: str, call: Call, given: tuple[Any, ...]) -> Any:
        result = call(*given)
        if name == "replace" and str(given[1]).endswith(behind):
            os._exit(99)
        return result

    assert styring(*TWO, data=data, process=copy(around)).status == 99


def tidied_away(data: Path) -> None:
    """Takes the new content of files away, as `git clean` would."""
    for name in left_behind(data):
        if name.endswith("-ny"):
            (data / name).unlink()
