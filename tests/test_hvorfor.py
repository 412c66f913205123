"""`styring status --hvorfor`: the oppdrag behind every figure."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from driver import styring
from oversikt import COUNTS, ROWS, TENKEVIK, assign, assigned, in_json, listed_all, refused, report

from styring.model.oppdrag import Status


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A little municipality; a test writes its oppdrag."""
    return assigned(tmp_path)


@pytest.fixture
def listed() -> list[Any]:
    """The oppdrag of Tenkevik, as the list has them."""
    return listed_all()


@pytest.mark.parametrize("rows", ROWS)
def test_why_has_the_oppdrag_behind_every_figure(rows: str, listed: list[Any]) -> None:
    """Each figure of the overview, the sum's too, is as many oppdrag as `--hvorfor` names."""
    where = TENKEVIK
    overview = in_json("status", *where, "--etter", rows)
    *found, total = in_json("status", *where, "--etter", rows, "--hvorfor")
    for row, why in zip(overview, found, strict=True):
        assert {key: len(why[key]) for key in COUNTS} == {key: row[key] for key in COUNTS}
        assert [why[key] for key in (rows, "navn", "oppdrag", "framdrift")] == [
            row[key] for key in (rows, "navn", "oppdrag", "framdrift")
        ]
    ids = [record["id"] for record in listed]
    assert total["navn"] == "Sum"
    behind = [why["id"] for status in Status for why in total[status.value]]
    assert sorted(behind) == sorted(ids)


def test_why_says_what_decides() -> None:
    """The deadline, when it is awaited, the period that lacks a report, and what per cent is of."""
    shown = styring("status", *TENKEVIK, "--hvorfor").out
    for fact in (
        r"HEL-2025-04  Legge fram en boligsosial handlingsplan  frist 2025-T2, under arbeid",
        "forventet ferdig 2026-05, frist 2025-10",
        "ingen rapport for 2025-T2; den siste er for 2025-T1",
        "ORG-2025-03  Skrive om de tjue mest brukte brevene så de er til å forstå  det er ingen",
        "28 %: 7 av 25, 1 utgår og regnes ikke med",
    ):
        assert fact in shown


def test_why_is_a_table_for_spreadsheets_and_documents() -> None:
    """CSV and Markdown have a row for each oppdrag behind a figure, with whose figure it is."""
    ended = styring("status", *TENKEVIK, "--hvorfor", "--sektor", "TEK", "--format", "csv")
    heading, *rows = csv.reader(io.StringIO(ended.out.removeprefix("\ufeff")), delimiter=";")
    assert heading == ["sektor", "tall", "id", "tittel", "hvorfor"]
    assert [row[1:3] for row in rows] == [
        *(["Under arbeid", f"TEK-2025-0{number}"] for number in (2, 3, 5, 6)),
        *(["Ferdig", f"TEK-2025-0{number}"] for number in (1, 4)),
        ["Forsinket", "TEK-2025-03"],
        ["Ferdig %", ""],
    ]
    ended = styring("status", *TENKEVIK, "--hvorfor", "--sektor", "TEK", "--format", "markdown")
    assert len(ended.out.splitlines()) == 2 + len(rows) + 1


def test_all_that_is_dropped_has_no_per_cent(folder: Path) -> None:
    """Where nothing is to be done, that is said instead of a per cent."""
    where = assign(folder, f"rapporter: [{report('2025-T1', 'utgaar')}]")
    assert "ingen å regne av, for alle utgår" in styring("status", *where, "--hvorfor").out


@pytest.mark.parametrize("other", ["--hvorfor", "--etter=sektor"])
def test_changes_are_not_explained_or_divided(other: str) -> None:
    """`--siden` shows another thing than the figures of the overview."""
    said = refused(styring("status", *TENKEVIK, "--siden", "T1", other))
    assert "«--siden» kan ikke stå sammen med «--hvorfor», «--etter» eller «--aar»\n" in said


def test_unknown_rows_are_refused_with_those_there_are() -> None:
    """A word that is nearly right is guessed, and all are listed."""
    said = refused(styring("status", *TENKEVIK, "--etter", "sektr"))
    assert "Mente du «sektor»?" in said
    assert "satsingsområde, ansvarlig og virksomhet" in said
