"""A register as it was on a day, and the part of it that a year is about."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from styring.model.aarshjul import Aarshjul, Hendelse
from styring.model.maal import Delmaal, Maalfil
from styring.model.oppdrag import Oppdrag, Oppdragsfil, Rapport
from styring.model.vedtak import Oppfulgt, Vedtak, Vedtaksfil
from styring.register.innhold import Register
from styring.stand import runder, stand
from styring.stand.hendelser import er_i_aaret

P = TypeVar("P", Oppdrag, Vedtak)


def _poster(
    register: Register, aar: int | None, dag: date, koder: Collection[str] = ()
) -> Callable[[Iterable[P]], Iterator[P]]:
    """What takes out the oppdrag, or the vedtak, of a year and some sectors; all when not given."""

    def poster(poster: Iterable[P]) -> Iterator[P]:
        for post in poster:
            dato = register.vedtatt(post).dato
            er_senere = dato is not None and dato > dag
            if (koder and post.sektor not in koder) or er_senere:
                continue
            da = _post(post, dag, lambda r: runder.rapportdag(register, r) <= dag)
            if _er_med(register, da, register.aarene(post), aar):
                yield da

    return poster


def _er_med(register: Register, post: Oppfulgt, aarene: range, aar: int | None) -> bool:
    """It is of the year; or it is older, and not done or dropped before the year."""
    if aar is None:
        return True
    if aarene and aar <= aarene[-1]:
        return aar in aarene
    if post.trenger_ingen:
        return not aarene
    rapport = stand.siste_rapport(register, post)
    if rapport is None or not rapport.status.er_avsluttet:
        return True
    return runder.rapportdag(register, rapport).year == aar


def _post(post: P, dag: date, er_kommet: Callable[[Rapport], bool]) -> P:
    """An oppdrag or a vedtak with what was delegated, reported and answered by then."""
    endret: dict[str, Any] = {
        "rapporter": tuple(filter(er_kommet, post.rapporter)),
        "delegering": tuple(ledd for ledd in post.delegering if not ledd.dato or ledd.dato <= dag),
    }
    if post.tilbakemelding and post.tilbakemelding.dato > dag:
        endret["tilbakemelding"] = None
    return replace(post, **endret)


def _maalt(en: Any, dag: date) -> Any:
    """An indikator, or a part of one, with what was measured by then."""
    deler = {"deler": tuple(_maalt(del_, dag) for del_ in en.deler)} if hasattr(en, "deler") else {}
    return replace(en, maalinger=tuple(m for m in en.maalinger if m.tid.siste_dag <= dag), **deler)


def _maal(register: Register, maal: Any, dag: date) -> Any:
    """A goal, or a file of them, with what was measured and judged by then, below it too."""
    endret: dict[str, Any] = {
        felt: tuple(_maal(register, under, dag) for under in getattr(maal, felt))
        for felt in ("satsingsomraader", "hovedmaal", "delmaal")
        if hasattr(maal, felt)
    }
    if isinstance(maal, Delmaal):
        endret["indikatorer"] = tuple(_maalt(en, dag) for en in maal.indikatorer)
        endret["vurderinger"] = tuple(
            en
            for en in maal.vurderinger
            if (runde := runder.periodedag(register, en.periode)) and runde <= dag
        )
    return replace(maal, **endret)


def kjent(register: Register, dag: date) -> Register:
    """A register without the reports, delegations, answers and measurements that came after a day.

    All else is as the files have it now. What is in it has no place in a file.
    """

    def poster(poster: Iterable[P]) -> Iterator[P]:
        return (_post(post, dag, lambda rapport: rapport.dato <= dag) for post in poster)

    return _med(register, dag, poster)


def per(register: Register, dag: date) -> Register:
    """A register as it was on a day, of all years: what came of later rounds is not in it.

    All else is as the files have it now. What is in it has no place in a file.
    """
    return _med(register, dag, _poster(register, None, dag))


def levert_etter(register: Register, dag: date) -> int:
    """How many reports are for rounds that had come by a day, and were made after it."""
    return sum(
        runder.rapportdag(register, rapport) <= dag < rapport.dato
        for post in register.oppfulgte
        for rapport in post.rapporter
    )


def _med(
    register: Register,
    dag: date,
    poster: Callable[[Any], Iterable[Any]],
    er_med: Callable[[Hendelse], bool] = lambda _: True,
) -> Register:
    """A register with some of its oppdrag, vedtak and events, and what was measured by a day."""

    def innhold(hele: Any) -> Any:
        match hele:
            case Oppdragsfil():
                return replace(hele, oppdrag=tuple(poster(hele.oppdrag)))
            case Vedtaksfil():
                return replace(hele, vedtak=tuple(poster(hele.vedtak)))
            case Maalfil():
                return _maal(register, hele, dag)
            case Aarshjul():
                return replace(hele, hendelser=tuple(filter(er_med, hele.hendelser)))
        return hele

    filer = tuple(fil._replace(innhold=innhold(fil.innhold)) for fil in register.filer)
    return replace(register, filer=filer, utsnitt_av=register.utsnitt_av or register)


def utsnitt(
    register: Register, aar: int, dag: date, koder: Collection[str] = frozenset()
) -> Register:
    """What was followed up in a year, as it was on a day; of some sectors, when any are given.

    Reports of later rounds, later vedtak, delegations, answers and measurements are not in it, nor
    the events of other years; all else is as the files have it now. What is in it has no place in
    a file.
    """
    return _med(
        register,
        dag,
        _poster(register, aar, dag, koder),
        lambda hendelse: er_i_aaret(hendelse, aar),
    )
