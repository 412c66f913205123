"""The bytes of a data folder's files, and what stands in them before anything is checked."""

import errno
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from styring import mappe as mapper
from styring.journal.begynt import paabegynt, sett
from styring.journal.innfoersel import JOURNAL, PAABEGYNT
from styring.slag import Filslag, Slag
from styring.yamlfile.read import MAX_BYTES, read

_FORSOEK = 100
"""How often files are read again that someone changes meanwhile. It takes a change every time."""

Lest = bytes | int | OSError
"""What is in a file; how big it is, when it is too big; or why it cannot be read."""


def lest(mappe: Path) -> list[tuple[Filslag[Any], Path, Lest]]:
    """The files of a folder as they all were at one moment, though changes be made meanwhile."""
    for _ in range(_FORSOEK):
        der = filer = list(mapper.filer(mappe))
        passes = [mappe / JOURNAL / PAABEGYNT, *(sti for _, sti in der)]
        foer = [_merke(sti) for sti in passes]
        begynt = paabegynt(mappe)
        funnet = {sti: innholdet(mappe, sti) for _, sti in filer}
        if begynt is not None:
            i_dem = {fil.fil: funnet.get(mappe / fil.fil, fil.uten_fil) for fil in begynt.filer}
            naa = {fil: i if isinstance(i, bytes) else None for fil, i in i_dem.items()}
            nye = {mappe / fil: nytt for fil, nytt in sett(mappe, begynt, naa).items()}
            funnet |= nye
            med = mapper.filer(mappe, nye)
            filer = [(slag, sti) for slag, sti in med if sti in funnet and nye.get(sti) != b""]
        if foer == [_merke(sti) for sti in passes]:
            break
    return [(slag, sti, funnet[sti]) for slag, sti in filer]


def _merke(sti: Path) -> tuple[int, ...]:
    """What is another when a file has been written or replaced."""
    try:
        status = sti.stat()
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size


def innholdet(mappe: Path, sti: Path) -> Lest:
    """Of an ordinary file in the data folder, or one there that a link leads to."""
    try:
        status = sti.stat()
        if not mapper.er_inne(mappe, sti):
            raise OSError(errno.EXDEV, "")
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            raise OSError(errno.EISDIR, "")
        if status.st_size > MAX_BYTES:
            return status.st_size
        return sti.read_bytes()
    except FileNotFoundError as feil:
        return OSError(errno.ENOLINK, "") if sti.is_symlink() else feil
    except OSError as feil:
        return feil


def raa(mappe: Path, slagene: Collection[Slag[Any]]) -> Iterator[tuple[Slag[Any], dict[str, Any]]]:
    """The records of some kinds as they are written, file by file, each with its kind.

    Nothing is checked, so this is for what may be wrong, and must be quick.
    """
    for fil, sti, innhold in lest(mappe):
        if isinstance(innhold, bytes) and any(slag in slagene for slag in fil.alle_slag):
            poster = _raa_poster(read(str(sti), innhold).value, fil.alle_slag)
            yield from ((slag, post) for slag, post in poster if slag in slagene)


def _raa_poster(
    verdi: Any, slagene: Collection[Slag[Any]]
) -> Iterator[tuple[Slag[Any], dict[str, Any]]]:
    for slag in slagene:
        poster = verdi.get(slag.liste) if isinstance(verdi, dict) else None
        for post in poster if isinstance(poster, list) else ():
            if isinstance(post, dict):
                yield slag, post
                yield from _raa_poster(post, slagene)
