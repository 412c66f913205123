"""Undoing the last change."""

from __future__ import annotations

from datetime import date
from difflib import unified_diff
from pathlib import Path

from styring.change.plan import Plan, planned
from styring.errors import StyringError
from styring.register import journal
from styring.register.datafil import Datafil
from styring.register.innhold import Register
from styring.register.journal import Filendring, Innfoersel
from styring.register.mappe import vist
from styring.yamlfile.patch import Patched, reverse
from styring.yamlfile.read import read

_VIST = 20
"""How many lines of what differs are shown."""


def undoing(register: Register, innfoersel: Innfoersel, dag: date) -> Plan:
    """The change that gives the files of another back as they were before it.

    Raises StyringError, and says what differs, when one of them has been edited since; and when
    what was changed later elsewhere would be at fault without the change, if it mended nothing.
    """
    plan = planned(register, [_tilbake(register, fil) for fil in innfoersel.filer], dag)
    if innfoersel.retter:
        return plan._replace(findings=())  # they are what it mended
    try:
        plan.check()
    except StyringError as feil:
        melding = "å angre ville gitt feil i dataene, så ingenting er endret"
        raad = (
            "Noe annet bygger på endringen. Rett det først, der det står i det over, og angre så."
        )
        raise StyringError(melding, raad, funn=feil.funn) from None
    return plan


def _tilbake(register: Register, fil: Filendring) -> tuple[Datafil, Patched]:
    sti = register.mappe / fil.fil
    funnet = next((datafil for datafil in register.filer if datafil.sti == sti), None)
    if funnet is None:
        melding = f"«{vist(sti)}» finnes ikke lenger, så endringen kan ikke angres"
        raise StyringError(melding, "Ingenting er endret.")
    naa = funnet.kilde.encoded
    if journal.sum_av(naa) != fil.etter:
        naa = journal.innholdet(register.mappe, fil) or b""
        melding = f"«{vist(sti)}» er redigert etter endringen, så den kan ikke angres"
        raad = _forskjell(register.mappe, fil, naa)
        raise StyringError(melding, "Ingenting er endret.", *raad)
    document = read(funnet.kilde.name, journal.skjoetet(fil, naa, tilbake=True))
    return funnet, Patched(document, reverse(fil.skjoeter))


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
