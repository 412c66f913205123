"""Who has not reported what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from styring.model.oppdrag import Oppdrag, Rapport, Status
from styring.model.tid import Frist
from styring.model.vedtak import Oppfulgt
from styring.register import stand
from styring.register.innhold import Deloppgave, Register
from styring.views import alfabet
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt
from styring.views.mangler import Utestaaende, holder, runde
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


class Mangel(NamedTuple):
    """What lacks a report, or for an oppgave a status."""

    post: Oppfulgt | Deloppgave
    runde: Runde | None
    """The round that it is to be reported in; for an oppgave, what it is a part of."""
    siste: Rapport | None
    """The newest report there is on it."""

    @property
    def hoved(self) -> Oppfulgt:
        """The oppdrag or vedtak that it is, or is a part of."""
        return self.post.post if isinstance(self.post, Deloppgave) else self.post

    @property
    def frist(self) -> Frist | None:
        """When the work is to be done."""
        return self.post.oppgave.frist if isinstance(self.post, Deloppgave) else self.post.frist

    @property
    def mangler(self) -> str | None:
        """The period that lacks a report, or «status»."""
        if isinstance(self.post, Deloppgave):
            return "status"
        return self.runde.periode if self.runde else None

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
    mangler: tuple[Mangel, ...]
    dag: date

    @property
    def runder(self) -> tuple[Runde, ...]:
        """The rounds that it is about, the newest first."""
        return _ordnet(mangel.runde for mangel in self.mangler)


def purringer(register: Register, utvalg: Utestaaende, dag: date) -> tuple[Purring, ...]:
    """What is not reported by those who have it, by their names; last what nobody has."""
    hos: dict[str | None, list[Mangel]] = {}
    for post in utvalg.velg(register, dag):
        id_ = holder(register, post)
        kontakt = register.kontakt.get((id_ or "").lower())
        hos.setdefault(kontakt.id if kontakt else id_, []).append(
            _mangel(register, post, utvalg, dag)
        )
    alle = [_purring(register, id_, tuple(mangler), dag) for id_, mangler in hos.items()]
    return tuple(sorted(alle, key=_rekkefoelge))


def runder(
    register: Register, utvalg: Utestaaende, alle: Sequence[Purring], dag: date
) -> tuple[Runde, ...]:
    """The rounds that something is not reported in, else the newest that has been."""
    if funnet := _ordnet(mangel.runde for purring in alle for mangel in purring.mangler):
        return funnet
    periodene = {
        runde(register, post, dag, utvalg.periode)
        for post in register.oppfulgte
        if not utvalg.sektor or post.sektor in utvalg.sektor
    }
    return _ordnet(_runde(register, periode) for periode in periodene)[:1]


def tabell(alle: Sequence[Purring]) -> Tabell:
    """A row for each thing that is not reported, those of one person together."""
    rader = [(purring, mangel) for purring in alle for mangel in purring.mangler]
    return _oppsett().tabell(rader)


_Rad = tuple[Purring, Mangel]


def _oppsett() -> Oppsett[_Rad]:
    def over(noekkel: str, tittel: str) -> Kolonne:
        return Kolonne(noekkel, tittel, er_hode=True)

    alle: tuple[Felt[_Rad], ...] = (
        Felt(over("ansvarlig", "Ansvarlig"), lambda rad: rad[0].navn),
        Felt(over("epost", "E-post"), lambda rad: rad[0].epost),
        felt("id", "Id", lambda rad: rad[1].post.id),
        felt("tittel", "Tittel", lambda rad: rad[1].post.tittel, er_lang=True),
        felt("mangler", "Mangler", lambda rad: rad[1].mangler),
        felt("status", "Sist rapportert", lambda rad: rad[1].status),
    )
    return Oppsett(alle, tuple(felt.kolonne.noekkel for felt in alle), lambda rad: _data(*rad))


def _data(purring: Purring, mangel: Mangel) -> dict[str, Any]:
    post, runden = mangel.post, mangel.runde
    er_oppgave = isinstance(post, Deloppgave)
    hva = "oppdrag" if isinstance(mangel.hoved, Oppdrag) else "vedtak"
    frist = runden.frist if runden else None
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
        "per": som_data(runden.dag if runden else None),
        "rapportfrist": som_data(frist),
        "rapportfrist_ute": frist is not None and frist < purring.dag,
        "frist": som_data(mangel.frist),
        "status": som_data(mangel.status),
        "siste_rapport": som_data(mangel.siste),
    }


def _mangel(
    register: Register, post: Oppfulgt | Deloppgave, utvalg: Utestaaende, dag: date
) -> Mangel:
    if isinstance(post, Deloppgave):
        periode = runde(register, post.post, dag, utvalg.periode)
        return Mangel(post, _runde(register, periode), None)
    periode = runde(register, post, dag, utvalg.periode)
    return Mangel(post, _runde(register, periode), stand.siste_rapport(register, post))


def _purring(
    register: Register, id_: str | None, mangler: tuple[Mangel, ...], dag: date
) -> Purring:
    kontakt = register.kontakt.get((id_ or "").lower())
    navn = navn_paa(register, id_) or "Ingen ansvarlig"
    return Purring(id_, navn, kontakt.epost if kontakt else None, mangler, dag)


def _rekkefoelge(purring: Purring) -> tuple[Any, ...]:
    id_ = purring.ansvarlig
    return id_ is None, alfabet.noekkel(purring.navn), alfabet.noekkel(id_ or ""), id_ or ""


def _runde(register: Register, periode: str | None) -> Runde | None:
    funnet = stand.delt_periode(register, periode or "")
    if periode is None or funnet is None:
        return None
    aar, regler = funnet
    return Runde(periode, f"{regler.navn} {aar}", regler.dag(aar), regler.fristdag(aar))


def _ordnet(alle: Iterable[Runde | None]) -> tuple[Runde, ...]:
    funnet: Iterator[Runde] = (en for en in set(alle) if en is not None)
    return tuple(sorted(funnet, key=lambda en: (en.dag, en.periode), reverse=True))
