"""`styring status --siden`: what has changed since a period or a day."""

from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from driver import styring
from hypothesis import given
from hypothesis import strategies as st
from oversikt import TENKEVIK, assign, assigned, in_json, refused, report

from styring.model.oppdrag import Oppdrag, Rapport, Rapportstatus, Vurdering
from styring.model.tid import les_frist
from styring.stand.utvikling import Utvikling, oppsummering


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A little municipality; a test writes its oppdrag."""
    return assigned(tmp_path)


def test_changes_are_told_the_worst_first(folder: Path) -> None:
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
    ended = styring("status", *where, "--siden", "T1")
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
    found = in_json("status", *where, "--siden", "2025-t1")
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
    day: str, since: str, changed: list[str], folder: Path
) -> None:
    """A report counts from the day that its period tells the state of."""
    first, second = report("2025-T1"), report("2025-T2", "ferdig")
    where = assign(folder, f"rapporter: [{first}, {second}]")[:2]
    ended = styring("status", *where, "--dato", day, "--siden", since)
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
def test_period_must_be_before_now(since: str, said: str) -> None:
    """What has not come, or is no period, is refused with those there are."""
    assert said in refused(styring("status", *TENKEVIK, "--siden", since))


def test_day_of_the_period_itself_is_not_before() -> None:
    """On the day of a period there is nothing since it."""
    where = ("--data", str(ROOT / "eksempel"), "--dato", "2025-08-31")
    assert "2025-T2 er ikke over" in refused(styring("status", *where, "--siden", "2025-T2"))
    assert styring("status", *where, "--siden", "T1").status == 0


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
def test_code_of_a_period_is_the_last_that_is_over(day: str, since: str, meant: str) -> None:
    """In January `T2` is that of the year before, as where a report is asked for."""
    ended = styring("status", "--data", str(ROOT / "eksempel"), "--dato", day, "--siden", since)
    assert ended.status == 0
    assert f"endret siden {meant}" in ended.err


@pytest.mark.parametrize(
    ("done", "of", "per_cent"),
    [(1, 3, 33), (2, 3, 67), (1, 8, 13), (199, 200, 99), (1, 300, 1), (0, 3, 0), (3, 3, 100)],
)
def test_per_cent_is_rounded(done: int, of: int, per_cent: int, folder: Path) -> None:
    """It is the nearest, but 100 only when all are done and 0 only when none is."""
    is_done = f"rapporter: [{report('2025-T1', 'ferdig')}]"
    where = assign(folder, *[is_done] * done, *["delmaal: []"] * (of - done))
    (row,) = in_json("status", *where)
    assert row["framdrift"] == per_cent
    shown = styring("rapport", "aar", *where, "--aar", "2025").out
    assert (f"**Gjennomført:** {per_cent} prosent" in shown) is (done > 0)


def test_since_has_vedtak_and_sectors() -> None:
    """Vedtak are followed too, and `--sektor` narrows."""
    found = in_json("status", *TENKEVIK, "--siden", "T1")
    kinds = {record["slag"] for record in found}
    assert kinds == {"oppdrag", "vedtak"}
    narrowed = in_json("status", *TENKEVIK, "--siden", "T1", "--sektor", "tek")
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


def test_periods_that_have_come_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shell is offered what `--siden` takes: periods before the day, with their names."""
    words = ["styring", "status", *TENKEVIK, "--siden", ""]
    monkeypatch.setenv("_STYRING_COMPLETE", "complete_styring")
    monkeypatch.setenv("_STYRING_ORD", "\x1f".join(words[1:]))
    offers = styring().out.splitlines()
    assert offers == ["2025-T1\t1. tertial 2025", "2025-T2\t2. tertial 2025"]
