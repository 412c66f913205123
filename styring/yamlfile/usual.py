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
- The parser is asked for whole items, and finds nothing wrong in them, nor an anchor.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from sys import intern
from typing import Any, NamedTuple

from styring.yamlfile.scalar import HugeNumber, resolve

_HIGH = r"\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_SIGN = rf"[ !\"$-9;-~{_HIGH}]"  # not a colon nor a number sign, which may end a plain text
_KEY = r"[^\W\d][\w-]{0,60}"
_PLAIN = rf"(?>-?[\w(§«/.+~]{_SIGN}*(?:(?::(?! |$)|(?<! )#){_SIGN}*)*)"  # and spaces behind it
_WORD = r"-?[\w/.+][\w/.+ @–-]*+"
_PAIR = rf"{_KEY}: {_WORD}"
_LINE = re.compile(
    rf"( *+)(- )?(?:({_KEY}):(?= |$))?(?: *+("
    rf"{_PLAIN}|\"[ !#-\[\]-~{_HIGH}]*+\"|'[ -&(-~{_HIGH}]*+'"
    rf"|\[(?:{_WORD}(?:, {_WORD})*)?\]|\{{(?:{_PAIR}(?:, {_PAIR})*)?\}}"
    rf"))? *+(?:(?<![^ ])#[\t -~{_HIGH}]*)?"
)
_START = re.compile(r"( *)(-(?: |$))?")
_DEEPEST = 8
"""How many containers may stand in each other: an odd item's own lists have been read before it."""

_NOTHING: Any = object()  # no value on the line: it comes below, or is null
_ODD: Any = object()


class Unusual(Exception):
    """The text is for the parser."""


class _Odd(Unusual):
    """So is, at least, the innermost list's item."""


class _Line(NamedTuple):
    column: int
    """Where the dash or the key stands."""
    is_item: bool
    key: str | None
    value: Any
    is_mutable: bool


_EMPTY = _Line(-1, False, None, None, False)


class _Meanings(dict[str, _Line]):
    """What lines mean, worked out once for each that is another."""

    def __missing__(self, text: str) -> _Line:
        line = self[text] = _line(text)
        return line


def usual(text: str, parsed: Callable[[str, int], list[Any]]) -> Any:
    """The value, with items that are odd from `parsed`, given how deep their list stands.

    Raises Unusual, also out of `parsed`, where it takes the parser to tell.
    """
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        raise Unusual
    return _Text(text, parsed).value()


class _Text:
    """Rows, which are the lines that are not empty; an empty one stands behind the last."""

    def __init__(self, text: str, parsed: Callable[[str, int], list[Any]]) -> None:
        self._parsed = parsed
        self._texts = text.split("\n")
        meanings = _Meanings()
        lines = [meanings[line] for line in self._texts]
        self._numbers = [number for number, line in enumerate(lines) if line is not _EMPTY]
        self._rows = [lines[number] for number in self._numbers]
        self._numbers.append(len(lines))
        self._rows.append(_EMPTY)

    def value(self) -> Any:
        """The value of all of it."""
        if self._rows[0].column != 0:
            raise Unusual
        value, behind = self._container(0, 0)
        if self._rows[behind] is not _EMPTY:
            raise Unusual
        return value

    def _container(self, row: int, depth: int) -> tuple[Any, int]:
        """The list or mapping that begins in a row, in so many others, and the row behind it."""
        if depth >= _DEEPEST:
            raise _Odd
        first = self._rows[row]
        if first.is_item:
            return self._list(row, first.column, depth)
        return self._mapping(row, first.column, depth)

    def _list(self, row: int, column: int, depth: int) -> tuple[list[Any], int]:
        rows = self._rows
        made: list[Any] = []
        odd = row  # the items from here to `row` are odd
        line = rows[row]
        while line.is_item and line.column == column:
            try:
                if line.key is not None:
                    item, behind = self._mapping(row, column + 2, depth + 1)
                elif line.value is _ODD:
                    raise _Odd
                else:
                    item, behind = line.value.copy() if line.is_mutable else line.value, row + 1
                if rows[behind].column > column:
                    raise _Odd
            except _Odd:
                row += 1
                while rows[row].column > column:
                    row += 1
            else:
                if odd < row:
                    made += self._parse(odd, row, depth)
                made.append(item)
                odd = row = behind
            line = rows[row]
        if odd < row:
            made += self._parse(odd, row, depth)
        return made, row

    def _mapping(self, row: int, column: int, depth: int) -> tuple[dict[Any, Any], int]:
        """One whose first key stands in a row, behind a dash or not."""
        rows = self._rows
        made: dict[Any, Any] = {}
        line = rows[row]
        while True:
            _, _, key, value, is_mutable = line
            if value is _ODD or key in made:
                raise _Odd
            row += 1
            line = rows[row]
            if is_mutable:
                value = value.copy()
            elif value is _NOTHING:
                value = None
                if line.column > column or (line.is_item and line.column == column):
                    value, row = self._container(row, depth + 1)
                    line = rows[row]
            made[key] = value
            if line.is_item or line.column != column:
                return made, row

    def _parse(self, start: int, end: int, depth: int) -> list[Any]:
        """The items in rows of a list, by the parser."""
        first, behind = self._numbers[start], self._numbers[end]
        line_end = "\n" if behind < len(self._texts) else ""
        return self._parsed("\n".join(self._texts[first:behind]) + line_end, depth)


def _line(text: str) -> _Line:
    found = _LINE.fullmatch(text)
    if found is not None:
        indent, dash, key, written = found.groups()
        if key is not None or (dash is not None and written is not None):
            try:
                value = _NOTHING if written is None else _value(written.rstrip(" "))
            except (HugeNumber, _Odd):
                value = _ODD
            is_mutable = isinstance(value, list | dict)
            return _Line(len(indent), dash is not None, key and intern(key), value, is_mutable)
        if dash is None and written is None:
            return _EMPTY
    indent, dash = _START.match(text).groups()  # type: ignore[union-attr]
    return _Line(len(indent), dash is not None, None, _ODD, False)


def _value(text: str) -> Any:
    if text[0] in "\"'":
        return text[1:-1]
    if text[0] == "[":
        return [resolve(word.rstrip(" ")) for word in text[1:-1].split(", ") if word]
    if text[0] == "{":
        pairs = [pair.split(": ", 1) for pair in text[1:-1].split(", ") if pair]
        value = {key: resolve(word.rstrip(" ")) for key, word in pairs}
        if len(value) < len(pairs):
            raise _Odd
        return value
    return resolve(text)
