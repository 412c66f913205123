"""`styring oppdrag knytt`."""

from styring import tolk
from styring.cli import fullfoering, gitt, valg
from styring.cli.feltendring import koble


def knytt(
    register: gitt.Register,
    ider: valg.Ider,
    delmaal: list[str] = gitt.valg("ID", "Delmålet. Kan gjentas.", fullfoering.maal),
    fjern: valg.FjernKobling = False,
) -> gitt.Handling:
    """Knytt oppdrag til delmålene de bidrar til."""
    return koble(register, tolk.oppdrag, ider, "delmaal", tolk.delmaal, delmaal, fjern=fjern)
