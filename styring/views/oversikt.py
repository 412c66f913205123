"""The overview: how many oppdrag, or vedtak, stand how, in rows and in sum."""

from typing import Any

from styring.model.oppdrag import Status
from styring.stand.inndeling import Etter, Rad
from styring.stand.telling import TALL, Opptelling, Telling
from styring.views.visning import Kolonne, Tabell, Verdi

HVA = {
    "oppdrag": Kolonne("oppdrag", "Oppdrag", kort="Ant"),
    "vedtak": Kolonne("vedtak", "Vedtak"),
}
"""What all of them are."""
_KORT = {
    "ikke_rapportert": "Ikke\nrapp.",
    "ikke_startet": "Ikke\nstart",
    "under_arbeid": "Un-\nder\narb.",
    "satt_paa_vent": "På\nvent",
    "ferdig": "Fer-\ndig",
    "utgaar": "Ut-\ngår",
    "forfalt": "For-\nfalt",
    "forsinket": "For-\nsin-\nket",
    "mangler_rapport": "Mang-\nler\nrapp.",
}
TALLKOLONNER = tuple(
    Kolonne(tall, tittel, kort=_KORT[tall], i_stolpe=tall in set(Status))
    for tall, tittel in TALL.items()
)
"""What is counted of them."""
FRAMDRIFT = Kolonne("framdrift", "Ferdig %", kort="Fer-\ndig%")
FOERST = {
    Etter.SEKTOR: Kolonne("sektor", "Sektor", kort="Sek-\ntor"),
    Etter.SATSINGSOMRAADE: Kolonne(
        "satsingsomraade", "Satsingsområde", er_lang=True, kort="Satsings-\nområde"
    ),
    Etter.ANSVARLIG: Kolonne("ansvarlig", "Ansvarlig"),
    Etter.VIRKSOMHET: Kolonne("virksomhet", "Virksomhet"),
}
"""What a row is for each of."""


def oversikt(opptelling: Opptelling) -> Tabell:
    """The counts, a row each and the sum."""
    rader, alle = opptelling.rader, opptelling.alle
    return Tabell(
        (FOERST[opptelling.etter], HVA[alle.hva], *TALLKOLONNER, FRAMDRIFT),
        tuple(_tallrad(rad.vist, telling) for rad, telling in rader.items()),
        lambda: [_raddata(opptelling.etter, rad, telling) for rad, telling in rader.items()],
        sum=_tallrad("Sum", alle),
        stolper=tuple(telling.statuser for telling in (*rader.values(), alle)),
    )


def _tallrad(navn: str, telling: Telling) -> tuple[Verdi, ...]:
    return (navn, *telling.antall().values(), telling.framdrift)


def _raddata(etter: Etter, rad: Rad, telling: Telling) -> dict[str, Any]:
    return {
        etter.value: rad.id,
        "navn": rad.navn,
        **telling.antall(),
        "framdrift": telling.framdrift,
    }
