"""`styring` in a copy of this process, where any system call may fail, wait, or be the last one."""

import gc
import io
import os
import re
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

from conftest import RIK, Ended
from typer.main import get_command

from styring import app
from styring.actions import delegering, oppdrag, rapportering
from styring.change import commit, undo
from styring.commands import angre, logg, oppdater, oppdragsendring, spoerring, status
from styring.formats import tabell, tekst
from styring.register.lasting import last
from styring.rules.kjoering import kjoer
from styring.views import logg as loggvisning

# Imported here, so that no child has to: it begins with all that this process has.
LOADED = (
    *(angre, commit, delegering, logg, loggvisning, oppdater, oppdrag, oppdragsendring),
    *(rapportering, spoerring, status, tabell, tekst, undo),
)
kjoer(last(RIK), date(2024, 5, 15))
ROOT: Any = get_command(app.app)
for noun in ("angre", "logg", "oppdrag", "status"):
    group = ROOT.get_command(None, noun)
    for verb in group.list_commands(None) if hasattr(group, "list_commands") else ():
        group.get_command(None, verb)
gc.freeze()

DAG = "2024-05-15"
"""A day in the middle of the fictional data."""

CALLS = (
    *("chmod", "chown", "close", "fchmod", "fchown", "fsync", "ftruncate", "link", "mkdir"),
    *("open", "rename", "replace", "rmdir", "symlink", "truncate", "unlink", "write"),
)
"""The system calls that write, as `os` has them. What `open()` writes is not seen, but that it
opens a file for it is."""

Call = Callable[..., Any]
Around = Callable[[str, Call, tuple[Any, ...]], Any]
"""What is done in place of a system call: given its name, the call, and what it was called with."""


class Child(NamedTuple):
    """A copy of this process that does something."""

    pid: int
    streams: tuple[IO[bytes], IO[bytes]]

    def end(self) -> Ended:
        """Waits for it to end. A status below 0 is the signal that ended it."""
        _, status = os.waitpid(self.pid, 0)
        said = []
        for stream in self.streams:
            stream.seek(0)
            said.append(stream.read().decode("utf-8"))
            stream.close()
        return Ended(os.waitstatus_to_exitcode(status), said[0], said[1])


def start(act: Callable[[], object]) -> Child:
    """Begins to do something in a copy of this process."""
    streams = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 - end() closes
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        _run(act, *streams)
    return Child(pid, streams)


def styring(data: Path, *words: str, around: Around | None = None) -> Ended:
    """What `styring --data data …` says and changes, with its system calls taken over."""
    return forked(partial(command, data, *words), around=around)


def forked(act: Callable[[], object], *, around: Around | None = None) -> Ended:
    """What comes of doing something in a child, with its system calls taken over."""

    def taken_over() -> None:
        if around:
            take_over(around)
        act()

    return start(taken_over).end()


def command(data: Path, *words: str) -> None:
    """Is `styring --data data …`, in a child."""
    sys.argv = ["styring", "--data", str(data), "--dato", DAG, *words]
    setattr(app, "app", ROOT)  # noqa: B010 - the same, built already
    app.main()


def take_over(around: Around) -> None:
    """Has something done in place of every system call that writes, in a child."""
    for name in CALLS:
        setattr(os, name, _instead(name, getattr(os, name), around))
    opened = io.open

    def open_(file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        call = partial(opened, **named)
        writes = set(mode) & set("wax+")
        return around("io.open", call, (file, mode, *rest)) if writes else call(file, mode, *rest)

    setattr(io, "open", open_)  # noqa: B010 - mypy would have it of the same type


def _instead(name: str, call: Call, around: Around) -> Call:
    return lambda *given, **named: around(name, partial(call, **named), given)


def dying(number: int, *, when: str) -> Around:
    """Ends the process right `before` or `after` the nth call, or in the `middle` of a write.

    What `fsync` and `close` do is seen by nobody, so a kill there is one at the call before. Right
    after is where files come, go and move: elsewhere it is right before what follows.
    """
    left = number
    counted = {
        "before": {"io.open", *CALLS} - {"close", "fsync"},
        "middle": {"write"},
        "after": {"io.open", "mkdir", "replace", "unlink"},
    }[when]

    def around(name: str, call: Call, given: tuple[Any, ...]) -> Any:
        nonlocal left
        if name not in counted:
            return call(*given)
        left -= 1
        if left:
            return call(*given)
        try:
            if when == "middle":
                call(given[0], bytes(given[1])[: len(given[1]) // 2])
            elif when == "after":
                call(*given)
        finally:
            os.kill(os.getpid(), signal.SIGKILL)

    return around


def failing(error: int, names: str, number: int = 1, *, path: str = "") -> Around:
    """Lets every call of some names fail from the nth one on, those about a path that matches."""
    left = number

    def around(name: str, call: Call, given: tuple[Any, ...]) -> Any:
        nonlocal left
        if name in names.split() and (not path or re.search(path, os.fsdecode(given[0]))):
            left -= 1
            if left < 1:
                raise OSError(error, os.strerror(error))
        return call(*given)

    return around


def content(folder: Path) -> dict[str, bytes]:
    """The data files, by their paths in the folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*.y*ml"))
        if ".styring" not in path.parts
    }


def seen(folder: Path) -> dict[str, bytes]:
    """The data files as those who read them through the program see them, without a fault."""
    register = last(folder)
    assert register.funn == ()
    return {str(fil.sti.relative_to(folder)): fil.kilde.encoded for fil in register.filer}


def left_behind(folder: Path) -> list[str]:
    """The files that only a change under way may have."""
    paths = (str(path.relative_to(folder)) for path in folder.rglob("*"))
    return [path for path in paths if path.endswith("-ny") or "paabegynt" in path]


def _run(act: Callable[[], object], out: IO[bytes], err: IO[bytes]) -> NoReturn:
    """Does something, and ends this process with nothing of what its parent would do at its end."""
    status = 70
    try:
        sys.stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(err, encoding="utf-8", write_through=True)
        gc.disable()  # it would touch, and so copy, all of the memory that is shared
        setattr(os, "fsync", lambda _: None)  # noqa: B010 - slow, and no kill loses what is written
        act()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 71
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
