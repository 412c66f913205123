"""A key or an item that is added: it stands where the others say."""

import pytest
from edited import NEWS, ORDER, K, edited

from styring.yamlfile.edits import Edit, Insert, Put

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
