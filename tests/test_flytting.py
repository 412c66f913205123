"""Items that move to another file: no line lost, JSON as JSON, and what cannot be moved."""

import json
from pathlib import Path
from typing import Any

import pytest
from driver import styring
from hypothesis import given
from hypothesis import strategies as st
from nyttaaret import NEW_YEAR, content, ended_year

from styring.register.lasting import last
from styring.yamlfile.edits import CannotEdit, apply, reverse
from styring.yamlfile.move import move
from styring.yamlfile.read import Document, read


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one year of three oppdrag; one is done, one has comments."""
    return ended_year(tmp_path, monkeypatch)


ITEMS = st.sampled_from(
    [
        "- {i}\n",
        "- id: {i}\n  b: |\n    tekst\n\n    # ingen kommentar\n",
        "- # sag\n  id: {i}\n\n  # inni\n  under:\n  - a\n  - b\n",
        "# over {i}\n# og over\n- id: {i} # bak\n  # etter\n",
        "- [{i}, {{a: 1,\n   b: 2}}]\n",
        '- "{i} er\n  delt"\n',
    ]
)


@st.composite
def documents(draw: st.DrawFn, name: str, fewest: int) -> Document:
    """A document with a list of items in random styles, and keys and comments around it."""
    step, apart = draw(st.sampled_from([0, 2, 3])), draw(st.sampled_from(["", "\n", "\n\n"]))
    pieces = draw(st.lists(ITEMS, min_size=fewest, max_size=4))
    items = [
        "".join(
            f"{' ' * step}{line}" if line.strip() else line
            for line in piece.format(i=f"{name}{number}").splitlines(keepends=True)
        )
        for number, piece in enumerate(pieces)
    ]
    head = draw(st.sampled_from(["liste:\n", "liste: # her\n", "liste:\n\n"]))
    body = head + apart.join(items) if items else draw(st.sampled_from(["liste: []\n", "liste:\n"]))
    text = (
        draw(st.sampled_from(["", "# topp\n\n", "a: 1\n"]))
        + body
        + draw(st.sampled_from(["", "\n# slutt\n", "\nb: 2\n", "c: 3"]))
    )
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return read(
        name, draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.replace("\n", newline).encode()
    )


@given(st.data())
def test_no_line_is_lost_or_changed(data: st.DataObject) -> None:
    """Every line with something on it is in one of the two, but for how far it is indented."""
    source, target = data.draw(documents("x", 1)), data.draw(documents("y", 0))
    count = len(source.value["liste"])
    indexes = sorted(data.draw(st.sets(st.integers(0, count - 1), min_size=1)))
    without, beside = move(source, ("liste",), indexes, target)
    taken = [item for n, item in enumerate(source.value["liste"]) if n in indexes]
    kept = [item for n, item in enumerate(source.value["liste"]) if n not in indexes]
    assert without.document.value == {**source.value, "liste": kept}
    assert beside.document.value == {
        **target.value,
        "liste": [*(target.value["liste"] or []), *taken],
    }
    lists = ("liste:", "liste: []")
    before, after = (
        sorted(
            line.strip()
            for one in pair
            for line in one.source.text.splitlines()
            if line.strip() and line.partition("#")[0].strip() not in lists
        )
        for pair in ((source, target), (without.document, beside.document))
    )
    assert before == after
    for old, made in ((source, without), (target, beside)):
        assert apply(made.document.source.text, reverse(made.splices)) == old.source.text


def as_json(folder: Path, **how: Any) -> str:
    """The oppdrag of a folder as JSON, all that is in them the same."""
    register = last(folder)
    (fil,) = (fil for fil in register.filer if fil.slag.navn == "oppdrag")
    text = json.dumps(fil.dokument.value, ensure_ascii=False, default=str, **how) + "\n"
    (folder / "oppdrag.yaml").write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize("how", [{}, {"indent": 2}, {"indent": "\t"}, {"separators": (",", ":")}])
def test_json_is_carried_over_as_json(small: Path, how: dict[str, Any]) -> None:
    """Each record as it stands there, into a file that is laid out as the old one is."""
    text = as_json(small, **how)
    before, was = content(small), json.loads(text)
    assert styring(*NEW_YEAR, "nytt-aar", "2024").status == 0
    new = (small / "oppdrag/2024.yaml").read_text(encoding="utf-8")
    assert json.loads((small / "oppdrag.yaml").read_text(encoding="utf-8")) == {
        **was,
        "oppdrag": [was["oppdrag"][0], was["oppdrag"][2]],
    }
    assert json.loads(new) == {
        "aar": 2024,
        "oppdrag": [{**was["oppdrag"][1], "viderefoert_fra": 2023}],
    }
    assert ("\n    " in new) == (how.get("indent") == 2)
    assert styring(*NEW_YEAR, "oppdrag", "ny", "Glemt", "-s", "TEK", "--aar", "2023").status == 0
    assert styring(*NEW_YEAR, "nytt-aar", "2024").status == 0
    made = json.loads((small / "oppdrag/2024.yaml").read_text(encoding="utf-8"))
    assert [o["id"] for o in made["oppdrag"]] == ["SOS-2023-02", "TEK-2023-02"]
    for _ in range(3):
        assert styring("angre").status == 0
    assert content(small) == before


def moved(source: str, target: str) -> tuple[str, str]:
    """The texts after the last item of the one list has gone to the other."""
    made = move(read("x", source.encode()), ("liste",), [1], read("y", target.encode()))
    return made[0].document.source.text, made[1].document.source.text


@pytest.mark.parametrize(
    ("target", "new"),
    [
        ('{"liste": [{"id": 0}]}', '{"liste": [{"id": 0}, {"id": 1.50}]}'),
        ('{"liste": []}', '{"liste": [{"id": 1.50}]}'),
        ("{}", '{"liste": [{"id": 1.50}]}'),
        ("liste: []\n", 'liste: [{"id": 1.50}]\n'),
        ("liste: [{id: 0}]\n", 'liste: [{id: 0}, {"id": 1.50}]\n'),
        ("liste:\n  - id: 0\n", "liste:\n  - id: 0\n  - id: 1.5\n"),
    ],
)
def test_an_item_of_json_fits_in(target: str, new: str) -> None:
    """As it stands where the other list has brackets, else as items there are."""
    source = '{"liste": [{"id": 0.50}, {"id": 1.50}]}'
    assert moved(source, target) == ('{"liste": [{"id": 0.50}]}', new)


def test_what_json_has_no_place_for_is_not_lost() -> None:
    """Lines with a comment do not go into brackets, others do."""
    source, target = "liste:\n- a: 1\n- b: 2  # viktig\n", '{"liste": []}'
    with pytest.raises(CannotEdit, match="merknadene ville blitt borte"):
        moved(source, target)
    without, beside = moved(source.replace("  # viktig", ""), target)
    assert (without, json.loads(beside)) == ("liste:\n- a: 1\n", {"liste": [{"b": 2}]})


def test_items_that_share_a_line_are_refused() -> None:
    """They have no lines of their own."""
    source, target = read("x", b"- - 1\n  - 2\n"), read("y", b"- - 3\n")
    with pytest.raises(CannotEdit, match="ikke skrevet med hvert punkt på egne linjer"):
        move(source, (0,), [0], target)
