"""How columns are chosen and rows sorted, the same for everything that is listed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from styring import alfabet
from styring.errors import WrongUse
from styring.mente import flat, mente
from styring.model.indikator import Tall
from styring.model.loepetid import Loepetid
from styring.model.oppdrag import Status
from styring.model.tid import Frist, Tidsrom
from styring.model.unntatt import hjemmel
from styring.stand.utvalg import staar_i
from styring.views.data import som_data
from styring.views.tekstform import vist
from styring.views.visning import IStedet, Kolonne, Tabell, Verdi

T = TypeVar("T")


class Felt(NamedTuple, Generic[T]):
    """A column and what stands in it for a record."""

    kolonne: Kolonne
    hent: Callable[[T], Verdi]
    data: Callable[[T], Any] | None = None
    """What machines get of it, where that is not what stands in it."""

    @property
    def noekkel(self) -> str:
        """Its key."""
        return self.kolonne.noekkel

    def for_maskiner(self, post: T) -> Any:
        """What machines get of it."""
        return self.data(post) if self.data else som_data(self.hent(post))


def felt(
    noekkel: str,
    tittel: str,
    hent: Callable[[T], Verdi] | None = None,
    *,
    er_lang: bool = False,
    kort: str | None = None,
    viker: int = 0,
    data: Callable[[T], Any] | None = None,
) -> Felt[T]:
    """A column by its key, its heading and what stands in it: the field of that name, or other."""
    kolonne = Kolonne(noekkel, tittel, er_lang, kort, viker=viker)
    return Felt(kolonne, hent or attrgetter(noekkel), data)


def unntatt() -> Felt[Any]:
    """The column that tells what keeps a record from the public."""
    return felt("unntatt", "Unntatt", hjemmel)


class Oppsett(NamedTuple, Generic[T]):
    """The columns a kind of record has, and what machines get of it."""

    felt: tuple[Felt[T], ...]
    vanlige: tuple[str, ...]
    """The keys that are shown when nobody chooses."""
    data: Callable[[T], dict[str, Any]]

    def noekler(self) -> tuple[str, ...]:
        """The keys that can be chosen and sorted by."""
        return tuple(felt.noekkel for felt in self.felt)

    def tabell(
        self, poster: Sequence[T], kolonner: Sequence[str] = (), sorter: Sequence[str] = ()
    ) -> Tabell:
        """Records as a table. Without a choice, usual columns that are empty are left out.

        `sorter` are keys, with `-` before one for falling order; equal rows keep their order.
        Raises WrongUse for a key that no column has.
        """
        poster = self._sortert(poster, sorter)
        valgte = self._valgt(kolonner or self.vanlige)
        rader = tuple(tuple(felt.hent(post) for felt in valgte) for post in poster)

        def data() -> list[Any]:
            hent = partial(self._valgt_data, valgte) if kolonner else self.data
            return [hent(post) for post in poster]

        # What someone chose does not give way.
        overskrifter = tuple(
            felt.kolonne._replace(viker=0 if kolonner else felt.kolonne.viker) for felt in valgte
        )
        return Tabell(overskrifter, rader, data, er_valgt=bool(kolonner))

    def treff(self, poster: Iterable[T], ordene: Iterable[str]) -> list[T]:
        """Those in which all of some words stand, in the usual columns or in own fields."""
        ordene = tuple(ordene)
        synlige = [
            en for en in self.felt if en.noekkel in self.vanlige or en.noekkel.startswith("egne.")
        ]
        return [
            post for post in poster if staar_i(ordene, (vist(felt.hent(post)) for felt in synlige))
        ]

    def _valgt_data(self, valgte: Sequence[Felt[T]], post: T) -> dict[str, Any]:
        alt = self.data(post)  # machines get what a whole record has under the key
        return {felt.noekkel: alt.get(felt.noekkel, felt.for_maskiner(post)) for felt in valgte}

    def _sortert(self, poster: Sequence[T], sorter: Sequence[str]) -> Sequence[T]:
        for noekkel in reversed(sorter):  # a stable sort by the last key first
            (felt,) = self._valgt([noekkel.removeprefix("-")])
            med: list[tuple[Any, T]] = []
            uten: list[T] = []
            for post in poster:
                verdi = felt.hent(post)
                if verdi in (None, ()):
                    uten.append(post)
                else:
                    med.append((_rang(verdi), post))
            med.sort(key=lambda par: par[0], reverse=noekkel.startswith("-"))
            poster = [post for _, post in med] + uten
        return poster

    def _valgt(self, noekler: Iterable[str]) -> list[Felt[T]]:
        etter: Mapping[str, Felt[T]] = {
            **{flat(felt.noekkel): felt for felt in self.felt},
            **{felt.noekkel: felt for felt in self.felt},
        }
        valgte = []
        for noekkel in noekler:
            felt = etter.get(noekkel) or etter.get(flat(noekkel))
            if felt is None:
                raad = mente(noekkel, self.noekler(), "Kolonnene er")
                raise WrongUse(f"finner ingen kolonne «{noekkel}»", raad)
            valgte.append(felt)
        return valgte


def oppsett_av(*felter: Felt[T], data: Callable[[T], dict[str, Any]] | None = None) -> Oppsett[T]:
    """Columns that are all shown when nobody chooses. Machines get them, or what is given."""
    hver = data or (lambda post: {en.noekkel: en.for_maskiner(post) for en in felter})
    return Oppsett(felter, tuple(en.noekkel for en in felter), hver)


def _rang(verdi: Verdi) -> Any:
    """What values of a column are sorted by. Numbers come before text."""
    if isinstance(verdi, IStedet):
        verdi = Status.IKKE_RAPPORTERT
    if isinstance(verdi, StrEnum):
        return list(type(verdi)).index(verdi)
    if isinstance(verdi, Frist | Loepetid):
        return (verdi.siste_dag, verdi.foerste_dag)
    if isinstance(verdi, Tidsrom):
        return (verdi.foerste_dag, verdi.siste_dag)
    if isinstance(verdi, str):
        return (1, alfabet.noekkel(verdi))
    if isinstance(verdi, tuple):
        return [alfabet.noekkel(del_) for del_ in verdi]
    if isinstance(verdi, int | Tall):
        return (0, verdi.verdi if isinstance(verdi, Tall) else verdi)
    assert isinstance(verdi, date)
    return verdi
