"""Days and deadlines, as coarse as the source says them."""

import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

DELER = {"H": (2, "halvår"), "K": (4, "kvartal"), "T": (3, "tertial")}
"""The parts of a year, by the letters they are written by: how many, and what one is called."""

_FRISTRAAD = "Skriv for eksempel 2023-12-31, 2023-06, 2023-K4, 2023-T2, 2023-H1 eller 2023."
RETT = "«styring valider --rett»"
_DATORAAD = "Skriv den som 2023-05-31 (år-måned-dag)."
_FOR_FOLK = {
    _FRISTRAAD: "Skriv for eksempel 31.12.2023, juni 2023, 4. kvartal 2023 eller 2023.",
    _DATORAAD: "Skriv den for eksempel som 31.05.2023 eller 31. mai 2023.",
}
"""What to write elsewhere than in the files."""
_DEL = "|".join(f"{bokstav}[1-{antall}]" for bokstav, (antall, _) in DELER.items())
_FORM = re.compile(rf"([1-9][0-9]{{3}})(?:-([0-9]{{2}})(?:-([0-9]{{2}}))?|-({_DEL}))?")

_SKJEMAFORM = f"[1-9][0-9]{{3}}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-({_DEL}))?"
"""The same without days that no month has, for JSON Schema."""


class UgyldigTid(ValueError):
    """Text that is no day or deadline; carries the way out."""

    def __init__(self, melding: str, raad: str, riktig: str | None = None) -> None:
        super().__init__(melding)
        self.raad = raad
        self.riktig = riktig
        """What should have stood there, where it has one reading as people write."""

    @property
    def for_folk(self) -> str:
        """The way out elsewhere than in the files."""
        return _FOR_FOLK.get(self.raad, self.raad)


@dataclass(frozen=True, slots=True)
class Frist:
    """A deadline: a day, month, quarter (K1-K4), tertial (T1-T3), half (H1, H2) or year.

    `tekst` is as written; the days are the first and the last that it covers.
    """

    tekst: str
    foerste_dag: date
    siste_dag: date

    def __str__(self) -> str:
        return self.tekst

    @property
    def dagene(self) -> tuple[date, date]:
        """The first and the last day; the same for the same time, however it is written."""
        return self.foerste_dag, self.siste_dag

    @property
    def midt(self) -> date:
        """The day in the middle."""
        return self.foerste_dag + (self.siste_dag - self.foerste_dag) // 2

    @property
    def norsk(self) -> str:
        """The day as Norwegians write it, 31.05.2023; what is coarser as written."""
        er_dag = self.foerste_dag == self.siste_dag
        return f"{self.siste_dag:%d.%m.%Y}" if er_dag else self.tekst

    @property
    def del_av_aaret(self) -> str | None:
        """Which part of its year it is, `4. kvartal`; None when it is no such part."""
        _, navn = DELER.get(self.tekst[5:6], (0, None))
        return f"{self.tekst[6:]}. {navn}" if navn else None

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            les_frist,
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _: Any, __: Any) -> dict[str, Any]:
        return {
            "type": ["string", "integer"],
            "pattern": f"^{_SKJEMAFORM}$",
            "minimum": 1000,
            "maximum": 9999,
        }


@dataclass(frozen=True, slots=True)
class Tidsrom:
    """When something happens: at a time, or from one time to another, each as it is written."""

    tid: Frist
    til: Frist | None = None

    @property
    def foerste_dag(self) -> date:
        """The first day that it may be on."""
        return self.tid.foerste_dag

    @property
    def siste_dag(self) -> date:
        """The last day that it may be on; an end before the beginning counts as none."""
        if self.til is None or self.til.siste_dag < self.tid.foerste_dag:
            return self.tid.siste_dag
        return self.til.siste_dag

    def er_i(self, aar: int) -> bool:
        """Some of it is within a year."""
        return self.overlapper(date(aar, 1, 1), date(aar, 12, 31))

    def overlapper(self, fra: date, til: date) -> bool:
        """Some of it is within these days, both counted in."""
        return self.foerste_dag <= til and self.siste_dag >= fra


def les_frist(verdi: object) -> Frist:
    """The deadline that text such as `2023-12-31`, `2023-06`, `2023-K4` or `2023` is.

    A deadline is itself. Raises UgyldigTid.
    """
    if isinstance(verdi, Frist):
        return verdi
    if isinstance(verdi, str) or type(verdi) is int:
        return _lest_frist(str(verdi))
    raise UgyldigTid(f"{_sitert(verdi)} er ikke en gyldig frist", _FRISTRAAD)


def les_dato(verdi: object) -> date:
    """The day that text of the form `2023-02-01` is. A day is itself. Raises UgyldigTid."""
    if type(verdi) is date:
        return verdi
    if isinstance(verdi, str):
        return _lest_dato(verdi)
    raise UgyldigTid(f"{_sitert(verdi)} er ikke en gyldig dato", _DATORAAD)


@lru_cache(maxsize=4096)
def _lest_frist(tekst: str) -> Frist:
    form = _FORM.fullmatch(tekst)
    if form is None:
        raise _ugyldig(tekst, "frist", _FRISTRAAD, _lest_frist)
    aar, maaned, dag = (int(del_) if del_ else 0 for del_ in form.groups()[:3])
    if form[3]:
        dagen = _dag(tekst, aar, maaned, dag)
        return Frist(tekst, dagen, dagen)
    if form[2]:
        foerste, siste = maaned, maaned
    elif form[4]:
        lengde, nummer = 12 // DELER[form[4][0]][0], int(form[4][1])
        foerste, siste = lengde * (nummer - 1) + 1, lengde * nummer
    else:
        foerste, siste = 1, 12
    fra = _dag(tekst, aar, foerste, 1)
    return Frist(tekst, fra, date(aar, siste, monthrange(aar, siste)[1]))


@lru_cache(maxsize=4096)
def _lest_dato(tekst: str) -> date:
    form = _FORM.fullmatch(tekst)
    if form is None or not form[3]:
        raise _ugyldig(tekst, "dato", _DATORAAD, _lest_dato)
    return _dag(tekst, int(form[1]), int(form[2]), int(form[3]))


Dato = Annotated[date, BeforeValidator(les_dato)]


def _dag(tekst: str, aar: int, maaned: int, dag: int) -> date:
    try:
        return date(aar, maaned, dag)
    except ValueError:
        raad = "Se etter i kalenderen: dagen eller måneden finnes ikke."
        raise UgyldigTid(f"«{tekst}» er ikke en dag i kalenderen", raad) from None


def _ugyldig(tekst: str, hva: str, raad: str, les: Callable[[str], object]) -> UgyldigTid:
    """That text is no such time, with what the files would have where people would understand."""
    from styring.model.tidsord import dagnummer, lesninger, som_i_fil

    if to := lesninger(tekst):
        melding = f"{_sitert(tekst)} kan være både {to[0]} og {to[1]}"
        return UgyldigTid(melding, "Skriv den dagen det er.")
    if dag := dagnummer(tekst):
        raad = f"Det ser ut som {dag:%d.%m.%Y} slik Excel teller dager. Skriv dagen som en dato."
        return UgyldigTid(f"{_sitert(tekst)} er ikke en gyldig {hva}", raad)
    melding, riktig = f"{_sitert(tekst)} er ikke en gyldig {hva}", som_i_fil(tekst)
    if riktig != tekst:
        with suppress(UgyldigTid):
            les(riktig)
            return UgyldigTid(melding, f"Skriv {riktig}, eller rett det med {RETT}.", riktig)
    return UgyldigTid(melding, raad)


def _sitert(verdi: object) -> str:
    return f"«{str(verdi)[:40]}»" if isinstance(verdi, str | int | float) else "dette"
