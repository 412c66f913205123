"""Values as text that people read, and that cannot act on what shows it."""

from __future__ import annotations

import re
from datetime import date

from styring.model.oppdrag import Status, Vurdering
from styring.model.tid import Frist
from styring.views.visning import Verdi

# What a terminal or a viewer would obey instead of show: control characters, and those that
# turn or hide the text around them.
_STYRETEGN = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_DATO = r"(\d{4})-(\d\d)(?:-(\d\d))?"


def ufarlig(tekst: str) -> str:
    """Text on one line: line breaks and tabs are spaces, other control characters spelled out."""
    return tekst if tekst.isprintable() else re.sub(_STYRETEGN, _synlig, tekst)


def escaped(tekst: str) -> str:
    """JSON, or YAML in double quotes, with escapes for what would act on a terminal."""
    return re.sub(_STYRETEGN, lambda t: t[0] if t[0] == "\n" else f"\\u{ord(t[0]):04x}", tekst)


def vist(verdi: Verdi) -> str:
    """A value as people write it, on one line; empty for None."""
    match verdi:
        case None:
            return ""
        case Status() | Vurdering():
            return verdi.navn
        case str():
            return ufarlig(verdi)
        case Frist():
            return _norsk(verdi.tekst)
        case date():
            return _norsk(verdi.isoformat())
        case tuple():
            return ufarlig(", ".join(verdi))
        case _:
            return str(verdi)


def som_kode(verdi: Verdi) -> str:
    """A value as the data files write it, on one line: `under_arbeid`, `2023-05-31`."""
    match verdi:
        case Status() | Vurdering():
            return verdi.value
        case Frist():
            return verdi.tekst
        case date():
            return verdi.isoformat()
        case _:
            return vist(verdi)


def _norsk(iso: str) -> str:
    """A day or a month as Norwegians write it: 31.05.2023, 05.2023. Coarser times are kept."""
    form = re.fullmatch(_DATO, iso)
    return ".".join(del_ for del_ in reversed(form.groups()) if del_) if form else iso


def _synlig(tegn: re.Match[str]) -> str:
    if tegn[0] in "\t\n\r\x0b\x0c\x85\u2028\u2029":
        return " "
    nummer = ord(tegn[0])
    return f"\\x{nummer:02x}" if nummer < 256 else f"\\u{nummer:04x}"
