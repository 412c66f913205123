"""What can be saved of a file in which some is broken."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from styring.finding import MANGE, TAK
from styring.model.post import FRA_FIL
from styring.model.unntatt import ligner
from styring.register.datafil import Datafil
from styring.slag import SLAG, Filslag
from styring.yamlfile.places import Route, at


def begynnelsen(adapter: TypeAdapter[Any], raa: Any) -> list[ErrorDetails]:
    """Errors of a file that has too many to be listed: those of the first records and fields."""
    bredde = TAK
    while bredde:
        try:
            adapter.validate_python(_foerste(raa, bredde), context=FRA_FIL)
        except ValidationError as feil:
            if feil.error_count() <= MANGE:
                alle = feil.errors(include_url=False)
                return [en for en in alle if en["type"] != "missing" or _mangler(raa, en["loc"])]
        bredde //= 10
    return []


def _foerste(verdi: Any, bredde: int) -> Any:
    """A copy with no more than the first of each list and mapping, in which a record has room."""
    if isinstance(verdi, dict):
        plass = max(bredde, _ROM)
        return {navn: _foerste(del_, bredde) for navn, del_ in islice(verdi.items(), plass)}
    return [_foerste(del_, bredde) for del_ in verdi[:bredde]] if isinstance(verdi, list) else verdi


_ROM = 100
"""More fields than a record has."""


def _mangler(raa: Any, rute: Route) -> bool:
    return rute[-1] not in (at(raa, rute[:-1]) or ())


def hele_poster(
    fil: Datafil, adapter: TypeAdapter[Any], raa: Any, feilene: Sequence[ErrorDetails]
) -> Datafil:
    """The file without the records that have a fault."""
    raa = _utskrevet(raa)
    oedelagte: set[Route] = set()
    for feil in feilene:
        rute = feil["loc"]
        if post := _post_i(rute, raa, fil.slag):
            oedelagte.add(post)
        elif rute and feil["type"] != "missing" and rute[0] not in fil.slag.lister:
            if ligner(str(rute[0])):  # the whole file was to be kept from the public
                return fil
            raa.pop(rute[0], None)
        else:
            return fil
    kjente: set[str] = set()
    for rute in sorted(oedelagte, reverse=True):  # from the back, so that indexes hold
        liste = at(raa, rute[:-1])
        if liste is not None:
            kjente.update(_id_i(liste.pop(rute[-1])))
    try:
        innhold = adapter.validate_python(raa, context=FRA_FIL)
    except ValidationError:
        return fil
    return fil._replace(
        innhold=innhold, oedelagte=frozenset(oedelagte), kjente_id=frozenset(kjente)
    )


def hele_felt(
    fil: Datafil, adapter: TypeAdapter[Any], raa: Any, feilene: Sequence[ErrorDetails]
) -> Datafil:
    """The file without the fields that have a fault, and without the records that need them.

    What a record must have but lacks is filled in where anything will do (`utfylt`), so that the
    rest of it can be checked.
    """
    raa = _utskrevet(raa)
    utfylt: set[Route] = set()
    for _ in range(_RUNDER):
        for feil in feilene:
            holder = at(raa, feil["loc"][:-1])
            noe = _NOE.get(str(feil["loc"][-1])) if feil["loc"] else None
            if feil["loc"][-3::2] == ("oppgaver", "id"):
                noe = "?"  # it can be given one, and those beside it are checked
            if feil["type"] == "missing" and noe and isinstance(holder, dict):
                holder[feil["loc"][-1]] = noe
                utfylt.add(feil["loc"])
                continue
            rute = _felt_i(feil)
            post = _post_i(feil["loc"], raa, fil.slag)
            er_i_posten = len(rute) > len(post) and (post or rute[0] not in fil.slag.lister)
            if er_i_posten and isinstance(holder := at(raa, rute[:-1]), dict):
                holder.pop(rute[-1], None)
                if rute in fil.riktig:
                    holder[rute[-1]] = fil.riktig[rute]
        try:
            innhold = adapter.validate_python(raa, context=FRA_FIL)
        except ValidationError as feil_igjen:
            feilene = feil_igjen.errors(include_url=False)
        else:
            return fil._replace(innhold=innhold, utfylt=frozenset(utfylt))
    return hele_poster(fil, adapter, raa, feilene)._replace(utfylt=frozenset(utfylt))


_RUNDER = 3
"""A field, the record in a list that needs it, the list: what can go one after another."""
_NOE = {"tittel": "?", "navn": "?", "sektor": "?", "status": "under_arbeid"}
"""Something to stand in a field that must be there, and that no other rule goes by."""


def _felt_i(feil: ErrorDetails) -> Route:
    """The innermost field that an error is in; of what is missing, the field that lacks it."""
    rute = feil["loc"][:-1] if feil["type"] == "missing" else feil["loc"]
    while rute and isinstance(rute[-1], int):
        rute = rute[:-1]
    return rute


def _post_i(rute: Route, raa: Any, slag: Filslag[Any]) -> Route:
    """The innermost record that a route goes through; empty when it goes through none."""
    for lengde in range(len(rute), 1, -1):
        er_i_liste = isinstance(at(raa, rute[: lengde - 1]), list)
        if rute[lengde - 2] in slag.lister and er_i_liste:
            return rute[:lengde]
    return ()


def _utskrevet(verdi: Any) -> Any:
    """A copy in which what YAML's aliases repeat is written out, so that each can lose its own."""
    if isinstance(verdi, dict):
        return {noekkel: _utskrevet(del_) for noekkel, del_ in verdi.items()}
    return [_utskrevet(del_) for del_ in verdi] if isinstance(verdi, list) else verdi


_NOEKLER = {slag.noekkel for slag in SLAG}


def _id_i(post: Any) -> Iterator[str]:
    """The ids that unchecked values give, lower case: of the record and of all inside it."""
    if isinstance(post, dict):
        for noekkel in _NOEKLER:
            if isinstance(post.get(noekkel), str):
                yield post[noekkel].lower()
        post = list(post.values())
    if isinstance(post, list):
        for del_ in post:
            yield from _id_i(del_)
