"""The year's wheel and the deadlines as entries of a calendar that can be shared."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from styring.model.aarshjul import Hendelse
from styring.model.gjentakelse import (
    MAANEDER,
    er_ultimo,
    kan_gjentas,
    siste_begynnelse,
    unntatte,
)
from styring.model.oppdrag import Oppdrag
from styring.model.tid import Frist, Tidsrom
from styring.offentlig.doer import OffentligRegister
from styring.stand.hendelser import Hendelsesutvalg, Serie, innhold
from styring.stand.runder import rundeaar
from styring.stand.stand import sektor_med_kode

LENGST = timedelta(days=30)
"""From the first day to the last of the longest that covers all its days: a month."""


_ALLE_HAR = 28
"""The last day that every month has."""


class Igjen(NamedTuple):
    """That an entry comes back."""

    maaneder: int
    """How many there are from one time to the next."""
    dag: int | None
    """The day of the month that some months lack, -1 for the last; None when none does."""
    til: date | None
    """The last day that it can be on; None when it has no end."""
    unntak: tuple[date, ...]
    """The days on which it is not."""


class Kalenderpost(NamedTuple):
    """An entry on one or more whole days."""

    noekkel: tuple[str, ...]
    """What it is, in words that stay the same: the kind, the id."""
    foerste_dag: date
    siste_dag: date
    tittel: str
    tid: Tidsrom | None
    """When it is, where the days do not say it."""
    kategorier: tuple[str, ...]
    linjer: tuple[str, ...] = ()
    """What more there is to say."""
    igjen: Igjen | None = None


class Kalender(NamedTuple):
    """A calendar as it is on a day."""

    kommune: str | None
    dag: date
    poster: tuple[Kalenderpost, ...]
    """The entries by time."""

    @property
    def tekster(self) -> Iterator[str]:
        """All texts that it shows."""
        for post in self.poster:
            yield from (post.tittel, *post.kategorier, *post.linjer)

    def uid(self, post: Kalenderpost) -> str:
        """What an entry is known by: the same on every day and on every machine."""
        return str(uuid5(NAMESPACE_URL, json.dumps(["styring", self.kommune, *post.noekkel])))


def kalender(
    register: OffentligRegister, utvalg: Hendelsesutvalg, dag: date, *, med_frister: bool
) -> Kalender:
    """Events, and the deadlines that fit the sectors and the days that were asked for."""
    hendelser, oppdragene = innhold(register, utvalg, dag, med_frister=med_frister)
    alle = [_hendelse(register, serie, utvalg.til) for serie in hendelser]
    alle += [_frist(register, oppdrag, frist) for oppdrag, frist in oppdragene]
    if med_frister and utvalg.kan_ha_frister:
        alle += [post for post in _runder(register, dag) if utvalg.er_i(post.siste_dag)]
    alle.sort(key=lambda post: (post.foerste_dag, post.siste_dag))
    return Kalender(register.kommune.navn, dag, tuple(_hver_for_seg(alle)))


def _hendelse(register: OffentligRegister, serie: Serie, til: date) -> Kalenderpost:
    hendelse, tid = serie.hendelse, serie.foerste.naar
    er_lang = tid.siste_dag - tid.foerste_dag > LENGST or _varer_ulikt(hendelse)
    igjen = f" ({hendelse.gjentas.hver})" if er_lang and hendelse.gjentas else ""
    linjer = (
        f"Organ: {hendelse.organ}" if hendelse.organ else None,
        f"Sektor: {sektor_med_kode(register, hendelse.sektor)}" if hendelse.sektor else None,
        f"Kilde: {hendelse.kilde}" if hendelse.kilde else None,
        *map(str, hendelse.lenker),
    )
    return Kalenderpost(
        ("hendelse", hendelse.id.lower()),
        tid.foerste_dag,
        tid.foerste_dag if er_lang else tid.siste_dag,
        f"{hendelse.tittel}{igjen}",
        tid if er_lang and not hendelse.gjentas else None,
        tuple(filter(None, (hendelse.spor.navn.capitalize(), hendelse.kategori))),
        tuple(filter(None, linjer)),
        _igjen(serie, til) if hendelse.gjentas and kan_gjentas(hendelse) else None,
    )


def _varer_ulikt(hendelse: Hendelse) -> bool:
    """It comes back, and may last for more days one time than another."""
    if hendelse.gjentas is None:
        return False
    tid = hendelse.naar
    er_i_en_maaned = tid.foerste_dag.month == tid.siste_dag.month and tid.siste_dag.day <= _ALLE_HAR
    return tid.foerste_dag != tid.siste_dag and not er_i_en_maaned


def _igjen(serie: Serie, til: date) -> Igjen:
    hendelse, foerste = serie.hendelse, serie.foerste.tid.foerste_dag
    assert hendelse.gjentas is not None
    siste = min(til, siste_begynnelse(hendelse))
    dag = hendelse.tid.foerste_dag
    dager = {tid.foerste_dag for en in hendelse.unntak for tid in unntatte(hendelse, en)}
    return Igjen(
        MAANEDER[hendelse.gjentas],
        -1 if er_ultimo(dag) else dag.day if dag.day > _ALLE_HAR else None,
        None if siste == date.max else siste,
        tuple(sorted(dagen for dagen in dager if foerste <= dagen <= siste)),
    )


def _frist(register: OffentligRegister, oppdrag: Oppdrag, frist: Frist) -> Kalenderpost:
    """A deadline, on its last day."""
    tid = Tidsrom(oppdrag.fra, frist) if oppdrag.fra else Tidsrom(frist)
    return Kalenderpost(
        ("oppdrag", oppdrag.id.lower()),
        frist.siste_dag,
        frist.siste_dag,
        f"Frist: {oppdrag.id} {oppdrag.tittel}",
        tid if tid.foerste_dag < frist.siste_dag else None,
        ("Frist",),
        (f"Delegert til: {sektor_med_kode(register, oppdrag.sektor)}", *map(str, oppdrag.lenker)),
    )


def _runder(register: OffentligRegister, dag: date) -> Iterator[Kalenderpost]:
    """The day and the deadline of every reporting round, in the years that have oppdrag.

    For whoever only follows up vedtak, in those from the first of them to that of the day.
    """
    med_oppdrag = sorted({fil.aar for fil in register.oppdragsfiler})
    for aar in rundeaar(register, dag) if register.bare_vedtak else med_oppdrag:
        for kode, periode in register.perioder.items():
            dager = {"Statusdato": periode.dag(aar), "Rapportfrist": periode.fristdag(aar)}
            for hva, dagen in dager.items():
                if dagen is not None:
                    yield Kalenderpost(
                        ("periode", f"{aar}-{kode}".lower(), hva.lower()),
                        dagen,
                        dagen,
                        f"{hva}: {periode.navn} {aar}",
                        None,
                        ("Rapportering",),
                        (f"Periode: {aar}-{kode}",),
                    )


def _hver_for_seg(poster: Iterable[Kalenderpost]) -> Iterator[Kalenderpost]:
    """Entries that are all known by something different, also where two records share an id."""
    sett: Counter[tuple[str, ...]] = Counter()
    for post in poster:
        sett[post.noekkel] += 1
        nummer = sett[post.noekkel]
        yield post if nummer == 1 else post._replace(noekkel=(*post.noekkel, str(nummer)))
