"""What is kept from the public."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import is_dataclass
from difflib import SequenceMatcher
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticKnownError

from styring.mente import flat
from styring.model.post import FRA_FIL, Egne, Intern, Tekst, feltnavn, post


@post
class Unntatt:
    """Kept from the public, by the law named in `hjemmel`."""

    hjemmel: Intern[Tekst]
    egne: Intern[Egne | None] = None


def _ikke_tom(verdi: Any, om: ValidationInfo) -> Any:
    """What stands there. Raises for an empty key in a file, which must not be read as public."""
    if verdi is None and om.context is FRA_FIL:
        raise PydanticKnownError("dataclass_type", {"class_name": "Unntatt"})
    return verdi


UnntattEllerEi = Annotated[Unntatt | None, BeforeValidator(_ikke_tom)]
"""Whether it is kept from the public. None is for a key that is not there."""

Rute = tuple[str | int, ...]
"""The keys and indexes that lead to a value of a record."""
_SAMME = re.compile("unnta[ts]|hemmelig|skjerm[ea]t|fortrolig|konfidensiel|gradert|ikkeoffentlig")
_LIKT = 0.8
"""How alike they are, of 1: «untatt» is, «unntak» is not."""


def ligner(noekkel: str) -> bool:
    """Who writes this for a key wants something kept from the public."""
    ord_ = re.sub(r"\W", "", flat(unicodedata.normalize("NFKC", noekkel[:99])))
    if _SAMME.search(ord_) or ord_ == "uoff":
        return True
    return ord_[:1] == "u" and SequenceMatcher(None, ord_, "unntatt").ratio() >= _LIKT


def under_egne(post: Any, uten: tuple[str, ...] = ()) -> Iterator[tuple[list[type], Rute]]:
    """The keys of own fields that are meant to keep something back, at any depth of a record.

    Each with the classes of the records that it is in. The lists `uten` are left out.
    """
    klasse: Any = type(post)
    for navn in feltnavn(klasse):
        verdi = getattr(post, navn)
        if verdi is None or isinstance(verdi, str):
            continue
        if navn == "egne":
            yield from (([klasse], ("egne", *rute)) for rute in _noekler(verdi))
        elif is_dataclass(verdi):
            for klasser, rute in under_egne(verdi):
                yield [klasse, *klasser], (navn, *rute)
        elif isinstance(verdi, tuple) and navn not in uten:
            for nummer, del_ in enumerate(verdi):
                if is_dataclass(del_):
                    for klasser, rute in under_egne(del_):
                        yield [klasse, *klasser], (navn, nummer, *rute)


def _noekler(verdi: Any) -> Iterator[Rute]:
    if not isinstance(verdi, dict | list):
        return
    par = verdi.items() if isinstance(verdi, dict) else enumerate(verdi)
    for steg, del_ in par:
        if isinstance(steg, str) and ligner(steg):
            yield (steg,)
        else:
            yield from ((steg, *rute) for rute in _noekler(del_))


def kan_unntas(klasse: type) -> bool:
    """Records of a class can be kept from the public alone."""
    return "unntatt" in klasse.__annotations__


def hjemmel(post: Any) -> str | None:
    """The law that a record says it is kept from the public by."""
    return post.unntatt.hjemmel if post.unntatt else None


def er_unntatt(post: Any) -> bool:
    """It is kept from the public, or someone means it to be and says so among its own fields.

    What they say of a part that cannot be kept alone, they say of all of it.
    """
    if getattr(post, "unntatt", None) is not None:
        return True
    if not kan_unntas(type(post)):
        return any(_noekler(getattr(post, "egne", None)))
    return any(not any(map(kan_unntas, klasser[1:])) for klasser, _ in under_egne(post))
