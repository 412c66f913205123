"""The text of a document after edits, shown to hold just what was asked.

Edits that cannot touch each other become splices in one reading, and are read back together:
400 of them in 400 records cost about what one does. So do items behind each other at the end of
one list, and new keys of one mapping.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from styring.yamlfile.edits import CannotEdit, Edit, Splice, apply, changed
from styring.yamlfile.excerpt import excerpt
from styring.yamlfile.layout import Layout
from styring.yamlfile.node import Node
from styring.yamlfile.places import Route
from styring.yamlfile.read import Document, read
from styring.yamlfile.splice import Splicer

_ANCHOR = re.compile(r"&([^\s,\[\]{}]+)")
_ALIAS = re.compile(r"\*([^\s,\[\]{}]+)")


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
    _refuse_twice(document, edits)
    expected = changed(document.value, edits)
    # Text in lines of its own would take in an indented comment behind it; quotes do not.
    for is_quoting in (False, True):
        made = _attempt(document, edits, is_quoting=is_quoting)
        if made is not None and is_shown(document, made.document, expected):
            return made
    raise _refusal(document, edits)


def is_shown(before: Document, after: Document, expected: Any) -> bool:
    """A document has the value that was expected, and no fault that it had not before."""
    known, found = (
        Counter((fault.kode, fault.melding) for fault in document.faults)
        for document in (before, after)
    )
    # The text of values, for `==` does not tell 1 from True and 1.0.
    return not found - known and repr(after.value) == repr(expected)


def _attempt(document: Document, edits: Sequence[Edit], *, is_quoting: bool) -> Patched | None:
    """The edits made, in as few readings as can be; None if the text cannot be read then."""
    left, splices, first = list(edits), list[Splice](), Layout(document)
    while left:
        part = excerpt(document, left)
        layout = Layout(part.document, first)
        splicer = Splicer(layout, is_quoting=is_quoting)
        ours, waiting = _round(splicer, [part.edit(edit) for edit in left])
        made, left = [part.splice(splice) for splice in ours], [left[n] for n in waiting]
        data = document.source.with_text(apply(document.source.text, made))
        document = read(document.source.name, data)
        splices += made
        if document.value is None or (layout.is_json and not Layout(document).is_json):
            return None
    return Patched(document, tuple(splices))


def _round(splicer: Splicer, edits: Sequence[Edit]) -> tuple[list[Splice], list[int]]:
    """Splices for edits that cannot touch each other, from the back, and which edits are left.

    What could touch one that is left is left too, so that they come in the order given.
    """
    taken, waiting = _Touched(), _Touched()
    groups: dict[Route, list[Edit]] = {}
    left: list[int] = []
    for number, edit in enumerate(edits):
        route = splicer.touched(edit)
        group = groups.get(route)
        if group and splicer.is_joined(group, edit) and not waiting.touches(route):
            group.append(edit)
        elif taken.touches(route):
            left.append(number)
            waiting.add(route)
        else:
            groups[route] = [edit]
        taken.add(route)
    made = [splice for group in groups.values() for splice in splicer.splices(group)]
    made.sort(key=lambda splice: splice.start, reverse=True)
    return made, left


class _Touched:
    """Routes of what edits may change."""

    def __init__(self) -> None:
        self._routes: set[Route] = set()
        self._above: set[Route] = set()

    def add(self, route: Route) -> None:
        self._routes.add(route)
        self._above.update(_prefixes(route))

    def touches(self, route: Route) -> bool:
        """One of them is above or below a route, or is that route."""
        return route in self._above or not self._routes.isdisjoint(_prefixes(route))


def _prefixes(route: Route) -> Iterable[Route]:
    return (route[:length] for length in range(len(route) + 1))


def _refuse_twice(document: Document, edits: Sequence[Edit]) -> None:
    """Raises CannotEdit for what stands at or below a key that is given twice.

    Only the first is read, and people may have meant the other.
    """
    twice = [fault for fault in document.faults if fault.kode == "YAML003"]
    for edit in edits if twice else ():
        for length, step in enumerate(edit.route, 1):
            if document.places.is_twice(edit.route[:length]):
                raise CannotEdit(f"nøkkelen «{step}» er gitt to ganger", twice[0].raad)


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
    inside = text[node.start : node.end if is_whole else node.body]
    referred = set(_ALIAS.findall(text))
    return next((name for name in _ANCHOR.findall(inside) if name in referred), None)
