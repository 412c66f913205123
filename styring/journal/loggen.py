"""The changes that are made and kept, and what was edited between them."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from styring.journal.begynt import begynt, blir
from styring.journal.innfoersel import (
    JOURNAL,
    Filendring,
    Innfoersel,
    Mistenkelig,
    les,
    sum_av,
    uleselig,
    vanlig,
)
from styring.yamlfile.carry import between
from styring.yamlfile.edits import CannotEdit, Splice, apply, reverse
from styring.yamlfile.source import Source

_SIFRE = 9
"""No number of a change has more; so many are never made."""
MAX_ENTRIES = 500
MAX_BYTES = 20 * 1024 * 1024
"""How much the journal keeps; the oldest changes go first."""


def logg(mappe: Path) -> Iterator[Innfoersel]:
    """The changes that are made and kept, the newest first; the one that has begun is of them.

    Raises StyringError for one that is damaged or cannot be read.
    """
    i_gang = begynt(mappe)
    if i_gang and all(blir(mappe, fil, fil.innhold(mappe)) is not None for fil in i_gang.filer):
        yield i_gang
    try:
        stier = filene(mappe)
    except OSError:
        raise uleselig(mappe / JOURNAL / "logg") from None
    for sti in reversed(stier):
        with suppress(FileNotFoundError):  # someone's change has just made it one too many
            innfoersel = les(sti)
            if innfoersel != i_gang:  # it was finished meanwhile
                yield innfoersel


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
    """The files of the changes, oldest first. Raises OSError."""
    try:
        stier = list((mappe / JOURNAL / "logg").iterdir())
    except FileNotFoundError:
        return []
    funnet = (sti for sti in stier if re.fullmatch(f"[0-9]{{6,{_SIFRE}}}[.]json", sti.name))
    return sorted(funnet, key=lambda sti: int(sti.stem))


def neste_nr(mappe: Path) -> int:
    """The number of the next change. Raises StyringError when no more can be counted."""
    siste = filene(mappe)[-1:]
    nr = max((int(sti.stem) for sti in siste), default=0) + 1
    if len(str(nr)) > _SIFRE:
        raise Mistenkelig.skadet(siste[0])
    return nr


def kopi(mappe: Path, fil: str) -> Path:
    """Where a file is kept as the last change left it."""
    return mappe / JOURNAL / "sist" / sum_av(os.fsencode(fil))  # no name is too long so


def redigert_siden(mappe: Path, fil: str, naa: bytes) -> tuple[Splice, ...]:
    """What was edited in a file since the last change of it; empty when that cannot be told."""
    try:
        sist = vanlig(kopi(mappe, fil))
    except OSError:
        return ()
    return () if sist == naa else between(Source(fil, sist).text, Source(fil, naa).text)


def som_den_ble(mappe: Path, nr: int, fil: Filendring) -> str | None:
    """The text of a file as the change of a number left it; None when that cannot be told."""
    try:
        kilde = Source(fil.fil, vanlig(kopi(mappe, fil.fil)))
        tekst = kilde.text
        for senere in logg(mappe):
            if senere.nr <= nr:
                break
            for en in senere.filer:
                if en.fil == fil.fil:
                    tekst = apply(apply(tekst, reverse(en.skjoeter)), reverse(en.haand))
    except (OSError, CannotEdit):
        return None
    return tekst if fil.er_etter(kilde.with_text(tekst)) else None


def for_mange(filer: Sequence[Path]) -> Iterator[Path]:
    """Those of the files, oldest first, that there is no room for."""
    plass = MAX_BYTES
    for nummer, sti in enumerate(reversed(filer)):
        plass -= sti.stat().st_size
        if nummer >= MAX_ENTRIES or (plass < 0 and nummer > 0):
            yield sti
