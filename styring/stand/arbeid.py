"""Which oppdrag work for a delmål, which sectors they are the work of, and what is above it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from styring.model.kontakt import virksomhetene
from styring.model.maal import Delmaal, Hovedmaal, Maal, Satsingsomraade, delmaalene, veier
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


def sektorene(register: Register, oppdrag: Oppdrag) -> frozenset[str]:
    """The codes of the sectors whose work it is: the one that has it, and those that share it.

    A virksomhet that shares it does so for its sector.
    """
    hos = _virksomhetenes(register) if oppdrag.delansvar else {}
    return frozenset((oppdrag.sektor, *(hos.get(kode.lower(), kode) for kode in oppdrag.delansvar)))


@lru_cache(maxsize=1)
def _virksomhetenes(register: Register) -> dict[str, str]:
    """The code of the sector of each virksomhet, by its id."""
    return {en.id.lower(): s.kode for s in register.sektorer for en in virksomhetene(s)}


def uten_delmaal(register: Register) -> list[Oppdrag]:
    """The oppdrag that are linked to no delmål there is, dropped or not."""
    finnes = register.etter_id(DELMAAL)
    return [
        oppdrag
        for oppdrag in register.oppdrag
        if not any(id_.lower() in finnes for id_ in oppdrag.delmaal)
    ]


class Maallinje(NamedTuple):
    """A delmål with the goals above it."""

    omraade: Satsingsomraade
    delmaal: Delmaal
    vei: tuple[Maal, ...]
    """From the area down to the delmål."""

    @property
    def hovedmaal(self) -> Hovedmaal | None:
        """The hovedmål above it, where there is one."""
        return next((maal for maal in self.vei if isinstance(maal, Hovedmaal)), None)


def maallinjer(register: Register) -> tuple[Maallinje, ...]:
    """Every delmål with what is above it, in the order of the files."""
    return tuple(
        Maallinje(omraade, vei[-1], vei)
        for omraade in register.satsingsomraader
        for vei in veier(omraade)
        if isinstance(vei[-1], Delmaal)
    )


def delmaal_under(register: Register, maal: Sequence[Maal]) -> frozenset[str]:
    """The ids of the delmål that some goals are or have under them."""
    linjene = maallinjer(register)
    return frozenset(en.delmaal.id for en in linjene if any(m in en.vei for m in maal))
