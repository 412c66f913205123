"""What an e-mail says to one who has not reported: it asks, reminds, or says how late it is."""

import re
import shlex
from typing import NamedTuple

from styring.documents.maler import tekst
from styring.documents.oppfulgttekst import periodenavn
from styring.mente import ramse, telt
from styring.model.oppdrag import Status
from styring.model.tidsform import dag_med_ord, midt_i, naar
from styring.register.innhold import Register
from styring.stand.purring import Mangel, Purring, Steg
from styring.tegn import ufarlig
from styring.views.purreliste import Utkast

_EMNE = re.compile(r"\s*Emne:[ \t]*(.+)\n+")


class Mangeltekst(NamedTuple):
    """What lacks a report, or for an oppgave a status. A text is empty where nothing is known."""

    id: str
    tittel: str
    """«(unntatt offentlighet)» for what is, of which no more than the id is told."""
    mangler: str
    """The round that lacks a report: «2. tertial 2025»; empty for an oppgave."""
    oppgave_i: str
    """The id of what it is an oppgave in."""
    frist: str
    """When the work is to be done."""
    sist_status: str
    sist_periode: str
    """The round of the newest report."""
    aldri_rapportert: bool
    kommando: str
    """The command that reports it, with «…» for what is to be filled in."""


class Purretekst(NamedTuple):
    """What the template `purring.txt` gets."""

    tittel: str
    """The subject: «Purring: rapportering for 2. tertial 2025, 3 dager etter fristen»."""
    kommune: str
    navn: str
    dag: str
    steg: str
    """«forespørsel» before the deadline, «påminnelse» on it, «purring» after it."""
    periode: str
    """The round: «2. tertial 2025»; empty when none has come."""
    per: str
    """The day that it tells the state of, in words."""
    frist: str
    """The last day to report, in words; empty when none is set."""
    dager: str
    """How long it is since: «3 dager»; empty when it has not passed."""
    mangler: tuple[Mangeltekst, ...]
    skjema: str
    """The command that opens all of it in a form, and that which asks about it."""
    spoersmaal: str
    statuser: str
    aar: str


def utkast(register: Register, purring: Purring) -> Utkast:
    """The draft to one who has an address. Raises StyringError as `maler.dokument` does."""
    innhold = _purretekst(register, purring)
    skrevet = tekst(register.mappe, "purring.txt", innhold)
    emne = _EMNE.match(skrevet)
    return Utkast(
        purring.navn,
        purring.epost or "",
        emne[1] if emne else innhold.tittel,
        skrevet[emne.end() :] if emne else skrevet,
        purring.dag,
    )


def _purretekst(register: Register, purring: Purring) -> Purretekst:
    runde, over = purring.runde, purring.dager_over
    periode = f" --periode {_ord(runde.periode)}" if runde else ""
    alt = f"styring status oppdater --ansvarlig {_ord(purring.ansvarlig or '')}{periode}"
    statuser = [f"«{status.navn}»" for status in Status if status is not Status.IKKE_RAPPORTERT]
    return Purretekst(
        tittel=_emne(purring),
        kommune=register.kommune.navn or "",
        navn=purring.navn,
        dag=dag_med_ord(purring.dag),
        steg=purring.steg,
        periode=midt_i(runde.navn) if runde else "",
        per=dag_med_ord(runde.dag) if runde else "",
        frist=dag_med_ord(runde.frist) if runde and runde.frist else "",
        dager=telt(over, "dag", "dager") if over > 0 else "",
        mangler=tuple(_mangeltekst(register, mangel, periode) for mangel in purring.mangler),
        skjema=f"{alt} --rediger",
        spoersmaal=alt,
        statuser=ramse(statuser, "eller"),
        aar=str(purring.dag.year),
    )


def _emne(purring: Purring) -> str:
    runde = purring.runde
    if runde is None:
        return "Rapportering"
    hva = f"apportering for {midt_i(runde.navn)}"
    match purring.steg:
        case Steg.PURRING:
            return f"Purring: r{hva}, {telt(purring.dager_over, 'dag', 'dager')} etter fristen"
        case Steg.PAAMINNELSE:
            return f"Påminnelse: r{hva}, frist i dag"
    return f"R{hva}{f', frist {dag_med_ord(runde.frist)}' if runde.frist else ''}"


def _mangeltekst(register: Register, mangel: Mangel, periode: str) -> Mangeltekst:
    """What there is to say of one; of what is kept from the public no more than its id."""
    post, siste = mangel.post, mangel.siste
    er_oppgave, er_skjult = not post.har_runder, post.unntatt is not None
    valg = '--status "…"' if er_oppgave or post.loepende else '--status "…" --forventet-ferdig "…"'
    return Mangeltekst(
        id=post.id,
        tittel="(unntatt offentlighet)" if er_skjult else post.tittel,
        mangler=periodenavn(register, mangel.periode),
        oppgave_i=post.hele.id if er_oppgave else "",
        frist="" if er_skjult else naar(post.frist),
        sist_status=siste.status.navn if siste and not er_skjult else "",
        sist_periode=periodenavn(register, siste.periode) if siste and not er_skjult else "",
        aldri_rapportert=siste is None and not er_oppgave and not er_skjult,
        kommando=f'styring status oppdater {_ord(post.id)}{periode} {valg} --kommentar "…"',
    )


def _ord(tekst: str) -> str:
    """Text as one word on a command line."""
    return shlex.quote(ufarlig(tekst))
