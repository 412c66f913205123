"""Documents in any style, and edits that can be made of them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from dommer import judged, same
from edited import document
from hypothesis import HealthCheck
from hypothesis import strategies as st

from styring.yamlfile.edits import CannotEdit, Edit, Insert, Put, Remove, apply, changed, reverse
from styring.yamlfile.forms import is_plain
from styring.yamlfile.patch import Patched, patch
from styring.yamlfile.places import Route, at
from styring.yamlfile.read import Document, read

WORDS = ("a", "plan", "Øy § 1", "v 1.2", "😀 b", "https://a.no/b")
TEXTS = st.sampled_from(WORDS) | st.text(
    "abæ😀 .-/0:#,[]{}&*!|>'\"%@`\\\n\t=~?\u00a0\u0301\u2028\x07", max_size=12
)
LINES = st.lists(st.sampled_from(["to ord", "- a", "# b", "", "  c", "d: e"]), max_size=5).map(
    "\n".join
)
SCALARS: st.SearchStrategy[Any] = (
    TEXTS
    | LINES
    | LINES.map(lambda text: f"{text}\n")
    | st.sampled_from(["NO", "0123", "12:30", "2023-05-05", "1e3", "~", "", "y", "<<", "=", "---"])
    | st.sampled_from([None, True, False, 0, 1, -5, 1.0, 2.5e-9, 1e22, date(2023, 5, 5)])
    | st.integers()
    | st.floats(allow_nan=False)
)
KEY = ("id", "tittel", "k", "NO", "1", "a b", "æ", "x: y", "~")
KEYS = st.sampled_from(KEY)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
PARTS = (
    st.sampled_from(WORDS) | LINES.filter(bool) | st.sampled_from([None, 1, True, 2.5, "NO", ""])
)
TREES: st.SearchStrategy[Any] = st.recursive(
    PARTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=14,
).filter(lambda tree: isinstance(tree, dict | list) and bool(tree))


class Composer:
    """Writes values in any of the styles that people use, with numbered comments."""

    def __init__(self, draw: Any) -> None:
        self._draw = draw
        self.newline = self.pick("\n", "\n", "\r\n")
        self.step = len(self.pick("..", "..", "....", "."))
        self.dash = self.pick(" ", " ", " ", "   ")
        self.flush = self.chance(2)
        self.comments = 0

    def pick(self, *of: str) -> str:
        """One of these."""
        return str(self._draw(st.sampled_from(of)))

    def chance(self, of: int) -> bool:
        """True once in so many."""
        return not self._draw(st.integers(0, of - 1))

    def comment(self) -> str:
        """A comment that is like no other."""
        self.comments += 1
        return f"# nr {self.comments}."

    def end(self) -> str:
        """The end of a line, and lines that say nothing."""
        text = self.pick("", "", "", f" {self.comment()}", "  ") + self.newline
        for _ in self.pick("", "", "", ".", ".."):
            text += self.pick("", "   ", self.comment(), "      " + self.comment()) + self.newline
        return text

    def scalar(self, value: Any) -> str:
        """A scalar on one line."""
        if value is None:
            return self.pick("null", "~")
        if not isinstance(value, str):
            return "true" if value is True else str(value)
        if is_plain(value, in_flow=True) and not self.chance(3):
            return value
        if value.isprintable() and self.chance(2):
            return "'" + value.replace("'", "''") + "'"
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'

    def flow(self, value: Any, indent: int) -> str:
        """A value in flow style, on one line or more."""
        if not isinstance(value, dict | list):
            return self.scalar(value)
        gap = self.newline + " " * (indent + 2) if self.chance(3) else ""
        note = f" {self.comment()}" if gap and self.chance(2) else ""
        parts = (
            [f"{self.scalar(key)}: {self.flow(under, indent + 2)}" for key, under in value.items()]
            if isinstance(value, dict)
            else [self.flow(item, indent + 2) for item in value]
        )
        inside = ("," + note + gap if gap else self.pick(", ", ", ", " , ")).join(parts)
        last = self.pick("", ",") if parts else ""
        around = "{}" if isinstance(value, dict) else "[]"
        space = gap or self.pick("", "", " ")
        return around[0] + space + inside + last + (gap[:-1] or space) + around[1]

    def block_text(self, text: str, indent: int) -> str:
        """A literal, with what is before it."""
        note = self.pick("", f" {self.comment()}")
        lines = text.removesuffix("\n").split("\n")
        sign = "|" + ("" if text.endswith("\n") else "-")
        pad = " " * (indent + self.step)
        return self.newline.join([f" {sign}{note}", *(line and pad + line for line in lines)])

    def under(self, value: Any, indent: int, in_list: bool) -> str:
        """What follows a key or dash with this indent, to the end of its lines."""
        if isinstance(value, dict | list) and value and not self.chance(4):
            if in_list and not self.chance(3):
                inner = indent + 1 + len(self.dash)
                return self.dash + self.block(value, inner).removeprefix(" " * inner)
            is_flush = isinstance(value, list) and not in_list and self.flush
            head = self.pick("", "", f" {self.comment()}") + self.newline
            return head + self.block(value, indent + (0 if is_flush else self.step))
        if isinstance(value, str) and LITERAL.fullmatch(value) and self.chance(2):
            return self.block_text(value, indent) + self.newline
        if value is None and self.chance(2):
            return self.end()
        gap = self.dash if in_list else self.pick(" ", " ", " ", "  ")
        return gap + self.flow(value, indent) + self.end()

    def block(self, value: Any, indent: int) -> str:
        """A mapping or list in block style."""
        pad = " " * indent
        if isinstance(value, list):
            return "".join(f"{pad}-{self.under(item, indent, True)}" for item in value)
        return "".join(
            f"{pad}{self.scalar(key)}{self.pick(':', ':', ' :')}{self.under(item, indent, False)}"
            for key, item in value.items()
        )

    def document(self, value: Any) -> str:
        """The whole of it."""
        head = self.pick("", "", f"{self.comment()}{self.newline}", f"---{self.newline}")
        text = head + self.block(value, 0) + self.pick("", "", "", f"...{self.newline}")
        return self.pick("", "", "\ufeff") + (text.rstrip("\r\n ") if self.chance(4) else text)


NOTE = re.compile(r"# nr \d+\.")
LITERAL = re.compile(r"(?:[^\s].*[^\s\t]\n|\n)*[^\s].*[^\s]\n?")


@st.composite
def documents(draw: Any) -> Document:
    """A document that is read as it was meant."""
    tree = draw(TREES)
    doc = document(Composer(draw).document(tree))
    assert doc.faults == (), doc.source.text
    if doc.source.text.endswith("\n"):
        assert repr(doc.value) == repr(tree), doc.source.text
    return doc


def routes(value: Any, route: Route = ()) -> Iterator[Route]:
    """The routes of all values, the whole first."""
    yield route
    steps: Any = (
        value if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0)
    )
    for step in steps:
        yield from routes(value[step], (*route, step))


@st.composite
def edits_of(draw: Any, value: Any) -> list[Edit]:
    """Edits that can be made one after the other."""
    edits: list[Edit] = []
    for _ in range(draw(st.integers(1, 4))):
        route = draw(st.sampled_from(list(routes(value))))
        there = at(value, route)
        kinds = ["put", "put", "insert", "remove"] if route else ["insert"]
        kind = draw(st.sampled_from(kinds))
        edit: Edit
        if kind == "insert" and isinstance(there, list):
            edit = Insert(route, draw(VALUES), draw(st.none() | st.integers(0, len(there))))
        elif kind == "insert" and isinstance(there, dict):
            key = draw(st.sampled_from([key for key in (*KEY, "ny") if key not in there] or ["ny"]))
            order = tuple(draw(st.permutations(["id", "tittel", "k", "NO", "ny"])))
            make = draw(st.sampled_from([Put, Insert])) if key not in there else Put
            edit = make(route=(*route, key), value=draw(VALUES), order=order)
        elif kind == "remove":
            edit = Remove(route)
        else:
            edit = Put(route, draw(VALUES))
        edits.append(edit)
        value = changed(value, [edit])
        if isinstance(edit, Insert) and edit.at is None and draw(st.booleans()):
            more = edit._replace(value=draw(VALUES))
            edits.append(more)
            value = changed(value, [more])
    return edits


def own_lines(doc: Document, route: Route) -> slice:
    """From the key or dash of a value to the end of its last line."""
    text = doc.source.text
    span = doc.places.span(route)
    assert span is not None
    key = doc.places.key_span(route)
    start = key[0] if key else max(text.rfind("-", 0, span[0]), 0)
    last = span[0]
    for under in routes(at(doc.value, route)):
        begin, end = doc.places.span((*route, *under)) or span
        if not isinstance(at(doc.value, (*route, *under)), dict | list) or text[begin] in "[{":
            last = max(last, begin + len(text[begin:end].rstrip()))
    found = re.search(r"[\r\n]", text[last:])
    return slice(start, last + found.start() if found else len(text))


def made_of(doc: Document, edits: list[Edit]) -> Patched | None:
    """The document with the edits in it, with all that must hold of it; None if refused."""
    try:
        made = patch(doc, edits)
    except CannotEdit:
        return None
    old, new = doc.source.text, made.document.source.text
    assert repr(made.document.value) == repr(changed(doc.value, edits))
    assert apply(old, made.splices) == new
    assert apply(new, reverse(made.splices)) == old
    assert made.document.source.bom is doc.source.bom
    assert read("x", doc.source.with_text(new)).value == made.document.value
    assert re.search(r"[\r\n]\Z", old) is None or re.search(r"[\r\n]\Z", new)
    if "\r\n" in old:
        assert not re.search(r"(?<!\r)\n", new)
    assert same(made.document.value, judged(new)), new
    return made


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
