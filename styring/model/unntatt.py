"""What is kept from the public."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticKnownError

from styring.mente import flat, ramse
from styring.model.post import FRA_FIL, Egne, Intern, Tekst, post


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

KAN_UNNTAS = {
    "Oppdrag": ("oppdraget", "oppdrag"),
    "Vedtak": ("vedtaket", "vedtak"),
    "Oppgave": ("oppgaven", "oppgaver"),
    "Hendelse": ("hendelsen", "hendelser"),
}
"""The classes of records that have the field, and what one and several of them are called."""

_SAMME = re.compile("unnta[ts]|hemmelig|skjerm[ea]t|fortrolig|konfidensiel|gradert|ikkeoffentlig")
_LIKT = 0.8
"""How alike they are, of 1: «untatt» is, «unntak» is not."""


def ligner(noekkel: str) -> bool:
    """Who writes this for a key wants something kept from the public."""
    ord_ = re.sub(r"\W", "", flat(unicodedata.normalize("NFKC", noekkel[:99])))
    if _SAMME.search(ord_) or ord_ == "uoff":
        return True
    return ord_[:1] == "u" and SequenceMatcher(None, ord_, "unntatt").ratio() >= _LIKT


def raad(klasser: Sequence[type]) -> str:
    """How a record is kept from the public, by its class and those of what it is in, the last its.

    When it cannot be, what can, or what to do instead.
    """
    navn = [klasse.__name__ for klasse in klasser]
    hele = next((KAN_UNNTAS[en][0] for en in reversed(navn) if en in KAN_UNNTAS), None)
    if navn[-1] in KAN_UNNTAS:
        return f"Skriv «unntatt: {{hjemmel: …}}» rett under {hele}."
    if hele:
        return f"Det kan ikke holdes tilbake alene her. Skriv «unntatt» rett under {hele}."
    kan = f"Bare {ramse(flere for _, flere in KAN_UNNTAS.values())} kan unntas."
    return f"{kan} Ta det ut av filen hvis det ikke er for alle."
