"""The value of a text in the usual style, line by line: a key, or a list's item, and its value.

Most of what our files hold is written so, many lines are the same as another, and it is read in a
third of the time that the parser takes. A record with anything else in it is given to the parser,
and so is the whole file where that is not sure to mean the same. What stands where, and what is
wrong, only the parser says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from styring.yamlfile.scalar import HugeNumber, resolve

_REST = r";-~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_SIGN = rf"[ -:{_REST}]"
_NEITHER = rf"[ -\"$-9{_REST}]"  # a colon nor a number sign, which may end a plain text
_KEY = r"[^\W\d][\w-]{0,60}"
_PLAIN = rf"[\w(§«/.+~]{_NEITHER}*(?:(?::(?! |$)|(?<! )#){_NEITHER}*)*"
_WORD = r"[\w/.+][\w/.+ @–-]*"
_PAIR = rf"{_KEY}: {_WORD}"
_LINE = re.compile(
    rf"( *)(- )?(?:({_KEY}):(?= |$))?(?: *("
    rf"{_PLAIN}|\"[^\"\\\x00-\x1f\x7f-\x9f]*\"|'[^'\x00-\x1f\x7f-\x9f]*'"
    rf"|\[(?:{_WORD}(?:, {_WORD})*)?\]|\{{(?:{_PAIR}(?:, {_PAIR})*)?\}}"
    rf"))?(?: +#{_SIGN}*)? *"
)
_EMPTY_LINE = re.compile(rf" *(?:#{_SIGN}*)?")
_START = re.compile(r"( *)(- )?")
_DEEPEST = 30

_NOTHING: Any = object()  # no value on the line: it comes below, or is null
_UNUSUAL: Any = object()


class Unusual(Exception):
    """The text is for the parser."""


class _Line(NamedTuple):
    column: int
    """Where the dash or the key stands; -1 for an empty line."""
    is_item: bool
    key: str | None
    value: Any
    is_mutable: bool


class _Lines(dict[str, _Line]):
    """What lines mean, worked out once for each that is another."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}

    def __missing__(self, text: str) -> _Line:
        line = self[text] = self._line(text)
        return line

    def _line(self, text: str) -> _Line:
        if _EMPTY_LINE.fullmatch(text):
            return _Line(-1, False, None, None, False)
        found = _LINE.fullmatch(text)
        if found is not None:
            indent, dash, key, written = found.groups()
            key = key and self._keys.setdefault(key, key)
            value = _NOTHING if written is None else _value(written.rstrip(" "))
            if key is not None or (dash and written is not None):
                return _Line(len(indent), bool(dash), key, value, isinstance(value, list | dict))
        indent, dash = _START.match(text).groups()  # type: ignore[union-attr]
        return _Line(len(indent), bool(dash), None, _UNUSUAL, False)


def usual(text: str, parsed: Callable[[str, int], list[Any]]) -> Any:
    """The value, with records that are unusual from `parsed`, given how deep their list stands.

    Raises Unusual, also out of `parsed`, where it takes the parser to tell.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    meanings = _Lines()
    stack: list[tuple[int, Any]] = []  # the columns of what is open, and the containers themselves
    column = -1
    container: Any = None  # the innermost of them, and its column
    waiting: str | None = None  # its key on the line before, when no value was there
    record = 0  # the line where the outermost list's last item begins
    number, end = 0, len(lines)
    while number < end:
        at, is_item, key, value, is_mutable = meanings[lines[number]]
        if at < 0:
            number += 1
            continue
        if at < column or (at == column and not is_item and type(container) is list):
            waiting = None
            while at < column or (at == column and not is_item and type(container) is list):
                stack.pop()
                if not stack:
                    raise Unusual
                column, container = stack[-1]
        is_right = at == column and type(container) is (list if is_item else dict)
        if not is_right and (is_item or value is not _UNUSUAL) and len(stack) < _DEEPEST:
            is_below = waiting is not None and (at > column or (is_item and at == column))
            if is_below or (not stack and at == 0):
                new: Any = [] if is_item else {}
                if is_below:
                    container[waiting] = new
                column, container = at, new
                stack.append((column, container))
                waiting, is_right = None, True
        if is_right and is_item and len(stack) <= 2:
            record = number
        if value is _UNUSUAL or not is_right:
            depth = next((d for d, (_, one) in enumerate(stack[:2]) if type(one) is list), None)
            if depth is None:
                raise Unusual
            del stack[depth + 1 :]
            column, container = stack[depth]
            if at < column or (at == column and not is_item):
                raise Unusual
            if record != number:  # what was made of its first lines
                container.pop()
            number = _behind(lines, record, column, meanings)
            part = [*lines[record:number], *[""] * (number < end)]  # the last has no line end
            container += parsed("\n".join(part), depth)
            waiting = None
            continue
        if is_mutable:
            value = value.copy()
        waiting = None
        if is_item:
            if key is None:
                container.append(value)
                number += 1
                continue
            new = {}
            container.append(new)
            column, container = at + 2, new
            stack.append((column, container))
        elif key in container:
            raise Unusual
        if value is _NOTHING:
            container[key] = None
            waiting = key
        else:
            container[key] = value
        number += 1
    if not stack:
        raise Unusual
    return stack[0][1]


def _behind(lines: list[str], start: int, column: int, meanings: _Lines) -> int:
    """The line behind an item that begins on one, and behind the next ones that are unusual too."""
    number = start + 1
    behind = start
    is_unusual = True
    while number < len(lines):
        line = meanings[lines[number]]
        if 0 <= line.column <= column:
            if not is_unusual:
                return behind
            behind, is_unusual = number, False
            if line.column < column or not line.is_item:
                return behind
        is_unusual = is_unusual or line.value is _UNUSUAL
        number += 1
    return number if is_unusual else behind


def _value(text: str) -> Any:
    if text[0] in "\"'":
        return text[1:-1]
    if text[0] == "[":
        return [_plain(word) for word in text[1:-1].split(", ") if word]
    if text[0] == "{":
        pairs = [pair.split(": ", 1) for pair in text[1:-1].split(", ") if pair]
        value = {key: _plain(word) for key, word in pairs}
        return value if len(value) == len(pairs) else _UNUSUAL
    return _plain(text)


def _plain(text: str) -> Any:
    try:
        return resolve(text.rstrip(" "))
    except HugeNumber:
        return _UNUSUAL
