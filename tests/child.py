"""`styring` in a copy of this process, where any system call may fail, wait, or be the last one."""

import ctypes
import fcntl
import gc
import io
import os
import re
import resource
import shutil
import signal
import sys
import tempfile
import termios
import traceback
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import partial
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

from conftest import RIK
from driver import DAG, FSYNC, Ended, Process, commands

from styring import app
from styring.register.lasting import last

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


def copy(
    around: Around | None = None, *, bounds: tuple[int, int] | None = None, cwd: Path | None = None
) -> Process:
    """A copy of this process, with its system calls taken over, or bounded in time and memory."""

    def process(*words: str) -> Ended:
        def act() -> None:
            if bounds:
                bounded(*bounds)
            if cwd:
                os.chdir(cwd)
            program(*words)

        return forked(act, around=around)

    return process


def forked(act: Callable[[], object], *, around: Around | None = None) -> Ended:
    """What comes of doing something in a child, with its system calls taken over."""

    def taken_over() -> None:
        if around:
            take_over(around)
        act()

    return start(taken_over).end()


def command(data: Path, *words: str) -> None:
    """Is `styring --data data …`, in a child."""
    program("--data", str(data), "--dato", DAG, *words)


def program(*words: str) -> None:
    """Is `styring …`, in a child."""
    sys.argv = ["styring", *words]
    setattr(app, "app", commands())  # noqa: B010 - the same, built already
    app.main()


def bounded(seconds: int, memory: int) -> None:
    """Ends this child when it takes more seconds, and gives it no more bytes than these."""
    signal.alarm(seconds)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def at_terminal(
    terminal: int, folder: Path, env: Mapping[str, str], *words: str, anew: bool = False
) -> int:
    """Begins `styring …` in a folder, on a terminal that it has for its own. Gives its pid.

    It is a copy of this process, or one that Python has started anew.
    """

    def act() -> None:
        os.setsid()
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        for fd in range(3):
            os.dup2(terminal, fd)
        os.closerange(3, terminal + 100)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(env)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if anew:
            os.execve(sys.executable, (sys.executable, "-m", "styring", *words), os.environ)
        sys.stdin = open(0, encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8")  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8")  # noqa: SIM115
        # Pytest has loaded readline, which would do something else with the keys.
        ctypes.c_void_p.in_dll(ctypes.pythonapi, "PyOS_ReadlineFunctionPointer").value = None
        program(*words)

    pid = os.fork()
    if pid == 0:
        _run(act, io.BytesIO(), io.BytesIO())
    return pid


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
        sys.stdin = io.TextIOWrapper(io.BytesIO())
        sys.stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(err, encoding="utf-8", write_through=True)
        gc.disable()  # it would touch, and so copy, all of the memory that is shared
        if os.fsync is FSYNC:  # slow, and no kill loses what is written
            setattr(os, "fsync", lambda _: None)  # noqa: B010 - mypy
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


def _warm_up() -> None:
    """Changes, undoes and lists, so that what loads and builds itself is there for all children."""
    argv, root, handler = sys.argv, app.app, signal.getsignal(signal.SIGPIPE)
    nowhere = io.TextIOWrapper(io.BytesIO())
    with tempfile.TemporaryDirectory() as room, redirect_stdout(nowhere), redirect_stderr(nowhere):
        data = shutil.copytree(RIK, Path(room, "data"))
        for words in (
            ("oppdrag", "del-opp", "ark-2024-01", "Hylle"),
            ("oppdrag", "deleger", "ark-2024-01", "--til", "vikar"),
            ("oppdrag", "endre", "ark-2024-01", "--tittel", "Hylle"),
            ("status", "oppdater", "øko-2024-02", "--status", "ferdig"),
            ("oppdrag", "list"),
            ("logg",),
            ("angre", "--diff"),
            ("angre",),
            ("valider", str(data)),
        ):
            with suppress(SystemExit):
                command(data, *words)
    sys.argv = argv
    setattr(app, "app", root)  # noqa: B010 - as above
    signal.signal(signal.SIGPIPE, handler)


_warm_up()
