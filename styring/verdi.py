"""What the words that people give to commands mean, when they name no record."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from styring.errors import WrongUse
from styring.mente import Bindeord, mente, valgt
from styring.model.oppdrag import Rapportstatus, Status, Vurdering
from styring.model.opphav import Opphavstype
from styring.model.tid import Frist, UgyldigTid, les_dato, les_frist

if TYPE_CHECKING:
    from styring.model.aarshjul import Spor

T = TypeVar("T")
Ord = TypeVar("Ord", bound=str)


def tekst(valget: str, verdi: str | None) -> str | None:
    """Text as it is kept: what is given, without the white space around it.

    Raises WrongUse for text that has nothing in it, or bytes that are no text.
    """
    if verdi is None:
        return None
    if not (ren := verdi.strip()):
        raise WrongUse(f"{valget} er tom")
    try:
        ren.encode()
    except UnicodeEncodeError:  # how Python holds the bytes of an argument that are not UTF-8
        raise WrongUse(f"{valget} har tegn som ikke er gyldig UTF-8") from None
    return ren


def noekler(tekst: str | None) -> tuple[str, ...]:
    """The words of a list with commas."""
    return tuple(del_.strip() for del_ in (tekst or "").split(",") if del_.strip())


def antall(valget: str, tekst: str | None) -> int | None:
    """The number, one or more, that an option gives. Raises WrongUse."""
    if tekst is None:
        return None
    if re.fullmatch("0*[1-9][0-9]{0,8}", tekst.strip()):
        return int(tekst)
    raise WrongUse(f"{valget}: «{tekst[:40]}» er ikke et helt tall over 0", "Skriv for eksempel 5.")


def tall(valget: str, tekst: str) -> int | float:
    """The number that an option gives: «12 500,5», «85.8». Raises WrongUse."""
    ren = (
        re.sub(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9])", "", tekst).replace("−", "-").replace(",", ".")
    )
    if not re.fullmatch(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?", ren):
        raise WrongUse(
            f"{valget}: «{tekst[:40]}» er ikke et tall", "Skriv for eksempel 85 eller 85,5."
        )
    return float(ren) if "." in ren else int(ren)


def aarstall(valget: str, tekst: str | None) -> int | None:
    """The year that an option gives. Raises WrongUse."""
    if tekst is None:
        return None
    if not re.fullmatch("[1-9][0-9]{3}", tekst):
        raad = "Skriv det med fire siffer, for eksempel 2023."
        raise WrongUse(f"{valget}: «{tekst}» er ikke et årstall", raad)
    return int(tekst)


def frist(valget: str, tekst: str | None, aar: int) -> Frist | None:
    """The deadline that an option gives; one that says no year is of `aar`. Raises WrongUse."""
    return None if tekst is None else _tid(valget, tekst, aar, les_frist)


def dato(valget: str, tekst: str | None, aar: int) -> date | None:
    """The day that an option gives; one that says no year is of `aar`. Raises WrongUse."""
    return None if tekst is None else _tid(valget, tekst, aar, les_dato)


def behandling(valget: str, tekst: str, dag: date) -> dict[str, Any]:
    """A meeting as it is written in one line: who, when, in which case, as what. Raises WrongUse.

    The day is what tells it apart: what stands in front is who, commas and all.
    """
    deler = [del_.strip() for del_ in tekst.split(",")]
    for nummer, del_ in enumerate(deler[1:], 1):
        if (organ := ", ".join(deler[:nummer])) and (dagen := _dag(del_, dag.year)):
            saksnr, rolle = (deler[nummer + 1 : nummer + 2] or [""])[0], deler[nummer + 2 :]
            funnet = {"organ": organ, "dato": dagen, "saksnr": saksnr, "rolle": ", ".join(rolle)}
            return {navn: verdi for navn, verdi in funnet.items() if verdi}
    raad = "Skriv organet, dagen, saksnummeret og rollen: «Formannskapet, 26.11.2024, 71/24»."
    raise WrongUse(f"{valget}: «{tekst[:40]}» har ingen dag", raad)


def _dag(tekst: str, aar: int) -> date | None:
    try:
        return dato("", tekst, aar)
    except WrongUse:
        return None


def foer(valget: str, tekst: str | None, dag: date) -> date | None:
    """The day that what is older is from before: «2 år», «6 måneder» before `dag`, or a time.

    Raises WrongUse.
    """
    alder = re.fullmatch(r"([1-9][0-9]{0,2}) ?(år|aar|måneder|måned|mnd)\.?", (tekst or "").strip())
    if alder is None:
        tiden = frist(valget, tekst, dag.year)
        return tiden.foerste_dag if tiden else None
    maaneder = int(alder[1]) * (12 if alder[2] in ("år", "aar") else 1)
    aar, maaned = divmod(dag.year * 12 + dag.month - 1 - maaneder, 12)
    return date(max(aar, date.min.year), maaned + 1, min(dag.day, monthrange(aar, maaned + 1)[1]))


def _tid(valget: str, tekst: str, aar: int, les: Callable[[str], T]) -> T:
    from styring.model.tidsord import som_i_fil

    try:
        return les(som_i_fil(tekst, aar))
    except UgyldigTid as feil:
        raise WrongUse(f"{valget}: {feil}", feil.for_folk) from None


def statuser(soekt: Iterable[str] | None) -> frozenset[Status]:
    """The statuses that words mean, as people write them: «under arbeid». Raises WrongUse."""
    return frozenset(ordet(ord_, Status, "status", "Statusene er") for ord_ in soekt or ())


def rapportstatus(soekt: str) -> Rapportstatus:
    """The status to report that a word means. Raises WrongUse."""
    return ordet(soekt, Rapportstatus, "status", "Statusene er")


def opphav(soekt: str) -> Opphavstype:
    """What work came of, by the word for it. Raises WrongUse."""
    return ordet(soekt, Opphavstype, "opphav", "Det kan være")


def vurdering(soekt: str) -> Vurdering:
    """The judgement that a word means. Raises WrongUse."""
    return ordet(soekt, Vurdering, "vurdering", "Vurderingene er")


def spor(soekt: Iterable[str] | None) -> frozenset[Spor]:
    """The tracks of the year's wheel that words mean. Raises WrongUse."""
    from styring.model.aarshjul import Spor

    return frozenset(ordet(ord_, Spor, "spor", "Sporene er") for ord_ in soekt or ())


def ordet(
    soekt: str, finnes: Iterable[Ord], hva: str, alle_er: str, bindeord: Bindeord = "og"
) -> Ord:
    """The one of some words, such as statuses, that a word means. Raises WrongUse."""
    finnes = list(finnes)
    if (ordet := valgt(soekt, finnes)) is not None:
        return ordet
    raise WrongUse(f"ukjent {hva} «{soekt}»", mente(soekt, finnes, alle_er, bindeord))
