"""Where the lines of a text have become others."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


class Hunk(NamedTuple):
    """The lines from `start` to `stop` of a text are those from `now` to `end` in another."""

    start: int
    stop: int
    now: int
    end: int


def lines_of(text: str) -> list[str]:
    """The lines as YAML has them, with their ends; `splitlines` knows more ends than that."""
    return _LINE.findall(text)


def hunks_of(were: Sequence[str], are: Sequence[str]) -> list[Hunk]:
    """What differs, in order.

    Lines that are there once in each hold the rest in place. Only what is between two of them is
    compared, for comparing takes the square of the time, and files are long.
    """
    found: list[Hunk] = []
    left = [Hunk(0, len(were), 0, len(are))]
    while left:
        whole = left.pop()
        start, stop, now, end = trimmed(were, are, whole)
        old, new = were[start:stop], are[now:end]
        if not old or not new:
            if old or new:
                found.append(Hunk(start, stop, now, end))
        elif fixed := _fixed(old, new):
            left += (
                Hunk(start + i + 1, start + next_i, now + j + 1, now + next_j)
                for (next_i, next_j), (i, j) in pairwise([(len(old), len(new)), *fixed, (-1, -1)])
            )
        else:
            found += (
                Hunk(start + i, start + next_i, now + j, now + next_j)
                for tag, i, next_i, j, next_j in SequenceMatcher(None, old, new).get_opcodes()
                if tag != "equal"
            )
    return found


def trimmed(were: Sequence[str], are: Sequence[str], hunk: Hunk) -> Hunk:
    """A hunk without the lines that are the same at its beginning and at its end."""
    start, stop, now, end = hunk
    same = _same(were[start:stop], are[now:end])
    start, now = start + same, now + same
    same = _same(reversed(were[start:stop]), reversed(are[now:end]))
    return Hunk(start, stop - same, now, end - same)


def _fixed(were: Sequence[str], are: Sequence[str]) -> list[tuple[int, int]]:
    """Numbers of lines that both have just once, as many as keep their order, the last first."""
    single = {line for line, count in Counter(were).items() if count == 1}
    single &= {line for line, count in Counter(are).items() if count == 1}
    place = {line: j for j, line in enumerate(are) if line in single}
    ends: list[int] = []
    """The least number in the second that a row of each length can end with."""
    rows: list[tuple[int, int, int]] = []
    """Of each line its number in both, and the length of the longest row it ends."""
    for i, line in enumerate(were):
        if line in single:
            j = place[line]
            length = bisect_left(ends, j)
            ends[length : length + 1] = [j]
            rows.append((i, j, length))
    fixed: list[tuple[int, int]] = []
    length, last = len(ends) - 1, len(are)
    for i, j, its in reversed(rows):
        if its == length and j < last:
            fixed.append((i, j))
            length, last = length - 1, j
    return fixed


def _same(one: Iterable[str], other: Iterable[str]) -> int:
    """How many lines are the same from the beginning."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))
