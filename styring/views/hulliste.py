"""The gaps in the red thread as a table, and summed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from styring.mente import opptalt
from styring.stand.hull import Hull
from styring.views.data import som_data
from styring.views.kolonner import Oppsett, felt, oppsett_av
from styring.views.visning import Tabell

_SLAG = {
    "delmaal_uten_oppdrag": ("delmål uten oppdrag", "delmål uten oppdrag"),
    "ansvar_uten_oppdrag": ("ansvar uten oppdrag", "ansvar uten oppdrag"),
    "oppdrag_uten_delmaal": ("oppdrag uten delmål", "oppdrag uten delmål"),
    "vedtak_uten_oppfoelging": ("vedtak uten oppfølging", "vedtak uten oppfølging"),
    "oppgave_etter_oppdraget": ("oppgave etter oppdraget", "oppgaver etter oppdraget"),
}
"""The kinds of gaps in the order they are told, each as people say one of them and several."""


def oppsummering(alle: Sequence[Hull]) -> str:
    """How many there are, and of each kind: «2 hull: 1 delmål uten oppdrag, 1 …»."""
    antall = Counter(hull.slag for hull in alle)
    return f"{len(alle)} hull: {opptalt(antall, _SLAG)}."


def tabell(alle: Sequence[Hull]) -> Tabell:
    """The gaps as a table."""
    oppsett: Oppsett[Hull] = oppsett_av(
        felt("hull", "Hull", lambda hull: _SLAG[hull.slag][0]),
        felt("id", "Id", lambda hull: hull.id),
        felt("tittel", "Tittel", lambda hull: hull.tittel, er_lang=True),
        felt("hvem", "Hvem", lambda hull: hull.hvem),
        felt("rettes_med", "Rettes med", lambda hull: hull.rettes_med, er_lang=True),
        data=_data,
    )
    return oppsett.tabell(alle)


def _data(hull: Hull) -> dict[str, Any]:
    return {"hull": hull.slag, **dict(zip(hull._fields[1:], som_data(hull[1:]), strict=True))}
