"""What is wrong with the fields of records, as findings."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from types import NoneType
from typing import Any, get_args

from pydantic_core import ErrorDetails

from styring.finding import Alvor, Finding
from styring.mente import nearest, ramse, som_lest, valgt
from styring.model.messages import Melding, explain
from styring.model.post import NOEKKEL, noedvendige
from styring.model.tid import RETT, UgyldigTid
from styring.model.unntatt import ligner
from styring.register.datafil import Datafil
from styring.slag import SKJEMA, SLAG, slag_av
from styring.yamlfile.places import Route

_UKJENT = "unexpected_keyword_argument"
_KODER = {
    _UKJENT: "FELT001",
    "missing": "FELT002",
    "enum": "FELT004",
    "value_error": "FELT005",
    "greater_than_equal": "FELT005",
    "less_than_equal": "FELT005",
    "string_too_short": "FELT005",
    "string_pattern_mismatch": "FELT005",
}
_FEIL_SLAG = "FELT003"


def feltfunn(fil: Datafil, feilene: Sequence[ErrorDetails]) -> Iterator[Finding]:
    """A finding for each of Pydantic's errors, at its place in the file.

    A field that is missing because its key is misspelled is one fault, not two.
    """
    ukjente = [feil for feil in feilene if feil["type"] == _UKJENT][:_FORSLAG]
    mangelfulle = {feil["loc"][:-1] for feil in feilene if feil["type"] == "missing"}
    feilstavet = {
        (*feil["loc"][:-1], likest[0])
        for feil in ukjente
        if feil["loc"][:-1] in mangelfulle
        and (likest := nearest(str(feil["loc"][-1]), _noekler(fil, feil)))
    }
    med_forslag = {feil["loc"] for feil in ukjente}
    for feil in feilene:
        if feil["type"] != "missing" or feil["loc"] not in feilstavet:
            yield _funn(fil, feil, foreslaa=feil["loc"] in med_forslag)


_I_POSTEN = 3  # ("oppdrag", 0, "status")
_STAAR_ET_ANNET_STED = {
    "status": "Status står i en rapport, under «rapporter:».",
    "ansvarlig": "Den som har oppdraget nå, står sist under «delegering:».",
    "kommentar": "Kommentaren står i en rapport, under «rapporter:».",
}
_FORSLAG = 200
"""How many unknown keys of a file get a suggestion; finding one takes its time."""


def _funn(fil: Datafil, feil: ErrorDetails, *, foreslaa: bool) -> Finding:
    rute = feil["loc"]
    er_ukjent = feil["type"] == _UKJENT
    om_noekkelen = er_ukjent or rute[-1:] == (NOEKKEL,)
    rute = rute[:-1] if rute[-1:] == (NOEKKEL,) else rute
    ordene = _ordene(fil, feil)
    felt = _noekler(fil, feil) if foreslaa else ()
    sagt = explain(feil, fields=felt, words=[som_lest(ord_) for ord_ in ordene])
    if fil.slag is SKJEMA and isinstance(tiden := feil.get("ctx", {}).get("error"), UgyldigTid):
        sagt = Melding(sagt.melding, tiden.for_folk)
    if ordene and fil.slag is not SKJEMA:
        sagt = _slik_i_filen(feil, ordene, sagt)
    raad = sagt.raad
    if er_ukjent and fil.slag is SKJEMA:
        raad = _i_skjema(rute, _noekler(fil, feil), foreslaa=foreslaa)
    elif er_ukjent and any(slag.foelges_opp for slag in fil.slag.slag) and len(rute) == _I_POSTEN:
        raad = _STAAR_ET_ANNET_STED.get(str(rute[-1]), raad)
    if er_ukjent and raad != "Mente du «unntatt»?" and ligner(str(rute[-1])):
        raad = hold_tilbake(list(_klasser(fil.slag.klasse, rute[:-1])))
    klasse = _klasse_ved(fil.slag.klasse, rute)
    if feil["type"] == "dataclass_type" and (ene := _eneste_noedvendige(klasse)):
        raad = f"Skriv «{ene}: …» på linjen under, med innrykk."
    if feil["type"] == "tuple_type" and is_dataclass(klasse):
        raad = "Begynn hver oppføring med «- » på egen linje, eller skriv [] når det ikke er noen."
    kode = _KODER.get(feil["type"], _FEIL_SLAG)
    return Finding(kode, Alvor.FEIL, sagt.melding, fil.sted(rute, noekkel=om_noekkelen), raad)


def det_rette(fil: Datafil, feilene: Sequence[ErrorDetails]) -> Iterator[tuple[Route, str]]:
    """What should have stood in each field that has a fault with one right answer."""
    for feil in feilene:
        if riktig := getattr(feil.get("ctx", {}).get("error"), "riktig", None):
            yield feil["loc"], riktig
        elif ord_ := valgt(str(feil["input"]), _ordene(fil, feil)):
            yield feil["loc"], ord_


def _ordene(fil: Datafil, feil: ErrorDetails) -> tuple[StrEnum, ...]:
    """The words that can stand where an error is of another; none where it is of anything else."""
    if feil["type"] != "enum":
        return ()
    klasse = _klasse_ved(fil.slag.klasse, feil["loc"][:-1])
    annotering = klasse.__pydantic_fields__[feil["loc"][-1]].annotation
    return tuple(next(slag for slag in (*get_args(annotering), annotering) if slag is not NoneType))


def _slik_i_filen(feil: ErrorDetails, ordene: Sequence[StrEnum], sagt: Melding) -> Melding:
    """The message, with the line to write where the files have a word otherwise than people."""
    ord_, felt = " ".join(str(feil["input"]).split()), feil["loc"][-1]
    if riktig := valgt(ord_, ordene):
        raad = f"Skriv «{felt}: {riktig}», eller rett det med {RETT}."
        return Melding(f"«{ord_}» skrives «{riktig}» her", raad)
    if all(som_lest(riktig) == riktig for riktig in ordene):
        return sagt
    likest = nearest(ord_, map(som_lest, ordene))
    riktig = valgt(likest[0], ordene) if likest else None
    mer = f"Skriv «{felt}: {riktig}»." if riktig else f"{RETT} skriver det slik filen skal ha det."
    return sagt if riktig in likest else Melding(sagt.melding, f"{sagt.raad} {mer}")


def hold_tilbake(klasser: Sequence[type]) -> str:
    """How a record is kept from the public, by its class and those of what it is in, the last its.

    When it cannot be, what can, or what to do instead.
    """
    kan = [slag for klasse in klasser if (slag := slag_av(klasse)) and slag.kan_unntas]
    if not kan:
        de = ramse(slag.flere for slag in SLAG if slag.kan_unntas)
        return f"Bare {de} kan unntas. Ta det ut av filen hvis det ikke er for alle."
    if slag_av(klasser[-1]) is kan[-1]:
        return f"Skriv «unntatt: {{hjemmel: …}}» rett under {kan[-1].den}."
    return f"Det kan ikke holdes tilbake alene her. Skriv «unntatt» rett under {kan[-1].den}."


def _eneste_noedvendige(klasse: Any) -> str | None:
    """The field that a record of a class cannot be without, when there is one such."""
    navn = noedvendige(klasse) if is_dataclass(klasse) else ()
    return navn[0] if len(navn) == 1 else None


def _i_skjema(rute: Route, felt: tuple[str, ...], *, foreslaa: bool) -> str:
    """The way out where a report in a form has a field that is not there."""
    if len(rute) == 1:
        return "Begynn hver rapport med «- » på egen linje."
    likest = nearest(str(rute[-1]), felt) if foreslaa else []
    return f"Mente du «{likest[0]}»?" if likest else f"Feltene er {ramse(felt)}."


def _noekler(fil: Datafil, feil: ErrorDetails) -> tuple[str, ...]:
    """The keys that there are where an error is."""
    klasse = _klasse_ved(fil.slag.klasse, feil["loc"][:-1])
    return tuple(felt.name for felt in fields(klasse)) if is_dataclass(klasse) else ()


def _klasse_ved(klasse: Any, rute: Route) -> Any:
    """The record class at a route, or of the records in a list there; None when there is none."""
    for steg in rute:
        if isinstance(steg, str):
            felt = getattr(klasse, "__pydantic_fields__", {}).get(steg)
            klasse = _postklasse(felt.annotation) if felt else None
    return klasse


def _klasser(klasse: Any, rute: Route) -> Iterator[Any]:
    """The classes of the records on a way, the outermost first."""
    for lengde in range(len(rute) + 1):
        if lengde == 0 or isinstance(rute[lengde - 1], str):
            yield _klasse_ved(klasse, rute[:lengde])


def _postklasse(annotering: Any) -> Any:
    """The record class within `tuple[Post, ...]` or `Post | None`; None when there is none."""
    if is_dataclass(annotering):
        return annotering
    return next((klasse for del_ in get_args(annotering) if (klasse := _postklasse(del_))), None)
