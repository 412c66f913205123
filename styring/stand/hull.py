"""The gaps in the red thread: what is not linked, what nobody follows up, what comes too late."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from styring.model.fulgt import Fulgt
from styring.model.maal import Delmaal
from styring.register.innhold import Register
from styring.stand import arbeid, stand
from styring.stand.stand import navn_paa


class Hull(NamedTuple):
    """A gap: its kind, what it is in, and who can mend it."""

    slag: str
    post: Delmaal | Fulgt
    hvem: tuple[str, ...]
    """Codes of sectors or names of people; empty when nobody is known."""


def hullene(register: Register, dag: date, koder: Collection[str] = ()) -> Iterator[Hull]:
    """Every gap, with who can mend it on a day, by kind and then in the order of the files.

    Only those of the sectors with these codes, when any are given. Dropped oppdrag work for no
    delmål, and lack none.
    """
    yield from _delmaal_uten_oppdrag(register, koder)
    yield from _ansvar_uten_oppdrag(register, koder)
    yield from _oppdrag_uten_delmaal(register, dag, koder)
    yield from _vedtak_uten_oppfoelging(register, koder)
    yield from _oppgaver_etter_oppdraget(register, dag, koder)


def _delmaal_uten_oppdrag(register: Register, koder: Collection[str]) -> Iterator[Hull]:
    for delmaal in register.delmaal:
        if koder and not set(koder).intersection(delmaal.ansvar):
            continue
        if not arbeid.for_delmaal(register, delmaal):
            hvem = tuple(dict.fromkeys(delmaal.ansvar)) or _kommunedirektoeren(register)
            yield Hull("delmaal_uten_oppdrag", delmaal, hvem)


def _ansvar_uten_oppdrag(register: Register, koder: Collection[str]) -> Iterator[Hull]:
    for delmaal in register.delmaal:
        if not (oppdrag := arbeid.for_delmaal(register, delmaal)):
            continue  # that is a gap of its own
        arbeider = frozenset().union(*(arbeid.sektorene(register, en) for en in oppdrag))
        savnet = tuple(
            kode
            for kode in dict.fromkeys(delmaal.ansvar)
            if kode not in arbeider and (not koder or kode in koder)
        )
        if savnet:
            yield Hull("ansvar_uten_oppdrag", delmaal, savnet)


def _oppdrag_uten_delmaal(register: Register, dag: date, koder: Collection[str]) -> Iterator[Hull]:
    for oppdrag in register.oppdrag:
        if oppdrag.delmaal or (koder and oppdrag.sektor not in koder):
            continue  # a link to what does not exist is a fault, and told of as one
        if arbeid.gjelder(register, oppdrag):
            navn = navn_paa(register, stand.ansvarlig(register, oppdrag, dag))
            yield Hull("oppdrag_uten_delmaal", oppdrag, (navn or oppdrag.sektor,))


def _vedtak_uten_oppfoelging(register: Register, koder: Collection[str]) -> Iterator[Hull]:
    for vedtak in register.vedtak:
        if stand.er_fulgt_opp(register, vedtak):
            continue
        if koder and not stand.sektorer(register, vedtak).intersection(koder):
            continue
        hvem = _kommunedirektoeren(register)  # for it has no sector of its own
        yield Hull("vedtak_uten_oppfoelging", vedtak, hvem)


def _oppgaver_etter_oppdraget(
    register: Register, dag: date, koder: Collection[str]
) -> Iterator[Hull]:
    for post in register.oppfulgte:
        if post.frist is None or not post.oppgaver or (koder and post.sektor not in koder):
            continue
        if stand.er_avsluttet(register, post):
            continue
        for en in post.under:
            if en.selv.staar.er_avsluttet:
                continue
            if en.frist and en.frist.siste_dag > post.frist.siste_dag:
                navn = navn_paa(register, stand.ansvarlig(register, en, dag))
                yield Hull("oppgave_etter_oppdraget", en, (navn,) if navn else ())


def _kommunedirektoeren(register: Register) -> tuple[str, ...]:
    navn = register.kommune.kommunedirektoer
    return (navn,) if navn else ()
