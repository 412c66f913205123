"""The events of the year's wheel: which are meant, in which order, and with which deadlines."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from styring import alfabet
from styring.model import egnetekst
from styring.model.aarshjul import Hendelse, Spor
from styring.model.oppdrag import Oppdrag
from styring.model.tid import Frist
from styring.register.innhold import Register
from styring.stand import stand
from styring.stand.utvalg import staar_i


class Hendelsesutvalg(NamedTuple):
    """Which events: those that fit every filter given, and any of a filter's values.

    Codes and categories are as the records write them. An event fits days that it overlaps.
    """

    spor: frozenset[Spor] = frozenset()
    kategori: frozenset[str] = frozenset()
    sektor: frozenset[str] = frozenset()
    fra: date = date.min
    til: date = date.max
    sok: tuple[str, ...] = ()
    """Words that must all stand somewhere in the texts of one, its own fields too."""
    neste: int | None = None
    """Only so many, of those that are not over on the day."""

    @property
    def kan_ha_frister(self) -> bool:
        """Deadlines are of no track or category, and among no events that are sought."""
        return not (self.spor or self.kategori or self.sok or self.neste)

    def er_i(self, dag: date) -> bool:
        """A day is among those that were asked for."""
        return self.fra <= dag <= self.til

    def velg(self, register: Register, dag: date) -> tuple[Hendelse, ...]:
        """The events that fit, by time."""
        fra = self.fra if self.neste is None else max(self.fra, dag)
        valgte = [
            hendelse
            for hendelse in register.hendelser
            if (not self.spor or hendelse.spor in self.spor)
            and (not self.kategori or hendelse.kategori in self.kategori)
            and (not self.sektor or hendelse.sektor in self.sektor)
            and (not self.sok or staar_i(self.sok, _hendelsens_tekster(hendelse)))
            and hendelse.naar.overlapper(fra, self.til)
        ]
        return tuple(etter_tid(valgte)[: self.neste])


def _hendelsens_tekster(hendelse: Hendelse) -> tuple[str | None, ...]:
    egne = (verdi for _, verdi in egnetekst.felt(hendelse.egne))
    om = (hendelse.id, hendelse.tittel, hendelse.spor.navn, hendelse.kategori, hendelse.sektor)
    return (*om, hendelse.kilde, *egne)


def etter_tid(hendelser: Iterable[Hendelse]) -> list[Hendelse]:
    """Events by their first day, then by their last, then by title."""
    return sorted(
        hendelser,
        key=lambda h: (h.naar.foerste_dag, h.naar.siste_dag, alfabet.noekkel(h.tittel), h.id),
    )


def hendelsesaarene(register: Register) -> list[int]:
    """The years that events begin or end in, the oldest first."""
    dager = [(h.naar.foerste_dag, h.naar.siste_dag) for h in register.hendelser]
    return sorted({dag.year for par in dager for dag in par})


def valgt_aar(register: Register, dag: date) -> int:
    """The year of a day if anything happens in it, else the newest year that has events.

    The year of the day when there are no events at all.
    """
    if any(hendelse.naar.er_i(dag.year) for hendelse in register.hendelser):
        return dag.year
    return max(hendelsesaarene(register), default=dag.year)


def innhold(
    register: Register, utvalg: Hendelsesutvalg, dag: date, *, med_frister: bool
) -> tuple[tuple[Hendelse, ...], tuple[tuple[Oppdrag, Frist], ...]]:
    """The events, and the oppdrag that are not closed with their deadlines, that are asked for."""
    frister = (
        (oppdrag, oppdrag.frist)
        for oppdrag in register.oppdrag
        if med_frister
        and utvalg.kan_ha_frister
        and oppdrag.frist
        and (not utvalg.sektor or oppdrag.sektor in utvalg.sektor)
        and utvalg.er_i(oppdrag.frist.siste_dag)
        and not stand.status(register, oppdrag).er_avsluttet
    )
    return utvalg.velg(register, dag), tuple(frister)
