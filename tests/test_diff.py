"""Differences between texts, line by line."""

import re

from growth import is_linear
from hypothesis import given
from hypothesis import strategies as st

from styring.formats.diff import diff
from styring.formats.skjerm import Skjerm

LINES = st.lists(
    st.sampled_from(["a", "b", "c", "", "e\u2028f", "g\x0c", "h", "i", "j"]), max_size=30
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
HEAD = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
NOT_ENDED = "\\ uten linjeskift til slutt"


def shown(before: str, after: str) -> list[str]:
    """The lines of a diff below the names of the file."""
    return diff([("f", before, after)], Skjerm()).decode().split("\n")[2:-1]


def redone(before: list[str], hunks: list[str]) -> list[str]:
    """The lines that a diff makes of others, with all that it says of them shown to be so."""
    made: list[str] = []
    at = 0
    while hunks:
        found = HEAD.fullmatch(hunks.pop(0))
        assert found
        start, count, new_start, new_count = (1 if n is None else int(n) for n in found.groups())
        start, new_start = start - bool(count), new_start - bool(new_count)
        made += before[at:start]
        at = start
        assert len(made) == new_start
        while hunks and not hunks[0].startswith("@@"):
            sign, line = hunks[0][:1], hunks.pop(0)[1:]
            if sign in " -":
                assert before[at] == line
                at += 1
            if sign in " +":
                made.append(line)
        assert (at, len(made)) == (start + count, new_start + new_count)
    return made + before[at:]


@given(before=LINES, after=LINES, end=ENDS)
def test_diff_leads_from_one_text_to_the_other(
    before: list[str], after: list[str], end: str
) -> None:
    """Whoever follows it, gets there; and only the ends of lines that YAML has, end lines."""
    old, new = ("".join(line + end for line in lines) for lines in (before, after))
    plain = [[line.encode("unicode_escape") for line in lines] for lines in (before, after)]
    hunks = shown(old, new)
    assert len([line for line in hunks if line[:1] in "-+"]) <= len(before) + len(after)
    assert plain[0] != plain[1] or not hunks
    texts = {"e\u2028f": shown("", "e\u2028f\n")[1][1:], "g\x0c": shown("", "g\x0c\n")[1][1:]}
    assert redone([texts.get(line, line) for line in before], hunks) == [
        texts.get(line, line) for line in after
    ]


def test_line_without_end_is_told_of() -> None:
    """It differs from the same line with one."""
    assert shown("a\nb", "a\nb\n") == ["@@ -1,2 +1,2 @@", " a", "-b", NOT_ENDED, "+b"]


def test_many_changes_in_a_long_file_are_found_fast() -> None:
    """Most of its lines stand there many times, and what is compared is only around the changes."""

    def added(count: int) -> list[str]:
        records = [f"- id: {n}\n  a: {n % 5}\n  b: {n % 7}\n  c: x\n" for n in range(count)]
        after = [text + "  d: 1\n" * (n % 10 == 5) for n, text in enumerate(records)]
        hunks = shown("".join(records), "".join(after))
        return [line for line in hunks if line[:1] in "-+"]

    assert added(20_000) == ["+  d: 1"] * 2000
    assert is_linear(added, 500, 2_000)
