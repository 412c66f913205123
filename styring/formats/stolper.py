"""The bars of a table on a terminal: how much of a row stands how."""

from enum import StrEnum

from rich.text import Text

from styring.model.oppdrag import Status
from styring.views.visning import Stolpe

STILER: dict[StrEnum, str] = {
    Status.IKKE_RAPPORTERT: "dim",
    Status.IKKE_STARTET: "yellow",
    Status.UNDER_ARBEID: "cyan",
    Status.SATT_PAA_VENT: "magenta",
    Status.FERDIG: "green",
    Status.UTGAAR: "dim",
}

FAST = "\ufdd0"
"""A space that does not break. Rich would break U+00A0; this is no character (Unicode 23.7), so no
text from a file has it unescaped."""
BREDDE = 30
"""How many columns a bar takes."""

_TEGN = {
    Status.FERDIG: "█",
    Status.UNDER_ARBEID: "▒",
    Status.SATT_PAA_VENT: "=",
    Status.IKKE_STARTET: "-",
    Status.IKKE_RAPPORTERT: "·",
    Status.UTGAAR: "×",
}
"""What each is drawn with, so that it is told without colour, in the order it stands in a bar."""


def stolpe(antall: Stolpe) -> Text:
    """A bar in which what there is of a status has a share, at least one column."""
    return Text.assemble(
        *((_TEGN[status] * andel, STILER[status]) for status, andel in _andeler(antall).items())
    )


def forklaring(antall: Stolpe) -> Text:
    """What the parts of bars mean, and how many there are of each in all."""
    return Text("   ").join(
        Text(f"{_TEGN[status]} {status.navn} {antall[status]}".replace(" ", FAST), STILER[status])
        for status in _andeler(antall)
    )


def _andeler(antall: Stolpe) -> dict[Status, int]:
    """The columns of each status that there is something of; `BREDDE` in all."""
    alle, talt = sum(antall.values()), 0
    andeler = {}
    for status in _TEGN:
        if antall[status]:
            fra, talt = talt, talt + antall[status]
            andel = round(talt * BREDDE / alle) - round(fra * BREDDE / alle)
            andeler[status] = max(1, andel)
    if andeler:
        andeler[max(andeler, key=andeler.__getitem__)] += BREDDE - sum(andeler.values())
    return andeler
