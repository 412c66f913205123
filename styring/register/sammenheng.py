"""What a record of any kind is in, and what there is that refers to it."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from styring.errors import WrongUse
from styring.model.feltform import Feltform, former
from styring.register.innhold import Register
from styring.slag import LOKALE, OPPGAVE, SLAG, Slag, id_til, slag_av
from styring.slagfelt import viser_til
from styring.yamlfile.places import Route


class Plassering(NamedTuple):
    """A record, or what is in it: the one that the register knows the place of, and the way."""

    post: Any
    rute: Route = ()


class Henvisning(NamedTuple):
    """A place where the id of a record stands."""

    post: Any
    rute: Route
    """From the record that the register knows the place of to the id."""
    former: tuple[Feltform, ...]
    """Those of the fields on the way, that which it stands in last."""


@cache
def eiere(slag: Slag[Any]) -> tuple[Slag[Any], ...]:
    """The kinds whose records have a list of it."""
    alle = (*SLAG, *LOKALE)
    felt = ((en, former(en.klasse).get(slag.liste)) for en in alle)
    return tuple(en for en, form in felt if form and form.er_liste and form.type is slag.klasse)


def alle(register: Register, slag: Slag[Any]) -> tuple[Any, ...]:
    """The records of a kind."""
    if slag not in LOKALE:
        return register.poster(slag)
    hele = (en for eier in eiere(slag) for en in alle(register, eier))
    return tuple(post for en in hele for post in getattr(en, slag.liste))


def eier(register: Register, post: Any) -> tuple[Any, int] | None:
    """The record that has it in a list, and its number there; None when a file has."""
    if rute := getattr(post, "rute", ()):  # it knows what it is a part of
        return post.hele, rute[-1]
    slag = slag_av(type(post))
    assert slag is not None
    for eierslag in eiere(slag):
        for hele in alle(register, eierslag):
            for nummer, en in enumerate(getattr(hele, slag.liste)):
                if en is post:
                    return hele, nummer
    return None


def plassering(register: Register, post: Any) -> Plassering:
    """Where a record stands, below the one that the register knows the place of.

    Raises WrongUse for one that stands in no file.
    """
    slag = slag_av(type(post))
    if slag and slag.del_av and (funnet := eier(register, post)):
        hele, nummer = funnet
        over = plassering(register, hele)
        return Plassering(over.post, (*over.rute, slag.liste, nummer))
    try:
        register.i_fil(post)
    except KeyError:
        melding = f"{id_til(post)} er noe alle kommuner har, og står ikke i noen fil"
        raise WrongUse(melding) from None
    return Plassering(post)


def innhold(post: Any) -> Iterator[Any]:
    """The records of kinds that a record has in it, at any depth; itself first."""
    yield post
    klasse: Any = type(getattr(post, "selv", post))
    for navn, form in former(klasse).items():
        slag = slag_av(form.type)
        if form.er_liste and slag:
            deler = post.under if slag is OPPGAVE else getattr(post, navn)
            for del_ in deler:
                yield from innhold(del_)


def henvisninger(register: Register, til: Any) -> Iterator[Henvisning]:
    """Every place where a record is referred to, in the order of the files."""
    slag = slag_av(type(til))
    if slag is None or slag in LOKALE or not slag.noekkel:
        return
    for fil in register.filer:
        for post in register.alle_i(fil):
            yield from _i(post, post, (), (), slag, id_til(til).lower(), fil.slag.lister)


def _i(
    post: Any,
    del_: Any,
    rute: Route,
    over: tuple[Feltform, ...],
    slag: Slag[Any],
    id_: str,
    uten: tuple[str, ...] = (),
) -> Iterator[Henvisning]:
    for navn, form in former(type(del_)).items():
        verdi = getattr(del_, navn)
        if verdi is None or (not rute and navn in uten and form.er_post):
            continue  # those records are gone through by themselves
        verdier = (
            [((navn, nr), en) for nr, en in enumerate(verdi)]
            if form.er_liste
            else [((navn,), verdi)]
        )
        if form.er_post:
            for steg, en in verdier:
                yield from _i(post, en, (*rute, *steg), (*over, form), slag, id_)
        elif form.type is str and slag in viser_til(type(del_).__name__, navn):
            for steg, en in verdier:
                if en.lower() == id_:
                    yield Henvisning(post, (*rute, *steg), (*over, form))
