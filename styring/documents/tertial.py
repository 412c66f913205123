"""The report of a round to the kommunedirektør and the elected. For the public."""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from styring.documents.dokument import Dokument
from styring.documents.maaltekst import Omraadetekst, maalene, maalte
from styring.documents.maler import dokument
from styring.documents.omtale import (
    Omtale,
    Vedtakssak,
    offentlig_runde,
    omtale,
    vedtakssak,
    vurderingen,
)
from styring.documents.oppfulgttekst import periodenavn
from styring.documents.tall import tallene
from styring.mente import ramse
from styring.model.oppdrag import Status, Vurdering
from styring.model.tid import Frist
from styring.model.tidsform import naar
from styring.offentlig.doer import OffentligRegister
from styring.stand import runder, stand
from styring.stand.antall import antall
from styring.stand.telling import Opptelling, Tellbare, tell_opp
from styring.stand.utvikling import FraTil, Utvikling, oppsummering, utvikling
from styring.views.tekstform import INGEN, PIL

T = TypeVar("T", Status, Vurdering, Frist)


_FLERE = 2


class Endringstekst(NamedTuple):
    """What is another than it was: «under arbeid → ferdig». A text is empty where nothing is."""

    id: str
    tittel: str
    status: str
    vurdering: str
    ventet_ferdig: str


class Sektorsaker(NamedTuple):
    """A sector and its oppdrag."""

    kode: str
    navn: str
    oppdrag: tuple[Omtale, ...]


class Tertial(NamedTuple):
    """What the template `tertial.md` gets. Nothing of it is `unntatt`, and it names nobody."""

    periode: str
    """The round: «2. tertial 2025»."""
    utvalg: str
    """The sectors that it is about; empty when it is about all."""
    mangler_alle: str
    """All of which kind lack one, of what is not done: «alle oppdragene»; empty for neither."""
    siden: str
    """The round before; empty when nothing was reported then."""
    endret: str
    """How much is changed since then: «2 oppdrag og 1 vedtak»."""
    oppsummering: str
    """How many there are of each kind of change: «3 er blitt ferdige, 1 gikk fra grønn til rød»."""
    endringer: tuple[Endringstekst, ...]
    """Of oppdrag and vedtak, the worst first."""
    sektorer: tuple[Sektorsaker, ...]
    mangler: tuple[Omtale, ...]
    """The oppdrag, then the vedtak, that lack a report for the round, unless the tables say it."""
    vedtak: tuple[Vedtakssak, ...]
    omraader: tuple[Omraadetekst, ...]
    """The goals that are measured."""


def tertial(
    synlig: OffentligRegister, aar: int, kode: str, koder: Collection[str] = frozenset()
) -> Dokument:
    """The report of a round of a year, of what was known on its day; of some sectors, if any.

    Raises as `offentlig_runde`.
    """
    runde = offentlig_runde(synlig, f"{aar}-{kode}")
    dag, periode = runde.dag, runde.periode
    opptelling = tell_opp(synlig, Tellbare("oppdrag", synlig.oppdrag), dag, periode=periode)
    foer = runder.forrige_periode(synlig, runde)
    endringer = utvikling(synlig, synlig.oppfulgte, foer, dag)
    vedtak = tuple(vedtakssak(synlig, vedtak, dag, periode) for vedtak in synlig.vedtak)
    sektorer = _sektorsaker(synlig, opptelling, dag, periode)
    saker = {
        "oppdrag": [sak for sektor in sektorer for sak in sektor.oppdrag],
        "vedtak": [v.sak for v in vedtak if not v.trenger_ingen],
    }
    tomme = [slag for slag, sakene in saker.items() if _er_tom(sakene)]
    slag = "Tertialrapport" if re.fullmatch("T[1-3]", kode) else "Statusrapport"
    innhold = Tertial(
        periode=periodenavn(synlig, periode),
        utvalg=_sektornavnene(synlig, koder),
        mangler_alle=ramse(
            f"alle {slag}ene"
            for slag in tomme
            if all(sak.mangler_rapport or sak.er_avsluttet for sak in saker[slag])
        ),
        siden=periodenavn(synlig, foer) if _var_rapportert(synlig, foer) else "",
        endret=antall(en.post for en in endringer),
        oppsummering=oppsummering(endringer),
        endringer=tuple(map(_endringstekst, endringer)),
        sektorer=sektorer,
        mangler=tuple(
            sak
            for slag, sakene in saker.items()
            for sak in sakene
            if sak.mangler_rapport and slag not in tomme
        ),
        vedtak=vedtak,
        omraader=maalte(maalene(synlig, koder)),
    )
    tittel = f"{slag}: {runde.navn}"
    tall = tallene(synlig, opptelling, dag, periode)
    return dokument(synlig, "tertial.md", tittel, dag, tall, innhold, er_status=True)


def _er_tom(saker: Sequence[Omtale]) -> bool:
    """Several are not done, and all of those lack a report, so the tables say which they are.

    Or none was ever reported: what is nobody's to report on lacks no report either.
    """
    aapne = [sak for sak in saker if not sak.er_avsluttet]
    if len(aapne) < _FLERE:
        return False
    return all(en.mangler_rapport for en in aapne) or not any(en.periode for en in aapne)


def _sektornavnene(register: OffentligRegister, koder: Collection[str]) -> str:
    """The names of sectors; of several each in quotes, as a name may have commas in it."""
    navn = [stand.sektornavn(register, kode) for kode in sorted(koder)]
    return ramse(navn if len(navn) == 1 else (f"«{en}»" for en in navn)) if navn else ""


def _var_rapportert(register: OffentligRegister, periode: str) -> bool:
    """Something was reported by the day of a round."""
    da = runder.periodedag(register, periode)
    return da is not None and any(
        stand.rapport_per(register, post, da) for post in register.oppfulgte
    )


def _sektorsaker(
    register: OffentligRegister, opptelling: Opptelling, dag: date, periode: str
) -> tuple[Sektorsaker, ...]:
    return tuple(
        Sektorsaker(
            rad.id or "",
            rad.navn or rad.vist,
            tuple(omtale(register, oppdrag, dag, periode) for oppdrag in telling.poster),
        )
        for rad, telling in opptelling.rader.items()
    )


def _endringstekst(en: Utvikling) -> Endringstekst:
    return Endringstekst(
        en.post.id,
        en.post.tittel,
        _fra_til(en.status, lambda status: status.navn),
        _fra_til(en.vurdering, vurderingen),
        _fra_til(en.forventet, naar),
    )


def _fra_til(endring: FraTil[T] | None, ord_: Callable[[T], str]) -> str:
    if endring is None:
        return ""
    foer, naa = (INGEN if en is None else ord_(en) for en in (endring.foer, endring.naa))
    return f"{foer}{PIL}{naa}"
