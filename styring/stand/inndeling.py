"""Which row of the overview an oppdrag or a vedtak is counted in."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from styring import alfabet
from styring.model.fastord import Fastord
from styring.model.maal import delmaalene
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.slag import VIRKSOMHET
from styring.stand import stand


class Etter(Fastord):
    """What the overview has a row for each of."""

    SEKTOR = "sektor"
    SATSINGSOMRAADE = "satsingsomraade"
    ANSVARLIG = "ansvarlig"
    VIRKSOMHET = "virksomhet"


class Rad(NamedTuple):
    """A row: whose it is. Those that are nobody's have no id."""

    id: str | None
    navn: str | None
    vist: str
    """What the row is called where people read it."""


class Inndeling(NamedTuple):
    """The rows in order, and those that one counts in: one or more."""

    rader: tuple[Rad, ...]
    rader_for: Callable[[Oppfulgt], Iterable[Rad]]


def inndeling(register: Register, etter: Etter, dag: date) -> Inndeling:
    """How they are divided on a day. One may count in a row that is not among those in order."""
    match etter:
        case Etter.SEKTOR:
            return _etter_sektor(register, dag)
        case Etter.SATSINGSOMRAADE:
            return _etter_omraade(register)
        case Etter.ANSVARLIG:
            return _etter_ansvarlig(register, dag)
        case Etter.VIRKSOMHET:
            return _etter_virksomhet(register, dag)


def _etter_sektor(register: Register, dag: date) -> Inndeling:
    """One that is no longer is there when it has something."""
    har = {post.sektor for post in register.oppfulgte}
    rader = (
        Rad(sektor.kode, sektor.navn, sektor.kode)
        for sektor in register.sektorer
        if sektor.kode in har or not sektor.er_avviklet(dag)
    )
    return _en_hver(rader, lambda post: post.sektor, "ingen sektor")


_UTEN_VIRKSOMHET = Rad(None, None, "ingen virksomhet")


def _etter_virksomhet(register: Register, dag: date) -> Inndeling:
    """One counts in each that shares it, does some of it, or has the one who holds it."""
    rader = {en.id: Rad(en.id, en.navn, en.navn) for en in register.poster(VIRKSOMHET)}

    def rader_for(post: Oppfulgt) -> Iterable[Rad]:
        med = stand.virksomheter(register, post, dag)
        return [rad for id_, rad in rader.items() if id_ in med] or (_UTEN_VIRKSOMHET,)

    return Inndeling((*rader.values(), _UTEN_VIRKSOMHET), rader_for)


_UTEN_DELMAAL = Rad(None, None, "uten delmål")
_UKJENT_DELMAAL = Rad(None, None, "ukjent delmål")


def _etter_omraade(register: Register) -> Inndeling:
    rader = {
        omraade.id: Rad(omraade.id, omraade.tittel, f"{omraade.id} {omraade.tittel}")
        for omraade in register.satsingsomraader
    }
    raden = {
        delmaal.id: rader[omraade.id]
        for omraade in register.satsingsomraader
        for delmaal in delmaalene(omraade)
    }

    def rader_for(post: Oppfulgt) -> Iterable[Rad]:
        if not post.delmaal:
            return (_UTEN_DELMAAL,)
        return dict.fromkeys(raden.get(id_, _UKJENT_DELMAAL) for id_ in post.delmaal)

    return Inndeling((*rader.values(), _UTEN_DELMAAL, _UKJENT_DELMAAL), rader_for)


def _etter_ansvarlig(register: Register, dag: date) -> Inndeling:
    def har_det(post: Oppfulgt) -> str | None:
        id_ = stand.ansvarlig(register, post, dag)
        kontakt = register.kontakt.get((id_ or "").lower())
        return kontakt.id if kontakt else id_

    rader = (Rad(en.id, en.navn, en.navn) for en in register.kontakt.values())
    etter_navn = sorted(rader, key=lambda rad: alfabet.noekkel(rad.vist))
    return _en_hver(etter_navn, har_det, "ingen ansvarlig")


def _en_hver(
    rader: Iterable[Rad], id_til: Callable[[Oppfulgt], str | None], ingens: str
) -> Inndeling:
    """Each counts in the row of one id, which may be nobody's, or not among the rows."""
    etter_id = {rad.id: rad for rad in rader}
    uten = Rad(None, None, ingens)

    def rader_for(post: Oppfulgt) -> Iterable[Rad]:
        id_ = id_til(post)
        return (uten if id_ is None else etter_id.get(id_) or Rad(id_, None, id_),)

    return Inndeling(tuple(etter_id.values()), rader_for)
