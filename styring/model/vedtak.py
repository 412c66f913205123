"""Political resolutions that the administration follows up."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, NamedTuple

from pydantic import BeforeValidator, WithJsonSchema

from styring.model.fulgt import Helt
from styring.model.lenke import Lenke, Nettadresse
from styring.model.oppdrag import Delegering, Oppdrag, Oppgave, Rapport
from styring.model.post import Egne, Intern, JaNei, Offentlig, Tekst, post
from styring.model.tid import Dato, Frist
from styring.model.unntatt import UnntattEllerEi


def _som_skrevet(verdi: object) -> object:
    return str(verdi) if type(verdi) is int else verdi


Punkt = Annotated[
    Tekst,
    BeforeValidator(_som_skrevet),
    WithJsonSchema({"type": ["string", "integer"], "minLength": 1}),
]
"""A point of a resolution: its number, or what it is called."""


@post
class Sak:
    """A case that resolutions are made in, perhaps itself a part of a larger one (`sak`)."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    saksnr: Offentlig[Tekst | None] = None
    dato: Offentlig[Dato | None] = None
    organ: Offentlig[Tekst | None] = None
    sak: Offentlig[Tekst | None] = None
    lenke: Offentlig[Nettadresse | None] = None
    egne: Intern[Egne | None] = None


@post
class Behandling:
    """A meeting that a resolution was up in. The last one decides."""

    organ: Offentlig[Tekst]
    dato: Offentlig[Dato | None] = None
    saksnr: Offentlig[Tekst | None] = None
    rolle: Offentlig[Tekst | None] = None
    egne: Intern[Egne | None] = None


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
    type: Offentlig[Tekst]
    sak: Offentlig[Tekst | None] = None
    punkt: Offentlig[Punkt | None] = None
    organ: Offentlig[Tekst | None] = None
    dato: Offentlig[Dato | None] = None
    saksnr: Offentlig[Tekst | None] = None
    behandlinger: Offentlig[tuple[Behandling, ...]] = ()
    forslagsstiller: Offentlig[Tekst | None] = None
    vedtakstekst: Offentlig[Tekst | None] = None
    oppfoelging: Offentlig[Oppfoelging | None] = None
    oppdrag: Offentlig[tuple[Tekst, ...]] = ()
    sektor: Offentlig[Tekst | None] = None
    delansvar: Offentlig[tuple[Tekst, ...]] = ()
    fra: Offentlig[Frist | None] = None
    frist: Offentlig[Frist | None] = None
    loepende: Offentlig[JaNei] = False
    delegering: Offentlig[tuple[Delegering, ...]] = ()
    oppgaver: Intern[tuple[Oppgave, ...]] = ()
    rapporter: Offentlig[tuple[Rapport, ...]] = ()
    tilbakemelding: Offentlig[Tilbakemelding | None] = None
    arkivsak: Offentlig[Tekst | None] = None
    lenker: Offentlig[tuple[Lenke, ...]] = ()
    unntatt: Intern[UnntattEllerEi] = None
    kilde: Intern[Tekst | None] = None
    egne: Intern[Egne | None] = None

    opphav: ClassVar = None
    """It is where other work comes from."""
    delmaal: ClassVar[tuple[str, ...]] = ()
    """It works for none but through its oppdrag."""
    viderefoert_fra: ClassVar = None
    """It is of the day that it was made on, and goes on by itself."""

    @property
    def beskrivelse(self) -> str | None:
        """What is to be done: what was resolved."""
        return self.vedtakstekst

    @property
    def trenger_ingen(self) -> bool:
        """It says that it needs no follow-up."""
        return self.oppfoelging is not None


@post
class Vedtaksfil:
    """The whole of `vedtak.yaml`, or of one file in `vedtak/`."""

    kilde: Intern[Tekst | None] = None
    saker: Offentlig[tuple[Sak, ...]] = ()
    vedtak: Offentlig[tuple[Vedtak, ...]] = ()
    egne: Intern[Egne | None] = None


Oppfulgt = Oppdrag | Vedtak
"""What is delegated, broken down and reported on."""


class Avgjoerelse(NamedTuple):
    """Where, when and in which case something was decided, as far as that is said."""

    organ: str | None = None
    dato: date | None = None
    saksnr: str | None = None


def vedtatt(post: Oppfulgt | Sak, saker: Iterable[Sak]) -> Avgjoerelse:
    """What decided: the last `behandling`, else its own fields, else its sak, the nearest first.

    Each of the three by itself, as papers leave out what they have said. Nothing for an oppdrag.
    """
    moetene = () if isinstance(post, Sak) else post.behandlinger[-1:]
    steder = (*moetene, post, *saker)
    if len(steder) == 1:  # as of nearly all, and asked of each again and again
        return Avgjoerelse(post.organ, post.dato, post.saksnr)
    return Avgjoerelse(
        next((en.organ for en in steder if en.organ), None),
        next((en.dato for en in steder if en.dato), None),
        next((en.saksnr for en in steder if en.saksnr), None),
    )
