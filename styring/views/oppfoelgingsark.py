"""What the sheets of oppdrag and vedtak have in common."""

from __future__ import annotations

from datetime import date

from styring.model import egnetekst
from styring.model.oppdrag import Rapport, Status
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.stand import stand
from styring.stand.stand import navn_paa
from styring.views import egne
from styring.views.ark import Avsnitt
from styring.views.data import som_data
from styring.views.oppfoelgingsfelt import statusen
from styring.views.visning import Kolonne, Tabell, Verdi

Arkfelt = tuple[str, Verdi]
"""What a field is called on a sheet, and what stands in it."""

_EGNE = Kolonne("egne", "Egne felt", er_lang=True)


def hvordan_det_staar(register: Register, post: Oppfulgt, dag: date) -> tuple[Arkfelt, ...]:
    """Who has it, and where it stands on a day."""
    sektor = register.sektor.get((post.sektor or "").lower())
    har = navn_paa(register, stand.ansvarlig(register, post, dag))
    return (
        ("Sektor", f"{sektor.navn} ({sektor.kode})" if sektor else post.sektor),
        ("Delansvar", post.delansvar),
        ("Ansvarlig", har or (None if stand.gjennom(register, post) else "ingen")),
        ("Status", statusen(register, post)),
        ("Frist", post.frist),
        ("Forfalt", "ja" if stand.er_forfalt(register, post, dag) else None),
        ("Forsinket", _forsinket(register, post)),
    )


def oppfoelging(register: Register, post: Oppfulgt) -> list[Avsnitt]:
    """The parts that tell of the follow-up: the chain, the tasks, each report, own fields."""
    avsnitt = []
    if post.delegering:
        avsnitt.append(Avsnitt("Delegering", tabell=_delegering(register, post)))
    if post.oppgaver:
        avsnitt.append(Avsnitt("Oppgaver", tabell=_oppgaver(register, post)))
    avsnitt.extend(
        Avsnitt(f"Rapport {rapport.periode}", _rapport(register, rapport))
        for rapport in stand.nyeste_foerst(register, post)
    )
    return [*avsnitt, *egne.avsnitt(post.egne)]


def _forsinket(register: Register, post: Oppfulgt) -> str | None:
    rapport = stand.siste_rapport(register, post)
    if rapport and rapport.forventet_ferdig and stand.er_forsinket(register, post):
        return f"ja, forventet ferdig {rapport.forventet_ferdig.norsk}"
    return None


def utfylt(*felt: Arkfelt) -> tuple[Arkfelt, ...]:
    """The fields that something stands in."""
    return tuple((navn, verdi) for navn, verdi in felt if verdi not in (None, ()))


def _delegering(register: Register, post: Oppfulgt) -> Tabell:
    kolonner = (
        Kolonne("dato", "Dato"),
        Kolonne("av", "Fra"),
        Kolonne("til", "Til"),
        Kolonne("merknad", "Merknad", er_lang=True),
        _EGNE,
    )
    return Tabell(
        kolonner,
        tuple(
            (
                ledd.dato,
                navn_paa(register, ledd.av),
                navn_paa(register, ledd.til),
                ledd.merknad,
                egnetekst.som_tekst(ledd.egne) or None,
            )
            for ledd in post.delegering
        ),
        lambda: som_data(post.delegering),
    )


def _oppgaver(register: Register, post: Oppfulgt) -> Tabell:
    kolonner = (
        Kolonne("id", "Id"),
        Kolonne("tittel", "Oppgave", er_lang=True),
        Kolonne("ansvarlig", "Ansvarlig", kort="Ansv."),
        Kolonne("status", "Status"),
        Kolonne("frist", "Frist"),
        Kolonne("merknad", "Merknad", er_lang=True),
        Kolonne("unntatt", "Unntatt"),
        _EGNE,
    )
    return Tabell(
        kolonner,
        tuple(
            (
                oppgave.id,
                oppgave.tittel,
                navn_paa(register, oppgave.ansvarlig),
                oppgave.staar,
                oppgave.frist,
                oppgave.merknad,
                oppgave.unntatt.hjemmel if oppgave.unntatt else None,
                egnetekst.som_tekst(oppgave.egne) or None,
            )
            for oppgave in post.oppgaver
        ),
        lambda: som_data(post.oppgaver),
    )


def _rapport(register: Register, rapport: Rapport) -> tuple[tuple[str, Verdi], ...]:
    return utfylt(
        ("Status", Status(rapport.status)),
        ("Vurdering", rapport.vurdering),
        ("Kommentar", rapport.kommentar),
        ("Forventet ferdig", rapport.forventet_ferdig),
        ("Avvik", rapport.avvik),
        ("Tiltak", rapport.tiltak),
        ("Rapportert", rapport.dato),
        ("Av", navn_paa(register, rapport.av)),
        *egnetekst.felt(rapport.egne),
    )
