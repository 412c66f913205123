"""Which records the words that people give to commands mean."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import typer

from styring.cli import verdi
from styring.errors import BrokenData, StyringError, WrongUse
from styring.mente import flat, mente
from styring.register.innhold import Register
from styring.views import alfabet

if TYPE_CHECKING:
    from styring.model.kontakt import Kontakt, Sektor
    from styring.model.maal import Delmaal, Hovedmaal, Satsingsomraade
    from styring.model.oppdrag import Oppdrag
    from styring.model.vedtak import Oppfulgt, Vedtak
    from styring.register.innhold import Deloppgave
    from styring.views.roedtraad import Post

T = TypeVar("T")


def tidligere_periode(register: Register, soekt: str, dag: date) -> str:
    """The period before a day that is meant; `T1` is the last that is over. Raises WrongUse."""
    from datetime import timedelta

    from styring.stand import runder

    funnet = runder.periode(register, soekt, dag.year)
    da = runder.periodedag(register, funnet)
    if da is None or da < dag:
        return funnet
    if (i_fjor := runder.periode(register, soekt, dag.year - 1)) != funnet:
        return i_fjor
    igaar = dag - timedelta(days=1)
    nyeste = runder.siste_periode(register, dag.year, igaar)
    nyeste = nyeste or runder.siste_periode(register, dag.year - 1, igaar)
    melding = f"{funnet} er ikke over: den sier hvordan det står {da:%d.%m.%Y}"
    raad = f"Den nyeste før {dag:%d.%m.%Y} er {nyeste}."
    raise WrongUse(melding, raad)


def kategorier(register: Register, soekt: Iterable[str] | None) -> frozenset[str]:
    """The categories of events that words mean, as they are written. Raises WrongUse."""
    finnes = {h.kategori for h in register.hendelser if h.kategori}
    return _skrevet(register, "aarshjul", finnes, soekt, _er_hele, "ingen kategori", "Kategoriene")


def organer(register: Register, soekt: Iterable[str] | None) -> frozenset[str]:
    """Those who have made vedtak, by any part of their names. Raises WrongUse."""
    finnes = {vedtak.organ for vedtak in register.vedtak if vedtak.organ}
    return _skrevet(register, "vedtak", finnes, soekt, _er_i, "ingen vedtak av", "Organene")


def saker(register: Register, soekt: Iterable[str] | None) -> frozenset[str]:
    """The cases of vedtak by number: `92/24` is `PS 92/24` too. Raises WrongUse."""
    finnes = {vedtak.saksnr for vedtak in register.vedtak if vedtak.saksnr}
    return _skrevet(register, "vedtak", finnes, soekt, _er_ord_i, "ingen vedtak i sak", "Sakene")


def _er_hele(ord_: str, en: str) -> bool:
    return flat(ord_) == flat(en)


def _er_i(ord_: str, en: str) -> bool:
    return flat(ord_) in flat(en)


def _er_ord_i(ord_: str, en: str) -> bool:
    return flat(ord_) in map(flat, (en, *en.split()))


def _skrevet(
    register: Register,
    slag: str,
    finnes: Collection[str],
    soekt: Iterable[str] | None,
    er: Callable[[str, str], bool],
    hva: str,
    alle: str,
) -> frozenset[str]:
    """Those of what stands in a field that words mean; where some cannot be read, the words too."""
    funnet: set[str] = set()
    for ord_ in soekt or ():
        like = [en for en in finnes if er(ord_, en)]
        if not like and finnes and not register.feil_i(slag):
            raad = mente(ord_, sorted(finnes, key=alfabet.noekkel), f"{alle} er")
            raise WrongUse(f"det er {hva} «{ord_}»", raad)
        funnet.update(like or (ord_,))
    return frozenset(funnet)


def sektorkoder(register: Register, soekt: Iterable[str] | None) -> frozenset[str]:
    """The codes of sectors that exist, as they are written. Raises WrongUse."""
    return frozenset(sektorkode(register, kode) for kode in soekt or ())


def sektor(register: Register, soekt: str) -> Sektor:
    """The sector of a code, without regard to case. Raises WrongUse or BrokenData."""
    kode = sektorkode(register, soekt)
    if funnet := register.sektor.get(kode.lower()):
        return funnet
    melding = "sektorene kan ikke leses, for det er feil i kontakter.yaml"
    raise BrokenData(melding, funn=register.feil_i("kontakter"))


def entydig(register: Register, post: T) -> T:
    """The record itself, when its id means no other as well. Raises StyringError."""
    from styring.register.idbruk import krev_entydig

    krev_entydig(register, post)
    return post


def ider_til(
    finn: Callable[[Register, str], T], register: Register, soekt: Iterable[str] | None
) -> tuple[str, ...]:
    """The ids of the records that are meant, to be written in another, each once.

    Raises what `finn` raises, and StyringError for an id that two records have.
    """
    poster = (entydig(register, finn(register, ord_)) for ord_ in soekt or ())
    return tuple(dict.fromkeys(str(getattr(p, "id", getattr(p, "kode", ""))) for p in poster))


def id_til(finn: Callable[[Register, str], T], register: Register, soekt: str | None) -> str | None:
    """The id of the record that is meant; None when none is. Raises what `ider_til` raises."""
    return None if soekt is None else ider_til(finn, register, [soekt])[0]


def sektorkode(register: Register, soekt: str) -> str:
    """A sector's code as it is written, without regard to case. Raises WrongUse."""
    if sektor := register.sektor.get(soekt.strip().lower()):
        return sektor.kode
    if not register.er_lest("kontakter"):
        return soekt  # the broken file is said of; what stands under the code is shown
    koder = [sektor.kode for sektor in register.sektorer]
    raise WrongUse(f"finner ingen sektor «{soekt}»", mente(soekt, koder, "Sektorene er"))


def oppdrag(register: Register, soekt: str) -> Oppdrag:
    """The oppdrag that is meant. Raises WrongUse, or BrokenData when it cannot be shown."""
    if oppgave := register.oppgave_etter_id.get(soekt.strip().lower()):
        raad = f"Den endres med «styring oppdrag endre {oppgave.id}»."
        raise WrongUse(f"{oppgave.id} er en oppgave i {oppgave.post.id}", raad)
    poster = register.oppdrag_etter_id
    return _finn(register, "oppdrag", poster, soekt, "oppdrag", _SE_LISTEN)


def av_slaget(ctx: typer.Context) -> Callable[[Register, str], Oppfulgt]:
    """What finds a record of the kind that the command's group is named for."""
    gruppe = ctx.parent.info_name if ctx.parent else None
    return vedtak if gruppe == "vedtak" else oppdrag


def flere(
    finn: Callable[[Register, str], T], register: Register, soekt: Iterable[str]
) -> tuple[T, ...]:
    """The records that are meant, each once. Raises what `finn` raises."""
    return tuple({id(post): post for post in (finn(register, id_) for id_ in soekt)}.values())


def vedtak(register: Register, soekt: str) -> Vedtak:
    """The vedtak that is meant. Raises WrongUse or BrokenData."""
    poster = register.vedtak_etter_id
    return _finn(register, "vedtak", poster, soekt, "vedtak", "Se «styring vedtak list».")


def oppdrag_eller_oppgave(register: Register, soekt: str) -> Oppdrag | Deloppgave:
    """The oppdrag or the oppgave that is meant. Raises WrongUse or BrokenData."""
    poster = register.oppdrag_og_oppgave_etter_id
    return _finn(register, "oppdrag", poster, soekt, _hva(soekt, "oppdrag"), _SE_LISTEN)


def oppfulgt_eller_oppgave(register: Register, soekt: str) -> Oppfulgt | Deloppgave:
    """The oppdrag, vedtak or oppgave that is meant. Raises WrongUse or BrokenData."""
    poster = register.oppfulgt_og_oppgave_etter_id
    hva = _hva(soekt, "oppdrag eller vedtak" if register.vedtak else "oppdrag")
    return _finn(register, "oppdrag", poster, soekt, hva, _SE_LISTEN)


def i_traaden(register: Register, soekt: str) -> Post:
    """The goal, oppdrag, vedtak or oppgave that is meant. Raises WrongUse or BrokenData."""
    poster: dict[str, Post] = {**register.maal_etter_id, **register.oppfulgt_og_oppgave_etter_id}
    hva, ellers = "mål, oppdrag, vedtak eller oppgaver", "Se «styring roedtraad»."
    return _finn(register, "oppdrag maal vedtak", poster, soekt, hva, ellers)


_SE_LISTEN = "Se «styring oppdrag list»."


def _hva(soekt: str, ellers: str) -> str:
    return "oppgave" if "." in soekt else ellers


def maal(register: Register, soekt: str) -> Satsingsomraade | Hovedmaal | Delmaal:
    """The goal that is meant, of any level. Raises WrongUse or BrokenData."""
    poster = register.maal_etter_id
    return _finn(register, "maal", poster, soekt, "mål", "Se «styring maal tre».")


def delmaal(register: Register, soekt: str) -> Delmaal:
    """The delmål that is meant. Raises WrongUse or BrokenData."""
    poster = register.delmaal_etter_id
    return _finn(register, "maal", poster, soekt, "delmål", "Se «styring maal tre».")


def fristaar(register: Register, post: Oppfulgt | Deloppgave, dag: date) -> int:
    """The year of a deadline that says none: that of the oppdrag, as long as it is not over."""
    from styring.model.oppdrag import Oppdrag

    hoved = getattr(post, "post", post)  # of an oppgave, what it is a part of
    return max(register.aar(hoved), dag.year) if isinstance(hoved, Oppdrag) else dag.year


def kontakt(register: Register, soekt: str) -> Kontakt:
    """The person who is meant. Raises WrongUse or BrokenData."""
    poster = register.kontakt
    return _finn(register, "kontakter", poster, soekt, "kontakt", "Se «styring kontakt list».")


def mottaker(dag: date) -> Callable[[Register, str], Kontakt]:
    """What finds the person who is meant, to be given something or to report on a day.

    Those who have left are not offered. It raises WrongUse or BrokenData, and StyringError for one
    who has left.
    """

    def finn(register: Register, soekt: str) -> Kontakt:
        with suppress(WrongUse):
            funnet = kontakt(register, soekt)
            if funnet.har_sluttet(dag):
                melding = f"{funnet.navn} ({funnet.id}) sluttet {funnet.sluttet:%d.%m.%Y}"
                raad = "Velg en annen. Skjedde det før, så gi dagen med --dato."
                rett = "Er dagen feil, så rett «sluttet» i kontakter.yaml."
                raise StyringError(melding, raad, rett)
        der = {id_: en for id_, en in register.kontakt.items() if not en.har_sluttet(dag)}
        return _finn(register, "kontakter", der, soekt, "kontakt", "Se «styring kontakt list».")

    return finn


def kontakt_eller_sektor(register: Register, soekt: str) -> Kontakt | Sektor:
    """The person or the sector that is meant. Raises WrongUse or BrokenData."""
    poster: dict[str, Kontakt | Sektor] = {**register.kontakt, **register.sektor}
    hva = "kontakt eller sektor"
    return _finn(register, "kontakter", poster, soekt, hva, "Se «styring kontakt list».")


def _finn(
    register: Register, slag: str, poster: Mapping[str, T], soekt: str, hva: str, ellers: str
) -> T:
    """The one of some records that is meant; `slag` are the kinds of files they are in."""
    from styring.register.oppslag import er_forkortet, finn

    noekkel = soekt.strip().lower()
    slagene = slag.split()
    kjente = {id_: ett for ett in slagene for id_ in register.kjente_id(ett)}
    kan_menes = next((kjente[id_] for id_ in kjente if er_forkortet(noekkel, id_)), None)
    if kan_menes and noekkel not in poster and noekkel not in kjente:
        melding = f"«{soekt}» kan være noe i {kan_menes}.yaml som ikke kan leses. Skriv hele id-en"
        raise BrokenData(melding, funn=register.feil_i(kan_menes))
    try:
        return finn(soekt, poster, hva, ellers)
    except WrongUse:
        ulest = (ett for ett in slagene if not register.er_lest(ett))
        if not (i := kjente.get(noekkel) or next(ulest, None)):
            raise
        melding = f"«{soekt}» kan ikke leses, for det er feil i {i}.yaml"
        raise BrokenData(melding, funn=register.feil_i(i)) from None


def oppdragsaar(register: Register, tekst: str | None, dag: date) -> int:
    """The year of oppdrag that is meant, the newest by a day when none is given.

    Raises WrongUse.
    """
    from styring.views.oppdrag import aarene

    finnes = aarene(register)
    aar = verdi.aarstall("--aar", tekst)
    if aar is None:
        return max((aar for aar in finnes if aar <= dag.year), default=dag.year)
    if finnes and aar not in finnes:
        raad = f"Det er oppdrag for {', '.join(map(str, finnes))}."
        raise WrongUse(f"det er ingen oppdrag for {aar}", raad)
    return aar
