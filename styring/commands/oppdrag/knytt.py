"""`styring oppdrag knytt`."""

from __future__ import annotations

from styring import tolk
from styring.cli import fullfoering, gitt, valg
from styring.cli.feltendring import koble
from styring.cli.omgivelse import Omgivelse


def knytt(
    om: Omgivelse,
    ider: valg.Ider,
    delmaal: list[str] = gitt.valg("ID", "Delmålet. Kan gjentas.", fullfoering.maal),
    fjern: valg.FjernKobling = False,
    diff: valg.Diff = False,
) -> None:
    """Knytt oppdrag til delmålene de bidrar til."""
    koble(om, tolk.oppdrag, ider, "delmaal", tolk.delmaal, delmaal, fjern=fjern, diff=diff)
