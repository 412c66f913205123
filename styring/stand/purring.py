"""Who has not reported what."""

from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from styring import alfabet
from styring.model.fulgt import Fulgt
from styring.model.kommune import Runde
from styring.model.oppdrag import Rapport, Status
from styring.register.innhold import Register
from styring.stand import runder, stand
from styring.stand.mangler import Utestaaende
from styring.stand.stand import navn_paa


class Steg(StrEnum):
    """How far it has gone: asked for before the deadline, reminded of on it, overdue after it."""

    FORESPOERSEL = "forespørsel"
    PAAMINNELSE = "påminnelse"
    PURRING = "purring"


class Mangel(NamedTuple):
    """What lacks a report, or for an oppgave a status."""

    post: Fulgt
    periode: str | None
    """The round that it is to be reported in; None for an oppgave."""
    siste: Rapport | None
    """The newest report there is on it."""

    @property
    def mangler(self) -> str | None:
        """The period that lacks a report, or «status»."""
        return self.periode if self.post.har_runder else "status"

    @property
    def status(self) -> Status | None:
        """What was last reported; None for an oppgave, which has been told nothing of."""
        return stand.sagt(self.siste) if self.post.har_runder else None


class Purring(NamedTuple):
    """What one person has not reported."""

    ansvarlig: str | None
    """Their id; None for what nobody has."""
    navn: str
    epost: str | None
    """Where they are reached, unless they have left."""
    mangler: tuple[Mangel, ...]
    runde: Runde | None
    dag: date
    har_sluttet: bool = False

    @property
    def dager_over(self) -> int:
        """How many days it is since the last day to report; below 1 when it has not passed."""
        frist = self.runde.frist if self.runde else None
        return (self.dag - frist).days if frist else 0

    @property
    def steg(self) -> Steg:
        """How far it has gone. Where no deadline is set, nothing is late."""
        if self.runde is None or self.runde.frist is None or self.dager_over < 0:
            return Steg.FORESPOERSEL
        return Steg.PURRING if self.dager_over else Steg.PAAMINNELSE


def purringer(register: Register, utvalg: Utestaaende, dag: date) -> tuple[Purring, ...]:
    """What is not reported by those who have it, by their names; last what nobody has."""
    runde = runden(register, utvalg, dag)
    hos: dict[str | None, list[Mangel]] = {}
    for post in utvalg.velg(register, dag):
        id_ = stand.ansvarlig(register, post, dag)
        kontakt = register.kontakt.get((id_ or "").lower())
        hos.setdefault(kontakt.id if kontakt else id_, []).append(_mangel(register, post, runde))
    alle = [_purring(register, id_, tuple(mangler), runde, dag) for id_, mangler in hos.items()]
    return tuple(sorted(alle, key=_rekkefoelge))


def runden(register: Register, utvalg: Utestaaende, dag: date) -> Runde | None:
    """The round that is asked about; None when none has come."""
    return runder.finn_runde(register, utvalg.runde(register, dag))


def _mangel(register: Register, post: Fulgt, runde: Runde | None = None) -> Mangel:
    periode = runde.periode if runde and post.har_runder else None
    return Mangel(post, periode, stand.siste_rapport(register, post))


def _purring(
    register: Register,
    id_: str | None,
    mangler: tuple[Mangel, ...],
    runde: Runde | None,
    dag: date,
) -> Purring:
    kontakt = register.kontakt.get((id_ or "").lower())
    navn = navn_paa(register, id_) or "Ingen ansvarlig"
    har_sluttet = kontakt is not None and kontakt.har_sluttet(dag)
    epost = kontakt.epost if kontakt and not har_sluttet else None
    return Purring(id_, navn, epost, mangler, runde, dag, har_sluttet)


def _rekkefoelge(purring: Purring) -> tuple[Any, ...]:
    id_ = purring.ansvarlig
    return id_ is None, alfabet.noekkel(purring.navn), alfabet.noekkel(id_ or ""), id_ or ""


Purrerad = tuple[Purring, Mangel]


def purring_av(register: Register, post: Fulgt, dag: date) -> Purrerad:
    """What is to be said of one thing alone, whether it is reported or not."""
    mangel = _mangel(register, post)
    return _purring(register, stand.ansvarlig(register, post, dag), (mangel,), None, dag), mangel
