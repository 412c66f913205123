"""How it is measured whether a delmål is reached."""

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticKnownError

from styring.model.post import Aar, Egne, Intern, Offentlig, Tekst, post
from styring.model.tid import Frist

_STOERST = 10**15
"""What no municipality counts up to; beyond it a float no longer tells one from the next."""
_DESIMALER = 6


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


class Retning(StrEnum):
    """Which way the numbers should go."""

    OPP = "opp"
    NED = "ned"


@post
class Maaling:
    """What was measured, at a time as coarse as the source says."""

    tid: Offentlig[Frist]
    verdi: Offentlig[Tallverdi]
    kilde: Intern[Tekst | None] = None
    egne: Intern[Egne | None] = None


@post
class Indikator:
    """Something that is measured again and again, and which way it should go."""

    navn: Offentlig[Tekst]
    enhet: Offentlig[Tekst]
    retning: Offentlig[Retning]
    maal: Offentlig[Tallverdi | None] = None
    maal_aar: Offentlig[Aar | None] = None
    kilde: Intern[Tekst | None] = None
    maalinger: Offentlig[tuple[Maaling, ...]] = ()
    egne: Intern[Egne | None] = None

    @property
    def nyeste_foerst(self) -> tuple[Maaling, ...]:
        """The measurements, the newest first."""
        return tuple(
            sorted(self.maalinger, key=lambda m: (m.tid.siste_dag, m.tid.foerste_dag), reverse=True)
        )

    @property
    def nyeste(self) -> Maaling | None:
        """The newest measurement."""
        return next(iter(self.nyeste_foerst), None)

    @property
    def endring(self) -> int | float | None:
        """By how much the newest measurement is above the one before; None when there is none."""
        if len(self.maalinger) < 2:
            return None
        nyeste, forrige = (maaling.verdi for maaling in self.nyeste_foerst[:2])
        if isinstance(nyeste, int) and isinstance(forrige, int):
            return nyeste - forrige
        return float(Decimal(str(nyeste)) - Decimal(str(forrige)))  # 98.5 - 95.3 is 3.2

    @property
    def er_rett_vei(self) -> bool | None:
        """The last change went the way it should; None when there was none."""
        return (self.endring > 0) == (self.retning is Retning.OPP) if self.endring else None

    @property
    def er_naadd(self) -> bool | None:
        """The newest measurement is as good as the target; None when one of them is not there."""
        return self.naar_maalet(self.nyeste.verdi) if self.nyeste else None

    def naar_maalet(self, verdi: int | float) -> bool | None:
        """A value is as good as the target; None when there is none."""
        if self.maal is None:
            return None
        return verdi >= self.maal if self.retning is Retning.OPP else verdi <= self.maal
