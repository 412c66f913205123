"""A new value as YAML text, in the style of what stands around it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from yaml.resolver import Resolver

from styring.yamlfile.edits import CannotEdit, New, as_read
from styring.yamlfile.layout import Layout, Node, line_end
from styring.yamlfile.places import Route
from styring.yamlfile.read import read
from styring.yamlfile.scalar import HugeNumber, resolve

_WIDTH = 80
"""How wide folded text is wrapped when the old lines do not say."""
_PRINTABLE = "\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_TO_ESCAPE = re.compile(rf'[^{_PRINTABLE}]|["\\]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ONE_LINE = re.compile(f"[{_PRINTABLE}]+")
# Begins with no sign that means something there, and holds neither `: ` nor ` #`.
_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.)(?!.*(?: #|:(?:\s|$))).+")
_PLAIN_IN_FLOW = re.compile(r"[^,\[\]{}]+")
# Numbers and words to some YAML reader, if not to ours.
_ELSEWHERE = re.compile(
    r"[yYnN]|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?0[xob][0-9a-fA-F_]+"
)
_FOLD = re.compile(r"(?<![ \n]) (?![ \n])")


class Writer:
    """Writes values into a document as the rest of it is written."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._newline = layout.newline

    def behind_key(self, value: New, route: Route, indent: int, old: Node | None = None) -> str:
        """What follows `key:` in a mapping with this indent: ` text` or lines of their own."""
        if self.is_block(value, route, old):
            inside = indent + self._offset(value, route, indent)
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
        return f"{self.key(key)}:" + self.behind_key(value, (*route, key), indent)

    def scalar(self, value: New, route: Route, indent: int, old: Node | None = None) -> str:
        """A value that begins on the line of its key or dash: a scalar, or in flow style."""
        if isinstance(value, list | dict):
            return self.flow(value, route, old)
        return self._chosen(value, self._style(route, old), indent, old)

    def flow(self, value: New, route: Route, old: Node | None = None) -> str:
        """A value in flow style."""
        if isinstance(value, list):
            inside = [self.flow(item, (*route, index)) for index, item in enumerate(value)]
            return f"[{', '.join(inside)}]"
        if isinstance(value, dict):
            pairs = (self.flow_pair(key, under, route) for key, under in value.items())
            return f"{{{', '.join(pairs)}}}"
        return self._chosen(value, self._style(route, old), None, old)

    def flow_pair(self, key: str, value: New, route: Route) -> str:
        """A key and its value in a mapping in flow style."""
        return f"{self.key(key, in_flow=True)}: {self.flow(value, (*route, key))}"

    def key(self, key: str, *, in_flow: bool = False) -> str:
        """A key."""
        for candidate in self._one_line(key, "", in_flow):
            if _reads_as(candidate + ": 0", {key: 0}, in_flow):
                return candidate
        raise _unwritable(key)

    def gap(self, route: Route) -> str:
        """What stands between the dashes and the items of the list at a route, or of one alike."""
        for node in (self._layout.node(route), *self._layout.alike(route)):
            if node is not None and node.is_block and not node.is_mapping:
                return node.gap
        return " "

    def is_block(self, value: New, route: Route, old: Node | None) -> bool:
        """Whether it goes in block style: as what stands there, or elsewhere; else by its kind."""
        if not isinstance(value, list | dict) or not value:
            return False
        for node in (old, *self._layout.alike(route)):
            if node is not None and node.is_container and len(node):
                return node.is_block
        return isinstance(value, dict) or any(isinstance(item, dict) for item in value)

    def _offset(self, value: New, route: Route, indent: int) -> int:
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
        return self._layout.step if is_mapping else self._layout.dash_offset

    def _style(self, route: Route, old: Node | None) -> str:
        """The sign a scalar began with, or that it has in the nearest record that has it."""
        if old is not None and not old.is_container and not old.is_empty:
            return old.style
        for node in self._layout.alike(route):
            if not node.is_container:
                return node.style if node.style in ("'", '"') else ""
        return ""

    def _chosen(self, value: Any, style: str, indent: int | None, old: Node | None) -> str:
        """The first form that is read back as the value. Without an indent it is in flow style."""
        in_flow = indent is None
        expected = as_read(value)
        for candidate in self._candidates(value, style, indent, old):
            if _reads_as(" " * (indent or 0) + "k: " + candidate, {"k": expected}, in_flow):
                return candidate
        raise _unwritable(expected)

    def _candidates(
        self, value: Any, style: str, indent: int | None, old: Node | None
    ) -> Iterator[str]:
        if type(value) is date:
            yield from () if style in ("'", '"') else (value.isoformat(),)
            yield from self._one_line(value.isoformat(), style, indent is None)
        elif not isinstance(value, str):
            yield _bare(value)
        else:
            # A file that ends without a line end would take the last one from the text too.
            if indent is not None and not (value.endswith("\n") and self._layout.ends_open):
                if style == ">":
                    yield from self._folded(value, indent, old)
                if style in ("|", ">") or ("\n" in value and style != '"'):
                    yield from self._literal(value, indent, old)
            yield from self._one_line(value, style, indent is None)

    def _one_line(self, text: str, style: str, in_flow: bool) -> Iterator[str]:
        """Forms of a text on one line, the wanted style first, and one last that any text has."""
        if style not in ("'", '"') and is_plain(text, in_flow=in_flow):
            yield text
        quote = style if style in ("'", '"') else self._layout.quote
        if quote == "'" and _ONE_LINE.fullmatch(text):
            yield "'" + text.replace("'", "''") + "'"
        yield '"' + _TO_ESCAPE.sub(_escaped, text) + '"'

    def _literal(self, text: str, indent: int, old: Node | None) -> Iterator[str]:
        body = text.removesuffix("\n")
        lines = body.split("\n")
        if lines[-1] and all(_is_block_line(line) for line in lines):
            yield self._block_text("|", text, lines, indent, old)

    def _folded(self, text: str, indent: int, old: Node | None) -> Iterator[str]:
        body = text.removesuffix("\n")
        if not all(_is_block_line(line) and line[:1] != " " for line in body.split("\n")):
            return
        width = _width(old)
        lines: list[str] = []
        for number, paragraph in enumerate(body.split("\n")):
            lines += [""] * (number > 0 and bool(paragraph))
            lines += _wrapped(paragraph, width)
        yield self._block_text(">", text, lines, indent, old)

    def _block_text(
        self, sign: str, text: str, lines: list[str], indent: int, old: Node | None
    ) -> str:
        inside = " " * _text_column(old, indent + 2)
        header = sign + ("" if text.endswith("\n") else "-")
        return self._newline.join([header, *(line and inside + line for line in lines)])


def is_plain(text: str, *, in_flow: bool) -> bool:
    """A text may stand without quotes: every reader of YAML 1.1 or 1.2 takes it for that text."""
    if not _ONE_LINE.fullmatch(text) or text != text.strip() or not _PLAIN.fullmatch(text):
        return False
    if in_flow and not _PLAIN_IN_FLOW.fullmatch(text):
        return False
    by_first = Resolver.yaml_implicit_resolvers
    resolvers = [*by_first.get(text[0], ()), *by_first.get(None, ())]
    if any(pattern.match(text) for _, pattern in resolvers) or _ELSEWHERE.fullmatch(text):
        return False
    try:
        return isinstance(resolve(text), str)
    except HugeNumber:
        return False


def _bare(value: float | bool | None) -> str:
    """A number, truth value or null."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, float) and not math.isfinite(value):
        return ".nan" if math.isnan(value) else f"{'-' * (value < 0)}.inf"
    text = repr(value)
    # YAML 1.1 wants a point in front of an exponent.
    return text if "." in text else text.replace("e", ".0e")


def _escaped(found: re.Match[str]) -> str:
    char = found[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    number = ord(char)
    if 0xD800 <= number <= 0xDFFF:
        raise _unwritable(char)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def _unwritable(value: Any) -> CannotEdit:
    if isinstance(value, str) and re.search("[\ud800-\udfff]", value):
        return CannotEdit("teksten har et tegn som ikke finnes (et halvt surrogatpar)")
    return CannotEdit("verdien lar seg ikke skrive som YAML her")


def _reads_as(text: str, expected: Any, in_flow: bool) -> bool:
    try:
        data = f"{{{text.strip()}}}".encode() if in_flow else f"{text}\n".encode()
    except UnicodeEncodeError:
        return False
    found = read("", data)
    return not found.faults and repr(found.value) == repr(expected)


def _is_block_line(line: str) -> bool:
    return bool(_ONE_LINE.fullmatch(line)) and line == line.rstrip()


def _text_column(old: Node | None, usual: int) -> int:
    """The column that the lines of a block text have."""
    for line in _old_lines(old):
        return len(line) - len(line.lstrip(" "))
    return usual


def _width(old: Node | None) -> int:
    lines = _old_lines(old)
    return max(map(len, lines)) - _text_column(old, 0) if len(lines) > 1 else _WIDTH


def _old_lines(old: Node | None) -> list[str]:
    if old is None or not old.is_block_text:
        return []
    lines = old.text[line_end(old.text, old.body) : old.end].splitlines()
    return [line for line in lines if line.strip()]


def _wrapped(text: str, width: int) -> list[str]:
    """The lines of a text, broken only where one space stands between words."""
    lines: list[str] = []
    for word in _FOLD.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
