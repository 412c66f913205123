"""Where each key and value of a document stands, by its route of keys and indexes.

A document's nodes are numbered in the order they stand in the text, keys included; what is kept
is two numbers a node. That is a small part of what an object a node would take, and enough: the
way to a place is found again by walking, which only a fault or an edit needs.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

Route = tuple[str | int, ...]
Span = tuple[int, int]


class Places:
    """Spans of text by route. Offsets count characters from 0, and end behind the last.

    The reader fills the arrays itself: a call a node would cost it a tenth of its time.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = array("I")
        self.ends = array("I")
        self.containers = array("I")
        """The nodes that are mappings and lists, in order,"""
        self.mappings = array("B")
        """whether each of them is a mapping,"""
        self.skips = array("I")
        """and the number of the first node behind it (0 until that is known)."""
        self.keys: dict[int, str] = {}
        """Keys whose text is not what stands in the file: quoted ones."""
        self.has_names = False
        """Something in the text has a name, by which it can be referred to."""
        self._children: dict[int, list[int]] = {}
        self._numbers: dict[int, dict[str, int]] = {}

    def span(self, route: Route) -> Span | None:
        """The text of the value at a route; None if there is no such route."""
        found = self._find(route)
        return None if found is None else self.node_span(found[1])

    def key_span(self, route: Route) -> Span | None:
        """The text of the key at the end of a route; None if there is none, or it is an index."""
        found = self._find(route)
        return None if found is None or found[0] is None else self.node_span(found[0])

    def node_span(self, node: int) -> Span:
        """The text of a node."""
        return self.starts[node], self.ends[node]

    def route_before(self, offset: int) -> Route | None:
        """The route of the last value that begins before an offset; None if that is a key."""
        route: Route = ()
        value = 0
        while self.starts and (number := self.container(value)) is not None:
            inside = self.inside(value)
            place = bisect_left(inside, offset, key=self.starts.__getitem__) - 1
            if place < 0:
                return route
            if not self.mappings[number]:
                route, value = (*route, place), inside[place]
            elif place % 2:
                route, value = (*route, self._key(inside[place - 1])), inside[place]
            else:
                return None
        return route

    def end_at(self, end: int) -> None:
        """Takes back what the parser was given behind the end of the text."""
        last = len(self.starts) - 1
        for node in (*self.containers, *range(max(0, last), last + 1)):
            self.starts[node] = min(self.starts[node], end)
            self.ends[node] = min(self.ends[node], end)

    def unclosed(self, opening: str) -> int | None:
        """Where the innermost container began that is still open, and begins with such a sign."""
        for node, skip in zip(reversed(self.containers), reversed(self.skips), strict=True):
            if not skip and self.text[self.starts[node]] in opening:
                return self.starts[node]
        return None

    def _find(self, route: Route) -> tuple[int | None, int] | None:
        """The key's node (None under a list) and the value's, at a route."""
        if not self.starts:
            return None
        key: int | None = None
        value = 0
        for step in route:
            number = self.number(value, step)
            found = None if number is None else self.nth(value, number)
            if found is None:
                return None
            key, value = found
        return key, value

    def inside(self, node: int) -> list[int]:
        """The nodes right below one, in order. Kept, since lists are long and asked for often."""
        if node not in self._children:
            children, child, end = [], node + 1, self._behind(node)
            while child < end:
                children.append(child)
                child = self._behind(child)
            self._children[node] = children
        return self._children[node]

    def number(self, node: int, step: str | int) -> int | None:
        """Which of the values right below a node has a key or index; the first of equal keys."""
        container = self.container(node)
        if container is None or self.mappings[container] == isinstance(step, int):
            return None
        if isinstance(step, int):
            return step
        if node not in self._numbers:  # kept too
            keys = [self._key(key) for key in self.inside(node)[::2]]
            self._numbers[node] = {keys[n]: n for n in reversed(range(len(keys)))}
        return self._numbers[node].get(step)

    def nth(self, node: int, number: int) -> tuple[int | None, int] | None:
        """The nodes of a value right below one, and of its key (None under a list), key first."""
        inside, container = self.inside(node), self.container(node)
        is_mapping = container is not None and self.mappings[container]
        value = 2 * number + 1 if is_mapping else number
        if not 0 <= value < len(inside):
            return None
        return inside[value - 1] if is_mapping else None, inside[value]

    def is_twice(self, route: Route) -> bool:
        """A mapping has the key at the end of a route more than once."""
        found = self._find(route[:-1])
        keys = () if found is None else self.inside(found[1])[::2]
        return sum(self._key(key) == route[-1] for key in keys) > 1

    def _behind(self, node: int) -> int:
        container = self.container(node)
        return node + 1 if container is None else self.skips[container] or len(self.starts)

    def container(self, node: int) -> int | None:
        """The number among the containers of a node that is one."""
        index = bisect_left(self.containers, node)
        is_there = index < len(self.containers) and self.containers[index] == node
        return index if is_there else None

    def _key(self, node: int) -> str:
        if node in self.keys:
            return self.keys[node]
        plain = self.text[self.starts[node] : self.ends[node]]
        return re.sub(_FOLD, _folded, plain) if "\n" in plain or "\r" in plain else plain


_LINE_END = r"(?:\r\n|\n|\r)"
_FOLD = rf"(?<![ \t])[ \t]*+(?:{_LINE_END}[ \t]*)+"


class LatePlaces(Places):
    """Places that are found when one is first asked for, which few who read a file do."""

    def __init__(self, text: str, find: Callable[[], Places]) -> None:
        self.text = text
        self._find_all = find

    def __getattr__(self, name: str) -> Any:
        """What `Places` has, once it is there."""
        if "starts" in vars(self) or name.startswith("__"):
            raise AttributeError(name)
        vars(self).update(vars(self._find_all()))
        return getattr(self, name)


def _folded(breaks: re.Match[str]) -> str:
    """What line breaks within a plain scalar stand for: one is a space, each more a line break."""
    return "\n" * (len(re.findall(_LINE_END, breaks[0])) - 1) or " "


def at(value: Any, route: Route) -> Any:
    """What stands at a route in read values; None where the route leads nowhere."""
    for step in route:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
