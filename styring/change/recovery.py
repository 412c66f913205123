"""Bringing a change that has begun to its end, also when it was broken off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from styring.change import disk
from styring.register import journal
from styring.register.journal import JOURNAL, NY, PAABEGYNT, Filendring, Innfoersel
from styring.register.mappe import filer


class Recovered(NamedTuple):
    """What was done about a change that was broken off."""

    innfoersel: Innfoersel
    is_finished: bool
    """It is made now; else it is taken back, since someone had edited its files."""


def beside(mappe: Path, goal: Path) -> Path:
    """Where content stands that is to take a file's place.

    The name tells whose it is: two data folders may have links to the same file.
    """
    return goal.with_name(f".{goal.name}.{_folder_mark(mappe)}{token_hex(4)}{NY}")


def complete(mappe: Path, innfoersel: Innfoersel) -> bool:
    """Makes a change that has begun, and enters it as done; or takes it back and says False.

    It is taken back when someone has edited a file that it was about to replace.
    """
    if any(_waits(mappe, fil) and _sum(mappe / fil.fil) != fil.foer for fil in innfoersel.filer):
        take_back(mappe, innfoersel)
        return False
    for fil in innfoersel.filer:
        if _waits(mappe, fil):
            disk.replace(mappe / fil.ny, _goal(mappe, fil))
        elif _sum(mappe / fil.fil) == fil.foer:  # someone has tidied its new content away
            _rewrite(mappe, fil)
    disk.sync(_goal(mappe, fil).parent for fil in innfoersel.filer)
    folder = mappe / JOURNAL
    with suppress(OSError):  # a copy only serves to show what was edited since
        for fil in innfoersel.filer:
            disk.remove([kopi := journal.kopi(mappe, fil)])
            disk.write(kopi, (mappe / fil.fil).read_bytes(), like=_goal(mappe, fil))
    disk.replace(folder / PAABEGYNT, folder / "logg" / f"{innfoersel.nr:06}.json")
    with suppress(OSError):  # it is done
        disk.sync([folder, folder / "logg"])
        disk.remove(list(journal.for_mange(journal.filene(mappe))))
    return True


def take_back(mappe: Path, innfoersel: Innfoersel) -> None:
    """Gives the files that were changed already, and not edited since, their old content."""
    for fil in innfoersel.filer:
        if not _waits(mappe, fil) and _sum(mappe / fil.fil) == fil.etter:
            _rewrite(mappe, fil, tilbake=True)
    (mappe / JOURNAL / PAABEGYNT).unlink()
    with suppress(OSError):  # it is taken back
        disk.sync([mappe / JOURNAL])
    disk.remove(mappe / fil.ny for fil in innfoersel.filer)


def recover(mappe: Path) -> Recovered | None:
    """Finishes what was broken off, or takes it back; None when nothing was."""
    recovered = None
    if (begun := mappe / JOURNAL / PAABEGYNT).exists():
        innfoersel = journal.les(begun)
        recovered = Recovered(innfoersel, complete(mappe, innfoersel))
    disk.remove(_left_behind(mappe))
    return recovered


def _goal(mappe: Path, fil: Filendring) -> Path:
    return (mappe / fil.fil).resolve()  # a link stays a link


def _waits(mappe: Path, fil: Filendring) -> bool:
    """The new content has not taken the file's place."""
    return (mappe / fil.ny).exists()


def _rewrite(mappe: Path, fil: Filendring, *, tilbake: bool = False) -> None:
    goal = _goal(mappe, fil)
    new = beside(mappe, goal)
    disk.write(new, journal.skjoetet(fil, goal.read_bytes(), tilbake=tilbake), like=goal)
    disk.replace(new, goal)
    disk.sync([goal.parent])


def _left_behind(mappe: Path) -> Iterator[Path]:
    """Files that were to take another's place in changes of this folder that never were."""
    folders = {mappe / JOURNAL, mappe, *(sti.resolve().parent for _, sti in filer(mappe))}
    ours = f".*.{_folder_mark(mappe)}*{NY}"
    return (path for folder in sorted(folders) for path in folder.glob(ours))


def _folder_mark(mappe: Path) -> str:
    return f"{mappe.stat().st_ino:x}-"


def _sum(path: Path) -> str | None:
    try:
        return journal.sum_av(path.read_bytes())
    except FileNotFoundError:
        return None
