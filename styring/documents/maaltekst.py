"""The goals, as documents tell of them."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from styring.documents.omtale import vurderingen
from styring.documents.oppfulgttekst import periodenavn
from styring.mente import ramse
from styring.model.indikator import Indikator
from styring.model.lenke import Lenke
from styring.model.maal import Delmaal, Maal, Maalvurdering, Satsingsomraade, veier
from styring.model.tidsform import naar
from styring.register.innhold import Register
from styring.stand import maaling
from styring.views.tekstform import vist


class Indikatortall(NamedTuple):
    """How it is measured whether a delmål is reached. A text is empty where nothing is known."""

    navn: str
    enhet: str
    nyeste: str
    """Empty when it is not measured, unless the numbers are yet to come."""
    maalt: str
    """When the newest measurement was made."""
    tidligere: str
    """Those before it, the oldest first: «7,9 (2022), 9,1 (2023)»."""
    siden_sist: str
    """The change since the last of them, and whether that is the right way."""
    trend: str
    """Which way they all go, by the year: «øker 1,2 i året, rett vei»."""
    maal: str
    naadd: str


class Delmaaltekst(NamedTuple):
    """A delmål; `ansvar` are the codes of the sectors that are responsible."""

    id: str
    tittel: str
    nivaa: int
    """0, or how many delmål it stands under."""
    ansvar: str
    vurdering: str
    """The newest judgement, with its round: «▲ gul (2. tertial 2025)»."""
    begrunnelse: str
    lenker: tuple[Lenke, ...]
    indikatorer: tuple[Indikatortall, ...]


class Hovedmaaltekst(NamedTuple):
    """A hovedmål with its delmål, those under others included; or the delmål without one."""

    tittel: str
    """Empty for the delmål that stand right below the area."""
    lenker: tuple[Lenke, ...]
    delmaal: tuple[Delmaaltekst, ...]


class Omraadetekst(NamedTuple):
    """A satsingsområde with its hovedmål; `fn_maal` are numbers, «1, 3 og 10»."""

    tittel: str
    lenker: tuple[Lenke, ...]
    fn_maal: str
    hovedmaal: tuple[Hovedmaaltekst, ...]


def maalene(register: Register, koder: Collection[str] = ()) -> tuple[Omraadetekst, ...]:
    """The goals in the order of the files; those of some sectors' ansvar, when any are given."""
    omraader = (_omraadetekst(register, omraade, koder) for omraade in register.satsingsomraader)
    return tuple(omraade for omraade in omraader if omraade.hovedmaal or not koder)


def maalte(omraader: Iterable[Omraadetekst]) -> tuple[Omraadetekst, ...]:
    """Of some goals, those that are measured or judged, with what is measured."""
    return tuple(
        omraade._replace(hovedmaal=hovedmaal)
        for omraade in omraader
        if (hovedmaal := tuple(_maalt(omraade.hovedmaal)))
    )


def _maalt(hovedmaalene: Iterable[Hovedmaaltekst]) -> Iterator[Hovedmaaltekst]:
    for hovedmaal in hovedmaalene:
        alle = (
            delmaal._replace(indikatorer=tuple(en for en in delmaal.indikatorer if en.nyeste))
            for delmaal in hovedmaal.delmaal
        )
        if delmaal := tuple(en for en in alle if en.indikatorer or en.vurdering):
            yield hovedmaal._replace(delmaal=delmaal)


def _omraadetekst(
    register: Register, omraade: Satsingsomraade, koder: Collection[str]
) -> Omraadetekst:
    direkte = [vei[1:] for vei in veier(omraade) if isinstance(vei[1], Delmaal)]
    deler = [
        (hovedmaal.tittel, hovedmaal.lenker, [vei[1:] for vei in veier(hovedmaal)])
        for hovedmaal in omraade.hovedmaal
    ]
    hovedmaal = (
        Hovedmaaltekst(tittel, lenker, tuple(_delmaalene(register, under, koder)))
        for tittel, lenker, under in (*deler, *([("", (), direkte)] if direkte else ()))
    )
    return Omraadetekst(
        omraade.tittel,
        omraade.lenker,
        ramse(map(str, omraade.fn_maal)),
        tuple(maal for maal in hovedmaal if maal.delmaal or not koder),
    )


def _delmaalene(
    register: Register, veiene: Iterable[tuple[Maal, ...]], koder: Collection[str]
) -> Iterator[Delmaaltekst]:
    """The last of each way, which are of delmål only; those of some sectors' ansvar."""
    for *over, delmaal in veiene:
        assert isinstance(delmaal, Delmaal)
        if not koder or not {*koder}.isdisjoint(delmaal.ansvar):
            siste = maaling.siste_vurdering(register, delmaal)
            yield Delmaaltekst(
                delmaal.id,
                delmaal.tittel,
                len(over),
                ", ".join(delmaal.ansvar),
                _vurdert(register, siste) if siste else "",
                (siste.kommentar or "") if siste else "",
                delmaal.lenker,
                tuple(_indikator(en) for hel in delmaal.indikatorer for en in (hel, *hel.delene)),
            )


def _vurdert(register: Register, en: Maalvurdering) -> str:
    return f"{vurderingen(en.vurdering)} ({periodenavn(register, en.periode)})"


def _indikator(en: Indikator) -> Indikatortall:
    nyeste = en.nyeste
    return Indikatortall(
        en.navn,
        en.enhet,
        str(maaling.nyeste(en) or ""),
        naar(nyeste.tid) if nyeste else "",
        maaling.tidligere(en, naar),
        maaling.siden_sist(en) or "",
        maaling.trend(en) or "",
        vist(maaling.maalet(en)),
        {True: "ja", False: "nei", None: ""}[en.er_naadd],
    )
