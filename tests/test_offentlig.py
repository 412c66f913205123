"""What is for all to see, and what never leaves: every kind of record, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest

from styring.model.post import Utad
from styring.register.slag import SLAG


def within(hint: Any) -> Iterator[Any]:
    """The classes of records within a type."""
    if is_dataclass(hint) and hasattr(hint, "__pydantic_config__"):
        yield hint
    for part in get_args(hint):
        yield from within(part)


def classes() -> list[Any]:
    """Every class of records that a data file may hold."""
    found: list[Any] = [slag.klasse for slag in SLAG]
    for klasse in found:
        hints = get_type_hints(klasse, include_extras=True).values()
        found.extend(under for hint in hints for under in within(hint) if under not in found)
    return list(dict.fromkeys(found))


def said(klasse: Any, name: str) -> list[Utad]:
    """What a field says of itself: that it is for all, or that it is not."""
    hint = get_type_hints(klasse, include_extras=True)[name]
    marks = hint.__metadata__ if get_origin(hint) is Annotated else ()
    return [mark for mark in marks if isinstance(mark, Utad)]


@pytest.mark.parametrize("klasse", classes(), ids=lambda klasse: str(klasse.__name__))
def test_every_field_says_whether_it_is_for_all(klasse: Any) -> None:
    """One way or the other; and the municipality's own fields, and why it is kept, never are."""
    assert [felt.name for felt in fields(klasse) if len(said(klasse, felt.name)) != 1] == []
    never = {"egne", "unntatt", "telefon", "epost"} & {felt.name for felt in fields(klasse)}
    assert {mark for name in never for mark in said(klasse, name)} <= {Utad.INTERN}
