"""`styring status`: rows, bars, what is delayed, what has changed, and why."""

import csv
import io
import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from conftest import RIK, ROOT, Run, in_format
from driver import Ended
from hypothesis import given
from hypothesis import strategies as st

from styring.formats import stolper
from styring.formats.skjerm import ROER, Skjerm
from styring.model.oppdrag import Oppdrag, Rapport, Rapportstatus, Status, Vurdering
from styring.model.tid import les_dato, les_frist
from styring.register.lasting import last
from styring.stand.inndeling import Etter
from styring.stand.telling import tell_opp, tellbare
from styring.stand.utvikling import Utvikling, oppsummering
from styring.views.oppdragsliste import oppsett
from styring.views.oversikt import oversikt

OM_RIK = ("--data", str(RIK), "--dato", "2024-05-15")
TENKEVIK = ("--data", str(ROOT / "eksempel"), "--dato", "2025-09-15")
ROWS = ("sektor", "satsingsomraade", "ansvarlig")
COUNTS = (
    *(status.value for status in Status),
    *("forfalt", "forsinket", "mangler_rapport"),
)


def in_json(run: Run, *words: str) -> Any:
    """What a command shows as JSON, whatever it says beside it."""
    ended = run(*words, "--format", "json")
    assert ended.status == 0
    return json.loads(ended.out)


def refused(ended: Ended) -> str:
    """What was said of a command that was used wrongly."""
    assert (ended.status, ended.out) == (2, "")
    return ended.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A little municipality; a test writes its oppdrag."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    sektor = "sektorer: [{kode: S, navn: Skog}]\n"
    (data / "kontakter.yaml").write_text(sektor, encoding="utf-8")
    return data


def assign(folder: Path, *oppdrag: str) -> tuple[str, ...]:
    """Writes the oppdrag of 2025, each the rest of a record; the options that find them."""
    lines = (
        f"  - {{id: S-{number}, tittel: x, sektor: S, {rest}}}\n"
        for number, rest in enumerate(oppdrag, 1)
    )
    (folder / "oppdrag.yaml").write_text(f"aar: 2025\noppdrag:\n{''.join(lines)}", encoding="utf-8")
    return "--data", str(folder), "--dato", "2025-09-15"


def report(period: str, status: str = "under_arbeid", **rest: str) -> str:
    """A report as a data file has it."""
    fields = {"periode": period, "dato": "2025-01-01", "status": status, **rest}
    return f"{{{', '.join(f'{key}: {value}' for key, value in fields.items())}}}"


# --- delayed ----------------------------------------------------------------------------------


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
    deadline: str, awaited: str, status: str, late: bool, folder: Path, run: Run
) -> None:
    """It is when no day of the awaited time keeps the deadline, and the work is not over."""
    said = report("2025-T1", status, forventet_ferdig=awaited)
    where = assign(folder, f"frist: {deadline}, rapporter: [{said}]")
    (record,) = in_json(run, "oppdrag", "list", *where)
    assert record["forsinket"] is late
    assert len(in_json(run, "oppdrag", "list", *where, "--forsinket")) == late
    assert ("ja, forventet ferdig" in run("oppdrag", "vis", "S-1", *where).out) is late
    (row,) = in_json(run, "status", *where)
    assert row["forsinket"] == late


def test_newest_report_decides_what_is_delayed(folder: Path, run: Run) -> None:
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
    found = in_json(run, "oppdrag", "list", *where, "--forsinket")
    assert [record["id"] for record in found] == ["S-5"]


def test_vedtak_can_be_delayed(run: Run) -> None:
    """`vedtak list --forsinket` gives those that are awaited after their deadline."""
    found = in_json(run, "vedtak", "list", *OM_RIK, "--forsinket")
    assert [record["id"] for record in found] == ["V-2023-01"]
    assert in_json(run, "vedtak", "list", *OM_RIK, "--kolonner", "forsinket") == [
        {"forsinket": True},
        {"forsinket": False},
    ]


# --- rows -------------------------------------------------------------------------------------


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


@pytest.fixture(scope="module")
def listed() -> list[Any]:
    """The oppdrag of Tenkevik, as the list has them."""
    register, day = last(ROOT / "eksempel"), les_dato("2025-09-15")
    found = oppsett(register, day).tabell(register.oppdrag).data()
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("rows", ROWS)
def test_rows_count_what_belongs_in_them(rows: str, listed: list[Any], run: Run) -> None:
    """A row is what the list has of it; what is nobody's is the last row; none is left out."""
    where = TENKEVIK
    areas = {
        goal.id: area.id
        for area in last(ROOT / "eksempel").satsingsomraader
        for hovedmaal in area.hovedmaal
        for goal in hovedmaal.delmaal
    }
    found = in_json(run, "status", *where, "--etter", rows)
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
    sums = run("status", *where, "--etter", rows).out.splitlines()[-1].split()
    assert [int(number) for number in sums[1:-1]] == [len(listed), *counted(listed).values()]


@pytest.mark.parametrize("word", ["satsingsområde", "SATSINGSOMRAADE"])
def test_rows_are_named_as_people_write(word: str, run: Run) -> None:
    """The word for what there is to be a row for each of may have its letters, and any case."""
    ended = run("status", *TENKEVIK, "--etter", word)
    names = [line.split("  ")[0] for line in ended.out.splitlines()[1:]]
    assert names == [
        *("TO Trygg oppvekst", "AL Aktiv hele livet", "KN Klima og nærmiljø", "uten delmål", "Sum")
    ]
    assert "bare én gang i summen" in ended.err


def test_holders_are_sorted_by_name(run: Run) -> None:
    """Holders stand by the alphabet, with what nobody holds behind them."""
    lines = run("status", *OM_RIK, "--etter", "ansvarlig").out.splitlines()[1:]
    assert [line.split("  ")[0] for line in lines] == [
        *("Kato Benjamin Zetterøy", "Ærling Bøe", "Østen Ådland", "Åse Ødegårdsvik"),
        *("ingen ansvarlig", "Sum"),
    ]


def test_unknown_goal_and_holder_are_not_lost(folder: Path, run: Run) -> None:
    """Those with a delmål or a holder that does not exist are counted in a row that says so."""
    where = assign(folder, "delmaal: [X1.1]", "delegering: [{til: borte}]", "delmaal: []")
    areas = run("status", *where, "--etter", "satsingsomraade").out.splitlines()[1:]
    assert [line.split("  ")[0] for line in areas] == ["uten delmål", "ukjent delmål", "Sum"]
    assert [line.split()[2] for line in areas[:2]] == ["2", "1"]
    holders = run("status", *where, "--etter", "ansvarlig").out.splitlines()[1:]
    assert [line.split("  ")[0] for line in holders] == ["borte", "ingen ansvarlig", "Sum"]


def test_sector_narrows_whatever_the_rows_are(run: Run) -> None:
    """`--sektor` leaves the oppdrag of other sectors out of all rows and the sum."""
    for rows in ROWS:
        shown = run("status", *TENKEVIK, "--etter", rows, "--sektor", "kul").out
        assert shown.splitlines()[-1].split()[:2] == ["Sum", "4"]


# --- bars -------------------------------------------------------------------------------------


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


# --- since ------------------------------------------------------------------------------------


def test_changes_are_told_the_worst_first(folder: Path, run: Run) -> None:
    """Red first, then later, dropped, new, better, and last what is done; the rest is left out."""
    t1 = {"vurdering": "groenn", "forventet_ferdig": "2025-10"}
    t2 = [
        ("ferdig", {"vurdering": "groenn"}),
        ("under_arbeid", {**t1, "forventet_ferdig": "2025-10-19"}),
        ("under_arbeid", {**t1, "forventet_ferdig": "2025-10-31"}),
        ("utgaar", {}),
        ("under_arbeid", {**t1, "forventet_ferdig": "2025-12-15"}),
        ("under_arbeid", {**t1, "vurdering": "roed"}),
        ("under_arbeid", {"vurdering": "groenn"}),
    ]
    where = assign(
        folder,
        *(
            f"rapporter: [{report('2025-T1', **t1)}, {report('2025-T2', status, **rest)}]"
            for status, rest in t2
        ),
        f"rapporter: [{report('2025-T2', **t1)}]",
        f"rapporter: [{report('2025-T1', **t1)}]",
    )
    ended = run("status", *where, "--siden", "T1")
    assert [" ".join(line.split()) for line in ended.out.splitlines()[1:]] == [
        "S-6 x grønn → rød",
        "S-5 x 15.12.2025, 45 dager senere",
        "S-7 x ikke lenger oppgitt",
        "S-4 x under arbeid → utgår",
        "S-8 x ikke rapportert → under arbeid – → grønn 2025-10",
        "S-2 x 19.10.2025, 12 dager tidligere",
        "S-1 x under arbeid → ferdig",
    ]
    assert ended.err == (
        "7 av 9 er endret siden 2025-T1: 1 er blitt ferdig, 1 gikk fra grønn til rød, "
        "1 er forventet ferdig senere, 1 har ikke lenger noen forventet ferdigdato, 1 utgår, "
        "1 er rapportert for første gang og 1 er forventet ferdig tidligere.\n"
    )
    found = in_json(run, "status", *where, "--siden", "2025-t1")
    assert [record["dager"] for record in found] == [0, 45, 0, 0, 0, -12, 0]
    assert (found[4]["foer"], found[4]["naa"]["periode"]) == (None, "2025-T2")


@pytest.mark.parametrize(
    ("day", "since", "changed"),
    [
        ("2025-08-30", "T1", []),  # T2 tells the state of 31.8
        ("2025-08-31", "T1", ["S-1"]),
        ("2025-09-15", "T2", []),
        ("2026-01-15", "2025-T1", ["S-1"]),
        ("2026-01-15", "2024-AAR", ["S-1"]),
    ],
)
def test_now_is_the_newest_period_that_has_come(
    day: str, since: str, changed: list[str], folder: Path, run: Run
) -> None:
    """A report counts from the day that its period tells the state of."""
    first, second = report("2025-T1"), report("2025-T2", "ferdig")
    where = assign(folder, f"rapporter: [{first}, {second}]")[:2]
    ended = run("status", *where, "--dato", day, "--siden", since)
    assert ended.status == 0
    assert [line.split()[0] for line in ended.out.splitlines()[1:]] == changed
    assert ("Ingenting er endret" in ended.err) == (not changed)


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2025-AAR", "2025-AAR er ikke over"),
        ("2025-AAR", "Den nyeste før 15.09.2025 er 2025-T2."),
        ("2031-T1", "2031-T1 er ikke over"),
        ("T4", "Periodene er 2025-T1, 2025-T2 og 2025-AAR."),
        ("i fjor", "finner ingen periode «i fjor»"),
    ],
)
def test_period_must_be_before_now(since: str, said: str, run: Run) -> None:
    """What has not come, or is no period, is refused with those there are."""
    assert said in refused(run("status", *TENKEVIK, "--siden", since))


def test_day_of_the_period_itself_is_not_before(run: Run) -> None:
    """On the day of a period there is nothing since it."""
    where = ("--data", str(ROOT / "eksempel"), "--dato", "2025-08-31")
    assert "2025-T2 er ikke over" in refused(run("status", *where, "--siden", "2025-T2"))
    assert run("status", *where, "--siden", "T1").status == 0


@pytest.mark.parametrize(
    ("day", "since", "meant"),
    [
        ("2026-01-25", "T1", "2025-T1"),
        ("2026-01-25", "t2", "2025-T2"),
        ("2026-01-25", "AAR", "2025-AAR"),
        ("2025-08-31", "T2", "2024-T2"),
        ("2025-09-01", "T2", "2025-T2"),
    ],
)
def test_code_of_a_period_is_the_last_that_is_over(
    day: str, since: str, meant: str, run: Run
) -> None:
    """In January `T2` is that of the year before, as where a report is asked for."""
    ended = run("status", "--data", str(ROOT / "eksempel"), "--dato", day, "--siden", since)
    assert ended.status == 0
    assert f"endret siden {meant}" in ended.err


@pytest.mark.parametrize(
    ("done", "of", "per_cent"),
    [(1, 3, 33), (2, 3, 67), (1, 8, 13), (199, 200, 99), (1, 300, 1), (0, 3, 0), (3, 3, 100)],
)
def test_per_cent_is_rounded(done: int, of: int, per_cent: int, folder: Path, run: Run) -> None:
    """It is the nearest, but 100 only when all are done and 0 only when none is."""
    is_done = f"rapporter: [{report('2025-T1', 'ferdig')}]"
    where = assign(folder, *[is_done] * done, *["delmaal: []"] * (of - done))
    (row,) = in_json(run, "status", *where)
    assert row["framdrift"] == per_cent
    shown = run("rapport", "aar", *where, "--aar", "2025").out
    assert (f"**Gjennomført:** {per_cent} prosent" in shown) is (done > 0)


def test_since_has_vedtak_and_sectors(run: Run) -> None:
    """Vedtak are followed too, and `--sektor` narrows."""
    found = in_json(run, "status", *TENKEVIK, "--siden", "T1")
    kinds = {record["slag"] for record in found}
    assert kinds == {"oppdrag", "vedtak"}
    narrowed = in_json(run, "status", *TENKEVIK, "--siden", "T1", "--sektor", "tek")
    assert narrowed == [record for record in found if record["sektor"] == "TEK"]


def a_report() -> st.SearchStrategy[Rapport | None]:
    """A report of any state, or none."""
    times = st.sampled_from(("2025-10", "2025-10-31", "2025-11-15", "2026", "2026-T1"))
    made = st.builds(
        lambda status, vurdering, naar: Rapport(
            periode="2025-T1",
            dato=DAY,
            status=status,
            vurdering=vurdering,
            forventet_ferdig=naar and les_frist(naar),
        ),
        st.sampled_from(Rapportstatus),
        st.none() | st.sampled_from(Vurdering),
        st.none() | times,
    )
    return st.none() | made


DAY: Any = "2025-05-01"
"""A day as a data file has it."""
OPPDRAG = Oppdrag(id="S-1", tittel="x", sektor="S")


@given(a_report(), a_report())
def test_way_back_is_the_opposite_change(foer: Rapport | None, naa: Rapport | None) -> None:
    """What is worse one way is better the other, and what has not changed has no way."""
    there, back = Utvikling(OPPDRAG, foer, naa), Utvikling(OPPDRAG, naa, foer)
    assert there.trinn == -back.trinn
    if foer and naa and not {foer.status, naa.status} & {"ferdig", "utgaar"}:
        assert there.dager == -back.dager
        assert there.er_endret == back.er_endret
    assert not Utvikling(OPPDRAG, foer, foer).er_endret
    assert bool(there.dager or there.trinn or there.er_nyrapportert) <= there.er_endret
    assert oppsummering([there]) or not there.er_endret


def test_periods_that_have_come_are_offered(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shell is offered what `--siden` takes: periods before the day, with their names."""
    words = ["styring", "status", *TENKEVIK, "--siden", ""]
    monkeypatch.setenv("_STYRING_COMPLETE", "complete_styring")
    monkeypatch.setenv("_STYRING_ORD", "\x1f".join(words[1:]))
    offers = run().out.splitlines()
    assert offers == ["2025-T1\t1. tertial 2025", "2025-T2\t2. tertial 2025"]


# --- why --------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", ROWS)
def test_why_has_the_oppdrag_behind_every_figure(rows: str, listed: list[Any], run: Run) -> None:
    """Each figure of the overview, the sum's too, is as many oppdrag as `--hvorfor` names."""
    where = TENKEVIK
    overview = in_json(run, "status", *where, "--etter", rows)
    *found, total = in_json(run, "status", *where, "--etter", rows, "--hvorfor")
    for row, why in zip(overview, found, strict=True):
        assert {key: len(why[key]) for key in COUNTS} == {key: row[key] for key in COUNTS}
        assert [why[key] for key in (rows, "navn", "oppdrag", "framdrift")] == [
            row[key] for key in (rows, "navn", "oppdrag", "framdrift")
        ]
    ids = [record["id"] for record in listed]
    assert total["navn"] == "Sum"
    behind = [why["id"] for status in Status for why in total[status.value]]
    assert sorted(behind) == sorted(ids)


def test_why_says_what_decides(run: Run) -> None:
    """The deadline, when it is awaited, the period that lacks a report, and what per cent is of."""
    shown = run("status", *TENKEVIK, "--hvorfor").out
    for fact in (
        r"HEL-2025-04  Legge fram en boligsosial handlingsplan  frist 2025-T2, under arbeid",
        "forventet ferdig 2026-05, frist 2025-10",
        "ingen rapport for 2025-T2; den siste er for 2025-T1",
        "ORG-2025-03  Skrive om de tjue mest brukte brevene så de er til å forstå  det er ingen",
        "28 %: 7 av 25, 1 utgår og regnes ikke med",
    ):
        assert fact in shown


def test_why_is_a_table_for_spreadsheets_and_documents(run: Run) -> None:
    """CSV and Markdown have a row for each oppdrag behind a figure, with whose figure it is."""
    ended = run("status", *TENKEVIK, "--hvorfor", "--sektor", "TEK", "--format", "csv")
    heading, *rows = csv.reader(io.StringIO(ended.out.removeprefix("\ufeff")), delimiter=";")
    assert heading == ["sektor", "tall", "id", "tittel", "hvorfor"]
    assert [row[1:3] for row in rows] == [
        *(["Under arbeid", f"TEK-2025-0{number}"] for number in (2, 3, 5, 6)),
        *(["Ferdig", f"TEK-2025-0{number}"] for number in (1, 4)),
        ["Forsinket", "TEK-2025-03"],
        ["Ferdig %", ""],
    ]
    ended = run("status", *TENKEVIK, "--hvorfor", "--sektor", "TEK", "--format", "markdown")
    assert len(ended.out.splitlines()) == 2 + len(rows) + 1


def test_all_that_is_dropped_has_no_per_cent(folder: Path, run: Run) -> None:
    """Where nothing is to be done, that is said instead of a per cent."""
    where = assign(folder, f"rapporter: [{report('2025-T1', 'utgaar')}]")
    assert "ingen å regne av, for alle utgår" in run("status", *where, "--hvorfor").out


@pytest.mark.parametrize("other", ["--hvorfor", "--etter=sektor"])
def test_changes_are_not_explained_or_divided(other: str, run: Run) -> None:
    """`--siden` shows another thing than the figures of the overview."""
    said = refused(run("status", *TENKEVIK, "--siden", "T1", other))
    assert "«--siden» kan ikke stå sammen med «--hvorfor», «--etter» eller «--aar»\n" in said


def test_unknown_rows_are_refused_with_those_there_are(run: Run) -> None:
    """A word that is nearly right is guessed, and all are listed."""
    said = refused(run("status", *TENKEVIK, "--etter", "sektr"))
    assert "Mente du «sektor»?" in said
    assert "satsingsområde og ansvarlig" in said
