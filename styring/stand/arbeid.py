"""Which oppdrag work for a delmål, and which sectors they are the work of."""

from __future__ import annotations

from styring.model.maal import Delmaal, delmaalene
from styring.model.oppdrag import Oppdrag, Status
from styring.register.innhold import Register
from styring.slag import DELMAAL
from styring.stand import stand


def for_delmaal(register: Register, delmaal: Delmaal) -> list[Oppdrag]:
    """The oppdrag that work for a delmål or one under it: those linked that are not dropped."""
    return [oppdrag for oppdrag in knyttet(register, delmaal) if gjelder(register, oppdrag)]


def knyttet(register: Register, delmaal: Delmaal) -> tuple[Oppdrag, ...]:
    """The oppdrag that are linked to a delmål or one under it, each once."""
    ider = [under.id.lower() for under in delmaalene(delmaal)]
    finnes = register.oppdrag_for_delmaal
    return tuple(dict.fromkeys(oppdrag for id_ in ider for oppdrag in finnes.get(id_, ())))


def gjelder(register: Register, oppdrag: Oppdrag) -> bool:
    """It is done, or to be done."""
    return stand.status(register, oppdrag) is not Status.UTGAAR


def sektorene(oppdrag: Oppdrag) -> frozenset[str]:
    """The codes of the sectors whose work it is: the one that has it, and those that share it."""
    return frozenset((oppdrag.sektor, *oppdrag.delansvar))


def uten_delmaal(register: Register) -> list[Oppdrag]:
    """The oppdrag that are linked to no delmål there is, dropped or not."""
    finnes = register.etter_id(DELMAAL)
    return [
        oppdrag
        for oppdrag in register.oppdrag
        if not any(id_.lower() in finnes for id_ in oppdrag.delmaal)
    ]
