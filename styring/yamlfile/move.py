"""Items of a list moved to the end of another document's, with the comments that are theirs."""

import re
from collections.abc import Sequence
from typing import Any

from styring.yamlfile.edits import CannotEdit, Insert, Put, Remove, Splice, apply, changed
from styring.yamlfile.layout import Layout
from styring.yamlfile.node import Node
from styring.yamlfile.patch import Patched, is_shown, patch
from styring.yamlfile.places import Route, Span, at
from styring.yamlfile.read import Document, read
from styring.yamlfile.source import LINE_END, is_blank, line_before, line_end, line_start, next_line
from styring.yamlfile.splice import Splicer


def move(
    source: Document, route: Route, indexes: Sequence[int], target: Document
) -> tuple[Patched, Patched]:
    """A document without some items of the list at a route, and another with them at its end.

    An item is lines of text: with it go the comments right above it and those indented below it,
    and not a byte is another but for the indentation, where that of the other list is. Raises
    CannotEdit where the items cannot be shown to be the same there, and the rest the same here.
    """
    if source.value is None or target.value is None:
        raise CannotEdit("filen lar seg ikke lese", "Rett feilene i den først.")
    layout = Layout(source)
    taken = [Remove((*route, index)) for index in sorted(indexes, reverse=True)]
    put = [Insert(route, at(source.value, (*route, index))) for index in sorted(indexes)]
    if _is_in_brackets(layout, route) or _is_in_brackets(Layout(target), route):
        return patch(source, taken), _into_brackets(layout, route, put, indexes, target)
    items = _items(layout, route)
    lines = [_lines(layout.text, items, index) for index in sorted(indexes)]
    pieces = [layout.text[start:end] for start, end in lines]
    is_apart = len(items) == 1 or any(
        is_blank(layout.text, next_line(layout.text, item.end)) for item in items[:-1]
    )
    out = [*_gaps(layout.text, lines)]
    if len(lines) == len(items):
        list_ = layout.node(route)
        assert list_ is not None
        out.append(Splice(list_.head, "", " []"))
    without = _shown(source, out, changed(source.value, taken))
    beside = _appended(target, route, pieces, items[0].column, is_apart=is_apart)
    return without, _shown(target, beside, changed(target.value, put))


def _is_in_brackets(layout: Layout, route: Route) -> bool:
    """A list has items in brackets, or would get them."""
    node = layout.node(route)
    return layout.is_json or (node is not None and node.is_flow and node.count > 0)


def _into_brackets(
    layout: Layout, route: Route, put: Sequence[Insert], indexes: Sequence[int], target: Document
) -> Patched:
    """A document with items of a list at the end of its own, where one of them is in brackets."""
    target, splices = patch(target, [] if at(target.value, route) else [Put(route, [])])
    goal, list_ = Layout(target), layout.node(route)
    there = goal.node(route)
    assert list_ is not None
    assert there is not None
    items = [item for n in range(list_.count) if (item := list_.nth(n)) is not None]
    pieces = [layout.text[items[index].entry : items[index].end] for index in sorted(indexes)]
    if list_.is_flow and there.is_flow and layout.is_json >= goal.is_json:
        pieces = [LINE_END.sub(goal.newline, piece) for piece in pieces]
        if there.count:
            last = there.nth(there.count - 1)
            splice = Splicer(goal, is_quoting=False).into_flow(there, last, pieces)
        else:  # laid out as the old one is
            ahead = LINE_END.sub(goal.newline, layout.text[list_.body + 1 : items[0].entry])
            ahead = "" if ahead.strip() else ahead
            behind = layout.text[items[-1].end : list_.end - 1].lstrip(",")
            behind = "" if behind.strip() else LINE_END.sub(goal.newline, behind)
            new = f"[{ahead}{(',' + (ahead or ' ')).join(pieces)}{behind}]"
            splice = Splice(there.body, goal.text[there.body : there.end], new)
        beside = _shown(target, [splice], changed(target.value, put))
    elif not layout.is_json and any(
        "#" in layout.text[slice(*_lines(layout.text, items, index))] for index in indexes
    ):
        raise CannotEdit(
            "den ene listen står i klammer, så merknadene ville blitt borte",
            "Flytt dem for hånd i filene.",
        )
    else:
        beside = patch(target, put)
    return beside._replace(splices=(*splices, *beside.splices))


def _items(layout: Layout, route: Route) -> list[Node]:
    """The items of a list that has each on lines of its own."""
    node = layout.node(route)
    if node is not None and node.is_block and not node.is_mapping:
        found = [node.nth(index) for index in range(node.count)]
        items = [item for item in found if item is not None]
        starts = (layout.text[line_start(layout.text, item.entry) : item.entry] for item in items)
        if not any(start.strip(" ") for start in starts):
            return items
    raise CannotEdit(
        "listen er ikke skrevet med hvert punkt på egne linjer",
        "Begynn hver oppføring med «- » på egen linje.",
    )


def _lines(text: str, items: Sequence[Node], index: int) -> Span:
    """The lines of an item with its comments, but no blank ones around them."""
    item = items[index]
    first = line_start(text, item.entry)
    parent = item.parent
    assert parent is not None
    above = _end(text, items[index - 1]) if index else next_line(text, parent.head)
    while first > above and _comment(text, before := line_before(text, first)) is not None:
        first = before
    return first, _end(text, item)


def _end(text: str, item: Node) -> int:
    """Where the lines of an item end, comments that are indented under it included."""
    end = next_line(text, item.end)
    while (indent := _comment(text, end)) is not None and indent > item.column:
        end = next_line(text, end)
    return end


def _gaps(text: str, lines: Sequence[Span]) -> list[Splice]:
    """What takes lines out of a text, from the back; of blank lines around them one part stays."""
    ranges: list[Span] = []
    for start, end in lines:
        while is_blank(text, end):
            end = next_line(text, end)
        if ranges and ranges[-1][1] == start:
            start = ranges.pop()[0]
        ranges.append((start, end))
    if ranges[-1][1] == len(text):
        start, end = ranges[-1]
        while start and is_blank(text, before := line_before(text, start)):
            start = before
        ranges[-1] = (start, end)
    return [Splice(start, text[start:end], "") for start, end in reversed(ranges)]


def _appended(
    target: Document, route: Route, pieces: Sequence[str], column: int, *, is_apart: bool
) -> list[Splice]:
    """What puts lines of items, which stood at a column, behind those of a document's list."""
    splices: tuple[Splice, ...] = ()
    if not at(target.value, route):
        target, splices = patch(target, [Put(route, [])])
    layout = Layout(target)
    text, newline, list_ = layout.text, layout.newline, layout.node(route)
    assert list_ is not None
    made: list[Splice] = []
    if list_.count:
        items = _items(layout, route)
        end, shift = _end(text, items[-1]), items[0].column - column
        ahead = newline * is_apart
    else:
        made = [Splice(list_.head, text[list_.head : list_.end], "")]
        end, shift, ahead = next_line(text, list_.end), 0, ""
    ahead = ahead if text[:end].endswith(("\n", "\r")) else newline + ahead
    between = newline * is_apart
    new = ahead + between.join(_indented(piece, shift, newline) for piece in pieces)
    return [*splices, Splice(end, "", new), *made]


def _shown(document: Document, splices: Sequence[Splice], expected: Any) -> Patched:
    """A document after splices, shown to hold what is expected and to have no new fault."""
    text = apply(document.source.text, splices)
    made = read(document.source.name, document.source.with_text(text))
    if not is_shown(document, made, expected):
        raise CannotEdit(
            "oppføringene er skrevet slik at det ikke er sikkert å flytte dem",
            "Flytt dem for hånd i filene.",
        )
    return Patched(made, tuple(splices))


def _indented(piece: str, shift: int, newline: str) -> str:
    lines = LINE_END.split(piece)
    if lines[-1] == "":
        lines.pop()
    if shift < 0:
        lines = [re.sub(f"^ {{0,{-shift}}}", "", line) for line in lines]
    else:
        lines = [" " * shift + line if line.strip() else line for line in lines]
    return "".join(line + newline for line in lines)


def _comment(text: str, start: int) -> int | None:
    """How far a line is indented that is nothing but a comment; None for another line."""
    line = text[start : line_end(text, start)]
    return len(line) - len(line.lstrip()) if line.lstrip().startswith("#") else None
