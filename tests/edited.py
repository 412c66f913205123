"""A text with edits made in it, shown to be undone and read as it should."""

from datetime import date
from typing import Any

import pytest

from styring.yamlfile import read as reading
from styring.yamlfile.edits import CannotEdit, Edit, apply, changed, reverse
from styring.yamlfile.patch import patch
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


K = ("k",)
