"""What people report, before it is known which file it goes in."""

from styring.model.oppdrag import Rapportstatus, Vurdering
from styring.model.post import Tekst, feltnavn, post
from styring.model.tid import Dato, Frist


@post
class Innmelding:
    """What a person reports of one oppdrag, vedtak or oppgave."""

    id: Tekst
    status: Rapportstatus | None = None
    vurdering: Vurdering | None = None
    kommentar: Tekst | None = None
    forventet_ferdig: Frist | None = None
    avvik: Tekst | None = None
    tiltak: Tekst | None = None
    periode: Tekst | None = None
    av: Tekst | None = None
    rapportert: Dato | None = None
    """The day of the report that this one is made from, and takes the place of."""


OM = ("id", "periode", "av", "rapportert")
"""The fields that tell which report it is and who reports."""
SAGT = tuple(felt for felt in feltnavn(Innmelding) if felt not in OM)
"""What it says."""
TEKSTER = ("kommentar", "avvik", "tiltak")
"""Those that people write in words of their own."""


@post
class Skjemafil:
    """The whole of a form in which many report at once."""

    rapporter: tuple[Innmelding, ...] = ()
