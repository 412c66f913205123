"""Undoing beside any edit by hand: it stays to the byte."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from styring.yamlfile.carry import TouchedError, between, carried
from styring.yamlfile.edits import apply, reverse

KEEP, REPLACE, DELETE = range(3)
LINES = st.lists(
    st.tuples(*(st.sampled_from([KEEP] * 3 + [REPLACE, DELETE]) for _ in range(2))),
    min_size=1,
    max_size=12,
)
GAPS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.booleans()), min_size=13, max_size=13
)


@given(LINES, GAPS, st.integers(1, 40), st.sampled_from(["\n", "\r\n"]))
def test_any_edit_elsewhere_is_kept(
    lines: list[tuple[int, int]], gaps: list[tuple[int, int, bool]], kinds: int, end: str
) -> None:
    """Taken back in an edited text is the edit of the old text, or it is refused.

    With lines that are all unlike it is refused only where lines that were taken out are to come
    back beside an edit, or one stands between those that were changed. Whatever is alike, no line
    is lost or made.
    """
    count = 0

    def made(number: int) -> list[str]:
        nonlocal count
        count += number
        return [f"{n % kinds}{end}" for n in range(count - number, count)]

    # Of each: as it was, after the change, edited by hand, and the edit of what was.
    parts: list[tuple[list[str], list[str], list[str], list[str]]] = []
    is_close = False
    for index, (inserted, by_hand, first) in enumerate(gaps[: len(lines) + 1]):
        beside = lines[max(0, index - 1) : index + 1]
        changed_beside = [change for change, _ in beside if change != KEEP]
        own, hand = made(0 if changed_beside else inserted), made(by_hand)
        parts.append(([], own, own + hand if first else hand + own, hand))
        is_close |= bool(hand) and (len(changed_beside) == 2 or DELETE in changed_beside)
        if index == len(lines):
            break
        change, by_editor = lines[index]
        line, other = made(1), made(1)
        if change == KEEP:
            after = {KEEP: line, REPLACE: other, DELETE: []}[by_editor]
            parts.append((line, line, after, after))
        else:
            is_close |= change == DELETE and any(
                pair != (KEEP, KEEP) for n, pair in enumerate(lines) if abs(n - index) == 1
            )
            after = other if change == REPLACE else []
            parts.append((line, after, after, line))
    was, changed, now, expected = ("".join(line for p in parts for line in p[n]) for n in range(4))
    splices = reverse(between(was, changed))
    try:
        result = apply(now, carried(changed, splices, now))
    except TouchedError:
        assert is_close or kinds < count
        return
    if kinds >= count and not is_close:
        assert result == expected
    counts = [Counter(text.splitlines()) for text in (result, now, changed, was)]
    for one in set().union(*counts):
        assert counts[0][one] == counts[1][one] - counts[2][one] + counts[3][one]


@given(st.text("abc\n\r", max_size=30), st.text("abc\n\r", max_size=30))
def test_texts_lead_to_each_other(one: str, other: str) -> None:
    """Splices between two texts lead from the one to the other, and back."""
    splices = between(one, other)
    assert apply(one, splices) == other
    assert apply(other, reverse(splices)) == one
