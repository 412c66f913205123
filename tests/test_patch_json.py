"""What was JSON is JSON after an edit."""

import json
from datetime import date
from typing import Any

import pytest
import yaml
from documents import KEY, SLOW, TREES, edits_of, made_of
from edited import document, edited, refusal
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from styring.yamlfile.edits import Edit, Insert, Put, Remove


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
