"""The changes made to a data folder, as kept in it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from styring.errors import StyringError
from styring.register.mappe import vist
from styring.yamlfile.patch import CannotEdit, Splice, apply, reverse
from styring.yamlfile.source import Source

JOURNAL = ".styring"
"""The folder in a data folder in which its changes are kept."""
PAABEGYNT = "paabegynt.json"
"""The change that is being made. When it is there all new files are, and it counts as made."""
NY = ".styring-ny"
"""What the name of a file ends in that is to take another's place."""
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
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return {}


def logg(mappe: Path) -> Iterator[Innfoersel]:
    """The changes that are kept, the newest first. Raises StyringError for one that is damaged."""
    for sti in reversed(filene(mappe)):
        with suppress(FileNotFoundError):  # someone's change has just made it one too many
            yield les(sti)


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
    nummererte = (mappe / JOURNAL / "logg").glob(f"{'[0-9]' * 6}.json")
    return sorted(nummererte, key=lambda sti: sti.name)


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
        return _innfoersel(json.loads(sti.read_bytes()))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raad = "Slett filen; da kan endringen ikke angres, men dataene er som de er."
        if sti.name == PAABEGYNT:
            raad = "Slett filen, og se med «styring valider» om dataene er som de skal være."
        raise StyringError(f"«{vist(sti)}» er skadet", raad) from None
    except PermissionError:
        raad = "Se etter hvem som har lov til å lese den."
        raise StyringError(f"«{vist(sti)}» kan ikke leses", raad) from None


def _innfoersel(raa: Any) -> Innfoersel:
    """A change as `som_json` writes it. Raises what comes of anything else."""
    filer = tuple(
        Filendring(**{**fil, "skjoeter": tuple(Splice(*s) for s in fil["skjoeter"])})
        for fil in raa["filer"]
    )
    lister = {navn: tuple(raa[navn]) for navn in ("kommando", "ider", "felt")}
    innfoersel = Innfoersel(**{**raa, **lister, "filer": filer})
    datetime.fromisoformat(innfoersel.tid)
    skjoeter = [skjoet for fil in filer for skjoet in fil.skjoeter]
    tekster = [tekst for liste in lister.values() for tekst in liste]
    tekster += [tekst for fil in filer for tekst in fil[:4]]
    tekster += [tekst for skjoet in skjoeter for tekst in skjoet[1:]]
    tall = [innfoersel.nr, innfoersel.angrer or 0, *(skjoet.start for skjoet in skjoeter)]
    if not all(isinstance(tekst, str) for tekst in tekster):
        raise TypeError
    if not all(isinstance(verdi, int) and verdi >= 0 for verdi in tall):
        raise TypeError
    if not all(_er_vaar(fil) for fil in filer):
        raise ValueError
    return innfoersel


def _er_vaar(fil: Filendring) -> bool:
    """It is below the data folder, and what takes its place is what was written to do so."""
    sti = PurePath(fil.fil)
    return not sti.is_absolute() and ".." not in sti.parts and fil.ny.endswith(NY)


def som_json(innfoersel: Innfoersel) -> bytes:
    """A change as its file has it."""
    filer = [fil._asdict() for fil in innfoersel.filer]
    tekst = json.dumps({**innfoersel._asdict(), "filer": filer}, ensure_ascii=False, indent=1)
    return tekst.encode("utf-8", "surrogatepass")


def skjoetet(fil: Filendring, naa: bytes, *, tilbake: bool = False) -> bytes:
    """The content that a file gets by a change, or by taking it back. Raises StyringError."""
    skjoeter, ventet = (reverse(fil.skjoeter), fil.foer) if tilbake else (fil.skjoeter, fil.etter)
    kilde = Source(fil.fil, naa)
    with suppress(CannotEdit):
        nytt = kilde.with_text(apply(kilde.text, skjoeter))
        if sum_av(nytt) == ventet:
            return nytt
    raad = f"Rett filen for hånd, og slett det som står om endringen i «{JOURNAL}»."
    raise StyringError(f"det som er ført om endringen av «{fil.fil}», er skadet", raad)


def sum_av(innhold: bytes) -> str:
    """What content is known by."""
    return hashlib.sha256(innhold).hexdigest()
