"""The note for a styringsdialog with a sector: how it stands, and what to ask. Internal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from styring.documents.dokument import Dokument
from styring.documents.maler import dokument
from styring.documents.oppfulgttekst import Oppfulgttekst, hjemler, oppfulgt, periodenavn
from styring.documents.spoersmaal import spoersmaal
from styring.documents.tall import staar
from styring.model.fulgt import Fulgt
from styring.model.kontakt import Sektor
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.stand import runder, stand
from styring.stand.antall import antall
from styring.stand.stand import navn_paa


class Notat(NamedTuple):
    """What the template `notat.md` gets."""

    aar: str
    kode: str
    sektor: str
    direktoer: str
    periode: str
    """The newest reporting round that has come: «2. tertial 2025»; empty when none has."""
    oppdrag: str
    """How many stand how: «3 under arbeid og 1 ferdig»; empty when there are none."""
    vedtak: str
    mangler_rapport: str
    """How much is not reported on: «2 oppdrag, 1 vedtak og 1 oppgave»; empty for nothing."""
    poster: tuple[Oppfulgttekst, ...]
    """The oppdrag of the year, and what is older and open; then the vedtak likewise."""
    hjemler: str
    """The laws that keep something in it from the public; empty when there is nothing."""
    spoersmaal: tuple[str, ...]
    """What follows from the data, the gravest first."""


def notat(register: Register, sektor: Sektor, aar: int, dag: date) -> Dokument:
    """The note for the styringsdialog with a sector on a day."""
    oppdrag = _fulgte(register, register.oppdrag, sektor.kode, aar)
    vedtak = _fulgte(register, register.vedtak, sektor.kode, aar)
    poster = (*oppdrag, *vedtak)
    innhold = Notat(
        aar=str(aar),
        kode=sektor.kode,
        sektor=sektor.navn,
        direktoer=navn_paa(register, sektor.direktoer_paa(dag)) or "",
        periode=periodenavn(register, runder.runden(register, dag)),
        oppdrag=_staar_slik(register, oppdrag),
        vedtak=_staar_slik(register, vedtak),
        mangler_rapport=antall(_uten_rapport(register, poster, dag)),
        poster=tuple(oppfulgt(register, post, dag) for post in poster),
        hjemler=hjemler(poster),
        spoersmaal=spoersmaal(register, sektor.kode, poster, dag),
    )
    tittel = f"Notat til styringsdialogen: {sektor.navn}"
    return dokument(register, "notat.md", tittel, dag, innhold)


def _fulgte(register: Register, poster: Iterable[Oppfulgt], kode: str, aar: int) -> list[Oppfulgt]:
    """Those of the sector that are of the year, or older and open, and need follow-up."""
    fulgt = (post for post in poster if post.sektor == kode and not post.trenger_ingen)
    return [post for post in fulgt if _er_med(register, post, aar)]


def _er_med(register: Register, post: Oppfulgt, aar: int) -> bool:
    """It is open, or is of the year: what goes on by itself, of that it was last reported in."""
    er_aapen = not stand.status(register, post).er_avsluttet
    if register.aar(post) is None:
        return er_aapen or aar == _sist_sagt(register, post)
    aarene = register.aarene(post)
    return aar in aarene or (er_aapen and aarene[0] <= aar)


def _uten_rapport(register: Register, poster: Sequence[Oppfulgt], dag: date) -> Iterator[Fulgt]:
    for post in poster:
        if stand.mangler_rapport(register, post, dag):
            yield post
        yield from stand.uten_status(register, post, dag)


def _sist_sagt(register: Register, post: Oppfulgt) -> int | None:
    """The year that the newest report tells of."""
    rapport = stand.siste_rapport(register, post)
    runde = runder.finn_runde(register, rapport.periode if rapport else None)
    return runde.aar if runde else None


def _staar_slik(register: Register, poster: Sequence[Oppfulgt]) -> str:
    return staar(Counter(stand.status(register, post) for post in poster))
