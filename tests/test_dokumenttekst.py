"""Text from the data stays text, wherever a template puts it."""

import re

import pytest
from dokumentene import MD, Page
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from styring.documents.utfylling import ferdig, som_tekst
from styring.tegn import ufarlig

PLACES = {
    "paragraph": "Før.\n{}\n\nEtter",
    "own paragraph": "Før\n\n{}\n\nEtter",
    "heading": "## {}",
    "cell": "| a | b |\n|---|---|\n| {} | x |",
    "item": "- {}",
    "number": "1. {}",
    "quote": "> {}",
    "strong": "Det er **x {} x** ja",
}
"""Where a template may put a value."""
MARKS = re.compile(r"\n\|---\|---\||^(?:##|-|1\.|>) |\*\*|\|")
NASTY = st.sampled_from(
    [
        *("# a", "a #", "##", "1. tertial", "2) b", "12345. x", "- a", "+", "---", "===", ">"),
        *("<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](y)", "<kari@no.no>"),
        *("{{ 7*7 }}", "{% if %}", "a | b", "\\|", "\\", "*fet*", "__init__", "snake_case_her"),
        *("&lt;", "&#x3c;", "A & B", "`kode`", "~~bort~~", "$x$", "\u202etfel", "\x1b[31m", "\x00"),
        *("\ue000", "æøå", ":--", "|---|", "[a]: /b", "linje\nny\n\n# tre", "    kode", "\t- x"),
        *("a\u00a0b", "👩\u200d🚀", "``", "***", "_a_", "a_", "<!-- -->", "https://x.no", "!"),
    ]
)
TEXTS = st.lists(NASTY | st.text(max_size=8), min_size=1, max_size=3).map(" ".join)
BLOCKS = {"table", "thead", "tbody", "tr", "th", "td", "p", "ul", "ol", "li", "h2", "blockquote"}


@given(
    place=st.sampled_from(sorted(PLACES)),
    text=TEXTS | st.lists(NASTY, min_size=1, max_size=3).map("".join),
)
@example(place="own paragraph", text="1. tertial")
def test_text_comes_out_as_that_text(place: str, text: str) -> None:
    """A value is no markup wherever a template puts it, and nothing of it is lost."""
    frame = PLACES[place]
    page = Page(MD.render(ferdig(frame.format(som_tekst(text)))))
    right = MARKS.sub(" ", frame).replace("{}", ufarlig(text))
    assert page.text() == " ".join(right.split())
    assert {name for name, _ in page.tags} <= BLOCKS | ({"strong"} if place == "strong" else set())


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Følge opp A & B (del 2) – «ja», 50 %!", "Følge opp A & B (del 2) – «ja», 50 %!"),
        ("1. tertial", "1. tertial"),
        ("snake_case", "snake_case"),
        ("a * b", "a \\* b"),
        ("x_", "x\\_"),
        ("<b>", "\\<b>"),
    ],
)
def test_only_what_must_be_is_escaped(text: str, markdown: str) -> None:
    """Ordinary text is as easy to read in the Markdown as in the data."""
    assert ferdig(f"Per {som_tekst(text)}") == f"Per {markdown}\n"


def test_a_number_at_the_beginning_of_a_line_begins_no_list() -> None:
    """It is escaped there, and only there."""
    period = som_tekst("1. tertial")
    assert ferdig(f"{period} og {period}\n- {period}\n| {period} |") == (
        "1\\. tertial og 1. tertial\n- 1\\. tertial\n| 1. tertial |\n"
    )


def test_numbers_have_a_space_that_does_not_break() -> None:
    """What a template writes of a number is as Norwegians write it."""
    assert som_tekst(12500) == "12\u00a0500"
    assert som_tekst(2025) == "2025"  # which may be a year
    assert som_tekst(None) == ""
    assert som_tekst(Markup("*ja*")) == "*ja*"
