"""Addresses of pages, and links to them."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from styring.model.post import Egne, Intern, Offentlig, Tekst, post

_UTEN = r'\x00-\x20"<>\\^`{|}\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff'
"""What no address has: spaces, signs that would end it elsewhere, and what turns or hides text."""
_FORM = rf"https?://[^{_UTEN}/?#@]+(?:[/?#][^{_UTEN}]*)?"
_BREV = rf"mailto:[^{_UTEN}@?]+@[^{_UTEN}@?]+(?:\?[^{_UTEN}]*)?"


class UgyldigAdresse(ValueError):
    """Text that is no address; carries the way out."""

    raad = "Skriv hele adressen, uten mellomrom: https://www.kommune.no/sak."


def _nettadresse(tekst: str) -> str:
    if not re.fullmatch(_FORM, tekst):
        raise UgyldigAdresse(f"«{tekst[:40]}» er ikke en nettadresse")
    return tekst


def _adresse(tekst: str) -> str:
    return tekst if re.fullmatch(_BREV, tekst) else _nettadresse(tekst)


Nettadresse = Annotated[
    str, AfterValidator(_nettadresse), Field(json_schema_extra={"pattern": f"^{_FORM}$"})
]
"""The address of a page, whole: `https://…` or `http://…`."""
Adresse = Annotated[
    str, AfterValidator(_adresse), Field(json_schema_extra={"pattern": f"^({_FORM}|{_BREV})$"})
]
"""The same, or where to write: `mailto:…`."""


@post
class Lenke:
    """What there is more to read of, and where."""

    tittel: Offentlig[Tekst]
    url: Offentlig[Adresse]
    egne: Intern[Egne | None] = None

    def __str__(self) -> str:
        """Both, on one line."""
        return f"{self.tittel}: {self.url}"
