"""The red thread: from the vision through the goals to the oppdrag, their oppgaver and reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from styring.model.fulgt import Deloppgave
from styring.model.maal import Delmaal, Maal
from styring.model.oppdrag import Oppdrag, Rapport
from styring.model.opphav import Opphavstype
from styring.model.vedtak import Oppfulgt, Vedtak
from styring.register.innhold import Register
from styring.slag import OPPDRAG, VEDTAK
from styring.stand import arbeid, stand

Traadpost = Maal | Oppfulgt | Deloppgave
"""What the thread can be followed from."""


class Ledd(NamedTuple):
    """A link of the thread, and the links below it."""

    post: Traadpost | Rapport
    hvor: str
    """What it is of what it is below: one of its `delmaal`, its `oppdrag`, its `rapporter` …"""
    under: tuple[Ledd, ...] = ()
    sted: Delmaal | None = None
    """Of an oppdrag, the delmål that it stands below here."""
    er_nevnt: bool = False
    """It is told of here and no more: what is below it stands elsewhere."""


def traaden(
    register: Register, poster: Iterable[Traadpost] = (), koder: Collection[str] = ()
) -> tuple[Ledd, ...]:
    """The outermost links: the areas, the oppdrag without delmål, the vedtak without oppdrag.

    An oppdrag stands under each delmål that it is linked to. With records, only the way down to
    them and all that is below them; a vedtak then stands above its oppdrag. With codes, only the
    oppdrag that these sectors have or share, and the delmål that they are responsible for.
    """
    valgte = frozenset(poster)
    ledd = _Traad(register, valgte, frozenset(koder)).ledd()
    return _bare_veien_til(ledd, valgte) if valgte else ledd


class _Traad(NamedTuple):
    """Makes the links of a thread."""

    register: Register
    valgte: frozenset[Traadpost | Rapport]
    koder: frozenset[str]

    def ledd(self) -> tuple[Ledd, ...]:
        finnes = self.register.etter_id(OPPDRAG)
        uten_oppdrag = (
            self._vedtak(vedtak)
            for vedtak in self.register.vedtak
            if not any(id_.lower() in finnes for id_ in vedtak.oppdrag)
            and (not self.koder or vedtak.sektor in self.koder)
        )
        return (
            *self._maal(self.register.satsingsomraader, "satsingsomraader"),
            *self._arbeid(arbeid.uten_delmaal(self.register), None),
            *uten_oppdrag,
        )

    def _maal(self, maalene: Iterable[Maal], hvor: str) -> Iterator[Ledd]:
        """The goals in a list, each with the work for it, and the goals below it."""
        for maal in maalene:
            oppdrag = self.register.oppdrag_for_delmaal.get(maal.id.lower(), ())
            under = (
                *(self._arbeid(oppdrag, maal) if isinstance(maal, Delmaal) else ()),
                *self._maal(getattr(maal, "hovedmaal", ()), "hovedmaal"),
                *self._maal(maal.delmaal, "delmaal"),
            )
            if not self.koder or under or self.koder.intersection(getattr(maal, "ansvar", ())):
                yield Ledd(maal, hvor, under)

    def _arbeid(self, oppdrag: Iterable[Oppdrag], sted: Delmaal | None) -> Iterator[Ledd]:
        """The oppdrag of a place in the thread, and above them the vedtak that are asked for."""
        mine = [
            o
            for o in oppdrag
            if not self.koder or self.koder.intersection(arbeid.sektorene(self.register, o))
        ]
        for vedtak in self.register.vedtak:
            knyttet = [o for o in mine if vedtak in self.valgte and vedtak in self._vedtakene(o)]
            if knyttet:
                yield self._vedtak(vedtak, *(self._oppdrag(o, sted, "under") for o in knyttet))
        yield from (self._oppdrag(o, sted, "oppdrag") for o in mine)

    def _vedtakene(self, oppdrag: Oppdrag) -> tuple[Vedtak, ...]:
        knyttet = self.register.vedtak_for_oppdrag.get(oppdrag.id.lower(), ())
        av = oppdrag.opphav
        if av is None or av.type is not Opphavstype.VEDTAK or not av.ref:
            return knyttet
        vedtak = self.register.etter_id(VEDTAK).get(av.ref.lower())
        return (*knyttet, vedtak) if vedtak and vedtak not in knyttet else knyttet

    def _oppdrag(self, oppdrag: Oppdrag, sted: Delmaal | None, hvor: str) -> Ledd:
        vedtakene = (v for v in self._vedtakene(oppdrag) if v not in self.valgte)
        nevnt = (Ledd(v, "vedtak", er_nevnt=True) for v in vedtakene)
        return Ledd(oppdrag, hvor, (*nevnt, *self._oppfoelging(oppdrag)), sted)

    def _vedtak(self, vedtak: Vedtak, *oppdrag: Ledd) -> Ledd:
        return Ledd(vedtak, "vedtak", (*self._oppfoelging(vedtak), *oppdrag))

    def _oppfoelging(self, post: Oppfulgt) -> Iterator[Ledd]:
        """The oppgaver, and the newest report."""
        yield from (Ledd(en, "oppgaver") for en in post.under)
        if rapport := stand.siste_rapport(self.register, post):
            yield Ledd(rapport, "rapporter")


def _bare_veien_til(leddene: Iterable[Ledd], valgte: Collection[object]) -> tuple[Ledd, ...]:
    """The links that are chosen, whole, and those that lead down to them."""
    med = []
    for ledd in leddene:
        if ledd.post in valgte:
            med.append(ledd)
        elif under := _bare_veien_til(ledd.under, valgte):
            med.append(ledd._replace(under=under))
    return tuple(med)
