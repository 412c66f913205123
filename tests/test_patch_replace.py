"""A value that is replaced: its style stays, and every reader reads it."""

from datetime import date
from typing import Any

import pytest
import yaml
from edited import K, edited

from styring.yamlfile.edits import Put
from styring.yamlfile.forms import is_plain
from styring.yamlfile.patch import patch
from styring.yamlfile.read import read

REPLACED: list[tuple[str, str, Any, str]] = [
    ("plain", "k: a # c\nb: 1\n", "x y", "k: x y # c\nb: 1\n"),
    ("plain that needs quotes", "k: a\n", "x: y", 'k: "x: y"\n'),
    ("quotes the file uses", "b: 'æ'\nk: a\n", "x: y", "b: 'æ'\nk: 'x: y'\n"),
    ("double quotes stay", 'k: "a"  # c\n', "x", 'k: "x"  # c\n'),
    ("single quotes stay", "k: 'a'\n", "it's", "k: 'it''s'\n"),
    ("single quotes cannot", "k: 'a'\n", "x\x07", 'k: "x\\x07"\n'),
    ("empty", "k:\nb: 1\n", "x", "k: x\nb: 1\n"),
    ("empty with a comment", "k: # c\nb: 1\n", "x", "k: x # c\nb: 1\n"),
    ("no line end", "k: a", "x", "k: x"),
    ("CRLF", "k: a\r\nb: 1\r\n", "x\ny", "k: |-\r\n  x\r\n  y\r\nb: 1\r\n"),
    ("anchor and tag", "k: &a !!str a\nb: 1\n", "x", "k: &a !!str x\nb: 1\n"),
    ("anchor without a value", "k: &a # c\n", "x", "k: &a x # c\n"),
    ("an alias itself", "a: &a x\nk: *a\n", "z", "a: &a x\nk: z\n"),
    ("spaces around the colon", '"k"  :   a\n', "x", '"k"  :   x\n'),
    ("on a line of its own", "k:\n  a # c\n", "x", "k:\n  x # c\n"),
    ("of more lines", "k: a\n  b # c\nd: 1\n", "x", "k: x # c\nd: 1\n"),
    ("literal", "k: | # c\n   a\n   b\n\nd: 1\n", "x", "k: |- # c\n   x\n\nd: 1\n"),
    ("literal that ends with more", "k: |+\n  a\n\nd: 1\n", "x\n", "k: |\n  x\nd: 1\n"),
    ("literal to a number", "k: | # c\n  a\nd: 1\n", 1, "k: 1 # c\nd: 1\n"),
    (
        "folded",
        "k: >-\n  aa bb\n  cc\nd: 1\n",
        "aa bb cc dd ee",
        "k: >-\n  aa bb\n  cc dd\n  ee\nd: 1\n",
    ),
    ("literal with empty lines", "k: |\n  a\n", "x\n\n\ny\n", "k: |\n  x\n\n\n  y\n"),
    ("folded with empty lines", "k: >\n  a\n", "b\n\nc\n", "k: >\n  b\n\n\n  c\n"),
    ("folded in one line", f"k: >-\n  {'a ' * 60}b\n", "c " * 60 + "d", f"k: >-\n  {'c ' * 60}d\n"),
    ("folded with paragraphs", "k: >\n  a\n", "b\nc\n", "k: >\n  b\n\n  c\n"),
    ("to lines", "k: a # c\n", "x\ny\n", "k: | # c\n  x\n  y\n"),
    ("to lines that begin with space", "k: a\n", " x\ny", 'k: " x\\ny"\n'),
    ("to lines that end with space", "k: a\n", "x \ny", 'k: "x \\ny"\n'),
    ("to lines with tabs", "k: a\n", "x\ty\nz", 'k: "x\\ty\\nz"\n'),
    ("to lines at an open end", "k: a", "x\ny\n", 'k: "x\\ny\\n"'),
    ("to lines in brackets", "{k: a}\n", "x\ny", '{k: "x\\ny"}\n'),
    ("in brackets", "{k: a, b: 1}\n", "x, y", '{k: "x, y", b: 1}\n'),
    ("in brackets, empty", "{k: , b: 1}\n", "x", "{k: x , b: 1}\n"),
    ("in brackets, no colon", "{k, b: 1}\n", "x", "{k: x, b: 1}\n"),
    ("wide characters", "😀: æ\nk: a\n", "😀", "😀: æ\nk: 😀\n"),
    ("date", "k: a\n", date(2023, 5, 5), "k: 2023-05-05\n"),
    ("date in quotes", "k: '2023-01-01'\n", date(2023, 5, 5), "k: '2023-05-05'\n"),
    ("text like a date", "k: 2023-01-01\n", "2023-05-05", 'k: "2023-05-05"\n'),
    ("a month", "k: a\n", "2023-04", "k: 2023-04\n"),
    ("null", "k: 'a'\n", None, "k: null\n"),
    ("true", "k: a\n", True, "k: true\n"),
    ("one", "k: true\n", 1, "k: 1\n"),
    ("one point none", "k: 1\n", 1.0, "k: 1.0\n"),
    ("a large number", "k: 1\n", 1e16, "k: 1.0e+16\n"),
    ("a list", "k: [a, b] # c\n", ["x"], "k: [x] # c\n"),
    ("a list in lines", "k: # c\n- a\n- b # d\ne: 1\n", ["x"], "k: # c\n- x\ne: 1\n"),
    ("a list to a scalar", "k: # c\n  - a\n  - b\ne: 1\n", "x", "k: x # c\ne: 1\n"),
    ("a list to none", "k: # c\n  - a\n", [], "k: [] # c\n"),
    ("a scalar to mappings", "k: a # c\n", [{"b": 1}], "k: # c\n  - b: 1\n"),
    ("a mapping", "k:\n    a: 1\n    b: 2\n", {"c": [1]}, "k:\n    c: [1]\n"),
    ("complex key", "? k\n: a\n? b\n: c\n", "x", "? k\n: x\n? b\n: c\n"),
    ("document marks", "%YAML 1.2\n---\nk: a\n...\n", "x", "%YAML 1.2\n---\nk: x\n...\n"),
]


@pytest.mark.parametrize(
    ("text", "value", "after"), [row[1:] for row in REPLACED], ids=[r[0] for r in REPLACED]
)
def test_replaced_value_keeps_its_style(text: str, value: Any, after: str) -> None:
    """Just the value is other text, in the style it had where that can hold it."""
    assert edited(text, Put(K, value)) == after


def test_byte_order_mark_stays() -> None:
    """The new bytes begin with the mark where the old did."""
    data = b"\xef\xbb\xbfk: a\r\n"
    made = patch(read("x", data), [Put(K, "å")])
    assert made.document.source.encoded == "\ufeffk: å\r\n".encode()


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("a\n", "b", "b\n"),
        ("--- a # c\n", 1, "--- 1 # c\n"),
        ("[a]\n", ["b"], "[b]\n"),
        ("a: 1\nb: 2\n", {"c": 3}, "c: 3\n"),
        ("- a\n- b # c\n", [{"a": 1}], "- a: 1\n"),
    ],
)
def test_whole_document_is_replaced(text: str, value: Any, after: str) -> None:
    """The route without steps is the document's own value."""
    assert edited(text, Put((), value)) == after


@pytest.mark.parametrize(
    "text",
    [
        *("NO", "no", "on", "y", "n", "Y", "~", "null", "true", "0123", "08", "0o7", "0x1F", "0b1"),
        *(
            "1_000",
            "12:30",
            "2023-05-05",
            "2023-05-05 12:00:00",
            "1e3",
            "+1",
            ".5",
            "5.",
            ".inf",
            ".NaN",
        ),
        *(
            "<<",
            "=",
            "",
            " a",
            "a ",
            "- a",
            "-",
            "? a",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "@a",
            "`a",
            "%a",
        ),
        *(
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "'a'",
            '"a"',
            "[a",
            "{a",
            "]",
            "}",
            ",",
            "---",
            "...",
            "a\tb",
        ),
        *("\u00a0a", "\u2028", "\ufeff", "a\nb", "9" * 70),
    ],
)
def test_text_that_some_reader_misreads_has_quotes(text: str) -> None:
    """It is read as the same text by YAML 1.1 and by 1.2, in lines and in brackets."""
    assert not is_plain(text, in_flow=False)
    for before in ("k: a\n", "{k: a}\n", "k: [a]\n"):
        made = edited(before, Put(K, [text] if "[" in before else text))
        found = yaml.safe_load(made)["k"]
        assert (found[0] if isinstance(found, list) else found) == text


@pytest.mark.parametrize(
    "text",
    [
        *("2023-04", "2023-K4", "SOS-2023-01", "900 60 938", "offl. § 15", "Plan (ny) – 50 %"),
        *("a#b", "a:b", "https://a.no/b", "nei", "Åse O'Hara", 'den "nye" planen', "v1.2.3"),
    ],
)
def test_ordinary_text_has_no_quotes(text: str) -> None:
    """What every reader takes for text stands as it is."""
    assert is_plain(text, in_flow=True)
    assert edited("k: a\n", Put(K, text)) == f"k: {text}\n"


def test_text_with_comma_has_quotes_only_in_brackets() -> None:
    """A comma ends a value in brackets and nowhere else."""
    assert (
        edited("k: a\nl: [b]\n", Put(K, "x, y"), Put(("l", 0), "x, y")) == 'k: x, y\nl: ["x, y"]\n'
    )
