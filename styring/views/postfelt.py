"""Records of any kind in columns and on sheets, as its description has them."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar, get_args, get_type_hints

from styring.register.innhold import Register
from styring.slag import KONTAKT, Slag, id_til, slag_av, tittel_til
from styring.slagfelt import feltord, viser_til
from styring.stand.stand import navn_paa
from styring.views import egne
from styring.views.ark import Ark, Avsnitt, ark_av
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt, unntatt
from styring.views.lenkefelt import lenkefelt

T = TypeVar("T")


def oppsett(register: Register, slag: Slag[T]) -> Oppsett[T]:
    """The columns of a kind: its fields that hold no records, and own fields."""
    egne_felt = egne.kolonner(register.poster(slag), attrgetter("egne"))
    return Oppsett((*_felter(register, slag), *egne_felt), slag.vanlige, som_data)


def ark(register: Register, post: Any, dag: date) -> Ark:
    """All that the same fields say of one record, which is so on any day."""
    slag = slag_av(type(post))
    assert slag is not None
    felter = tuple(
        (felt.kolonne.tittel, felt.hent(post))
        for felt in _felter(register, slag)
        if felt.noekkel not in (slag.noekkel, slag.tittel)
    )
    lenker = lenkefelt(getattr(post, "lenker", ()))
    avsnitt = (Avsnitt(None, (*felter, *lenker)), *egne.avsnitt(post.egne))
    return ark_av(id_til(post), tittel_til(post), avsnitt, lambda: som_data(post))


def _felter(register: Register, slag: Slag[T]) -> Iterator[Felt[T]]:
    klasse: Any = slag.klasse
    typene = get_type_hints(klasse)
    for navn in (en.name for en in fields(klasse)):
        if _er_enkel(typene[navn]):
            yield _felt(register, slag, navn)
        elif navn == "unntatt":
            yield unntatt()


def _er_enkel(type_: Any) -> bool:
    return (
        not hasattr(type_, "__pydantic_config__")
        and dict not in (type_, getattr(type_, "__origin__", None))
        and all(map(_er_enkel, get_args(type_)))
    )


def _felt(register: Register, slag: Slag[T], navn: str) -> Felt[T]:
    hent, tittel = attrgetter(navn), feltord(slag.klassenavn, navn).tittel
    if KONTAKT in viser_til(slag.klassenavn, navn):
        return felt(navn, tittel, lambda post: navn_paa(register, hent(post)))
    return felt(navn, tittel, hent, er_lang=navn == slag.tittel)
