"""Which records the words that people type mean."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, Container, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from styring import alfabet
from styring import slag as slagene
from styring.errors import BrokenData, StyringError, WrongUse
from styring.mente import flat, mente, nearest, ramse
from styring.model.kontakt import virksomhetene
from styring.register.innhold import Register
from styring.slag import (
    DELMAAL,
    HENDELSE,
    KONTAKT,
    MAAL,
    OPPDRAG,
    OPPGAVE,
    SEKTOR,
    VEDTAK,
    VIRKSOMHET,
    Slag,
)

if TYPE_CHECKING:
    from styring.model.fulgt import Deloppgave
    from styring.model.kontakt import Kontakt, Sektor, Virksomhet
    from styring.model.maal import Delmaal, Maal
    from styring.model.oppdrag import Oppdrag
    from styring.model.vedtak import Oppfulgt, Vedtak

T = TypeVar("T")

_VIST = 8
"""How many candidates a message lists."""


@dataclass(frozen=True)
class Oppslag(Generic[T]):
    """What can be meant by a word: the records of some kinds."""

    slag: tuple[Slag[Any], ...]
    hva: str | None = None
    """What is not found when none is meant, else the kinds; and the command that lists them."""
    liste: str | None = None

    def __call__(self, register: Register, soekt: str) -> T:
        """The one that is meant. Raises WrongUse, or BrokenData when it cannot be read."""
        faste = ({slagene.id_til(en).lower(): en for en in slag.faste} for slag in self.slag)
        etter_id = (*(register.etter_id(slag) for slag in reversed(self.slag)), *faste)
        return self.blant(ChainMap[str, Any](*etter_id), register, soekt)  # type: ignore[arg-type]

    def blant(self, poster: Mapping[str, T], register: Register, soekt: str) -> T:
        """The one of some that is meant. Raises what a call raises."""
        if (noekkel := soekt.strip().lower()) in poster:
            return poster[noekkel]
        kjente = {id_: slag for slag in self.slag for id_ in register.kjente_id(slag)}
        kan_menes = next((kjente[id_] for id_ in kjente if er_forkortet(noekkel, id_)), None)
        if kan_menes and noekkel not in kjente:
            hvor = f"«{soekt}» kan være noe i {kan_menes.fil}.yaml som ikke kan leses"
            raise BrokenData(f"{hvor}. Skriv hele id-en", funn=register.feil_i(kan_menes))
        liste = self.liste or f"{self.slag[0].gruppe} list"
        try:
            return finn(soekt, poster, self._hva(register, soekt), f"Se «styring {liste}».")
        except WrongUse:
            ulest = (slag for slag in self.slag if not register.er_lest(slag))
            if not (i := kjente.get(noekkel) or next(ulest, None)):
                raise
            melding = f"«{soekt}» kan ikke leses, for det er feil i {i.fil}.yaml"
            raise BrokenData(melding, funn=register.feil_i(i)) from None

    def _hva(self, register: Register, soekt: str) -> str:
        """What could have been meant: a part has a dot in its id, and not all have vedtak."""
        if self.hva:
            return self.hva
        deler = [en for en in self.slag if en.del_av]
        if deler and "." in soekt:
            return deler[0].entall
        foerste, *andre = (en for en in self.slag if not en.del_av)
        med = [en for en in andre if register.poster(en) or not register.er_lest(en)]
        return ramse((en.entall for en in (foerste, *med)), "eller")


maal: Oppslag[Maal] = Oppslag(MAAL, "mål", "maal tre")
delmaal: Oppslag[Delmaal] = Oppslag((DELMAAL,), "delmål", "maal tre")
vedtak: Oppslag[Vedtak] = Oppslag((VEDTAK,))
oppdrag_eller_oppgave: Oppslag[Oppdrag | Deloppgave] = Oppslag((OPPDRAG, OPPGAVE))
oppfulgt_eller_oppgave: Oppslag[Oppfulgt | Deloppgave] = Oppslag((OPPDRAG, VEDTAK, OPPGAVE))
i_traaden: Oppslag[Maal | Oppfulgt | Deloppgave] = Oppslag(
    (*MAAL, OPPDRAG, VEDTAK, OPPGAVE), "mål, oppdrag, vedtak eller oppgaver", "roedtraad"
)
kontakt: Oppslag[Kontakt] = Oppslag((KONTAKT,))
kontakt_eller_sektor: Oppslag[Kontakt | Sektor] = Oppslag((KONTAKT, SEKTOR), "kontakt eller sektor")
_oppdrag: Oppslag[Oppdrag] = Oppslag((OPPDRAG,))


def oppdrag(register: Register, soekt: str) -> Oppdrag:
    """The oppdrag that is meant. Raises WrongUse, or BrokenData when it cannot be shown."""
    if oppgave := register.etter_id(OPPGAVE).get(soekt.strip().lower()):
        raad = f"Den endres med «styring oppdrag endre {oppgave.id}»."
        raise WrongUse(f"{oppgave.id} er en oppgave i {oppgave.hele.id}", raad)
    return _oppdrag(register, soekt)


def av(*slag: Slag[Any]) -> Callable[[Register, str], Any]:
    """What finds the record of some kinds that is meant."""
    return oppdrag if slag == (OPPDRAG,) else Oppslag(slag)


def blant(*slag: Slag[Any]) -> Callable[[Register, str], Any]:
    """What finds the record of some kinds that is meant, by the field that they are known by."""
    if all(ett.noekkel for ett in slag):
        return Oppslag(slag)

    def etter_tittel(register: Register, soekt: str) -> Any:
        poster = {slagene.tittel_til(post).lower(): post for post in register.poster(slag[0])}
        return finn(soekt, poster, slag[0].entall, "")

    return etter_tittel


def _leder(register: Register, soekt: str) -> Kontakt | None:
    """Who leads the virksomhet of an id. Raises StyringError for one that nobody leads."""
    if not (funnet := _virksomhet(register, soekt)):
        return None
    if leder := register.kontakt.get((funnet.leder or "").lower()):
        return leder
    raad = f"Velg en person, eller skriv lederen med «styring virksomhet endre {funnet.id}»."
    raise StyringError(f"{funnet.navn} ({funnet.id}) har ingen leder", raad)


def mottaker(dag: date) -> Callable[[Register, str], Kontakt]:
    """What finds the person who is meant, to be given something or to report on a day.

    A virksomhet means its leader. Those who have left are not offered. It raises WrongUse or
    BrokenData, and StyringError for one who has left.
    """

    def finn_mottaker(register: Register, soekt: str) -> Kontakt:
        if leder := _leder(register, soekt):
            soekt = leder.id
        with suppress(WrongUse):
            funnet = kontakt(register, soekt)
            if funnet.har_sluttet(dag):
                melding = f"{funnet.navn} ({funnet.id}) sluttet {funnet.sluttet:%d.%m.%Y}"
                raad = "Velg en annen. Skjedde det før, så gi dagen med --dato."
                rett = "Er dagen feil, så rett «sluttet» i kontakter.yaml."
                raise StyringError(melding, raad, rett)
        der = {id_: en for id_, en in register.kontakt.items() if not en.har_sluttet(dag)}
        return kontakt.blant(der, register, soekt)

    return finn_mottaker


def sektor_paa(dag: date) -> Callable[[Register, str], Sektor]:
    """What finds a sector that can be given something on a day.

    It raises WrongUse or BrokenData, and StyringError for one that is no longer.
    """

    def finn_sektor(register: Register, soekt: str) -> Sektor:
        funnet = sektor(register, soekt)
        if funnet.er_avviklet(dag):
            raad = "Velg en annen. Skjedde det før, så gi dagen med --dato."
            raise StyringError(f"{funnet.navn} ({funnet.kode}) er nedlagt", raad)
        return funnet

    return finn_sektor


def enhet(register: Register, soekt: str) -> Sektor | Virksomhet:
    """The virksomhet of an id, else the sector of a code. Raises WrongUse or BrokenData."""
    return _virksomhet(register, soekt) or sektor(register, soekt)


def enhet_paa(dag: date) -> Callable[[Register, str], Sektor | Virksomhet]:
    """The same, of those that can be given something on a day, as `sektor_paa`."""
    finn_sektor = sektor_paa(dag)
    return lambda register, soekt: _virksomhet(register, soekt) or finn_sektor(register, soekt)


def _virksomhet(register: Register, soekt: str) -> Virksomhet | None:
    return register.etter_id(VIRKSOMHET).get(soekt.strip().lower())


def sektor(register: Register, soekt: str) -> Sektor:
    """The sector of a code, without regard to case. Raises WrongUse or BrokenData."""
    kode = sektorkode(register, soekt)
    if funnet := register.sektor.get(kode.lower()):
        return funnet
    melding = f"sektorene kan ikke leses, for det er feil i {SEKTOR.fil}.yaml"
    raise BrokenData(melding, funn=register.feil_i(SEKTOR))


def sektorkoder(register: Register, soekt: Iterable[str] | None) -> frozenset[str]:
    """The codes of sectors that exist, as they are written. Raises WrongUse."""
    return frozenset(sektorkode(register, kode) for kode in soekt or ())


def virksomheter(register: Register, soekt: Iterable[str] | None) -> frozenset[str]:
    """The ids of virksomheter, and of those under them. Raises WrongUse or BrokenData."""
    valgte = [av(VIRKSOMHET)(register, id_) for id_ in soekt or ()]
    return frozenset(en.id for valgt in valgte for en in (valgt, *virksomhetene(valgt)))


def sektorkode(register: Register, soekt: str) -> str:
    """A sector's code as it is written, without regard to case. Raises WrongUse."""
    if sektor := register.sektor.get(soekt.strip().lower()):
        return sektor.kode
    if not register.er_lest(SEKTOR):
        return soekt  # the broken file is said of; what stands under the code is shown
    koder = [sektor.kode for sektor in register.sektorer]
    raise WrongUse(f"finner ingen sektor «{soekt}»", mente(soekt, koder, "Sektorene er"))


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
    return tuple(dict.fromkeys(map(slagene.id_til, poster)))


def id_til(finn: Callable[[Register, str], T], register: Register, soekt: str | None) -> str | None:
    """The id of the record that is meant; None when none is. Raises what `ider_til` raises."""
    return None if soekt is None else ider_til(finn, register, [soekt])[0]


def flere(
    finn: Callable[[Register, str], T], register: Register, soekt: Iterable[str]
) -> tuple[T, ...]:
    """The records that are meant, each once. Raises what `finn` raises."""
    return tuple({id(post): post for post in (finn(register, id_) for id_ in soekt)}.values())


def kategorier(register: Register, soekt: Iterable[str] | None) -> frozenset[str]:
    """The categories of events that words mean, as they are written. Raises WrongUse."""
    finnes = {hendelse.kategori for hendelse in register.hendelser}
    hva = (HENDELSE, "ingen kategori", "Kategoriene")
    return _skrevet(register, finnes, soekt, *hva, lambda en: (flat(en),))


def organer(register: Register, soekt: Iterable[str] | None) -> frozenset[str]:
    """Those who have made vedtak, by any part of their names. Raises WrongUse."""
    finnes = (register.vedtatt(vedtak).organ for vedtak in register.vedtak)
    return _skrevet(register, finnes, soekt, VEDTAK, "ingen vedtak av", "Organene", flat)


def saker(register: Register, soekt: Iterable[str] | None) -> frozenset[str]:
    """The cases of vedtak by number or by id: `92/24` is `PS 92/24` too. Raises WrongUse."""
    from styring.stand.utvalg import saksord

    finnes = (sak for vedtak in register.vedtak for sak in saksord(register, vedtak))
    hva = (VEDTAK, "ingen vedtak i sak", "Sakene")
    return _skrevet(register, finnes, soekt, *hva, lambda en: [flat(en), *map(flat, en.split())])


def vedtakstype(register: Register, soekt: str) -> str:
    """The code of the sort of vedtak that a word means, or what it is called. Raises WrongUse."""
    for type_ in register.vedtakstyper.values():
        if flat(soekt) in (flat(type_.kode), flat(type_.navn), f"{flat(type_.kode)}vedtak"):
            return type_.kode
    koder = [type_.kode for type_ in register.vedtakstyper.values()]
    raise WrongUse(f"ukjent type «{soekt}»", mente(soekt, koder, "Typene er"))


def _skrevet(
    register: Register,
    finnes: Iterable[str | None],
    soekt: Iterable[str] | None,
    slag: Slag[Any],
    hva: str,
    alle: str,
    kalles: Callable[[str], Container[str]],
) -> frozenset[str]:
    """Those of what stands in a field that words mean, by what they are called, flat.

    Where some cannot be read, the words too.
    """
    if not soekt:
        return frozenset()
    funnet, der = set[str](), sorted({*filter(None, finnes)}, key=alfabet.noekkel)
    for ord_ in soekt or ():
        like = [en for en in der if flat(ord_) in kalles(en)]
        if not like and der and not register.feil_i(slag):
            raise WrongUse(f"det er {hva} «{ord_}»", mente(ord_, der, f"{alle} er"))
        funnet.update(like or (ord_,))
    return frozenset(funnet)


def finn(soekt: str, poster: Mapping[str, T], hva: str, ellers: str) -> T:
    """The record whose id is `soekt`, without regard to case, or is shortened to it.

    `poster` is by lower-case id. `sos-1` is SOS-2023-01 as long as only one id can be meant.
    Raises WrongUse with the candidates, or with the nearest, or with `ellers` when none is near.
    """
    noekkel = soekt.strip().lower()
    if noekkel in poster:
        return poster[noekkel]
    treff = [id_ for id_ in poster if er_forkortet(noekkel, id_)]
    treff = treff or [id_ for id_, post in poster.items() if _heter(post, noekkel)]
    if len(treff) == 1:
        return poster[treff[0]]
    if treff:
        flere = f"  … og {len(treff) - _VIST} til" if len(treff) > _VIST else None
        valg = (f"  {_vist(poster[id_])}" for id_ in treff[:_VIST])
        raise WrongUse(f"«{soekt}» er ikke entydig", "Skriv mer av id-en:", *valg, flere)
    foerste = _deler(noekkel)[:1]
    samme = [id_ for id_ in poster if foerste and _deler(id_)[:1] == foerste]
    likest = [_vist(poster[id_]) for id_ in nearest(noekkel, poster) or samme[-1:]]
    raad = f"Mente du {likest[0]}?" if likest else ellers
    raise WrongUse(f"finner ikke {hva} med id «{soekt}»", raad)


def er_forkortet(kort: str, id_: str) -> bool:
    """A shortening names some of the parts of an id in order, the first and the last included.

    Letters may be cut short at the end, numbers may lack their leading zeros, and what stands
    behind a dot (an oppgave) is not left out.
    """
    korte, hele = _deler(kort), _deler(id_)
    if not korte or not hele:
        return False
    if len(korte) == 1 and id_.startswith(kort):
        return True
    if kort.count(".") != id_.count("."):
        return False
    if not _passer(korte[0], hele[0]) or not _passer(korte[-1], hele[-1]):
        return False
    resten = iter(hele)
    return all(any(_passer(del_, hel) for hel in resten) for del_ in korte)


def _heter(post: Any, noekkel: str) -> bool:
    """A person goes by this name, a word of it, or this e-mail address."""
    navn = getattr(post, "navn", "").lower()
    epost = getattr(post, "epost", None) or ""
    return bool(noekkel) and (noekkel in (navn, epost.lower()) or noekkel in navn.split())


def _deler(id_: str) -> list[str]:
    return [del_ for del_ in re.split(r"[-._ ]", id_) if del_]


def _passer(kort: str, hel: str) -> bool:
    if kort.isdecimal() and hel.isdecimal():
        return kort.lstrip("0") == hel.lstrip("0")
    return hel.startswith(kort)


def _vist(post: Any) -> str:
    return f"{slagene.id_til(post)} ({slagene.tittel_til(post)})"
