"""One run of a whole process: what it said, its time, its peak of memory."""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import resource
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROWS, COLUMNS = 40, 120

# What would make one user's run another program than the next user's.
_LEFT_OUT = ("PYTHON", "PYDANTIC", "STYRING", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR")
_UNIT = 1 if sys.platform == "darwin" else 1024
"""How many bytes `ru_maxrss` counts by."""


@dataclass(frozen=True, slots=True)
class Run:
    """A process that ended well. Seconds and bytes."""

    wall: float
    cpu: float
    peak: int | None
    """None where it cannot be told from the peak of the process that started it."""
    output: str


def python(code: str, *arguments: str | Path) -> tuple[str, ...]:
    """The command line that runs some code in this Python."""
    return (sys.executable, "-c", code, *map(str, arguments))


def styring(*arguments: str | Path) -> tuple[str, ...]:
    """The command line of `styring`, started the way pip's own launcher starts it."""
    return python("import sys\nfrom styring.__main__ import main\nsys.exit(main())", *arguments)


def run(
    command: Sequence[str],
    *,
    terminal: bool = False,
    variables: Mapping[str, str] | None = None,
    folder: Path = ROOT,
) -> Run:
    """Runs a command to its end, with its output to a pipe or to a terminal of its own.

    Raises RuntimeError when its exit status is not 0.
    """
    reading, writing = pty.openpty() if terminal else os.pipe()
    if terminal:
        fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    start = time.perf_counter()
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=writing,
        cwd=folder,
        env={**_environment(), **(variables or {})},
    )
    os.close(writing)
    output = _drained(reading)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    os.close(reading)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"exit status {child.returncode} of {command}:\n{output}")
    return Run(wall, usage.ru_utime + usage.ru_stime, _peak(usage), output)


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_LEFT_OUT)}
    return {**kept, "TERM": "xterm-256color", "PYTHONUTF8": "1"}


def _drained(reading: int) -> str:
    parts = []
    try:
        while part := os.read(reading, 1 << 16):
            parts.append(part)
    except OSError as error:  # how Linux says that the last to write on a terminal is gone
        if error.errno != errno.EIO:
            raise
    return b"".join(parts).decode("utf-8", "replace")


def _peak(usage: resource.struct_rusage) -> int | None:
    # Between fork and exec a child is as big as its parent, and that counts as its peak too.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return usage.ru_maxrss * _UNIT if usage.ru_maxrss > own else None
