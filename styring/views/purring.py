"""Who has not reported what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from styring.model.oppdrag import Oppdrag, Rapport, Status
from styring.model.tid import Frist
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Deloppgave, Register
from styring.stand import runder, stand
from styring.views import alfabet
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt
from styring.views.mangler import Utestaaende, holder
from styring.views.oppfoelging import navn_paa
from styring.views.visning import Kolonne, Tabell


class Runde(NamedTuple):
    """A reporting round of a year."""

    periode: str
    """As files write it, such as `2023-T1`."""
    navn: str
    dag: date
    """The day that it tells the state of."""
    frist: date | None
    """The last day to report, when the municipality has set one."""


class Steg(StrEnum):
    """How far it has gone: asked for before the deadline, reminded of on it, overdue after it."""

    FORESPOERSEL = "forespørsel"
    PAAMINNELSE = "påminnelse"
    PURRING = "purring"


class Mangel(NamedTuple):
    """What lacks a report, or for an oppgave a status."""

    post: Oppfulgt | Deloppgave
    periode: str | None
    """The round that it is to be reported in; None for an oppgave."""
    siste: Rapport | None
    """The newest report there is on it."""

    @property
    def hoved(self) -> Oppfulgt:
        """The oppdrag or vedtak that it is, or is a part of."""
        return self.post.post if isinstance(self.post, Deloppgave) else self.post

    @property
    def er_unntatt(self) -> bool:
        """It, or what it is a part of, is kept from the public."""
        return self.post.unntatt is not None

    @property
    def frist(self) -> Frist | None:
        """When the work is to be done."""
        return self.post.oppgave.frist if isinstance(self.post, Deloppgave) else self.post.frist

    @property
    def mangler(self) -> str | None:
        """The period that lacks a report, or «status»."""
        return "status" if isinstance(self.post, Deloppgave) else self.periode

    @property
    def status(self) -> Status | None:
        """What was last reported; None for an oppgave, which has been told nothing of."""
        if isinstance(self.post, Deloppgave):
            return None
        return Status(self.siste.status) if self.siste else Status.IKKE_RAPPORTERT


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


class Utkast(NamedTuple):
    """A draft of an e-mail to one person."""

    navn: str
    epost: str
    emne: str
    tekst: str
    dag: date


def purringer(register: Register, utvalg: Utestaaende, dag: date) -> tuple[Purring, ...]:
    """What is not reported by those who have it, by their names; last what nobody has."""
    runde = runden(register, utvalg, dag)
    hos: dict[str | None, list[Mangel]] = {}
    for post in utvalg.velg(register, dag):
        id_ = holder(register, post, dag)
        kontakt = register.kontakt.get((id_ or "").lower())
        hos.setdefault(kontakt.id if kontakt else id_, []).append(_mangel(register, post, runde))
    alle = [_purring(register, id_, tuple(mangler), runde, dag) for id_, mangler in hos.items()]
    return tuple(sorted(alle, key=_rekkefoelge))


def runden(register: Register, utvalg: Utestaaende, dag: date) -> Runde | None:
    """The round that is asked about; None when none has come."""
    periode = utvalg.runde(register, dag)
    funnet = runder.delt_periode(register, periode or "")
    if periode is None or funnet is None:
        return None
    aar, regler = funnet
    return Runde(periode, f"{regler.navn} {aar}", regler.dag(aar), regler.fristdag(aar))


def tabell(alle: Sequence[Purring]) -> Tabell:
    """A row for each thing that is not reported, those of one person together."""
    rader = [(purring, mangel) for purring in alle for mangel in purring.mangler]
    return oppsett().tabell(rader)


Rad = tuple[Purring, Mangel]


def rad(register: Register, post: Oppfulgt | Deloppgave, dag: date) -> Rad:
    """The row of one thing, whether it is reported or not."""
    mangel = _mangel(register, post, None)
    return _purring(register, holder(register, post, dag), (mangel,), None, dag), mangel


def oppsett() -> Oppsett[Rad]:
    """The columns of what is not reported."""

    def over(noekkel: str, tittel: str) -> Kolonne:
        return Kolonne(noekkel, tittel, er_hode=True)

    alle: tuple[Felt[Rad], ...] = (
        Felt(over("ansvarlig", "Ansvarlig"), lambda rad: rad[0].navn),
        Felt(over("epost", "E-post"), lambda rad: rad[0].epost),
        felt("id", "Id", lambda rad: rad[1].post.id),
        felt("tittel", "Tittel", lambda rad: rad[1].post.tittel, er_lang=True),
        felt("mangler", "Mangler", lambda rad: rad[1].mangler),
        felt("status", "Sist rapportert", lambda rad: rad[1].status),
    )
    return Oppsett(alle, tuple(felt.kolonne.noekkel for felt in alle), lambda rad: _data(*rad))


def _data(purring: Purring, mangel: Mangel) -> dict[str, Any]:
    post, runde = mangel.post, purring.runde
    er_oppgave = isinstance(post, Deloppgave)
    hva = "oppdrag" if isinstance(mangel.hoved, Oppdrag) else "vedtak"
    frist = runde.frist if runde else None
    return {
        "ansvarlig": purring.ansvarlig,
        "navn": purring.navn if purring.ansvarlig else None,
        "epost": purring.epost,
        "id": post.id,
        "tittel": post.tittel,
        "slag": "oppgave" if er_oppgave else hva,
        "hoerer_til": mangel.hoved.id if er_oppgave else None,
        "sektor": mangel.hoved.sektor,
        "mangler": mangel.mangler,
        "per": som_data(runde.dag if runde else None),
        "rapportfrist": som_data(frist),
        "rapportfrist_ute": frist is not None and frist < purring.dag,
        "frist": som_data(mangel.frist),
        "status": som_data(mangel.status),
        "siste_rapport": som_data(mangel.siste),
    }


def _mangel(register: Register, post: Oppfulgt | Deloppgave, runde: Runde | None) -> Mangel:
    if isinstance(post, Deloppgave):
        return Mangel(post, None, None)
    periode = runde.periode if runde else None
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
