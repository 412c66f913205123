"""Oppdrag and vedtak and how they stand, as documents for the public tell of them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from styring.documents.oppfulgttekst import MERKER, periodenavn
from styring.errors import StyringError
from styring.mente import ramse
from styring.model.kommune import Runde
from styring.model.lenke import Lenke
from styring.model.loepetid import loepetid
from styring.model.oppdrag import Oppdrag, Vurdering
from styring.model.tidsform import dag_med_ord, naar
from styring.model.vedtak import Oppfulgt, Sak, Vedtak
from styring.offentlig.doer import OffentligRegister
from styring.stand import runder, stand


class Omtale(NamedTuple):
    """An oppdrag or a vedtak on a day, and no names of people. A text is empty when unknown."""

    id: str
    tittel: str
    sektor: str
    """The name of the sector that it is delegated to."""
    frist: str
    status: str
    vurdering: str
    """The judgement's mark and its word: «▲ gul»."""
    ventet_ferdig: str
    er_forfalt: bool
    er_forsinket: bool
    er_avsluttet: bool
    mangler_rapport: bool
    periode: str
    """The round of the newest report, and what that says."""
    kommentar: str
    avvik: str
    tiltak: str
    lenker: tuple[Lenke, ...]
    """Its own, and those of the newest report."""
    opphav: str
    """What it came of."""


class Vedtakssak(NamedTuple):
    """A vedtak, where it was made, and the oppdrag that it is followed up through."""

    sak: Omtale
    gjort: str
    """By whom, when and in which case: «Kommunestyret 11. desember 2024, sak 92/24»."""
    trenger_ingen: str
    """Why it needs no follow-up; empty when it does."""
    gjennom: str
    """Their ids and how they stand: «SOS-2023-01: ferdig»; empty when it has its own follow-up."""
    meldt_tilbake: str
    """The day that it was reported back to those who made it."""


def omtale(
    register: OffentligRegister, post: Oppfulgt, dag: date, periode: str | None = None
) -> Omtale:
    """How an oppdrag or a vedtak, which is for all to see, stands on a day and in a round."""
    rapport = stand.siste_rapport(register, post)
    status = stand.status(register, post)
    return Omtale(
        id=post.id,
        tittel=post.tittel,
        sektor=stand.sektornavn(register, post.sektor),
        frist=naar(loepetid(post)),
        status=status.navn,
        vurdering=vurderingen(rapport.vurdering if rapport else None),
        ventet_ferdig=naar(rapport.forventet_ferdig) if rapport and not status.er_avsluttet else "",
        er_forfalt=stand.er_forfalt(register, post, dag),
        er_forsinket=stand.er_forsinket(register, post),
        er_avsluttet=status.er_avsluttet,
        mangler_rapport=stand.mangler_rapport(register, post, dag, periode),
        periode=periodenavn(register, rapport.periode) if rapport else "",
        kommentar=(rapport.kommentar or "") if rapport else "",
        avvik=(rapport.avvik or "") if rapport else "",
        tiltak=(rapport.tiltak or "") if rapport else "",
        lenker=(*post.lenker, *(rapport.lenker if rapport else ())),
        opphav=str(post.opphav or ""),
    )


def vedtakssak(
    register: OffentligRegister, vedtak: Vedtak, dag: date, periode: str | None = None
) -> Vedtakssak:
    """How a vedtak stands on a day and in a round."""
    svar = vedtak.tilbakemelding
    return Vedtakssak(
        omtale(register, vedtak, dag, periode),
        gjort(register, vedtak),
        vedtak.oppfoelging.ingen if vedtak.oppfoelging else "",
        "" if stand.har_egen_oppfoelging(vedtak) else _gjennom(register, vedtak),
        dag_med_ord(svar.dato) if svar else "",
    )


def gjort(register: OffentligRegister, post: Vedtak | Sak) -> str:
    """Who decided a vedtak, or a sak, when and where; empty when nothing of it is known."""
    organ, dato, saksnr = register.vedtatt(post)
    i_moetet = " ".join(filter(None, (organ, dag_med_ord(dato) if dato else None)))
    saken = f"sak {saksnr}" if saksnr else None
    punkt = getattr(post, "punkt", None)
    punktet = f"punkt {punkt}" if punkt else None
    return ", ".join(filter(None, (i_moetet, saken, punktet)))


def _gjennom(register: OffentligRegister, vedtak: Vedtak) -> str:
    """Those of another year, of which the register does not tell, with their ids only."""
    statuser = {en.id: stand.status(register, en).navn for en in stand.knyttet(register, vedtak)}
    return ramse(f"{id_}: {statuser[id_]}" if id_ in statuser else id_ for id_ in vedtak.oppdrag)


def offentlig_runde(register: OffentligRegister, periode: str) -> Runde:
    """A round as all may know it: a record of the whole register is not for all.

    Raises StyringError when the rounds are kept from the public with the municipality's file.
    """
    if runde := runder.finn_runde(register, periode):
        return runde
    raad = "Ta bort «unntatt» under «egne» i kommune.yaml, så er rundene for alle."
    raise StyringError(f"perioden {periode} er ikke for alle", raad)


def vurderingen(vurdering: Vurdering | None) -> str:
    """A judgement with its mark: «● grønn»; empty when there is none."""
    return f"{MERKER[vurdering]} {vurdering.navn}" if vurdering else ""


def vurderinger(register: OffentligRegister, poster: Sequence[Oppdrag]) -> str:
    """How many are judged how: «● 3 grønne og ■ 1 rød»; empty when none is."""
    rapporter = [stand.siste_rapport(register, post) for post in poster]
    gitt = [rapport.vurdering for rapport in rapporter if rapport and rapport.vurdering]
    return ramse(
        f"{MERKER[en]} {antall} {en.navn}{'e' if antall > 1 else ''}"
        for en in Vurdering
        if (antall := gitt.count(en))
    )
