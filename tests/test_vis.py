"""One record shown whole: how its id may be typed, and what its sheet tells."""

import re
from typing import Any

import pytest
from answers import fails, records
from asgaardsvik import OM_RIK
from driver import styring


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("oppdrag vis byg-2023-1", "BYG-2023-01"),
        ("oppdrag vis øko-1", "ØKO-2024-01"),
        ("oppdrag vis ÆLD", "ÆLD-2024-01"),
        ("maal vis fm", "FM"),
        ("mål vis øy1", "ØY1"),
        ("maal vis FM1.1", "FM1.1"),
        ("kontakt vis KAT", "katben"),
        ("kontakt vis ost", "ost.aa"),
        ("kontakt vis øko", "ØKO"),
    ],
)
def test_id_may_be_shortened(words: str, expected: str) -> None:
    """An id is found whatever its case, and by a part of it that only one can mean."""
    ended = styring(*words.split(), *OM_RIK)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.split()[0] == expected


def test_shortened_id_that_several_can_mean_lists_them() -> None:
    """An ambiguous id is refused with the candidates and their titles."""
    said = fails(styring("oppdrag", "vis", "øko", *OM_RIK))
    assert said.splitlines() == [
        "Feil: «øko» er ikke entydig",
        "Skriv mer av id-en:",
        "  ØKO-2024-01 (Ærlige tall i årsrapporten)",
        "  ØKO-2024-02 (Åtte øre i overskudd)",
    ]


def test_several_are_shown_one_after_another() -> None:
    """More ids give more sheets, in the order they are asked for, with a blank line between."""
    both = styring("oppdrag", "vis", "øko-2", "øko-1", *OM_RIK).out
    apart = [styring("oppdrag", "vis", id_, *OM_RIK).out for id_ in ("øko-2", "øko-1")]
    assert both == "\n".join(apart)


def texts(data: Any) -> set[str]:
    """Every text in JSON data that is running text, not a key or a code."""
    if isinstance(data, dict):
        return {text for value in data.values() for text in texts(value)}
    if isinstance(data, list):
        return {text for value in data for text in texts(value)}
    return {" ".join(data.split())} if isinstance(data, str) and " " in data.strip() else set()


def test_sheet_of_an_oppdrag_has_all_its_texts() -> None:
    """`oppdrag vis` leaves out nothing that people have written about it."""
    ask = ("oppdrag", "vis", "BYG-2023-01", *OM_RIK)
    shown = " ".join(styring(*ask).out.split())
    written = texts(records(styring(*ask, "--format", "json")))
    assert len(written) > 10
    assert {text for text in written if text not in shown} == set()


def test_sheet_shows_own_fields_as_people_write_them() -> None:
    """A municipality's own lists and fields come out as text, never as Python's."""
    shown = styring("oppdrag", "vis", "BYG-2023-01", *OM_RIK).out
    assert "https://bru.example/, https://ku.example/" in shown
    assert re.findall(r"\['|\{'|False|True|None", shown) == []


def test_sheet_shows_days_as_the_list_does() -> None:
    """A deadline that has passed is a day like any other, 31.10.2023, and is said to have."""
    shown = styring("oppdrag", "vis", "BYG-2023-01", *OM_RIK).out
    assert re.search(r"Frist +31\.10\.2023\b", shown)
    assert re.search("forfalt", shown, re.IGNORECASE)


def test_sheets_have_no_empty_parts() -> None:
    """Where there is nothing to say of a goal, a sector or a person, no blank lines say it."""
    for words in ("maal vis FM", "kontakt vis vikar", "kontakt vis æld"):
        shown = styring(*words.split(), *OM_RIK).out
        assert "\n\n\n" not in shown
        assert not shown.endswith("\n\n")


def test_tree_has_every_goal_below_what_it_is_part_of() -> None:
    """`maal tre` has a line a goal, drawn one level in for each goal above it."""
    lines = styring("maal", "tre", *OM_RIK).out.splitlines()
    depth = {re.sub(r"^[│├└─ ]*", "", line).split()[0]: len(line) for line in lines}
    assert list(depth) == ["ØY", "ØY1", "ØY1.1", "ØY1.2", "ØY2", "ØY2.1", "FM", "FM1", "FM1.1"]
    for line in lines:
        drawn = re.match(r"[│├└─ ]*", line)
        assert drawn is not None
        id_ = line[drawn.end() :].split()[0]
        assert drawn.end() == 4 * (0 if len(id_) == 2 else 1 if "." not in id_ else 2)
