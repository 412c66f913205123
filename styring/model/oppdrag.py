"""The year's assignments, and how each is followed up."""

from typing import Any, ClassVar

from styring.model.fastord import Fastord
from styring.model.fulgt import Helt
from styring.model.lenke import Lenke
from styring.model.opphav import Opphav
from styring.model.post import Aar, Egne, Intern, JaNei, Offentlig, Tekst, post
from styring.model.tid import Dato, Frist
from styring.model.unntatt import UnntattEllerEi


class Statusord(Fastord):
    """Where work stands, in a word."""

    @property
    def er_avsluttet(self) -> bool:
        """Nothing more is to be done, so no deadline can be missed."""
        return self.value in ("ferdig", "utgaar")


class Status(Statusord):
    """Where the work stands. The first is never written: it is the lack of a report."""

    IKKE_RAPPORTERT = "ikke_rapportert"
    IKKE_STARTET = "ikke_startet"
    UNDER_ARBEID = "under_arbeid"
    SATT_PAA_VENT = "satt_paa_vent"
    FERDIG = "ferdig"
    UTGAAR = "utgaar"


class Rapportstatus(Statusord):
    """The statuses that a person can report."""

    IKKE_STARTET = "ikke_startet"
    UNDER_ARBEID = "under_arbeid"
    SATT_PAA_VENT = "satt_paa_vent"
    FERDIG = "ferdig"
    UTGAAR = "utgaar"


class Vurdering(Fastord):
    """A person's judgement of how it goes."""

    GROENN = "groenn"
    GUL = "gul"
    ROED = "roed"


@post
class Delegering:
    """A link in the chain: `av` hands the follow-up on to `til`."""

    til: Intern[Tekst]
    av: Intern[Tekst | None] = None
    dato: Offentlig[Dato | None] = None
    fra_sektor: Intern[Tekst | None] = None
    """The sector that had it until then, when it moved with this link."""
    merknad: Intern[Tekst | None] = None
    egne: Intern[Egne | None] = None


@post
class Oppgave:
    """A task that an oppdrag is broken down into."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    ansvarlig: Intern[Tekst | None] = None
    virksomhet: Offentlig[Tekst | None] = None
    fra: Offentlig[Frist | None] = None
    frist: Offentlig[Frist | None] = None
    loepende: Offentlig[JaNei] = False
    status: Offentlig[Rapportstatus | None] = None
    merknad: Intern[Tekst | None] = None
    opphav: Offentlig[Opphav | None] = None
    lenker: Offentlig[tuple[Lenke, ...]] = ()
    unntatt: Intern[UnntattEllerEi] = None
    egne: Intern[Egne | None] = None

    @property
    def staar(self) -> Status:
        """Where it stands; `ikke_rapportert` when nothing is said."""
        return Status(self.status) if self.status else Status.IKKE_RAPPORTERT


@post
class Rapport:
    """What the holder says in a reporting round."""

    periode: Offentlig[Tekst]
    dato: Offentlig[Dato]
    av: Intern[Tekst | None] = None
    status: Offentlig[Rapportstatus]
    vurdering: Offentlig[Vurdering | None] = None
    kommentar: Offentlig[Tekst | None] = None
    forventet_ferdig: Offentlig[Frist | None] = None
    avvik: Offentlig[Tekst | None] = None
    tiltak: Offentlig[Tekst | None] = None
    lenker: Offentlig[tuple[Lenke, ...]] = ()
    egne: Intern[Egne | None] = None


@post
class Oppdrag(Helt):
    """An assignment of the year, delegated to one sector."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    sektor: Offentlig[Tekst]
    viderefoert_fra: Offentlig[Aar | None] = None
    beskrivelse: Offentlig[Tekst | None] = None
    delmaal: Offentlig[tuple[Tekst, ...]] = ()
    delansvar: Offentlig[tuple[Tekst, ...]] = ()
    fra: Offentlig[Frist | None] = None
    frist: Offentlig[Frist | None] = None
    loepende: Offentlig[JaNei] = False
    delegering: Offentlig[tuple[Delegering, ...]] = ()
    oppgaver: Intern[tuple[Oppgave, ...]] = ()
    rapporter: Offentlig[tuple[Rapport, ...]] = ()
    opphav: Offentlig[Opphav | None] = None
    arkivsak: Offentlig[Tekst | None] = None
    lenker: Offentlig[tuple[Lenke, ...]] = ()
    unntatt: Intern[UnntattEllerEi] = None
    kilde: Intern[Tekst | None] = None
    egne: Intern[Egne | None] = None

    kan_ha_maal: ClassVar = True
    trenger_ingen: ClassVar = False
    oppdrag: ClassVar[tuple[str, ...]] = ()
    """It is followed up by itself, and through no others."""
    dato: ClassVar = None
    """It is of a year, and of no day."""
    organ: ClassVar = None
    saksnr: ClassVar = None
    sak: ClassVar = None
    behandlinger: ClassVar[tuple[Any, ...]] = ()
    """The kommunedirektør gave it, and no meeting."""
    tilbakemelding: ClassVar = None
    """Nobody is to have an answer."""


@post
class Oppdragsfil:
    """The whole of `oppdrag.yaml`, or of one file in `oppdrag/`."""

    aar: Offentlig[Aar]
    kilde: Intern[Tekst | None] = None
    oppdrag: Offentlig[tuple[Oppdrag, ...]] = ()
    egne: Intern[Egne | None] = None
