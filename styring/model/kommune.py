"""The municipality itself: what it is called, what it stands for, when its sectors report."""

import re
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field

from styring.model.post import Aar, Egne, Intern, Offentlig, Tekst, post
from styring.model.tid import UgyldigTid
from styring.model.vedtakstype import Vedtakstype


def _dag_i_aaret(tekst: str) -> str:
    form = re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.?", tekst)
    try:
        if form is None:
            raise ValueError
        date(2023, int(form[2]), int(form[1]))
    except ValueError:
        raad = "Skriv dag og måned, for eksempel «30.4.»."
        raise UgyldigTid(f"«{tekst[:40]}» er ikke en dag i året", raad) from None
    return tekst


_SKJEMAFORM = "^(0?[1-9]|[12][0-9]|3[01])\\.(0?[1-9]|1[0-2])\\.?$"
DagIAaret = Annotated[
    str, AfterValidator(_dag_i_aaret), Field(json_schema_extra={"pattern": _SKJEMAFORM})
]
"""A day of any year, as Norwegians write it: `30.4.`"""


def _dagen_i(tekst: str, aar: int) -> date:
    dag, maaned = tekst.rstrip(".").split(".")
    return date(aar, int(maaned), int(dag))


@post
class Kommunenummer:
    """The number in the national register, and the years it holds."""

    nummer: Offentlig[Tekst]
    fra: Offentlig[Aar]
    til: Offentlig[Aar | None] = None
    egne: Intern[Egne | None] = None


@post
class Periode:
    """A reporting round of the year: the state on `per`, due on `frist`."""

    kode: Offentlig[Annotated[Tekst, Field(pattern=r"^[A-ZÆØÅ0-9]+$")]]
    navn: Offentlig[Tekst]
    per: Offentlig[DagIAaret]
    frist: Offentlig[DagIAaret | None] = None
    egne: Intern[Egne | None] = None

    def dag(self, aar: int) -> date:
        """The day in a year that the round tells the state of."""
        return _dagen_i(self.per, aar)

    def fristdag(self, aar: int) -> date | None:
        """The day that reports for a year's round are due, in the next year if that comes first.

        None when the round has no deadline, or one that no calendar reaches.
        """
        if self.frist is None:
            return None
        if (frist := _dagen_i(self.frist, aar)) >= self.dag(aar):
            return frist
        return _dagen_i(self.frist, aar + 1) if aar < date.max.year else None


class Runde(NamedTuple):
    """The reporting round of a year."""

    aar: int
    regler: Periode
    """What it is every year."""

    @property
    def periode(self) -> str:
        """As files write it, such as `2023-T1`."""
        return f"{self.aar}-{self.regler.kode}"

    @property
    def navn(self) -> str:
        """Its name with the year."""
        return f"{self.regler.navn} {self.aar}"

    @property
    def dag(self) -> date:
        """The day that it tells the state of."""
        return self.regler.dag(self.aar)

    @property
    def frist(self) -> date | None:
        """The last day to report, when the municipality has set one."""
        return self.regler.fristdag(self.aar)


def tertialer() -> tuple[Periode, ...]:
    """The rounds of a municipality that has not set its own."""
    return (
        Periode(kode="T1", navn="1. tertial", per="30.4."),
        Periode(kode="T2", navn="2. tertial", per="31.8."),
        Periode(kode="AAR", navn="Årsrapport", per="31.12."),
    )


@post
class Kommune:
    """The whole of `kommune.yaml`."""

    kilde: Intern[Tekst | None] = None
    navn: Offentlig[Tekst | None] = None
    visjon: Offentlig[Tekst | None] = None
    verdier: Offentlig[tuple[Tekst, ...]] = ()
    kommunedirektoer: Offentlig[Tekst | None] = None
    kommunenummer: Offentlig[tuple[Kommunenummer, ...]] = ()
    perioder: Offentlig[tuple[Periode, ...]] = ()
    vedtakstyper: Offentlig[tuple[Vedtakstype, ...]] = ()
    egne: Intern[Egne | None] = None
