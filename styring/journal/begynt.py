"""The change that has begun: whether it is ours, and what is in its files meanwhile."""

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from styring.errors import StyringError
from styring.journal.innfoersel import JOURNAL, PAABEGYNT, Filendring, Innfoersel, Mistenkelig, les
from styring.mappe import er_inne, kjent_som
from styring.yamlfile.edits import CannotEdit, Splice, apply, reverse
from styring.yamlfile.source import Source

_VENT = 50
"""How many hundredths of a second someone who is just making a change is waited for."""


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
                raise Mistenkelig.skadet(sti)
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


def her(mappe: Path) -> str:
    """Where a change is made, which nobody knows who makes an entry somewhere else."""
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
    if innfoersel.skrevet != her(mappe):
        return "den er skrevet på en annen maskin eller i en annen mappe"
    if git.har(mappe, sti):
        return "git har filen, så den kan ha fulgt med"
    return None


def _er_her(mappe: Path, fil: Filendring) -> bool:
    """It is in the data folder and so is its new content, also when links are followed."""
    ny = mappe / fil.ny
    return er_inne(mappe, mappe / fil.fil) and er_inne(mappe, ny.parent) and not ny.is_symlink()


def blir(mappe: Path, fil: Filendring, naa: bytes | None) -> bytes | None:
    """What a file that a change has begun with has in it when the change is made.

    None when someone has edited it before it was changed; then the change is not to be made. Raises
    StyringError when that cannot be worked out.
    """
    if naa is None or fil.er_etter(naa):
        return naa
    if fil.er_foer(naa):
        return fil.skjoetet(naa)  # the new file may be tidied away
    venter = (mappe / fil.ny).exists()
    return naa if not venter and _er_i(fil, naa) else None


def tatt_tilbake(naa: Mapping[Filendring, bytes | None]) -> dict[Filendring, bytes]:
    """What was in the files that a change has changed, of those with what is in them now.

    Raises StyringError when that cannot be worked out.
    """
    return {
        fil: fil.skjoetet(innhold, tilbake=True)
        for fil, innhold in naa.items()
        if innhold is not None and fil.er_etter(innhold)
    }


def sett(mappe: Path, innfoersel: Innfoersel, naa: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """What is to be seen in the files of a change that has begun, given what is in them now.

    Either all of the change or, when it is to be taken back, nothing of it.
    """
    try:
        nye = {fil.fil: blir(mappe, fil, naa[fil.fil]) for fil in innfoersel.filer}
        if None in nye.values():
            foer = tatt_tilbake({fil: naa[fil.fil] for fil in innfoersel.filer})
            nye = {fil.fil: innhold for fil, innhold in foer.items()}
    except (OSError, StyringError):
        nye = {}
    return {fil: innhold for fil, innhold in nye.items() if innhold is not None}


def _er_i(fil: Filendring, naa: bytes) -> bool:
    """A change is in a text that was edited since, as far as can be told."""
    tekst = Source(fil.fil, naa).text
    har_nytt = any(skjoet.new for skjoet in fil.skjoeter)
    return _kan_gjoeres(tekst, reverse(fil.skjoeter)) and (
        har_nytt or not _kan_gjoeres(tekst, fil.skjoeter)
    )


def _kan_gjoeres(tekst: str, skjoeter: Sequence[Splice]) -> bool:
    try:
        apply(tekst, skjoeter)
    except CannotEdit:
        return False
    return True
