"""The part of a large document that edits go by: what they change, and the records around it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from styring.yamlfile.edits import Edit, Insert, Splice
from styring.yamlfile.layout import NEARBY
from styring.yamlfile.read import LARGE, Document, read

_DASH = re.compile(r"\n( *)- ")


class Excerpt(NamedTuple):
    """A document as if most records of its longest list were not there."""

    document: Document
    key: str | None = None
    """The key of the list; None where nothing is left out."""
    kept: Sequence[int] = ()
    """The numbers of the records that are there."""
    cuts: Sequence[tuple[int, int]] = ()
    """Before which characters something is left out, and how much."""

    def edit(self, edit: Edit) -> Edit:
        """An edit of the document as one of the excerpt."""
        if edit.route[:1] != (self.key,) or len(edit.route) == 1:
            return edit
        here = bisect_left(self.kept, edit.route[1])
        return edit._replace(route=(*edit.route[:1], here, *edit.route[2:]))

    def splice(self, splice: Splice) -> Splice:
        """A splice of the excerpt as one of the document."""
        before = sum(length for at, length in self.cuts if at <= splice.start)
        return splice._replace(start=splice.start + before)


def excerpt(document: Document, edits: Sequence[Edit]) -> Excerpt:
    """What edits change and go by; all of a document where that is not surely much less.

    The first record and the last are always in it, so that what is left out is records only.
    """
    text, value, whole = document.source.text, document.value, Excerpt(document)
    if len(text) < LARGE or document.faults or type(value) is not dict:
        return whole
    lists = {key: under for key, under in value.items() if type(under) is list}
    key = max(lists, key=lambda key: len(lists[key]), default="")
    last = len(lists.get(key, ())) - 1
    touched = [_record(edit, last) for edit in edits if edit.route[:1] == (key,)] or [0]
    first, behind = max(min(touched) - NEARBY, 1), min(max(touched) + NEARBY, last)
    if last < NEARBY or min(touched) < 0 or behind - first > last // 2:
        return whole
    starts = _starts(text, key, last + 1)
    if len(starts) <= last:
        return whole
    pieces = text[: starts[1]], text[starts[first] : starts[behind]], text[starts[last] :]
    part = read(document.source.name, "".join(pieces).encode())
    kept = (0, *range(first, behind), last)
    if part.faults or part.value != {**value, key: [lists[key][number] for number in kept]}:
        return whole
    middle, end = len(pieces[0]), len(pieces[0]) + len(pieces[1])
    cuts = (middle, starts[first] - starts[1]), (end, starts[last] - starts[behind])
    return Excerpt(part, key, kept, cuts)


def _record(edit: Edit, last: int) -> int:
    """Which record of a list an edit is in, or goes behind; -1 where others too may move."""
    if len(edit.route) == 1:
        return last if isinstance(edit, Insert) and edit.at is None else -1
    return min(edit.route[1], last) if isinstance(edit.route[1], int) else -1


def _starts(text: str, key: str, count: int) -> list[int]:
    """Where the lines of so many records begin, if they are written as most are."""
    head = 0 if text.startswith(f"{key}:") else text.find(f"\n{key}:")
    dash = _DASH.search(text, head) if head >= 0 else None
    if dash is None:
        return []
    starts = [dash.start() + 1]
    while len(starts) < count and (at := text.find(dash[0], starts[-1])) >= 0:
        starts.append(at + 1)
    return starts
