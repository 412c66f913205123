"""How what a command answered is read: what it showed, or why it refused."""

import json
from typing import Any

from driver import Ended


def shown(ended: Ended, said: str = "") -> str:
    """What a command showed that went well, with no other word beside it."""
    assert (ended.status, ended.err) == (0, said)
    return ended.out


def rows(ended: Ended, said: str = "") -> list[str]:
    """The lines under the heading of a table."""
    return shown(ended, said).splitlines()[1:]


def records(ended: Ended) -> Any:
    """What was shown as JSON."""
    return json.loads(shown(ended))


def fails(ended: Ended, status: int = 2) -> str:
    """What was said on stderr by a command that showed nothing."""
    assert (ended.status, ended.out) == (status, "")
    assert ended.err.startswith("Feil: ")
    assert "Traceback" not in ended.err
    return ended.err
