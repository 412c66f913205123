"""What an edit comes to in the text of a document: one place where other text shall stand."""

import re
from collections.abc import Sequence

from styring.yamlfile.edits import (
    CannotEdit,
    Edit,
    Insert,
    New,
    Put,
    Remove,
    Splice,
    key_index,
    nowhere,
)
from styring.yamlfile.layout import Layout
from styring.yamlfile.node import Node
from styring.yamlfile.places import Route, at
from styring.yamlfile.source import column, is_blank, line_before, line_end, line_start, next_line
from styring.yamlfile.write import Writer

_HEADER = re.compile(r"[|>][-+0-9]*")


class Splicer:
    """Makes splices in one reading of a document."""

    def __init__(self, layout: Layout, *, is_quoting: bool) -> None:
        self._layout = layout
        self._text = layout.text
        self._writer = Writer(layout, is_quoting=is_quoting)

    def touched(self, edit: Edit) -> Route:
        """The route of all that an edit may change or go by; others can be made beside it."""
        if isinstance(edit, Put | Insert) and self._layout.node(edit.route) is not None:
            return edit.route
        return edit.route[:-1]

    def is_joined(self, group: Sequence[Edit], edit: Edit) -> bool:
        """An edit that touches the same can be made together with some that are.

        So it is with items at the end of one list, and with new keys of one mapping.
        """
        if isinstance(edit, Remove) or isinstance(group[0], Remove):
            return False
        is_new = self._layout.node(edit.route) is None
        if is_new != (self._layout.node(group[0].route) is None):
            return False
        same = [other for other in group if other.route == edit.route]
        if is_new and not same:
            return True
        return all(isinstance(one, Insert) and one.at is None for one in (*same[-1:], edit))

    def splices(self, group: Sequence[Edit]) -> list[Splice]:
        """The splices of an edit, or of joined ones, from the first place in the text to the last.

        Raises CannotEdit where the text is too odd for them.
        """
        edit, route = group[0], group[0].route
        node = self._layout.node(route)
        if node is None and not isinstance(edit, Remove):
            return self._add(group)
        if node is None:
            raise self._unreachable(route)
        if isinstance(edit, Put) and edit.over_comment:
            return [self._replace_line(node, route, edit.value)]
        if isinstance(edit, Put):
            return [self._replace(node, route, edit.value)]
        if isinstance(edit, Remove):
            return [self._remove(node)]
        values = [one.value for one in group if isinstance(one, Insert)]
        if not at(self._layout.value, route):
            return [self._replace(node, route, values)]
        return [self._insert(node, route, values, edit.at)]

    def _splice(self, start: int, end: int, new: str) -> Splice:
        return Splice(start, self._text[start:end], new)

    def _replace(self, node: Node, route: Route, value: New) -> Splice:
        writer, parent = self._writer, node.parent
        is_alike = node.is_block and node.is_mapping == isinstance(value, dict)
        if is_alike and writer.is_block(value, route, node):
            new = writer.block(value, route, column(self._text, node.body))
            return self._splice(node.body, line_end(self._text, node.end), new)
        if parent is None:
            end = line_end(self._text, node.end) if node.is_block else node.end
            if writer.is_block(value, route, node):
                return self._splice(node.body, end, writer.block(value, route, 0))
            return self._splice(node.body, end, writer.scalar(value, route, 0, node))
        if parent.is_flow:
            new = writer.flow(value, route, node)
            if node.is_empty:
                return self._splice(
                    node.head, node.head, ": " + new if node.lacks_colon else " " + new
                )
            return self._splice(node.body, node.end, new)
        if node.is_item:
            gap = " " * (column(self._text, node.body) - node.column - 1) or parent.gap
            new = writer.behind_dash(value, route, node.column, gap, node)
        else:
            new = writer.behind_key(value, route, node.column, node)
        return self._in_place(node, new)

    def _replace_line(self, node: Node, route: Route, value: New) -> Splice:
        """A scalar in the place of another, and of all that stands behind that on its line."""
        in_flow = node.parent is not None and node.parent.is_flow
        indent = column(self._text, node.body) if node.parent is None else node.column
        new = (
            self._writer.flow(value, route, node)
            if in_flow
            else self._writer.scalar(value, route, indent, node)
        )
        start = node.head if node.is_empty else node.body
        return self._splice(start, line_end(self._text, node.end), " " * node.is_empty + new)

    def _in_place(self, node: Node, new: str) -> Splice:
        """Puts what follows a key or dash where its value stands, and keeps comments around it."""
        text = self._text
        first, newline, rest = new.partition(self._layout.newline)
        is_beside = bool(first) and not node.is_block and not node.is_empty
        start = node.body if is_beside else node.head
        kept = text[start : node.body].rstrip()
        end = line_end(text, node.end) if node.is_block or rest else node.end
        if node.is_block:
            kept = kept.partition(self._layout.newline)[0] if rest else kept
        elif node.is_block_text:
            header = _HEADER.match(text, node.body)
            kept += text[header.end() if header else node.body : line_end(text, node.body)]
        else:
            kept += text[node.end : end]
        first = first.lstrip(" ") if is_beside else first
        return self._splice(start, end, first + kept + newline + rest)

    def _add(self, group: Sequence[Edit]) -> list[Splice]:
        """New keys in a mapping."""
        route = group[0].route[:-1]
        mapping = self._layout.node(route)
        if mapping is None or not mapping.is_mapping:
            raise self._unreachable(group[0].route)
        keys = list(at(self._layout.value, route))
        added: dict[str | int, New] = {}
        for edit in group:
            key = edit.route[-1]
            if isinstance(edit, Remove) or not isinstance(key, str):
                raise self._unreachable(edit.route)
            if isinstance(edit, Put):
                added[key] = edit.value
            elif isinstance(there := added.setdefault(key, []), list):
                there.append(edit.value)
            if key not in keys:
                keys.insert(key_index(keys, key, edit.order), key)
        behind: dict[str | None, list[str]] = {}
        last: str | None = None
        for key in keys:
            if key in added:
                behind.setdefault(last, []).append(key)
            else:
                last = key
        return [
            self._add_behind(mapping, route, last, {key: added[key] for key in keys})
            for last, keys in behind.items()
        ]

    def _add_behind(
        self, mapping: Node, route: Route, last: str | None, pairs: dict[str, New]
    ) -> Splice:
        """New keys in a mapping, behind one that is there, or before the first."""
        before = None if last is None else mapping.child(last)
        if mapping.is_flow:
            flow = [self._writer.flow_pair(key, value, route) for key, value in pairs.items()]
            return self.into_flow(mapping, before, flow)
        first = mapping.nth(0)
        assert first is not None
        column = first.column
        lines = [self._writer.pair(key, value, route, column) for key, value in pairs.items()]
        return self._lines(first, before, lines, 1)

    def _insert(self, node: Node, route: Route, values: list[New], at: int | None) -> Splice:
        """New items, behind each other, in a list that has some."""
        if not node.is_container:
            raise self._unreachable((*route, 0))
        count = node.count
        index = count if at is None else at
        before = node.nth(index - 1)
        if node.is_flow:
            return self.into_flow(
                node, before, [self._writer.flow(value, (*route, index)) for value in values]
            )
        first = node.nth(0)
        assert first is not None
        column, gap = first.column, node.gap
        items = [
            "-" + self._writer.behind_dash(value, (*route, index), column, gap) for value in values
        ]
        beside = node.nth(min(max(index, 1), count - 1))
        return self._lines(first, before, items, 1 + self._is_apart(beside))

    def _is_apart(self, node: Node | None) -> bool:
        """A blank line stands between an item and the one before it."""
        before = node and node.before
        if node is None or before is None:
            return False
        between = self._text[before.end : node.entry].split("\n")
        return any(not line.strip() for line in between[1:-1])

    def _lines(self, first: Node, before: Node | None, news: list[str], ends: int) -> Splice:
        """Lines of their own for keys or items, behind one that is there, or before the first."""
        between = self._layout.newline * ends + " " * first.column
        if before is None:
            new = "".join(text + between for text in news)
            return self._splice(first.entry, first.entry, new)
        end = line_end(self._text, before.end)
        return self._splice(end, end, "".join(between + text for text in news))

    def into_flow(self, node: Node, before: Node | None, news: list[str]) -> Splice:
        """Keys or items inside brackets, behind one that is there, or before the first."""
        if node.is_bare_pair:
            raise _bare_pair()
        text, first = self._text, node.nth(0)
        if first is None:
            is_bare = not text[node.body + 1 : node.end - 1].strip()
            end = node.end - 1 if is_bare else node.body + 1
            return self._splice(node.body + 1, end, ", ".join(news))
        model = node.nth(1) or first
        is_on_lines = line_start(text, model.entry) > (
            model.before.end if model.before else node.body
        )
        before_it = text[line_start(text, model.entry) : model.entry]
        own_line = self._layout.newline + (before_it if is_on_lines else "")
        between = "," + (own_line if is_on_lines else " ")
        new = between.join(news)
        if before is None:
            return self._splice(first.entry, first.entry, new + between)
        if not is_on_lines:
            return self._splice(before.end, before.end, between + new)
        end = line_end(text, before.end)
        rest = text[before.end : end]
        if re.fullmatch(r"\s*,\s*(?:#.*)?", rest):
            return self._splice(end, end, own_line + new + ",")
        if re.fullmatch(r"\s*(?:#.*)?", rest):
            return self._splice(before.end, end, "," + rest + own_line + new)
        return self._splice(before.end, before.end, between + new)

    def _remove(self, node: Node) -> Splice:
        """A key with its value, or an item, with the comments on its lines."""
        parent = node.parent
        assert parent is not None
        if parent.is_flow:
            return self._out_of_flow(node, parent)
        if parent.count == 1:
            nothing = "{}" if parent.is_mapping else "[]"
            if parent.parent is None:
                return self._splice(parent.body, line_end(self._text, parent.end), nothing)
            return self._in_place(parent, " " + nothing)
        text = self._text
        start = line_start(text, node.entry)
        if text[start : node.entry].strip(" "):
            return self._remove_first(node)
        before, end = line_before(text, start), next_line(text, node.end)
        if end == len(text) and self._layout.ends_open:
            start = line_end(text, before)
        elif is_blank(text, before) and (end == len(text) or is_blank(text, end)):
            start = before
        elif node.index == 0 and is_blank(text, end):
            end = next_line(text, end)
        return self._splice(start, end, "")

    def _remove_first(self, node: Node) -> Splice:
        """The first key or item, where it shares its line with the dash in front."""
        text, behind = self._text, node.behind
        assert behind is not None
        end = line_end(text, node.end)
        if not text[end : behind.entry].strip():
            return self._splice(node.entry, behind.entry, "")
        return self._splice(len(text[: node.entry].rstrip(" ")), end, "")

    def _out_of_flow(self, node: Node, parent: Node) -> Splice:
        if parent.is_bare_pair:
            raise _bare_pair()
        text = self._text
        comma = re.compile(r"\s*,").match(text, node.end)
        start, end = node.entry, comma.end() if comma else node.end
        if parent.count == 1:
            inside = text[parent.body + 1 : start] + text[end : parent.end - 1]
            if not inside.strip():
                return self._splice(parent.body + 1, parent.end - 1, "")
            return self._splice(start, end, "")
        behind = text[end : line_end(text, end)]
        is_last = comma is None and node.before is not None and self._layout.is_json
        is_on_lines = not text[line_start(text, start) : start].strip()
        if not is_last and is_on_lines and re.fullmatch(r"\s*(#.*)?", behind):
            return self._splice(line_start(text, start), next_line(text, end), "")
        if comma:
            return self._splice(start, end + len(behind) - len(behind.lstrip(" ")), "")
        before = node.before
        assert before is not None
        if "#" not in text[before.end : start]:
            start = before.end
        return self._splice(start, end, "")

    def _unreachable(self, route: Route) -> CannotEdit:
        for length in range(len(route)):
            node = self._layout.node(route[:length])
            if node is not None and node.style == "*":
                raad = "Skriv verdien ut der henvisningen står."
                return CannotEdit("verdien er en henvisning til et anker et annet sted", raad)
        return nowhere(route[-1:])


def _bare_pair() -> CannotEdit:
    return CannotEdit("verdien står uten krøllparenteser i en liste", "Sett dem rundt den.")
