"""The part of a register that a year is about, as it was on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

from styring.model.aarshjul import Aarshjul
from styring.model.maal import Delmaal, Maalfil
from styring.model.oppdrag import Oppdrag, Oppdragsfil, Status
from styring.model.vedtak import Oppfulgt, Vedtak, Vedtaksfil
from styring.register import runder, stand
from styring.register.innhold import Register

P = TypeVar("P", Oppdrag, Vedtak)


class _Avgrensning(NamedTuple):
    """What is in it: the year and the day it tells of, and the sectors, all when there are none."""

    register: Register
    aar: int
    dag: date
    koder: Collection[str]

    def poster(self, poster: Iterable[P]) -> Iterator[P]:
        """The oppdrag, or the vedtak, that are followed up in the year, as reported by the day."""
        for post in poster:
            if isinstance(post, Oppdrag):
                aarene, dato = self.register.aarene(post), None
            else:
                dato = post.dato
                aarene = range(dato.year, dato.year + 1) if dato else range(0)
            if (self.koder and post.sektor not in self.koder) or (dato and dato > self.dag):
                continue
            kjent = (r for r in post.rapporter if runder.rapportdag(self.register, r) <= self.dag)
            som_da = replace(
                post,
                rapporter=tuple(kjent),
                delegering=tuple(d for d in post.delegering if not d.dato or d.dato <= self.dag),
            )
            if self._er_med(som_da, aarene):
                yield som_da

    def _er_med(self, post: Oppfulgt, aarene: range) -> bool:
        """It is of the year; or it is older, and not done or dropped before the year."""
        if aarene and self.aar <= aarene[-1]:
            return self.aar in aarene
        if stand.trenger_ingen(post):
            return not aarene
        rapport = stand.siste_rapport(self.register, post)
        if rapport is None or not Status(rapport.status).er_avsluttet:
            return True
        return runder.rapportdag(self.register, rapport).year == self.aar

    def vedtak(self, vedtak: Vedtak) -> Vedtak:
        """With the answer that was given by then."""
        svar = vedtak.tilbakemelding
        return replace(vedtak, tilbakemelding=svar if svar and svar.dato <= self.dag else None)

    def maal(self, maal: Any) -> Any:
        """A goal, or a file of them, with what was measured by then, below it too."""
        endret: dict[str, Any] = {
            felt: tuple(map(self.maal, getattr(maal, felt)))
            for felt in ("satsingsomraader", "hovedmaal", "delmaal")
            if hasattr(maal, felt)
        }
        if isinstance(maal, Delmaal):
            endret["indikatorer"] = tuple(
                replace(en, maalinger=tuple(m for m in en.maalinger if m.tid.siste_dag <= self.dag))
                for en in maal.indikatorer
            )
        return replace(maal, **endret)


def utsnitt(
    register: Register, aar: int, dag: date, koder: Collection[str] = frozenset()
) -> Register:
    """What was followed up in a year, as it was on a day; of some sectors, when any are given.

    Reports of later rounds, later vedtak, delegations, answers and measurements are not in it, nor
    the events of other years; all else is as the files have it now. What is in it has no place in
    a file.
    """
    grense = _Avgrensning(register, aar, dag, koder)

    def innhold(hele: Any) -> Any:
        match hele:
            case Oppdragsfil():
                return replace(hele, oppdrag=tuple(grense.poster(hele.oppdrag)))
            case Vedtaksfil():
                return replace(hele, vedtak=tuple(map(grense.vedtak, grense.poster(hele.vedtak))))
            case Maalfil():
                return grense.maal(hele)
            case Aarshjul():
                i_aaret = (hendelse for hendelse in hele.hendelser if hendelse.naar.er_i(aar))
                return replace(hele, hendelser=tuple(i_aaret))
        return hele

    filer = tuple(fil._replace(innhold=innhold(fil.innhold)) for fil in register.filer)
    return replace(register, filer=filer)
