"""Finishing a change that has begun, also when it was broken off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from styring.change import disk
from styring.register import journal
from styring.register.journal import JOURNAL, PAABEGYNT, Innfoersel
from styring.register.mappe import filer
from styring.yamlfile.patch import apply, reverse
from styring.yamlfile.source import Source

NEW = ".styring-ny"
"""What the name of a file ends in that is to take another's place."""


class Recovered(NamedTuple):
    """What was done about a change that was broken off."""

    innfoersel: Innfoersel
    is_finished: bool
    """It is made now; else it is taken back, since someone had edited its files."""


def finish(mappe: Path, innfoersel: Innfoersel) -> None:
    """Puts the files of a change that has begun in their places, and enters it as done."""
    goals = [(mappe / fil.ny, (mappe / fil.fil).resolve()) for fil in innfoersel.filer]
    for new, goal in goals:
        with suppress(FileNotFoundError):  # it has taken its place before
            disk.replace(new, goal)
    disk.sync(goal.parent for _, goal in goals)
    with suppress(OSError):  # a copy only serves to show what was edited since
        for fil, (_, goal) in zip(innfoersel.filer, goals, strict=True):
            journal.kopi(mappe, fil).write_bytes(goal.read_bytes())
    folder = mappe / JOURNAL
    disk.replace(folder / PAABEGYNT, folder / "logg" / f"{innfoersel.nr:06}.json")
    disk.sync([folder, folder / "logg"])
    disk.remove(journal.for_mange(journal.filene(mappe)))


def recover(mappe: Path) -> Recovered | None:
    """Finishes what was broken off, or takes it back; None when nothing was."""
    begun = mappe / JOURNAL / PAABEGYNT
    recovered = None
    if begun.exists():
        innfoersel = journal.les(begun)
        is_edited = any(
            (mappe / fil.ny).exists() and _sum(mappe / fil.fil) != fil.foer
            for fil in innfoersel.filer
        )
        recovered = Recovered(innfoersel, not is_edited)
        if is_edited:
            _take_back(mappe, innfoersel)
            begun.unlink()
        else:
            finish(mappe, innfoersel)
    disk.remove(_left_behind(mappe))
    return recovered


def _take_back(mappe: Path, innfoersel: Innfoersel) -> None:
    """Gives the files that were changed already, and not edited since, their old content."""
    for fil in innfoersel.filer:
        goal = (mappe / fil.fil).resolve()
        if not (mappe / fil.ny).exists() and _sum(goal) == fil.etter:
            source = Source(fil.fil, goal.read_bytes())
            old = source.with_text(apply(source.text, reverse(fil.skjoeter)))
            disk.write(mappe / fil.ny, old, like=goal)
            disk.replace(mappe / fil.ny, goal)
            disk.sync([goal.parent])


def _left_behind(mappe: Path) -> Iterator[Path]:
    """Files that were to take another's place in changes that never were."""
    folders = {mappe / JOURNAL, mappe, *(sti.resolve().parent for _, sti in filer(mappe))}
    return (path for folder in sorted(folders) for path in folder.glob(f".*{NEW}"))


def _sum(path: Path) -> str | None:
    try:
        return journal.sum_av(path.read_bytes())
    except FileNotFoundError:
        return None
