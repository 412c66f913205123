"""What the reports of a round and of a year count."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, EKSEMPEL
from driver import styring
from rapportene import (
    DAY,
    as_of_t1,
    change,
    chapters,
    copied,
    counted,
    made,
    made_by,
    without_secrets,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the fictional municipality."""
    return copied(tmp_path)


UNNTATT = re.compile(r"\n.* unntatt offentlighet .*\n")


def status(data: Path, day: str, *words: str) -> dict[str, dict[str, int]]:
    """What `styring status` counts, under the headings that the reports have."""
    ended = styring("status", *words, "--format", "json", "--data", str(data), "--dato", day)
    assert ended.status == 0
    titles = {
        "oppdrag": "Oppdrag",
        "ikke_rapportert": "Ikke rapportert",
        "ikke_startet": "Ikke startet",
        "under_arbeid": "Under arbeid",
        "satt_paa_vent": "Satt på vent",
        "ferdig": "Ferdig",
        "utgaar": "Utgår",
        "forfalt": "Forfalt",
        "forsinket": "Forsinket",
        "mangler_rapport": "Mangler rapport",
    }
    return {
        row["navn"] or "Uten delmål": {title: row[key] for key, title in titles.items()}
        for row in json.loads(ended.out)
    }


def same(shown: dict[str, dict[str, int]], right: dict[str, dict[str, int]]) -> None:
    """The rows are those of `status`; what there is none of may lack its column."""
    total = shown.pop("Sum")
    if total["Oppdrag"] == total.get("Ikke rapportert"):  # which says that all lack a report
        assert "Mangler rapport" not in total
        shown = {name: row | {"Mangler rapport": row["Oppdrag"]} for name, row in shown.items()}
    assert list(shown) == list(right)
    for name, row in right.items():
        assert row == {**dict.fromkeys(row, 0), **shown[name]}
    assert total["Oppdrag"] > 0


@pytest.mark.parametrize(
    ("source", "cut", "round_", "day"),
    [
        (EKSEMPEL, without_secrets, "2025-T2", "2025-08-31"),
        (EKSEMPEL, as_of_t1, "2025-T1", "2025-04-30"),
        (DATA, None, "2023-T2", "2023-08-31"),
    ],
)
def test_report_counts_as_status_does_on_the_day_of_the_round(
    tmp_path: Path, source: Path, cut: Any, round_: str, day: str
) -> None:
    """Of what had been reported then and is for all to see; the sum line is that of the rows."""
    shutil.copytree(source, tmp_path / "data")
    if cut:
        change(tmp_path / "data", cut)
    change(tmp_path / "data", lambda content: made_by(content, day))
    later = f"{day[:4]}-12-01"
    text = made("tertial", "--periode", round_, data=source, day=later)
    shown = counted(chapters(text)["Oversikt"])
    for title, number in shown["Sum"].items():
        assert number == sum(row[title] for name, row in shown.items() if name != "Sum")
    same(shown, status(tmp_path / "data", day))


def test_year_counts_by_satsingsomraade_as_status_does(folder: Path) -> None:
    """Those that work for none have a row of their own."""
    change(folder, without_secrets)
    shown = counted(chapters(made("aar"))["Året i tall"])
    same(shown, status(folder, DAY, "--etter", "satsingsomraade"))


def test_report_is_as_it_would_have_been_made_then(folder: Path) -> None:
    """Later reports, measurements, vedtak and answers are not in it, whenever it is made."""
    change(folder, as_of_t1)
    then = made("tertial", data=folder, day="2025-06-01")
    now = made("tertial", "--periode", "t1", day="2025-10-01")
    assert UNNTATT.sub("", now) == then
    assert "1 oppdrag er unntatt offentlighet og ikke med" in now
    assert len(then) > 5000
