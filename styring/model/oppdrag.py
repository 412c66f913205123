"""The year's assignments, and how each is followed up."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticKnownError

from styring.model.post import FRA_FIL, Aar, Egne, Tekst, post
from styring.model.tid import Dato, Frist


class Status(StrEnum):
    """Where the work stands. The first is never written: it is the lack of a report."""

    IKKE_RAPPORTERT = "ikke_rapportert"
    IKKE_STARTET = "ikke_startet"
    UNDER_ARBEID = "under_arbeid"
    SATT_PAA_VENT = "satt_paa_vent"
    FERDIG = "ferdig"
    UTGAAR = "utgaar"

    @property
    def navn(self) -> str:
        """The status as people read it."""
        return _STATUSNAVN[self]

    @property
    def er_avsluttet(self) -> bool:
        """Nothing more is to be done, so no deadline can be missed."""
        return self in (Status.FERDIG, Status.UTGAAR)


_STATUSNAVN = {
    Status.IKKE_RAPPORTERT: "ikke rapportert",
    Status.IKKE_STARTET: "ikke startet",
    Status.UNDER_ARBEID: "under arbeid",
    Status.SATT_PAA_VENT: "satt på vent",
    Status.FERDIG: "ferdig",
    Status.UTGAAR: "utgår",
}


class Rapportstatus(StrEnum):
    """The statuses that a person can report."""

    IKKE_STARTET = "ikke_startet"
    UNDER_ARBEID = "under_arbeid"
    SATT_PAA_VENT = "satt_paa_vent"
    FERDIG = "ferdig"
    UTGAAR = "utgaar"


class Vurdering(StrEnum):
    """A person's judgement of how it goes."""

    GROENN = "groenn"
    GUL = "gul"
    ROED = "roed"

    @property
    def navn(self) -> str:
        """The judgement as people read it."""
        return {"groenn": "grønn", "gul": "gul", "roed": "rød"}[self]


@post
class Delegering:
    """A link in the chain: `av` hands the follow-up on to `til`."""

    til: Tekst
    av: Tekst | None = None
    dato: Dato | None = None
    merknad: Tekst | None = None
    egne: Egne | None = None


@post
class Oppgave:
    """A task that an oppdrag is broken down into."""

    id: Tekst
    tittel: Tekst
    ansvarlig: Tekst | None = None
    frist: Frist | None = None
    status: Rapportstatus | None = None
    merknad: Tekst | None = None
    egne: Egne | None = None


@post
class Rapport:
    """What the holder says in a reporting round."""

    periode: Tekst
    dato: Dato
    av: Tekst | None = None
    status: Rapportstatus
    vurdering: Vurdering | None = None
    kommentar: Tekst | None = None
    forventet_ferdig: Frist | None = None
    avvik: Tekst | None = None
    tiltak: Tekst | None = None
    egne: Egne | None = None


@post
class Unntatt:
    """Kept from the public, by the law named in `hjemmel`."""

    hjemmel: Tekst
    egne: Egne | None = None


def _ikke_tom(verdi: Any, om: ValidationInfo) -> Any:
    """What stands there. Raises for an empty key in a file, which must not be read as public."""
    if verdi is None and om.context is FRA_FIL:
        raise PydanticKnownError("dataclass_type", {"class_name": "Unntatt"})
    return verdi


UnntattEllerEi = Annotated[Unntatt | None, BeforeValidator(_ikke_tom)]
"""Whether it is kept from the public. None is for a key that is not there."""


@post
class Oppdrag:
    """An assignment of the year, delegated to one sector."""

    id: Tekst
    tittel: Tekst
    sektor: Tekst
    viderefoert_fra: Aar | None = None
    """The first year that it was given for, when that is not the year of its file."""
    beskrivelse: Tekst | None = None
    delmaal: tuple[Tekst, ...] = ()
    delansvar: tuple[Tekst, ...] = ()
    frist: Frist | None = None
    delegering: tuple[Delegering, ...] = ()
    oppgaver: tuple[Oppgave, ...] = ()
    rapporter: tuple[Rapport, ...] = ()
    unntatt: UnntattEllerEi = None
    kilde: Tekst | None = None
    egne: Egne | None = None


@post
class Oppdragsfil:
    """The whole of `oppdrag.yaml`, or of one file in `oppdrag/`."""

    aar: Aar
    kilde: Tekst | None = None
    oppdrag: tuple[Oppdrag, ...] = ()
    egne: Egne | None = None
