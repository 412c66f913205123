"""`styring(…)`: what the program says to some words, in this process or in another."""

import gc
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jinja2 import Environment

_ROOT = Path(__file__).resolve().parent.parent

FSYNC = os.fsync
"""As it is where no test has put something in its place."""
DAG = "2024-05-15"
"""A day in the middle of the fictional data."""


class Ended(NamedTuple):
    """A command that has run: its exit status, and what it said on each stream."""

    status: int
    out: str
    err: str


Process = Callable[..., Ended]
"""Where the words of a command are heard: `here`, `anew(…)`, or `child.copy(…)`."""


@cache
def commands() -> Any:
    """All commands, built once: a run leaves nothing in them, and building takes half of it."""
    from typer.main import get_command

    from styring import app

    return get_command(app.app)


_CODE: dict[tuple[Any, ...], Any] = {}
_COMPILE = Environment.compile


def _compile(self: Environment, source: Any, name: Any = None, filename: Any = None) -> Any:
    """Makes code of our own templates once, as a run leaves nothing in it; of others each time."""
    if filename is not None:
        return _COMPILE(self, source, name, filename)
    key = source, name, type(self), self.finalize, self.autoescape
    if key not in _CODE:
        _CODE[key] = _COMPILE(self, source, name)
    return _CODE[key]


def here(*words: str) -> Ended:
    """Is `styring …` in this process, through its own `main`, with pipes for streams."""
    from styring import app

    root = commands()
    raw = io.BytesIO(), io.BytesIO()
    # As a console that is not UTF-8 would have them.
    streams = [io.TextIOWrapper(bytes_, encoding="latin-1") for bytes_ in raw]
    before = signal.getsignal(signal.SIGPIPE)
    with pytest.MonkeyPatch.context() as around:
        around.setattr(sys, "argv", ["styring", *words])
        around.setattr(app, "app", root)
        around.setattr(Environment, "compile", _compile)
        around.setattr(sys, "stdout", streams[0])
        around.setattr(sys, "stderr", streams[1])
        if os.fsync is FSYNC:  # slow, and no power is lost here
            around.setattr(os, "fsync", lambda _: None)
        try:
            with pytest.raises(SystemExit) as ended:
                app.main()
        finally:
            gc.enable()
            signal.signal(signal.SIGPIPE, before)
    for stream in streams:
        stream.flush()
    out, err = (bytes_.getvalue().decode("utf-8") for bytes_ in raw)
    status = ended.value.code
    assert isinstance(status, int)
    return Ended(status, out, err)


def anew(*, cwd: Path | None = None, stdin: str = "", **env: str) -> Process:
    """A process that Python starts anew, standing in a folder, with more in its environment."""

    def process(*words: str) -> Ended:
        ended = subprocess.run(
            [sys.executable, "-m", "styring", *words],
            capture_output=True,
            check=False,
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(_ROOT), **env},
            input=stdin.encode(),
            timeout=60,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return process


def styring(*words: str, data: Path | None = None, process: Process = here) -> Ended:
    """What `styring …` says and changes; of a data folder, if one is given, on a day of its."""
    of = ("--data", str(data), "--dato", DAG) if data else ()
    return process(*of, *words)
