"""`styring status`: what is delayed, which rows there are, and how long their bars."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from conftest import RIK, ROOT, in_format
from driver import styring
from hypothesis import given
from hypothesis import strategies as st
from oversikt import COUNTS, ROWS, TENKEVIK, assign, assigned, in_json, listed_all, report

from styring.formats import stolper
from styring.formats.skjerm import ROER, Skjerm
from styring.model.oppdrag import Status
from styring.model.tid import les_dato
from styring.register.lasting import last
from styring.stand.inndeling import Etter
from styring.stand.telling import tell_opp, tellbare
from styring.views.oversikt import oversikt


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A little municipality; a test writes its oppdrag."""
    return assigned(tmp_path)


@pytest.fixture
def listed() -> list[Any]:
    """The oppdrag of Tenkevik, as the list has them."""
    return listed_all()


OM_RIK = ("--data", str(RIK), "--dato", "2024-05-15")

# --- delayed --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deadline", "awaited", "status", "late"),
    [
        ("2025-10", "2025-10-31", "under_arbeid", False),
        ("2025-10", "2025-11-01", "under_arbeid", True),
        ("2025-10-30", "2025-10", "under_arbeid", False),
        ("2025-11-15", "2025-11", "under_arbeid", False),
        ("2025-10-31", "2025-11", "under_arbeid", True),
        ("2025-K4", "2025", "satt_paa_vent", False),
        ("2025-K3", "2025", "satt_paa_vent", False),
        ("2025-12", "2026-05", "under_arbeid", True),
        ("2025-T2", "2025-K3", "ikke_startet", False),
        ("2025-T2", "2025-K4", "ikke_startet", True),
        ("2025-T2", "2026", "ferdig", False),
        ("2025-T2", "2026", "utgaar", False),
    ],
)
def test_delayed_is_awaited_after_the_deadline(
    deadline: str, awaited: str, status: str, late: bool, folder: Path
) -> None:
    """It is when no day of the awaited time keeps the deadline, and the work is not over."""
    said = report("2025-T1", status, forventet_ferdig=awaited)
    where = assign(folder, f"frist: {deadline}, rapporter: [{said}]")
    (record,) = in_json("oppdrag", "list", *where)
    assert record["forsinket"] is late
    assert len(in_json("oppdrag", "list", *where, "--forsinket")) == late
    assert ("ja, forventet ferdig" in styring("oppdrag", "vis", "S-1", *where).out) is late
    (row,) = in_json("status", *where)
    assert row["forsinket"] == late


def test_newest_report_decides_what_is_delayed(folder: Path) -> None:
    """An older report, one without a time, or no deadline make nothing delayed."""
    late, soon = (report(f"2025-T{n}", forventet_ferdig=f"202{7 - n}") for n in (1, 2))
    where = assign(
        folder,
        f"frist: 2025, rapporter: [{soon}, {late}]",
        f"frist: 2025, rapporter: [{report('2025-T1')}]",
        f"rapporter: [{late}]",
        "frist: 2025",
        f"frist: 2025, rapporter: [{late}]",
    )
    found = in_json("oppdrag", "list", *where, "--forsinket")
    assert [record["id"] for record in found] == ["S-5"]


def test_vedtak_can_be_delayed() -> None:
    """`vedtak list --forsinket` gives those that are awaited after their deadline."""
    found = in_json("vedtak", "list", *OM_RIK, "--forsinket")
    assert [record["id"] for record in found] == ["V-2023-01"]
    assert in_json("vedtak", "list", *OM_RIK, "--kolonner", "forsinket") == [
        {"forsinket": True},
        {"forsinket": False},
    ]


def counted(oppdrag: list[Any]) -> dict[str, int]:
    """The counts of the overview, from the records of a list."""
    found = {status.value: sum(o["status"] == status for o in oppdrag) for status in Status}
    late = {key: sum(o[key] for o in oppdrag) for key in ("forfalt", "forsinket")}
    return found | late | {"mangler_rapport": sum(o["mangler_rapport"] for o in oppdrag)}


def rows_of(record: Any, rows: str, areas: dict[str, str]) -> set[str | None]:
    """The rows that a record of a list belongs in."""
    if rows == "satsingsomraade":
        return {areas[id_] for id_ in record["delmaal"]} or {None}
    return {record[rows]}


# --- rows -----------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", ROWS)
def test_rows_count_what_belongs_in_them(rows: str, listed: list[Any]) -> None:
    """A row is what the list has of it; what is nobody's is the last row; none is left out."""
    where = TENKEVIK
    areas = {
        goal.id: area.id
        for area in last(ROOT / "eksempel").satsingsomraader
        for hovedmaal in area.hovedmaal
        for goal in hovedmaal.delmaal
    }
    found = in_json("status", *where, "--etter", rows)
    expected: dict[str | None, list[Any]] = {}
    for record in listed:
        for row in rows_of(record, rows, areas):
            expected.setdefault(row, []).append(record)
    assert {row[rows] for row in found} == set(expected)
    for row in found:
        own = expected[row[rows]]
        assert {key: row[key] for key in COUNTS} == counted(own)
        assert row["oppdrag"] == len(own)
    assert [row[rows] for row in found[:-1]].count(None) == 0
    sums = styring("status", *where, "--etter", rows).out.splitlines()[-1].split()
    assert [int(number) for number in sums[1:-1]] == [len(listed), *counted(listed).values()]


@pytest.mark.parametrize("word", ["satsingsområde", "SATSINGSOMRAADE"])
def test_rows_are_named_as_people_write(word: str) -> None:
    """The word for what there is to be a row for each of may have its letters, and any case."""
    ended = styring("status", *TENKEVIK, "--etter", word)
    names = [line.split("  ")[0] for line in ended.out.splitlines()[1:]]
    assert names == [
        *("TO Trygg oppvekst", "AL Aktiv hele livet", "KN Klima og nærmiljø", "uten delmål", "Sum")
    ]
    assert "bare én gang i summen" in ended.err


def test_holders_are_sorted_by_name() -> None:
    """Holders stand by the alphabet, with what nobody holds behind them."""
    lines = styring("status", *OM_RIK, "--etter", "ansvarlig").out.splitlines()[1:]
    assert [line.split("  ")[0] for line in lines] == [
        *("Kato Benjamin Zetterøy", "Ærling Bøe", "Østen Ådland", "Åse Ødegårdsvik"),
        *("ingen ansvarlig", "Sum"),
    ]


def test_unknown_goal_and_holder_are_not_lost(folder: Path) -> None:
    """Those with a delmål or a holder that does not exist are counted in a row that says so."""
    where = assign(folder, "delmaal: [X1.1]", "delegering: [{til: borte}]", "delmaal: []")
    areas = styring("status", *where, "--etter", "satsingsomraade").out.splitlines()[1:]
    assert [line.split("  ")[0] for line in areas] == ["uten delmål", "ukjent delmål", "Sum"]
    assert [line.split()[2] for line in areas[:2]] == ["2", "1"]
    holders = styring("status", *where, "--etter", "ansvarlig").out.splitlines()[1:]
    assert [line.split("  ")[0] for line in holders] == ["borte", "ingen ansvarlig", "Sum"]


def test_sector_narrows_whatever_the_rows_are() -> None:
    """`--sektor` leaves the oppdrag of other sectors out of all rows and the sum."""
    for rows in ROWS:
        shown = styring("status", *TENKEVIK, "--etter", rows, "--sektor", "kul").out
        assert shown.splitlines()[-1].split()[:2] == ["Sum", "4"]


# --- bars -----------------------------------------------------------------------------------


@given(st.fixed_dictionaries({status: st.integers(0, 10**6) for status in Status}))
def test_bar_is_as_long_whatever_is_in_it(counts: dict[Status, int]) -> None:
    """Every status that there is something of has a part, together they are a bar."""
    bar = stolper.stolpe(counts).plain
    there = {status for status in Status if counts[status]}
    assert len(set(bar)) == len(there)
    assert len(bar) == (stolper.BREDDE if there else 0)


def test_share_of_a_bar_is_the_share_of_the_oppdrag() -> None:
    """Half of the oppdrag is half of the bar, and all statuses are told apart by their signs."""
    for half, third, rest in permutations(Status, 3):
        counts = dict.fromkeys(Status, 0) | {half: 9, third: 6, rest: 3}
        bar = stolper.stolpe(counts).plain
        assert sorted(bar.count(sign) for sign in set(bar)) == [5, 10, 15]


def test_bars_are_on_terminals_only() -> None:
    """A pipe gets no bar, a terminal of any width one a row and the key to them."""
    register = last(ROOT / "eksempel")
    table = oversikt(tell_opp(register, tellbare(register, ()), les_dato("2025-09-15")))
    for format_ in ("tabell", "csv", "markdown", "json", "yaml"):
        shown = in_format(table, format_, ROER)
        assert not {"█", "▒"} & set(shown)
    for width in (40, 60, 80, 100, 200):
        lines = in_format(table, "tabell", Skjerm(width)).splitlines()
        assert sum("▒▒▒▒" in line for line in lines) == 6
        assert max(map(len, lines)) <= width
        assert "=\u00a0satt\u00a0på\u00a0vent\u00a01" in "\n".join(lines)


def test_overview_of_many_names_keeps_words_whole() -> None:
    """Where names leave no room for all counts, the bars alone tell how it stands."""
    register, day = last(ROOT / "eksempel"), les_dato("2025-09-15")
    table = oversikt(tell_opp(register, tellbare(register, ()), day, Etter.ANSVARLIG))
    narrow, wide = (in_format(table, "tabell", Skjerm(width)) for width in (60, 80))
    for name in ("Samuel Fantasihaug", "Hassan Innfallsvold"):
        assert narrow.count(name) == wide.count(name) == 2
    assert "vent" in wide.split("─")[0]
    assert "vent" not in narrow.split("─")[0]
    assert {"Ant", "ket", "falt", "dig%"} <= set(narrow.split("─")[0].split())
