"""The gaps of the red thread: each kind is found, and is mended by what is said."""

import json
from pathlib import Path

import pytest
from conftest import EKSEMPEL
from driver import styring
from traaden import OPPDRAG, ids, in_json, traad, with_gaps


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of its own with a gap of each kind."""
    return with_gaps(tmp_path)


def test_each_kind_of_gap_is_found(data: Path) -> None:
    """By kind, with who can mend it; what is dropped works for nothing and lacks nothing."""
    assert [(gap["hull"], gap["id"], gap["hvem"]) for gap in in_json(data, "--hull")] == [
        ("delmaal_uten_oppdrag", "TF1.2", ["TEK"]),
        ("delmaal_uten_oppdrag", "TF1.3", []),
        ("ansvar_uten_oppdrag", "TF1.1", ["TEK"]),
        ("oppdrag_uten_delmaal", "TEK-2023-02", ["TEK"]),
        ("vedtak_uten_oppfoelging", "V-2023-02", []),
        ("oppgave_etter_oppdraget", "TEK-2023-02.2", []),
    ]


def test_gaps_are_counted_by_kind(data: Path) -> None:
    """A line a gap; how many there are of each kind is said beside them."""
    ended = traad(data, "--hull")
    assert ended.status == 0
    assert ended.err == (
        "6 hull: 2 delmål uten oppdrag, 1 ansvar uten oppdrag, 1 oppdrag uten delmål, "
        "1 vedtak uten oppfølging og 1 oppgave etter oppdraget.\n"
    )
    assert len(ended.out.splitlines()) == 1 + 6


@pytest.mark.parametrize(
    ("sektor", "found"),
    [
        ("TEK", ["TF1.2", "TF1.1", "TEK-2023-02", "TEK-2023-02.2"]),
        ("SOS", []),
        ("KUL", []),
    ],
)
def test_sector_narrows_the_gaps(sektor: str, found: list[str], data: Path) -> None:
    """Only what the sector can mend; when that is nothing, it is said."""
    ended = traad(data, "--hull", "--sektor", sektor, "--format", "json")
    assert (ended.status, ids(json.loads(ended.out))) == (0, found)
    assert ended.err.startswith(f"{len(found)} hull: " if found else "Det er ingen hull ")


def test_gaps_of_the_example_are_the_ones_it_tells_of() -> None:
    """The gaps that are there to be found, and no others."""
    found = ids(in_json(EKSEMPEL, "--hull"))
    assert found == ["AL2.3", "HEL-2025-06", "ORG-2025-02", "V-2025-04", "TEK-2025-02.3"]
    told = (EKSEMPEL / "kommune.yaml").read_text(encoding="utf-8")
    assert [id_ for id_ in found if id_ not in told] == []


@pytest.mark.parametrize("number", range(5))
def test_what_a_gap_is_mended_with_mends_it(number: int, data: Path) -> None:
    """The command in the last column closes the gap, with an id in the place of what it asks."""
    path = data / "oppdrag.yaml"
    extra = "  - {id: TEK-2023-09, tittel: Se, sektor: TEK, delmaal: [TF1.1]}\n"
    gaps = in_json(data, "--hull")
    gap = [gap for gap in gaps if gap["id"] not in ("TF1.1",)][number]
    path.write_text(OPPDRAG + extra, encoding="utf-8")
    goal = "TF1.1" if gap["hull"] == "oppdrag_uten_delmaal" else "TEK-2023-09"
    words = gap["rettes_med"].replace("KONTAKT", "per").split()[1:]
    words = [goal if word == "ID" else word for word in words]
    assert styring(*words, "--data", str(data), "--dato", "2023-06-01").status == 0
    assert (gap["hull"], gap["id"]) not in [
        (left["hull"], left["id"]) for left in in_json(data, "--hull")
    ]
