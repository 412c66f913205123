"""The indikatorer of a delmål, with where they stand and which way they go."""

from collections.abc import Sequence
from typing import Any

from styring.model.indikator import Indikator
from styring.model.maal import Delmaal
from styring.stand.maaling import maalet, nyeste, siden_sist, tidligere, trend
from styring.views.data import som_data
from styring.views.kolonner import Oppsett, felt, oppsett_av
from styring.views.tekstform import vist
from styring.views.visning import Tabell, Verdi


def tabell(indikatorer: Sequence[Indikator]) -> Tabell:
    """A row an indikator, and one for each part of it below it.

    The newest value, those before, the change since the last, the trend of them all, the target.
    """
    return _OPPSETT.tabell([en for hel in indikatorer for en in (hel, *hel.delene)])


def data(delmaal: Delmaal) -> dict[str, Any]:
    """A delmål as data, with what is worked out of its indikatorer."""
    hele: dict[str, Any] = som_data(delmaal)
    hele["indikatorer"] = [_data(indikator) for indikator in delmaal.indikatorer]
    return hele


def _data(indikator: Indikator) -> dict[str, Any]:
    som_skrevet: dict[str, Any] = som_data(indikator)
    return som_skrevet | {
        "nyeste": som_data(indikator.nyeste),
        "forrige": som_data(next(iter(indikator.nyeste_foerst[1:]), None)),
        "endring": indikator.endring,
        "stigning": indikator.stigning,
        "rett_vei": indikator.er_rett_vei,
        "naadd": indikator.er_naadd,
    }


def _naadd(indikator: Indikator) -> Verdi:
    return {True: "ja", False: "nei", None: None}[indikator.er_naadd]


_OPPSETT: Oppsett[Indikator] = oppsett_av(
    felt("navn", "Indikator", er_lang=True),
    felt("enhet", "Enhet"),
    felt("nyeste", "Nyeste", nyeste),
    felt("tid", "Målt", lambda i: i.nyeste.tid if i.nyeste else None),
    felt("siden_sist", "Siden sist", siden_sist),
    felt("trend", "Over tid", trend, viker=1),
    felt("tidligere", "Tidligere", lambda i: tidligere(i, vist) or None, viker=1),
    felt("maal", "Mål", maalet),
    felt("naadd", "Nådd", _naadd),
    data=_data,
)
