"""Any edit of any document is exact, and keeps its comments."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import DATA, RIK
from documents import NOTE, SLOW, VALUES, documents, edits_of, made_of, own_lines, routes
from edited import K, edited
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from styring.yamlfile.edits import Edit, Insert, Put, Remove
from styring.yamlfile.places import Route, at
from styring.yamlfile.read import Document, read


@settings(suppress_health_check=SLOW)
@given(doc=documents(), data=st.data())
def test_edits_of_any_document_are_exact(doc: Document, data: st.DataObject) -> None:
    """They are read as they should by two readers, undone to the byte, and seldom refused."""
    edits = data.draw(edits_of(doc.value))
    made = made_of(doc, edits)
    is_open = not doc.source.text.endswith("\n")
    assert made or is_open or any(isinstance(edit, Remove) for edit in edits)


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
