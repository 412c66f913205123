"""What libyaml takes for something else than YAML 1.2 says, and says nothing of.

Such text is refused: one who reads it, or another program, may take it for what it does not say.
What is looked for are its signs, which are few, and then whether they stand where they mean this:
where a value begins, or outside of all values.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from styring.yamlfile.fault import Fault
from styring.yamlfile.places import Places, Span
from styring.yamlfile.source import column, line_start


def misread(places: Places) -> list[Fault]:
    """All of it in a text that was read to its end, sorted by place."""
    return sorted(_Search(places).all(), key=lambda it: (it.start, it.end, it.melding))


_QUOTE = "Sett anførselstegn rundt verdien."
_PROPERTIES = r"(?:[!&]\S*\s+(?:#[^\r\n]*[\r\n]\s*)*)*"


class _Search:
    """Each pattern begins with one sign, for such are found at once in a large text."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._text = places.text
        self._properties = re.compile(_PROPERTIES)
        self._indented = re.compile(rf"[ \t]*{_PROPERTIES}")

    def all(self) -> Iterator[Fault]:
        """All there is, a kind after the other."""
        yield from self._signs()
        yield from self._names()
        yield from self._comments()
        yield from self._blocks()

    def _signs(self) -> Iterator[Fault]:
        """`[?a]`, `{? :a}` and `[-]`.

        The first is a list of the text «?a», and no key without a value. The second has the key
        «:a», as only one in quotes or brackets may have its colon so. The third is an item
        without a value or the text «-»: readers do not agree.
        """
        for sign, pattern in (
            ("?", r"\?(?=\S)"),
            (":", r":(?<=[\s,\[{?]:)(?=[^\s,\[\]{}])"),
        ):
            for found in re.finditer(pattern, self._text):
                at = found.start()
                before = self._text[max(0, at - 999) : at].rstrip()[-1:]
                if self._is_sign(at) and not (sign == ":" and before in ("'", '"', "]", "}")):
                    melding = (
                        f"en verdi inne i en parentes kan ikke begynne med «{sign}»"
                        " uten anførselstegn"
                    )
                    yield Fault("YAML001", melding, at, at + 1, _QUOTE)
        for found in re.finditer(r"-(?=[,\[\]{}])", self._text):
            at = found.start()
            if self._begins(at) and self._places.ends[self._node(at)] == at + 1:
                melding = "en bindestrek alene kan ikke være en verdi inne i en parentes"
                yield Fault("YAML001", melding, at, at + 1, "Sett anførselstegn rundt den.")

    def _names(self) -> Iterator[Fault]:
        """`&a:b c`, which is the text «c» under the name «a:b»."""
        for sign in "&*":
            for found in re.finditer(rf"\{sign}[\w-]+[^\s,\[\]{{}}\w-]", self._text):
                if self._begins(found.start()):
                    melding = f"navnet etter «{sign}» kan bare ha bokstaver, tall, «-» og «_»"
                    raad = (
                        "Skriv et enklere navn, eller sett anførselstegn rundt hvis alt er tekst."
                    )
                    yield Fault("YAML001", melding, *found.span(), raad)

    def _comments(self) -> Iterator[Fault]:
        """`"a"#b`, which ends at its quote; what comes is no comment, for want of a space."""
        for found in re.finditer(r"#(?<=[\[\]{},:\"']#)", self._text):
            if self._is_sign(found.start()):
                yield _no_blank(found.start())

    def _blocks(self) -> Iterator[Fault]:
        """What begins with `|` or `>`.

        It is indented, as the lines below it are: like the first of them that is not empty. Nobody
        agrees on whether `|+` keeps a last line of spaces that does not end.
        """
        text, places = self._text, self._places
        ended = len(text.rstrip(" "))
        is_open = 0 < ended < len(text) and text[ended - 1] in "\r\n"
        empty = re.compile(r"(?:#[^\r\n]*)?(?:\r\n|\n|\r)(?: *(?:\r\n|\n|\r))*( *)#")
        for sign in "|>":
            header = rf"\{sign}([-+1-9]{{0,2}})([ \t]*)(?=(#)|[\r\n]|\Z)"
            for found in re.finditer(header, text):
                at = found.start()
                if not self._begins(at):
                    continue
                node = self._node(at)
                if found[3] and not found[2]:
                    yield _no_blank(found.start(3))
                line = line_start(text, at)
                is_first = self._indented.fullmatch(text, line, at) is not None
                if is_first and at - line <= self._column_around(node):
                    melding = f"«{sign}» må være rykket inn lenger enn det som står over"
                    raad = "Skriv tegnet på linjen over, eller rykk det inn."
                    yield Fault("YAML001", melding, at, at + 1, raad)
                below = None if found[1].strip("+-") else empty.match(text, found.end())
                if (
                    below
                    and places.ends[node] < below.end()
                    and len(below[1]) > self._column_around(node)
                ):
                    melding = "teksten er rykket inn mindre enn de tomme linjene over den"
                    raad = "Slett mellomrommene på de tomme linjene, eller rykk teksten lenger inn."
                    yield Fault("YAML001", melding, below.end() - 1, below.end(), raad)
                if is_open and "+" in found[1] and places.ends[node] >= len(text):
                    melding = "teksten slutter med mellomrom på en linje som ikke er avsluttet"
                    yield Fault("YAML001", melding, ended, len(text), "Slett mellomrommene.")

    def _node(self, offset: int) -> int:
        """The last node that begins at an offset or before it."""
        return bisect_right(self._places.starts, offset) - 1

    def _begins(self, offset: int) -> bool:
        """A value begins here, perhaps with a tag or a name in front of it."""
        node = self._node(offset)
        return node >= 0 and (
            self._places.starts[node] == offset
            or self._properties.fullmatch(self._text, self._places.starts[node], offset) is not None
        )

    def _is_sign(self, offset: int) -> bool:
        """A character stands outside of all scalars, and of comments that begin before it."""
        if not self._is_outside(offset):
            return False
        comment = bisect_left(self._comments_outside, (offset,)) - 1
        return comment < 0 or self._comments_outside[comment][1] <= offset

    def _is_outside(self, offset: int) -> bool:
        """No scalar has this character."""
        node = self._node(offset)
        places = self._places
        return node < 0 or places.container(node) is not None or places.ends[node] <= offset

    @cached_property
    def _comments_outside(self) -> list[Span]:
        """Where comments begin and end."""
        found = re.compile(r"#(?<![^\s]#)")
        line = re.compile(r"[^\r\n]*")
        spans: list[Span] = []
        sign = found.search(self._text)
        while sign:
            end = sign.end()
            if self._is_outside(sign.start()):
                end = line.match(self._text, end).end()  # type: ignore[union-attr]
                spans.append((sign.start(), end))
            sign = found.search(self._text, end)
        return spans

    def _column_around(self, node: int) -> int:
        """How far in the container stands that holds a node; -1 where none does."""
        places = self._places
        number = bisect_right(places.containers, node) - 1
        while number >= 0 and 0 < places.skips[number] <= node:
            number -= 1
        if number < 0:
            return -1
        start = places.starts[places.containers[number]]
        start = self._properties.match(self._text, start).end()  # type: ignore[union-attr]
        return column(self._text, start)


def _no_blank(at: int) -> Fault:
    melding = "«#» må ha mellomrom foran seg for å begynne en merknad"
    raad = "Sett mellomrom foran, eller anførselstegn rundt hvis det er tekst."
    return Fault("YAML001", melding, at, at + 1, raad)
