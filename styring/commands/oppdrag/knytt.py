"""`styring oppdrag knytt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from styring import tolk
from styring.cli import fullfoering, gitt, valg
from styring.cli.feltendring import koble

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.register.innhold import Register


def knytt(
    register: Register,
    ider: valg.Ider,
    delmaal: list[str] = gitt.valg("ID", "Delmålet. Kan gjentas.", fullfoering.maal),
    fjern: valg.FjernKobling = False,
) -> Handling:
    """Knytt oppdrag til delmålene de bidrar til."""
    return koble(register, tolk.oppdrag, ider, "delmaal", tolk.delmaal, delmaal, fjern=fjern)
