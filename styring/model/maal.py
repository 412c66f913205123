"""The goal hierarchy of the kommuneplan: two levels of goals or more below each area."""

from __future__ import annotations

from collections.abc import Iterator

from styring.model.indikator import Indikator
from styring.model.lenke import Lenke
from styring.model.oppdrag import Vurdering
from styring.model.post import Egne, Heltall, Intern, Offentlig, Tekst, post


@post
class Maalvurdering:
    """What is held in a reporting round of how it goes with a goal."""

    periode: Offentlig[Tekst]
    vurdering: Offentlig[Vurdering]
    kommentar: Offentlig[Tekst | None] = None
    egne: Intern[Egne | None] = None


@post
class Delmaal:
    """A goal that sectors are responsible for (`ansvar`, by code), perhaps with others under it."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    ansvar: Offentlig[tuple[Tekst, ...]] = ()
    indikatorer: Offentlig[tuple[Indikator, ...]] = ()
    vurderinger: Offentlig[tuple[Maalvurdering, ...]] = ()
    delmaal: Offentlig[tuple[Delmaal, ...]] = ()
    lenker: Offentlig[tuple[Lenke, ...]] = ()
    egne: Intern[Egne | None] = None


@post
class Hovedmaal:
    """A main goal and the delmål under it."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    delmaal: Offentlig[tuple[Delmaal, ...]] = ()
    lenker: Offentlig[tuple[Lenke, ...]] = ()
    egne: Intern[Egne | None] = None


@post
class Satsingsomraade:
    """An area of the plan. `fn_maal` are UN sustainability goals, 1-17."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    fn_maal: Offentlig[tuple[Heltall, ...]] = ()
    hovedmaal: Offentlig[tuple[Hovedmaal, ...]] = ()
    delmaal: Offentlig[tuple[Delmaal, ...]] = ()
    """Those right below it, where there is no hovedmål between."""
    lenker: Offentlig[tuple[Lenke, ...]] = ()
    egne: Intern[Egne | None] = None


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

    kilde: Intern[Tekst | None] = None
    satsingsomraader: Offentlig[tuple[Satsingsomraade, ...]] = ()
    egne: Intern[Egne | None] = None
