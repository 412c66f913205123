"""A document as nodes, and how it is usually written."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from heapq import merge

from styring.yamlfile.node import Node
from styring.yamlfile.places import Route, at
from styring.yamlfile.read import Document
from styring.yamlfile.source import LINE_END

NEARBY = 100
"""How many records to each side are asked how they are written."""


class Layout:
    """A document as nodes, and what is usual in it."""

    def __init__(self, document: Document, like: Layout | None = None) -> None:
        self.text = document.source.text
        self.value = document.value
        self._document = document
        self._like = like or self
        """That of all the text, before edits left but one line of it."""
        self._nodes: dict[Route, Node | None] = {}
        self._having: dict[tuple[Route, Route], list[int]] = {}
        """The records of a list in which something stands at a route."""

    @cached_property
    def root(self) -> Node:
        """The value of all of it."""
        return Node(self._document.places, 0)

    def node(self, route: Route) -> Node | None:
        """The value at a route; None where no value stands, also inside what an alias gives."""
        if not route:
            return self.root
        if route not in self._nodes:
            above = self.node(route[:-1])
            self._nodes[route] = above and above.child(route[-1])
        return self._nodes[route]

    @cached_property
    def newline(self) -> str:
        """How lines end."""
        found = LINE_END.search(self._like.text)
        return found[0] if found else "\n"

    @property
    def ends_open(self) -> bool:
        """The last line has no line end."""
        return not self.text.endswith(("\n", "\r"))

    @cached_property
    def is_json(self) -> bool:
        """It is a mapping or list as JSON, which all programs for JSON can read."""
        if self.text.lstrip()[:1] not in ("{", "["):
            return False
        try:
            json.loads(self.text, parse_constant=_no_json)
        except (ValueError, RecursionError):
            return False
        return True

    @cached_property
    def quote(self) -> str:
        """The kind of quotes it uses."""
        found = re.search(r"""(?m)^[^#\r\n'"]*?[:\-\[{,] *(['"])""", self._like.text)
        return found[1] if found else '"'

    def alike(self, route: Route) -> Iterator[Node]:
        """The values with the same key in other records, the nearest first, those before ahead."""
        for depth in reversed(range(len(route))):
            place = route[depth]
            records = at(self.value, route[:depth])
            if not isinstance(place, int) or not isinstance(records, list):
                continue
            rest = tuple(0 if isinstance(step, int) else step for step in route[depth + 1 :])
            if (route[:depth], rest) not in self._having:  # as all of many new fields ask for it
                having = [n for n, record in enumerate(records) if at(record, rest) is not None]
                self._having[route[:depth], rest] = having
            numbers = self._having[route[:depth], rest]
            first, here, end = (
                bisect_left(numbers, n) for n in (place - NEARBY, place, place + NEARBY)
            )
            before, behind = reversed(numbers[first:here]), numbers[here:end]
            for index in merge(before, behind, key=lambda n: max(place - 1 - n, n - place)):
                if node := self.node((*route[:depth], index, *rest)):
                    yield node

    def offset(self, *, is_mapping: bool) -> int:
        """How far the keys of a mapping, or a list's dashes, stand to the right of its key."""
        alike = (node for node in _under_keys(self.root) if node.is_mapping == is_mapping)
        if first := next(alike, None):
            return first.offset
        return 2 if is_mapping else self.offset(is_mapping=True)


def _no_json(word: str) -> None:
    raise ValueError(word)


def _under_keys(node: Node) -> Iterator[Node]:
    """The values in block style that stand under a key, in the order of the text."""
    if not node.is_block:
        return
    for index in range(node.count):
        child = node.nth(index)
        if child is not None and child.is_block and node.is_mapping:
            yield child
        if child is not None:
            yield from _under_keys(child)
