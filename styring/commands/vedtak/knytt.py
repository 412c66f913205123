"""`styring vedtak knytt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from styring import tolk
from styring.cli import fullfoering, gitt, valg
from styring.cli.endring import utfoer
from styring.cli.feltendring import koble
from styring.cli.omgivelse import Omgivelse

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.register.innhold import Register


def knytt(
    om: Omgivelse,
    ider: valg.Ider,
    oppdrag: list[str] = gitt.valg(
        "ID", "Oppdraget som følger det opp. Kan gjentas.", fullfoering.oppdrag
    ),
    fjern: valg.FjernKobling = False,
    diff: valg.Diff = False,
) -> None:
    """Knytt vedtak til oppdragene som følger dem opp."""

    def handling(register: Register) -> Handling:
        poster = tolk.flere(tolk.vedtak, register, ider)
        return koble(register, poster, "oppdrag", oppdrag, tolk.oppdrag, fjern=fjern)

    utfoer(om, handling, diff=diff)
