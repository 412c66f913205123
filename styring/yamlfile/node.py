"""Where a value stands in the lines of a text, with its key or dash, its anchor and its tag."""

from __future__ import annotations

import re
from functools import cached_property

from styring.yamlfile.places import Places
from styring.yamlfile.source import column, line_end, line_start

_VOID = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*")
_PROPERTY = re.compile(r"!<[^>\s]*>|[&!][^\s,\[\]{}]*")


class Node:
    """A value in the text. Offsets count from 0 and end behind the last character."""

    def __init__(
        self,
        places: Places,
        number: int,
        parent: Node | None = None,
        key: int | None = None,
        index: int = 0,
    ) -> None:
        self.places = places
        self.text = places.text
        self.parent = parent
        self.index = index
        """Its place among the values of its parent, from 0."""
        self.start, self._end = places.node_span(number)
        self._number = number
        self._key = key
        container = places.container(number)
        self.is_container = container is not None
        self.is_mapping = container is not None and bool(places.mappings[container])
        is_marked = self.text[self.body : self.body + 1] in tuple("[{")
        self.is_bare_pair: bool = (
            self.is_container and not is_marked and parent is not None and parent.is_flow
        )
        """`a: b` as an item of a list in flow style is a mapping without braces."""
        self.is_flow: bool = self.is_container and (is_marked or self.is_bare_pair)

    @property
    def is_block(self) -> bool:
        """A mapping or list in block style."""
        return self.is_container and not self.is_flow

    @property
    def is_empty(self) -> bool:
        """Nothing stands where the value should."""
        return not self.is_container and self.body == self._end

    @property
    def is_block_text(self) -> bool:
        """A literal or folded scalar."""
        return self.style in ("|", ">")

    @property
    def style(self) -> str:
        """The sign that a scalar begins with: a quote, `|`, `>`, `*`, or none."""
        sign = self.text[self.body : self.body + 1]
        return sign if not self.is_container and sign in ("'", '"', "|", ">", "*") else ""

    @cached_property
    def _properties_end(self) -> int:
        """The end of the anchor and tag in front of the value; its start when it has none."""
        end = self.start
        if self.is_container and not self._has_properties():
            return end
        while found := _PROPERTY.match(self.text, behind_void(self.text, end)):
            end = found.end()
        return end

    def _has_properties(self) -> bool:
        inside = self.places.inside(self._number)
        # A block mapping begins where its first key does, and that may have an anchor of its own.
        return not self.is_mapping or not inside or self.places.node_span(inside[0])[0] > self.start

    @cached_property
    def body(self) -> int:
        """Where the value itself begins, behind anchor and tag."""
        if self._properties_end == self.start:
            return self.start
        if not self.is_container and self._properties_end == self._end:
            return self._end
        return behind_void(self.text, self._properties_end)

    def child(self, step: str | int) -> Node | None:
        """The value at a key or index."""
        number = self.places.number(self._number, step)
        return None if number is None else self.nth(number)

    @property
    def before(self) -> Node | None:
        """The value before it under the same parent."""
        return self.parent and self.parent.nth(self.index - 1)

    @property
    def behind(self) -> Node | None:
        """The value behind it under the same parent."""
        return self.parent and self.parent.nth(self.index + 1)

    def nth(self, index: int) -> Node | None:
        """The value right below it with this number, also when they have keys."""
        found = self.places.nth(self._number, index)
        return found and Node(self.places, found[1], self, found[0], index)

    @property
    def count(self) -> int:
        """How many values stand right below it."""
        count = len(self.places.inside(self._number))
        return count // 2 if self.is_mapping else count

    @cached_property
    def end(self) -> int:
        """Where its last visible sign ends; comments behind it are not in it."""
        if self.is_block and (last := self.nth(self.count - 1)) is not None:
            return last.end
        if not self.is_block_text:
            return self._end
        header = line_end(self.text, self.body)
        if "+" in re.split(r"\s", self.text[self.body : header], maxsplit=1)[0]:
            return line_end(self.text, self._end - 1) if self._end > header else header
        return max(header, self.body + len(self.text[self.body : self._end].rstrip()))

    @cached_property
    def entry(self) -> int:
        """Where it begins with what belongs to it: its key (or the `?` before that) or dash."""
        if self._key is not None:
            key = self.places.node_span(self._key)[0]
            before = self.text[line_start(self.text, key) : key].rstrip(" \t")
            return line_start(self.text, key) + len(before) - 1 if before.endswith("?") else key
        if self.parent is None or self.parent.is_flow:
            return self.start
        before_it = self.before
        return behind_void(self.text, self.parent.body if before_it is None else before_it.end)

    @cached_property
    def head(self) -> int:
        """Where a value's text may begin: behind its key's colon, its dash, its anchor and tag."""
        if self._properties_end > self.start:
            return self._properties_end
        if self._key is not None:
            colon = behind_void(self.text, self.places.node_span(self._key)[1])
            return colon + 1 if self.text.startswith(":", colon) else self.start
        if self.parent is None or self.parent.is_flow:
            return self.start
        return self.entry + 1

    @property
    def lacks_colon(self) -> bool:
        """It is what a key without a colon stands for, as in `{a, b}`."""
        return (
            self._key is not None
            and self.text[self.head - 1 : self.head] != ":"
            and (self.is_empty and self._properties_end == self.start)
        )

    @property
    def column(self) -> int:
        """The column of its key or dash, from 0."""
        return column(self.text, self.entry)

    @property
    def is_item(self) -> bool:
        """It has no key."""
        return self._key is None

    @property
    def offset(self) -> int:
        """How far a value in block style stands to the right of its key."""
        return column(self.text, self.body) - self.column

    @property
    def gap(self) -> str:
        """What stands between the dash and the item that a list in block style ends with."""
        last = self.nth(self.count - 1)
        between = "" if last is None else self.text[last.entry + 1 : last.start]
        return between if between and not between.strip(" ") else " "


def behind_void(text: str, offset: int) -> int:
    """Where the next part begins, behind space, line ends and comments."""
    found = _VOID.match(text, offset)
    return found.end() if found else offset
