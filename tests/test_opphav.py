"""What work comes of: where it is shown, and how it is asked for."""

import json
from pathlib import Path

import pytest
from conftest import ROOT
from driver import styring

DAY = ("--dato", "2025-11-15")
TILSYN = ROOT / "tests" / "papirer" / "tilsyn"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An oppdrag that came of a vedtak, which says nothing of it."""
    files = {
        "kontakter": "sektorer: [{kode: A, navn: Alle}]\nkontakter: []\n",
        "maal": "satsingsomraader: []\n",
        "oppdrag": "aar: 2025\noppdrag:\n  - {id: A-1, tittel: Lage en plan, sektor: A,\n"
        "     opphav: {type: vedtak, ref: V-1}}\n",
        "vedtak": "vedtak: [{id: V-1, tittel: Planen, type: politisk, sektor: A}]\n",
    }
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_vedtak_that_work_came_of_is_in_the_red_thread(data: Path) -> None:
    """It stands with the oppdrag, though it does not name it itself."""
    told = styring("roedtraad", "A-1", *DAY, data=data).out
    assert "V-1 Planen" in told
    assert "av vedtak: V-1" in told
    asked = styring("roedtraad", "V-1", *DAY, data=data).out
    assert "A-1 Lage en plan" in asked


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        (["tilsyn"], ["BEF-2025-01", "BEF-2025-02"]),
        (["revisjon"], ["BEF-2025-02"]),  # an oppgave of it came of one
        (["ROS", "øvelse"], []),
    ],
)
def test_oppdrag_are_found_by_what_they_came_of(kinds: list[str], found: list[str]) -> None:
    """By any of some words, as people write them."""
    words = [word for kind in kinds for word in ("--opphav", kind)]
    ended = styring("oppdrag", "list", *words, "--format", "json", *DAY, data=TILSYN)
    assert [post["id"] for post in json.loads(ended.out)] == found


def test_letter_and_report_tell_what_it_came_of() -> None:
    """With the law, and who closed it on which day."""
    said = "tilsyn: Avvik 1, oppl. § 2-4, fvl. § 11 a, lukket 20.10.2025 av Statsforvalteren"
    assert f"Kommer av {said}." in styring("brev", *DAY, data=TILSYN).out
    for words in (
        ("rapport", "tertial", "--periode", "2025-T2"),
        ("oppdrag", "vis", "BEF-2025-01"),
    ):
        assert said in styring(*words, *DAY, data=TILSYN).out
