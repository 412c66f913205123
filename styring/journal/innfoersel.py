"""A change as it is written down, and what it makes of a file."""

from __future__ import annotations

import errno
import hashlib
import json
import stat
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple, Self

from styring.errors import StyringError
from styring.mappe import kan_vaere_datafil, kjent_som
from styring.yamlfile.edits import CannotEdit, Splice, apply, reverse
from styring.yamlfile.source import Source

if TYPE_CHECKING:
    from pydantic import TypeAdapter

JOURNAL = ".styring"
"""The folder in a data folder in which its changes are kept."""
PAABEGYNT = "paabegynt.json"
"""The change that is being made. When it is there, it counts as made unless someone edits it."""
NY = ".styring-ny"
"""What the name of a file ends in that is to take another's place."""


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

    def er_foer(self, innhold: bytes) -> bool:
        """What was in it before the change was just so."""
        return sum_av(innhold) == self.foer

    def er_etter(self, innhold: bytes) -> bool:
        """What the change made of it is just so."""
        return sum_av(innhold) == self.etter

    @property
    def uten_fil(self) -> bytes | None:
        """What is in it when it is not there: nothing, if the change makes it or takes it away."""
        return b"" if self.er_foer(b"") or self.er_etter(b"") else None

    def innhold(self, mappe: Path) -> bytes | None:
        """What is in it now; None when it has gone. Raises StyringError."""
        try:
            return (mappe / self.fil).read_bytes()
        except FileNotFoundError:
            return self.uten_fil
        except OSError:
            raise uleselig(mappe / self.fil) from None

    def skjoetet(self, naa: bytes, *, tilbake: bool = False) -> bytes:
        """What the change makes of it, or its undoing. Raises StyringError."""
        skjoeter = reverse(self.skjoeter) if tilbake else self.skjoeter
        kilde = Source(self.fil, naa)
        with suppress(CannotEdit):
            nytt = kilde.with_text(apply(kilde.text, skjoeter))
            if self.er_foer(nytt) if tilbake else self.er_etter(nytt):
                return nytt
        raad = f"Rett filen for hånd, og slett det som står om endringen i «{JOURNAL}»."
        raise StyringError(f"det som er ført om endringen av «{self.fil}», er skadet", raad)


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

    @classmethod
    def skadet(cls, sti: Path) -> Self:
        """It cannot be what was written."""
        raad = "Slett filen; da kan endringen ikke angres, men dataene er som de er."
        if sti.name == PAABEGYNT:
            raad = "Slett filen, og se med «styring valider» om dataene er som de skal være."
        return cls(f"«{kjent_som(sti)}» er skadet", raad)


def les(sti: Path) -> Innfoersel:
    """A change from its file. Raises StyringError, and FileNotFoundError when it is not there."""
    try:
        skrevet = json.loads(vanlig(sti))  # first, for there is seldom such a file
        innfoersel = _form().validate_python(skrevet)
        datetime.fromisoformat(innfoersel.tid)
    except (ValueError, TypeError, RecursionError):
        raise Mistenkelig.skadet(sti) from None
    except FileNotFoundError:
        raise
    except OSError:
        raise uleselig(sti) from None
    if not _er_mulig(innfoersel):
        raise Mistenkelig.skadet(sti)
    return innfoersel


@cache
def _form() -> TypeAdapter[Innfoersel]:
    from pydantic import TypeAdapter  # takes time, and most who read data read no change

    return TypeAdapter(Innfoersel)


def _er_mulig(innfoersel: Innfoersel) -> bool:
    """Its numbers are of something, and its files are, or could be, data files.

    What takes the place of one is what was written to do so.
    """
    skjoeter = [skjoet for fil in innfoersel.filer for skjoet in (*fil.skjoeter, *fil.haand)]
    tall = (innfoersel.nr, innfoersel.angrer or 0, *(skjoet.start for skjoet in skjoeter))
    return min(tall) >= 0 and all(
        kan_vaere_datafil(PurePath(fil.fil)) and fil.ny.endswith(NY) and "\0" not in fil.ny
        for fil in innfoersel.filer
    )


def vanlig(sti: Path) -> bytes:
    """What is in an ordinary file; a link in the journal is not followed. Raises OSError."""
    if not stat.S_ISREG(sti.lstat().st_mode):
        raise OSError(errno.EISDIR, "")
    return sti.read_bytes()


def som_json(innfoersel: Innfoersel) -> bytes:
    """A change as its file has it."""
    filer = [fil._asdict() for fil in innfoersel.filer]
    tekst = json.dumps({**innfoersel._asdict(), "filer": filer}, ensure_ascii=False, indent=1)
    return tekst.encode("utf-8", "surrogatepass")


def sum_av(innhold: bytes) -> str:
    """What content is known by."""
    return hashlib.sha256(innhold).hexdigest()


def uleselig(sti: Path) -> StyringError:
    """What to say of what the system will not have read."""
    raad = "Kontroller hva den er, og hvem som har lov til å lese den."
    return StyringError(f"«{kjent_som(sti)}» kan ikke leses", raad)
