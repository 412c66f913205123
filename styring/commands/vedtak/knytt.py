"""`styring vedtak knytt`."""

from styring import tolk
from styring.cli import fullfoering, gitt, valg
from styring.cli.feltendring import koble


def knytt(
    register: gitt.Register,
    ider: valg.Ider,
    oppdrag: list[str] = gitt.valg(
        "ID", "Oppdraget som følger det opp. Kan gjentas.", fullfoering.oppdrag
    ),
    fjern: valg.FjernKobling = False,
) -> gitt.Handling:
    """Knytt vedtak til oppdragene som følger dem opp."""
    return koble(register, tolk.vedtak, ider, "oppdrag", tolk.oppdrag, oppdrag, fjern=fjern)
