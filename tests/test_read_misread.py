"""What libyaml takes for something else than YAML says, and what it does not."""

import pytest
from dommer import LACKS, UNDERSTOOD, Refused, judged, same
from hypothesis import example, given
from hypothesis import strategies as st
from reader import covered, only, told

from styring.yamlfile.read import read

# What libyaml takes for something else than YAML says: text, message, line, column, what is marked.
QUESTION = "en verdi inne i en parentes kan ikke begynne med «?» uten anførselstegn"
COLON_FIRST = "en verdi inne i en parentes kan ikke begynne med «:» uten anførselstegn"
HYPHEN = "en bindestrek alene kan ikke være en verdi inne i en parentes"
NAME = "navnet etter «{}» kan bare ha bokstaver, tall, «-» og «_»"
NO_BLANK = "«#» må ha mellomrom foran seg for å begynne en merknad"
LESS = "teksten er rykket inn mindre enn de tomme linjene over den"
NOT_DEEPER = "«|» må være rykket inn lenger enn det som står over"
MISREAD: list[tuple[str, str, int, int, str]] = [
    ("a: [?b]\n", QUESTION, 1, 5, "?"),
    ("a: {?b: c}\n", QUESTION, 1, 5, "?"),
    ("a: [b, ?'c', d]\n", QUESTION, 1, 8, "?"),
    ("[?:]\n", QUESTION, 1, 2, "?"),
    ("a: [x, # er den ?b\n  ?c]\n", QUESTION, 2, 3, "?"),
    ("{? :b c}\n", COLON_FIRST, 1, 4, ":"),
    ("a: [-]\n", HYPHEN, 1, 5, "-"),
    ("a: [-, b]\n", HYPHEN, 1, 5, "-"),
    ("a: {b: -}\n", HYPHEN, 1, 8, "-"),
    ("a: {-}\n", HYPHEN, 1, 5, "-"),
    ("a: [!!str -]\n", HYPHEN, 1, 11, "-"),
    ("a: &b:c d\n", NAME.format("&"), 1, 4, "&b:"),
    ("a: &b?c d\n", NAME.format("&"), 1, 4, "&b?"),
    ("- !!str &b:c d\n", NAME.format("&"), 1, 9, "&b:"),
    ("a: [b]#c\n", NO_BLANK, 1, 7, "#"),
    ("a: 'b'#c\n", NO_BLANK, 1, 7, "#"),
    ('a: "b"#12 er viktig\n', NO_BLANK, 1, 7, "#"),
    ("a: [b,#12, c\n  ]\n", NO_BLANK, 1, 7, "#"),
    ("a: {#b\n  c: d}\n", NO_BLANK, 1, 5, "#"),
    ("a: |#b\n  c\n", NO_BLANK, 1, 5, "#"),
    ("- a>#b: >-#c\n    d\n", NO_BLANK, 1, 11, "#"),
    ("a: >-#b\n  c\n", NO_BLANK, 1, 6, "#"),
    ("a: !!str |#b\n  c\n", NO_BLANK, 1, 11, "#"),
    ("a: |\n    \n  # b\n", LESS, 3, 3, "#"),
    ("- a:\n  - >\n\n      \n     # b\n", LESS, 5, 6, "#"),
    ("|\n# b\n", LESS, 2, 1, "#"),
    ("a:\n|\n  b\n", NOT_DEEPER, 2, 1, "|"),
    ("- b: &c\n  |-\n    d\n", NOT_DEEPER, 2, 3, "|"),
    ("a: |+\n  b\n ", "teksten slutter med mellomrom på en linje som ikke er avsluttet", 3, 1, " "),
]

# What looks like it, and is what it says: also to another reader.
AS_IT_SAYS: list[str] = [
    *("a: ?b\n", "- ?b: c\n", "a: 'er det [?b]'\n", "a: b # [?c]\n", "a: [b?c, d?]\n"),
    *("? a\n: b\n", "{? a : b}\n", "a: |\n  [?b]\n", "a: [b-, -c, --]\n", "a: b [-]\n"),
    *("a: '[-]' # [-]\n", '{"a":b, "c" :d}\n', "a: [b:c, ':d']\n"),
    *("a: &b-c_1 d\ne: *b-c_1\n", "a: b &c:d\n", "a: 'b &c:d' # &e:f\n", "a: [&b c, *b]\n"),
    *("a: b]#c\n", "a: '\"#b'\n", "a: [b] #c]#d\n", "a: | #b\n  c|#d\n", "a: >\n  |#b\n"),
    *("a: |\n\n  # b\n", "a: |\n  b\n # c\n", "a: |\n  b\n\n# c\nd: e\n", "- a: |\n  # b\n"),
    *("a:\n  |\n    b\n", "a:\n - |\n  b\n", "- |\n b\n", "--- |\n b\n", "a: |\n  b\nc: |\n"),
    *(
        "a: |\n  b",
        "a: |\n  b\n   ",
        "a: >-\n  b\n  ",
        "a: |\n  b\n\n",
        "a: 'b'\n ",
    ),
    *("&a 12: b\nc: *a\n", "&a : b\nc: *a\n"),
]


@pytest.mark.parametrize(("text", "melding", "line", "column", "at_text"), MISREAD)
def test_text_that_is_taken_for_something_else_is_refused(
    text: str, melding: str, line: int, column: int, at_text: str
) -> None:
    """What the parser would read otherwise than YAML says has its place and a way out."""
    doc = read("data/fil.yaml", text.encode())
    assert told(doc) == [("YAML001", melding, line, column)]
    assert covered(doc) == [at_text]
    assert only(doc).raad
    assert doc.value is None


def test_all_that_is_taken_for_something_else_is_told_at_once() -> None:
    """In the order of the file, whatever kinds they are."""
    doc = read("data/fil.yaml", b"a: &b:c d\ne: [-, ?f]\ng: 'h'#i\n")
    assert [place for _, _, *place in told(doc)] == [[1, 4], [2, 5], [2, 8], [3, 7]]


@pytest.mark.parametrize("text", AS_IT_SAYS)
def test_text_that_looks_like_it_is_read_as_another_reader_does(text: str) -> None:
    """A sign that stands where it means nothing else is no fault."""
    doc = read("data/fil.yaml", text.encode())
    assert doc.faults == ()
    assert same(doc.value, judged(text)), judged(text)


@given(
    text=st.lists(
        st.sampled_from(
            [
                *("a", "b", "12", "~", ":", ": ", "a: ", "-", "- ", "?", "? ", "!", ","),
                *("[", "]", "{", "}", " ", "\t", "\n", "\n  ", "&a ", "&a", "*a", "#", " #", "'"),
                *('"', "|\n", "|+\n", ">-\n", ">", "\n    ", "\n\n"),
            ]
        ),
        max_size=14,
    ).map("".join)
)
@example("12" * 11 + ": a")
@example("&a : |+\n~: ")
def test_whatever_is_read_is_read_so_by_another_reader(text: str) -> None:
    """A text without a fault means the same to it, or it refuses what nobody misunderstands."""
    doc = read("data/fil.yaml", text.encode())
    if doc.faults:
        return
    try:
        assert same(doc.value, judged(text)), judged(text)
    except Refused as refused:
        if not any(said in str(refused) for said in (*LACKS, *UNDERSTOOD)):
            raise
