"""How references to records are followed, for the rules that check them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from styring.mente import mente
from styring.model.oppdrag import Oppdrag
from styring.model.vedtak import Vedtak
from styring.register.innhold import Register
from styring.rules.regel import Problem
from styring.yamlfile.places import Route

# What a reference can be to: the kind of file it is in, and the records by lower-case id.
_MAAL: dict[str, tuple[str, Callable[[Register], Mapping[str, Any]]]] = {
    "sektor": ("kontakter", lambda register: register.sektor),
    "kontakt": ("kontakter", lambda register: register.kontakt),
    "delmål": ("maal", lambda register: register.delmaal_etter_id),
    "oppdrag": ("oppdrag", lambda register: register.oppdrag_etter_id),
}


def oppfulgte(register: Register) -> Iterator[Oppdrag | Vedtak]:
    """All that is delegated, broken down and reported on."""
    yield from register.oppdrag
    yield from register.vedtak


def id_til(post: Any) -> str:
    """What a record is referred to by."""
    return str(post.kode if hasattr(post, "kode") else post.id)


def ukjent(
    register: Register, hva: str, id_: str | None, post: object, rute: Route
) -> Iterator[Problem]:
    """A problem when no record has this id, or has it in other letters. None refers to nothing.

    While a file of that kind cannot be read there is no telling; its own fault comes first.
    """
    if id_ is None:
        return
    slag, poster = _MAAL[hva][0], _MAAL[hva][1](register)
    funnet = poster.get(id_.lower())
    if funnet is not None:
        if (riktig := id_til(funnet)) != id_:
            yield Problem(post, rute, f"«{id_}» skrives «{riktig}»", f"Skriv «{riktig}».")
    elif register.er_lest(slag) and not register.kjent(slag, id_):
        yield Problem(post, rute, f"ukjent {hva} «{id_}»", _raad(id_, poster, slag))


def _raad(id_: str, poster: Mapping[str, Any], slag: str) -> str:
    finnes = [id_til(post) for post in poster.values()]
    er_faa = len(finnes) <= 12
    ellers = f"Rett den, eller legg den inn i {slag}.yaml."
    return mente(id_, finnes) or (mente(id_, finnes, "Velg blant") if er_faa else None) or ellers
