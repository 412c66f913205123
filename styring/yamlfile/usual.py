"""The value of a text in the usual style, line by line: a key, or a list's item, and its value.

Most of what our files hold is written so, many lines are the same as another, and it is read in a
fourth of the time that the parser takes. An item of a list with anything else in it is odd, and
given to the parser; so is the whole text where that is not sure to mean the same. What stands
where, and what is wrong, only the parser says.

No value is another than the parser's, because:

- What `_LINE` takes leaves nothing open that a line no deeper could go on with, but an empty key
  (with a list right under it). Where a deeper line could, or may not stand, the item is odd.
- An item ends before the first line that is not deeper than its dash, to the parser too. In quotes
  or brackets it does not, but then they are open at the end of what the parser gets: a fault.
- The parser is asked for whole items, and finds nothing wrong in them, nor an anchor. It is asked
  for those with their dashes in one column as for one list, which then has no more items than
  there are dashes in that column, and as many only when each ends before the next.
"""

import re
from collections.abc import Callable
from sys import intern
from typing import Any, NamedTuple

from styring.yamlfile.scalar import HugeNumber, Once, resolve

# What they take of a line is printable to Python, which then is so to YAML.
_KEY = r"[^\W\d][\w-]{0,60}"
_PLAIN = r"(?>-?[\w(§«/.+~][^:#]*(?:(?::(?! |$)|(?<! )#)[^:#]*)*)"  # and spaces behind it
_WORD = r"-?[\w/.+][\w/.+ @–-]*+"
_PAIR = rf"{_KEY}: {_WORD}"
_LINE = re.compile(
    rf"( *+)(- )?(?:({_KEY}):(?= |$))?(?: *+("
    rf"{_PLAIN}|\"[^\"\\]*+\"|'[^']*+'"
    rf"|\[(?:{_WORD}(?:, {_WORD})*)?\]|\{{(?:{_PAIR}(?:, {_PAIR})*)?\}}"
    rf"))? *+(?:(?<![^ ])#.*)?"
)
_START = re.compile(r"( *)(-(?: |$))?")
DEEPEST = 8
"""How many containers may stand in each other, but for the mappings that are items of a list."""
_NEVER = 1 << 30
"""A column further in than anything stands."""

_NOTHING: Any = object()  # no value on the line: it comes below, or is null
_ODD: Any = object()


class Unusual(Exception):
    """The text is for the parser."""


class _Line(NamedTuple):
    column: int
    """Where the dash or the key stands."""
    is_item: bool = False
    key: str | None = None
    value: Any = _ODD
    is_mutable: bool = False


_EMPTY, _END = _Line(_NEVER), _Line(-1)


def usual(text: str, parsed: Callable[[str], list[Any]]) -> Any:
    """The value, with items that are odd from `parsed`, which is given them as a list.

    Raises Unusual, also out of `parsed`, where it takes the parser to tell.
    """
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        raise Unusual
    texts, meanings = text.split("\n"), Once(_line)
    root: dict[Any, Any] = {}
    # The innermost container, where its keys or dashes stand, and the row of a list's last item,
    container: Any = root
    at, is_list, start = -1, False, 0
    around: list[tuple[Any, int, bool, int]] = []  # the same of those around it,
    empty: str | None = ""  # the last key, if no value stands behind it,
    limit = usually = _NEVER - 1  # and the dash that an odd item is further in than.
    odd: dict[int, list[tuple[Any, int, str]]] = {}
    for row, line in enumerate([*map(meanings.__getitem__, texts), _END]):
        column, is_item, key, value, is_mutable = line
        if column > limit:
            continue
        if limit == at:
            item = "\n".join(texts[start:row]) + "\n" * (line is not _END)
            odd.setdefault(at, []).append((container, len(container) - 1, item))
            limit = usually
        while column < at or (column == at and is_list and not is_item):
            container, at, is_list, start = around.pop()
            empty = None
        if line is _END:
            break
        is_odd = value is _ODD
        if column > at or is_item > is_list:
            if empty is None or len(around) > DEEPEST:
                is_odd = True
            else:
                around.append((container, at, is_list, start))
                container[empty] = [] if is_item else {}
                container, at, is_list = container[empty], column, is_item
        if is_mutable:
            value = value.copy()
        if is_item and is_list and column == at:
            start = row
            container.append(value)
            if key is not None:
                around.append((container, at, is_list, start))
                container[-1] = {}
                container, at, is_list = container[-1], column + 2, False
        empty = None
        if is_odd or (not is_list and key in container):
            while not is_list:
                if not around:
                    raise Unusual
                container, at, is_list, start = around.pop()
            limit = at
        elif value is _NOTHING:
            empty, container[key] = key, None
        elif not is_list:
            container[key] = value
    if not root:
        raise Unusual
    for items in odd.values():
        values = parsed("".join(item for *_, item in items))
        if len(values) != len(items):
            raise Unusual
        for (list_, index, _), value in zip(items, values, strict=True):
            list_[index] = value
    return root[""]


def _line(text: str) -> _Line:
    found = _LINE.fullmatch(text) if text.isprintable() else None
    if found is not None:
        indent, dash, key, written = found.groups()
        if key is not None or (dash is not None and written is not None):
            try:
                value = _NOTHING if written is None else _value(written.rstrip(" "))
            except HugeNumber:
                value = _ODD
            is_mutable = isinstance(value, list | dict)
            return _Line(len(indent), dash is not None, key and intern(key), value, is_mutable)
        if dash is None and written is None:
            return _EMPTY
    indent, dash = _START.match(text).groups()  # type: ignore[union-attr]
    return _Line(len(indent), dash is not None)


def _value(text: str) -> Any:
    if text[0] in "\"'":
        return text[1:-1]
    if text[0] == "[":
        return [resolve(word.rstrip(" ")) for word in text[1:-1].split(", ") if word]
    if text[0] == "{":
        pairs = [pair.split(": ", 1) for pair in text[1:-1].split(", ") if pair]
        value = {key: resolve(word.rstrip(" ")) for key, word in pairs}
        return value if len(value) == len(pairs) else _ODD
    return resolve(text)
