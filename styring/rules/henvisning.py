"""How references to records are followed, for the rules that check them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from styring.mente import mente, ramse
from styring.register.innhold import Register

# What a reference can be to: the kind of file it is in, and the records by lower-case id.
_MAAL: dict[str, tuple[str, Callable[[Register], Mapping[str, Any]]]] = {
    "sektor": ("kontakter", lambda register: register.sektor),
    "kontakt": ("kontakter", lambda register: register.kontakt),
    "delmål": ("maal", lambda register: register.delmaal_etter_id),
    "oppdrag": ("oppdrag", lambda register: register.oppdrag_etter_id),
}


def id_til(post: Any) -> str:
    """What a record is referred to by."""
    return str(post.kode if hasattr(post, "kode") else post.id)


Feil = tuple[str, str, str | None]
"""What is wrong with a reference, the way out, and the id as it should be when that is certain."""


def henvisning(register: Register, hva: str) -> Callable[[str | None], Feil | None]:
    """A function that says what is wrong with an id as a reference to a sektor, kontakt and so on.

    It gives None when a record has this very id, and for None, which refers to nothing. While a
    file of that kind cannot be read there is no telling; its own fault comes first.
    """
    slag, poster = _MAAL[hva][0], _MAAL[hva][1](register)
    er_lest, oedelagte = register.er_lest(slag), register.kjente_id(slag)

    @cache  # the same few ids are asked for again and again
    def feil(id_: str | None) -> Feil | None:
        if id_ is None:
            return None
        funnet = poster.get(id_.lower())
        if funnet is not None:
            riktig = id_til(funnet)
            if riktig == id_:
                return None
            return f"«{id_}» skrives «{riktig}»", f"Skriv «{riktig}».", riktig
        if hva == "delmål" and id_.lower() in register.maal_etter_id:
            under = [delmaal.id for delmaal in register.delmaal if delmaal.id.startswith(id_)]
            raad = f"Velg blant {ramse(under)}." if under else "Velg et delmål under det."
            return f"«{id_}» er ikke et delmål", raad, None
        if er_lest and id_.lower() not in oedelagte:
            return f"ukjent {hva} «{id_}»", _raad(id_, poster, slag), None
        return None

    return feil


def _raad(id_: str, poster: Mapping[str, Any], slag: str) -> str:
    finnes = [id_til(post) for post in poster.values()]
    er_faa = len(finnes) <= 12
    ellers = f"Rett den, eller legg den inn i {slag}.yaml."
    return mente(id_, finnes) or (mente(id_, finnes, "Velg blant") if er_faa else None) or ellers
