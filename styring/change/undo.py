"""Undoing the last change."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from styring.change.commit import Rewrite
from styring.errors import StyringError
from styring.register import journal
from styring.register.journal import Filendring, Innfoersel
from styring.register.mappe import vist
from styring.yamlfile.patch import reverse

_VIST = 20
"""How many lines of what differs are shown."""


def undoing(mappe: Path, innfoersel: Innfoersel) -> list[Rewrite]:
    """The files of a change as they were before it.

    Raises StyringError, and says what differs, when one of them has been edited since.
    """
    return [_tilbake(mappe, fil) for fil in innfoersel.filer]


def _tilbake(mappe: Path, fil: Filendring) -> Rewrite:
    sti = mappe / fil.fil
    try:
        naa = sti.read_bytes()
    except FileNotFoundError:
        melding = f"«{vist(sti)}» finnes ikke lenger, så endringen kan ikke angres"
        raise StyringError(melding, "Ingenting er endret.") from None
    if journal.sum_av(naa) != fil.etter:
        melding = f"«{vist(sti)}» er redigert etter endringen, så den kan ikke angres"
        raise StyringError(melding, "Ingenting er endret.", *_forskjell(mappe, fil, naa))
    return Rewrite(sti, naa, journal.skjoetet(fil, naa, tilbake=True), reverse(fil.skjoeter))


def _forskjell(mappe: Path, fil: Filendring, naa: bytes) -> list[str]:
    """What was edited since the change, as the lines of a diff."""
    try:
        da = journal.kopi(mappe, fil).read_bytes()
    except OSError:
        return []
    if journal.sum_av(da) != fil.etter:
        return []
    da_linjer, naa_linjer = (tekst.decode("utf-8", "replace").splitlines() for tekst in (da, naa))
    linjer = list(unified_diff(da_linjer, naa_linjer, "etter endringen", "nå", lineterm="", n=1))
    flere = [f"… og {len(linjer) - _VIST} linjer til"] if len(linjer) > _VIST else []
    return [*linjer[:_VIST], *flere]
