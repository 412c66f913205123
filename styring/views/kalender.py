"""The year's wheel and the deadlines as entries of a calendar that can be shared."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from styring.model.aarshjul import Hendelse
from styring.model.oppdrag import Oppdrag
from styring.model.tid import Frist, Tidsrom
from styring.register import stand
from styring.register.innhold import Register
from styring.views.aarshjul import Utvalg

LENGST = timedelta(days=30)
"""From the first day to the last of the longest that covers all its days: a month."""


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


class Kalender(NamedTuple):
    """A calendar as it is on a day."""

    kommune: str | None
    dag: date
    poster: Callable[[], tuple[Kalenderpost, ...]]
    """The entries by time, put together when they are asked for."""

    def uid(self, post: Kalenderpost) -> str:
        """What an entry is known by: the same on every day and on every machine."""
        return str(uuid5(NAMESPACE_URL, json.dumps(["styring", self.kommune, *post.noekkel])))


def kalender(
    register: Register,
    hendelser: Iterable[Hendelse],
    utvalg: Utvalg,
    dag: date,
    *,
    med_frister: bool,
) -> Kalender:
    """Events, and the deadlines that fit the sectors and the days that were asked for.

    There are no deadlines among a track, a category or the next few events.
    """
    med_frister = med_frister and not (utvalg.spor or utvalg.kategori or utvalg.neste)

    def poster() -> tuple[Kalenderpost, ...]:
        alle = [_hendelse(register, hendelse) for hendelse in hendelser]
        if med_frister:
            frister = (*_frister(register, utvalg), *_runder(register))
            alle += [
                post
                for post in frister
                if post.foerste_dag <= utvalg.til and post.siste_dag >= utvalg.fra
            ]
        alle.sort(key=lambda post: (post.foerste_dag, post.siste_dag))
        return tuple(_hver_for_seg(alle))

    return Kalender(register.kommune.navn, dag, poster)


def _hendelse(register: Register, hendelse: Hendelse) -> Kalenderpost:
    tid = hendelse.naar
    er_lang = tid.siste_dag - tid.foerste_dag > LENGST
    linjer = (
        f"Sektor: {_sektornavn(register, hendelse.sektor)}" if hendelse.sektor else None,
        f"Kilde: {hendelse.kilde}" if hendelse.kilde else None,
    )
    return Kalenderpost(
        ("hendelse", hendelse.id.lower()),
        tid.foerste_dag,
        tid.foerste_dag if er_lang else tid.siste_dag,
        hendelse.tittel,
        tid if er_lang else None,
        tuple(filter(None, (hendelse.spor.navn.capitalize(), hendelse.kategori))),
        tuple(filter(None, linjer)),
    )


def _frister(register: Register, utvalg: Utvalg) -> Iterator[Kalenderpost]:
    """The deadlines of the oppdrag that are public and not closed, each on its last day."""
    for oppdrag in register.oppdrag:
        if oppdrag.frist is None or oppdrag.unntatt is not None:
            continue
        if utvalg.sektor and oppdrag.sektor not in utvalg.sektor:
            continue
        if not stand.status(register, oppdrag).er_avsluttet:
            yield _frist(register, oppdrag, oppdrag.frist)


def _frist(register: Register, oppdrag: Oppdrag, frist: Frist) -> Kalenderpost:
    return Kalenderpost(
        ("oppdrag", oppdrag.id.lower()),
        frist.siste_dag,
        frist.siste_dag,
        f"Frist: {oppdrag.id} {oppdrag.tittel}",
        Tidsrom(frist) if frist.foerste_dag < frist.siste_dag else None,
        ("Frist",),
        (f"Delegert til: {_sektornavn(register, oppdrag.sektor)}",),
    )


def _runder(register: Register) -> Iterator[Kalenderpost]:
    """The day and the deadline of every reporting round, in the years that have oppdrag."""
    for aar in sorted({fil.aar for fil in register.oppdragsfiler}):
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


def _sektornavn(register: Register, kode: str) -> str:
    sektor = register.sektor.get(kode.lower())
    return f"{sektor.navn} ({sektor.kode})" if sektor else kode
