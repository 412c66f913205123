"""A new value as YAML text, in the style of what stands around it."""

from itertools import chain
from typing import Any

from styring.yamlfile.edits import New
from styring.yamlfile.forms import Spot, key_text, scalar_text
from styring.yamlfile.layout import Layout
from styring.yamlfile.node import Node
from styring.yamlfile.places import Route


class Writer:
    """Writes values into a document as the rest of it is written.

    One that is quoting writes text with line breaks in quotes, not in lines of its own.
    """

    def __init__(self, layout: Layout, *, is_quoting: bool) -> None:
        self._layout = layout
        self._is_quoting = is_quoting
        self._newline = layout.newline

    def behind_key(self, value: New, route: Route, indent: int, old: Node | None = None) -> str:
        """What follows `key:` in a mapping with this indent: ` text` or lines of their own."""
        if self.is_block(value, route, old):
            inside = indent + self._offset(value, route)
            return self._newline + " " * inside + self.block(value, route, inside)
        return " " + self.scalar(value, route, indent, old)

    def behind_dash(
        self, value: New, route: Route, indent: int, gap: str, old: Node | None = None
    ) -> str:
        """What follows the dash, with this indent, of a list's item: ` text`, maybe more lines."""
        if self.is_block(value, route, old):
            return gap + self.block(value, route, indent + 1 + len(gap))
        return gap + self.scalar(value, route, indent, old)

    def block(self, value: Any, route: Route, indent: int) -> str:
        """A mapping or list in block style; the indentation of its first line is left out."""
        between = self._newline + " " * indent
        if isinstance(value, dict):
            return between.join(
                self.pair(key, under, route, indent) for key, under in value.items()
            )
        gap = self.gap(route)
        return between.join(
            "-" + self.behind_dash(item, (*route, index), indent, gap)
            for index, item in enumerate(value)
        )

    def pair(self, key: str, value: New, route: Route, indent: int) -> str:
        """A key and its value in a mapping in block style."""
        return (
            key_text(key, Spot(self._layout, indent=indent))
            + ":"
            + self.behind_key(value, (*route, key), indent)
        )

    def scalar(self, value: New, route: Route, indent: int, old: Node | None = None) -> str:
        """A value that begins on the line of its key or dash: a scalar, or in flow style."""
        if isinstance(value, list | dict):
            return self.flow(value, route, old)
        style = self._style(route, old)
        return scalar_text(value, Spot(self._layout, style, indent, old, not self._is_quoting))

    def flow(self, value: New, route: Route, old: Node | None = None) -> str:
        """A value in flow style."""
        if isinstance(value, list):
            inside = [self.flow(item, (*route, index)) for index, item in enumerate(value)]
            return f"[{', '.join(inside)}]"
        if isinstance(value, dict):
            pairs = (self.flow_pair(key, under, route) for key, under in value.items())
            return f"{{{', '.join(pairs)}}}"
        return scalar_text(value, Spot(self._layout, self._style(route, old)))

    def flow_pair(self, key: str, value: New, route: Route) -> str:
        """A key and its value in a mapping in flow style."""
        return f"{key_text(key, Spot(self._layout))}: {self.flow(value, (*route, key))}"

    def gap(self, route: Route) -> str:
        """What stands between the dashes and the items of the list at a route, or of one alike."""
        for node in chain((self._layout.node(route),), self._layout.alike(route)):
            if node is not None and node.is_block and not node.is_mapping:
                return node.gap
        return " "

    def is_block(self, value: New, route: Route, old: Node | None) -> bool:
        """Whether it goes in block style: as what stands there, or elsewhere; else by its kind."""
        if not isinstance(value, list | dict) or not value or self._layout.is_json:
            return False
        for node in chain((old,), self._layout.alike(route)):
            if node is not None and node.count:
                return node.is_block
        return isinstance(value, dict) or any(isinstance(item, dict) for item in value)

    def _offset(self, value: New, route: Route) -> int:
        """How far a mapping or list under a key stands to the right of the key."""
        is_mapping = isinstance(value, dict)
        for node in self._layout.alike(route):
            if node.is_block and node.is_mapping == is_mapping and not node.is_item:
                return node.offset
        above = self._layout.node(route[:-1])
        while above is not None:
            if above.is_block and not above.is_item and above.is_mapping == is_mapping:
                return above.offset
            above = above.parent
        return self._layout.offset(is_mapping=is_mapping)

    def _style(self, route: Route, old: Node | None) -> str:
        """The sign a scalar began with, or that it has in the nearest record that has it."""
        if old is not None and not old.is_container and not old.is_empty:
            return old.style
        for node in self._layout.alike(route):
            if not node.is_container:
                return node.style if node.style in ("'", '"') else ""
        return ""
