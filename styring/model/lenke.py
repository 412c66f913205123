"""Addresses of pages."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

_FORM = r"https?://[^\x00-\x20\x7f-\xa0/?#]+[^\x00-\x20\x7f-\xa0]*"


class UgyldigAdresse(ValueError):
    """Text that is not the address of a page; carries the way out."""

    raad = "Skriv hele adressen, uten mellomrom: https://www.kommune.no/sak."


def _nettadresse(tekst: str) -> str:
    if not re.fullmatch(_FORM, tekst):
        raise UgyldigAdresse(f"«{tekst[:40]}» er ikke en nettadresse")
    return tekst


Nettadresse = Annotated[
    str, AfterValidator(_nettadresse), Field(json_schema_extra={"pattern": f"^{_FORM}$"})
]
"""The address of a page, whole: `https://…` or `http://…`."""
