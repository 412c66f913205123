"""A document's Markdown, read: the parser of it, and what in its text stands on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from styring.model.tidsord import MAANEDER

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

HELT = re.compile(
    # A judgement's mark and its word, a trend, a goal, a time with its year, an id, a case number.
    r"[●▲■](?:(?: [0-9]+)? (?:grønn|gul|rød)e?\b)?"
    r"|→ uendret|[↑↓] [0-9][0-9\xa0]*(?:,[0-9]+)?(?:, (?:rett|feil) vei)?"
    r"|\b(?:minst|høyst) [0-9][0-9\xa0]*(?:,[0-9]+)?(?: innen [0-9]{4}\b)?"
    rf"|\b(?:[0-9]{{1,2}}\. )?(?:{'|'.join(MAANEDER)})(?: [0-9]{{4}})?\b"
    r"|\b[0-9]\. (?:kvartal|tertial)(?: [0-9]{4})?\b"
    r"|\b[A-ZÆØÅ]+(?:-[0-9]+(?:\.[0-9]+)?)+\b"
    r"|\bsak [0-9]+/[0-9]+\b"
)


def leser() -> MarkdownIt:
    """CommonMark with tables, and no HTML of its own."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")
