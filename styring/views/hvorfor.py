"""Why the figures of the overview are what they are: what is behind each, and what decides."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any

from styring.register.innhold import Register
from styring.stand.inndeling import Rad
from styring.stand.telling import Opptelling, Telling, hvorfor, regnet_av
from styring.views.ark import Ark, Avsnitt, Bunke
from styring.views.oversikt import FOERST, FRAMDRIFT, HVA, TALLKOLONNER
from styring.views.visning import Kolonne, Tabell, Verdi

_NOEKLER = ("id", "tittel", "hvorfor")
_SUM = Rad(None, "Sum", "Sum")


_Bak = tuple[Kolonne, list[tuple[str, str, str]]]
"""A figure of the overview, and what is behind it: what it is, and what decides that it counts."""


def bunke(register: Register, opptelling: Opptelling, dag: date) -> Bunke:
    """A sheet for each row of the overview, with a table for each figure that is not 0; the sum."""
    alle = opptelling.alle
    tallene: tuple[tuple[str, Verdi], ...] = tuple(
        (tall.tittel, antall)
        for tall, antall in zip((HVA[alle.hva], *TALLKOLONNER), alle.antall().values(), strict=True)
        if antall
    )
    felt = (*tallene, (FRAMDRIFT.tittel, regnet_av(alle)))

    def data() -> dict[str, Any]:
        return _data(opptelling, _SUM, alle, _grunner(register, alle, dag))

    summen = Ark("Sum", "", (Avsnitt(None, felt),), data)
    ark = [
        _ark(register, opptelling, rad, telling, dag) for rad, telling in opptelling.rader.items()
    ]
    return Bunke((*ark, summen) if len(ark) > 1 else tuple(ark))


def _ark(register: Register, opptelling: Opptelling, rad: Rad, telling: Telling, dag: date) -> Ark:
    grunner = tuple(_grunner(register, telling, dag))
    avsnitt = (
        Avsnitt(
            f"{tall.tittel}: {len(bak)}",
            tabell=Tabell(_kolonner(telling), tuple(bak), list),
        )
        for tall, bak in grunner
        if bak
    )
    data = partial(_data, opptelling, rad, telling, grunner)
    foerst = (
        (HVA[telling.hva].tittel, len(telling.poster)),
        (FRAMDRIFT.tittel, regnet_av(telling)),
    )
    return Ark(rad.id or rad.vist, rad.navn or "", (Avsnitt(None, foerst), *avsnitt), data)


def _data(
    opptelling: Opptelling, rad: Rad, telling: Telling, grunner: Iterable[_Bak]
) -> dict[str, Any]:
    return {
        opptelling.etter.value: rad.id,
        "navn": rad.navn,
        telling.hva: len(telling.poster),
        **{
            tall.noekkel: [dict(zip(_NOEKLER, en, strict=True)) for en in bak]
            for tall, bak in grunner
        },
        "framdrift": telling.framdrift,
        "hvorfor": regnet_av(telling),
    }


def tabell(register: Register, opptelling: Opptelling, dag: date) -> Tabell:
    """The same as a table: a row for each one behind a figure, and one for the per cent."""
    rader: list[tuple[Verdi, ...]] = []
    for rad, telling in opptelling.rader.items():
        for tall, bak in _grunner(register, telling, dag):
            rader.extend((rad.vist, tall.tittel, *grunn) for grunn in bak)
        rader.append((rad.vist, FRAMDRIFT.tittel, None, None, regnet_av(telling)))
    return Tabell(
        (FOERST[opptelling.etter], Kolonne("tall", "Tall"), *_kolonner(opptelling.alle)),
        tuple(rader),
        list,
        sum=("Sum", FRAMDRIFT.tittel, None, None, regnet_av(opptelling.alle)),
    )


def _kolonner(telling: Telling) -> tuple[Kolonne, ...]:
    titler = ("Id", HVA[telling.hva].tittel, "Hvorfor")
    er_lange = (False, True, True)
    return tuple(map(Kolonne, _NOEKLER, titler, er_lange))


def _grunner(register: Register, telling: Telling, dag: date) -> Iterator[_Bak]:
    """What is behind each figure, in the order of the overview."""
    for tall in TALLKOLONNER:
        poster = telling.med[tall.noekkel]
        yield tall, [(p.id, p.tittel, hvorfor(register, tall.noekkel, p, dag)) for p in poster]
