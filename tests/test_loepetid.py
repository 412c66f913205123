"""What is «løpende» and has no deadline, and what goes on from one time to another."""

import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from driver import styring

KONTAKTER = """\
sektorer: [{kode: TEK, navn: Teknisk, direktoer: kari}]
kontakter: [{id: kari, navn: Kari Nordmann, epost: kari@eksempel.no}]
"""
OPPDRAG = """\
aar: 2026
oppdrag:
  - {id: TEK-2026-01, tittel: Holde veiene åpne, sektor: TEK, loepende: true}
  - {id: TEK-2026-02, tittel: Bygge broen, sektor: TEK, fra: 2026-H2, frist: 2028-06}
  - {id: TEK-2026-03, tittel: Asfaltere, sektor: TEK, frist: 2026-H1}
  - {id: TEK-2026-04, tittel: Måle støy, sektor: TEK, fra: 2025, loepende: true,
     oppgaver: [{id: TEK-2026-04.1, tittel: Lese av, fra: 2026-10, loepende: true}]}
  - {id: TEK-2026-05, tittel: Rydde lageret, sektor: TEK}
"""
VEDTAK = """\
vedtak:
  - {id: V-2026-01, tittel: Male broen, type: verbal, sektor: TEK, dato: 2026-01-15, loepende: true}
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small municipality in the folder that the command stands in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    folder.mkdir()
    files = {"kontakter": KONTAKTER, "oppdrag": OPPDRAG, "vedtak": VEDTAK}
    for name, text in {**files, "maal": "satsingsomraader: []\n"}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def ids(*words: str) -> list[str]:
    """The last part of the ids that a list has, in its order."""
    ended = styring("oppdrag", "list", *words, "--format", "json", "--dato", "2026-09-10")
    assert ended.status == 0, ended.err
    return [post["id"][-2:] for post in json.loads(ended.out)]


@pytest.mark.usefixtures("data")
def test_lists_tell_it_apart_and_sort_it_after_all_deadlines() -> None:
    """What nothing is said of comes last."""
    assert ids("--sorter", "frist") == ["03", "02", "04", "01", "05"]
    shown = styring("oppdrag", "list", "--kolonner", "id,frist", "--dato", "2026-09-10").out
    rows = dict(line.split(maxsplit=1) for line in shown.splitlines()[1:] if " " in line.strip())
    assert rows == {
        "TEK-2026-01": "løpende",
        "TEK-2026-02": "2026-H2 – 2028-06",
        "TEK-2026-03": "2026-H1",
        "TEK-2026-04": "løpende fra 2025",
    }


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    ("words", "right"),
    [
        (("--loepende",), ["01", "04"]),
        (("--forfalt",), ["03"]),
        (("--frist-innen", "2028"), ["02", "03"]),
        (("--frist-innen", "H1"), ["03"]),
        (("--frist-innen", "2028", "--loepende"), []),
    ],
)
def test_filters_know_it(words: tuple[str, ...], right: list[str]) -> None:
    """It is never overdue, and has no deadline within any time."""
    assert ids(*words) == right


def missing(day: str) -> list[str]:
    """What is asked about on a day."""
    ended = styring("rapport", "mangler", "--format", "json", "--dato", day)
    return [post["id"] for post in json.loads(ended.out)]


@pytest.mark.usefixtures("data")
def test_it_is_asked_about_in_every_round_once_it_has_begun() -> None:
    """What begins in the second half is not asked about in the first; nor an oppgave before it."""
    spring, autumn = missing("2026-05-10"), missing("2026-12-31")
    assert {"TEK-2026-01", "TEK-2026-04", "V-2026-01"} <= {*spring} & {*autumn}
    assert {"TEK-2026-02", "TEK-2026-04.1"} & {*spring} == set()
    assert {"TEK-2026-02", "TEK-2026-04.1"} <= {*autumn}


@pytest.mark.usefixtures("data")
def test_nobody_is_asked_when_it_is_done() -> None:
    """No finding, no question in the dialogue, and no option in the reminder."""
    report = ("--status", "under arbeid", "--kommentar", "Alle veier var åpne i hele perioden")
    ended = styring("status", "oppdater", "tek-1", *report, "--dato", "2026-09-10")
    assert ended.status == 0, ended.err
    assert "RAP009" not in styring("valider", "--dato", "2026-09-10").out
    note = styring("rapport", "notat", "--sektor", "TEK", "--dato", "2026-09-10").out
    assert "Når er «Holde veiene åpne» forventet ferdig" not in note
    assert "løpende fra 2025" in note
    assert "2. halvår 2026 – juni 2028" in note
    styring("rapport", "mangler", "--format", "epost", "--dato", "2026-09-10")
    (reminder,) = Path("purringer").iterdir()
    message = message_from_bytes(reminder.read_bytes(), policy=default)
    text = str(message.get_content())
    assert text.count("Fristen for arbeidet") == 2  # of five
    when = [line.split()[3] for line in text.splitlines() if " --forventet-ferdig " in line]
    assert when == ["TEK-2026-02", "TEK-2026-03", "TEK-2026-05"]


@pytest.mark.usefixtures("data")
def test_note_asks_about_what_should_have_begun() -> None:
    """Its time to begin is over, and it is said not to be started."""
    report = ("--status", "ikke startet", "--forventet-ferdig", "2028", "--kommentar", "Venter")
    styring("status", "oppdater", "tek-2", *report, "--dato", "2027-01-10")
    note = ("rapport", "notat", "--sektor", "TEK", "--dato")
    asked = "«Bygge broen» skulle begynne 2. halvår 2026. Hva venter det på?"
    assert asked in styring(*note, "2027-01-10").out
    assert asked not in styring(*note, "2026-12-31").out


@pytest.mark.usefixtures("data")
def test_calendar_has_no_day_for_it_and_says_how_long_the_rest_goes_on() -> None:
    """A deadline stands on its last day, with the whole of the time in its title."""
    calendar = styring("aarshjul", "list", "--format", "ics", "--dato", "2026-09-10").out
    titles = [line for line in calendar.replace("\r\n ", "").splitlines() if "Frist:" in line]
    assert titles == [
        "SUMMARY:Frist: TEK-2026-03 Asfaltere (1. halvår 2026)",
        "SUMMARY:Frist: TEK-2026-02 Bygge broen (2. halvår 2026 – juni 2028)",
    ]


def test_new_year_takes_it_along(data: Path) -> None:
    """With all that is said of it."""
    assert styring("nytt-aar", "2027", "--dato", "2027-01-05").status == 0
    moved = (data / "oppdrag/2027.yaml").read_text(encoding="utf-8")
    assert "loepende: true" in moved
    assert "fra: 2026-H2" in moved


def fields(data: Path, file: str) -> list[str]:
    """The lines that say when something goes on."""
    lines = (data / f"{file}.yaml").read_text(encoding="utf-8").splitlines()
    return [
        line.strip() for line in lines if line.strip().startswith(("fra:", "frist:", "loepende:"))
    ]


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("oppdrag", "ny", "Grave", "--sektor", "TEK"), "oppdrag"),
        (("vedtak", "ny", "Grave", "--type", "verbal", "--sektor", "TEK"), "vedtak"),
        (("oppdrag", "del-opp", "tek-5", "Grave"), "oppdrag"),
    ],
)
def test_commands_write_it(words: tuple[str, ...], file: str, data: Path) -> None:
    """A beginning and a deadline, or none."""
    time = ("--fra", "1. halvår 2026", "--frist", "H2", "--dato", "2026-02-01")
    ended = styring(*words, *time)
    assert ended.status == 0, ended.err
    text = (data / f"{file}.yaml").read_text(encoding="utf-8")
    assert "fra: 2026-H1" in text
    assert "frist: 2026-H2" in text
    assert styring(*words, "--loepende", "--dato", "2026-02-01").status == 0
    assert "loepende: true" in (data / f"{file}.yaml").read_text(encoding="utf-8").replace(text, "")
    refused = styring(*words, "--loepende", "--frist", "2026")
    assert (refused.status, "--loepende sier at det ikke har frist" in refused.err) == (2, True)


def test_deadline_takes_the_place_of_none_and_the_other_way_round(data: Path) -> None:
    """So that nobody has to take away what no longer holds; `angre` brings it back."""
    before = (data / "oppdrag.yaml").read_text(encoding="utf-8")
    ended = styring("oppdrag", "endre", "tek-1", "--frist", "2027-01-31")
    assert ended.out.startswith("TEK-2026-01 er endret: frist og loepende.")
    after = (data / "oppdrag.yaml").read_text(encoding="utf-8")
    assert "{id: TEK-2026-01, tittel: Holde veiene åpne, sektor: TEK, frist: 2027-01-31}" in after
    assert styring("oppdrag", "endre", "tek-3", "--loepende").status == 0
    assert "Asfaltere, sektor: TEK, loepende: true}" in (data / "oppdrag.yaml").read_text("utf-8")
    assert styring("oppdrag", "endre", "tek-3", "--fjern", "loepende").status == 0
    for _ in range(3):
        assert styring("angre").status == 0
    assert (data / "oppdrag.yaml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("said", ["ja", "'true'", "1", "", "[true]"])
def test_only_true_and_false_are_taken(said: str, data: Path) -> None:
    """With what to write; no word is guessed at."""
    text = OPPDRAG.replace("loepende: true}", f"loepende: {said}}}", 1)
    (data / "oppdrag.yaml").write_text(text, encoding="utf-8")
    found = styring("valider").out
    assert f"3:{73 if said else 63}: feil FELT003" in found
    assert "ja/nei-verdi (true/false)" in found
    assert "Skriv true for ja eller false for nei, uten anførselstegn." in found


def test_faults_are_found_in_oppgaver_and_vedtak_too(data: Path) -> None:
    """At their own places."""
    task = "oppgaver: [{id: V-2026-01.1, tittel: Skrape, fra: 2027, frist: 2026-H2}]"
    vedtak = VEDTAK.replace("loepende: true", f"loepende: true, frist: 2026, {task}")
    (data / "vedtak.yaml").write_text(vedtak, encoding="utf-8")
    ended = styring("valider", "--format", "json")
    found: list[dict[str, Any]] = json.loads(ended.out)
    assert [(one["kode"], one["melding"]) for one in found if one["kode"][:3] == "TID"] == [
        ("TID001", "det er løpende, men har fristen «2026»"),
        ("TID002", "«2027» er etter fristen «2026-H2»"),
    ]
