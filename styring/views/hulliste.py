"""The gaps in the red thread as a table, and summed up."""

from collections import Counter
from collections.abc import Sequence

from styring.mente import opptalt
from styring.stand.hull import Hull
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
_RETTES_MED = {
    "delmaal_uten_oppdrag": "styring oppdrag knytt ID --delmaal {0.id}",
    "ansvar_uten_oppdrag": "styring oppdrag knytt ID --delmaal {0.id}",
    "oppdrag_uten_delmaal": "styring oppdrag knytt {0.id} --delmaal ID",
    "vedtak_uten_oppfoelging": "styring vedtak deleger {0.id} --til KONTAKT",
    "oppgave_etter_oppdraget": "styring oppdrag endre {0.id} --frist {0.hele.frist}",
}
"""The command that mends one, with what it is in."""


def oppsummering(alle: Sequence[Hull]) -> str:
    """How many there are, and of each kind: «2 hull: 1 delmål uten oppdrag, 1 …»."""
    antall = Counter(hull.slag for hull in alle)
    return f"{len(alle)} hull: {opptalt(antall, _SLAG)}."


def tabell(alle: Sequence[Hull]) -> Tabell:
    """The gaps as a table."""
    oppsett: Oppsett[Hull] = oppsett_av(
        felt("hull", "Hull", lambda hull: _SLAG[hull.slag][0], data=lambda hull: hull.slag),
        felt("id", "Id", lambda hull: hull.post.id),
        felt("tittel", "Tittel", lambda hull: hull.post.tittel, er_lang=True),
        felt("hvem", "Hvem"),
        felt(
            "rettes_med",
            "Rettes med",
            lambda hull: _RETTES_MED[hull.slag].format(hull.post),
            er_lang=True,
        ),
    )
    return oppsett.tabell(alle)
