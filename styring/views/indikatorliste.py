"""The indikatorer of a delmål, with where they stand and which way they go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from styring.model.indikator import Indikator, Maaling
from styring.model.maal import Delmaal
from styring.model.tid import Frist
from styring.views.data import som_data
from styring.views.kolonner import Oppsett, felt, oppsett_av
from styring.views.tekstform import vist
from styring.views.visning import Tabell, Tall, Verdi

_AARSTALL = 4
_FAST = "\u00a0"


def tabell(indikatorer: Sequence[Indikator]) -> Tabell:
    """A row an indikator: the newest value, those before, the change since the last, the target."""
    return _OPPSETT.tabell(indikatorer)


def trend(indikator: Indikator) -> str | None:
    """The change since the measurement before, as a sign and words: «↑ 3,2, rett vei».

    It says nothing of the way since the first; so it stands under «Siden sist», beside them all.
    """
    if indikator.endring is None:
        return None
    if indikator.er_rett_vei is None:
        return "→ uendret"
    pil = "↑" if indikator.endring > 0 else "↓"
    vei = "rett vei" if indikator.er_rett_vei else "feil vei"
    return f"{pil} {Tall(abs(indikator.endring))}, {vei}"


def paa_maal(delmaal: Delmaal) -> str | None:
    """How many of a delmål's indikatorer are as good as their targets; None without targets."""
    svar = [i.er_naadd for i in delmaal.indikatorer if i.er_naadd is not None]
    return f"{sum(svar)} av {len(svar)}" if svar else None


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
        "rett_vei": indikator.er_rett_vei,
        "naadd": indikator.er_naadd,
    }


def tidligere(indikator: Indikator, tid: Callable[[Frist], str]) -> str:
    """All measurements but the newest, the oldest first: «7,9 (2022), 9,1 (2023)»."""
    return ", ".join(
        _med_tid(maaling, tid(maaling.tid)) for maaling in reversed(indikator.nyeste_foerst[1:])
    )


def _med_tid(maaling: Maaling, tid: str) -> str:
    """On one line where that is a year; what is longer would need too wide a column."""
    return f"{Tall(maaling.verdi)}{' ' if len(tid) > _AARSTALL else _FAST}({tid})"


def maalet(indikator: Indikator) -> str | None:
    """The target, «minst 90 innen 2027»; None when there is none."""
    if indikator.maal is None:
        return None
    innen = f" innen {indikator.maal_aar}" if indikator.maal_aar else ""
    grense = "minst" if indikator.retning == "opp" else "høyst"
    return f"{grense} {Tall(indikator.maal)}{innen}"


def _naadd(indikator: Indikator) -> Verdi:
    return {True: "ja", False: "nei", None: None}[indikator.er_naadd]


_OPPSETT: Oppsett[Indikator] = oppsett_av(
    felt("navn", "Indikator", er_lang=True),
    felt("enhet", "Enhet"),
    felt("nyeste", "Nyeste", lambda i: Tall(i.nyeste.verdi) if i.nyeste else None),
    felt("tid", "Målt", lambda i: i.nyeste.tid if i.nyeste else None),
    felt("trend", "Siden sist", trend),
    felt("tidligere", "Tidligere", lambda i: tidligere(i, vist) or None, viker=1),
    felt("maal", "Mål", maalet),
    felt("naadd", "Nådd", _naadd),
    data=_data,
)
