"""The goals, as documents tell of them."""

from __future__ import annotations

from typing import NamedTuple

from styring.documents.ord import liste, naar
from styring.model.indikator import Indikator
from styring.model.maal import Delmaal, Satsingsomraade
from styring.register.innhold import Register
from styring.views import indikator
from styring.views.tekstform import vist
from styring.views.visning import Tall


class Indikatortall(NamedTuple):
    """How it is measured whether a delmål is reached. A text is empty where nothing is known."""

    navn: str
    enhet: str
    nyeste: str
    maalt: str
    """When the newest measurement was made."""
    trend: str
    maal: str
    naadd: str


class Delmaaltekst(NamedTuple):
    """A delmål; `ansvar` are the codes of the sectors that are responsible."""

    id: str
    tittel: str
    ansvar: str
    indikatorer: tuple[Indikatortall, ...]


class Hovedmaaltekst(NamedTuple):
    """A hovedmål with its delmål."""

    tittel: str
    delmaal: tuple[Delmaaltekst, ...]


class Omraadetekst(NamedTuple):
    """A satsingsområde with its hovedmål; `fn_maal` are numbers, «1, 3 og 10»."""

    tittel: str
    fn_maal: str
    hovedmaal: tuple[Hovedmaaltekst, ...]


def maalene(register: Register, sektor: str | None = None) -> tuple[Omraadetekst, ...]:
    """The goals in the order of the files; those that a sector is responsible for when given."""
    omraader = (_omraade(omraade, sektor) for omraade in register.satsingsomraader)
    return tuple(omraade for omraade in omraader if omraade.hovedmaal or sektor is None)


def _omraade(omraade: Satsingsomraade, sektor: str | None) -> Omraadetekst:
    hovedmaal = (
        Hovedmaaltekst(
            hovedmaal.tittel,
            tuple(
                _delmaal(delmaal)
                for delmaal in hovedmaal.delmaal
                if sektor is None or sektor in delmaal.ansvar
            ),
        )
        for hovedmaal in omraade.hovedmaal
    )
    return Omraadetekst(
        omraade.tittel,
        liste(map(str, omraade.fn_maal)),
        tuple(maal for maal in hovedmaal if maal.delmaal or sektor is None),
    )


def _delmaal(delmaal: Delmaal) -> Delmaaltekst:
    return Delmaaltekst(
        delmaal.id,
        delmaal.tittel,
        ", ".join(delmaal.ansvar),
        tuple(map(_indikator, delmaal.indikatorer)),
    )


def _indikator(en: Indikator) -> Indikatortall:
    nyeste = next(iter(en.nyeste_foerst), None)
    return Indikatortall(
        en.navn,
        en.enhet,
        str(Tall(nyeste.verdi)) if nyeste else "",
        naar(nyeste.tid) if nyeste else "",
        indikator.trend(en) or "",
        vist(indikator.maalet(en)),
        {True: "ja", False: "nei", None: ""}[en.er_naadd],
    )
