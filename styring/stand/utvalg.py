"""Which oppdrag and vedtak are meant."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from styring.mente import smaa
from styring.model import egnetekst
from styring.model.oppdrag import Status
from styring.model.opphav import Opphavstype
from styring.model.vedtak import Oppfulgt, Vedtak
from styring.register.innhold import Register
from styring.stand import stand
from styring.stand.fullfoert import er_ferdig_siden

P = TypeVar("P", bound="Oppfulgt")


class Utvalg(NamedTuple):
    """Which ones: those that fit every filter given, and any of a filter's values.

    Ids and codes are as the records write them.
    """

    sektor: frozenset[str] = frozenset()
    status: frozenset[Status] = frozenset()
    ansvarlig: frozenset[str] = frozenset()
    delansvar: frozenset[str] = frozenset()
    virksomhet: frozenset[str] = frozenset()
    """Those that share responsibility, do some of it, or have the one who holds it."""
    opphav: frozenset[Opphavstype] = frozenset()
    forfalt: bool = False
    forsinket: bool = False
    loepende: bool = False
    frist_innen: date | None = None
    uten_rapport: bool = False
    aar: int | None = None
    delmaal: frozenset[str] | None = None
    sok: tuple[str, ...] = ()
    """Words that must all stand somewhere in the texts of one, its tasks and reports."""

    def velg(self, register: Register, poster: Iterable[P], dag: date) -> Iterator[P]:
        """Those that fit on a day, in their order."""
        return (post for post in poster if self._passer(register, post, dag))

    def _passer(self, register: Register, post: Oppfulgt, dag: date) -> bool:
        return (
            not (self.sektor and self.sektor.isdisjoint(stand.sektorer(register, post)))
            and not (self.delansvar and self.delansvar.isdisjoint(post.delansvar))
            and not (
                self.virksomhet
                and self.virksomhet.isdisjoint(stand.virksomheter(register, post, dag))
            )
            and not (self.opphav and self.opphav.isdisjoint(_opphav(post)))
            and (not self.ansvarlig or stand.ansvarlig(register, post, dag) in self.ansvarlig)
            and not (self.status and self.status.isdisjoint(stand.statuser(register, post)))
            and (not self.forfalt or stand.er_forfalt(register, post, dag))
            and (not self.forsinket or stand.er_forsinket(register, post))
            and (not self.loepende or post.loepende)
            and (self.frist_innen is None or _har_frist_innen(post, self.frist_innen))
            and (not self.uten_rapport or stand.mangler_rapport(register, post, dag))
            and (self.aar is None or self.aar in register.aarene(post))
            and (self.delmaal is None or not self.delmaal.isdisjoint(getattr(post, "delmaal", ())))
            and (not self.sok or staar_i(self.sok, _alle_tekster(register, post)))
        )


class Vedtaksutvalg(NamedTuple):
    """Which vedtak, beside what fits oppdrag too. What is empty leaves nothing out."""

    type: frozenset[str] = frozenset()
    organ: frozenset[str] = frozenset()
    sak: frozenset[str] = frozenset()
    """Numbers and ids of cases, as `saksord` gives them."""
    aapne: bool = False
    """Only those that more is to be done with, or that are not reported back on."""
    ferdig_siden: date | None = None
    eldre_enn: date | None = None
    """Only those that were made before this day."""

    def velg(self, register: Register, alle: Iterable[Vedtak]) -> tuple[Vedtak, ...]:
        """Those that fit, in their order."""
        return tuple(
            vedtak
            for vedtak in alle
            if (not self.type or vedtak.type in self.type)
            and (not self.organ or register.vedtatt(vedtak).organ in self.organ)
            and not (self.sak and self.sak.isdisjoint(saksord(register, vedtak)))
            and (not self.aapne or stand.er_aapent(register, vedtak))
            and (self.ferdig_siden is None or er_ferdig_siden(register, vedtak, self.ferdig_siden))
            and (self.eldre_enn is None or _er_eldre(register, vedtak, self.eldre_enn))
        )


def _opphav(post: Oppfulgt) -> Iterator[Opphavstype]:
    """What it came of, and what its oppgaver did."""
    for del_ in (post, *post.oppgaver):
        if opphav := getattr(del_, "opphav", None):
            yield opphav.type


def _er_eldre(register: Register, vedtak: Vedtak, dag: date) -> bool:
    dato = register.vedtatt(vedtak).dato
    return dato is not None and dato < dag


def saksord(register: Register, vedtak: Vedtak) -> set[str]:
    """What the cases that a vedtak was up in go by: their numbers, and the ids of its sak."""
    saker = register.sakene(vedtak)
    numre = {vedtak.saksnr, *(en.saksnr for en in vedtak.behandlinger)}
    av_saken = (en for sak in saker for en in (sak.saksnr, sak.id))
    return {*filter(None, numre), *filter(None, av_saken)}


def _har_frist_innen(post: Oppfulgt, dag: date) -> bool:
    return post.frist is not None and post.frist.siste_dag <= dag


def staar_i(ordene: Iterable[str], tekster: Iterable[str | None]) -> bool:
    """Each of some words stands somewhere in some texts, in capitals or not."""
    tekst = smaa("\n".join(filter(None, tekster)))
    return all(smaa(ord_) in tekst for ord_ in ordene)


def _alle_tekster(register: Register, post: Oppfulgt) -> list[str | None]:
    deler: list[str | None] = [post.id, post.tittel, post.beskrivelse, post.saksnr]
    deler += (getattr(post, "forslagsstiller", None),)
    deler += (tekst for sak in register.sakene(post) for tekst in (sak.tittel, sak.saksnr))
    for rapport in post.rapporter:
        deler += (rapport.kommentar, rapport.avvik, rapport.tiltak)
    for oppgave in post.oppgaver:
        deler += (oppgave.id, oppgave.tittel, oppgave.merknad)
    deler += (ledd.merknad for ledd in post.delegering)
    for del_ in (post, *post.rapporter, *post.oppgaver, *post.delegering):
        deler += (verdi for _, verdi in egnetekst.felt(del_.egne))
    return deler
