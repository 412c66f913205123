"""How an indikator stands, in words: where it is, which way it goes, what it is to reach."""

from collections.abc import Callable

from styring.model.indikator import Indikator, Maaling, Tall
from styring.model.maal import Delmaal
from styring.model.tid import Frist

_AARSTALL = 4
_FAST = "\u00a0"


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
