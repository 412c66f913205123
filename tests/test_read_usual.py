"""Large files in the usual style are read as the parser reads them."""

import re
from typing import Any

import pytest
from composed import composed
from hypothesis import given
from hypothesis import strategies as st
from test_read_anything import PIECES

from styring.yamlfile import read as reading
from styring.yamlfile.read import read
from styring.yamlfile.source import Source
from styring.yamlfile.usual import Unusual, usual

# Lines as they may stand in a record: those in the usual style, and those that are odd.
# fmt: off
ROWS = st.sampled_from([
    "o:", "- id: A", "- {id: A, b: 2}", "- x y", "-", "-  a: 1", "- - a", "- 'a'  # c", "- k:",
    "k: v", "k: v # c", "k:", "k:  v  ", "k: ~", "k: -1", "k: 0123", "k: 1.50", "k: .5", "k: a:b",
    "k: a#b", "k: a #b", "k: (a), b", "k: «a» – b", "k: 2023-05-05", "k: 'a # b'", 'k: ""', "æ: ø",
    "k: [a, b ]", "k: [a,b]", "k: {a: 1, a: 2}", "k: {a: [1]}", "k: [-1, -a]", "# c", "", "  ",
    "\t", "k: >-", "k: |+", "k: >1-", "t x", "k: 'it''s'", 'k: "a\\tb"', "k: a: b", "k: a,",
    "k: - a", "m: &a x", "n: *a", "k: !!str 1", "<<: *a", "---", "...", "%YAML 1.2", "k: <b>",
    'k: "a', 'b"', "k: [a,", "b]", "k: {a: 1", "? k", ": v", "1: 2", "k : v", "k:\tv", "k: v\t# c",
    "k: v\r...", "k: v\rm: w", "k: '\uffff'", "k: \ufffe", f"k: [{'9' * 80}]", f"k: {'9' * 80}",
    "k" * 70 + ": v", "k: " + "w" * 1030, "w" * 1030 + ": v", "<<<<<<< HEAD", "=======",
])
FIELDS = st.sampled_from([
    "id: A", "aar: 2023  # c", "navn: 'Ås, #1'", 'sitat: "a: b"', "tom:", "liste: [a, 2.0, ~]",
    "kart: {a: b, c: -1}", "under:\n  - a: 1\n    b: 2\n  - a: 3", "punkter:\n- x\n# c\n\n- y z",
    "dyp:\n    a:\n     - b:\n        - c\n     - d: e", "tekst: >-\n  a\n\n  b",
    "linjer: |+\n  a\n\n", "brutt: a\n  b", 'sitert: "a\n\n  b"', "klammer: [a,\n  b]",
    "innhold: |\n  - id: A\n  k: v\n # c",
    "mange:\n  - a: 1\n    t: >\n      b\n  - a: 2", "merket: !!str 1", "fram: 'it''s'", "-", "- x",
])
# fmt: on
INDENTED = st.tuples(st.sampled_from([0, 0, 2, 2, 2, 4, 4, 4, 6, 3]), ROWS).map(
    lambda row: " " * row[0] + row[1]
)


@st.composite
def struck(draw: Any) -> str:
    """Records in the usual style, a few of whose lines are then struck."""
    indent = " " * draw(st.sampled_from([0, 2, 2, 4]))
    lines = draw(st.sampled_from(["o:", "# c\naar: 1\no:\n", "o:\n    # c"])).split("\n")
    for fields in draw(st.lists(st.lists(FIELDS, unique=True, min_size=1, max_size=4), max_size=4)):
        rows = "\n".join(fields).split("\n")
        lines += [f"{indent}- {rows[0]}", *(f"{indent}  {row}" for row in rows[1:])]
    lines += draw(st.sampled_from([[], [""], ["", "p: q", ""], ["p:", "  - q: r", "  - s", ""]]))
    for number in draw(st.lists(st.integers(0, len(lines) - 1), max_size=2)):
        line = lines[number]
        middle = draw(st.integers(0, len(line)))
        blows = [f" {line}", line[1:], line[2:], "", f"{line}\n{line}", line[:middle]]
        sign = line[:middle] + draw(PIECES) + line[middle:]
        lines[number] = draw(st.sampled_from([*blows, sign, sign, f"{line}\n{draw(INDENTED)}"]))
    line_end: str = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    return line_end.join(lines)


@given(text=struck() | struck() | composed().map(lambda made: made[1].text))
def test_usual_style_is_read_as_the_parser_reads_it(text: str) -> None:
    """What is read line by line is what the parser gives, which finds nothing wrong in it."""
    source = Source("x", text.encode())
    if re.search("[\x85\u2028\u2029\ufeff]", source.text):
        return
    try:
        value = usual(source.text, vars(reading)["_sure"])
    except Unusual:
        return
    parsed = vars(reading)["_parsed"](source)
    assert repr(value) == repr(parsed.value)
    assert parsed.faults == ()


# A line among those in the usual style, in which the parser finds a fault or does not.
RECORDS = "".join(f"  - id: A-{number}\n    tittel: «Å» – b\n" for number in range(600))
STRUCK = [
    *("    k: '\uffff'", '    k: "\ufffe"', "    k: v\r...\r", "    k: v\r---\r", "    k: \x1b[m"),
    *(f"    k: [{'9' * 80}]", f"    k: {{a: {'9' * 80}}}", "    id: A", "    k: {a: 1, a: 2}"),
    *("    k: a: b", "    k: 'a", "    k: [a", "   k: v", "     k: v", "    - a", "  k: v", "k: v"),
    *("  ...", "...", "---", "%YAML 1.2", "<<<<<<< HEAD", "=======", "    k: *a", "    k: !x a"),
    *("    ? [a]", "\tk: v", "    k: @a", "    k: v\n      l: w", "    k: 'v'\n      w", "o:"),
    *("    k: &a b\n  - *a", "    k:\n      l: " + "[" * 65 + "]" * 65, f"    {'k' * 1030}: v"),
    *(f"    k: a{' ' * 20_000}\x01", f"{' ' * 20_000}%", f"    k: {'a: ' * 9_000}"),
]


@pytest.mark.parametrize("line", STRUCK, ids=lambda line: repr(line[:20]))
def test_large_file_has_the_faults_of_a_small_one(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line in the middle is found as wrong, or as good, and where it is, however it is read."""
    text = f"aar: 2023\no:\n{RECORDS}{line}\n{RECORDS.replace('A-', 'B-')}".encode()
    large = read("x", text)
    monkeypatch.setattr(reading, "LARGE", len(text) + 1)
    small = read("x", text)
    assert large.faults == small.faults
    assert repr(large.value) == repr(small.value)
    for route in ((), ("o",), ("o", 599), ("o", 600, "id"), ("o", 1199, "tittel")):
        assert large.places.span(route) == small.places.span(route)
        assert large.places.key_span(route) == small.places.key_span(route)
