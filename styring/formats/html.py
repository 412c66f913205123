"""A document as one page of HTML, with nothing outside it."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from markupsafe import Markup

from styring.documents import maler
from styring.documents.dokument import Dokument
from styring.formats.commonmark import HELT, leser
from styring.formats.format import Format, kodet
from styring.formats.skjerm import Skjerm
from styring.mente import ascii_form

_LANGT = 10
"""So many headings make a document long enough for a table of contents."""

_VURDERINGER = {"●": "groenn", "▲": "gul", "■": "roed"}


class Overskrift(NamedTuple):
    """A heading, and what it is linked to by."""

    nivaa: str
    """Its tag."""
    id: str
    tekst: str


def dokument(visning: Dokument, skjerm: Skjerm) -> bytes:
    """The page, in the municipality's own template when there is one. Raises StyringError."""
    md = leser()
    for regel, funksjon in _REGLER.items():
        md.add_render_rule(regel, funksjon)
    tokens = md.parse(visning.tekst)
    overskrifter = _med_id(tokens)
    kapitler = [overskrift for overskrift in overskrifter if overskrift.nivaa == "h2"]
    foerste = next((n for n, token in enumerate(tokens) if token.tag == "h2"), len(tokens))
    navn = {
        "tittel": visning.tittel,
        "avsender": visning.avsender,
        "dag": visning.datering,
        "kapitler": kapitler if len(overskrifter) >= _LANGT else [],
        "innledning": Markup(md.renderer.render(tokens[:foerste], md.options, {})),
        "innhold": Markup(md.renderer.render(tokens[foerste:], md.options, {})),
    }
    return kodet(maler.side(visning.mappe, navn))


def _med_id(tokens: Sequence[Token]) -> list[Overskrift]:
    """The headings; each gets an id of its own, made of its words."""
    overskrifter: list[Overskrift] = []
    brukt: set[str] = set()
    for nummer, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        tekst = _ren(tokens[nummer + 1])
        ord_ = ascii_form("-".join(tekst.split()))
        ordene = re.sub("[^a-z0-9]+", "-", ord_).strip("-") or "del"
        id_ = next(i for n in range(1, len(brukt) + 2) if (i := _nummerert(ordene, n)) not in brukt)
        brukt.add(id_)
        token.attrSet("id", id_)
        overskrifter.append(Overskrift(token.tag, id_, tekst))
    return overskrifter


def _nummerert(ordene: str, nummer: int) -> str:
    return ordene if nummer == 1 else f"{ordene}-{nummer}"


def _ren(token: Token) -> str:
    """The text of a heading without its marks."""
    deler = (del_.content for del_ in token.children or () if del_.type in ("text", "code_inline"))
    return " ".join("".join(deler).split())


def _tabell(renderer: Any, tokens: Sequence[Token], nummer: int, *_: Any) -> str:
    """A table in a frame that it can be moved in where the screen is narrow, by keys as well."""
    return '<div class="tabell" role="region" aria-label="Tabell" tabindex="0">\n<table>\n'


def _tabellslutt(*_: Any) -> str:
    return "</table>\n</div>\n"


def _kolonnehode(renderer: Any, tokens: Sequence[Token], nummer: int, *_: Any) -> str:
    return f'<th scope="col"{renderer.renderAttrs(tokens[nummer])}>'


def _tekst(renderer: Any, tokens: Sequence[Token], nummer: int, *_: Any) -> str:
    """Text, in which a judgement has its colour. The form of its mark and its word say it too."""
    return HELT.sub(
        lambda funn: f'<span class="{_VURDERINGER.get(funn[0][0], "hel")}">{funn[0]}</span>',
        escapeHtml(tokens[nummer].content),
    )


def _bilde(renderer: Any, tokens: Sequence[Token], nummer: int, *_: Any) -> str:
    """What a picture shows, in words: the page fetches nothing."""
    return escapeHtml(tokens[nummer].content)


_REGLER = {
    "table_open": _tabell,
    "table_close": _tabellslutt,
    "th_open": _kolonnehode,
    "text": _tekst,
    "image": _bilde,
}


FORMAT = Format({"dokument": dokument}, (".html", ".htm"))
