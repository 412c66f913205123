"""The page of JSON: the fields of each answer, with the types that they have in real ones."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any, NamedTuple

from docs.datafiler import anker, overskrift
from docs.kjoering import etter, vist
from docs.kommandoer import anker as kommandoanker
from docs.markdown import kode, tabell, tekst
from docs.markdown import side as som_side
from docs.svar import SVAR, Svar
from styring.slag import SLAG, Slag

_INNLEDNING = """\
# JSON

Med `--format json` gir kommandoene det samme som på skjermen, til andre programmer, og med
`--format yaml` det samme som YAML. Hvert felt er alltid med. Nye felt kan komme til, men de som
står her, skifter ikke navn eller innhold uten at det står i endringsloggen.

- Et felt som ikke er fylt ut, er `null`, og en liste som ikke er det, er tom.
- Dager er `"2025-05-31"`. Tidspunkter er som de er skrevet i filen: `"2025-K4"`, `"2025-12"`.
- Ord som `status` er som i filene: `"under_arbeid"`.
- `ansvarlig` er id-en til den som har det nå, og `sektor` er koden.

Feltene i filene er forklart på siden om [datafiler](datafiler.md). Med `--kolonner` kommer bare de
feltene du velger."""

_TYPER = {
    type(None): "null",
    str: "tekst",
    int: "heltall",
    float: "tall",
    bool: "ja/nei",
    dict: "objekt",
}


class Felt(NamedTuple):
    """A field of an answer: the path to it, and what it held."""

    sti: str
    verdier: tuple[Any, ...]


def side() -> str:
    """Every answer, with its fields."""
    laget = (del_ for slag in SLAG if slag.vanlige for del_ in _laget(slag))
    return som_side(_INNLEDNING, *(del_ for svar in SVAR for del_ in _svar(svar)), *laget)


def _laget(slag: Slag[Any]) -> Iterator[str]:
    """What the commands that are made of a kind's description answer."""
    yield f"## styring {slag.navn} list og vis"
    feltene = f"[{overskrift(slag.klassenavn)}](datafiler.md#{anker(slag.klassenavn)})"
    yield f"En liste. Hvert objekt har feltene under {feltene}."


@cache
def svaret(svar: str, foerst: tuple[str, ...] = ()) -> Any:
    """What a command gives of the fictional municipality, perhaps when it has been changed."""
    ord_ = f"{svar} --format json"
    return json.loads(etter(foerst, ord_) if foerst else vist(ord_))


def regnede(svar: Svar) -> list[Felt]:
    """The fields of an answer that are told of here, in order; a record's own are not."""
    poster = svaret(svar.proev, svar.foerst)
    return list(_under("", poster if isinstance(poster, list) else [poster], svar))


def _under(sti: str, poster: list[Any], svar: Svar) -> Iterator[Felt]:
    klasse = svar.klassen(sti)
    kjente = {felt.name for felt in fields(klasse)} if klasse else set()
    for navn in dict.fromkeys(navn for post in poster for navn in post):
        her, verdier = f"{sti}{navn}", tuple(post[navn] for post in poster if navn in post)
        if navn in kjente and her not in svar.ordene:
            continue
        yield Felt(her, verdier)
        if any(kjent.startswith(f"{her}[].") for kjent in svar.ordene):
            yield from _under(f"{her}[].", [post for verdi in verdier for post in verdi], svar)


def type_(felt: Felt, svar: Svar) -> str:
    """What a field can hold, in words."""
    navn = [navn for navn in _typer(felt.verdier) if navn != "null"]
    if "tall" in navn and "heltall" in navn:
        navn.remove("heltall")
    er_valgfri = f"{felt.sti}?" in svar.ord
    assert er_valgfri or None not in felt.verdier, f"{svar.kommando}: {felt.sti} can be null"
    return " eller ".join((*navn, *(["null"] if er_valgfri else [])))


def _typer(verdier: Iterable[Any]) -> list[str]:
    enkle = [_TYPER[type(verdi)] for verdi in verdier if not isinstance(verdi, list)]
    lister = [verdi for verdi in verdier if isinstance(verdi, list)]
    if lister:
        i_listene = " og ".join(_typer([del_ for liste in lister for del_ in liste]))
        enkle.append(f"liste av {i_listene}" if i_listene else "liste")
    return list(dict.fromkeys(enkle))


def _svar(svar: Svar) -> Iterator[str]:
    kommando = svar.kommando.partition(" --")[0]
    lenke = f"[styring {kommando}](kommandoer.md#{kommandoanker(kommando)})"
    yield f"## styring {svar.kommando}{f', {svar.hva}' if svar.hva else ''}"
    er_liste = isinstance(svaret(svar.proev, svar.foerst), list)
    form = "En liste. Hvert objekt har" if er_liste else "Ett objekt. Det har"
    regnet = [
        [kode(felt.sti), type_(felt, svar), tekst(svar.ordene[felt.sti])] for felt in regnede(svar)
    ]
    disse = ["disse feltene"] if regnet else []
    if svar.klasse:
        navn = svar.klasse.__name__
        uten = f" uten {' og '.join(map(kode, svar.uten))}" if svar.uten else ""
        disse.insert(0, f"feltene under [{overskrift(navn)}](datafiler.md#{anker(navn)}){uten}")
    yield f"{form} {', og '.join(disse)}. Kommandoen: {lenke}."
    if regnet:
        yield tabell(["Felt", "Type", "Hva"], regnet)
