"""The changes made to a data folder, as kept in it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from styring.errors import StyringError
from styring.register.mappe import vist
from styring.yamlfile.patch import Splice

JOURNAL = ".styring"
"""The folder in a data folder in which its changes are kept."""
PAABEGYNT = "paabegynt.json"
"""The change that is being made. When it is there all new files are, and it counts as made."""
MAX_ENTRIES = 500
MAX_BYTES = 20 * 1024 * 1024
"""How much the journal keeps; the oldest changes go first."""


class Filendring(NamedTuple):
    """What a change did to a file. Paths are relative to the data folder, sums are SHA-256."""

    fil: str
    ny: str
    """The file that the new content stood in before it took its place."""
    foer: str
    etter: str
    skjoeter: tuple[Splice, ...]


class Innfoersel(NamedTuple):
    """A change. `tid` is local time with its offset, ISO 8601."""

    nr: int
    tid: str
    kommando: tuple[str, ...]
    ider: tuple[str, ...]
    felt: tuple[str, ...]
    filer: tuple[Filendring, ...] = ()
    angrer: int | None = None
    """The number of the change that this one undid."""


def ventende(mappe: Path) -> dict[Path, tuple[Path, str]]:
    """The files that a change under way is about to replace: the new file, and the old one's sum.

    Whoever reads the new ones sees the whole change, also when it was broken off in the middle.
    """
    try:
        filene = json.loads((mappe / JOURNAL / PAABEGYNT).read_bytes())["filer"]
        hele = mappe.resolve()
        return {mappe / fil["fil"]: (hele / fil["ny"], fil["foer"]) for fil in filene}
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def logg(mappe: Path) -> Iterator[Innfoersel]:
    """The changes that are kept, the newest first. Raises StyringError for one that is damaged."""
    return (les(sti) for sti in reversed(filene(mappe)))


def sist_gjeldende(mappe: Path) -> Innfoersel | None:
    """The newest change that stands: neither undone nor itself an undoing."""
    angret: set[int] = set()
    for innfoersel in logg(mappe):
        if innfoersel.angrer is not None:
            angret.add(innfoersel.angrer)
        elif innfoersel.nr not in angret:
            return innfoersel
    return None


def filene(mappe: Path) -> list[Path]:
    """The files of the changes, oldest first."""
    return sorted((mappe / JOURNAL / "logg").glob("[0-9]*.json"))


def neste_nr(mappe: Path) -> int:
    """The number of the next change."""
    return max((int(sti.stem) for sti in filene(mappe)[-1:]), default=0) + 1


def kopi(mappe: Path, fil: Filendring) -> Path:
    """Where a file is kept as the last change left it."""
    return mappe / JOURNAL / "sist" / fil.fil.replace(os.sep, "__")


def for_mange(filer: Sequence[Path]) -> Iterator[Path]:
    """Those of the files, oldest first, that there is no room for."""
    plass = MAX_BYTES
    for nummer, sti in enumerate(reversed(filer)):
        plass -= sti.stat().st_size
        if nummer >= MAX_ENTRIES or (plass < 0 and nummer > 0):
            yield sti


def les(sti: Path) -> Innfoersel:
    """A change from its file. Raises StyringError."""
    try:
        felt: dict[str, Any] = json.loads(sti.read_bytes())
        for navn in ("kommando", "ider", "felt"):
            felt[navn] = tuple(felt[navn])
        felt["filer"] = tuple(
            Filendring(**{**fil, "skjoeter": tuple(Splice(*s) for s in fil["skjoeter"])})
            for fil in felt["filer"]
        )
        return Innfoersel(**felt)
    except (ValueError, TypeError, LookupError, AttributeError):
        raad = "Slett filen; da kan endringen ikke angres, men dataene er som de er."
        raise StyringError(f"«{vist(sti)}» er skadet", raad) from None


def som_json(innfoersel: Innfoersel) -> bytes:
    """A change as its file has it."""
    filer = [fil._asdict() for fil in innfoersel.filer]
    tekst = json.dumps({**innfoersel._asdict(), "filer": filer}, ensure_ascii=False, indent=1)
    return tekst.encode("utf-8", "surrogatepass")


def sum_av(innhold: bytes) -> str:
    """What content is known by."""
    return hashlib.sha256(innhold).hexdigest()
