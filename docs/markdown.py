"""Markdown of texts that the program has."""

import re
from collections.abc import Iterable, Sequence

_TEGN = re.compile(r"([\\`*_{}\[\]<>|#])")


def tekst(ord_: str) -> str:
    """Text that stands as it is in running text and in tables, on one line."""
    return _TEGN.sub(r"\\\1", " ".join(ord_.split()))


def kode(ord_: str) -> str:
    """Text as code, in tables too."""
    return f"`{ord_}`".replace("|", r"\|")


def tabell(overskrifter: Sequence[str], rader: Iterable[Sequence[str]]) -> str:
    """A table; nothing when it has no rows."""
    linjer = [_rad(rad) for rad in rader]
    return "\n".join([_rad(overskrifter), _rad(["---"] * len(overskrifter)), *linjer]) + "\n"


def side(*avsnitt: str) -> str:
    """Paragraphs, tables and headings as a page."""
    return "\n\n".join(del_.strip("\n") for del_ in avsnitt if del_) + "\n"


def _rad(celler: Sequence[str]) -> str:
    return f"| {' | '.join(celler)} |"
