"""How an indikator stands, in words: where it is, which way it goes, what it is to reach."""

from collections.abc import Callable
from datetime import date, timedelta

from styring.model.indikator import Indikator, Maaling, Retning, Tall
from styring.model.maal import Delmaal, Maalvurdering
from styring.model.tid import Frist
from styring.register.innhold import Register
from styring.stand import runder

_AARSTALL = 4
_GRENSE = {Retning.OPP: "minst ", Retning.NED: "høyst "}
_FAST = "\u00a0"
_AAR = 365
TIDLIGERE = 11
"""How many are told of before the newest, which is a year of months."""


def nyeste(indikator: Indikator) -> Tall | str | None:
    """The newest number; that they are yet to come, when that is said; None without."""
    if indikator.nyeste:
        return Tall(indikator.nyeste.verdi)
    return "under utvikling" if indikator.under_utvikling else None


def siden_sist(indikator: Indikator) -> str | None:
    """The change since the measurement before, as a sign and words: «↑ 3,2, rett vei»."""
    if (endring := indikator.endring) is None:
        return None
    if not endring:
        return "→ uendret"
    return f"{'↑' if endring > 0 else '↓'} {Tall(abs(endring))}{_vei(indikator, endring)}"


def trend(indikator: Indikator) -> str | None:
    """Which way all the measurements go: «øker 1,2 i året, rett vei»; None for too few of them.

    By the month when there is less than a year of them.
    """
    if (stigning := indikator.stigning) is None:
        return None
    dager = [maaling.tid.midt for maaling in indikator.alle_maalinger]
    er_kort = max(dager) - min(dager) < timedelta(days=_AAR)
    tall = Tall(abs(round(stigning / 12, 1) if er_kort else stigning))
    if str(tall) == "0":
        return "står stille"
    ord_ = "øker" if stigning > 0 else "synker"
    return f"{ord_} {tall} i {'måneden' if er_kort else 'året'}{_vei(indikator, stigning)}"


def _vei(indikator: Indikator, endring: float) -> str:
    rett = indikator.rett_vei(endring)
    return "" if rett is None else ", rett vei" if rett else ", feil vei"


def paa_maal(delmaal: Delmaal) -> str | None:
    """How many of a delmål's indikatorer are as good as their targets; None without targets."""
    svar = [i.er_naadd for i in delmaal.indikatorer if i.er_naadd is not None]
    return f"{sum(svar)} av {len(svar)}" if svar else None


def siste_vurdering(register: Register, delmaal: Delmaal) -> Maalvurdering | None:
    """The judgement of a delmål in the newest round that it is judged in."""

    def dag(en: Maalvurdering) -> date:
        return runder.periodedag(register, en.periode) or date.min

    return max(delmaal.vurderinger, key=dag, default=None)


def tidligere(indikator: Indikator, tid: Callable[[Frist], str]) -> str:
    """The last measurements but the newest, the oldest first: «7,9 (2022), 9,1 (2023)»."""
    return ", ".join(
        _med_tid(maaling, tid(maaling.tid))
        for maaling in reversed(indikator.nyeste_foerst[1 : TIDLIGERE + 1])
    )


def _med_tid(maaling: Maaling, tid: str) -> str:
    """On one line where that is a year; what is longer would need too wide a column."""
    return f"{Tall(maaling.verdi)}{' ' if len(tid) > _AARSTALL else _FAST}({tid})"


def maalet(indikator: Indikator) -> str | None:
    """The target, «minst 85 innen 2026, 90 innen 2030»; in words too, when it is so said."""
    tallene = ", ".join(
        f"{Tall(tall)} innen {aar}" if aar else str(Tall(tall))
        for aar, tall in indikator.maalene.items()
    )
    grense = _GRENSE.get(indikator.retning, "") if tallene else ""
    i_ord = indikator.maal_tekst or ""
    return (
        f"{grense}{tallene} ({i_ord})" if tallene and i_ord else f"{grense}{tallene}{i_ord}" or None
    )
