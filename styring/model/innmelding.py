"""What a person reports, before it stands in a file."""

from styring.model.oppdrag import Rapportstatus, Vurdering
from styring.model.post import Tekst, post
from styring.model.tid import Frist


@post
class Innmelding:
    """What a person reports of one oppdrag or oppgave."""

    id: Tekst
    status: Rapportstatus | None = None
    vurdering: Vurdering | None = None
    kommentar: Tekst | None = None
    forventet_ferdig: Frist | None = None
    avvik: Tekst | None = None
    tiltak: Tekst | None = None
    periode: Tekst | None = None
    av: Tekst | None = None
