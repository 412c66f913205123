"""Political resolutions that the administration follows up."""

from enum import StrEnum

from styring.model.oppdrag import Delegering, Oppdrag, Oppgave, Rapport, UnntattEllerEi
from styring.model.post import Egne, Tekst, post
from styring.model.tid import Dato, Frist


class Vedtakstype(StrEnum):
    """A resolution in a case, or one made from the floor in words."""

    POLITISK = "politisk"
    VERBAL = "verbal"


@post
class Tilbakemelding:
    """What was reported back to those who made the resolution."""

    dato: Dato
    saksnr: Tekst | None = None
    tekst: Tekst | None = None
    egne: Egne | None = None


@post
class Vedtak:
    """A resolution, and how it is followed up."""

    id: Tekst
    tittel: Tekst
    type: Vedtakstype
    organ: Tekst | None = None
    dato: Dato | None = None
    saksnr: Tekst | None = None
    vedtakstekst: Tekst | None = None
    oppdrag: tuple[Tekst, ...] = ()
    sektor: Tekst | None = None
    delansvar: tuple[Tekst, ...] = ()
    frist: Frist | None = None
    delegering: tuple[Delegering, ...] = ()
    oppgaver: tuple[Oppgave, ...] = ()
    rapporter: tuple[Rapport, ...] = ()
    tilbakemelding: Tilbakemelding | None = None
    unntatt: UnntattEllerEi = None
    kilde: Tekst | None = None
    egne: Egne | None = None


@post
class Vedtaksfil:
    """The whole of `vedtak.yaml`, or of one file in `vedtak/`."""

    kilde: Tekst | None = None
    vedtak: tuple[Vedtak, ...] = ()
    egne: Egne | None = None


Oppfulgt = Oppdrag | Vedtak
"""What is delegated, broken down and reported on."""
