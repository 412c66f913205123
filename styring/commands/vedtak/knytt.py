"""`styring vedtak knytt`."""

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
    oppdrag: list[str] = gitt.valg(
        "ID", "Oppdraget som følger det opp. Kan gjentas.", fullfoering.oppdrag
    ),
    fjern: valg.FjernKobling = False,
) -> Handling:
    """Knytt vedtak til oppdragene som følger dem opp."""
    return koble(register, tolk.vedtak, ider, "oppdrag", tolk.oppdrag, oppdrag, fjern=fjern)
