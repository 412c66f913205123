"""Addresses of pages, and links to them."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from styring.model.post import Egne, Intern, Offentlig, Tekst, post

_UTEN = (
    r'\x00-\x20"<>\\^`{|}\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f'
    r"\u205f-\u206f\u3000\ue000-\uf8ff\ufeff"
)
"""What no address has: spaces, signs that would end it elsewhere, and what turns or hides text."""
_VERT = rf"[^{_UTEN}/?#@:%.-][^{_UTEN}/?#@:%]*"
_FORM = rf"[Hh][Tt][Tt][Pp][Ss]?://{_VERT}(?::[0-9]{{1,5}})?(?:[/?#][^{_UTEN}]*)?"
_BREV = rf"[Mm][Aa][Ii][Ll][Tt][Oo]:[^{_UTEN}@?]+@{_VERT}(?:\?[^{_UTEN}]*)?"


class UgyldigAdresse(ValueError):
    """Text that is no address; carries the way out."""

    def __init__(self, tekst: str) -> None:
        super().__init__(f"«{tekst[:40]}» er ikke en nettadresse")
        hel = f"https://{tekst}"
        er_www = tekst.startswith("www.") and len(tekst) <= _VIST and re.fullmatch(_FORM, hel)
        ellers = "Skriv hele adressen, uten mellomrom: https://www.kommune.no/sak."
        self.raad = f"Skriv «{hel}»." if er_www else ellers


_VIST = 80
"""How long an address is suggested whole."""


def _nettadresse(tekst: str) -> str:
    if not re.fullmatch(_FORM, tekst):
        raise UgyldigAdresse(tekst)
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
