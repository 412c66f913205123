"""The door: one change at a time, made whole or not at all.

The new content of every file is written beside it. Then the change is entered in the journal as
begun, and from there on it counts as made: readers see it, and if it is broken off, the next who
comes to the door finishes it. Then each file takes its place, and last the entry takes its own
among the changes that are done. What is broken off before it is entered never was.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from styring.change import disk
from styring.change.laas import LAAS, held
from styring.change.plan import Plan
from styring.change.recovery import Recovered, beside, complete, recover, take_back
from styring.errors import StyringError
from styring.journal.begynt import her, krev_egen
from styring.journal.innfoersel import JOURNAL, PAABEGYNT, Filendring, Innfoersel, som_json, sum_av
from styring.journal.loggen import neste_nr, redigert_siden
from styring.mappe import er_inne, kjent_som
from styring.systemfeil import er_forbudt, er_opptatt, grunn
from styring.yamlfile.edits import Splice

_UNCHANGED = "Ingenting er endret."


class Rewrite(NamedTuple):
    """A file that gets new content in place of the old, by these splices of its text.

    A file that is not there is one with nothing in it.
    """

    path: Path
    old: bytes
    new: bytes
    splices: tuple[Splice, ...]


class Door(NamedTuple):
    """A data folder that nobody else changes as long as it is held."""

    mappe: Path
    recovered: Recovered | None
    """What was done first about a change that had been broken off."""

    def commit(self, plan: Plan, innfoersel: Innfoersel) -> None:
        """Makes a planned change.

        Raises StyringError, with nothing changed, when it would bring faults or cannot be written.
        """
        plan.check()
        files = [
            Rewrite(file.old.sti, file.old.kilde.encoded, file.new.kilde.encoded, file.splices)
            for file in plan.files
        ]
        self.rewrite(files, innfoersel)

    def rewrite(self, files: Sequence[Rewrite], innfoersel: Innfoersel) -> None:
        """Gives files new content, all or none. Raises StyringError when that cannot be."""
        mappe = self.mappe.resolve()
        begun = mappe / JOURNAL / PAABEGYNT
        for file in files:
            _require_own(mappe, file)
        staged: list[Path] = []
        try:
            innfoersel = innfoersel._replace(
                nr=neste_nr(mappe),
                filer=tuple(self._stage(mappe, file, files, staged) for file in files),
                skrevet=her(mappe),
            )
            staged.append(entry := beside(begun))
            # What it says of its files is for those who may read them all.
            there = [file.path for file in files if file.old]
            disk.write(entry, som_json(innfoersel), *there)
            disk.sync(new.parent for new in staged)
            for file in files:
                if (file.path.read_bytes() if os.path.lexists(file.path) else b"") != file.old:
                    raise _edited_meanwhile(file.path)
            disk.replace(entry, begun)
        except BaseException as feil:
            if not begun.exists():
                disk.remove(staged)
            if isinstance(feil, OSError):
                raise kan_ikke_skrive(feil, self.mappe, _UNCHANGED) from None
            raise
        try:
            disk.sync([begun.parent])
            is_made = complete(mappe, innfoersel)
        except (OSError, StyringError) as feil:
            raise _stopped(feil, self.mappe, _given_up(mappe, innfoersel)) from None
        if not is_made:
            raise _edited_meanwhile(*(file.path for file in files))

    def _stage(
        self, mappe: Path, file: Rewrite, files: Sequence[Rewrite], staged: list[Path]
    ) -> Filendring:
        """What a file is to become, its new content written beside it.

        One that is not there becomes like the others. Its folder comes and goes with it, so its
        content waits in the data folder.
        """
        goal = file.path.resolve()
        new = beside(goal if file.old and file.new else mappe / goal.name)
        like = [goal] if file.old else [other.path for other in files if other.old]
        staged.append(new)
        disk.write(new, file.new, *like)
        name = os.path.relpath(file.path, self.mappe)
        return Filendring(
            name,
            os.path.relpath(new, mappe),
            sum_av(file.old),
            sum_av(file.new),
            file.splices,
            redigert_siden(mappe, name, file.old),
        )


def _require_own(mappe: Path, file: Rewrite) -> None:
    """Raises StyringError for a file that is not in the data folder, or that is write-protected.

    That is asked of its mode: a file that may be replaced may be protected all the same.
    """
    if not er_inne(mappe, file.path):
        raad = f"{_UNCHANGED} Legg filen i mappen, eller velg den den ligger i, med --data."
        raise StyringError(f"«{kjent_som(file.path)}» er en lenke ut av datamappen", raad)
    if file.old and disk.is_protected(file.path):
        raad = (
            f"{_UNCHANGED} Filen er skrivebeskyttet. Fjern skrivebeskyttelsen hvis den skal endres."
        )
        raise _not_allowed(file.path, raad)


@contextmanager
def open_door(mappe: Path) -> Iterator[Door]:
    """Waits for the data folder to be free, and finishes what was broken off in it.

    Raises StyringError when the folder cannot be written to, or others hold it too long.
    """
    folder, stack = mappe / JOURNAL, ExitStack()
    krev_egen(mappe)
    try:
        for path in (mappe, folder, folder / "logg", folder / "sist"):
            if path.exists() and disk.is_protected(path):
                raad = "Mappen er skrivebeskyttet. Fjern skrivebeskyttelsen hvis noe skal endres."
                raise _not_allowed(path, f"{_UNCHANGED} {raad}")
        folder.mkdir(exist_ok=True)
        stack.enter_context(held(folder, mappe.stat().st_mode & 0o666 | 0o600))
    except OSError as feil:
        raise kan_ikke_skrive(feil, mappe, _UNCHANGED) from None
    with stack:
        yield Door(mappe, _recovered(mappe))


def _recovered(mappe: Path) -> Recovered | None:
    raad = _UNCHANGED
    try:
        _prepare(mappe)
        if (mappe / JOURNAL / PAABEGYNT).exists():
            raad = "En endring ble avbrutt, og den kan ikke fullføres nå."
        return recover(mappe.resolve())
    except (OSError, StyringError) as feil:
        raise _stopped(feil, mappe, raad) from None


def _prepare(mappe: Path) -> None:
    """Makes the folders of the journal like the data folder; what git is told is the last of it."""
    folder = mappe / JOURNAL
    ignore, folders = folder / ".gitignore", (folder, folder / "logg", folder / "sist")
    if ignore.exists() and all(path.is_dir() for path in folders):
        return
    for path in folders:
        path.mkdir(exist_ok=True)
        disk.make_like(path, mappe)
    disk.make_like(folder / LAAS, mappe, mask=0o666)
    if not ignore.exists():
        new = beside(ignore)
        disk.write(new, b"*\n", folder / LAAS)
        disk.replace(new, ignore)


def _given_up(mappe: Path, innfoersel: Innfoersel) -> str:
    """Takes back what has begun and cannot be finished; how it stands then."""
    try:
        take_back(mappe, innfoersel)
    except (OSError, StyringError):
        return "Endringen er gjort, men ikke ført helt ferdig. Den neste som endrer noe, gjør det."
    return _UNCHANGED


def _edited_meanwhile(*paths: Path) -> StyringError:
    melding = f"{', '.join(f'«{kjent_som(path)}»' for path in paths)} er endret av noen andre imens"
    return StyringError(melding, f"{_UNCHANGED} Kjør kommandoen en gang til.")


def _stopped(feil: OSError | StyringError, mappe: Path, raad: str) -> StyringError:
    """Why a change that had begun stopped, and how it stands."""
    if isinstance(feil, StyringError):
        return StyringError(feil.melding, raad, *feil.raad)
    return kan_ikke_skrive(feil, mappe, raad)


def _not_allowed(path: Path, raad: str) -> StyringError:
    return StyringError(f"du har ikke lov til å skrive i «{kjent_som(path)}»", raad)


def kan_ikke_skrive(feil: OSError, mappe: Path, raad: str) -> StyringError:
    """What to say when the system will not write in a folder."""
    if er_forbudt(feil):
        return _not_allowed(mappe, raad)
    if er_opptatt(feil):
        melding = f"«{kjent_som(mappe / JOURNAL)}» eller noe i den er ikke mappen det skulle være"
        return StyringError(melding, raad, "Flytt den et annet sted, og prøv igjen.")
    if isinstance(feil, FileNotFoundError):
        return StyringError("noe som skulle endres, er flyttet eller slettet imens", raad)
    return StyringError(
        f"kan ikke skrive i «{kjent_som(mappe)}»: {grunn(feil, skriver=True)}", raad
    )
