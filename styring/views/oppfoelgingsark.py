"""What the sheets of oppdrag and vedtak have in common."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from styring.model import egnetekst
from styring.model.innmelding import SAGT
from styring.model.loepetid import loepetid
from styring.model.oppdrag import Delegering, Oppgave, Rapport, Status
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.slagfelt import feltord
from styring.stand import stand
from styring.stand.stand import navn_paa
from styring.views import egne
from styring.views.ark import Avsnitt
from styring.views.kolonner import Felt, Oppsett, felt, oppsett_av, unntatt
from styring.views.lenkefelt import lenkefelt, lenkekolonne
from styring.views.oppfoelgingsfelt import statusen
from styring.views.visning import Verdi

Arkfelt = tuple[str, Verdi]
"""What a field is called on a sheet, and what stands in it."""

EGNE: Felt[Any] = felt(
    "egne", "Egne felt", lambda en: egnetekst.som_tekst(en.egne) or None, er_lang=True
)


def hvordan_det_staar(register: Register, post: Oppfulgt, dag: date) -> tuple[Arkfelt, ...]:
    """Who has it, and where it stands on a day."""
    har = navn_paa(register, stand.ansvarlig(register, post, dag))
    return (
        ("Sektor", stand.sektor_med_kode(register, post.sektor) or None),
        ("Delansvar", post.delansvar),
        ("Ansvarlig", har or (None if stand.gjennom(register, post) else "ingen")),
        ("Status", statusen(register, post)),
        ("Frist", loepetid(post)),
        ("Forfalt", "ja" if stand.er_forfalt(register, post, dag) else None),
        ("Forsinket", _forsinket(register, post)),
    )


def oppfoelging(register: Register, post: Oppfulgt) -> Iterator[Avsnitt]:
    """The parts that tell of the follow-up: the chain, the tasks, each report, own fields."""
    yield Avsnitt("Delegering", tabell=_delegering(register).tabell(post.delegering))
    yield Avsnitt("Oppgaver", tabell=_oppgaver(register).tabell(post.oppgaver))
    for rapport in stand.nyeste_foerst(register, post):
        yield Avsnitt(f"Rapport {rapport.periode}", _rapport(register, rapport))
    yield from egne.avsnitt(post.egne)


def _forsinket(register: Register, post: Oppfulgt) -> str | None:
    rapport = stand.siste_rapport(register, post)
    if rapport and rapport.forventet_ferdig and stand.er_forsinket(register, post):
        return f"ja, forventet ferdig {rapport.forventet_ferdig.norsk}"
    return None


def _delegering(register: Register) -> Oppsett[Delegering]:
    return oppsett_av(
        felt("dato", "Dato"),
        felt("av", "Fra", lambda ledd: navn_paa(register, ledd.av)),
        felt("til", "Til", lambda ledd: navn_paa(register, ledd.til)),
        felt("fra_sektor", "Flyttet fra"),
        felt("merknad", "Merknad", er_lang=True),
        EGNE,
    )


def _oppgaver(register: Register) -> Oppsett[Oppgave]:
    return oppsett_av(
        felt("id", "Id"),
        felt("tittel", "Oppgave", er_lang=True),
        felt(
            "ansvarlig",
            "Ansvarlig",
            lambda en: navn_paa(register, _har(register, en)),
            kort="Ansv.",
        ),
        felt("virksomhet", "Virksomhet"),
        felt("status", "Status", lambda en: en.staar),
        felt("frist", "Frist", loepetid),
        felt("merknad", "Merknad", er_lang=True),
        felt("opphav", "Opphav", lambda en: str(en.opphav) if en.opphav else None, er_lang=True),
        lenkekolonne(),
        unntatt(),
        EGNE,
    )


def _har(register: Register, oppgave: Oppgave) -> str | None:
    return oppgave.ansvarlig or stand.lederen(register, oppgave.virksomhet)


def _rapport(register: Register, rapport: Rapport) -> tuple[tuple[str, Verdi], ...]:
    resten = (navn for navn in SAGT if navn != "status")
    return (
        ("Status", Status(rapport.status)),
        *((feltord("Rapport", navn).tittel, getattr(rapport, navn)) for navn in resten),
        ("Rapportert", rapport.dato),
        ("Av", navn_paa(register, rapport.av)),
        *lenkefelt(rapport.lenker),
        *egnetekst.felt(rapport.egne),
    )
