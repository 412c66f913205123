"""How references to records are followed, for the rules that check them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from styring.mente import mente, ramse
from styring.register.innhold import Register
from styring.rules.regel import Problem
from styring.slag import DELMAAL, MAAL, Slag, id_til
from styring.slagfelt import viser_til
from styring.yamlfile.places import Route

Feil = tuple[str, str, str | None]
"""What is wrong with a reference, the way out, and the id as it should be when that is certain."""


def ukjente(register: Register, slag: Slag[Any], vei: str) -> Iterator[Problem]:
    """A problem for each id in a field that is of nothing; `rapporter.av` is below a list."""
    *lister, navn = vei.split(".")
    feil_ved: Callable[[str], Feil | None] | None = None
    for post in register.poster(slag):
        for over, del_ in _under(post, lister):
            if not (verdi := getattr(del_, navn)):
                continue
            if feil_ved is None and (til := viser_til(type(del_).__name__, navn)):
                feil_ved = henvisning(register, *til)
            assert feil_ved is not None, vei
            rute = (*over, navn)
            if isinstance(verdi, str):
                if feil := feil_ved(verdi):
                    yield Problem(post, rute, *feil)
                continue
            for nr, id_ in enumerate(verdi):
                if feil := feil_ved(id_):
                    yield Problem(post, (*rute, nr), *feil)


def _under(post: Any, lister: Sequence[str]) -> Iterator[tuple[Route, Any]]:
    """What is in lists below a record, each in the one before, with its route there."""
    if not lister:
        yield (), post
        return
    for nummer, del_ in enumerate(getattr(post, lister[0])):
        for rute, innerst in _under(del_, lister[1:]):
            yield (lister[0], nummer, *rute), innerst


def henvisning(register: Register, *slag: Slag[Any]) -> Callable[[str], Feil | None]:
    """A function that says what is wrong with an id as a reference to a record of some kinds.

    It gives None when a record has this very id. While a file of that kind cannot be read there is
    no telling; its own fault comes first.
    """
    poster = register.etter_id(*slag)
    er_lest = all(map(register.er_lest, slag))
    oedelagte = {id_ for ett in slag for id_ in register.kjente_id(ett)}
    en_slik = ramse((ett.entall for ett in slag if register.poster(ett)), "eller")

    @cache  # the same few ids are asked for again and again
    def feil(id_: str) -> Feil | None:
        funnet = poster.get(id_.lower())
        if funnet is not None:
            riktig = id_til(funnet)
            if riktig == id_:
                return None
            return f"«{id_}» skrives «{riktig}»", f"Skriv «{riktig}».", riktig
        if DELMAAL in slag and id_.lower() in register.etter_id(*MAAL):
            under = [delmaal.id for delmaal in register.delmaal if delmaal.id.startswith(id_)]
            raad = f"Velg blant {ramse(under)}." if under else "Velg et delmål under det."
            return f"«{id_}» er ikke et delmål", raad, None
        if er_lest and id_.lower() not in oedelagte:
            melding = f"ukjent {en_slik or slag[0].entall} «{id_}»"
            return melding, _raad(id_, poster, slag[0].fil), None
        return None

    return feil


def _raad(id_: str, poster: Mapping[str, Any], fil: str) -> str:
    finnes = [id_til(post) for post in poster.values()]
    er_faa = len(finnes) <= 12
    ellers = f"Rett den, eller legg den inn i {fil}.yaml."
    return mente(id_, finnes) or (mente(id_, finnes, "Velg blant") if er_faa else None) or ellers
