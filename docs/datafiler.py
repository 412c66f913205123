"""The page of data files: what their JSON Schemas say of each field."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from docs.markdown import kode, tabell, tekst
from docs.markdown import side as som_side
from styring.jsonskjema import filer, filnavn
from styring.mente import ramse
from styring.model.feltord import ORD
from styring.slag import FILER, SLAG, Filslag, id_til, tittel_til
from styring.slagfelt import hva, viser_til


def _filene(slagene: Iterable[Filslag[Any]]) -> str:
    return ramse(kode(f"{slag.navn}.yaml") for slag in slagene)


_INNLEDNING = f"""\
# Datafiler

En datamappe har alltid {_filene(fil for fil in FILER if fil.paakrevd)}. De andre er der når
kommunen bruker dem. Alle utenom {_filene(fil for fil in FILER if fil.bare_en)} kan også være en
mappe av filer, som `oppdrag/2025.yaml` og `oppdrag/2026.yaml`. Redigeringsprogrammet viser det
samme som står her, når [skjemaene](../hvordan/redigeringsprogram.md) er på plass.

Felt som er merket **må være med**, har hver oppføring. Resten fylles ut når det er noe å skrive, og
utelates ellers.

| Det som står i et felt | Skrives slik |
|---|---|
| tekst | Fritt. Bare siffer, som et saksnummer, settes i anførselstegn. |
| heltall, tall | `12` og `9650.5`, med punktum foran desimalene. |
| dato | `2025-05-31`, år først. |
| tidspunkt | Så grovt som kilden er: `2025-05-31`, `2025-05`, `2025-K2`, `2025-T1` eller `2025`. |
| dag i året | `"30.4."`, i anførselstegn. |
| true eller false | `true` for ja, `false` for nei. |
| liste | `[SOS, TEK]` på én linje, eller et punkt på hver linje bak `-`. |
| egne felt | Hva som helst: kommunens egne nøkler og verdier. |"""


def side() -> str:
    """Every file, with the records and the fields in it."""
    return som_side(_INNLEDNING, *(del_ for slag in FILER for del_ in _fil(slag)))


def poster(slag: Filslag[Any]) -> dict[str, Any]:
    """The schema of each class of records in a kind of file, that of the file itself first."""
    skjema = json.loads(filer([slag])[filnavn(slag)])
    return {slag.klasse.__name__: skjema, **_i_rekkefoelge(skjema, skjema["$defs"])}


def _i_rekkefoelge(skjema: Any, defs: dict[str, Any]) -> dict[str, Any]:
    """The classes of records as a reader comes upon them, one level at a time."""
    funnet: dict[str, Any] = {}
    lag = [skjema]
    while lag:
        navn = [n for over in lag for felt in over["properties"].values() for n in _viser_til(felt)]
        nye = [n for n in dict.fromkeys(navn) if n not in funnet and "properties" in defs[n]]
        funnet |= {n: defs[n] for n in nye}
        lag = [defs[n] for n in nye]
    return funnet


def _fil(slag: Filslag[Any]) -> Iterator[str]:
    sett = {n for foer in FILER[: FILER.index(slag)] for n in poster(foer)}
    yield f"## {slag.navn}.yaml"
    for navn, skjema in poster(slag).items():
        if navn in sett:
            continue
        if navn != slag.klasse.__name__:
            yield f"### {overskrift(navn)} {{ #{anker(navn)} }}"
        yield tekst(hva(navn))
        yield tabell(["Felt", "Hva det er", "Hva som står der"], _felt(skjema))
        yield from _faste_ord(skjema)
        yield from _faste_poster(navn, skjema)


def _felt(skjema: Any) -> Iterator[list[str]]:
    maa = skjema.get("required", [])
    for navn, felt in skjema["properties"].items():
        hva = f"{tekst(felt['description'])}{' **Må være med.**' if navn in maa else ''}"
        yield [kode(navn), type_(felt), hva]


def _faste_poster(klasse: str, skjema: Any) -> Iterator[str]:
    """What a field can refer to that no file has to say."""
    for navn in skjema["properties"]:
        for til in viser_til(klasse, navn):
            if til.faste:
                yield f"{kode(navn)} er ett av disse, eller et som står under {kode(til.liste)}:"
                rader = ([kode(id_til(en)), tekst(tittel_til(en))] for en in til.faste)
                yield tabell(["Ord", "Betyr"], rader)


def _faste_ord(skjema: Any) -> Iterator[str]:
    for navn, felt in skjema["properties"].items():
        for ord_ in _viser_til(felt):
            if ord_ in ORD:
                rader = ([kode(verdi), tekst(hva)] for verdi, hva in ORD[ord_].items())
                yield f"{kode(navn)} er ett av disse ordene:"
                yield tabell(["Ord", "Betyr"], rader)


def type_(felt: Any) -> str:
    """What stands in a field, in words, with a link where it is records."""
    valg = [en for en in felt.get("anyOf", ()) if en.get("type") != "null"]
    if len(valg) > 1:
        return " eller ".join(map(type_, valg))
    for navn in _viser_til(felt):
        if navn in ORD:
            return "fast ord"
        liste = "liste av " if "items" in felt else ""
        return f"{liste}[{overskrift(navn).lower()}](#{anker(navn)})"
    slag = felt.get("type")
    slag = [s for s in (slag if isinstance(slag, list) else [slag]) if s != "null"]
    if slag == ["array"]:
        return f"liste av {type_(felt['items'])}"
    if "patternProperties" in felt:
        return "ett for hvert år"
    if slag == ["string", "integer"]:
        return "tidspunkt" if "pattern" in felt else "tekst eller heltall"
    if slag == ["string"] and felt.get("format") == "date":
        return "dato"
    if slag == ["string"] and "0?[1-9]" in felt.get("pattern", ""):
        return "dag i året"
    return _ORD[slag[0]]


_ORD = {
    "string": "tekst",
    "integer": "heltall",
    "number": "tall",
    "boolean": "true eller false",
    "object": "egne felt",
}


def _viser_til(felt: Any) -> Iterator[str]:
    for del_ in (felt, felt.get("items", {})):
        if "$ref" in del_:
            yield del_["$ref"].rpartition("/")[2]
    for en in felt.get("anyOf", ()):
        yield from _viser_til(en)


def overskrift(klasse: str) -> str:
    """What records of a class are called."""
    return _NAVN.get(klasse, klasse)


def anker(klasse: str) -> str:
    """What the heading of a class is linked to by."""
    return klasse.lower()


_NAVN = {
    **{slag.klassenavn: slag.entall.capitalize() for slag in SLAG},
    "Direktoer": "Direktør",
    "Maaling": "Måling",
}
"""What kinds are called, and parts whose names have letters that code has not."""
