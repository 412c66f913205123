"""The changes made to a data folder, as kept in it."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from styring.errors import StyringError
from styring.mappe import er_inne, kan_vaere_datafil, kjent_som
from styring.yamlfile.carry import between
from styring.yamlfile.edits import CannotEdit, Splice, apply, reverse
from styring.yamlfile.source import Source

JOURNAL = ".styring"
"""The folder in a data folder in which its changes are kept."""
PAABEGYNT = "paabegynt.json"
"""The change that is being made. When it is there, it counts as made unless someone edits it."""
NY = ".styring-ny"
"""What the name of a file ends in that is to take another's place."""
_VENT = 50
"""How many hundredths of a second someone who is just making a change is waited for."""
_SIFRE = 9
"""No number of a change has more; so many are never made."""
MAX_ENTRIES = 500
MAX_BYTES = 20 * 1024 * 1024
"""How much the journal keeps; the oldest changes go first."""


class Filendring(NamedTuple):
    """What a change did to a file. Paths are relative to the data folder, sums are SHA-256.

    A file that is not there is one with nothing in it: so a change makes files and takes them away.
    """

    fil: str
    ny: str
    """The file that the new content stood in before it took its place."""
    foer: str
    etter: str
    skjoeter: tuple[Splice, ...]
    haand: tuple[Splice, ...] = ()
    """What was edited in it between the change before and this one, as far as that was known."""


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
    retter: bool = False
    """It mended faults, which come back when it is undone."""
    skrevet: str = ""
    """The machine and the folder that it was made in."""


class Mistenkelig(StyringError):
    """What is written of a change is damaged, or may be by someone else."""


def paabegynt(mappe: Path) -> Innfoersel | None:
    """The change that has begun; None when there is none, or it is not to be trusted."""
    try:
        return begynt(mappe)
    except (OSError, StyringError):
        return None


def begynt(mappe: Path) -> Innfoersel | None:
    """The change that is being made, or was broken off; None when there is none.

    Raises StyringError: Mistenkelig for one that is damaged, that acts on other than data files,
    or that may have come with the folder from someone else; being just made, it is waited for.
    """
    sti = mappe / JOURNAL / PAABEGYNT
    krev_egen(mappe)
    for igjen in reversed(range(_VENT)):
        try:
            innfoersel = les(sti)
            if not all(_er_her(mappe, fil) for fil in innfoersel.filer):
                raise _skadet(sti)
            hvorfor = _fremmed(mappe, sti, innfoersel)
        except FileNotFoundError:
            return None
        if hvorfor is None:
            return innfoersel
        if igjen:
            time.sleep(0.01)
    fullfoer = "La den som gjorde den, endre noe der den ble gjort; da blir den fullført."
    slett = "Vet du ikke hvem det er, slett filen, og se om dataene er som de skal være."
    melding = f"«{kjent_som(sti)}» er en endring som ble avbrutt, og den kan være andres: {hvorfor}"
    raise Mistenkelig(melding, fullfoer, slett)


def krev_egen(mappe: Path) -> None:
    """Raises StyringError when part of the journal is a link, which leads to who knows what."""
    folder = mappe / JOURNAL
    deler = ("", "laas", "laas-uten-flock", "logg", "sist", ".gitignore", PAABEGYNT)
    if lenke := next((sti for del_ in deler if os.path.islink(sti := folder / del_)), None):  # noqa: PTH114 - no error
        raad = "Styring lager den selv. Slett lenken, og prøv igjen."
        raise Mistenkelig(f"«{kjent_som(lenke)}» er en lenke, og følges ikke", raad)


def merket(mappe: Path, innfoersel: Innfoersel) -> Innfoersel:
    """A change with where it is made, which nobody knows who makes an entry somewhere else."""
    return innfoersel._replace(skrevet=_her(mappe))


def _her(mappe: Path) -> str:
    import platform

    return f"{platform.node()} {mappe.stat().st_ino:x}"


def _fremmed(mappe: Path, sti: Path, innfoersel: Innfoersel) -> str | None:
    """Why a change that has begun may be by someone else; None when it is by whoever runs this."""
    from styring import git

    status = sti.stat()
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        return "filen har en annen eier enn deg"
    if status.st_nlink > 1:
        return "filen har også et annet navn"
    if innfoersel.skrevet != _her(mappe):
        return "den er skrevet på en annen maskin eller i en annen mappe"
    if git.har(mappe, sti):
        return "git har filen, så den kan ha fulgt med"
    return None


def blir(mappe: Path, fil: Filendring, naa: bytes | None) -> bytes | None:
    """What a file that a change has begun with has in it when the change is made.

    None when someone has edited it before it was changed; then the change is not to be made. Raises
    StyringError when that cannot be worked out.
    """
    summen = None if naa is None else sum_av(naa)
    if naa is None or summen == fil.etter:
        return naa
    if summen == fil.foer:
        return skjoetet(fil, naa)  # the new file may be tidied away
    venter = (mappe / fil.ny).exists()
    return naa if not venter and _er_i(fil, naa) else None


def sett(mappe: Path, innfoersel: Innfoersel, naa: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """What is to be seen in the files of a change that has begun, given what is in them now.

    Either all of the change or, when it is to be taken back, nothing of it.
    """
    try:
        nye = {fil.fil: blir(mappe, fil, naa[fil.fil]) for fil in innfoersel.filer}
        if None in nye.values():
            nye = {
                fil.fil: skjoetet(fil, innhold, tilbake=True)
                for fil in innfoersel.filer
                if (innhold := naa[fil.fil]) is not None and sum_av(innhold) == fil.etter
            }
    except (OSError, StyringError):
        nye = {}
    return {fil: innhold for fil, innhold in nye.items() if innhold is not None}


def logg(mappe: Path) -> Iterator[Innfoersel]:
    """The changes that are made and kept, the newest first; the one that has begun is of them.

    Raises StyringError for one that is damaged or cannot be read.
    """
    i_gang = begynt(mappe)
    if i_gang and all(blir(mappe, fil, innholdet(mappe, fil)) is not None for fil in i_gang.filer):
        yield i_gang
    try:
        stier = filene(mappe)
    except OSError:
        raise _uleselig(mappe / JOURNAL / "logg") from None
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
        raise _skadet(siste[0])
    return nr


def kopi(mappe: Path, fil: str) -> Path:
    """Where a file is kept as the last change left it."""
    return mappe / JOURNAL / "sist" / sum_av(os.fsencode(fil))  # no name is too long so


def redigert_siden(mappe: Path, fil: str, naa: bytes) -> tuple[Splice, ...]:
    """What was edited in a file since the last change of it; empty when that cannot be told."""
    try:
        sist = _vanlig(kopi(mappe, fil))
    except OSError:
        return ()
    return () if sist == naa else between(Source(fil, sist).text, Source(fil, naa).text)


def som_den_ble(mappe: Path, nr: int, fil: Filendring) -> str | None:
    """The text of a file as the change of a number left it; None when that cannot be told."""
    try:
        kilde = Source(fil.fil, _vanlig(kopi(mappe, fil.fil)))
        tekst = kilde.text
        for senere in logg(mappe):
            if senere.nr <= nr:
                break
            for en in senere.filer:
                if en.fil == fil.fil:
                    tekst = apply(apply(tekst, reverse(en.skjoeter)), reverse(en.haand))
    except (OSError, CannotEdit):
        return None
    return tekst if sum_av(kilde.with_text(tekst)) == fil.etter else None


def for_mange(filer: Sequence[Path]) -> Iterator[Path]:
    """Those of the files, oldest first, that there is no room for."""
    plass = MAX_BYTES
    for nummer, sti in enumerate(reversed(filer)):
        plass -= sti.stat().st_size
        if nummer >= MAX_ENTRIES or (plass < 0 and nummer > 0):
            yield sti


def les(sti: Path) -> Innfoersel:
    """A change from its file. Raises StyringError, and FileNotFoundError when it is not there."""
    try:
        return _innfoersel(json.loads(_vanlig(sti)))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise _skadet(sti) from None
    except FileNotFoundError:
        raise
    except OSError:
        raise _uleselig(sti) from None


def _vanlig(sti: Path) -> bytes:
    """What is in an ordinary file; a link in the journal is not followed. Raises OSError."""
    if not stat.S_ISREG(sti.lstat().st_mode):
        raise OSError(errno.EISDIR, "")
    return sti.read_bytes()


def innholdet(mappe: Path, fil: Filendring) -> bytes | None:
    """What is in a file of a change now; None when it has gone. Raises StyringError."""
    try:
        return (mappe / fil.fil).read_bytes()
    except FileNotFoundError:
        return uten_fil(fil)
    except OSError:
        raise _uleselig(mappe / fil.fil) from None


def uten_fil(fil: Filendring) -> bytes | None:
    """What is in a file that is not there: nothing when the change makes it or takes it away."""
    return b"" if sum_av(b"") in (fil.foer, fil.etter) else None


def _skadet(sti: Path) -> Mistenkelig:
    raad = "Slett filen; da kan endringen ikke angres, men dataene er som de er."
    if sti.name == PAABEGYNT:
        raad = "Slett filen, og se med «styring valider» om dataene er som de skal være."
    return Mistenkelig(f"«{kjent_som(sti)}» er skadet", raad)


def _uleselig(sti: Path) -> StyringError:
    raad = "Kontroller hva den er, og hvem som har lov til å lese den."
    return StyringError(f"«{kjent_som(sti)}» kan ikke leses", raad)


_SKJOETER = ("skjoeter", "haand")


def _innfoersel(raa: Any) -> Innfoersel:
    """A change as `som_json` writes it. Raises what comes of anything else."""
    filer = tuple(
        Filendring(**{**fil, **{n: tuple(Splice(*s) for s in fil.get(n, ())) for n in _SKJOETER}})
        for fil in raa["filer"]
    )
    lister = {navn: tuple(raa[navn]) for navn in ("kommando", "ider", "felt")}
    innfoersel = Innfoersel(**{**raa, **lister, "filer": filer})
    datetime.fromisoformat(innfoersel.tid)
    skjoeter = [skjoet for fil in filer for skjoet in (*fil.skjoeter, *fil.haand)]
    tekster = [tekst for liste in lister.values() for tekst in liste]
    tekster += [innfoersel.skrevet, *(tekst for fil in filer for tekst in fil[:4])]
    tekster += [tekst for skjoet in skjoeter for tekst in skjoet[1:]]
    tall = [innfoersel.nr, innfoersel.angrer or 0, *(skjoet.start for skjoet in skjoeter)]
    if not all(isinstance(tekst, str) for tekst in tekster):
        raise TypeError
    if not all(isinstance(verdi, int) and verdi >= 0 for verdi in tall):
        raise TypeError
    if not isinstance(innfoersel.retter, bool):
        raise TypeError
    if not all(_er_vaar(fil) for fil in filer):
        raise ValueError
    return innfoersel


def _er_vaar(fil: Filendring) -> bool:
    """It is, or could be, a data file, and what takes its place is what was written to do so."""
    return kan_vaere_datafil(PurePath(fil.fil)) and fil.ny.endswith(NY) and "\0" not in fil.ny


def _er_her(mappe: Path, fil: Filendring) -> bool:
    """It is in the data folder and so is its new content, also when links are followed."""
    ny = mappe / fil.ny
    return er_inne(mappe, mappe / fil.fil) and er_inne(mappe, ny.parent) and not ny.is_symlink()


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


def _er_i(fil: Filendring, naa: bytes) -> bool:
    """A change is in a text that was edited since, as far as can be told."""
    tekst = Source(fil.fil, naa).text
    har_nytt = any(skjoet.new for skjoet in fil.skjoeter)
    return _passer(tekst, reverse(fil.skjoeter)) and (har_nytt or not _passer(tekst, fil.skjoeter))


def _passer(tekst: str, skjoeter: Sequence[Splice]) -> bool:
    try:
        apply(tekst, skjoeter)
    except CannotEdit:
        return False
    return True


def sum_av(innhold: bytes) -> str:
    """What content is known by."""
    return hashlib.sha256(innhold).hexdigest()
