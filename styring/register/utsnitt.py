"""The part of a register that is for all to see, as it was on a day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

from styring.model.aarshjul import Aarshjul
from styring.model.kommune import Kommune
from styring.model.kontakt import Kontaktfil
from styring.model.maal import Delmaal, Maalfil
from styring.model.oppdrag import Oppdrag, Oppdragsfil, Status
from styring.model.vedtak import Oppfulgt, Vedtak, Vedtaksfil
from styring.register import runder, stand
from styring.register.innhold import Register
from styring.register.sladding import Sladding

P = TypeVar("P", Oppdrag, Vedtak)


class Utsnitt(NamedTuple):
    """A register with less in it, and what the public may not see of the rest."""

    register: Register
    """What is in it has no place in a file."""
    unntatt: tuple[Oppfulgt, ...]


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
        """With the oppdrag that are for all to see, and the answer that was given by then."""
        svar = vedtak.tilbakemelding
        funnet = (self.register.oppdrag_etter_id.get(id_.lower()) for id_ in vedtak.oppdrag)
        return replace(
            vedtak,
            oppdrag=tuple(oppdrag.id for oppdrag in funnet if oppdrag and not oppdrag.unntatt),
            tilbakemelding=svar if svar and svar.dato <= self.dag else None,
        )

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


def offentlig(
    register: Register, aar: int, dag: date, koder: Collection[str] = frozenset()
) -> Utsnitt:
    """What was followed up in a year, as it was on a day; of some sectors, when any are given.

    Reports of later rounds, later vedtak, delegations, answers and measurements are not in it; all
    else is as the files have it now. Nor is what is unntatt, and no vedtak or text refers to it. No
    text has an e-mail address, or a telephone number of a contact.
    """
    sladding = Sladding(register, _hemmelige(register))
    grense = _Avgrensning(register, aar, dag, koder)
    unntatt: list[Oppfulgt] = []

    def synlige(poster: Iterable[P]) -> tuple[P, ...]:
        alle = list(poster)
        unntatt.extend(post for post in alle if post.unntatt)
        return tuple(post for post in alle if not post.unntatt)

    def innhold(hele: Any) -> Any:
        match hele:
            case Oppdragsfil():
                oppdrag = synlige(grense.poster(hele.oppdrag))
                return replace(hele, oppdrag=sladding.uten(oppdrag))
            case Vedtaksfil():
                vedtak = synlige(grense.poster(hele.vedtak))
                return replace(hele, vedtak=sladding.uten(tuple(map(grense.vedtak, vedtak))))
            case Maalfil():
                return sladding.uten(grense.maal(hele))
            case Kontaktfil():
                return replace(hele, sektorer=sladding.uten(hele.sektorer))
            case Aarshjul() | Kommune():
                return sladding.uten(hele)
        return hele

    filer = tuple(fil._replace(innhold=innhold(fil.innhold)) for fil in register.filer)
    return Utsnitt(replace(register, filer=filer), tuple(unntatt))


def _hemmelige(register: Register) -> Iterator[str]:
    """The ids of what is unntatt, of all years, and of what has a fault, which may be it."""
    oedelagte = register.kjente_id("oppdrag") | register.kjente_id("vedtak")
    yield from filter(re.compile(r"\w*[^\W\d].*\d").fullmatch, oedelagte)  # no word, no year
    for post in register.oppfulgte:
        if post.unntatt:
            yield post.id
            yield from (oppgave.id for oppgave in post.oppgaver)
