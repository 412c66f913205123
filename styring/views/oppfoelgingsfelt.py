"""What oppdrag and vedtak have in common: which of them are meant, and in which columns."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from styring.model.loepetid import loepetid
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.stand import stand
from styring.views.kolonner import Felt, felt
from styring.views.lenkefelt import lenkekolonne
from styring.views.visning import IStedet, Verdi

TRENGER_INGEN = "trenger ingen oppfølging"


def kolonner(
    register: Register, dag: date, egne_bak: Mapping[str, Iterable[Felt[Any]]]
) -> tuple[Felt[Any], ...]:
    """The columns that tell how something is followed up, reckoned on a day.

    Those that a kind has of its own stand behind the one whose key they are given by.
    """

    def fra_rapport(navn: str) -> Any:
        return lambda post: getattr(stand.siste_rapport(register, post), navn, None)

    alle: tuple[Felt[Any], ...] = (
        felt("id", "Id"),
        felt("sektor", "Sektor", viker=2),
        felt(
            "ansvarlig",
            "Ansvarlig",
            lambda p: stand.navn_paa(register, stand.ansvarlig(register, p, dag)),
            kort="Ansv.",
        ),
        felt("status", "Status", lambda p: statusen(register, p)),
        felt("vurdering", "Vurdering", fra_rapport("vurdering")),
        felt("fra", "Fra"),
        felt("frist", "Frist", loepetid),
        felt("loepende", "Løpende", lambda p: _ja(p.loepende)),
        felt("forventet_ferdig", "Forventet", fra_rapport("forventet_ferdig")),
        felt("forfalt", "Forfalt", lambda p: _ja(stand.er_forfalt(register, p, dag))),
        felt("forsinket", "Forsinket", lambda p: _ja(stand.er_forsinket(register, p))),
        felt("delansvar", "Delansvar"),
        felt("oppgaver", "Oppgaver", lambda p: len(p.oppgaver)),
        felt("periode", "Rapport for", fra_rapport("periode")),
        felt("rapportert", "Rapportert", fra_rapport("dato")),
        felt("kommentar", "Kommentar", fra_rapport("kommentar"), er_lang=True),
        felt(
            "mangler_rapport",
            "Mangler rapport",
            lambda p: _ja(stand.mangler_rapport(register, p, dag)),
        ),
        felt("arkivsak", "Arkivsak"),
        felt("kilde", "Kilde", er_lang=True),
        lenkekolonne(),
    )
    return tuple(ny for en in alle for ny in (en, *egne_bak.get(en.noekkel, ())))


def utregnet(register: Register, post: Oppfulgt, dag: date) -> dict[str, Any]:
    """What machines get beside the fields: how it stands, as worked out."""
    return {
        "status": stand.status(register, post).value,
        "ansvarlig": stand.ansvarlig(register, post, dag),
        "forfalt": stand.er_forfalt(register, post, dag),
        "forsinket": stand.er_forsinket(register, post),
        "mangler_rapport": stand.mangler_rapport(register, post, dag),
    }


def statusen(register: Register, post: Oppfulgt) -> Verdi:
    """Where it stands as people read it: by its own reports, or through its oppdrag.

    «gjennom KUL-2025-01: ferdig»
    """
    if post.trenger_ingen:
        return IStedet(TRENGER_INGEN)
    gjennom = stand.gjennom(register, post)
    if not gjennom:
        return stand.status(register, post)
    hver = (f"{oppdrag.id}: {stand.status(register, oppdrag).navn}" for oppdrag in gjennom)
    return IStedet(f"gjennom {', '.join(hver)}")


def _ja(er_sann: bool) -> str | None:
    return "ja" if er_sann else None
