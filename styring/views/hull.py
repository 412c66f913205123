"""The gaps in the red thread: what is not linked, what nobody follows up, what comes too late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from styring.mente import ramse
from styring.model.oppdrag import Status
from styring.register.innhold import Deloppgave, Register
from styring.stand import stand
from styring.views import arbeid
from styring.views.mangler import holder
from styring.views.oppfoelging import navn_paa
from styring.views.visning import Kolonne, Tabell

_SLAG = {
    "delmaal_uten_oppdrag": ("delmål uten oppdrag", "delmål uten oppdrag"),
    "ansvar_uten_oppdrag": ("ansvar uten oppdrag", "ansvar uten oppdrag"),
    "oppdrag_uten_delmaal": ("oppdrag uten delmål", "oppdrag uten delmål"),
    "vedtak_uten_oppfoelging": ("vedtak uten oppfølging", "vedtak uten oppfølging"),
    "oppgave_etter_oppdraget": ("oppgave etter oppdraget", "oppgaver etter oppdraget"),
}
"""The kinds of gaps in the order they are told, each as people say one of them and several."""

_KOLONNER = (
    Kolonne("hull", "Hull"),
    Kolonne("id", "Id"),
    Kolonne("tittel", "Tittel", er_lang=True),
    Kolonne("hvem", "Hvem"),
    Kolonne("rettes_med", "Rettes med", er_lang=True),
)


class Hull(NamedTuple):
    """A gap: its kind, what it is in, who can mend it, and with what."""

    slag: str
    id: str
    tittel: str
    hvem: tuple[str, ...]
    """Codes of sectors or names of people; empty when nobody is known."""
    rettes_med: str


def hullene(register: Register, dag: date, koder: Collection[str] = ()) -> Iterator[Hull]:
    """Every gap, with who can mend it on a day, by kind and then in the order of the files.

    Only those of the sectors with these codes, when any are given. Dropped oppdrag work for no
    delmål, and lack none.
    """
    yield from _delmaal_uten_oppdrag(register, koder)
    yield from _ansvar_uten_oppdrag(register, koder)
    yield from _oppdrag_uten_delmaal(register, dag, koder)
    yield from _vedtak_uten_oppfoelging(register, dag, koder)
    yield from _oppgaver_etter_oppdraget(register, dag, koder)


def oppsummering(alle: Sequence[Hull]) -> str:
    """How many there are, and of each kind: «2 hull: 1 delmål uten oppdrag, 1 …»."""
    antall = Counter(hull.slag for hull in alle)
    per_slag = ramse(
        f"{antall[slag]} {en if antall[slag] == 1 else flere}"
        for slag, (en, flere) in _SLAG.items()
        if antall[slag]
    )
    return f"{len(alle)} hull: {per_slag}."


def tabell(alle: Sequence[Hull]) -> Tabell:
    """The gaps as a table."""
    return Tabell(
        _KOLONNER,
        tuple((_SLAG[hull.slag][0], *hull[1:]) for hull in alle),
        lambda: [_data(hull) for hull in alle],
    )


def _delmaal_uten_oppdrag(register: Register, koder: Collection[str]) -> Iterator[Hull]:
    for delmaal in register.delmaal:
        if koder and not set(koder).intersection(delmaal.ansvar):
            continue
        if not arbeid.for_delmaal(register, delmaal):
            hvem = tuple(dict.fromkeys(delmaal.ansvar)) or _kommunedirektoeren(register)
            rettes = _knytt(f"ID --delmaal {delmaal.id}")
            yield Hull("delmaal_uten_oppdrag", delmaal.id, delmaal.tittel, hvem, rettes)


def _ansvar_uten_oppdrag(register: Register, koder: Collection[str]) -> Iterator[Hull]:
    for delmaal in register.delmaal:
        if not (oppdrag := arbeid.for_delmaal(register, delmaal)):
            continue  # that is a gap of its own
        arbeider = frozenset().union(*map(arbeid.sektorene, oppdrag))
        savnet = tuple(
            kode
            for kode in dict.fromkeys(delmaal.ansvar)
            if kode not in arbeider and (not koder or kode in koder)
        )
        if savnet:
            rettes = _knytt(f"ID --delmaal {delmaal.id}")
            yield Hull("ansvar_uten_oppdrag", delmaal.id, delmaal.tittel, savnet, rettes)


def _oppdrag_uten_delmaal(register: Register, dag: date, koder: Collection[str]) -> Iterator[Hull]:
    for oppdrag in register.oppdrag:
        if oppdrag.delmaal or (koder and oppdrag.sektor not in koder):
            continue  # a link to what does not exist is a fault, and told of as one
        if arbeid.gjelder(register, oppdrag):
            navn = navn_paa(register, stand.ansvarlig(register, oppdrag, dag))
            hvem = (navn or oppdrag.sektor,)
            rettes = _knytt(f"{oppdrag.id} --delmaal ID")
            yield Hull("oppdrag_uten_delmaal", oppdrag.id, oppdrag.tittel, hvem, rettes)


def _vedtak_uten_oppfoelging(
    register: Register, dag: date, koder: Collection[str]
) -> Iterator[Hull]:
    for vedtak in register.vedtak:
        if stand.er_fulgt_opp(register, vedtak):
            continue
        if koder and not stand.sektorer(register, vedtak).intersection(koder):
            continue
        hvem = _kommunedirektoeren(register)  # for it has no sector of its own
        rettes = f"styring vedtak deleger {vedtak.id} --til KONTAKT"
        yield Hull("vedtak_uten_oppfoelging", vedtak.id, vedtak.tittel, hvem, rettes)


def _oppgaver_etter_oppdraget(
    register: Register, dag: date, koder: Collection[str]
) -> Iterator[Hull]:
    for post in register.oppfulgte:
        if post.frist is None or not post.oppgaver or (koder and post.sektor not in koder):
            continue
        if stand.er_avsluttet(register, post):
            continue
        for nummer, oppgave in enumerate(post.oppgaver):
            if oppgave.status and Status(oppgave.status).er_avsluttet:
                continue
            if oppgave.frist and oppgave.frist.siste_dag > post.frist.siste_dag:
                navn = navn_paa(register, holder(register, Deloppgave(post, nummer), dag))
                rettes = f"styring oppdrag endre {oppgave.id} --frist {post.frist}"
                hvem = (navn,) if navn else ()
                yield Hull("oppgave_etter_oppdraget", oppgave.id, oppgave.tittel, hvem, rettes)


def _knytt(hva: str) -> str:
    return f"styring oppdrag knytt {hva}"


def _kommunedirektoeren(register: Register) -> tuple[str, ...]:
    navn = register.kommune.kommunedirektoer
    return (navn,) if navn else ()


def _data(hull: Hull) -> dict[str, Any]:
    hull_ = hull._asdict()
    return {"hull": hull_.pop("slag"), **hull_, "hvem": list(hull.hvem)}
