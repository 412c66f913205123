"""The events of the year's wheel: which are meant, in which order, and with which deadlines."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from styring import alfabet
from styring.model import egnetekst
from styring.model.aarshjul import Hendelse, Spor
from styring.model.gjentakelse import forekomster
from styring.model.oppdrag import Oppdrag
from styring.model.tid import Frist
from styring.register.innhold import Register
from styring.stand import stand
from styring.stand.utvalg import staar_i


class Serie(NamedTuple):
    """An event, and the first of the times that it is on and that are asked for."""

    hendelse: Hendelse
    foerste: Hendelse


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

    @property
    def er_avgrenset(self) -> bool:
        """It says from when until when, or how many."""
        return (self.fra, self.til, self.neste) != (date.min, date.max, None)

    def velg(self, register: Register, dag: date) -> tuple[Hendelse, ...]:
        """The events that fit, by time, those that come back each time.

        What comes back is within a year where nothing says from when or until when.
        """
        fra, til = self._fra(dag), self.til
        if self.neste is not None:
            fra_igjen, til_igjen = fra, min(til, date(dag.year + 1, 12, 31))
        else:
            aar = valgt_aar(register, dag)
            fra_igjen = fra if fra > date.min else date(min(til.year, aar), 1, 1)
            til_igjen = til if til < date.max else date(max(fra.year, aar), 12, 31)
        valgte = [
            en
            for hendelse in self._passer(register)
            for en in (
                forekomster(hendelse, fra_igjen, til_igjen)
                if hendelse.gjentas
                else forekomster(hendelse, fra, til)
            )
        ]
        return tuple(etter_tid(valgte)[: self.neste])

    def serier(self, register: Register, dag: date) -> tuple[Serie, ...]:
        """The events that fit, each with the first time that does, by that time."""
        alle = ((en, forekomster(en, self._fra(dag), self.til)) for en in self._passer(register))
        valgte = [Serie(en, gang) for en, ganger in alle if (gang := next(ganger, None))]
        valgte.sort(key=lambda serie: _rekkefoelge(serie.foerste))
        return tuple(valgte[: self.neste])

    def _fra(self, dag: date) -> date:
        return self.fra if self.neste is None else max(self.fra, dag)

    def _passer(self, register: Register) -> Iterator[Hendelse]:
        return (
            hendelse
            for hendelse in register.hendelser
            if (not self.spor or hendelse.spor in self.spor)
            and (not self.kategori or hendelse.kategori in self.kategori)
            and (not self.sektor or hendelse.sektor in self.sektor)
            and (not self.sok or staar_i(self.sok, _hendelsens_tekster(hendelse)))
        )


def _hendelsens_tekster(hendelse: Hendelse) -> tuple[str | None, ...]:
    egne = (verdi for _, verdi in egnetekst.felt(hendelse.egne))
    om = (hendelse.id, hendelse.tittel, hendelse.spor.navn, hendelse.kategori, hendelse.sektor)
    return (*om, hendelse.organ, hendelse.ansvarlig, hendelse.kilde, *egne)


def etter_tid(hendelser: Iterable[Hendelse]) -> list[Hendelse]:
    """Events by their first day, then by their last, then by title."""
    return sorted(hendelser, key=_rekkefoelge)


def _rekkefoelge(hendelse: Hendelse) -> tuple[Any, ...]:
    naar, tittel = hendelse.naar, alfabet.noekkel(hendelse.tittel)
    return naar.foerste_dag, naar.siste_dag, tittel, hendelse.id


def hendelsesaarene(register: Register) -> list[int]:
    """The years that events begin or end in, the oldest first."""
    dager = [(h.naar.foerste_dag, h.naar.siste_dag) for h in register.hendelser]
    igjen = (h.gjentas_til.siste_dag for h in register.hendelser if h.gjentas and h.gjentas_til)
    return sorted({dag.year for par in (*dager, tuple(igjen)) for dag in par})


def er_i_aaret(hendelse: Hendelse, aar: int) -> bool:
    """It is on in a year, at least once."""
    return next(i_aaret(hendelse, aar), None) is not None


def i_aaret(hendelse: Hendelse, aar: int) -> Iterator[Hendelse]:
    """The times that it is on in a year, by time."""
    return forekomster(hendelse, date(aar, 1, 1), date(aar, 12, 31))


def valgt_aar(register: Register, dag: date) -> int:
    """The year of a day if anything happens in it, else the newest year that has events.

    The year of the day when there are no events at all.
    """
    if any(er_i_aaret(hendelse, dag.year) for hendelse in register.hendelser):
        return dag.year
    return max(hendelsesaarene(register), default=dag.year)


def innhold(
    register: Register, utvalg: Hendelsesutvalg, dag: date, *, med_frister: bool
) -> tuple[tuple[Serie, ...], tuple[tuple[Oppdrag, Frist], ...]]:
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
    return utvalg.serier(register, dag), tuple(frister)
