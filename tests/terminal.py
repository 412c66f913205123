"""A real pseudo-terminal of a known size, and what a command shows on it."""

import fcntl
import os
import pty
import re
import struct
import sys
import termios

from conftest import RIK, ROOT

FICTION = ("--data", str(RIK), "--dato", "2024-05-15")
STYRING = (sys.executable, "-m", "styring")
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def terminal(width: int) -> tuple[int, int]:
    """The two ends of a new terminal of a width."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    return ours, theirs


def surroundings(**env: str) -> dict[str, str]:
    """An environment of a usual terminal."""
    own = {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **env}
    return {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ} | own


def everything(ours: int) -> str:
    """All that comes on a terminal, until the other end is closed."""
    seen = b""
    while True:
        try:
            part = os.read(ours, 1 << 16)
        except OSError:  # how Linux says that nobody has it open any longer
            part = b""
        if not part:
            os.close(ours)
            return seen.decode("utf-8").replace("\r\n", "\n")
        seen += part
