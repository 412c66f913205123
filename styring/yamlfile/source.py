"""The text of a file, and which line and column an offset in it is."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property, lru_cache

LINE_END = re.compile(r"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"


class Source:
    """A file's text without its byte order mark, with places in it.

    Offsets count characters from 0; lines and columns count from 1, as editors do.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.bom = data.startswith(_BOM)
        body = data[len(_BOM) :] if self.bom else data
        self.invalid_at: int | None = None
        """Where the first bytes stand that are not UTF-8, if any do."""
        try:
            self.text = body.decode("utf-8")
        except UnicodeDecodeError as error:
            self.text = body.decode("utf-8", "replace")
            self.invalid_at = len(body[: error.start].decode("utf-8"))

    @property
    def encoded(self) -> bytes:
        """The file's bytes, when all of them are text."""
        return self.with_text(self.text)

    def with_text(self, text: str) -> bytes:
        """The file's bytes if it held another text."""
        return (_BOM if self.bom else b"") + text.encode("utf-8")

    @cached_property
    def _line_starts(self) -> array[int]:
        starts = array("L", [0])
        starts.extend(match.end() for match in LINE_END.finditer(self.text))
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @lru_cache(maxsize=1)  # noqa: B019 - many faults may stand on one long line
    def line(self, number: int) -> str:
        """The text of a line without its end; empty past the last."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        return self.text[start : line_end(self.text, start)]


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    start = text.rfind("\n", 0, offset) + 1
    return max(start, text.rfind("\r", start, offset) + 1)


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, before its line end."""
    found = LINE_END.search(text, offset)
    return found.start() if found else len(text)


def next_line(text: str, offset: int) -> int:
    """Where the line behind that of an offset begins."""
    found = LINE_END.search(text, offset)
    return found.end() if found else len(text)


def column(text: str, offset: int) -> int:
    """How many characters stand before an offset on its line."""
    return offset - line_start(text, offset)


def line_before(text: str, offset: int) -> int:
    """Where the line begins that ends right before an offset."""
    return line_start(text, max(offset - 1 - text.endswith("\r\n", 0, offset), 0))


def is_blank(text: str, offset: int) -> bool:
    """Nothing is to be seen between an offset and the end of its line."""
    return offset < len(text) and not text[offset : line_end(text, offset)].strip()
