"""What comes back: when an event of the year's wheel is, time after time."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from styring.model.aarshjul import Gjentakelse, Hendelse
from styring.model.tid import DELER, Frist, les_frist

MAANEDER = {
    Gjentakelse.MAANED: 1,
    Gjentakelse.KVARTAL: 3,
    Gjentakelse.TERTIAL: 4,
    Gjentakelse.AAR: 12,
}
"""How many months there are from one time to the next."""


def forekomster(hendelse: Hendelse, fra: date, til: date) -> Iterator[Hendelse]:
    """The times an event is on within some days, both counted in, each as an event, by time.

    Once is one time. What has no end goes on for as long as there are days, so that is for `til`
    to say. Exceptions are left out.
    """
    for naar in _alle(hendelse, fra, min(til, siste_begynnelse(hendelse))):
        if naar.naar.overlapper(fra, til) and not er_unntak(hendelse, naar.tid):
            yield naar


def siste_begynnelse(hendelse: Hendelse) -> date:
    """The last day on which it can begin yet again."""
    return hendelse.gjentas_til.siste_dag if hendelse.gjentas_til else date.max


def er_unntak(hendelse: Hendelse, tid: Frist) -> bool:
    """The event is not on at one of its times: an exception is that time, or one around it."""
    return hendelse.gjentas is not None and any(er_i(tid, en) for en in hendelse.unntak)


def er_i(tid: Frist, rundt: Frist) -> bool:
    """A time is within another."""
    return rundt.foerste_dag <= tid.foerste_dag and tid.siste_dag <= rundt.siste_dag


def unntatte(hendelse: Hendelse, unntak: Frist) -> Iterator[Frist]:
    """The times that an exception takes out."""
    for en in _alle(
        hendelse, unntak.foerste_dag, min(unntak.siste_dag, siste_begynnelse(hendelse))
    ):
        if er_i(en.tid, unntak):
            yield en.tid


def kan_gjentas(hendelse: Hendelse) -> bool:
    """Its times can be moved so far, as a quarter cannot be by a month."""
    tidene = (en for en in (hendelse.tid, hendelse.til) if en)
    return hendelse.gjentas is None or all(
        MAANEDER[hendelse.gjentas] % (_lengde(tid) or 1) == 0 for tid in tidene
    )


def _alle(hendelse: Hendelse, fra: date, siste: date) -> Iterator[Hendelse]:
    """All times, exceptions too, that are not over by a day, and begin by another."""
    if hendelse.gjentas is None or not kan_gjentas(hendelse):
        yield hendelse
        return
    steg, begynt = MAANEDER[hendelse.gjentas], hendelse.naar
    # Where to begin looking: some times before, as one may last for long.
    borte = 12 * (fra.year - begynt.siste_dag.year) + fra.month - begynt.siste_dag.month
    for nummer in count(max(0, borte // steg - 1)):
        tid = flyttet(hendelse.tid, nummer * steg)
        til = hendelse.til and flyttet(hendelse.til, nummer * steg)
        if tid is None or tid.foerste_dag > siste or (hendelse.til and til is None):
            return
        yield replace(hendelse, tid=tid, til=til) if nummer else hendelse


def flyttet(tid: Frist, maaneder: int) -> Frist | None:
    """A time so many months later; None beyond the last year that there is.

    The last day of a month becomes the last of the other; what it has no day for does too.
    """
    dag = tid.foerste_dag
    aar, maaned = divmod(12 * dag.year + dag.month - 1 + maaneder, 12)
    if aar > date.max.year:
        return None
    lengde = _lengde(tid)
    if lengde == 0:
        siste = monthrange(aar, maaned + 1)[1]
        dagen = siste if er_ultimo(dag) else min(dag.day, siste)
        return les_frist(f"{aar}-{maaned + 1:02}-{dagen:02}")
    if lengde == 1:
        return les_frist(f"{aar}-{maaned + 1:02}")
    if lengde == 12:
        return les_frist(str(aar))
    return les_frist(f"{aar}-{tid.tekst[5]}{maaned // lengde + 1}")


def er_ultimo(dag: date) -> bool:
    """It is the last day of its month."""
    return dag.day == monthrange(dag.year, dag.month)[1]


def _lengde(tid: Frist) -> int:
    """How many months a time covers; none for a day."""
    if tid.foerste_dag == tid.siste_dag:
        return 0
    if tid.del_av_aaret:
        return 12 // DELER[tid.tekst[5]][0]
    return 12 if len(tid.tekst) == 4 else 1
