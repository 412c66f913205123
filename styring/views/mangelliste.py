"""What is not reported on, as a table, and what who is to report must know of one."""

from collections.abc import Iterable
from datetime import date

from styring.model.fulgt import Fulgt
from styring.model.loepetid import loepetid
from styring.register.innhold import Register
from styring.stand import stand
from styring.views.kolonner import Oppsett, felt, oppsett_av
from styring.views.visning import Tabell


def mangelliste(register: Register, poster: Iterable[Fulgt], dag: date) -> Tabell:
    """What lacks a report, with who has it on a day and the command that reports it."""
    oppsett: Oppsett[Fulgt] = oppsett_av(
        felt("id", "Id"),
        felt("tittel", "Tittel", er_lang=True),
        felt("ansvarlig", "Ansvarlig", lambda post: _hvem(register, post, dag), kort="Ansv."),
        felt("kommando", "Rapporter med", _kommando, er_lang=True),
    )
    return oppsett.tabell(tuple(poster))


def _hvem(register: Register, post: Fulgt, dag: date) -> str | None:
    return stand.navn_paa(register, stand.ansvarlig(register, post, dag))


def _kommando(post: Fulgt) -> str:
    return f"styring status oppdater {post.id} --status …"


def omtale(register: Register, post: Fulgt, periode: str | None, dag: date) -> list[str]:
    """What someone who is to report on it must know: which round, who has it, the last report."""
    har = _hvem(register, post, dag) or "ingen"
    tid = loepetid(post)
    hvem = f"Ansvarlig: {har}.{f' Frist: {tid.norsk}.' if tid else ''}"
    if not post.har_runder:
        return [hvem, f"Oppgave i {post.hele.id} {post.hele.tittel}"]
    linjer = [f"Rapport for {periode}. {hvem}"]
    if siste := stand.siste_rapport(register, post):
        sist = f"Sist: {siste.status.navn}, for {siste.periode} ({siste.dato:%d.%m.%Y})"
        linjer.append(f"{sist}: «{siste.kommentar}»" if siste.kommentar else f"{sist}.")
    return linjer
