"""What stays, and what to look at, when a year has taken over from the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from styring.mente import ramse
from styring.model.oppdrag import Oppdrag
from styring.register.innhold import Register
from styring.stand import runder, stand

_VIST = 5
"""How many ids a line names."""


def avsluttede(register: Register, aar: int) -> list[Oppdrag]:
    """The oppdrag of a year that are done, or come to nothing."""
    alle = (oppdrag for oppdrag in register.oppdrag if register.aar(oppdrag) == aar)
    return [oppdrag for oppdrag in alle if stand.status(register, oppdrag).er_avsluttet]


def se_paa(
    register: Register, videre: Sequence[Oppdrag], aar: int, dag: date
) -> Iterator[tuple[str, str]]:
    """What is to be looked at with those carried over to a year, each with the command for it."""
    if forfalte := [oppdrag for oppdrag in videre if stand.er_forfalt(register, oppdrag, dag)]:
        raad = f"styring oppdrag endre {forfalte[0].id} --frist 30.06.{aar}"
        yield f"Fristen er ute for {_hvilke(forfalte)}.", raad
    periode = runder.runden(register, dag)
    mangler = [oppdrag for oppdrag in videre if stand.mangler_rapport(register, oppdrag, dag)]
    if mangler and periode:
        yield (
            f"Rapport for {periode} mangler for {_hvilke(mangler)}.",
            (f"styring status oppdater --periode {periode}"),
        )


def _hvilke(oppdragene: Sequence[Oppdrag]) -> str:
    """How many they are, and which; of many, the first."""
    ider = ramse(oppdrag.id for oppdrag in oppdragene[:_VIST])
    return f"{len(oppdragene)} oppdrag{', blant dem' if len(oppdragene) > _VIST else ':'} {ider}"
