"""The door: one change at a time, made whole or not at all.

The new content of every file is written beside it. Then the change is entered in the journal as
begun, and from there on it counts as made: readers see it, and if it is broken off, the next who
comes to the door finishes it. Then each file takes its place, and last the entry takes its own
among the changes that are done. What is broken off before it is entered never was.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from filelock import FileLock, Timeout

from styring.change import disk
from styring.change.plan import Plan
from styring.change.recovery import NEW, Recovered, finish, recover
from styring.errors import StyringError
from styring.register import journal
from styring.register.journal import JOURNAL, PAABEGYNT, Filendring, Innfoersel
from styring.register.mappe import vist
from styring.yamlfile.patch import Splice

WAIT = 60.0
"""Seconds to wait for others who change the same data."""
_UNCHANGED = "Ingenting er endret."


class Rewrite(NamedTuple):
    """A file that gets new content in place of the old, by these splices of its text."""

    path: Path
    old: bytes
    new: bytes
    splices: tuple[Splice, ...]


class Door(NamedTuple):
    """A data folder that nobody else changes as long as it is held."""

    mappe: Path
    recovered: Recovered | None
    """What was done first about a change that had been broken off."""

    def commit(self, plan: Plan, innfoersel: Innfoersel) -> None:
        """Makes a planned change.

        Raises StyringError, with nothing changed, when it would bring faults or cannot be written.
        """
        plan.check()
        files = [
            Rewrite(file.old.sti, file.old.kilde.encoded, file.new.kilde.encoded, file.splices)
            for file in plan.files
        ]
        self.rewrite(files, innfoersel)

    def rewrite(self, files: Sequence[Rewrite], innfoersel: Innfoersel) -> None:
        """Gives files new content, all or none. Raises StyringError when that cannot be."""
        folder = self.mappe.resolve() / JOURNAL
        begun = folder / f".{PAABEGYNT}{NEW}"
        staged = [begun]
        try:
            endringer = []
            for file in files:
                goal = file.path.resolve()  # a link stays a link
                new = goal.with_name(f".{goal.name}.{token_hex(4)}{NEW}")
                staged.append(new)
                disk.write(new, file.new, like=goal)
                endringer.append(
                    Filendring(
                        os.path.relpath(file.path, self.mappe),
                        os.path.relpath(new, folder.parent),
                        journal.sum_av(file.old),
                        journal.sum_av(file.new),
                        file.splices,
                    )
                )
            disk.sync(new.parent for new in staged)
            innfoersel = innfoersel._replace(
                nr=journal.neste_nr(self.mappe), filer=tuple(endringer)
            )
            disk.write(begun, journal.som_json(innfoersel), like=folder / "laas")
            for file in files:
                if file.path.read_bytes() != file.old:
                    melding = f"«{vist(file.path)}» er endret av noen andre imens"
                    raise StyringError(melding, f"{_UNCHANGED} Kjør kommandoen en gang til.")
            disk.replace(begun, folder / PAABEGYNT)
            disk.sync([folder])
        except BaseException as feil:
            if not (folder / PAABEGYNT).exists():
                disk.remove(staged)
            if isinstance(feil, OSError):
                raise _kan_ikke_skrive(feil, self.mappe, _UNCHANGED) from None
            raise
        try:
            finish(folder.parent, innfoersel)
        except OSError as feil:
            raad = (
                "Endringen er gjort, men ikke ført helt ferdig. Den neste som endrer noe, gjør det."
            )
            raise _kan_ikke_skrive(feil, self.mappe, raad) from None


@contextmanager
def open_door(mappe: Path) -> Iterator[Door]:
    """Waits for the data folder to be free, and finishes what was broken off in it.

    Raises StyringError when the folder cannot be written to, or others hold it too long.
    """
    try:
        mode = stat.S_IMODE(mappe.stat().st_mode)
        _prepare(mappe / JOURNAL, mode)
        lock = FileLock(mappe / JOURNAL / "laas", timeout=WAIT, mode=mode & 0o666)
        lock.acquire()
    except Timeout:
        melding = "noen andre holder på med en endring i de samme dataene"
        raise StyringError(melding, f"{_UNCHANGED} Prøv igjen når den er ferdig.") from None
    except OSError as feil:
        raise _kan_ikke_skrive(feil, mappe, _UNCHANGED) from None
    try:
        yield Door(mappe, _recovered(mappe))
    finally:
        lock.release()


def _recovered(mappe: Path) -> Recovered | None:
    try:
        return recover(mappe.resolve())
    except OSError as feil:
        raad = "En endring ble avbrutt, og den kan ikke fullføres nå."
        raise _kan_ikke_skrive(feil, mappe, raad) from None


def _prepare(folder: Path, mode: int) -> None:
    if not (folder / "logg").is_dir():
        (folder / "logg").mkdir(parents=True, exist_ok=True)
        (folder / "sist").mkdir(exist_ok=True)
        for new in (folder, folder / "logg", folder / "sist"):
            new.chmod(mode)
    if not (folder / ".gitignore").exists():
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _kan_ikke_skrive(feil: OSError, mappe: Path, raad: str) -> StyringError:
    if feil.errno in (errno.ENOSPC, errno.EDQUOT):
        return StyringError("disken er full", raad)
    if feil.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StyringError(f"du har ikke lov til å skrive i «{vist(mappe)}»", raad)
    return StyringError(f"kan ikke skrive: systemet svarer med feil {feil.errno}", raad)
