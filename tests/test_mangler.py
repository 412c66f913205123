"""`styring rapport mangler`: who has not reported what, for which round."""

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, EKSEMPEL, in_format
from driver import styring
from restansen import ASSIGNMENTS, OM, little
from rich.cells import cell_len

from styring.formats.skjerm import Skjerm
from styring.register.lasting import last
from styring.stand.mangler import Utestaaende
from styring.stand.purring import purringer
from styring.views.purreliste import tabell


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little municipality with the rounds of those that have not set their own."""
    return little(tmp_path, monkeypatch)


OWN_ROUNDS = """\
perioder:
  - {kode: ÅR, navn: Årsrapport, per: "31.12.", frist: "23.1."}
  - {kode: H1, navn: Halvår, per: "30.6.", frist: "15.7."}
"""


def missing(*words: str) -> list[dict[str, Any]]:
    """What is missing, as JSON has it."""
    found: list[dict[str, Any]] = json.loads(
        styring("rapport", "mangler", *words, "--format", "json").out
    )
    return found


def pairs(found: list[dict[str, Any]]) -> str:
    """Ids with what they lack, by id."""
    return " ".join(sorted(f"{row['id']}:{row['mangler']}" for row in found))


TASK = "A-2024-02.1:status"

# --- rounds ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "period", "also"),
    [
        ("2024-04-29", None, ""),
        ("2024-04-30", "2024-T1", ""),
        ("2024-05-05", "2024-T1", ""),
        ("2024-08-30", "2024-T1", ""),
        ("2024-08-31", "2024-T2", "V-1:2024-T2"),
        ("2024-12-30", "2024-T2", "V-1:2024-T2"),
        ("2024-12-31", "2024-AAR", "V-1:2024-AAR"),
        ("2025-04-29", "2024-AAR", "V-1:2024-AAR"),
        ("2025-04-30", "2024-AAR", "V-1:2024-AAR"),
    ],
)
def test_round_is_the_newest_whose_day_has_come(
    day: str, period: str | None, also: str, data: Path
) -> None:
    """From its day and until the next one's in the years there are; one for oppdrag and vedtak."""
    ids = ("A-2024-01", "A-2024-02", "B-2024-01") if period else ()
    right = sorted([*(f"{id_}:{period}" for id_ in ids), TASK, *also.split()])
    found = missing("--dato", day)
    assert pairs(found).split() == right
    # The overview and what is asked about say the same.
    counted = json.loads(styring("status", "--dato", day, "--format", "json").out)
    assert sum(row["mangler_rapport"] for row in counted) == len(ids)
    asked = styring("status", "oppdater", "--dato", day).out.splitlines()[1:]
    assert {line.split()[0] for line in asked} == {row["id"] for row in found}


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("T1 --dato 2024-09-01", "A-2024-01:2024-T1 A-2024-02:2024-T1 B-2024-01:2024-T1"),
        ("t2 --dato 2025-01-15 -s A", "A-2024-01:2024-T2 A-2024-02:2024-T2 V-1:2024-T2"),
        ("aar --dato 2025-01-15 -s A", "A-2024-01:2024-AAR A-2024-02:2024-AAR V-1:2024-AAR"),
        ("ÅR --dato 2025-01-15 -s B", "B-2024-01:2024-AAR"),
        ("2025-T1 --dato 2025-05-15 -s A", "A-2024-01:2025-T1 A-2024-02:2025-T1 V-1:2025-T1"),
        ("2023-T2 --dato 2024-09-01", ""),
    ],
)
def test_round_can_be_chosen(words: str, right: str, data: Path) -> None:
    """A code alone is that round of the year that fits; what is not in a round lacks nothing."""
    found = missing("--periode", *words.split())
    assert pairs([row for row in found if row["slag"] != "oppgave"]) == right


def test_vedtak_is_reported_for_the_round_of_last_year_in_january(data: Path) -> None:
    """The code alone is enough, and the report stands the rules."""
    words = ("V-1", "--status", "under arbeid", "--forventet-ferdig", "2025", "--periode", "AAR")
    ended = styring("status", "oppdater", *words, "--dato", "2025-01-15")
    assert (
        ended.out.splitlines()[0]
        == "V-1 er rapportert for 2024-AAR: under arbeid, forventet ferdig 2025."
    )
    assert "V-1" not in pairs(missing("--dato", "2025-01-15"))


@pytest.mark.parametrize(
    ("id_", "day", "said"),
    [
        ("V-1", "2024-05-10", "Feil: ingen runde er kommet siden V-1 ble vedtatt\n"),
        ("V-2", "2024-05-10", "Feil: ingen har fått V-2 å følge opp, så ingen runde gjelder"),
    ],
)
def test_vedtak_in_no_round_is_told_why(id_: str, day: str, said: str, data: Path) -> None:
    """It is not said that no round has come when one has."""
    ended = styring("status", "oppdater", id_, "--status", "ferdig", "--dato", day)
    assert ended.status == 3
    assert ended.err.startswith(said)
    assert "--periode" in ended.err


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-06-29", ["Ingen rapporteringsrunde er kommet ennå."]),
        (
            "2024-06-30",
            ["Halvår 2024 (2024-H1), status per 30.06.2024", "Fristen er 15.07.2024, om 15 dager."],
        ),
        (
            "2024-07-15",
            ["Halvår 2024 (2024-H1), status per 30.06.2024", "Fristen er 15.07.2024, i dag."],
        ),
        (
            "2025-01-22",
            [
                "Årsrapport 2024 (2024-ÅR), status per 31.12.2024",
                "Fristen er 23.01.2025, om 1 dag.",
            ],
        ),
        (
            "2025-01-24",
            [
                "Årsrapport 2024 (2024-ÅR), status per 31.12.2024",
                "Fristen 23.01.2025 gikk ut for 1 dag siden.",
            ],
        ),
    ],
)
def test_own_rounds_and_their_deadlines_are_told(day: str, said: list[str], data: Path) -> None:
    """Also those in the wrong order in the file, and a deadline in the year after."""
    (data / "kommune.yaml").write_text(OWN_ROUNDS, encoding="utf-8")
    (data / "vedtak.yaml").unlink()
    ended = styring("rapport", "mangler", "--dato", day, "-s", "A")
    assert ended.err.splitlines()[:-1] == said
    assert ended.err.splitlines()[-1].startswith(("1 oppgave mangler", "2 oppdrag og 1 oppgave"))


def test_round_before_all_there_is_has_nothing_reported() -> None:
    """It is not said that all of nothing is reported."""
    ended = styring("rapport", "mangler", "--periode", "2024-T1", "--format", "json", *OM)
    assert (ended.status, ended.out) == (0, "[]\n")
    assert "Alt er rapportert" not in ended.err


def test_round_that_has_not_come_is_said_to_be_so(data: Path) -> None:
    """Chosen beforehand it can be looked at; without a deadline that is said."""
    ended = styring("rapport", "mangler", "--periode", "T2", "--dato", "2024-06-01", "-s", "B")
    assert ended.err.splitlines() == [
        "2. tertial 2024 (2024-T2), status per 31.08.2024",
        "Dagen er ikke kommet ennå.",
        "Fristen for å rapportere er ikke satt i kommune.yaml.",
        "1 oppdrag mangler rapport uten ansvarlig.",
    ]


# --- the list -------------------------------------------------------------------------------


def test_list_on_a_pipe_has_a_whole_line_for_each() -> None:
    """By the names of those who have it, with their e-mail on every line."""
    assert styring("rapport", "mangler", *OM) == (
        0,
        """\
Ansvarlig        E-post                   Id             Tittel                                                       Mangler  Sist rapportert
Amir Sagnhaugen  amisag@tenkevik.example  OPV-2025-06    Gjøre om rutinene for oppfølging av skolefravær              2025-T2  under arbeid
Leyla Skrønedal  leyskr@tenkevik.example  HEL-2025-02.3  Lære opp nattevaktene                                        status
Leyla Skrønedal  leyskr@tenkevik.example  HEL-2025-06    Få ned sykefraværet i hjemmetjenesten                        2025-T2  under arbeid
Olav Dagdrømvik  oladag@tenkevik.example  ORG-2025-03    Skrive om de tjue mest brukte brevene så de er til å forstå  2025-T2  ikke rapportert
""",  # noqa: E501
        """\
2. tertial 2025 (2025-T2), status per 31.08.2025
Fristen 12.09.2025 gikk ut for 3 dager siden.
3 oppdrag og 1 oppgave mangler rapport hos 3 personer.
""",
    )


def test_json_has_all_there_is_to_know() -> None:
    """Who, what, the round with its days, and the last report whole."""
    (row,) = missing(*OM, "--sektor", "OPV")
    report = row.pop("siste_rapport")
    assert row == {
        "ansvarlig": "amisag",
        "navn": "Amir Sagnhaugen",
        "epost": "amisag@tenkevik.example",
        "id": "OPV-2025-06",
        "tittel": "Gjøre om rutinene for oppfølging av skolefravær",
        "slag": "oppdrag",
        "hoerer_til": None,
        "sektor": "OPV",
        "mangler": "2025-T2",
        "per": "2025-08-31",
        "rapportfrist": "2025-09-12",
        "rapportfrist_ute": True,
        "fra": None,
        "frist": "2025-10-01",
        "loepende": False,
        "status": "under_arbeid",
    }
    assert (report["periode"], report["av"]) == ("2025-T1", "amisag")


@pytest.mark.parametrize("width", [60, 80, 200])
def test_table_on_a_terminal_is_grouped_by_who_has_it(width: int) -> None:
    """Each name with its address stands once, over what they have, and nothing is cut."""
    day = date(2025, 9, 15)
    alle = purringer(last(EKSEMPEL), Utestaaende(), day)
    lines = in_format(tabell(alle), "tabell", Skjerm(width)).splitlines()
    assert all(cell_len(line) <= width for line in lines)
    assert lines[0].split() == ["Id", "Tittel", "Mangler", "Sist", "rapportert"]
    over = {f"{en.navn}  {en.epost}": {mangel.post.id for mangel in en.mangler} for en in alle}
    found: dict[str, set[str]] = {}
    for before, line in pairwise(lines):
        if not before and line:
            under = found.setdefault(line, set())
        elif found and re.match(r"[A-Z]{3}-", line):
            under.add(line.split()[0])
    assert found == over
    shown = re.sub(r"\s+", " ", " ".join(line[14:] for line in lines))
    assert all(word in shown for word in ("nattevaktene", "sykefraværet", "hjemmetjenesten"))


def test_what_nobody_has_comes_last_and_is_said() -> None:
    """In a group of its own, for people and for machines."""
    ended = styring("rapport", "mangler", "--data", str(DATA), "--dato", "2023-09-15")
    names = [line[:15].strip() for line in ended.out.splitlines()[1:]]
    without = names.count("Ingen ansvarlig")
    assert 0 < without < len(names) == 32
    assert names[-without:] == ["Ingen ansvarlig"] * without
    said = f"32 oppdrag mangler rapport: {32 - without} hos 1 person, {without} uten ansvarlig.\n"
    assert ended.err.endswith(said)
    found = missing("--data", str(DATA), "--dato", "2023-09-15")
    assert [row["ansvarlig"] for row in found].count(None) == without


def test_holders_are_sorted_as_norwegians_sort(data: Path) -> None:
    """Å comes after O, also at the beginning of a name."""
    found = missing("--dato", "2024-09-01")
    assert [row["navn"] for row in found] == [*["Ola Ås"] * 3, "Å, Kari", None]


@pytest.mark.parametrize(
    ("words", "status"),
    [("--streng", 1), ("", 0), ("--streng --sektor TEK", 0), ("--streng --format epost", 1)],
)
def test_strict_ends_with_1_when_something_is_missing(
    words: str, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And else with 0, also where something is missing."""
    monkeypatch.chdir(tmp_path)
    assert styring("rapport", "mangler", *OM, *words.split()).status == status


def test_nothing_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Machines get an empty list, and no folder is made for drafts."""
    monkeypatch.chdir(tmp_path)
    words = ("rapport", "mangler", *OM, "--sektor", "TEK", "--format")
    json_, epost = styring(*words, "json"), styring(*words, "epost")
    assert (json_.status, json_.out) == (0, "[]\n")
    assert (epost.status, epost.out) == (0, "")
    assert json_.err == epost.err
    assert json_.err.endswith("Alt er rapportert for 2. tertial 2025.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", ["tabell", "epost"])
def test_broken_records_are_told_of(format_: str, data: Path) -> None:
    """What could not be read may lack a report too."""
    broken = ASSIGNMENTS + "  - {id: B-2024-02, tittel: Rot, sektor: B, frist: snart}\n"
    (data / "oppdrag.yaml").write_text(broken, encoding="utf-8")
    ended = styring("rapport", "mangler", "--dato", "2024-09-01", "--format", format_)
    assert ended.status == 1
    assert ended.err.endswith("Ikke med i det som vises: 1 oppføring.\n")
    assert ended.out
