"""`styring oppdrag knytt`."""

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
    delmaal: list[str] = gitt.valg("ID", "Delmålet. Kan gjentas.", fullfoering.maal),
    fjern: valg.FjernKobling = False,
    diff: valg.Diff = False,
) -> None:
    """Knytt oppdrag til delmålene de bidrar til."""

    def handling(register: Register) -> Handling:
        poster = tolk.flere(tolk.oppdrag, register, ider)
        return koble(register, poster, "delmaal", delmaal, tolk.delmaal, fjern=fjern)

    utfoer(om, handling, diff=diff)
