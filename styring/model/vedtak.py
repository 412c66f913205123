"""Political resolutions that the administration follows up."""

from enum import StrEnum
from typing import ClassVar

from styring.model.fulgt import Helt
from styring.model.oppdrag import Delegering, Oppdrag, Oppgave, Rapport
from styring.model.post import Egne, Intern, Offentlig, Tekst, post
from styring.model.tid import Dato, Frist
from styring.model.unntatt import UnntattEllerEi


class Vedtakstype(StrEnum):
    """A resolution in a case, or one made from the floor in words."""

    POLITISK = "politisk"
    VERBAL = "verbal"


@post
class Tilbakemelding:
    """What was reported back to those who made the resolution."""

    dato: Offentlig[Dato]
    saksnr: Offentlig[Tekst | None] = None
    tekst: Offentlig[Tekst | None] = None
    egne: Intern[Egne | None] = None


@post
class Oppfoelging:
    """That a resolution needs no follow-up, and why."""

    ingen: Offentlig[Tekst]
    egne: Intern[Egne | None] = None


@post
class Vedtak(Helt):
    """A resolution, and how it is followed up."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    type: Offentlig[Vedtakstype]
    organ: Offentlig[Tekst | None] = None
    dato: Offentlig[Dato | None] = None
    saksnr: Offentlig[Tekst | None] = None
    vedtakstekst: Offentlig[Tekst | None] = None
    oppfoelging: Offentlig[Oppfoelging | None] = None
    oppdrag: Offentlig[tuple[Tekst, ...]] = ()
    sektor: Offentlig[Tekst | None] = None
    delansvar: Offentlig[tuple[Tekst, ...]] = ()
    frist: Offentlig[Frist | None] = None
    delegering: Offentlig[tuple[Delegering, ...]] = ()
    oppgaver: Intern[tuple[Oppgave, ...]] = ()
    rapporter: Offentlig[tuple[Rapport, ...]] = ()
    tilbakemelding: Offentlig[Tilbakemelding | None] = None
    unntatt: Intern[UnntattEllerEi] = None
    kilde: Intern[Tekst | None] = None
    egne: Intern[Egne | None] = None

    delmaal: ClassVar[tuple[str, ...]] = ()
    """It works for none but through its oppdrag."""

    @property
    def beskrivelse(self) -> str | None:
        """What is to be done: what was resolved."""
        return self.vedtakstekst

    @property
    def foerste_aar(self) -> int | None:
        """The year that it was made in, when that is said."""
        return self.dato.year if self.dato else None

    @property
    def trenger_ingen(self) -> bool:
        """It says that it needs no follow-up."""
        return self.oppfoelging is not None


@post
class Vedtaksfil:
    """The whole of `vedtak.yaml`, or of one file in `vedtak/`."""

    kilde: Intern[Tekst | None] = None
    vedtak: Offentlig[tuple[Vedtak, ...]] = ()
    egne: Intern[Egne | None] = None


Oppfulgt = Oppdrag | Vedtak
"""What is delegated, broken down and reported on."""
