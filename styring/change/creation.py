"""Making a new data folder, whole or not at all, and never over anything that is there."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex

from styring.change import disk
from styring.change.commit import kan_ikke_skrive
from styring.errors import StyringError
from styring.journal.innfoersel import NY
from styring.mappe import er_datamappe, kjent_som

_INGENTING = "Ingenting er laget."


def create(mappe: Path, files: Mapping[str, bytes]) -> None:
    """Makes a data folder of files, given by their paths in it. It may be there when it is empty.

    Raises StyringError, with nothing made, when something is there or it cannot be made.
    """
    is_there = os.path.lexists(mappe)
    _refuse(mappe)
    made: list[Path] = []
    try:
        goal = mappe.resolve()
        for folder in reversed([parent for parent in goal.parents if not parent.exists()]):
            folder.mkdir()
            made.append(folder)
        # Beside it when all can take their place at once, else in it, for it may not be ours.
        staged = (goal if is_there else goal.parent) / f".{token_hex(4)}{NY}"
        staged.mkdir()
        made.append(staged)
        for path, content in files.items():
            (staged / path).parent.mkdir(exist_ok=True)
            disk.create(staged / path, content)
        disk.sync([staged, *(folder for folder in staged.iterdir() if folder.is_dir())])
        if is_there:
            _move_out(staged, goal, made)
        else:
            staged.rename(goal)  # onto something that came meanwhile it fails
        disk.sync([goal, goal.parent])
    except BaseException as feil:
        _take_away(made)
        if isinstance(feil, FileExistsError) or (isinstance(feil, OSError) and _is_filled(mappe)):
            _refuse(mappe)
        if isinstance(feil, OSError):
            raise kan_ikke_skrive(feil, mappe, _INGENTING) from None
        raise


def _refuse(mappe: Path) -> None:
    """Raises StyringError when something is in the way."""
    raad = f"{_INGENTING} Velg en annen mappe: «styring init MAPPE»."
    if os.path.lexists(mappe) and not mappe.is_dir():
        raise StyringError(f"«{kjent_som(mappe)}» finnes allerede, og er ikke en mappe", raad)
    if er_datamappe(mappe):
        raise StyringError(f"«{kjent_som(mappe)}» er allerede en datamappe", raad)
    if _is_filled(mappe):
        raise StyringError(f"mappen «{kjent_som(mappe)}» er ikke tom", raad)


def _is_filled(mappe: Path) -> bool:
    try:
        return next(mappe.iterdir(), None) is not None
    except FileNotFoundError:
        return False
    except OSError as feil:
        raise kan_ikke_skrive(feil, mappe, _INGENTING) from None


def _move_out(staged: Path, goal: Path, made: list[Path]) -> None:
    """Puts what is in a folder into another; what has come there meanwhile stops it."""
    for part in sorted(staged.iterdir()):
        place = goal / part.name
        if part.is_dir():
            part.rename(place)
        else:
            disk.place(part, place)
        made.append(place)
    staged.rmdir()


def _take_away(made: list[Path]) -> None:
    """Removes what was made, the last first."""
    for path in reversed(made):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            disk.remove([path])
