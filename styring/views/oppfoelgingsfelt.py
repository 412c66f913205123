"""What oppdrag and vedtak have in common: which of them are meant, and in which columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from styring.model.oppdrag import Status
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.stand import stand
from styring.views import egne
from styring.views.kolonner import Felt, felt
from styring.views.visning import IStedet

P = TypeVar("P", bound="Oppfulgt")

TRENGER_INGEN = "trenger ingen oppfølging"


class Utvalg(NamedTuple):
    """Which ones: those that fit every filter given, and any of a filter's values.

    Ids and codes are as the records write them.
    """

    sektor: frozenset[str] = frozenset()
    status: frozenset[Status] = frozenset()
    ansvarlig: frozenset[str] = frozenset()
    delansvar: frozenset[str] = frozenset()
    forfalt: bool = False
    forsinket: bool = False
    frist_innen: date | None = None
    uten_rapport: bool = False
    sok: tuple[str, ...] = ()
    """Words that must all stand somewhere in the texts of one, its tasks and reports."""

    def velg(self, register: Register, poster: Iterable[P], dag: date) -> Iterator[P]:
        """Those that fit on a day, in their order."""
        ordene = [_soekbar(ord_) for ord_ in self.sok]
        for post in poster:
            if self.sektor and not self.sektor & stand.sektorer(register, post):
                continue
            if self.delansvar and not self.delansvar.intersection(post.delansvar):
                continue
            if self.ansvarlig and stand.ansvarlig(register, post, dag) not in self.ansvarlig:
                continue
            if self.status and not self.status & _statuser(register, post):
                continue
            if self.forfalt and not stand.er_forfalt(register, post, dag):
                continue
            if self.forsinket and not stand.er_forsinket(register, post):
                continue
            if self.frist_innen and not _har_frist_innen(post, self.frist_innen):
                continue
            if self.uten_rapport and not stand.mangler_rapport(register, post, dag):
                continue
            if ordene and not _har_ordene(post, ordene):
                continue
            yield post


def kolonner(register: Register, dag: date) -> dict[str, Felt[Any]]:
    """The columns that tell how something is followed up, by key, reckoned on a day."""

    def fra_rapport(navn: str) -> Any:
        def verdi(post: Oppfulgt) -> Any:
            return getattr(stand.siste_rapport(register, post), navn, None)

        return verdi

    alle: tuple[Felt[Any], ...] = (
        felt("id", "Id", lambda p: p.id),
        felt("sektor", "Sektor", lambda p: p.sektor, viker=2),
        felt(
            "ansvarlig",
            "Ansvarlig",
            lambda p: stand.navn_paa(register, stand.ansvarlig(register, p, dag)),
            kort="Ansv.",
        ),
        felt("status", "Status", lambda p: statusen(register, p)),
        felt("vurdering", "Vurdering", fra_rapport("vurdering")),
        felt("frist", "Frist", lambda p: p.frist),
        felt("forventet_ferdig", "Forventet", fra_rapport("forventet_ferdig")),
        felt("forfalt", "Forfalt", lambda p: _ja(stand.er_forfalt(register, p, dag))),
        felt("forsinket", "Forsinket", lambda p: _ja(stand.er_forsinket(register, p))),
        felt("delansvar", "Delansvar", lambda p: p.delansvar),
        felt("oppgaver", "Oppgaver", lambda p: len(p.oppgaver)),
        felt("periode", "Rapport for", fra_rapport("periode")),
        felt("rapportert", "Rapportert", fra_rapport("dato")),
        felt("kommentar", "Kommentar", fra_rapport("kommentar"), er_lang=True),
        felt(
            "mangler_rapport",
            "Mangler rapport",
            lambda p: _ja(stand.mangler_rapport(register, p, dag)),
        ),
        felt("kilde", "Kilde", lambda p: p.kilde, er_lang=True),
    )
    return {en.kolonne.noekkel: en for en in alle}


def utregnet(register: Register, post: Oppfulgt, dag: date) -> dict[str, Any]:
    """What machines get beside the fields: how it stands, as worked out."""
    return {
        "status": stand.status(register, post).value,
        "ansvarlig": stand.ansvarlig(register, post, dag),
        "forfalt": stand.er_forfalt(register, post, dag),
        "forsinket": stand.er_forsinket(register, post),
        "mangler_rapport": stand.mangler_rapport(register, post, dag),
    }


def statusen(register: Register, post: Oppfulgt) -> Status | IStedet:
    """Where it stands as people read it: by its own reports, or through its oppdrag.

    «gjennom KUL-2025-01: ferdig»
    """
    if post.trenger_ingen:
        return IStedet(TRENGER_INGEN)
    gjennom = stand.gjennom(register, post)
    if not gjennom:
        return stand.status(register, post)
    hver = (f"{oppdrag.id}: {stand.status(register, oppdrag).navn}" for oppdrag in gjennom)
    return IStedet(f"gjennom {', '.join(hver)}")


def _statuser(register: Register, post: Oppfulgt) -> set[Status]:
    """Where it stands, as `statusen` shows it; none for a vedtak that needs no follow-up."""
    if post.trenger_ingen:
        return set()
    return {stand.status(register, en) for en in stand.gjennom(register, post) or (post,)}


def _ja(er_sann: bool) -> str | None:
    return "ja" if er_sann else None


def _har_frist_innen(post: Oppfulgt, dag: date) -> bool:
    return post.frist is not None and post.frist.siste_dag <= dag


def _har_ordene(post: Oppfulgt, ordene: Sequence[str]) -> bool:
    deler: list[str | None] = [post.id, post.tittel]
    deler += (getattr(post, felt, None) for felt in ("beskrivelse", "vedtakstekst", "saksnr"))
    for rapport in post.rapporter:
        deler += (rapport.kommentar, rapport.avvik, rapport.tiltak)
    for oppgave in post.oppgaver:
        deler += (oppgave.id, oppgave.tittel, oppgave.merknad)
    deler += (ledd.merknad for ledd in post.delegering)
    for del_ in (post, *post.rapporter, *post.oppgaver, *post.delegering):
        deler += (str(verdi) for _, verdi in egne.felt(del_.egne))
    tekst = _soekbar("\n".join(filter(None, deler)))
    return all(ord_ in tekst for ord_ in ordene)


def _soekbar(tekst: str) -> str:
    return unicodedata.normalize("NFC", tekst).casefold()
