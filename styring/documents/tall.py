"""How many oppdrag stand how, as documents tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from styring.documents.ord import liste
from styring.model.oppdrag import Status
from styring.views.status import TALL, Opptelling, Telling


class Tallrad(NamedTuple):
    """What is counted for one, in the order of the columns."""

    navn: str
    tall: tuple[int, ...]


class Talltabell(NamedTuple):
    """The counts with their sum, what is late or missing first; none has no column."""

    kolonner: tuple[str, ...]
    rader: tuple[Tallrad, ...]
    alle: Tallrad


def talltabell(opptelling: Opptelling) -> Talltabell:
    """The overview of `styring status`."""
    summen = opptelling.alle.antall()
    # On a narrow screen only the first columns are seen.
    valgte = sorted((t for t in TALL if summen[t.noekkel]), key=lambda tall: tall.i_stolpe)

    def rad(navn: str, telling: Telling) -> Tallrad:
        antall = telling.antall()
        return Tallrad(navn[:1].upper() + navn[1:], tuple(antall[tall.noekkel] for tall in valgte))

    return Talltabell(
        tuple(tall.tittel for tall in valgte),
        tuple(rad(rad_.navn or rad_.vist, telling) for rad_, telling in opptelling.rader.items()),
        rad("I alt", opptelling.alle),
    )


def staar(antall: Mapping[Status, int]) -> str:
    """How many stand how: «3 under arbeid og 2 ferdige»; empty when there are none."""
    return liste(
        f"{tall} {status.navn}{'e' if status is Status.FERDIG and tall > 1 else ''}"
        for status, tall in antall.items()
        if tall
    )
