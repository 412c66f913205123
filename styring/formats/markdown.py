"""For documents and pull requests: Markdown tables."""

import re

from styring.documents.dokument import Dokument
from styring.formats.format import Format, i_linjer, kodet
from styring.formats.skjerm import Skjerm
from styring.views.tekstform import vist
from styring.views.visning import Tabell, Verdi, uten_tomme

_TEGN = re.compile(r"([\\`*_{}\[\]<>#|~!$&])")


def tabell(visning: Tabell, skjerm: Skjerm) -> bytes:
    """A table, in which text is text: no character of it is markup."""
    visning = uten_tomme(visning)
    linjer = [
        _linje([_celle(kolonne.tittel) for kolonne in visning.kolonner]),
        _linje(["---" for _ in visning.kolonner]),
        *(_linje([_celle(verdi) for verdi in rad]) for rad in visning.rader),
    ]
    if visning.sum:
        linjer.append(_linje([f"**{_celle(v)}**" if v is not None else "" for v in visning.sum]))
    return i_linjer(linjer)


def dokument(visning: Dokument, skjerm: Skjerm) -> bytes:
    """A document, which is Markdown from before."""
    return kodet(visning.tekst)


def _linje(celler: list[str]) -> str:
    return f"| {' | '.join(celler)} |"


def _celle(verdi: Verdi) -> str:
    return _TEGN.sub(r"\\\1", vist(verdi)) if not isinstance(verdi, int) else str(verdi)


FORMAT = Format({"tabell": tabell, "dokument": dokument}, (".md",))
