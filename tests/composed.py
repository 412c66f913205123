"""YAML in every style, with the places of all its values known."""

import re
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from styring.yamlfile.places import Route


@dataclass(frozen=True)
class Plain:
    """A plain scalar as it is written, and what it means."""

    source: str
    value: Any


@dataclass
class Composer:
    """Writes a tree as YAML in a random style, and remembers where each thing is put."""

    draw: Any
    newline: str
    text: str = ""
    spans: dict[Route, tuple[int, int | None]] = field(default_factory=dict)
    key_spans: dict[Route, tuple[int, int]] = field(default_factory=dict)

    def chance(self) -> bool:
        """A coin."""
        return bool(self.draw(st.booleans()))

    def pick(self, *choices: Any) -> Any:
        """One of some ways to write it."""
        return self.draw(st.sampled_from(choices))

    def put(self, text: str) -> tuple[int, int]:
        """Adds text, and gives its span."""
        start = len(self.text)
        self.text += text
        return start, len(self.text)

    def end_line(self) -> None:
        """Ends a line, perhaps with a comment, and perhaps leaves some that say nothing."""
        self.put(self.pick("", "", " # merknad: [x]", "  #", "   # 😀 'a"))
        self.put(self.newline)
        for _ in range(self.pick(0, 0, 0, 1, 2)):
            self.put(self.pick("", "   ", "# a: 1", "      # - b") + self.newline)

    def quoted(self, text: str) -> str:
        """A one-line form that any text has."""
        if text.isprintable() and self.chance():
            return "'" + text.replace("'", "''") + "'"
        return '"' + "".join(map(self.escaped, text)) + '"'

    def escaped(self, char: str) -> str:
        """A character inside double quotes."""
        if char in '\\"':
            return f"\\{char}"
        if char == "\n":
            return "\\n"
        if char.isprintable() and self.pick(True, True, False):
            return char
        return f"\\U{ord(char):08x}" if ord(char) > 0xFFFF else f"\\u{ord(char):04X}"

    def inline(self, node: Any) -> str:
        """A scalar or key on one line."""
        if isinstance(node, Plain):
            return node.source
        if PLAIN.fullmatch(node) and node not in ("true", "false", "null") and self.chance():
            return str(node)
        return self.quoted(node)

    def flow(self, node: Any, route: Route, indent: int) -> None:
        """A value in flow style, on one line or more."""
        start = len(self.text)
        gap = self.pick("", " ", self.newline + " " * (indent + 1))
        if isinstance(node, dict):
            self.put("{" + gap)
            for key, value in node.items():
                self.key_spans[(*route, key)] = self.put(self.inline(key))
                self.put(self.pick(": ", " : ", ":  "))
                self.flow(value, (*route, key), indent + 1)
                self.put(self.pick(", ", " ,", ",") + gap)
            self.put("}")
        elif isinstance(node, list):
            self.put("[" + gap)
            for index, value in enumerate(node):
                self.flow(value, (*route, index), indent + 1)
                self.put(self.pick(", ", " ,", ",") + gap)
            self.put("]")
        else:
            self.put(self.inline(node) or "~")
        self.spans[route] = (start, len(self.text))

    def block_text(self, text: str, route: Route, indent: int) -> None:
        """Text as a literal or folded scalar of more lines."""
        body = text.rstrip("\n")
        chomp = {0: "-", 1: ""}.get(len(text) - len(body), "+")
        style = self.pick("|", ">")
        start, _ = self.put(f"{style}{chomp}{self.newline}")
        between = self.newline if style == "|" else self.newline * 2
        pad = " " * (indent + self.pick(1, 2, 4))
        self.put(between.join(pad + line for line in body.split("\n")))
        self.put(self.newline * max(1, len(text) - len(body)))
        self.spans[route] = (start, None)

    def value(self, node: Any, route: Route, indent: int, inside: str) -> None:
        """What follows `key:` or `-`, to the end of its last line. `indent` is the parent's."""
        if isinstance(node, dict | list) and node and self.pick(True, True, False):
            step = self.pick(1, 2, 4)
            if inside == "list" and self.chance():
                self.put(" " * step)
                self.block(node, route, indent + 1 + step, is_begun=True)
                return
            self.end_line()
            is_flush = isinstance(node, list) and inside == "map" and self.chance()
            self.block(node, route, indent if is_flush else indent + step)
            return
        if isinstance(node, str) and BLOCK_TEXT.fullmatch(node) and self.chance():
            self.put(" ")
            self.block_text(node, route, indent)
            return
        if isinstance(node, Plain) and not node.source:
            self.spans[route] = (len(self.text), len(self.text))
        else:
            self.put(self.pick(" ", " ", "   "))
            self.flow(node, route, indent + 1)
        self.end_line()

    def block(self, node: Any, route: Route, indent: int, *, is_begun: bool = False) -> None:
        """A mapping or list in block style; `is_begun` when its first line has its indentation."""
        is_map = isinstance(node, dict)
        for number, step in enumerate(node if is_map else range(len(node))):
            if number or not is_begun:
                self.put(" " * indent)
            if number == 0:
                self.spans[route] = (len(self.text), None)
            if is_map:
                self.key_spans[(*route, step)] = self.put(self.inline(step))
            self.put(":" if is_map else "-")
            self.value(node[step], (*route, step), indent, "map" if is_map else "list")

    def document(self, node: Any) -> None:
        """The whole of it."""
        for _ in range(self.pick(0, 0, 1)):
            self.put(self.pick("# æ", "") + self.newline)
        self.put(
            self.pick("", "", f"---{self.newline}", f"%YAML 1.2{self.newline}--- # d{self.newline}")
        )
        if isinstance(node, dict | list) and node and self.pick(True, True, False):
            self.block(node, (), 0)
        else:
            self.flow(node, (), 0)
            self.put(self.pick("", self.newline))
            return
        self.put(self.pick("", "", f"...{self.newline}"))


PLAIN = re.compile(r"[a-zæøå😀§](?:[a-zæøå0-9😀§ ./-]*[a-zæøå0-9😀§./-])?")
BLOCK_TEXT = re.compile(r"(?:[^\s#'\"][^\n\r\t\\]*[^\s]\n)*[^\s#'\"][^\n\r\t\\]*[^\s]\n{0,3}")
LETTERS = "abæøå😀§ .-/0:#,[]{}&*!|>'\"%@`\\\n\t=~?\u00a0\u0301"
WORDS = st.text(LETTERS, max_size=12) | st.from_regex(PLAIN, fullmatch=True)
LINES = st.lists(st.text("ab æ:#-😀'", min_size=2, max_size=8), min_size=1, max_size=4).map(
    "\n".join
)
SCALARS = (
    WORDS
    | LINES
    | LINES.map(lambda text: f"{text}\n")
    | st.sampled_from(
        [
            *(Plain("12", 12), Plain("-1.5", -1.5), Plain("true", True), Plain("0x1F", 31)),
            *(Plain("NO", "NO"), Plain("0123", "0123"), Plain("12:30", "12:30")),
            *(Plain("~", None), Plain("", None), Plain("2023-04-01", "2023-04-01")),
        ]
    )
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


def bare(node: Any) -> Any:
    """The values of a tree."""
    if isinstance(node, dict):
        return {key: bare(value) for key, value in node.items()}
    if isinstance(node, list):
        return [bare(value) for value in node]
    return node.value if isinstance(node, Plain) else node


@st.composite
def composed(draw: Any) -> tuple[Any, Composer]:
    """A tree and how it is written."""
    tree = draw(TREES)
    composer = Composer(draw, draw(st.sampled_from(["\n", "\n", "\r\n"])))
    composer.document(tree)
    return bare(tree), composer
