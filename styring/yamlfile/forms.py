"""A scalar as YAML text: plain, in quotes or in lines of its own, shown to be read back."""

import json
import math
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from yaml.resolver import Resolver

from styring.yamlfile.edits import CannotEdit, as_read
from styring.yamlfile.layout import Layout
from styring.yamlfile.node import Node
from styring.yamlfile.read import read
from styring.yamlfile.scalar import HugeNumber, Scalar, resolve
from styring.yamlfile.source import line_end

_WIDTH = 80
"""How wide folded text is wrapped when the old lines do not say."""
_PRINTABLE = "\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_TO_ESCAPE = re.compile(rf'[^{_PRINTABLE}]|["\\]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ONE_LINE = re.compile(f"[{_PRINTABLE}]+")
_BLOCK_LINE = re.compile(rf"[{_PRINTABLE}]*(?<!\s)")
# Begins with no sign that means something there, and holds neither `: ` nor ` #`.
_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.)(?!.*(?: #|:(?:\s|$))).+")
_PLAIN_IN_FLOW = re.compile(r"[^,?\[\]{}]+")
# Numbers and words to some YAML reader, if not to ours.
_ELSEWHERE = re.compile(
    r"[yYnN]|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?0[xob][0-9a-fA-F_]+"
)
_QUOTES = ("'", '"')
_FOLD = re.compile(r"(?<![ \n]) (?![ \n])")


class Spot(NamedTuple):
    """Where a scalar is to stand, and how it should look there."""

    layout: Layout
    style: str = ""
    """The sign it should begin with: a quote, `|`, `>`, or none."""
    indent: int | None = None
    """The column of its key or dash; None inside brackets."""
    old: Node | None = None
    may_have_lines: bool = False
    """Text with line breaks may stand in lines of its own."""


def scalar_text(value: Scalar | date, spot: Spot) -> str:
    """The first form that is read back as the value. Raises CannotEdit if none is."""
    expected = as_read(value)
    for form in _forms(value, spot):
        if _reads_as(" " * (spot.indent or 0) + "k: " + form, {"k": expected}, spot):
            return form
    raise _unwritable(expected)


def key_text(key: str, spot: Spot) -> str:
    """The same of a key."""
    for form in _one_line(key, spot):
        if _reads_as(form + ": 0", {key: 0}, spot):
            return form
    raise _unwritable(key)


def _forms(value: Scalar | date, spot: Spot) -> Iterator[str]:
    if spot.layout.is_json:
        yield _json(value)
    elif isinstance(value, date):
        yield from () if spot.style in _QUOTES else (value.isoformat(),)
        yield from _one_line(value.isoformat(), spot)
    elif isinstance(value, str):
        # A file that ends without a line end would take the last one from the text too.
        is_cut = value.endswith("\n") and spot.layout.ends_open
        if spot.may_have_lines and not is_cut:
            yield from _in_lines(value, spot)
        yield from _one_line(value, spot)
    else:
        yield _bare(value)


def _one_line(text: str, spot: Spot) -> Iterator[str]:
    """Forms on one line, the wanted style first, and last one that any text has."""
    if spot.layout.is_json:
        yield _json(text)
        return
    if spot.style not in _QUOTES and is_plain(text, in_flow=spot.indent is None):
        yield text
    quote = spot.style if spot.style in _QUOTES else spot.layout.quote
    if quote == "'" and _ONE_LINE.fullmatch(text):
        yield "'" + text.replace("'", "''") + "'"
    yield '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def _in_lines(text: str, spot: Spot) -> Iterator[str]:
    """Forms in lines of their own: folded where the old one was, then literal."""
    lines = text.removesuffix("\n").split("\n")
    if not lines[-1] or not all(map(_BLOCK_LINE.fullmatch, lines)):
        return
    if spot.style == ">" and not any(line.startswith(" ") for line in lines):
        folded: list[str] = []
        for line in lines:  # an empty line is a line break, and one between lines is one more
            folded += [""] * bool(folded and line) + _wrapped(line, _width(spot.old))
        yield _block_text(">", text, folded, spot)
    if spot.style in ("|", ">") or ("\n" in text and spot.style != '"'):
        yield _block_text("|", text, lines, spot)


def _block_text(sign: str, text: str, lines: list[str], spot: Spot) -> str:
    inside = " " * _text_column(spot.old, (spot.indent or 0) + 2)
    header = sign + ("" if text.endswith("\n") else "-")
    return spot.layout.newline.join([header, *(line and inside + line for line in lines)])


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


def _json(value: Scalar | date) -> str:
    """As JSON, with what YAML does not hold as it is behind a backslash."""
    if isinstance(value, float) and not math.isfinite(value):
        raise _unwritable(value)
    if value is None or isinstance(value, int | float):
        return _bare(value)
    text = json.dumps(value.isoformat() if isinstance(value, date) else value, ensure_ascii=False)
    return re.sub(f"[^{_PRINTABLE}]", _escaped_in_json, text)


def _escaped_in_json(found: re.Match[str]) -> str:
    number = ord(found[0])
    if 0xD800 <= number <= 0xDFFF:
        raise _unwritable(found[0])
    return f"\\u{number:04x}"


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


def _reads_as(text: str, expected: Any, spot: Spot) -> bool:
    return _as_read(f"{{{text}}}" if spot.indent is None else f"{text}\n") == repr(expected)


@lru_cache(maxsize=1000)  # thousands of new records have the same keys, and many the same values
def _as_read(text: str) -> str | None:
    """The text of what is read; None if that has a fault."""
    try:
        found = read("", text.encode())
    except UnicodeEncodeError:
        return None
    return None if found.faults else repr(found.value)


def _text_column(old: Node | None, usual: int) -> int:
    """The column that the lines of a block text have."""
    for line in _old_lines(old):
        return len(line) - len(line.lstrip(" "))
    return usual


def _width(old: Node | None) -> int:
    lines = _old_lines(old)
    widest = max(map(len, lines), default=0) - _text_column(old, 0)
    return widest if len(lines) > 1 else max(widest, _WIDTH)


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
