"""What is not reported on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from styring.model.oppdrag import Status
from styring.model.tid import Frist
from styring.model.vedtak import Oppfulgt
from styring.register import oppslag, stand
from styring.register.innhold import Deloppgave, Register
from styring.views.oppfoelging import navn_paa
from styring.views.visning import Kolonne, Tabell


class Utestaaende(NamedTuple):
    """Which oppdrag, vedtak and oppgaver are meant. What is empty leaves nothing out."""

    periode: str | None = None
    """The round; else the newest of each oppdrag's year."""
    ider: frozenset[str] = frozenset()
    sektor: frozenset[str] = frozenset()
    ansvarlig: frozenset[str] = frozenset()
    halve: bool = False
    """Those too whose report does not say when the work is awaited."""

    def velg(self, register: Register, dag: date) -> Iterator[Oppfulgt | Deloppgave]:
        """Those that lack a report, in the order of the files, an oppdrag before its oppgaver."""
        for post in register.oppfulgte:
            if self.sektor and post.sektor not in self.sektor:
                continue
            periode = self.periode and oppslag.periode_for(register, self.periode, post, dag)
            if periode and not stand.er_i_runden(register, post, periode):
                continue
            har = stand.ansvarlig(register, post)
            er_min = not self.ansvarlig or har in self.ansvarlig
            er_nevnt = not self.ider or post.id in self.ider
            if er_min and er_nevnt and self._gjenstaar(register, post, dag, periode):
                yield post
            for en in stand.uten_status(register, post):
                er_min = not self.ansvarlig or (en.oppgave.ansvarlig or har) in self.ansvarlig
                if er_min and (er_nevnt or en.id in self.ider):
                    yield en

    def _gjenstaar(
        self, register: Register, post: Oppfulgt, dag: date, periode: str | None
    ) -> bool:
        rapport = stand.rapport_for(register, post, dag, periode)
        if rapport is None:
            return stand.mangler_rapport(register, post, dag, periode)
        er_halv = not (rapport.forventet_ferdig or Status(rapport.status).er_avsluttet)
        return self.halve and er_halv


def mangelliste(register: Register, poster: Iterable[Oppfulgt | Deloppgave]) -> Tabell:
    """What lacks a report, with who has it and the command that reports it."""
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
            navn_paa(register, holder(register, post)),
            f"styring status oppdater {post.id} --status …",
        )
        for post in poster
    )
    noekler = [kolonne.noekkel for kolonne in kolonner]
    return Tabell(kolonner, rader, lambda: [dict(zip(noekler, rad, strict=True)) for rad in rader])


def omtale(
    register: Register, post: Oppfulgt | Deloppgave, dag: date, periode: str | None
) -> list[str]:
    """What someone who is to report on it must know: which round, who has it, the last report.

    The period is the newest that has come by `dag` when none is given.
    """
    if isinstance(post, Deloppgave):
        hvem = _hvem(register, post, post.oppgave.frist)
        return [hvem, f"Oppgave i {post.post.id} {post.post.tittel}"]
    hvem = _hvem(register, post, post.frist)
    linjer = [f"Rapport for {runde(register, post, dag, periode)}. {hvem}"]
    if siste := stand.siste_rapport(register, post):
        sist = f"Sist: {Status(siste.status).navn}, for {siste.periode} ({siste.dato:%d.%m.%Y})"
        linjer.append(f"{sist}: «{siste.kommentar}»" if siste.kommentar else f"{sist}.")
    return linjer


def runde(register: Register, post: Oppfulgt, dag: date, periode: str | None) -> str | None:
    """The period that it is to be reported for: the one asked for, else the newest of its own."""
    if periode is None:
        return stand.periode_naa(register, post, dag)
    return oppslag.periode_for(register, periode, post, dag)


def _hvem(register: Register, post: Oppfulgt | Deloppgave, frist: Frist | None) -> str:
    har = navn_paa(register, holder(register, post)) or "ingen"
    return f"Ansvarlig: {har}.{f' Frist: {frist.norsk}.' if frist else ''}"


def holder(register: Register, post: Oppfulgt | Deloppgave) -> str | None:
    """The id of who is to report on it."""
    if isinstance(post, Deloppgave):
        return post.oppgave.ansvarlig or stand.ansvarlig(register, post.post)
    return stand.ansvarlig(register, post)
