"""Odd documents: edited exactly, or refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from documents import routes
from edited import INSTALLED, document, edited, refusal

from styring.yamlfile import read as reading
from styring.yamlfile.edits import CannotEdit, Edit, Insert, Put, Remove, Splice, apply, changed
from styring.yamlfile.places import at
from styring.yamlfile.pure import PureParser

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
