"""How it is measured whether a delmål is reached."""

import math
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import linear_regression
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, PlainValidator, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails, PydanticKnownError

from styring.model.fastord import Fastord
from styring.model.post import NOEKKEL, Aar, Egne, Intern, JaNei, Offentlig, Tekst, post
from styring.model.tid import Frist

_STOERST = 10**15
"""What no municipality counts up to; beyond it a float no longer tells one from the next."""
_DESIMALER = 6
_AARET = 365.25
_TREND = 3
"""At how many times it is measured, at least, when there is a trend."""


def _les_tall(verdi: object) -> object:
    if type(verdi) is not int and type(verdi) is not float:  # True is an int to Python
        raise PydanticKnownError("float_type")
    if not math.isfinite(verdi):
        raise PydanticKnownError("finite_number")
    if abs(verdi) >= _STOERST:
        raise PydanticKnownError("int_parsing_size")
    return verdi


_SKJEMA = {"type": "number", "exclusiveMinimum": -_STOERST, "exclusiveMaximum": _STOERST}
Tallverdi = Annotated[int | float, BeforeValidator(_les_tall), WithJsonSchema(_SKJEMA)]
"""A number as it is written: `12` stays whole."""


@dataclass(frozen=True, slots=True)
class Tall:
    """A number that was measured, whole or decimal."""

    verdi: int | float

    def __str__(self) -> str:
        """The number as Norwegians write it: `12 500,5`, with a space that does not break."""
        tall = f"{round(Decimal(str(self.verdi)), _DESIMALER) + 0:,f}"
        if "." in tall:
            tall = tall.rstrip("0").rstrip(".")
        return tall.replace(",", "\u00a0").replace(".", ",").replace("-", "−")


def _les_maal(verdi: Any) -> Any:
    """A number, or one for each of some years, with what is wrong where it stands."""
    if not isinstance(verdi, dict):
        return _les_tall(verdi)
    if not verdi:
        raise UgyldigMaal("målet mangler år", "Skriv året og tallet som skal nås: «2030: 90».")
    feil: list[InitErrorDetails] = []
    for aar, tall in verdi.items():
        if not re.fullmatch(_AARSTALL, aar):
            galt = UgyldigMaal(f"«{aar}» er ikke et år", "Skriv året med fire siffer: «2030: 90».")
            sted = (aar, NOEKKEL)
            feil.append({"type": "value_error", "loc": sted, "input": aar, "ctx": {"error": galt}})
        try:
            _les_tall(tall)
        except PydanticKnownError as galt:
            feil.append({"type": galt.type, "loc": (aar,), "input": tall})
    if feil:
        raise ValidationError.from_exception_data("maal", feil)
    return verdi


def _desimaler(verdi: int | float) -> int:
    return max(0, -int(Decimal(str(verdi)).as_tuple().exponent))


class UgyldigMaal(ValueError):
    """What is no target; carries the way out."""

    def __init__(self, melding: str, raad: str) -> None:
        super().__init__(melding)
        self.raad = raad


_AARSTALL = "[1-9][0-9]{3}"
_AARSMAAL = {
    "type": "object",
    "patternProperties": {f"^{_AARSTALL}$": _SKJEMA},
    "additionalProperties": False,
    "minProperties": 1,
}
Maaltall = Annotated[
    int | float | dict[str, int | float],
    PlainValidator(_les_maal),
    WithJsonSchema({"anyOf": [_SKJEMA, _AARSMAAL]}),
]
"""The number to reach, or by year those of several: `{2026: 85, 2030: 90}`."""


class Retning(Fastord):
    """Which way the numbers should go; of what is only observed, no way is the right one."""

    OPP = "opp"
    NED = "ned"
    OBSERVASJON = "observasjon"


class Samling(Fastord):
    """How the numbers of parts make that of the whole."""

    SUM = "sum"
    SNITT = "snitt"


@post
class Maaling:
    """What was measured, at a time as coarse as the source says."""

    tid: Offentlig[Frist]
    verdi: Offentlig[Tallverdi]
    kilde: Intern[Tekst | None] = None
    egne: Intern[Egne | None] = None


@post
class Indikatordel:
    """A part of what is measured: a school, a sex, a sector."""

    navn: Offentlig[Tekst]
    sektor: Offentlig[Tekst | None] = None
    maalinger: Offentlig[tuple[Maaling, ...]] = ()
    egne: Intern[Egne | None] = None


@post
class Indikator:
    """Something that is measured again and again, whole or in parts, and which way it should go."""

    navn: Offentlig[Tekst]
    enhet: Offentlig[Tekst]
    retning: Offentlig[Retning]
    maal: Offentlig[Maaltall | None] = None
    maal_aar: Offentlig[Aar | None] = None
    maal_tekst: Offentlig[Tekst | None] = None
    under_utvikling: Offentlig[JaNei] = False
    kilde: Intern[Tekst | None] = None
    maalinger: Offentlig[tuple[Maaling, ...]] = ()
    deler: Offentlig[tuple[Indikatordel, ...]] = ()
    samlet: Offentlig[Samling | None] = None
    egne: Intern[Egne | None] = None

    @property
    def delene(self) -> tuple[Self, ...]:
        """Each part as an indikator of its own, without the target, which is of the whole."""
        ingen: dict[str, Any] = dict.fromkeys(("maal", "maal_aar", "maal_tekst", "samlet"))
        return tuple(
            replace(self, navn=f"{self.navn}: {en.navn}", maalinger=en.maalinger, deler=(), **ingen)
            for en in self.deler
        )

    @property
    def alle_maalinger(self) -> tuple[Maaling, ...]:
        """Those of the whole: as measured, or those of the times that every part is measured for.

        Parts are put together only where `samlet` says how.
        """
        if self.maalinger or self.samlet is None:
            return self.maalinger
        delt = [{m.tid.dagene: m for m in del_.maalinger} for del_ in self.deler]
        felles = [dager for dager in delt[0] if all(dager in en for en in delt)] if delt else []
        return tuple(
            replace(delt[0][dager], verdi=self._samlet([en[dager].verdi for en in delt]))
            for dager in felles
        )

    def _samlet(self, verdier: list[int | float]) -> int | float:
        sum_ = sum(Decimal(str(verdi)) for verdi in verdier)
        hele = sum_ / len(verdier) if self.samlet is Samling.SNITT else sum_
        return int(hele) if hele == int(hele) else float(hele)

    @property
    def nyeste_foerst(self) -> tuple[Maaling, ...]:
        """The measurements of the whole, the newest first."""
        return tuple(
            sorted(
                self.alle_maalinger,
                key=lambda m: (m.tid.siste_dag, m.tid.foerste_dag),
                reverse=True,
            )
        )

    @property
    def nyeste(self) -> Maaling | None:
        """The newest measurement."""
        return next(iter(self.nyeste_foerst), None)

    @property
    def endring(self) -> int | float | None:
        """By how much the newest measurement is above the one before; None when there is none."""
        if len(self.nyeste_foerst) < 2:
            return None
        nyeste, forrige = (maaling.verdi for maaling in self.nyeste_foerst[:2])
        if isinstance(nyeste, int) and isinstance(forrige, int):
            return nyeste - forrige
        return float(Decimal(str(nyeste)) - Decimal(str(forrige)))  # 98.5 - 95.3 is 3.2

    @property
    def stigning(self) -> float | None:
        """By how much the numbers rise in a year, along the line nearest to them all.

        As exact as the numbers, and a digit more. None for fewer than three times, which are no
        trend.
        """
        maalinger = self.alle_maalinger
        aar = [maaling.tid.midt.toordinal() / _AARET for maaling in maalinger]
        if len({*aar}) < _TREND:
            return None
        verdier = [maaling.verdi for maaling in maalinger]
        return round(linear_regression(aar, verdier).slope, max(map(_desimaler, verdier)) + 1)

    def rett_vei(self, endring: float | None) -> bool | None:
        """A change goes the way it should; None for none, and where no way is the right one."""
        if not endring or self.retning is Retning.OBSERVASJON:
            return None
        return (endring > 0) == (self.retning is Retning.OPP)

    @property
    def er_rett_vei(self) -> bool | None:
        """The last change went the way it should; None when there was none, or no right one."""
        return self.rett_vei(self.endring)

    @property
    def maalene(self) -> dict[int | None, int | float]:
        """The numbers to reach by their years, the first first; None where no year is said."""
        if self.maal is None:
            return {}
        if isinstance(self.maal, dict):
            return {int(aar): tall for aar, tall in sorted(self.maal.items())}
        return {self.maal_aar: self.maal}

    @property
    def er_naadd(self) -> bool | None:
        """The newest measurement is as good as the target for its year; None without one of them.

        Between the years that have a target, the next one holds; after them all, the last.
        """
        if not (nyeste := self.nyeste):
            return None
        return self.naar_maalet(nyeste.verdi, nyeste.tid.siste_dag.year)

    def naar_maalet(self, verdi: int | float, aar: int) -> bool | None:
        """A value is as good as the target for a year; None when there is none."""
        if not self.maalene or self.retning is Retning.OBSERVASJON:
            return None
        *_, siste = self.maalene.values()
        maalet = next((m for til, m in self.maalene.items() if til and til >= aar), siste)
        return verdi >= maalet if self.retning is Retning.OPP else verdi <= maalet
