"""Sheets that come back: lists of ours, and columns that are not used."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT
from driver import styring
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from innsendt import DAY, beside, municipality, said, take

from styring import slag
from styring.register.lasting import last


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small municipality, in the folder that the command stands in."""
    return beside(tmp_path, monkeypatch)


def reports(data: Path, id_: str) -> list[tuple[str, str]]:
    """The period and the status of each report of one."""
    register = last(data)
    post = register.etter_id(*slag.OPPFULGTE, slag.OPPGAVE)[id_.lower()]
    return [(rapport.periode, rapport.status.value) for rapport in post.rapporter]


# --- lists of ours --------------------------------------------------------------------------


def test_list_of_what_is_missing_comes_back(data: Path) -> None:
    """`rapport mangler --format csv`, filled in as it is, with the period that was missing."""
    shown = styring("rapport", "mangler", "--format", "csv", "--periode", "T1", *DAY).out
    rows = list(csv.DictReader(io.StringIO(shown.lstrip("\ufeff")), delimiter=";"))
    assert [row["id"] for row in rows] == [
        *("TEK-2026-02", "V-2026-01", "TEK-2026-02.1", "KUL-2026-01")
    ]
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], delimiter=";")
    writer.writeheader()
    writer.writerows({**row, "status": "ferdig"} for row in rows)
    later = ("--dato", "2026-09-10")  # in the next round
    Path("ark.csv").write_text(out.getvalue(), encoding="utf-8")
    ended = styring("status", "oppdater", "--fra", "ark.csv", *later)
    assert (ended.status, "FIL" in ended.err) == (0, False)
    for id_ in ("TEK-2026-02", "V-2026-01", "KUL-2026-01"):
        assert reports(data, id_) == [("2026-T1", "ferdig")]
    assert last(data).etter_id(slag.OPPGAVE)["tek-2026-02.1"].selv.status == "ferdig"


LISTS = ("oppdrag list", "vedtak list", "vedtak restanse")


def columns(words: str) -> list[str]:
    """All the columns that a list can have, as it says itself."""
    ended = styring(*words.split(), "--kolonner", "finnes-ikke", *DAY)
    names = re.split(", | og ", ended.err.partition("Kolonnene er ")[2].strip(" .\n"))
    assert len(names) > 5
    return names


@pytest.mark.parametrize("day", ["2026-05-10", "2026-09-10", "2027-09-10"])
@pytest.mark.parametrize("words", [*LISTS, "rapport mangler"])
def test_list_as_it_is_says_nothing_that_is_not_used(words: str, day: str, data: Path) -> None:
    """With its usual columns, and with all there are: not a word, however strict."""
    before = {path.name: path.read_bytes() for path in data.glob("*.yaml")}
    every = [("--kolonner", ",".join(columns(words)))] if words in LISTS else []
    for chosen in ((), *every):
        shown = styring(*words.split(), *chosen, "--format", "csv", "--dato", day).out
        Path("ark.csv").write_text(shown, encoding="utf-8")
        ended = styring("status", "oppdater", "--fra", "ark.csv", "--streng", "--dato", day)
        assert (ended.status, ended.err) == (0, "")
    assert {path.name: path.read_bytes() for path in data.glob("*.yaml")} == before


@pytest.mark.parametrize("words", [*LISTS, "rapport mangler"])
def test_list_of_an_earlier_day_is_held_against_that_day(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reports that came after it are not in the list, and what it reckons is without them."""
    monkeypatch.chdir(shutil.copytree(ROOT / "eksempel", tmp_path / "tenkevik"))
    every = ("--kolonner", ",".join(columns(words))) if words in LISTS else ()
    day = ("--dato", "2025-09-10")
    Path("ark.csv").write_text(
        styring(*words.split(), *every, "--format", "csv", *day).out, "utf-8"
    )
    assert "FIL007" not in styring("status", "oppdater", "--fra", "ark.csv", "--streng", *day).err


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(words="oppdrag list", chosen=[4], is_filled=True, day="2026-05-10")
@example(words="vedtak restanse", chosen=[-1], is_filled=True, day="2027-09-10")
@given(
    words=st.sampled_from(LISTS),
    chosen=st.lists(st.integers(-1, 40), unique=True),
    is_filled=st.booleans(),
    day=st.sampled_from(["2026-05-10", "2026-09-10"]),
)
def test_every_list_comes_back(
    words: str, chosen: list[int], is_filled: bool, day: str, data: Path
) -> None:
    """With any choice of columns: unchanged it changes nothing, and filled in it reports that."""
    municipality(data)
    before = {path.name: path.read_bytes() for path in data.glob("*.yaml")}
    alle = columns(words)
    names = ["id", *["status"] * is_filled, *(alle[number % len(alle)] for number in chosen)]
    wish = ("--kolonner", ",".join(dict.fromkeys(names)), "--dato", day)
    shown = styring(*words.split(), "--format", "csv", *wish).out
    rows = list(csv.DictReader(io.StringIO(shown.lstrip("\ufeff")), delimiter=";"))
    if is_filled:
        for row in rows:
            if row["status"] == "ikke_rapportert" and row["id"] != "V-2026-02":  # nobody has it
                row["status"] = "utgår"
    out = io.StringIO()
    writer = csv.DictWriter(out, dict.fromkeys(names), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    Path("ark.csv").write_text(out.getvalue(), encoding="utf-8")
    ended = styring("status", "oppdater", "--fra", "ark.csv", "--dato", day)
    assert (ended.status, ended.err) == (0, "")
    if is_filled:
        period = {"2026-05-10": "2026-T1", "2026-09-10": "2026-T2"}.get(day, "2026-AAR")
        ids = [row["id"] for row in rows if row["status"] == "utgår"]
        assert ids or words == "vedtak restanse"
        assert all(reports(data, id_) == [(period, "utgaar")] for id_ in ids)
        assert said(data, "TEK-2026-01")[:2] == ("under_arbeid", "Vi venter på svar.")
    else:
        assert {path.name: path.read_bytes() for path in data.glob("*.yaml")} == before


def test_row_that_nobody_has_filled_in_is_no_report(data: Path) -> None:
    """What a list says of the round before is not reported for the next, until someone says so."""
    later = ("--dato", "2026-09-10")
    shown = styring("rapport", "mangler", "--format", "csv", *later).out
    assert "TEK-2026-01;Måle opp tre skoleveier;2026-T2;under_arbeid" in shown
    before = (data / "oppdrag.yaml").read_bytes()
    Path("ark.csv").write_text(shown, encoding="utf-8")
    ended = styring("status", "oppdater", "--fra", "ark.csv", *later)
    assert ended == (
        0,
        (
            "Ikke ført inn, for raden sier bare det samme som sist: TEK-2026-01.\n"
            "Skriv statusen på nytt der den fortsatt gjelder, for eksempel «under arbeid».\n"
        ),
        "",
    )
    assert (data / "oppdrag.yaml").read_bytes() == before
    Path("ark.csv").write_text(shown.replace("under_arbeid", "under arbeid"), encoding="utf-8")
    assert styring("status", "oppdater", "--fra", "ark.csv", *later).status == 0
    assert reports(data, "TEK-2026-01") == [
        ("2026-T1", "under_arbeid"),
        ("2026-T2", "under_arbeid"),
    ]


# --- columns that are not used --------------------------------------------------------------


def test_columns_that_differ_are_told_of(data: Path) -> None:
    """Which column, which row, what stands there and in the data; what is the same is passed by."""
    ended = take(
        "id;tittel;ansvarlig;frist;;status\n"
        "TEK-2026-02;Asfaltere;Ola Skog;31.10.2026;;utgår\n"
        "KUL-2026-01;'=Synge, høyt;;;ring meg;utgår\n"
        "TEK-2026-01;måle opp;EVA;1. des. 2026;;\n",
    )
    assert ended.status == 0
    assert ended.err == (
        "ark.csv:2:23: advarsel FIL007: «Ola Skog» i kolonnen «ansvarlig» er ikke brukt: "
        "det står «Eva Havnes» der i dataene\n"
        "    TEK-2026-02;Asfaltere;Ola Skog;31.10.2026;;utgår\n"
        "                          ^^^^^^^^\n"
        "    Her føres bare rapporter inn. Det andre endres med «styring oppdrag deleger».\n"
        "\n"
        "ark.csv:2:32: advarsel FIL007: «31.10.2026» i kolonnen «frist» er ikke brukt: "
        "det står «2026-T3» der i dataene\n"
        "    TEK-2026-02;Asfaltere;Ola Skog;31.10.2026;;utgår\n"
        "                                   ^^^^^^^^^^\n"
        "    Her føres bare rapporter inn. Det andre endres med «styring oppdrag endre».\n"
        "\n"
        "ark.csv:3:29: advarsel FIL007: «ring meg» i kolonnen «kolonne 5» er ikke brukt: "
        "det står ikke noe der i dataene\n"
        "    KUL-2026-01;'=Synge, høyt;;;ring meg;utgår\n"
        "                                ^^^^^^^^\n"
        "    Her føres bare rapporter inn. Det andre endres med «styring oppdrag endre».\n"
        "\n"
        "ark.csv:4:26: advarsel FIL007: «1. des. 2026» i kolonnen «frist» er ikke brukt: "
        "det står «31.12.2026» der i dataene\n"
        "    TEK-2026-01;måle opp;EVA;1. des. 2026;;\n"
        "                             ^^^^^^^^^^^^\n"
        "    Her føres bare rapporter inn. Det andre endres med «styring oppdrag endre».\n"
        "\n"
        "4 advarsler\n"
    )


def test_strict_takes_nothing_of_a_sheet_that_is_not_all_used(data: Path) -> None:
    """The same are faults then, and the rest is not taken in either."""
    sheet = "id;status;frist\nTEK-2026-02;ferdig;2026-10\nKUL-2026-01;ferdig;\n"
    ended = take(sheet, "--streng")
    assert (ended.status, ended.out) == (1, "")
    assert "ark.csv:2:20: feil FIL007: «2026-10» i kolonnen «frist» er ikke brukt" in ended.err
    assert ended.err.count("FIL007") == 1
    assert reports(data, "KUL-2026-01") == []
    right = sheet.replace("2026-10", "T3")
    assert take(right, "--streng").status == 0


def test_oppgave_has_a_deadline_of_its_own_and_the_sector_of_its_oppdrag(data: Path) -> None:
    """What is said of it in a list is compared with itself, not with nothing."""
    file = data / "oppdrag.yaml"
    before = file.read_text(encoding="utf-8")
    after = before.replace("Grave, ansvarlig: ola", "Grave, ansvarlig: ola, frist: 2026-06-30")
    assert after != before
    file.write_text(after, encoding="utf-8")
    sheet = "id;tittel;sektor;frist;status\nTEK-2026-02.1;Grave;TEK;30.06.2026;"
    assert take(f"{sheet}under arbeid\n", "--streng").err == ""
    ended = take(f"{sheet}ferdig\n".replace("30.06", "31.12").replace(";TEK;", ";KUL;"))
    assert (ended.status, ended.err.count("FIL007")) == (0, 2)
    assert "«KUL» i kolonnen «sektor» er ikke brukt: det står «TEK» der" in ended.err
    assert "«31.12.2026» i kolonnen «frist» er ikke brukt: det står «30.06.2026» der" in ended.err


def test_what_is_changed_where_nothing_is_reported_is_told_of(data: Path) -> None:
    """A row in which only the deadline is changed is no row that nothing was done with."""
    ended = take("id;status;frist\nTEK-2026-02;;2026-10\n")
    assert (ended.status, ended.out) == (0, "Det er ingen rapporter der.\n")
    assert "ark.csv:2:14: advarsel FIL007: «2026-10»" in ended.err
    assert take("id;status;frist\nTEK-2026-02;;2026-10\n", "--streng").status == 1


@pytest.mark.parametrize("word", ["--erstatt", "--streng"])
def test_words_about_a_file_need_one(word: str, data: Path) -> None:
    """A person who says the status has nothing to compare."""
    ended = styring("status", "oppdater", "tek-1", "--status", "ferdig", word)
    assert (ended.status, ended.err) == (2, f"Feil: {word} hører sammen med --fra\n")
