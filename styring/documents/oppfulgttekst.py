"""Oppdrag and vedtak and how they are followed up, as internal documents tell of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from styring.mente import ramse
from styring.model.fulgt import Deloppgave
from styring.model.lenke import Lenke
from styring.model.loepetid import loepetid
from styring.model.oppdrag import Rapport
from styring.model.tidsform import dag_med_ord, midt_i, naar
from styring.model.unntatt import hjemmel
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.slag import DELMAAL, VIRKSOMHET
from styring.stand import runder, stand
from styring.stand.stand import navn_paa

MERKER = {"groenn": "●", "gul": "▲", "roed": "■"}
"""The mark of each judgement, told apart by its form."""


class Oppgavetekst(NamedTuple):
    """An oppgave. A text is empty where nothing is known."""

    id: str
    tittel: str
    ansvarlig: str
    frist: str
    status: str
    merknad: str
    lenker: tuple[Lenke, ...]
    unntatt: str
    """The law that keeps it alone from the public."""
    mangler_status: bool
    """Nothing is said of it, and more is to be done."""


class Rapporttekst(NamedTuple):
    """What was said in a reporting round."""

    periode: str
    dato: str
    av: str
    kommentar: str
    avvik: str
    tiltak: str
    lenker: tuple[Lenke, ...]


class Oppfulgttekst(NamedTuple):
    """An oppdrag or a vedtak on a day."""

    id: str
    tittel: str
    sektor: str
    """The code of the sector that it is delegated to."""
    ansvarlig: str
    delansvar: str
    beskrivelse: str
    opphav: str
    """What it came of: «tilsyn: Avvik 1, pbl. § 32-1»."""
    lenker: tuple[Lenke, ...]
    delmaal: tuple[str, ...]
    """The titles of the delmål that it works for."""
    frist: str
    status: str
    merke: str
    """The judgement's mark, ● ▲ or ■, and `vurdering` its word."""
    vurdering: str
    forventet_ferdig: str
    er_forfalt: bool
    er_forsinket: bool
    mangler_rapport: bool
    unntatt: str
    """The law that keeps it from the public."""
    oppgaver: tuple[Oppgavetekst, ...]
    rapport: Rapporttekst | None
    """The newest."""


def oppfulgt(register: Register, post: Oppfulgt, dag: date) -> Oppfulgttekst:
    """How an oppdrag or a vedtak stands on a day."""
    rapport = stand.siste_rapport(register, post)
    vurdering = rapport.vurdering if rapport else None
    return Oppfulgttekst(
        id=post.id,
        tittel=post.tittel,
        sektor=post.sektor or "",
        ansvarlig=navn_paa(register, stand.ansvarlig(register, post, dag)) or "ingen",
        delansvar=", ".join(post.delansvar),
        beskrivelse=post.beskrivelse or "",
        opphav=str(post.opphav or ""),
        lenker=post.lenker,
        delmaal=tuple(_delmaalstittel(register, id_) for id_ in post.delmaal),
        frist=naar(loepetid(post)),
        status=stand.status(register, post).navn,
        merke=MERKER[vurdering] if vurdering else "",
        vurdering=vurdering.navn if vurdering else "",
        forventet_ferdig=naar(rapport.forventet_ferdig) if rapport else "",
        er_forfalt=stand.er_forfalt(register, post, dag),
        er_forsinket=stand.er_forsinket(register, post),
        mangler_rapport=stand.mangler_rapport(register, post, dag),
        unntatt=hjemmel(post) or "",
        oppgaver=tuple(_oppgavetekster(register, post, dag)),
        rapport=_rapporttekst(register, rapport) if rapport else None,
    )


def hjemler(poster: Iterable[Oppfulgt]) -> str:
    """The laws that keep some of them from the public, each once; empty when nothing is kept."""
    alle = (hjemmel(en) for post in poster for en in (post, *post.oppgaver))
    return ramse(dict.fromkeys(filter(None, alle)))


def periodenavn(register: Register, periode: str | None) -> str:
    """A round within a sentence: «2. tertial 2025»; as written when there is no such round."""
    runde = runder.finn_runde(register, periode)
    return midt_i(runde.navn) if runde else periode or ""


def _delmaalstittel(register: Register, id_: str) -> str:
    delmaal = register.etter_id(DELMAAL).get(id_.lower())
    return delmaal.tittel if delmaal else id_


def _oppgavetekster(register: Register, post: Oppfulgt, dag: date) -> Iterator[Oppgavetekst]:
    uten_status = stand.uten_status(register, post, dag)
    for en in post.under:
        yield Oppgavetekst(
            en.id,
            en.tittel,
            _hvem(register, en),
            naar(loepetid(en)),
            en.selv.staar.navn,
            en.selv.merknad or "",
            en.selv.lenker,
            hjemmel(en.selv) or "",
            en in uten_status,
        )


def _hvem(register: Register, en: Deloppgave) -> str:
    """Whoever has the oppgave, and the virksomhet that does."""
    navn = navn_paa(register, stand.har_selv(register, en))
    enhet = register.etter_id(VIRKSOMHET).get((en.selv.virksomhet or "").lower())
    return ", ".join(filter(None, (navn, enhet.navn if enhet else None)))


def _rapporttekst(register: Register, rapport: Rapport) -> Rapporttekst:
    return Rapporttekst(
        periodenavn(register, rapport.periode),
        dag_med_ord(rapport.dato),
        navn_paa(register, rapport.av) or "",
        rapport.kommentar or "",
        rapport.avvik or "",
        rapport.tiltak or "",
        rapport.lenker,
    )
