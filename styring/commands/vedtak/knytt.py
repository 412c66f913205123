"""`styring vedtak knytt`."""

from __future__ import annotations

from styring import tolk
from styring.cli import fullfoering, gitt, valg
from styring.cli.feltendring import koble
from styring.cli.omgivelse import Omgivelse


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
    koble(om, tolk.vedtak, ider, "oppdrag", tolk.oppdrag, oppdrag, fjern=fjern, diff=diff)
