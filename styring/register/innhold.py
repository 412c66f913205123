"""The records of a data folder, by id, and where each stands in its file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from styring.finding import Finding, Sted
from styring.model.kommune import Kommune, Periode, tertialer
from styring.register.datafil import Datafil
from styring.slag import (
    DELMAAL,
    FILER,
    HENDELSE,
    KOMMUNEFIL,
    KONTAKT,
    OPPDRAG,
    OPPDRAGSFIL,
    OPPFULGTE,
    SAK,
    SATSINGSOMRAADE,
    SEKTOR,
    VEDTAK,
    VEDTAKSFIL,
    VEDTAKSTYPE,
    Filslag,
    Slag,
)
from styring.yamlfile.places import Route

if TYPE_CHECKING:
    from styring.model.oppdrag import Oppdrag, Oppdragsfil
    from styring.model.vedtak import Avgjoerelse, Oppfulgt, Sak, Vedtak
    from styring.model.vedtakstype import Vedtakstype

T = TypeVar("T")


class _Alle(Generic[T]):
    """A register's records of a kind, in the order of the files."""

    def __init__(self, slag: Slag[T]) -> None:
        self._slag = slag

    def __get__(self, register: Register, _: object) -> tuple[T, ...]:
        return register.poster(self._slag)


class _EtterId(Generic[T]):
    """A register's records of a kind, by id."""

    def __init__(self, slag: Slag[T]) -> None:
        self._slag = slag

    def __get__(self, register: Register, _: object) -> Mapping[str, T]:
        return register.etter_id(self._slag)


@dataclass(frozen=True, eq=False)
class Register:
    """All that a data folder holds. Ids are looked up lower case; the first of equals wins."""

    mappe: Path
    filer: tuple[Datafil, ...]
    funn: tuple[Finding, ...]
    """What was wrong with the files themselves and with the fields of records."""
    utsnitt_av: Register | None = None
    """The whole, when this is a part of it; what is kept back there is kept back here."""

    def med(self, slag: Slag[Any]) -> list[Datafil]:
        """The files that have lists of a kind."""
        return [fil for fil in self.filer if slag in fil.slag.slag]

    def er_lest(self, slag: Slag[Any]) -> bool:
        """All files of a kind could be read, so what is not found there does not exist."""
        if any(slag in en.slag for en in self._manglende):
            return False
        return all(fil.innhold is not None for fil in self.med(slag))

    @property
    def oedelagte_filer(self) -> int:
        """How many files could not be read, or are not there."""
        return len(self._manglende) + sum(fil.innhold is None for fil in self.filer)

    @cached_property
    def _manglende(self) -> tuple[Filslag[Any], ...]:
        return manglende({fil.slag.navn for fil in self.filer})

    def innhold(self, slag: Filslag[T]) -> Iterator[T]:
        """What is in the files of a kind that could be read."""
        return (fil.innhold for fil in self.filer if fil.slag is slag and fil.innhold is not None)

    def poster(self, slag: Slag[T]) -> tuple[T, ...]:
        """The records of a kind, in the order of the files."""
        if slag not in self._poster:
            filene = (_av_slaget(fil, slag) for fil in self.med(slag) if fil.innhold is not None)
            deler = (post.under for hele in slag.del_av for post in self.poster(hele))
            self._poster[slag] = tuple(chain(*filene, *deler))
        return self._poster[slag]

    def etter_id(self, *slag: Slag[T]) -> Mapping[str, T]:
        """The records of some kinds, by id."""
        if slag not in self._etter_id:
            self._etter_id[slag] = _etter_id(
                (getattr(post, ett.noekkel), post) for ett in slag for post in self.poster(ett)
            )
        return self._etter_id[slag]

    @cached_property
    def _poster(self) -> dict[Slag[Any], tuple[Any, ...]]:
        return {}

    @cached_property
    def _etter_id(self) -> dict[tuple[Slag[Any], ...], dict[str, Any]]:
        return {}

    @property
    def oedelagte_poster(self) -> int:
        """How many records could not be read in the files that could."""
        return sum(len(fil.oedelagte) for fil in self.filer)

    @cached_property
    def kommune(self) -> Kommune:
        """The municipality; an empty one when it is not described."""
        return next(self.innhold(KOMMUNEFIL), Kommune())

    @cached_property
    def perioder(self) -> dict[str, Periode]:
        """The reporting rounds of a year by code, in order of their day."""
        perioder = self.kommune.perioder or tertialer()
        return {p.kode: p for p in sorted(perioder, key=lambda periode: periode.dag(2023))}

    sektorer = _Alle(SEKTOR)
    """The sectors in the order of the files."""
    sektor = _EtterId(SEKTOR)
    """Sectors by code."""
    kontakter = _Alle(KONTAKT)
    """The people in the order of the files."""
    kontakt = _EtterId(KONTAKT)
    """People by id."""
    satsingsomraader = _Alle(SATSINGSOMRAADE)
    """The goal hierarchy in the order of the files."""
    delmaal = _Alle(DELMAAL)
    """All the goals that oppdrag can be linked to."""
    oppdrag = _Alle(OPPDRAG)
    """The oppdrag in the order of the files."""
    vedtak = _Alle(VEDTAK)
    """The resolutions in the order of the files."""
    hendelser = _Alle(HENDELSE)
    """The events of the year's wheel in the order of the files."""

    @cached_property
    def oppfulgte(self) -> tuple[Oppfulgt, ...]:
        """All that is delegated, broken down and reported on."""
        return tuple(post for slag in OPPFULGTE for post in self.poster(slag))

    @cached_property
    def oppdragsfiler(self) -> tuple[Oppdragsfil, ...]:
        """The files of oppdrag, each with its year."""
        return tuple(self.innhold(OPPDRAGSFIL))

    def aarene(self, post: Oppfulgt) -> range:
        """The years that it is of, if any is said, the last of them that of its file."""
        dato = self.vedtatt(post).dato
        foerste = post.viderefoert_fra or (dato and dato.year)
        siste = self.aar(post) or foerste
        return range(min(foerste or siste, siste), siste + 1) if siste else range(0)

    def vedtatt(self, post: Oppfulgt | Sak) -> Avgjoerelse:
        """Where, when and in which case it was decided, as `vedtatt` in the model says."""
        from styring.model.vedtak import vedtatt

        return vedtatt(post, self.sakene(post))

    def sakene(self, post: Oppfulgt | Sak) -> tuple[Sak, ...]:
        """The sak that it belongs to, and the one that this belongs to, and so on; each once."""
        if not post.sak:
            return ()
        funnet: dict[str, Sak] = {}
        while post.sak and (sak := self.etter_id(SAK).get(post.sak.lower())):
            if sak.id in funnet:
                break
            funnet[sak.id] = post = sak
        return tuple(funnet.values())

    @cached_property
    def vedtakstyper(self) -> Mapping[str, Vedtakstype]:
        """The sorts of vedtak by code: those that all have, and the municipality's own."""
        alle = (*VEDTAKSTYPE.faste, *self.poster(VEDTAKSTYPE))
        return {type_.kode.lower(): type_ for type_ in alle}

    def vedtakstype(self, vedtak: Vedtak) -> Vedtakstype | None:
        """The sort of a vedtak; None when there is no such sort."""
        return self.vedtakstyper.get(vedtak.type.lower())

    def aar(self, post: Oppfulgt) -> int | None:
        """The year that it is over with, unless carried over; None for what goes on by itself."""
        return self._aar.get(id(post))

    @cached_property
    def oppfulgte_aar(self) -> range:
        """From the first year that an oppdrag is given for, or a vedtak made in, to the last."""
        aarene = {fil.aar for fil in self.oppdragsfiler}
        aarene.update(aar for post in self.oppfulgte for aar in self.aarene(post)[:1])
        return range(min(aarene), max(aarene) + 1) if aarene else range(0)

    @cached_property
    def _aar(self) -> dict[int, int]:
        return {id(oppdrag): fil.aar for fil in self.oppdragsfiler for oppdrag in fil.oppdrag}

    @property
    def bare_vedtak(self) -> bool:
        """There are vedtak to follow up, and no oppdrag."""
        return bool(self.vedtak) and not self.oppdrag

    @cached_property
    def oppdrag_for_delmaal(self) -> dict[str, tuple[Oppdrag, ...]]:
        """The oppdrag that are linked to each delmål, by its id, in their order."""
        return _etter_henvisning((oppdrag, oppdrag.delmaal) for oppdrag in self.oppdrag)

    @cached_property
    def vedtak_for_oppdrag(self) -> dict[str, tuple[Vedtak, ...]]:
        """The resolutions that are linked to each oppdrag, by its id, in their order."""
        return _etter_henvisning((vedtak, vedtak.oppdrag) for vedtak in self.vedtak)

    def kjente_id(self, slag: Slag[Any]) -> frozenset[str]:
        """Ids, lower case, in what is broken in its files: they exist, but are not shown."""
        return frozenset().union(*(fil.kjente_id for fil in self.med(slag)))

    def feil_i(self, slag: Slag[Any]) -> tuple[Finding, ...]:
        """What is wrong with the files of a kind."""
        navn = {fil.kilde.name for fil in self.med(slag)}
        return tuple(funnet for funnet in self.funn if funnet.sted.fil in navn)

    def sted(self, post: object, rute: Route = (), *, noekkel: bool = False) -> Sted:
        """Where a record, or a field below it, stands."""
        fil, postrute = self.i_fil(post)
        return fil.sted(postrute + rute, noekkel=noekkel)

    def i_fil(self, post: object) -> tuple[Datafil, Route]:
        """The file that a record is in, and its route there."""
        return self._steder[id(post)]

    def er_utfylt(self, post: object, rute: Route) -> bool:
        """What stands in a field of a record is not from its file."""
        fil, postrute = self.i_fil(post)
        return postrute + rute in fil.utfylt

    def alle_i(self, fil: Datafil) -> Iterator[object]:
        """The records of a file, the whole of it first."""
        if fil.innhold is not None:
            yield from (post for _, post in _poster(fil.innhold, fil, ()))

    @cached_property
    def _steder(self) -> dict[int, tuple[Datafil, Route]]:
        # By identity: a record knows no file, and two files may hold equal records.
        return {
            id(post): (fil, rute)
            for fil in self.filer
            if fil.innhold is not None
            for rute, post in _poster(fil.innhold, fil, ())
        }


def _av_slaget(fil: Datafil, slag: Slag[T]) -> tuple[T, ...]:
    """The records of a kind in a file: those of its own list, or wherever they are below it."""
    if slag.liste in type(fil.innhold).__annotations__:
        funnet: tuple[T, ...] = getattr(fil.innhold, slag.liste)
        return funnet
    poster = (post for _, post in _poster(fil.innhold, fil, ()))
    return tuple(post for post in poster if isinstance(post, slag.klasse))


def _poster(post: Any, fil: Datafil, rute: Route) -> Iterator[tuple[Route, object]]:
    """A record and those in its lists, each with its route in the file."""
    yield rute, post
    for navn in fil.slag.lister:
        poster = getattr(post, navn, ())
        if not poster or not is_dataclass(poster[0]):
            continue
        indeks = 0
        for under in poster:
            while fil.oedelagte and (*rute, navn, indeks) in fil.oedelagte:
                indeks += 1
            yield from _poster(under, fil, (*rute, navn, indeks))
            indeks += 1


def _etter_id(par: Iterable[tuple[str, T]]) -> dict[str, T]:
    etter: dict[str, T] = {}
    for id_, post in par:
        etter.setdefault(id_.lower(), post)
    return etter


def _etter_henvisning(par: Iterable[tuple[T, Iterable[str]]]) -> dict[str, tuple[T, ...]]:
    etter: dict[str, list[T]] = {}
    for post, ider in par:
        for id_ in dict.fromkeys(id_.lower() for id_ in ider):
            etter.setdefault(id_, []).append(post)
    return {id_: tuple(poster) for id_, poster in etter.items()}


def manglende(finnes: Collection[str]) -> tuple[Filslag[Any], ...]:
    """The kinds that must be there and are not among those that are; without oppdrag, vedtak do."""
    bare_vedtak = VEDTAKSFIL.navn in finnes and OPPDRAGSFIL.navn not in finnes
    trengs = (fil for fil in FILER if fil.paakrevd and not (fil.for_oppdrag and bare_vedtak))
    return tuple(fil for fil in trengs if fil.navn not in finnes)
