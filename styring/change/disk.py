"""Files written so that they are there whole, also if the machine dies."""

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import reduce
from operator import and_
from pathlib import Path

_ER_WINDOWS = os.name == "nt"  # which has no owners to keep, and syncs no folders


def write(path: Path, content: bytes, *like: Path, mode: int = 0o600) -> None:
    """A new file with the mode, and as far as we may the owner, of others; on disk when done.

    Without others it is for whoever writes it only, or has the mode that is given.
    """
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        make_like(path, *like)
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    finally:
        os.close(file)


def create(path: Path, content: bytes) -> None:
    """A new file with the mode that new files get; on disk when done."""
    write(path, content, mode=0o666)


def place(new: Path, goal: Path) -> None:
    """Gives a file another name. Raises FileExistsError when something has that name."""
    try:
        os.link(new, goal)  # unlike a renaming it takes no other's place
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no links
        if os.path.lexists(goal):
            raise FileExistsError(goal) from None
        replace(new, goal)
    else:
        new.unlink()


def make_like(path: Path, *others: Path, mask: int = 0o7777) -> None:
    """Gives a file or folder the mode and the owner of another, as far as we may.

    Of several others, it is then for those only whom they all are for.
    """
    if not others:
        return
    found = [other.stat() for other in others]
    owners, groups = {status.st_uid for status in found}, {status.st_gid for status in found}
    mode = reduce(and_, (status.st_mode for status in found))
    if len(groups) > 1:  # nobody in one of them has more than those in none
        mode &= ~0o070 | (mode & 0o007) << 3
    with suppress(PermissionError):  # only root gives files away, but a group can be ours
        if not _ER_WINDOWS:
            os.chown(path, -1, found[0].st_gid)
            if len(owners) == 1:
                os.chown(path, found[0].st_uid, -1)
    with suppress(PermissionError):  # a folder that is someone else's
        os.chmod(path, mode & mask)  # noqa: PTH101


def is_protected(path: Path) -> bool:
    """Nobody may write in a file or folder, or whoever runs this may not.

    Root may whatever the mode says, and is asked to leave alone what is for nobody to write in. On
    Windows a folder's mode says nothing of that.
    """
    if _ER_WINDOWS and path.is_dir():
        return False
    return not os.access(path, os.W_OK) or not path.stat().st_mode & 0o222


def replace(new: Path, old: Path) -> None:
    """Puts a file in the place of another, at once."""
    os.replace(new, old)  # noqa: PTH105


def remove(paths: Iterable[Path]) -> None:
    """Takes files away, as far as that goes."""
    for path in paths:
        with suppress(OSError):
            path.unlink()


def sync(folders: Iterable[Path]) -> None:
    """Sees to it that what was put into folders stays there."""
    if _ER_WINDOWS:
        return
    for folder in dict.fromkeys(folders):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
