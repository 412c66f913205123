"""What an edit does to the text of a file: the one thing that was asked, and not a byte more."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import DATA, RIK
from dommer import judged, same
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from styring.yamlfile import read as reading
from styring.yamlfile.edits import (
    CannotEdit,
    Edit,
    Insert,
    Put,
    Remove,
    Splice,
    apply,
    changed,
    reverse,
)
from styring.yamlfile.forms import is_plain
from styring.yamlfile.patch import Patched, patch
from styring.yamlfile.places import Route, at
from styring.yamlfile.pure import PureParser
from styring.yamlfile.read import Document, read

INSTALLED: Any = vars(reading)["Parser"]
ORDER = ("id", "tittel", "sektor", "frist", "delegering", "rapporter", "kilde")
NEWS: Any = {"periode": "2023-T1", "dato": date(2023, 5, 5), "av": "kwe"}


def document(text: str) -> Document:
    """A text as read."""
    return read("data/fil.yaml", text.encode())


def edited(text: str, *edits: Edit) -> str:
    """A text with edits made in it, shown to be undone and to be read as it should."""
    before = document(text)
    made = patch(before, edits)
    after = made.document.source.text
    assert repr(made.document.value) == repr(changed(before.value, edits))
    assert apply(before.source.text, made.splices) == after
    assert apply(after, reverse(made.splices)) == before.source.text
    return after


def refusal(text: str, *edits: Edit) -> str:
    """Why edits are refused."""
    with pytest.raises(CannotEdit) as refused:
        patch(document(text), edits)
    assert refused.value.raad is None or refused.value.raad.endswith(".")
    return refused.value.melding


# --- Replacing a value ----------------------------------------------------------------------------

K = ("k",)
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


# --- Adding ---------------------------------------------------------------------------------------

RECORD = "- id: A # a\n  sektor: S # s\n\n# under\n- id: B\n"
ADDED: list[tuple[str, str, Edit, str]] = [
    ("behind the one before it", RECORD, Put((0, "frist"), "2023", ORDER),
     '- id: A # a\n  sektor: S # s\n  frist: "2023"\n\n# under\n- id: B\n'),
    ("between", RECORD, Put((0, "tittel"), "T", ORDER),
     "- id: A # a\n  tittel: T\n  sektor: S # s\n\n# under\n- id: B\n"),
    ("first", "- tittel: T\n  x: 1\n", Put((0, "id"), "A", ORDER),
     "- id: A\n  tittel: T\n  x: 1\n"),
    ("unknown to the order", "id: A\nx: 1\n", Put(("z",), 2, ORDER), "id: A\nx: 1\nz: 2\n"),
    ("no line end", "id: A", Put(("z",), 2), "id: A\nz: 2"),
    ("in brackets", "- {id: A, kilde: k}\n", Put((0, "frist"), 1, ORDER),
     "- {id: A, frist: 1, kilde: k}\n"),
    ("first in brackets", "{kilde: k}\n", Put(("id",), "A", ORDER), "{id: A, kilde: k}\n"),
    ("in none", "k: {} # c\n", Put(("k", "a"), 1), "k: {a: 1} # c\n"),
    ("key that needs quotes", "a: 1\n", Put(("NO",), 1), 'a: 1\n"NO": 1\n'),
    ("behind a literal", "a: |\n  x\n\n# c\n", Put(("b",), 1), "a: |\n  x\nb: 1\n\n# c\n"),
    ("behind a literal that ends with more", "a: |+\n  x\n\n\n", Put(("b",), 1),
     "a: |+\n  x\n\n\nb: 1\n"),
    ("behind empty", "a:  # c\n", Put(("b",), 1), "a:  # c\nb: 1\n"),
    ("before the end mark", "a: 1\n...\n", Put(("b",), 1), "a: 1\nb: 1\n...\n"),
    ("behind a complex key", "? a\n: 1\n", Put(("b",), 1), "? a\n: 1\nb: 1\n"),
    ("new list of texts", "id: A\n", Insert(("k",), "x"), "id: A\nk: [x]\n"),
    ("new list of mappings", "id: A\n", Insert(("k",), NEWS),
     "id: A\nk:\n  - periode: 2023-T1\n    dato: 2023-05-05\n    av: kwe\n"),
    ("new list for null", "k: # c\nb: 1\n", Insert(("k",), {"a": 1}), "k: # c\n  - a: 1\nb: 1\n"),
    ("new list for none", "k: [] # c\n", Insert(("k",), {"a": 1}), "k: # c\n  - a: 1\n"),
    ("as the list above", "o:\n- id: A\n", Insert(("o", 0, "k"), {"a": 1}),
     "o:\n- id: A\n  k:\n  - a: 1\n"),
    ("as in the nearest record", "- k:\n      -   {a: 'x'}\n- id: B\n", Insert((1,
     "k"), {"a": "y"}),
     "- k:\n      -   {a: 'x'}\n- id: B\n  k:\n      -   {a: 'y'}\n"),
    ("in brackets as in the nearest", "- k: [{a: 1}]\n- id: B\n", Insert((1, "k"), {"a": 2}),
     "- k: [{a: 1}]\n- id: B\n  k: [{a: 2}]\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edit", "after"), [row[1:] for row in ADDED], ids=[r[0] for r in ADDED]
)
def test_new_key_goes_where_the_order_says(text: str, edit: Edit, after: str) -> None:
    """A line of its own behind the key before it, or a pair in the brackets."""
    assert edited(text, edit) == after


INSERTED: list[tuple[str, str, Insert, str]] = [
    ("last", "k:\n  - a # c\n\n# d\nb: 1\n", Insert(K, "x"), "k:\n  - a # c\n  - x\n\n# d\nb: 1\n"),
    ("first", "k:\n  # c\n  - a\n", Insert(K, "x", 0), "k:\n  # c\n  - x\n  - a\n"),
    ("between", "k:\n- a\n# c\n- b\n", Insert(K, "x", 1), "k:\n- a\n- x\n# c\n- b\n"),
    ("no line end", "- a\n- b", Insert((), "x"), "- a\n- b\n- x"),
    ("wide dash", "-   a: 1\n    b: 2\n", Insert((), {"a": 3, "b": 4}),
     "-   a: 1\n    b: 2\n-   a: 3\n    b: 4\n"),
    ("item in brackets", "- {a: 1}\n", Insert((), {"a": 2}), "- {a: 1}\n- {a: 2}\n"),
    ("item as the one before", "- {a: 1}\n- a: 1\n", Insert((), {"a": 2}),
     "- {a: 1}\n- a: 1\n- a: 2\n"),
    ("apart", "- a\n\n- b\n", Insert((), "x"), "- a\n\n- b\n\n- x\n"),
    ("apart and first", "- a\n\n- b\n", Insert((), "x", 0), "- x\n\n- a\n\n- b\n"),
    ("quotes as beside", "- 'a'\n", Insert((), "x"), "- 'a'\n- 'x'\n"),
    ("dash in dash", "- - a\n  - b\n", Insert((0,), "x", 0), "- - x\n  - a\n  - b\n"),
    ("dash with a comment", "- # c\n  a: 1\n", Insert((), {"a": 2}), "- # c\n  a: 1\n- a: 2\n"),
    ("empty item", "-\n- a\n", Insert((), "x", 1), "-\n- x\n- a\n"),
    ("brackets", "k: [a, b] # c\n", Insert(K, "x"), "k: [a, b, x] # c\n"),
    ("brackets, first", "k: [a, b]\n", Insert(K, "x", 0), "k: [x, a, b]\n"),
    ("brackets, between", "k: [a, b]\n", Insert(K, "x", 1), "k: [a, x, b]\n"),
    ("brackets of more lines", "k: [\n  a, # a\n  b, # b\n]\n", Insert(K, "x"),
     "k: [\n  a, # a\n  b, # b\n  x,\n]\n"),
    ("brackets of more lines without a last comma", "k: [\n  a,\n  b # b\n]\n", Insert(K, "x"),
     "k: [\n  a,\n  b, # b\n  x\n]\n"),
    ("brackets of more lines, first", "k: [\n  a\n]\n", Insert(K, "x", 0), "k: [\n  x,\n  a\n]\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edit", "after"), [row[1:] for row in INSERTED], ids=[r[0] for r in INSERTED]
)
def test_new_item_looks_like_its_neighbours(text: str, edit: Edit, after: str) -> None:
    """It stands as the items beside it do."""
    assert edited(text, edit) == after


# --- Removing -------------------------------------------------------------------------------------

REMOVED: list[tuple[str, str, Route, str]] = [
    ("key", "# a\na: 1 # x\n# b\nb: 2\n", ("a",), "# a\n# b\nb: 2\n"),
    ("key with all in it", "a: # x\n  # y\n  - 1\n  # z\n  - 2 # w\n# b\nb: 2\n", ("a",),
     "# b\nb: 2\n"),
    ("last key at an open end", "a: 1\nb: 2", ("b",), "a: 1"),
    ("key on the line of the dash", "- id: A # x\n  b: 1\n", (0, "id"), "- b: 1\n"),
    ("that with a comment behind", "- id: A # x\n  # b\n  b: 1\n", (0, "id"), "-\n  # b\n  b: 1\n"),
    ("the only key", "a: # c\n  b: 1 # x\nc: 2\n", ("a", "b"), "a: {} # c\nc: 2\n"),
    ("the only key of a document", "a: 1\n", ("a",), "{}\n"),
    ("the only item", "a: &x # c\n  # d\n  - 1\nc: 2\n", ("a", 0), "a: &x [] # c\n  # d\nc: 2\n"),
    ("the only item of an item", "- - 1\n- 2\n", (0, 0), "- []\n- 2\n"),
    ("item", "- a # x\n# b\n- b\n- c\n", (1,), "- a # x\n# b\n- c\n"),
    ("item with its blank line", "- a\n\n- b\n\n- c\n", (1,), "- a\n\n- c\n"),
    ("first item with its blank line", "k:\n  - a\n\n  - b\n", ("k", 0), "k:\n  - b\n"),
    ("dash in dash", "- - a\n  - b\n", (0, 0), "- - b\n"),
    ("brackets, first", "[a, b, c]\n", (0,), "[b, c]\n"),
    ("brackets, between", "{a: 1, b: 2, c: 3}\n", ("b",), "{a: 1, c: 3}\n"),
    ("brackets, last", "[a, b]\n", (1,), "[a]\n"),
    ("brackets, only", "k: [ a, ] # c\n", ("k", 0), "k: [] # c\n"),
    ("brackets of more lines", "[\n  a, # a\n  b, # b\n  c # c\n]\n", (1,),
     "[\n  a, # a\n  c # c\n]\n"),
    ("brackets of more lines, last", "[\n  a, # a\n  b # b\n]\n", (1,), "[\n  a, # a\n]\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "route", "after"), [row[1:] for row in REMOVED], ids=[r[0] for r in REMOVED]
)
def test_removed_thing_takes_its_own_lines(text: str, route: Route, after: str) -> None:
    """Its own comments go with it, and no others."""
    assert edited(text, Remove(route)) == after


# --- More edits, and refusals ---------------------------------------------------------------------


def test_edits_mean_one_after_the_other() -> None:
    """A later edit counts from what the earlier ones left."""
    after = edited(
        "o:\n  - id: A\n  - id: B\n",
        Insert(("o",), {"id": "M"}, 0),
        Put(("o", 1, "id"), "A2"),
        Put(("o", 1, "tittel"), "T", ORDER),
        Remove(("o", 2)),
        Insert(("o", 0, "k"), "x"),
        Insert(("o", 0, "k"), "z"),
    )
    assert after == "o:\n  - id: M\n    k: [x, z]\n  - id: A2\n    tittel: T\n"


def asked_of_parser(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of the texts that the parser is given from now on."""
    asked: list[int] = []

    def parser(text: str) -> Any:
        asked.append(len(text))
        return INSTALLED(text)

    monkeypatch.setattr(reading, "Parser", parser)
    return asked


def test_edits_of_many_records_cost_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Edits that cannot touch each other have their places found at once, and are read together."""
    text = "o:\n" + "".join(f"  - id: A{n}\n    tittel: T\n" for n in range(2000))
    doc = document(text)
    asked = asked_of_parser(monkeypatch)
    many = patch(doc, [Insert(("o", n, "k"), "x") for n in range(0, 2000, 5)])
    assert len(many.splices) == 400
    assert sum(asked) < 2 * len(text)


SHAPES = (
    "  - id: A{n}\n    tittel: Tittel nummer {n}, som er lang nok\n",
    "  - id: A{n} # om {n}\n    tittel: 'Tittel {n}: lang'\n    frist: 2023-04\n\n",
    "  # over {n}\n  - id: A{n}\n    rapporter:\n    - periode: 2023-T1\n      av: kwe\n",
    "  - {{id: A{n}, tittel: Tittel nummer {n}, rapporter: []}}\n",
    "  -   id: A{n}\n      kilde: |\n        - id: A\n\n        x\n      rapporter: [{{av: e}}]\n",
    '  - "id": "A{n}"\n    tittel: >-\n      Tittel {n}\n      i to\n    delmaal:\n      - GO{n}\n',
)
AMONG: list[list[Edit]] = [
    [Put(("o", 0, "tittel"), "En: to", ORDER), Put(("o", 0, "id"), "B")],
    [Put(("o", 0, "frist"), date(2023, 5, 5), ORDER), Insert(("o", 0, "rapporter"), NEWS)],
    [Insert(("o", 0, "rapporter"), NEWS, order=ORDER), Insert(("o", 0, "rapporter"), NEWS)],
    [Put(("o", 0, "delegering"), {"til": {"navn": "x"}, "fra": ["a", "b"]}, ORDER)],
    [Remove(("o", 0, "id"))],
    [Put(("o", 0, "id"), "B"), Remove(("o", 0))],
    [Insert(("o",), {"id": "B", "kilde": "a\nb\n"}, 0), Put(("o", 1, "id"), "C")],
    [
        Insert(("o",), {"id": "B", "tittel": "x"}),
        Put(("navn",), "Oslo"),
        Insert(("o",), {"id": "C"}),
    ],
]


@given(
    shapes=st.lists(st.sampled_from(SHAPES), min_size=1, max_size=5),
    number=st.sampled_from((0, 1, 99, 101, 500, 898, 899)),
    newline=st.sampled_from(("\n", "\r\n")),
    edits=st.sampled_from(AMONG),
)
@settings(max_examples=25)
def test_edit_among_many_records_is_the_one_among_those_near(
    shapes: list[str], number: int, newline: str, edits: list[Edit]
) -> None:
    """Of a large file what is near the edit is enough to go by."""
    records = [shapes[n % len(shapes)].format(n=n) for n in range(900)]
    number = 899 if edits is AMONG[-1] else number  # at the end it goes by the last
    first = max(number - 150, 0)

    def text(records: list[str]) -> str:
        return "".join(["navn: 'Ås'\no:\n", *records, "kilde: k\n"]).replace("\n", newline)

    def at_record(edit: Edit, number: int) -> Edit:
        if isinstance(edit, Insert) and edit.at is not None:
            return edit._replace(at=number + edit.at)
        list_, *rest = edit.route
        return edit._replace(
            route=(list_, *(number + step if isinstance(step, int) else step for step in rest))
        )

    def made(records: list[str], number: int) -> list[tuple[str, str]]:
        wanted = [at_record(edit, number) for edit in edits]
        return [(old, new) for _, old, new in patch(document(text(records)), wanted).splices]

    near = [*records[first : min(number + 150, 899)], records[899]]
    assert len(text(near).encode()) < vars(reading)["LARGE"] < len(text(records).encode())
    assert made(records, number) == made(near, number - first)


def test_edit_of_a_large_file_has_the_parser_read_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is near an edit has its places found; the rest is but read, before and after."""
    text = "o:\n" + "".join(f"  - id: A{n}\n    tittel: T\n" for n in range(5000))
    doc = document(text)
    asked = asked_of_parser(monkeypatch)
    patch(doc, [Insert(("o", 2500, "k"), {"a": "x: y"})])
    assert 0 < sum(asked) < len(text) / 10


@pytest.mark.parametrize("text", ["k: a\n", "o: [a]\nk: a\n", "o:\n- a\nk: a\n", "k: a\no: []\n"])
def test_large_file_without_many_records_is_edited_too(text: str) -> None:
    """What is long in it may be something else than a list."""
    note = f"merknad: >-\n  {'ord ' * 20_000}\n"
    assert edited(note + text, Put(("k",), "b")) == note + text.replace("k: a", "k: b")


JOINED: list[tuple[str, str, list[Edit], str]] = [
    ("items", "k:\n  - a # c\n\n# d\n", [Insert(K, "x"), Insert(K, "z")],
     "k:\n  - a # c\n  - x\n  - z\n\n# d\n"),
    ("items apart", "- a\n\n- b\n", [Insert((), "x"), Insert((), "z")],
     "- a\n\n- b\n\n- x\n\n- z\n"),
    ("items in brackets", "k: [a] # c\n", [Insert(K, "x"), Insert(K, "z")], "k: [a, x, z] # c\n"),
    ("items in brackets of more lines", "k: [\n  a # a\n]\n", [Insert(K, "x"), Insert(K, "z")],
     "k: [\n  a, # a\n  x,\n  z\n]\n"),
    ("items in brackets of more lines with a comma", "k: [\n  a, # a\n]\n",
     [Insert(K, "x"), Insert(K, "z")], "k: [\n  a, # a\n  x,\n  z,\n]\n"),
    ("items in none", "k: [] # c\n", [Insert(K, "x"), Insert(K, "z")], "k: [x, z] # c\n"),
    ("items in null", "k: # c\n", [Insert(K, {"a": 1}), Insert(K, {"a": 2})],
     "k: # c\n  - a: 1\n  - a: 2\n"),
    ("items in a new list", "id: A\n", [Insert(K, {"a": 1}), Insert(K, {"a": 2})],
     "id: A\nk:\n  - a: 1\n  - a: 2\n"),
    ("keys", "- id: A # a\n# b\n- id: B\n",
     [Put((0, "frist"), 1, ORDER), Put((0, "tittel"), "T", ORDER), Insert((0, "k"), "x", None)],
     "- id: A # a\n  tittel: T\n  frist: 1\n  k: [x]\n# b\n- id: B\n"),
    ("keys before the first", "kilde: k\n", [Put(("frist",), 1, ORDER), Put(("id",), "A", ORDER)],
     "id: A\nfrist: 1\nkilde: k\n"),
    ("keys in brackets", "{id: A}\n", [Put(("kilde",), 1, ORDER), Put(("frist",), 2, ORDER)],
     "{id: A, frist: 2, kilde: 1}\n"),
    ("keys in no brackets", "k: {}\n", [Put(("k", "a"), 1), Put(("k", "b"), 2)],
     "k: {a: 1, b: 2}\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edits", "after"), [row[1:] for row in JOINED], ids=[r[0] for r in JOINED]
)
def test_edits_behind_each_other_are_one_splice(text: str, edits: list[Edit], after: str) -> None:
    """More items at the end of one list, or new keys of one mapping, are read back together."""
    assert edited(text, *edits) == after
    assert len(patch(document(text), edits).splices) == 1


def test_joined_edits_come_in_the_order_given() -> None:
    """What stands between them and touches the same, is made between them."""
    assert edited("k: [a]\n", Insert(K, "x"), Remove(("k", 1)), Insert(K, "z")) == "k: [a, z]\n"
    assert edited("k: [a]\n", Insert(K, "x"), Put(K, ["b"]), Insert(K, "z")) == "k: [b, z]\n"
    assert edited("k: [a]\n", Insert(K, "x", 0), Insert(K, "z")) == "k: [x, a, z]\n"
    assert edited("a: 1\n", Put(K, 1), Put(K, 2), Put(("b",), 3)) == "a: 1\nk: 2\nb: 3\n"
    assert edited("a: 1\n", Put(K, ["x"]), Insert(K, "z")) == "a: 1\nk: [x, z]\n"
    assert edited("a: 1\n", Put(K, 1), Remove(K), Put(K, 2)) == "a: 1\nk: 2\n"


REFUSED: list[tuple[str, Edit, str]] = [
    ("a: [\n", Put(("a",), 1), "filen lar seg ikke lese"),
    ("a: 1\n", Put(("b", "c"), 1), "nøkkelen «b» finnes ikke"),
    ("a: 1\n", Remove(("b",)), "nøkkelen «b» finnes ikke"),
    ("- a\n", Put((1,), 1), "listen har ikke noe punkt nummer 2"),
    ("- a\n", Insert((), 1, 2), "listen har ikke noe punkt nummer 3"),
    ("a: 1\n", Insert(("a",), 1), "det som står her, er ikke en liste"),
    ("a: 1\n", Remove(()), "hele innholdet i filen kan ikke tas bort"),
    ("a: 1\n", Put(("a",), "\ud800"), "teksten har et tegn som ikke finnes (et halvt surrogatpar)"),
    ("a: &x [1]\nb: *x\n", Insert(("a",), 1),
     "verdien har et anker («&x») som brukes andre steder"),
    ("a: {c: &x 1}\nb: *x\n", Remove(("a",)),
     "verdien har et anker («&x») som brukes andre steder"),
    ("a: &x [1]\nb: *x\n", Put(("b", 0), 1), "verdien er en henvisning til et anker et annet sted"),
    ("[a: 1]\n", Put((0, "b"), 1), "verdien står uten krøllparenteser i en liste"),
    ("a: 1\n", Put(("a",), 10**70), "verdien lar seg ikke skrive som YAML her"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edit", "why"), REFUSED)
def test_what_cannot_be_shown_is_refused(text: str, edit: Edit, why: str) -> None:
    """Nothing is given back, and the reason is said."""
    assert refusal(text, edit) == why


@pytest.mark.parametrize("value", [(1,), {1: 2}, b"x", object()])
def test_what_is_no_value_is_a_bug(value: Any) -> None:
    """Values are those that YAML has; others are a mistake of ours."""
    with pytest.raises(TypeError):
        changed({"a": 1}, [Put(("a",), value)])


def test_changed_leaves_what_it_was_given() -> None:
    """Only what is on the way is copied."""
    value = {"a": [1], "b": [2]}
    new = changed(value, [Insert(("a",), 3)])
    assert value == {"a": [1], "b": [2]}
    assert new == {"a": [1, 3], "b": [2]}
    assert new["b"] is value["b"]


def test_splice_in_another_text_is_refused() -> None:
    """What a splice takes away must stand there."""
    with pytest.raises(CannotEdit):
        apply("a: 1\n", [Splice(3, "2", "3")])
    with pytest.raises(CannotEdit):
        apply("a: 1\n", [Splice(9, "2", "3")])


# --- Odd documents --------------------------------------------------------------------------------

ODD = [
    "- - a\n  - b\n- - c\n",
    "- # c\n  a: 1\n  b: 2\n- x\n",
    "? a\n: b\n? c\n: - d\n  - e\n",
    "a:\n- b\n-  c: 1\n   d: 2\ne: 3\n",
    "--- # c\na: 1\n... # e\n",
    "%YAML 1.1\n%TAG ! tag:x,2000:\n---\na: [1]\n",
    "a: &x\n  b: 1\n  c: 2\nd: 3\n",
    "a: !!map\n  b: 1\n",
    "a: !!str 5\nb: !!seq\n- c\n- d\n",
    "a: {b: 1, c: {d: 2, e: [1, 2, {f: 3}]}}\n",
    "a: [\n    b, c,\n    d, # e\n    # f\n    g\n  ]\nh: 1\n",
    '{\n  "a": 1,\n  "b": [1,2],\n  "c": {}\n}\n',
    '{"a":1,"b":[1,2]}',
    "[a: 1, b: 2]\n",
    "[a, b: {c: 1}, [d]]\n",
    "a:   \n  b: 1   \n  c: 2  # x  \n\n\n",
    "a: >\n  x y\n  z\n\n  w\nb: |2\n   c\n  d\n",
    "a: |+\n  x\n\n\nb: |-\n  y\n\n# c\n",
    "a: 'x\n  y\n\n  z'\nb: \"q\\\n  r\"\nc: p\n  s\n",
    "\"a\" : 1\n'b'  :\n  - x\n",
    "a:\t1\nb:\t[1,\t2]\n",
    "- a\n\n# c\n- b\n\n\n- c\n",
    "-\n  a: 1\n  b:\n    -\n      c\n    -\n      - d\n",
    "a: ~\nb: null\nc:\nd: ''\n",
    "a: # c1\n  # c2\n  b: # c3\n    # c4\n    - x # c5\n    # c6\n  # c7\n# c8\nd: 1\n",
    "a: 1\nb: &y [1, &z {c: 2}]\n",
    "😀: {æ: [å, 'ø']}\nk: 😀😀 # 😀\n",
    '? "a b"\n: 1\n? c\n',
    "a: [b, c]   # d\r\ne:\r\n  - f   # g\r\n\r\n  - h\r\n",
    "a: 1\rb:\r  - 1\r  - 2\r",
    "a:\n    - b:\n          - c: 1\n            d:\n               - e\n    - f\n",
    "- a: |\n    x\n  b: 1\n- c: >-\n    y\n",
    "a: {}\nb: []\nc: { }\nd: [ ]\n",
    "a: { b: 1, c: 2 }\nd: [ 1, 2 ]\n",
    "{a, b: , c: 1}\n",
    "[]\n",
    "{}\n",
    "--- {a: 1}\n",
    "--- |\n x\n",
    "a: -1\n",
    "a:\n  - - - x\n      - y\n    - z\n",
    'a: "x" # c\nb: "y" # d\n...\n',
    "<<: {a: 1}\nb: 1\n",
    "a: 1\na: 2\nb: 3\n",
    "&k a: 1\n&l b: &m 2\n",
    "a: [ # c\n]\nb: { # d\n  e: 1 }\n",
    "a: " + "x" * 5000 + "\nb: 1\n",
]


@pytest.mark.parametrize("parser", [INSTALLED, PureParser], ids=["installed", "pure"])
def test_odd_documents_are_edited_exactly_or_not_at_all(
    parser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands around a value, what comes back is right, and little is refused."""
    monkeypatch.setattr(reading, "Parser", parser)
    tried = refused = 0
    for text in ODD:
        doc = document(text)
        for edit in simple_edits(doc.value):
            tried += 1
            try:
                edited(text, edit)
            except CannotEdit:
                refused += 1
    assert tried > 1500
    assert refused < tried * 0.03


def simple_edits(value: Any) -> Iterator[Edit]:
    """A few edits of every value in it."""
    for route in routes(value) if value is not None else ():
        there = at(value, route)
        news: list[Any] = ["a: b", "l1\nl2\n", 5, ["A"], [{"a": 1}], {"x": {"y": "z"}}]
        yield from (Put(route, new) for new in news)
        if route:
            yield Remove(route)
        if isinstance(there, list):
            yield from (Insert(route, new, at) for new in news[1:] for at in (0, None))
        if isinstance(there, dict):
            yield from (Put((*route, "ny"), new, order) for new in news for order in ((), ("ny",)))


# --- Documents in any style -----------------------------------------------------------------------

WORDS = ("a", "plan", "Øy § 1", "v 1.2", "😀 b", "https://a.no/b")
TEXTS = st.sampled_from(WORDS) | st.text(
    "abæ😀 .-/0:#,[]{}&*!|>'\"%@`\\\n\t=~?\u00a0\u0301\u2028\x07", max_size=12
)
LINES = st.lists(st.sampled_from(["to ord", "- a", "# b", "", "  c", "d: e"]), max_size=5).map(
    "\n".join
)
SCALARS: st.SearchStrategy[Any] = (
    TEXTS
    | LINES
    | LINES.map(lambda text: f"{text}\n")
    | st.sampled_from(["NO", "0123", "12:30", "2023-05-05", "1e3", "~", "", "y", "<<", "=", "---"])
    | st.sampled_from([None, True, False, 0, 1, -5, 1.0, 2.5e-9, 1e22, date(2023, 5, 5)])
    | st.integers()
    | st.floats(allow_nan=False)
)
KEY = ("id", "tittel", "k", "NO", "1", "a b", "æ", "x: y", "~")
KEYS = st.sampled_from(KEY)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
PARTS = (
    st.sampled_from(WORDS) | LINES.filter(bool) | st.sampled_from([None, 1, True, 2.5, "NO", ""])
)
TREES: st.SearchStrategy[Any] = st.recursive(
    PARTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=14,
).filter(lambda tree: isinstance(tree, dict | list) and bool(tree))


class Composer:
    """Writes values in any of the styles that people use, with numbered comments."""

    def __init__(self, draw: Any) -> None:
        self._draw = draw
        self.newline = self.pick("\n", "\n", "\r\n")
        self.step = len(self.pick("..", "..", "....", "."))
        self.dash = self.pick(" ", " ", " ", "   ")
        self.flush = self.chance(2)
        self.comments = 0

    def pick(self, *of: str) -> str:
        """One of these."""
        return str(self._draw(st.sampled_from(of)))

    def chance(self, of: int) -> bool:
        """True once in so many."""
        return not self._draw(st.integers(0, of - 1))

    def comment(self) -> str:
        """A comment that is like no other."""
        self.comments += 1
        return f"# nr {self.comments}."

    def end(self) -> str:
        """The end of a line, and lines that say nothing."""
        text = self.pick("", "", "", f" {self.comment()}", "  ") + self.newline
        for _ in self.pick("", "", "", ".", ".."):
            text += self.pick("", "   ", self.comment(), "      " + self.comment()) + self.newline
        return text

    def scalar(self, value: Any) -> str:
        """A scalar on one line."""
        if value is None:
            return self.pick("null", "~")
        if not isinstance(value, str):
            return "true" if value is True else str(value)
        if is_plain(value, in_flow=True) and not self.chance(3):
            return value
        if value.isprintable() and self.chance(2):
            return "'" + value.replace("'", "''") + "'"
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'

    def flow(self, value: Any, indent: int) -> str:
        """A value in flow style, on one line or more."""
        if not isinstance(value, dict | list):
            return self.scalar(value)
        gap = self.newline + " " * (indent + 2) if self.chance(3) else ""
        note = f" {self.comment()}" if gap and self.chance(2) else ""
        parts = (
            [f"{self.scalar(key)}: {self.flow(under, indent + 2)}" for key, under in value.items()]
            if isinstance(value, dict)
            else [self.flow(item, indent + 2) for item in value]
        )
        inside = ("," + note + gap if gap else self.pick(", ", ", ", " , ")).join(parts)
        last = self.pick("", ",") if parts else ""
        around = "{}" if isinstance(value, dict) else "[]"
        space = gap or self.pick("", "", " ")
        return around[0] + space + inside + last + (gap[:-1] or space) + around[1]

    def block_text(self, text: str, indent: int) -> str:
        """A literal, with what is before it."""
        note = self.pick("", f" {self.comment()}")
        lines = text.removesuffix("\n").split("\n")
        sign = "|" + ("" if text.endswith("\n") else "-")
        pad = " " * (indent + self.step)
        return self.newline.join([f" {sign}{note}", *(line and pad + line for line in lines)])

    def under(self, value: Any, indent: int, in_list: bool) -> str:
        """What follows a key or dash with this indent, to the end of its lines."""
        if isinstance(value, dict | list) and value and not self.chance(4):
            if in_list and not self.chance(3):
                inner = indent + 1 + len(self.dash)
                return self.dash + self.block(value, inner).removeprefix(" " * inner)
            is_flush = isinstance(value, list) and not in_list and self.flush
            head = self.pick("", "", f" {self.comment()}") + self.newline
            return head + self.block(value, indent + (0 if is_flush else self.step))
        if isinstance(value, str) and LITERAL.fullmatch(value) and self.chance(2):
            return self.block_text(value, indent) + self.newline
        if value is None and self.chance(2):
            return self.end()
        gap = self.dash if in_list else self.pick(" ", " ", " ", "  ")
        return gap + self.flow(value, indent) + self.end()

    def block(self, value: Any, indent: int) -> str:
        """A mapping or list in block style."""
        pad = " " * indent
        if isinstance(value, list):
            return "".join(f"{pad}-{self.under(item, indent, True)}" for item in value)
        return "".join(
            f"{pad}{self.scalar(key)}{self.pick(':', ':', ' :')}{self.under(item, indent, False)}"
            for key, item in value.items()
        )

    def document(self, value: Any) -> str:
        """The whole of it."""
        head = self.pick("", "", f"{self.comment()}{self.newline}", f"---{self.newline}")
        text = head + self.block(value, 0) + self.pick("", "", "", f"...{self.newline}")
        return self.pick("", "", "\ufeff") + (text.rstrip("\r\n ") if self.chance(4) else text)


NOTE = re.compile(r"# nr \d+\.")
LITERAL = re.compile(r"(?:[^\s].*[^\s\t]\n|\n)*[^\s].*[^\s]\n?")


@st.composite
def documents(draw: Any) -> Document:
    """A document that is read as it was meant."""
    tree = draw(TREES)
    doc = document(Composer(draw).document(tree))
    assert doc.faults == (), doc.source.text
    if doc.source.text.endswith("\n"):
        assert repr(doc.value) == repr(tree), doc.source.text
    return doc


def routes(value: Any, route: Route = ()) -> Iterator[Route]:
    """The routes of all values, the whole first."""
    yield route
    steps: Any = (
        value if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0)
    )
    for step in steps:
        yield from routes(value[step], (*route, step))


@st.composite
def edits_of(draw: Any, value: Any) -> list[Edit]:
    """Edits that can be made one after the other."""
    edits: list[Edit] = []
    for _ in range(draw(st.integers(1, 4))):
        route = draw(st.sampled_from(list(routes(value))))
        there = at(value, route)
        kinds = ["put", "put", "insert", "remove"] if route else ["insert"]
        kind = draw(st.sampled_from(kinds))
        edit: Edit
        if kind == "insert" and isinstance(there, list):
            edit = Insert(route, draw(VALUES), draw(st.none() | st.integers(0, len(there))))
        elif kind == "insert" and isinstance(there, dict):
            key = draw(st.sampled_from([key for key in (*KEY, "ny") if key not in there] or ["ny"]))
            order = tuple(draw(st.permutations(["id", "tittel", "k", "NO", "ny"])))
            make = draw(st.sampled_from([Put, Insert])) if key not in there else Put
            edit = make(route=(*route, key), value=draw(VALUES), order=order)
        elif kind == "remove":
            edit = Remove(route)
        else:
            edit = Put(route, draw(VALUES))
        edits.append(edit)
        value = changed(value, [edit])
        if isinstance(edit, Insert) and edit.at is None and draw(st.booleans()):
            more = edit._replace(value=draw(VALUES))
            edits.append(more)
            value = changed(value, [more])
    return edits


def own_lines(doc: Document, route: Route) -> slice:
    """From the key or dash of a value to the end of its last line."""
    text = doc.source.text
    span = doc.places.span(route)
    assert span is not None
    key = doc.places.key_span(route)
    start = key[0] if key else max(text.rfind("-", 0, span[0]), 0)
    last = span[0]
    for under in routes(at(doc.value, route)):
        begin, end = doc.places.span((*route, *under)) or span
        if not isinstance(at(doc.value, (*route, *under)), dict | list) or text[begin] in "[{":
            last = max(last, begin + len(text[begin:end].rstrip()))
    found = re.search(r"[\r\n]", text[last:])
    return slice(start, last + found.start() if found else len(text))


def made_of(doc: Document, edits: list[Edit]) -> Patched | None:
    """The document with the edits in it, with all that must hold of it; None if refused."""
    try:
        made = patch(doc, edits)
    except CannotEdit:
        return None
    old, new = doc.source.text, made.document.source.text
    assert repr(made.document.value) == repr(changed(doc.value, edits))
    assert apply(old, made.splices) == new
    assert apply(new, reverse(made.splices)) == old
    assert made.document.source.bom is doc.source.bom
    assert read("x", doc.source.with_text(new)).value == made.document.value
    assert re.search(r"[\r\n]\Z", old) is None or re.search(r"[\r\n]\Z", new)
    if "\r\n" in old:
        assert not re.search(r"(?<!\r)\n", new)
    assert same(made.document.value, judged(new)), new
    return made


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(suppress_health_check=SLOW)
@given(doc=documents(), data=st.data())
def test_edits_of_any_document_are_exact(doc: Document, data: st.DataObject) -> None:
    """They are read as they should by two readers, undone to the byte, and seldom refused."""
    edits = data.draw(edits_of(doc.value))
    made = made_of(doc, edits)
    is_open = not doc.source.text.endswith("\n")
    assert made or is_open or any(isinstance(edit, Remove) for edit in edits)


@settings(suppress_health_check=SLOW)
@given(
    tree=st.lists(TREES, max_size=3) | st.dictionaries(st.sampled_from(KEY), TREES, max_size=4),
    indent=st.sampled_from([None, 0, 1, 2, 4, "\t"]),
    separators=st.sampled_from([(",", ":"), (", ", ": "), (",", " : "), (" ,", ":  ")]),
    end=st.sampled_from(["", "\n"]),
    data=st.data(),
)
def test_edits_of_json_leave_json(
    tree: Any, indent: Any, separators: tuple[str, str], end: str, data: st.DataObject
) -> None:
    """What was JSON is so after any edit, and nothing beside a scalar that changes is another."""
    text = json.dumps(tree, ensure_ascii=False, indent=indent, separators=separators) + end
    doc = document(text)
    assume(doc.faults == ())
    edits = data.draw(edits_of(doc.value))
    made = made_of(doc, edits)
    if made is None:
        event("refused")
        assert any("inf" in repr(edit) or "nan" in repr(edit) for edit in edits), text
        return
    new = made.document.source.text
    assert repr(json.loads(new)) == repr(made.document.value)
    span = doc.places.span(edits[0].route)
    if len(edits) == 1 and isinstance(edits[0], Put) and span is not None:
        assert new.startswith(text[: span[0]])
        assert new.endswith(text[span[1] :])


JSON = """\
{
  "aar": 2023,
  "oppdrag": [
    {
      "id": "A",
      "frist": null
    }
  ]
}
"""


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (Put(("oppdrag", 0, "id"), "B"), '"A"', '"B"'),
        (Put(("oppdrag", 0, "frist"), date(2023, 5, 1)), "null", '"2023-05-01"'),
        (Put(("oppdrag", 0, "status"), "groenn"), "null", 'null,\n      "status": "groenn"'),
        (Insert(("oppdrag",), {"id": "B", "n": [1.5, True]}), "    }\n  ]",
         '    },\n    {"id": "B", "n": [1.5, true]}\n  ]'),
        (Insert(("oppdrag", 0, "k"), "a\u2028\x07😀"), "null",
         'null,\n      "k": ["a\\u2028\\u0007😀"]'),
        (Remove(("oppdrag", 0, "frist")), ',\n      "frist": null', ""),
        (Remove(("aar",)), '  "aar": 2023,\n', ""),
    ],
)  # fmt: skip
def test_json_is_written_as_json(edit: Edit, old: str, new: str) -> None:
    """Keys and texts have quotes, and commas stand between and not behind."""
    assert edited(JSON, edit) == JSON.replace(old, new)


def test_large_number_is_one_to_every_reader_also_in_json() -> None:
    """YAML 1.1 wants a point in front of an exponent, and JSON takes one."""
    text = edited("{}\n", Put(("k",), [1e22]))
    assert text == '{"k": [1.0e+22]}\n'
    assert yaml.safe_load(text) == json.loads(text) == {"k": [1e22]}


def test_what_json_has_no_word_for_is_refused() -> None:
    """A number without end is none there."""
    assert refusal(JSON, Put(("aar",), float("inf"))) == "verdien lar seg ikke skrive som YAML her"


@settings(suppress_health_check=SLOW)
@given(doc=documents(), data=st.data())
def test_comments_stay_unless_what_they_stand_in_goes(doc: Document, data: st.DataObject) -> None:
    """Just comments on the lines of what is removed or written anew may be gone."""
    edit, *_ = data.draw(edits_of(doc.value))
    made = made_of(doc, [edit])
    assume(made is not None)
    assert made is not None
    new = made.document.source.text
    gone = {note for note in NOTE.findall(doc.source.text) if note not in new}
    is_there = doc.places.span(edit.route) is not None
    old = at(doc.value, edit.route)
    is_plain_put = isinstance(edit, Put) and not isinstance(old, dict | list)
    is_beside = isinstance(edit, Insert) and bool(old)
    mine = doc.source.text[own_lines(doc, edit.route)] if is_there else ""
    may_go = set() if is_plain_put or is_beside else set(NOTE.findall(mine))
    assert gone <= may_go, (doc.source.text, new)


@settings(suppress_health_check=SLOW)
@given(
    value=VALUES, before=st.sampled_from(["x: y", "k: a", "k:", "k: 'a'", 'k: "a"', "k: |\n  a"])
)
def test_any_value_is_read_the_same_by_every_reader(value: Any, before: str) -> None:
    """What is written is that value to YAML 1.1 and 1.2, dates as dates, also in brackets."""
    # What is JSON, as `{}`, stays so, and there dates are text.
    flow = f"{{{before} }}\n" if "|" not in before else "{x: y}\n"
    for text in (f"{before}\n", flow, f"o:\n- {before}\n".replace("\n ", "\n    ")):
        route: Route = ("o", 0, "k") if text.startswith("o") else K
        found = yaml.safe_load(edited(text, Put(route, value)))
        for step in route:
            found = found[step]
        # In quotes a date is text, and there it stays in them.
        is_quoted = isinstance(value, date) and before[-1] in "'\""
        assert repr(found) == repr(value.isoformat() if is_quoted else value)


@pytest.mark.parametrize(
    "path", sorted([*DATA.rglob("*.yaml"), *RIK.rglob("*.yaml")]), ids=lambda p: p.stem
)
def test_every_value_of_real_files_can_be_edited(path: Path) -> None:
    """Nothing in the files people have is refused."""
    doc = read(path.name, path.read_bytes())
    all_routes = [route for route in routes(doc.value) if route]
    for number, route in enumerate(all_routes[:: len(all_routes) // 60 + 1]):
        edits: list[Edit] = [Put(route, "Å: ny"), Remove(route)]
        if isinstance(at(doc.value, route), list):
            edits.append(Insert(route, {"id": "X"}, 0 if number % 2 else None))
        if isinstance(at(doc.value, route), dict):
            edits.append(Put((*route, "ny"), ["A", "B"], ("id", "ny")))
        for edit in edits:
            edited(doc.source.text, edit)
