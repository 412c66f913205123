"""Splices of a text as they are in what that text has been edited to since."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from styring.yamlfile.edits import Splice, apply
from styring.yamlfile.hunks import Hunk, hunks_of, lines_of, trimmed


class Edited(NamedTuple):
    """Lines that have become others. `line` counts from 1 in the text as it is now."""

    line: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    elsewhere: int | None = None
    """The line that most of the old stand at now. What differs there is told by itself."""


class TouchedError(Exception):
    """What splices are of does not stand as it did, or it cannot be told which of several it is."""

    def __init__(self, edited: Sequence[Edited]) -> None:
        super().__init__()
        self.edited = tuple(edited)


class _Lines(NamedTuple):
    """What takes the place of the lines from `start` to `stop`, from 0."""

    start: int
    stop: int
    new: tuple[str, ...]


def between(old: str, new: str) -> tuple[Splice, ...]:
    """Splices of whole lines that lead from a text to another, from the back."""
    were, are = lines_of(old), lines_of(new)
    starts = [0, *accumulate(map(len, were))]
    return tuple(
        Splice(starts[h.start], "".join(were[h.start : h.stop]), "".join(are[h.now : h.end]))
        for h in reversed(hunks_of(were, are))
    )


def edited(text: str, now: str) -> tuple[Edited, ...]:
    """The lines in which a text differs from what it has become, in order."""
    were, are = lines_of(text), lines_of(now)
    return tuple(_edited(were, are, hunk) for hunk in hunks_of(were, are))


def carried(text: str, splices: Sequence[Splice], now: str) -> tuple[Splice, ...]:
    """What splices of a text are in the text that it was edited to, from the back.

    They go by lines: those that they change must stand as they did, wherever they are now. Raises
    TouchedError with those that do not.
    """
    were, are = lines_of(text), lines_of(now)
    changes = list(_changes(text, were, splices))
    hunks = hunks_of(were, are)
    if touched := [hunk for hunk in hunks if any(_touches(hunk, change) for change in changes)]:
        raise TouchedError([*_told(were, are, hunks, touched)])
    made = _moved(changes, hunks, are)
    # Lines that are alike may be taken for each other: then it matters from which end one counts.
    backwards = hunks_of(were[::-1], are[::-1])
    mirrored = [
        Hunk(len(were) - h.stop, len(were) - h.start, len(are) - h.end, len(are) - h.now)
        for h in reversed(backwards)
    ]
    is_sure = not any(_touches(hunk, change) for hunk in mirrored for change in changes)
    if not is_sure or apply(now, made) != apply(now, _moved(changes, mirrored, are)):
        raise TouchedError([*_told(were, are, hunks, hunks)])
    return made


def _changes(text: str, lines: list[str], splices: Sequence[Splice]) -> Iterator[_Lines]:
    """Splices that follow each other as changes of lines of the first text, in order."""
    starts = [0, *accumulate(map(len, lines))]
    group: list[tuple[int, int, str]] = []
    start = stop = 0

    def change() -> _Lines:
        pieces, at = [], starts[start]
        for first, last, new in group:
            pieces += [text[at:first], new]
            at = last
        made = lines_of("".join([*pieces, text[at : starts[stop]]]))
        part = trimmed(lines, made, Hunk(start, stop, 0, len(made)))
        return _Lines(part.start, part.stop, tuple(made[part.now : part.end]))

    for first, last, new in _places(len(text), splices):
        line, end = (bisect_right(starts, at) - 1 for at in (first, last))
        if not group or line >= stop:
            if group:
                yield change()
            group, start = [], min(line, len(lines))
        group.append((first, last, new))
        stop = min(end + 1, len(lines))
    if group:
        yield change()


def _places(length: int, splices: Sequence[Splice]) -> Iterator[tuple[int, int, str]]:
    """From where to where in the first text there is other text in the last, and which, in order.

    The text is told in pieces: a range of the first text, or what is new.
    """
    pieces: list[range | str] = [range(length)]
    for start, old, new in splices:
        pieces = [*_cut(pieces, 0, start), new, *_cut(pieces, start + len(old), None)]
    at, new = 0, ""
    for piece in (*pieces, range(length, length)):
        if isinstance(piece, str):
            new += piece
        else:
            if new or piece.start > at:
                yield at, piece.start, new
            at, new = piece.stop, ""


def _cut(pieces: Sequence[range | str], start: int, stop: int | None) -> Iterator[range | str]:
    at = 0
    for piece in pieces:
        part = piece[max(0, start - at) : None if stop is None else max(0, stop - at)]
        if part:
            yield part
        at += len(piece)


def _touches(hunk: Hunk, change: _Lines) -> bool:
    """An edit is of lines of a change, or moves those between which the change puts some back."""
    if change.start == change.stop and hunk.start <= change.start <= hunk.stop:
        is_within = hunk.start < change.start < hunk.stop
        return is_within or hunk.end - hunk.now != hunk.stop - hunk.start
    return hunk.start < change.stop and change.start < hunk.stop


def _moved(changes: Sequence[_Lines], hunks: Sequence[Hunk], are: list[str]) -> tuple[Splice, ...]:
    """Changes of lines as splices of the text that hunks have made of it, from the back."""
    starts = [0, *accumulate(map(len, are))]
    made = []
    for start, stop, new in reversed(changes):
        before = [hunk for hunk in hunks if hunk.stop <= start]
        first = start + sum(hunk.end - hunk.now - hunk.stop + hunk.start for hunk in before)
        last = first + stop - start
        if new and first and not are[first - 1].endswith(("\n", "\r")):
            raise TouchedError([Edited(first, (), (are[first - 1],))])  # it would go on that line
        made.append(Splice(starts[first], "".join(are[first:last]), "".join(new)))
    return tuple(made)


def _edited(were: Sequence[str], are: Sequence[str], hunk: Hunk) -> Edited:
    old, new = were[hunk.start : hunk.stop], are[hunk.now : hunk.end]
    return Edited(hunk.now + 1, tuple(old), tuple(new))


def _told(
    were: Sequence[str], are: Sequence[str], hunks: Sequence[Hunk], touched: Sequence[Hunk]
) -> Iterator[Edited]:
    """What hunks have done; of lines that were moved, where to, and what is another there."""
    goals = {hunk: goal for hunk in touched if (goal := _moved_to(were, are, hunks, hunk))}
    for hunk in touched:
        told = _edited(were, are, hunk)
        if (goal := goals.get(hunk)) is None:
            if hunk not in goals.values():
                yield told
            continue
        yield told._replace(new=(), elsewhere=goal.now + 1)
        there = are[goal.now : goal.end]
        for inside in hunks_of(told.old, there):
            differs = _edited(told.old, there, inside)
            yield differs._replace(line=goal.now + differs.line)


def _moved_to(
    were: Sequence[str], are: Sequence[str], hunks: Sequence[Hunk], hunk: Hunk
) -> Hunk | None:
    """Where more than half of the lines that a hunk took away have been put."""
    old = Counter(line for line in were[hunk.start : hunk.stop] if line.strip())
    found = [((old & Counter(are[h.now : h.end])).total(), h) for h in hunks if h != hunk]
    most, goal = max(found, default=(0, None))
    return goal if most > 1 and most * 2 > old.total() else None
