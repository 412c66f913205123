"""The goal hierarchy of the kommuneplan."""

from styring.model.indikator import Indikator
from styring.model.post import Egne, Heltall, Tekst, post


@post
class Delmaal:
    """A goal that sectors are responsible for (`ansvar`, by code)."""

    id: Tekst
    tittel: Tekst
    ansvar: tuple[Tekst, ...] = ()
    indikatorer: tuple[Indikator, ...] = ()
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
    egne: Egne | None = None


@post
class Maalfil:
    """The whole of `maal.yaml`, or of one file in `maal/`."""

    kilde: Tekst | None = None
    satsingsomraader: tuple[Satsingsomraade, ...] = ()
