"""The lock of a data folder: one change at a time, also where the disk cannot lock files.

Whoever holds `laas` by the system's own lock writes in it who that is. Where the disk knows no such
locks, the file `laas-uten-flock` is made instead, and is there as long as it is held. Each looks
for the other's, so machines that know such locks and machines that do not keep each other out.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from styring.change import disk
from styring.errors import StyringError
from styring.mappe import kjent_som

WAIT = 60.0
"""Seconds to wait for others who change the same data."""
_POLL = 0.01
"""Seconds between the looks whether they are done."""
LAAS, UTEN_FLOCK = "laas", "laas-uten-flock"
_NO_FLOCK = {errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOLCK, errno.EINVAL}
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class _Held(NamedTuple):
    """What says that others hold the lock."""

    path: Path
    may_be_left: bool
    """Nobody may hold it any longer: the file outlives who made it."""


@contextmanager
def held(folder: Path, mode: int) -> Iterator[None]:
    """Holds the lock in a folder. Raises StyringError when others do too long, and OSError.

    StyringError too where the file is not ours to write in: it is then also another's.
    """
    file = os.open(folder / LAAS, _FLAGS, mode)
    try:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
            er = "har også et annet navn" if status.st_nlink > 1 else "er ikke en vanlig fil"
            raad = "Ingenting er endret. Styring lager den selv. Slett den, og prøv igjen."
            raise StyringError(f"«{kjent_som(folder / LAAS)}» {er}", raad)
        end = time.monotonic() + WAIT
        while others := _take(file, folder):
            if time.monotonic() > end or (others.may_be_left and _is_old(others.path)):
                raise _taken(others)
            time.sleep(_POLL)
        try:
            yield
        finally:
            with suppress(OSError):  # what is done is done
                if os.fstat(file).st_size:
                    os.ftruncate(file, 0)
                else:
                    disk.remove([folder / UTEN_FLOCK])
    finally:
        os.close(file)


def _take(file: int, folder: Path) -> _Held | None:
    """Takes the lock; else what says that others hold it."""
    without = folder / UTEN_FLOCK
    try:
        if not _locked(file):
            return _Held(folder / LAAS, may_be_left=False)
    except OSError as feil:
        if feil.errno not in _NO_FLOCK:
            raise
        return _take_without(file, folder)
    os.ftruncate(file, 0)
    os.write(file, _me())
    if not without.exists():
        return None
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    _unlock(file)
    return _Held(without, may_be_left=True)


def _take_without(file: int, folder: Path) -> _Held | None:
    without, by_others = folder / UTEN_FLOCK, _Held(folder / LAAS, may_be_left=True)
    if os.fstat(file).st_size:
        return by_others
    try:
        disk.create(without, _me())
    except FileExistsError:
        return _Held(without, may_be_left=True)
    if os.fstat(file).st_size:  # they came meanwhile
        disk.remove([without])
        return by_others
    return None


def _me() -> bytes:
    import platform

    return f"{platform.node()} (prosess {os.getpid()})".encode()


def _is_old(path: Path) -> bool:
    """It has been there longer than anyone takes. No clock of a file server is that wrong."""
    try:
        return time.time() - path.stat().st_mtime > WAIT
    except OSError:
        return False


def _taken(others: _Held) -> StyringError:
    melding = "noen andre holder på med en endring i de samme dataene"
    with suppress(OSError):
        who = others.path.read_bytes()[:200].decode("utf-8", "replace")
        since = datetime.fromtimestamp(others.path.stat().st_mtime).astimezone()
        melding += f": {who or 'ukjent hvem'}, siden {since:%d.%m.%Y kl. %H.%M}"
    raad = ["Ingenting er endret. Prøv igjen når den er ferdig."]
    if others.may_be_left:
        raad.append(f"Er det ingen som holder på, slett «{kjent_som(others.path)}».")
    return StyringError(melding, *raad)


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _unlock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # which one is for the disk
            return False
        return True

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
