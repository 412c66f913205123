"""What is not reported on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from styring.model.oppdrag import Oppdrag, Status
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

    def velg(self, register: Register, dag: date) -> Iterator[Oppfulgt | Deloppgave]:
        """Those that lack a report, in the order of the files, an oppdrag before its oppgaver."""
        for post in register.oppfulgte:
            if self.sektor and post.sektor not in self.sektor:
                continue
            aar = register.aar(post) if isinstance(post, Oppdrag) else dag.year
            periode = self.periode and oppslag.periode(register, self.periode, aar)
            if periode and isinstance(post, Oppdrag) and not periode.startswith(f"{aar}-"):
                continue  # a round of another year is not of these
            holder = stand.ansvarlig(register, post)
            er_min = not self.ansvarlig or holder in self.ansvarlig
            er_nevnt = not self.ider or post.id in self.ider
            if er_min and er_nevnt and stand.mangler_rapport(register, post, dag, periode):
                yield post
            if stand.status(register, post).er_avsluttet:
                continue
            for nummer, oppgave in enumerate(post.oppgaver):
                min_oppgave = not self.ansvarlig or (oppgave.ansvarlig or holder) in self.ansvarlig
                if min_oppgave and (er_nevnt or oppgave.id in self.ider) and not oppgave.status:
                    yield Deloppgave(post, nummer)


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


def omtale(register: Register, post: Oppfulgt | Deloppgave) -> list[str]:
    """What someone who is to report on it must know: who has it, the deadline, the last report."""
    har = navn_paa(register, holder(register, post)) or "ingen"
    linjer = [f"Ansvarlig: {har}."]
    if isinstance(post, Deloppgave):
        linjer.append(f"Oppgave i {post.post.id} {post.post.tittel}")
    frist = post.oppgave.frist if isinstance(post, Deloppgave) else post.frist
    if frist:
        linjer[0] += f" Frist: {frist}."
    if not isinstance(post, Deloppgave) and (siste := stand.siste_rapport(register, post)):
        sist = f"Sist: {Status(siste.status).navn}, for {siste.periode} ({siste.dato:%d.%m.%Y})"
        linjer.append(f"{sist}: «{siste.kommentar}»" if siste.kommentar else f"{sist}.")
    return linjer


def holder(register: Register, post: Oppfulgt | Deloppgave) -> str | None:
    """The id of who is to report on it."""
    if isinstance(post, Deloppgave):
        return post.oppgave.ansvarlig or stand.ansvarlig(register, post.post)
    return stand.ansvarlig(register, post)
