"""The text of a document after edits, shown to hold just what was asked.

Edits that cannot touch each other become splices in one reading, and are read back together:
400 of them in 400 records cost about what one does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from styring.yamlfile.edits import CannotEdit, Edit, Insert, New, Put, Remove, changed
from styring.yamlfile.layout import Layout, Node
from styring.yamlfile.places import Route
from styring.yamlfile.read import Document, read
from styring.yamlfile.source import Source
from styring.yamlfile.splice import Splice, Splicer

__all__ = [
    "CannotEdit",
    "Edit",
    "Insert",
    "New",
    "Patched",
    "Put",
    "Remove",
    "Splice",
    "apply",
    "changed",
    "encode",
    "patch",
    "reverse",
]

_BOM = b"\xef\xbb\xbf"


class Patched(NamedTuple):
    """A document with edits made in it."""

    document: Document
    splices: tuple[Splice, ...]
    """What leads from the old text to the new, to be applied one after the other."""


def patch(document: Document, edits: Sequence[Edit]) -> Patched:
    """A document with edits made in it, one after the other.

    Raises CannotEdit where the new text cannot be shown to be the old with just these changes.
    """
    if document.value is None:
        raise CannotEdit("filen lar seg ikke lese", "Rett feilene i den først.")
    expected = repr(changed(document.value, edits))
    now, left, splices = document, list(edits), list[Splice]()
    while left:
        layout = Layout(now)
        made, left = _round(Splicer(layout), left)
        text = apply(layout.text, made)
        new = read(now.source.name, encode(now.source, text))
        if new.value is None or Counter(_what(new)) - Counter(_what(now)):
            raise _refusal(document, edits)
        splices += made
        now = new
    # The text of values, for `==` does not tell 1 from True and 1.0.
    if repr(now.value) != expected:
        raise _refusal(document, edits)
    return Patched(now, tuple(splices))


def apply(text: str, splices: Iterable[Splice]) -> str:
    """A text with splices made in it, one after the other.

    Raises CannotEdit if something else stands where one is to be made.
    """
    # Splices from the back forwards, as a round has them, are joined without a copy for each.
    end, behind = len(text), list[str]()
    for start, old, new in splices:
        stop = start + len(old)
        if stop > end:
            text, behind = text[:end] + "".join(reversed(behind)), []
            end = len(text)
        if text[start:stop] != old or stop > end:
            raise CannotEdit("teksten er ikke lenger den som ble endret")
        behind += [text[stop:end], new]
        end = start
    return text[:end] + "".join(reversed(behind))


def reverse(splices: Sequence[Splice]) -> tuple[Splice, ...]:
    """What leads back from the text that the splices made."""
    return tuple(Splice(start, new, old) for start, old, new in reversed(splices))


def encode(source: Source, text: str) -> bytes:
    """A new text of a file as bytes, with the byte order mark that it had."""
    return _BOM * source.bom + text.encode()


def _round(splicer: Splicer, edits: list[Edit]) -> tuple[list[Splice], list[Edit]]:
    """Splices for edits that cannot touch each other, from the back, and the edits that are left.

    One that is left goes before whatever could touch it, so that both come in the order given.
    """
    taken: set[Route] = set()
    above: set[Route] = set()
    made: list[Splice] = []
    left: list[Edit] = []
    for edit in edits:
        route = splicer.touched(edit)
        prefixes = {route[:length] for length in range(len(route) + 1)}
        if route in above or prefixes & taken:
            left.append(edit)
        else:
            made.append(splicer.splice(edit))
        taken.add(route)
        above |= prefixes
    made.sort(key=lambda splice: splice.start, reverse=True)
    return made, left


def _what(document: Document) -> Iterable[tuple[str, str]]:
    """The faults of a document without their places."""
    return ((fault.kode, fault.melding) for fault in document.faults)


def _refusal(document: Document, edits: Sequence[Edit]) -> CannotEdit:
    layout = Layout(document)
    for edit in edits:
        for length in range(len(edit.route) + 1):
            node = layout.node(edit.route[:length])
            name = node and _shared(layout.text, node, is_whole=length == len(edit.route))
            if name:
                return CannotEdit(
                    f"verdien har et anker («&{name}») som brukes andre steder",
                    "Skriv verdien ut der henvisningen står.",
                )
    return CannotEdit(
        "teksten rundt verdien er skrevet slik at endringen ikke blir sikker",
        "Gjør endringen for hånd i filen.",
    )


def _shared(text: str, node: Node, *, is_whole: bool) -> str | None:
    """An anchor of a value, or anywhere in it, that an alias refers to."""
    for name in re.findall(
        r"&([^\s,\[\]{}]+)", text[node.start : node.end if is_whole else node.body]
    ):
        if re.search(rf"\*{re.escape(name)}(?![^\s,\[\]{{}}])", text):
            return str(name)
    return None
