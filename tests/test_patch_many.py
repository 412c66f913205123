"""Edits of many records: what they cost, and which of them are one splice."""

from datetime import date
from typing import Any

import pytest
from edited import INSTALLED, NEWS, ORDER, K, document, edited
from hypothesis import given, settings
from hypothesis import strategies as st

from styring.yamlfile import read as reading
from styring.yamlfile.edits import Edit, Insert, Put, Remove
from styring.yamlfile.patch import patch


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
@settings(max_examples=settings().max_examples // 2)
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
