"""All of one oppdrag."""

from datetime import date

from styring.model.oppdrag import Oppdrag
from styring.model.unntatt import hjemmel
from styring.register.innhold import Register
from styring.stand.arbeid import maallinjer
from styring.views.ark import Ark, Avsnitt, ark_av
from styring.views.lenkefelt import lenkefelt
from styring.views.maalliste import nivaaer
from styring.views.oppdragsliste import data
from styring.views.oppfoelgingsark import hvordan_det_staar, oppfoelging
from styring.views.visning import Verdi


def ark(register: Register, oppdrag: Oppdrag, dag: date) -> Ark:
    """All there is to say of an oppdrag: the goals above it, who has it, the tasks, the reports."""
    om = (
        *hvordan_det_staar(register, oppdrag, dag),
        ("Videreført fra", oppdrag.viderefoert_fra),
        ("Beskrivelse", oppdrag.beskrivelse),
        ("Unntatt", hjemmel(oppdrag)),
        ("Opphav", str(oppdrag.opphav) if oppdrag.opphav else None),
        ("Arkivsak", oppdrag.arkivsak),
        ("Kilde", oppdrag.kilde),
        *lenkefelt(oppdrag.lenker),
    )
    avsnitt = (
        Avsnitt(None, om),
        *(Avsnitt("Mål", _maal_over(register, id_)) for id_ in oppdrag.delmaal),
        *oppfoelging(register, oppdrag),
    )
    return ark_av(oppdrag.id, oppdrag.tittel, avsnitt, lambda: data(register, oppdrag, dag))


def _maal_over(register: Register, id_: str) -> tuple[tuple[str, Verdi], ...]:
    veier = (linje.vei for linje in maallinjer(register) if linje.delmaal.id == id_)
    return nivaaer(next(veier, ())) or (("Delmål", id_),)
