"""What is not reported on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from styring.model.oppdrag import Status
from styring.model.tid import Frist
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Deloppgave, Register
from styring.stand import runder, stand
from styring.views.oppfoelging import navn_paa
from styring.views.visning import Kolonne, Tabell


class Utestaaende(NamedTuple):
    """Which oppdrag, vedtak and oppgaver are meant. What is empty leaves nothing out."""

    periode: str | None = None
    """The round as it is asked for; else the one that is meant on the day."""
    ider: frozenset[str] = frozenset()
    sektor: frozenset[str] = frozenset()
    ansvarlig: frozenset[str] = frozenset()
    halve: bool = False
    """Those too whose report does not say when the work is awaited."""

    def runde(self, register: Register, dag: date) -> str | None:
        """The round, such as `2023-T1`; None when none has come. Raises WrongUse."""
        if self.periode is None:
            return runder.runden(register, dag)
        return runder.periode_for(register, self.periode, dag)

    def velg(self, register: Register, dag: date) -> Iterator[Oppfulgt | Deloppgave]:
        """Those that lack a report, in the order of the files, an oppdrag before its oppgaver."""
        periode = self.runde(register, dag)
        for post in register.oppfulgte:
            if self.sektor and post.sektor not in self.sektor:
                continue
            if self.periode and periode and not self._er_spurt(register, post, periode, dag):
                continue
            har = stand.ansvarlig(register, post, dag)
            er_min = not self.ansvarlig or har in self.ansvarlig
            er_nevnt = not self.ider or post.id in self.ider
            if er_min and er_nevnt and self._gjenstaar(register, post, dag, periode):
                yield post
            for en in stand.uten_status(register, post):
                er_min = not self.ansvarlig or (en.oppgave.ansvarlig or har) in self.ansvarlig
                if er_min and (er_nevnt or en.id in self.ider):
                    yield en

    def _er_spurt(self, register: Register, post: Oppfulgt, periode: str, dag: date) -> bool:
        if not runder.er_i_runden(register, post, periode):
            return False
        return bool(self.ider) or not runder.er_forbi(register, post, periode, dag)

    def _gjenstaar(
        self, register: Register, post: Oppfulgt, dag: date, periode: str | None
    ) -> bool:
        rapport = stand.rapport_for(register, post, dag, periode)
        if rapport is None:
            return stand.mangler_rapport(register, post, dag, periode)
        er_halv = not (rapport.forventet_ferdig or Status(rapport.status).er_avsluttet)
        return self.halve and er_halv


def mangelliste(register: Register, poster: Iterable[Oppfulgt | Deloppgave], dag: date) -> Tabell:
    """What lacks a report, with who has it on a day and the command that reports it."""
    kolonner = (
        Kolonne("id", "Id"),
        Kolonne("tittel", "Tittel", er_lang=True),
        Kolonne("ansvarlig", "Ansvarlig", kort="Ansv."),
        Kolonne("kommando", "Rapporter med", er_lang=True),
    )
    rader = tuple(
        (
            post.id,
            post.tittel,
            navn_paa(register, holder(register, post, dag)),
            f"styring status oppdater {post.id} --status …",
        )
        for post in poster
    )
    noekler = [kolonne.noekkel for kolonne in kolonner]
    return Tabell(kolonner, rader, lambda: [dict(zip(noekler, rad, strict=True)) for rad in rader])


def omtale(
    register: Register, post: Oppfulgt | Deloppgave, periode: str | None, dag: date
) -> list[str]:
    """What someone who is to report on it must know: which round, who has it, the last report."""
    if isinstance(post, Deloppgave):
        hvem = _hvem(register, post, post.oppgave.frist, dag)
        return [hvem, f"Oppgave i {post.post.id} {post.post.tittel}"]
    hvem = _hvem(register, post, post.frist, dag)
    linjer = [f"Rapport for {periode}. {hvem}"]
    if siste := stand.siste_rapport(register, post):
        sist = f"Sist: {Status(siste.status).navn}, for {siste.periode} ({siste.dato:%d.%m.%Y})"
        linjer.append(f"{sist}: «{siste.kommentar}»" if siste.kommentar else f"{sist}.")
    return linjer


def _hvem(register: Register, post: Oppfulgt | Deloppgave, frist: Frist | None, dag: date) -> str:
    har = navn_paa(register, holder(register, post, dag)) or "ingen"
    return f"Ansvarlig: {har}.{f' Frist: {frist.norsk}.' if frist else ''}"


def holder(register: Register, post: Oppfulgt | Deloppgave, dag: date) -> str | None:
    """The id of who is to report on it, on a day."""
    if isinstance(post, Deloppgave):
        return post.oppgave.ansvarlig or stand.ansvarlig(register, post.post, dag)
    return stand.ansvarlig(register, post, dag)
