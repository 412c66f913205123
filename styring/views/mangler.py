"""What is not reported on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from styring.model.oppdrag import Oppdrag, Status
from styring.register import oppslag, stand
from styring.register.innhold import Deloppgave, Register
from styring.views.oppdrag import navn_paa
from styring.views.visning import Kolonne, Tabell


class Utestaaende(NamedTuple):
    """Which oppdrag and oppgaver are meant. What is empty leaves nothing out."""

    periode: str | None = None
    """The round; else the newest of each oppdrag's year."""
    ider: frozenset[str] = frozenset()
    sektor: frozenset[str] = frozenset()
    ansvarlig: frozenset[str] = frozenset()

    def velg(self, register: Register, dag: date) -> Iterator[Oppdrag | Deloppgave]:
        """Those that lack a report, in the order of the files, an oppdrag before its oppgaver."""
        for oppdrag in register.oppdrag:
            if self.sektor and oppdrag.sektor not in self.sektor:
                continue
            periode = self._periode(register, oppdrag)
            if periode and not periode.startswith(f"{register.aar(oppdrag)}-"):
                continue  # a round of another year is not of these
            holder = stand.ansvarlig(register, oppdrag)
            er_min = not self.ansvarlig or holder in self.ansvarlig
            er_nevnt = not self.ider or oppdrag.id in self.ider
            if er_min and er_nevnt and stand.mangler_rapport(register, oppdrag, dag, periode):
                yield oppdrag
            if stand.status(register, oppdrag).er_avsluttet:
                continue
            for nummer, oppgave in enumerate(oppdrag.oppgaver):
                min_oppgave = not self.ansvarlig or (oppgave.ansvarlig or holder) in self.ansvarlig
                if min_oppgave and (er_nevnt or oppgave.id in self.ider) and not oppgave.status:
                    yield Deloppgave(oppdrag, nummer)

    def _periode(self, register: Register, oppdrag: Oppdrag) -> str | None:
        return self.periode and oppslag.periode(register, self.periode, register.aar(oppdrag))


def mangelliste(register: Register, poster: Iterable[Oppdrag | Deloppgave]) -> Tabell:
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


def omtale(register: Register, post: Oppdrag | Deloppgave) -> list[str]:
    """What someone who is to report on it must know: who has it, the deadline, the last report."""
    har = navn_paa(register, holder(register, post)) or "ingen"
    linjer = [f"Ansvarlig: {har}."]
    if isinstance(post, Deloppgave):
        linjer.append(f"Oppgave i {post.oppdrag.id} {post.oppdrag.tittel}")
    frist = post.oppgave.frist if isinstance(post, Deloppgave) else post.frist
    if frist:
        linjer[0] += f" Frist: {frist}."
    if isinstance(post, Oppdrag) and (siste := stand.siste_rapport(register, post)):
        sist = f"Sist: {Status(siste.status).navn}, for {siste.periode} ({siste.dato:%d.%m.%Y})"
        linjer.append(f"{sist}: «{siste.kommentar}»" if siste.kommentar else f"{sist}.")
    return linjer


def holder(register: Register, post: Oppdrag | Deloppgave) -> str | None:
    """The id of who is to report on it."""
    if isinstance(post, Deloppgave):
        return post.oppgave.ansvarlig or stand.ansvarlig(register, post.oppdrag)
    return stand.ansvarlig(register, post)
