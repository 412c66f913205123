"""The goal hierarchy of the kommuneplan: two levels of goals or more below each area."""

from __future__ import annotations

from collections.abc import Iterator

from styring.model.indikator import Indikator
from styring.model.post import Egne, Heltall, Tekst, post


@post
class Delmaal:
    """A goal that sectors are responsible for (`ansvar`, by code), perhaps with others under it."""

    id: Tekst
    tittel: Tekst
    ansvar: tuple[Tekst, ...] = ()
    indikatorer: tuple[Indikator, ...] = ()
    delmaal: tuple[Delmaal, ...] = ()
    egne: Egne | None = None


@post
class Hovedmaal:
    """A main goal and the delmål under it."""

    id: Tekst
    tittel: Tekst
    delmaal: tuple[Delmaal, ...] = ()
    egne: Egne | None = None


@post
class Satsingsomraade:
    """An area of the plan. `fn_maal` are UN sustainability goals, 1-17."""

    id: Tekst
    tittel: Tekst
    fn_maal: tuple[Heltall, ...] = ()
    hovedmaal: tuple[Hovedmaal, ...] = ()
    delmaal: tuple[Delmaal, ...] = ()
    """Those right below it, where there is no hovedmål between."""
    egne: Egne | None = None


Maal = Satsingsomraade | Hovedmaal | Delmaal


def veier(maal: Maal) -> Iterator[tuple[Maal, ...]]:
    """The way from a goal down to each delmål that it is or has under it, both included."""
    if isinstance(maal, Delmaal):
        yield (maal,)
    for under in (*getattr(maal, "hovedmaal", ()), *maal.delmaal):
        yield from ((maal, *vei) for vei in veier(under))


def delmaalene(maal: Maal) -> tuple[Delmaal, ...]:
    """The delmål that a goal is or has under it, each before those under it."""
    return tuple(vei[-1] for vei in veier(maal) if isinstance(vei[-1], Delmaal))


@post
class Maalfil:
    """The whole of `maal.yaml`, or of one file in `maal/`."""

    kilde: Tekst | None = None
    satsingsomraader: tuple[Satsingsomraade, ...] = ()
    egne: Egne | None = None
