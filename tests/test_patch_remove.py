"""A key or an item that is removed: its own lines go, and no others."""

import pytest
from edited import edited

from styring.yamlfile.edits import Remove
from styring.yamlfile.places import Route

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
