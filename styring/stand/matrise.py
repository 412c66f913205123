"""How much work there is for each delmål in each sector."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from styring import alfabet
from styring.model.maal import Delmaal
from styring.model.oppdrag import Oppdrag
from styring.register.innhold import Register
from styring.stand import arbeid


class Maalrad(NamedTuple):
    """A delmål, or None for the oppdrag that are linked to none, and the work for it."""

    delmaal: Delmaal | None
    oppdrag: Sequence[Oppdrag]
    antall: Counter[str]
    """How many of the oppdrag each sector has or shares, by its code."""

    @property
    def ansvar(self) -> tuple[str, ...]:
        """The codes of the sectors that are responsible."""
        return tuple(dict.fromkeys(self.delmaal.ansvar)) if self.delmaal else ()


class Matrise(NamedTuple):
    """The delmål that something works for or someone has, last the oppdrag without delmål."""

    linjer: tuple[Maalrad, ...]
    sektorer: tuple[str, ...]
    """The codes in the order of the sectors, those that are not in kontakter.yaml last."""
    alle: Maalrad
    """Each oppdrag once."""


def matrise(register: Register, koder: Collection[str]) -> Matrise:
    """How many oppdrag of each sector work for each delmål. Dropped oppdrag are not counted.

    An oppdrag counts with each sector that has or shares it. Only the sectors with these codes,
    when any are given, and the delmål that concern them.
    """
    linjer = [
        _raden(register, delmaal, arbeid.for_delmaal(register, delmaal), koder)
        for delmaal in register.delmaal
    ]
    uten = (o for o in arbeid.uten_delmaal(register) if arbeid.gjelder(register, o))
    linjer.append(_raden(register, None, uten, koder))
    linjer = [linje for linje in linjer if linje.oppdrag or _angaar(linje, koder)]
    alle = _raden(
        register, None, dict.fromkeys(o for linje in linjer for o in linje.oppdrag), koder
    )
    return Matrise(tuple(linjer), _kodene(register, linjer, koder), alle)


def _raden(
    register: Register, delmaal: Delmaal | None, oppdrag: Iterable[Oppdrag], koder: Collection[str]
) -> Maalrad:
    alle = {post: arbeid.sektorene(register, post) for post in oppdrag}
    med = {post: hos for post, hos in alle.items() if not koder or hos.intersection(koder)}
    return Maalrad(delmaal, [*med], Counter(kode for hos in med.values() for kode in hos))


def _angaar(linje: Maalrad, koder: Collection[str]) -> bool:
    return linje.delmaal is not None and (not koder or bool({*koder}.intersection(linje.ansvar)))


def _kodene(
    register: Register, linjer: Sequence[Maalrad], koder: Collection[str]
) -> tuple[str, ...]:
    kjente = [sektor.kode for sektor in register.sektorer]
    nevnt = {kode for linje in linjer for kode in (*linje.ansvar, *linje.antall)}
    alle = (*kjente, *sorted(nevnt.difference(kjente), key=alfabet.noekkel))
    return tuple(kode for kode in alle if not koder or kode in koder)
