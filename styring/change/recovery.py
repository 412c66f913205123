"""Bringing a change that has begun to its end, also when it was broken off."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from styring.change import disk
from styring.journal.begynt import begynt, blir, tatt_tilbake
from styring.journal.innfoersel import JOURNAL, NY, PAABEGYNT, Filendring, Innfoersel
from styring.journal.loggen import filene, for_mange, kopi
from styring.mappe import er_inne, filer


class Recovered(NamedTuple):
    """What was done about a change that was broken off."""

    innfoersel: Innfoersel
    is_finished: bool
    """It is made now; else it is taken back, since someone had edited its files."""


def beside(goal: Path) -> Path:
    """Where content stands that is to take a file's place. The name is short: its may be long."""
    return goal.with_name(f".{token_hex(8)}{NY}")


def complete(mappe: Path, innfoersel: Innfoersel) -> bool:
    """Makes a change that has begun, and enters it as done; or takes it back and says False.

    It is taken back when someone has edited a file that it was about to replace. Raises
    StyringError, with nothing done, when it cannot be told what the files are to become.
    """
    now = {file: file.innhold(mappe) for file in innfoersel.filer}
    made = {file: blir(mappe, file, content) for file, content in now.items()}
    if None in made.values():
        take_back(mappe, innfoersel)
        return False
    for file, content in made.items():
        if content is None or content == now[file]:
            continue
        if content and _waits(mappe, file, content):
            _make_folder(mappe, file)
            disk.replace(mappe / file.ny, _goal(mappe, file))
        else:  # it is to go, or someone has tidied its new content away
            _rewrite(mappe, innfoersel, file, content)
    disk.sync(_folder(mappe, file) for file in innfoersel.filer)
    disk.remove(mappe / file.ny for file, content in made.items() if not content)
    folder = mappe / JOURNAL
    with suppress(OSError):  # a copy only serves to show what was edited since
        for file, content in made.items():
            disk.remove([copy := kopi(mappe, file.fil)])
            if content:
                disk.write(copy, (mappe / file.fil).read_bytes(), _goal(mappe, file))
    disk.replace(folder / PAABEGYNT, folder / "logg" / f"{innfoersel.nr:06}.json")
    with suppress(OSError):  # it is done
        disk.sync([folder, folder / "logg"])
        disk.remove(list(for_mange(filene(mappe))))
    return True


def take_back(mappe: Path, innfoersel: Innfoersel) -> None:
    """Gives the files that were changed already, and not edited since, their old content."""
    old = tatt_tilbake({file: file.innhold(mappe) for file in innfoersel.filer})
    for file, content in old.items():
        _rewrite(mappe, innfoersel, file, content)
    (mappe / JOURNAL / PAABEGYNT).unlink()
    with suppress(OSError):  # it is taken back
        disk.sync([mappe / JOURNAL])
    disk.remove(mappe / file.ny for file in innfoersel.filer)


def recover(mappe: Path) -> Recovered | None:
    """Finishes what was broken off, or takes it back; None when nothing was."""
    recovered = None
    if (innfoersel := begynt(mappe)) is not None:
        recovered = Recovered(innfoersel, complete(mappe, innfoersel))
    disk.remove(_left_behind(mappe))
    return recovered


def _goal(mappe: Path, file: Filendring) -> Path:
    return (mappe / file.fil).resolve()  # a link stays a link


def _waits(mappe: Path, file: Filendring, content: bytes) -> bool:
    """The new content stands where it was put, and has not taken the file's place."""
    try:
        return (mappe / file.ny).read_bytes() == content
    except FileNotFoundError:
        return False


def _rewrite(mappe: Path, innfoersel: Innfoersel, file: Filendring, content: bytes) -> None:
    """Gives a file other content; with none it goes, and its folder when that was all in it."""
    goal = _goal(mappe, file)
    if content:
        _make_folder(mappe, file)
        new = beside(goal)
        others = [_goal(mappe, other) for other in innfoersel.filer]
        disk.write(new, content, *([goal] if goal.exists() else filter(Path.exists, others)))
        disk.replace(new, goal)
    else:
        goal.unlink()
        if goal.parent != mappe:
            with suppress(OSError):
                goal.parent.rmdir()
    disk.sync([_folder(mappe, file)])


def _make_folder(mappe: Path, file: Filendring) -> None:
    """Makes the folder that a file is to be in, when it is not there."""
    folder = _goal(mappe, file).parent
    if not folder.exists():
        folder.mkdir()
        disk.make_like(folder, mappe)
        disk.sync([folder.parent])


def _folder(mappe: Path, file: Filendring) -> Path:
    """The folder that tells whether a file is there."""
    folder = _goal(mappe, file).parent
    return folder if folder.exists() else folder.parent


def _left_behind(mappe: Path) -> Iterator[Path]:
    """Files that were to take another's place in changes of this folder that never were."""
    inside = (path.resolve() for _, path in filer(mappe) if er_inne(mappe, path))
    folders = {mappe / JOURNAL, mappe, *(path.parent for path in inside)}
    return (path for folder in sorted(folders) for path in folder.glob(f".*{NY}"))
