"""What is not reported on, as a table, and what who is to report must know of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from styring.model.fulgt import Fulgt
from styring.register.innhold import Register
from styring.stand import stand
from styring.stand.stand import navn_paa
from styring.views.visning import Kolonne, Tabell


def mangelliste(register: Register, poster: Iterable[Fulgt], dag: date) -> Tabell:
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
            navn_paa(register, stand.ansvarlig(register, post, dag)),
            f"styring status oppdater {post.id} --status …",
        )
        for post in poster
    )
    noekler = [kolonne.noekkel for kolonne in kolonner]
    return Tabell(kolonner, rader, lambda: [dict(zip(noekler, rad, strict=True)) for rad in rader])


def omtale(register: Register, post: Fulgt, periode: str | None, dag: date) -> list[str]:
    """What someone who is to report on it must know: which round, who has it, the last report."""
    har = stand.navn_paa(register, stand.ansvarlig(register, post, dag)) or "ingen"
    hvem = f"Ansvarlig: {har}.{f' Frist: {post.frist.norsk}.' if post.frist else ''}"
    if not post.har_runder:
        return [hvem, f"Oppgave i {post.hele.id} {post.hele.tittel}"]
    linjer = [f"Rapport for {periode}. {hvem}"]
    if siste := stand.siste_rapport(register, post):
        sist = f"Sist: {siste.status.navn}, for {siste.periode} ({siste.dato:%d.%m.%Y})"
        linjer.append(f"{sist}: «{siste.kommentar}»" if siste.kommentar else f"{sist}.")
    return linjer
