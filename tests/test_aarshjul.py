"""`styring aarshjul`: the list, the wheel, and the calendar read back by strict readers."""

import json
import re
import subprocess
import sys
import unicodedata
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import icalendar
import pytest
import yaml
from conftest import DATA, RIK, Run, in_format
from driver import Ended
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from yaml.cyaml import CBaseLoader

from styring.formats.skjerm import ROER, Skjerm
from styring.model.aarshjul import Spor
from styring.model.tid import Tidsrom, les_frist
from styring.tegn import ufarlig
from styring.views.hjul import Hjul, Innslag, Sporband
from styring.views.kalender import Kalender, Kalenderpost

DAY = "2024-05-15"
OM_RIK = ("--data", str(RIK), "--dato", DAY)
EVENT = (
    *("id", "tittel", "spor", "tid", "til", "kategori", "sektor", "unntatt", "kilde", "egne"),
    *("foerste_dag", "siste_dag"),
)
BY_TIME = (
    *("h9", "h2", "h8", "h4", "h7", "h14", "h12", "h6", "h13", "h11", "h1", "h3", "h15", "h10"),
    *("h5", "h16"),
)


def shown(ended: Ended) -> str:
    """What a command showed, when it had nothing to say beside it."""
    assert (ended.status, ended.err) == (0, "")
    return ended.out


def listed(run: Run, *words: str) -> list[Any]:
    """The events that are listed, as JSON has them."""
    found: list[Any] = json.loads(
        shown(run("aarshjul", "list", *OM_RIK, *words, "--format", "json"))
    )
    return found


def fails(ended: Ended) -> str:
    """What was said of wrong use."""
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("Feil: ")
    return ended.err


def written() -> list[dict[str, Any]]:
    """The events of the fictional data as another reader reads them, every scalar a text."""
    text = (RIK / "aarshjul.yaml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = yaml.load(text, Loader=CBaseLoader)["hendelser"]
    return found


# --- list -------------------------------------------------------------------------------------


def test_list_is_by_time_with_all_that_the_file_has(run: Run) -> None:
    """Every event once, by its first day, each field as it stands in the file."""
    found = listed(run)
    assert tuple(event["id"] for event in found) == BY_TIME
    assert {tuple(event) for event in found} == {EVENT}
    right = {event["id"]: event for event in written()}
    assert len(found) == len(right)
    for event in found:
        own = {key: value for key, value in event.items() if value and key not in EVENT[-2:]}
        assert own == right[event["id"]]
    assert all(a["foerste_dag"] <= b["foerste_dag"] for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("id_", "days"),
    [
        ("h1", ("2024-09-10", "2024-09-12")),
        ("h2", ("2024-01-01", "2024-04-30")),
        ("h3", ("2024-10-01", "2024-12-31")),
        ("h4", ("2024-02-07", "2024-02-07")),
        ("h7", ("2024-03-01", "2024-05-31")),
        ("h8", ("2024-01-01", "2024-12-31")),
        ("h10", ("2024-12-01", "2025-02-28")),
        ("h11", ("2024-07-01", "2024-07-31")),
    ],
)
def test_days_follow_from_the_time(id_: str, days: tuple[str, str], run: Run) -> None:
    """A day, a range, a month, a quarter, a tertial and a year have their first and last day."""
    (event,) = (event for event in listed(run) if event["id"] == id_)
    assert (event["foerste_dag"], event["siste_dag"]) == days


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--spor politisk", "h8 h4 h14 h6 h11 h1 h15 h5 h16"),
        ("--spor Administrativt", "h9 h2 h7 h12 h13 h3 h10"),
        ("--spor politisk --spor administrativ", " ".join(BY_TIME)),
        ("--kategori ØKONOMI", "h12 h1 h10"),
        ("--kategori oekonomi --kategori folk", "h7 h12 h13 h1 h10"),
        ("--sektor øko", "h12 h1 h10 h5"),
        ("--sektor byg --spor politisk", "h14"),
        ("--fra 2024-10", "h8 h3 h15 h10 h5 h16"),
        ("--fra 2025", "h10 h16"),
        ("--til 2023", "h9"),
        ("--fra 2024-06-02 --til 2024-06-02", "h8 h14 h13"),
        ("--fra 2024-06-03 --til 2024-06-03", "h8 h14"),
        ("--fra 2024-07 --til 2024-K3", "h8 h11 h1"),
        ("--neste 4", "h8 h7 h14 h13"),
        ("--neste 2 --spor politisk --kategori møter", "h5"),
        ("--neste 3 --fra 2024-11", "h8 h3 h10"),
        ("--sorter=-siste_dag --neste 3", "h8 h14 h7"),
        ("--sorter tittel --kategori møter", "h4 h6 h5"),
    ],
)
def test_filters_choose(words: str, expected: str, run: Run) -> None:
    """An event fits all filters, any of a filter's values, and days that it overlaps."""
    assert [event["id"] for event in listed(run, *words.split())] == expected.split()


def test_next_are_reckoned_from_the_day(run: Run) -> None:
    """What goes on or comes on the day of --dato counts, what was over the day before does not."""
    found = listed(run, "--neste", "99", "--dato", "2024-12-12")
    assert [event["id"] for event in found] == ["h8", "h3", "h10", "h16"]
    found = listed(run, "--neste", "99", "--dato", "2024-12-11")
    assert [event["id"] for event in found] == ["h8", "h3", "h10", "h5", "h16"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--spor politsk", "ukjent spor «politsk»\nMente du «politisk»?"),
        ("--kategori økonomien", "ingen kategori «økonomien»\nMente du «økonomi»?"),
        ("--sektor ØKA", "ingen sektor «ØKA»\nMente du «ØKO»?"),
        ("--fra vinter", "--fra: «vinter» er ikke en gyldig frist"),
        ("--fra 2024-05 --til 2024-04", "--til 2024-04 er før --fra 2024-05\nBytt om"),
        ("--neste 0", "--neste: «0» er ikke et helt tall over 0"),
        ("--neste -3", "--neste: «-3» er ikke et helt tall over 0"),
        ("--neste ²", "--neste: «²» er ikke et helt tall over 0"),
        ("--kolonner naar", "ingen kolonne «naar»"),
        ("--format isc", "formatet «isc» finnes ikke her\nMente du «ics»?"),
    ],
)
def test_wrong_use_has_a_way_out(words: str, said: str, run: Run) -> None:
    """A word that is none of those there are is answered with the nearest, or with the form."""
    assert said in fails(run("aarshjul", "list", *OM_RIK, *words.split()))


def test_nothing_fits_is_said(run: Run) -> None:
    """An empty list is no fault, and is said."""
    ended = run("aarshjul", "list", *OM_RIK, "--fra", "2030", "-f", "json")
    assert (ended.status, ended.out) == (0, "[]\n")
    assert ended.err == "Ingen hendelser passer med det du spurte etter.\n"


def test_spelled_as_people_spell_it(run: Run) -> None:
    """`årshjul` and `Årshjul` are `aarshjul`."""
    right = shown(run("aarshjul", "list", *OM_RIK))
    assert shown(run("årshjul", "list", *OM_RIK)) == right
    assert shown(run("A\u030arshjul", "list", *OM_RIK)) == right
    assert shown(run("årshjul", "vis", "--år", "2024", *OM_RIK)).startswith("Årshjul 2024")


@pytest.mark.parametrize(
    ("tid", "til", "text", "code"),
    [
        ("2024-09-10", None, "10.09.2024", "2024-09-10"),
        ("2024-09-10", "2024-09-10", "10.09.2024", "2024-09-10/2024-09-10"),
        ("2024-09-10", "2024-09-12", "10.–12.09.2024", "2024-09-10/2024-09-12"),
        ("2024-05-28", "2024-06-03", "28.05. – 03.06.2024", "2024-05-28/2024-06-03"),
        ("2023-12-28", "2024-01-03", "28.12.2023 – 03.01.2024", "2023-12-28/2024-01-03"),
        ("2024-09", None, "2024-09", "2024-09"),
        ("2024-K1", "2024-K2", "2024-K1 – 2024-K2", "2024-K1/2024-K2"),
        ("2024-03-04", "2024-05", "04.03.2024 – 2024-05", "2024-03-04/2024-05"),
        ("2024", None, "2024", "2024"),
    ],
)
def test_time_is_as_coarse_as_it_is_written(
    tid: str, til: str | None, text: str, code: str, run: Run, folder: Path
) -> None:
    """People read days as Norwegians write them and coarser times as they stand; CSV has codes."""
    with_end = f", til: {til}" if til else ""
    wheel(folder, f"{{id: h, tittel: t, spor: politisk, tid: {tid}{with_end}}}")
    table = shown(run("aarshjul", "list", "--data", str(folder)))
    assert table.splitlines()[1] == f"{text}  t         politisk"
    csv = shown(run("aarshjul", "list", "--data", str(folder), "-f", "csv"))
    assert csv.splitlines()[1] == f"{code};t;politisk;;"


# --- nothing there ----------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a sector, and with no oppdrag and no wheel."""
    (tmp_path / "kontakter.yaml").write_text("sektorer: [{kode: SOS, navn: Samfunn}]\n")
    (tmp_path / "maal.yaml").write_text("satsingsomraader: []\n")
    (tmp_path / "oppdrag.yaml").write_text("aar: 2024\noppdrag: []\n")
    return tmp_path


def wheel(folder: Path, *events: str) -> None:
    """Writes the events of a data folder."""
    lines = "".join(f"  - {event}\n" for event in events)
    (folder / "aarshjul.yaml").write_text(f"hendelser:\n{lines}", encoding="utf-8")


@pytest.mark.parametrize("command", ["list", "vis"])
def test_folder_without_a_wheel_is_told_how_to_begin(command: str, run: Run, folder: Path) -> None:
    """It is no fault; and what is shown, put in the file that is named, is valid and is listed."""
    om = ("--data", str(folder), "--dato", "2024-05-15")
    ended = run("aarshjul", command, *om)
    assert ended.status == 0
    first, empty, *form = ended.err.splitlines()
    assert first == f"Årshjulet er tomt. Begynn for eksempel slik, i {folder / 'aarshjul.yaml'}:"
    assert empty == ""
    text = "".join(f"{line.removeprefix('    ')}\n" for line in form)
    (folder / "aarshjul.yaml").write_text(text, encoding="utf-8")
    assert run("valider", *om, "--streng").status == 0
    assert "12.–13.09.2024" in shown(run("aarshjul", "list", *om))


def test_municipality_without_a_wheel_is_no_fault(run: Run) -> None:
    """Lørenskog's sources have none: nothing is made up, and machines get an empty list."""
    for command, empty in (("list", "[]\n"), ("vis", None)):
        ended = run("aarshjul", command, "--data", str(DATA), "-f", "json")
        assert ended.status == 0
        assert ended.err.startswith("Årshjulet er tomt.")
        assert empty in (None, ended.out)
    assert run("aarshjul", "vis", "--data", str(DATA)).out == ""


def test_broken_wheel_is_said_and_not_called_empty(run: Run, folder: Path) -> None:
    """Faults in the file are told as everywhere, and what can be read is shown."""
    wheel(folder, "{id: a, tittel: A, spor: politisk, tid: aldri}")
    ended = run("aarshjul", "list", "--data", str(folder))
    assert ended.status == 1
    assert "«aldri» er ikke en gyldig frist" in ended.err
    assert "tomt" not in ended.err
    wheel(
        folder,
        "{id: a, tittel: A, spor: politisk, tid: aldri}",
        "{id: b, tittel: Bra, spor: politisk, tid: 2024}",
    )
    for command in ("list", "vis"):
        ended = run("aarshjul", command, "--data", str(folder), "--dato", DAY)
        assert ended.status == 1
        assert "Bra" in ended.out


def test_end_before_the_beginning_is_shown_all_the_same(run: Run, folder: Path) -> None:
    """`valider` tells of it; the list, the wheel and the calendar show it where it begins."""
    wheel(folder, "{id: a, tittel: A, spor: politisk, tid: 2024-09-12, til: 2024-08-01}")
    om = ("--data", str(folder), "--dato", DAY)
    assert shown(run("aarshjul", "list", *om)).splitlines()[1].startswith("12.09. – 01.08.2024")
    assert "A" in shown(run("aarshjul", "vis", *om))
    (event,) = events(shown(run("aarshjul", "list", *om, "-f", "ics", "--uten-frister")))
    assert days(event) == (date(2024, 9, 12), date(2024, 9, 13))


# --- vis --------------------------------------------------------------------------------------

MONTHS = (
    *("jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov."),
    "des.",
)


def rows(text: str) -> dict[str, list[list[str]]]:
    """The lines of a wheel by month, each cut into the two tracks."""
    found: dict[str, list[list[str]]] = {}
    month = ""
    for line in text.splitlines():
        if "│" not in line or line.startswith("─") or "Politisk" in line:
            continue
        head, _, rest = line.partition("│")
        month = head.strip("▶ ") or month
        middle = text.splitlines()[-1].rindex(" │")
        left, right = rest[: middle - len(head) - 1], rest[middle - len(head) + 1 :]
        found.setdefault(month, []).append([left.strip(), right.strip()])
    return found


def test_wheel_has_every_month_with_each_track_in_its_place(run: Run) -> None:
    """An event stands in the month that it begins in, in its track's column with its sign."""
    found = rows(shown(run("aarshjul", "vis", *OM_RIK)))
    assert list(found) == ["året", *MONTHS]
    assert [cells[1] for cells in found["sep."]] == ["● 10.–12. Budsjettseminar på Åholmen"]
    assert [cells[1] for cells in found["juli"]] == ["● Sommerferie"]
    assert [cells[1] for cells in found["året"]] == ["● Året for åpne arkiver"]
    assert found["mai"][0] == [
        "│ ○ 2. Tall fra alle sektorer til vårrapporten",
        "│ ● 8. Øyrådet møtes",
    ]
    assert all("●" not in left and "○" not in right for r in found.values() for left, right in r)


def test_every_event_of_the_year_is_in_the_wheel_once(run: Run) -> None:
    """Also those that begin before the year or end after it; and no others."""
    for year in ("2023", "2024", "2025"):
        text = shown(run("aarshjul", "vis", *OM_RIK, "--aar", year))
        own = listed(run, "--fra", year, "--til", year)
        heading = next(line for line in text.splitlines() if "Politisk" in line)
        for track, sign in (("administrativ", "○"), ("politisk", "●")):
            assert heading.count(sign) == 1
            count = sum(event["spor"] == track for event in own)
            assert text.count(sign) == count + 1
        assert [event["tittel"] for event in own if event["tittel"] not in text] == []


def test_lasting_events_have_a_line_along_their_months(run: Run, folder: Path) -> None:
    """It begins where the title stands, goes on beside what else happens, and ends in its month."""
    wheel(
        folder,
        "{id: a, tittel: Runde, spor: administrativ, tid: 2024-T1}",
        "{id: b, tittel: Samtaler, spor: administrativ, tid: 2024-02, til: 2024-03}",
        "{id: c, tittel: Møte, spor: administrativ, tid: 2024-02-14}",
        "{id: d, tittel: Neste, spor: administrativ, tid: 2024-K2}",
        "{id: e, tittel: Inn, spor: politisk, tid: 2023-12-20, til: 2024-02-10}",
        "{id: f, tittel: Ut, spor: politisk, tid: 2024-11, til: 2025-01}",
    )
    text = shown(run("aarshjul", "vis", "--data", str(folder), "--dato", "2024-02-01"))
    assert (
        text
        == """\
Årshjul 2024
▶ i dag, 1. februar 2024

       │ ○ Administrativt          │ ● Politisk
───────┼───────────────────────────┼──────────────────────────────
  jan. │ ┌───○ 1. tertial: Runde   │ ├─● 20.12.2023–10.2.2024: Inn
▶ feb. │ │ ┌─○ feb.–mars: Samtaler │ │
       │ │ │ ○ 14. Møte            │ └
  mars │ │ └                       │
───────┼─│─────────────────────────┼──────────────────────────────
  apr. │ └ ┌─○ 2. kvartal: Neste   │
  mai  │   │                       │
  juni │   └                       │
───────┼───────────────────────────┼──────────────────────────────
  juli │                           │
  aug. │                           │
  sep. │                           │
───────┼───────────────────────────┼──────────────────────────────
  okt. │                           │
  nov. │                           │ ┌─● nov. 2024–jan. 2025: Ut
  des. │                           │ ↓
"""
    )


def test_month_of_the_day_is_marked_in_its_own_year_only(run: Run) -> None:
    """The mark is a sign, and stands in the year of --dato."""
    lines = shown(run("aarshjul", "vis", *OM_RIK)).splitlines()
    assert [line[:7] for line in lines if line.startswith("▶")] == ["▶ i dag", "▶ mai  "]
    assert "▶" not in shown(run("aarshjul", "vis", *OM_RIK, "--aar", "2025"))


def test_colours_stay_on_what_they_are_for() -> None:
    """The present month is marked and not its events; each track has its own; no text is lost."""
    bands = tuple(
        Sporband(
            track,
            (
                Innslag("Møte", Tidsrom(les_frist("2024-05-08")), 5, 5, False, False),
                Innslag("Høring", Tidsrom(les_frist("2024-K2")), 4, 6, False, False),
            ),
        )
        for track in Spor
    )
    shape = Hjul(2024, "Lillevik", date(2024, 5, 15), bands, list)
    coloured = in_format(shape, "tabell", Skjerm(80, farge=True))
    plain = in_format(shape, "tabell", Skjerm(80))
    bare = "".join(f"{SGR.sub('', line).rstrip()}\n" for line in coloured.splitlines())
    assert bare == plain
    assert re.findall("\x1b\\[[0-9;]*7m(.*?)\x1b", coloured) == ["▶ mai"]
    assert re.findall("\x1b\\[36m(.*?)\x1b", coloured).count("│ ○ ") == 1
    assert re.findall("\x1b\\[35m(.*?)\x1b", coloured).count("│ ● ") == 1
    assert coloured.count("\x1b[0m8. Møte") == 2


@pytest.mark.parametrize(
    ("day", "year"), [("2023-01-01", 2023), ("2024-07-01", 2024), ("2026-01-01", 2025)]
)
def test_year_is_that_of_the_day_else_the_newest(day: str, year: int, run: Run) -> None:
    """The year of --dato when anything happens in it, otherwise the newest that has events."""
    text = shown(run("aarshjul", "vis", "--data", str(RIK), "--dato", day))
    assert text.startswith(f"Årshjul {year}  Åsgårdsvik")


def test_year_without_events_is_said(run: Run) -> None:
    """And which years have some; what is no year is wrong use."""
    ended = run("aarshjul", "vis", *OM_RIK, "--aar", "2019")
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == "Ingen hendelser i 2019. Årshjulet har hendelser i 2023, 2024 og 2025.\n"
    for wrong in ("i fjor", "24", "99999", "٢٠٢٤"):
        assert "er ikke et årstall" in fails(run("aarshjul", "vis", *OM_RIK, "--aar", wrong))


def test_wheel_as_json_is_a_contract(run: Run) -> None:
    """Twelve months with the ids of each track, and the events whole."""
    found = json.loads(shown(run("aarshjul", "vis", *OM_RIK, "-f", "json")))
    assert list(found) == ["aar", "maaneder", "hendelser"]
    assert found["aar"] == 2024
    months = [month["maaned"] for month in found["maaneder"]]
    assert months == [f"2024-{number:02}" for number in range(1, 13)]
    assert {tuple(month) for month in found["maaneder"]} == {
        ("maaned", "administrativ", "politisk")
    }
    assert found["maaneder"][4] == {
        "maaned": "2024-05",
        "administrativ": ["h7", "h12", "h13"],
        "politisk": ["h8", "h14", "h6"],
    }
    assert found["hendelser"] == listed(run, "--fra", "2024", "--til", "2024")
    text = shown(run("aarshjul", "vis", *OM_RIK, "-f", "yaml"))
    assert yaml.safe_load(text)["maaneder"] == found["maaneder"]


# --- the calendar -----------------------------------------------------------------------------

SGR = re.compile(r"\x1b\[[0-9;]*m")
NAME = re.compile(r"[A-Z0-9-]+(?:;[A-Z0-9-]+=[A-Z0-9-]+)*")
UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
DATE = re.compile(r"[0-9]{8}")
EVENT_LINES = {
    "SUMMARY": 1,
    "DTSTART;VALUE=DATE": 1,
    "DTEND;VALUE=DATE": (0, 1),
    "DTSTAMP": 1,
    "LAST-MODIFIED": 1,
    "SEQUENCE": 1,
    "UID": 1,
    "CATEGORIES": 1,
    "DESCRIPTION": (0, 1),
    "TRANSP": 1,
}


def content_lines(text: str) -> list[tuple[str, str]]:
    """The names and values of a calendar by the rules of RFC 5545 §3.1, unfolded."""
    raw = text.encode("utf-8")
    assert raw.endswith(b"\r\n")
    lines: list[bytes] = []
    for line in raw.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(line) <= 75, line
        assert re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line) is None, line
        line.decode("utf-8")  # folding has not cut a letter in two
        if line.startswith((b" ", b"\t")):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    found = [line.decode("utf-8").partition(":") for line in lines]
    for name, colon, _ in found:
        assert colon
        assert NAME.fullmatch(name), name
    return [(name, value) for name, _, value in found]


def parsed_text(value: str) -> list[str]:
    """The texts of a value by RFC 5545 §3.3.11, in which nothing but text stands unescaped."""
    parts = [""]
    position = 0
    while position < len(value):
        letter = value[position]
        if letter == "\\":
            position += 1
            parts[-1] += {"\\": "\\", ";": ";", ",": ",", "n": "\n", "N": "\n"}[value[position]]
        elif letter == ",":
            parts.append("")
        else:
            assert letter != ";"
            parts[-1] += letter
        position += 1
    return parts


def events(text: str) -> list[dict[str, str]]:
    """The events of a calendar, which keeps every rule of RFC 5545 for what we write."""
    lines = content_lines(text)
    assert lines[0] == ("BEGIN", "VCALENDAR")
    assert lines[-1] == ("END", "VCALENDAR")
    head = []
    rest = iter(lines[1:-1])
    found: list[dict[str, str]] = []
    for name, value in rest:
        if (name, value) != ("BEGIN", "VEVENT"):
            assert not found, "a property behind the components"
            head.append(name)
            continue
        own: list[tuple[str, str]] = []
        for line in rest:
            if line == ("END", "VEVENT"):
                break
            own.append(line)
        assert len({name for name, _ in own}) == len(own)
        found.append(dict(own))
    assert sorted(head) == ["CALSCALE", "PRODID", "VERSION", "X-WR-CALNAME"]
    assert ("VERSION", "2.0") in lines
    for event in found:
        assert event.keys() <= EVENT_LINES.keys()
        assert {name for name, times in EVENT_LINES.items() if times == 1} <= event.keys()
        assert UID.fullmatch(event["UID"])
        assert re.fullmatch("[0-9]{8}T000000Z", event["DTSTAMP"])
        assert event["LAST-MODIFIED"] == event["DTSTAMP"]
        assert re.fullmatch("[0-9]+", event["SEQUENCE"])
        assert event["TRANSP"] == "TRANSPARENT"
        first, end = days(event)
        assert first < end or "DTEND;VALUE=DATE" not in event
        assert len(parsed_text(event["SUMMARY"])) == 1
        assert len(parsed_text(event.get("DESCRIPTION", ""))) == 1
    assert len({event["UID"] for event in found}) == len(found)
    return found


def days(event: dict[str, str]) -> tuple[date, date]:
    """The first day of an event, and the day after its last."""
    first = a_day(event["DTSTART;VALUE=DATE"])
    if (end := event.get("DTEND;VALUE=DATE")) is not None:
        return first, a_day(end)
    assert first.year == date.max.year, "only the last day of all has no day after it"
    return first, first


def a_day(value: str) -> date:
    """The day that a value of RFC 5545 §3.3.4 is."""
    assert DATE.fullmatch(value)
    return date(int(value[:4]), int(value[4:6]), int(value[6:]))


def read_back(text: str) -> list[Any]:
    """The events of a calendar as icalendar reads it, without an error."""
    read: Any = icalendar.Calendar.from_ical(text)
    found = read.walk("VEVENT")
    assert [part.errors for part in (read, *found)] == [[] for _ in (read, *found)]
    return list(found)


def summaries(text: str) -> list[str]:
    """The titles of a calendar."""
    return [parsed_text(event["SUMMARY"])[0] for event in events(text)]


def calendar(run: Run, *words: str) -> str:
    """What is shown as a calendar, of a folder where one oppdrag is kept from the public."""
    ended = run("aarshjul", "list", *OM_RIK, *words, "--format", "ics")
    kept = "Ikke med, fordi det er unntatt offentlighet: 1 oppdrag.\n"
    assert (ended.status, ended.err) in ((0, ""), (0, kept))
    return ended.out


COARSE = {
    "h2": ("2024-01-01", "Styringsdialoger (1. tertial 2024)"),
    "h3": ("2024-10-01", "Økonomiplanen legges fram (4. kvartal 2024)"),
    "h7": ("2024-03-01", "Medarbeidersamtaler (mars – mai 2024)"),
    "h8": ("2024-01-01", "Året for åpne arkiver (2024)"),
    "h9": ("2023-11-20", "Fergen ligger i opplag (20. november 2023 – 3. februar 2024)"),
    "h10": ("2024-12-01", "Årsrapporten skrives (desember 2024 – februar 2025)"),
    "h14": ("2024-04-01", "Høring av arealplanen (2. kvartal 2024)"),
}


def test_calendar_holds_the_events_of_the_data(run: Run) -> None:
    """Each on its days, what is longer than a month on its first with the time in the title."""
    text = calendar(run, "--uten-frister")
    right = []
    for event in listed(run):
        if event["id"] in COARSE:
            first, title = COARSE[event["id"]]
            last = first
        else:
            first, last, title = event["foerste_dag"], event["siste_dag"], event["tittel"]
        end = date.fromisoformat(last) + timedelta(days=1)
        track = {"administrativ": "Administrativt", "politisk": "Politisk"}[event["spor"]]
        categories = [track, *filter(None, [event["kategori"]])]
        right.append((title, date.fromisoformat(first), end, categories))
    ours = [
        (parsed_text(e["SUMMARY"])[0], *days(e), parsed_text(e["CATEGORIES"])) for e in events(text)
    ]
    assert ours == right
    found = read_back(text)
    assert [
        (
            str(event["SUMMARY"]),
            event.decoded("DTSTART"),
            event.decoded("DTEND"),
            [str(category) for category in event["CATEGORIES"].cats],
        )
        for event in found
    ] == right
    assert {event.decoded("DTSTAMP") for event in found} == {datetime(2024, 5, 15, tzinfo=UTC)}
    assert str(found[10]["DESCRIPTION"]) == (
        "Sektor: Økonomi og æresbevisninger (ØKO)\nKilde: Oppdiktet møteplan"
    )


def test_calendar_has_the_deadlines(run: Run) -> None:
    """Of the oppdrag that are open and public, on their last day; and of the reporting rounds."""
    with_them = events(calendar(run))
    own = {event["UID"] for event in events(calendar(run, "--uten-frister"))}
    found = {
        parsed_text(event["SUMMARY"])[0]: days(event)[0].isoformat()
        for event in with_them
        if event["UID"] not in own
    }
    assert len(with_them) == len(own) + len(found)
    hostile = '=1+1 [red]rødt[/red] a|b `c` **d** <script>alert("æ")</script>'
    assert found == {
        "Frist: ØKO-2024-01 Ærlige tall i årsrapporten": "2024-04-30",
        "Frist: ØKO-2024-02 Åtte øre i overskudd (mai 2024)": "2024-05-31",
        "Frist: ÆLD-2024-01 Eldre lærer yngre å knyte (2. tertial 2024)": "2024-08-31",
        f"Frist: BYG-2024-01 {hostile} (3. kvartal 2024)": "2024-09-30",
        "Statusdato: Vårrapport 2023": "2023-04-30",
        "Rapportfrist: Vårrapport 2023": "2023-05-10",
        "Statusdato: Høstrapport 2023": "2023-09-30",
        "Rapportfrist: Høstrapport 2023": "2023-10-10",
        "Statusdato: Årsrapport 2023": "2023-12-31",
        "Statusdato: Vårrapport 2024": "2024-04-30",
        "Rapportfrist: Vårrapport 2024": "2024-05-10",
        "Statusdato: Høstrapport 2024": "2024-09-30",
        "Rapportfrist: Høstrapport 2024": "2024-10-10",
        "Statusdato: Årsrapport 2024": "2024-12-31",
    }


def test_what_is_not_public_is_not_in_the_calendar(run: Run, folder: Path) -> None:
    """An oppdrag that is `unntatt` leaves no trace in it; neither does any person."""
    text = calendar(run)
    assert "BYG-2023-01" not in text
    for secret in ("offl", "Åpne brua", "Ødegårdsvik", "asgaardsvik.example", "aseode"):
        assert secret not in text.replace("\r\n ", "")
    oppdrag = "{id: SOS-2024-01, tittel: Åpent, sektor: SOS, frist: 2024-06-01%s}"
    for more, expected in (("", 1), (", unntatt: {hjemmel: offl. § 15}", 0)):
        (folder / "oppdrag.yaml").write_text(
            f"aar: 2024\noppdrag:\n  - {oppdrag % more}\n", encoding="utf-8"
        )
        ended = run("aarshjul", "list", "--data", str(folder), "-f", "ics")
        assert ended.out.count("SOS-2024-01") == expected
        assert ("unntatt offentlighet: 1 oppdrag.\n" in ended.err) == (not expected)


def test_deadline_after_new_year_belongs_to_the_round_of_the_old(run: Run, folder: Path) -> None:
    """A round per 31.12. that is due 31.1. is due in the next year."""
    (folder / "kommune.yaml").write_text(
        'perioder: [{kode: AAR, navn: Årsrapport, per: "31.12.", frist: "31.1."}]\n',
        encoding="utf-8",
    )
    ended = run("aarshjul", "list", "--data", str(folder), "-f", "ics")
    found = {parsed_text(e["SUMMARY"])[0]: days(e)[0] for e in events(ended.out)}
    assert found == {
        "Statusdato: Årsrapport 2024": date(2024, 12, 31),
        "Rapportfrist: Årsrapport 2024": date(2025, 1, 31),
    }


@pytest.mark.parametrize(
    ("words", "oppdrag", "rounds"),
    [
        ("", 4, 10),
        ("--sektor ØKO", 2, 10),
        ("--fra 2024-06", 2, 3),
        ("--fra 2024-05-31 --til 2024-05-31", 1, 0),
        ("--spor politisk", 0, 0),
        ("--kategori økonomi", 0, 0),
        ("--neste 3", 0, 0),
    ],
)
def test_filters_hold_for_deadlines_too(words: str, oppdrag: int, rounds: int, run: Run) -> None:
    """Days and sectors choose among them; a track, a category or «the next» has none."""
    text = calendar(run, *words.split())
    found = summaries(text)
    assert sum(title.startswith("Frist: ") for title in found) == oppdrag
    assert sum(title.startswith(("Statusdato: ", "Rapportfrist: ")) for title in found) == rounds
    own = listed(run, *words.split())
    assert len(found) == oppdrag + rounds + len(own)


def test_same_data_and_day_give_the_same_bytes(run: Run) -> None:
    """The clock is not asked; another day changes its stamps and its number, and no UID."""
    text = calendar(run)
    assert calendar(run) == text
    words = ("aarshjul", "list", "--data", str(RIK), "--dato", "2025-01-02", "-f", "ics")
    later = run(*words).out
    of_the_day = text.replace("20240515T000000Z", "20250102T000000Z")
    assert later == of_the_day.replace("SEQUENCE:8901", "SEQUENCE:9133")


def test_event_that_has_moved_takes_the_place_of_the_old(run: Run, folder: Path) -> None:
    """The same UID with a higher number and a later change, which is what calendars go by."""

    def event(time: str, day: str) -> Any:
        wheel(folder, f"{{id: a, tittel: Møte, spor: politisk, tid: {time}}}")
        words = ("--data", str(folder), "-f", "ics", "--uten-frister", "--dato", day)
        (found,) = read_back(run("aarshjul", "list", *words).out)
        return found

    old, new = event("2026-09-16", "2026-08-01"), event("2026-09-23", "2026-08-10")
    assert (old["UID"], old.decoded("DTSTART")) == (new["UID"], date(2026, 9, 16))
    assert new.decoded("DTSTART") == date(2026, 9, 23)
    assert new.decoded("SEQUENCE") == old.decoded("SEQUENCE") + 9
    assert new.decoded("LAST-MODIFIED") == datetime(2026, 8, 10, tzinfo=UTC)
    assert event("2026-09-16", "1999-12-31").decoded("SEQUENCE") == 0


def test_uid_follows_the_id_and_the_municipality(run: Run, folder: Path) -> None:
    """A new title, time or order leaves it; another id or municipality has another."""

    def uids(*written: str, name: str = "Lillevik") -> list[str]:
        (folder / "kommune.yaml").write_text(f"navn: {name}\n", encoding="utf-8")
        wheel(folder, *(f"{{{event}, spor: politisk}}" for event in written))
        ended = run("aarshjul", "list", "--data", str(folder), "-f", "ics", "--uten-frister")
        return [event["UID"] for event in events(ended.out)]

    first, second = uids("id: a, tittel: A, tid: 2024-01", "id: b, tittel: B, tid: 2024-02")
    moved = uids("id: b, tittel: X, tid: 2025-01-02", "id: A, tittel: Y, tid: 2026-K1")
    assert moved == [second, first]
    assert first == "58866f55-0d79-5fd0-a1b2-7736a0338253"
    elsewhere = uids("id: a, tittel: A, tid: 2024-01", name="Storevik")
    assert elsewhere != [first]
    assert len(set(uids("id: a, tittel: A, tid: 2024", "id: a, tittel: A, tid: 2024"))) == 2


def test_calendar_with_nothing_in_it_is_still_a_calendar(run: Run) -> None:
    """Whoever has subscribed to it gets an empty one, and the reason is said."""
    ended = run("aarshjul", "list", *OM_RIK, "--fra", "2030", "-f", "ics")
    assert ended.status == 0
    assert "Ingen hendelser" in ended.err
    assert events(ended.out) == []


FRAGMENTS = (
    *("\\N", "\\n", "\\\\N", "C:\\Nytt", "\\", "\\;", ";", ",", ":", '"', "a,b;c", "^n", "%2C"),
    *("\n", "\r\n", "\r", "\t", "\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e"),
    *("BEGIN:VEVENT", "\r\nEND:VEVENT\r\n", "\nSUMMARY:x", "æøå" * 40, "é" * 37, "\U0001f600" * 20),
    *("e\u0301" * 60, " ", "  x", "表" * 50, "\ufeff", "[red]", "x" * 75, "ord " * 40, ""),
)
TEXT = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.text(st.characters(exclude_categories=["Cs"]))),
    max_size=4,
).map("".join)
DAYS = st.one_of(
    st.dates(date(1000, 1, 1)),
    st.sampled_from(
        [date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 29), date(9999, 12, 30), date.max]
    ),
)
SOME = settings(max_examples=150, deadline=None)


@SOME
@given(TEXT, TEXT, st.lists(TEXT, min_size=1, max_size=3), st.lists(TEXT, max_size=3), DAYS)
@example("".join(FRAGMENTS), "".join(FRAGMENTS), list(FRAGMENTS), list(FRAGMENTS), date.max)
@example("A", "\\N", ["\\N"], ["\\N"], date(2024, 12, 31))
def test_every_text_comes_back_from_a_calendar(
    name: str, title: str, categories: list[str], lines: list[str], day: date
) -> None:
    """Whatever the texts hold, both readers get them as text, and no rule is broken."""
    entry = Kalenderpost(("x",), day, day, title, None, tuple(categories), tuple(lines))
    other = entry._replace(noekkel=("y",), tittel="Den andre")
    text = in_format(Kalender(name, date(2024, 5, 15), (entry, other)), "ics", ROER)
    first, second = events(text)
    assert parsed_text(first["SUMMARY"]) == [ufarlig(title)]
    assert parsed_text(first["CATEGORIES"]) == [ufarlig(category) for category in categories]
    assert parsed_text(first.get("DESCRIPTION", "")) == ["\n".join(map(ufarlig, lines))]
    assert parsed_text(second["SUMMARY"]) == ["Den andre"]
    one, two = read_back(text)
    assert str(one["SUMMARY"]) == ufarlig(title)
    assert [str(category) for category in one["CATEGORIES"].cats] == list(map(ufarlig, categories))
    assert one.decoded("DTSTART") == day
    assert str(two["SUMMARY"]) == "Den andre"


@SOME
@given(DAYS, st.integers(0, 40))
def test_end_is_the_day_after_the_last(first: date, more: int) -> None:
    """Over the end of months and years; nothing is written that no calendar reaches."""
    last = first + timedelta(days=min(more, (date.max - first).days))
    entry = Kalenderpost(("x",), first, last, "T", None, ("K",))
    text = in_format(Kalender(None, first, (entry,)), "ics", ROER)
    lines = dict(content_lines(text))
    assert lines["DTSTART;VALUE=DATE"] == f"{first:%Y%m%d}".zfill(8)
    if last < date.max:
        assert lines["DTEND;VALUE=DATE"] == (last + timedelta(days=1)).isoformat().replace("-", "")
    else:
        assert "DTEND;VALUE=DATE" not in lines


@pytest.mark.parametrize("time", ["9999", "9999-12-31", "9999-T3", "1000", "1000-01-01"])
def test_first_and_last_years_are_shown(time: str, run: Run, folder: Path) -> None:
    """The ends of the calendar are no end of the program."""
    wheel(folder, f"{{id: a, tittel: Langt unna, spor: politisk, tid: {time}}}")
    (folder / "oppdrag.yaml").write_text("aar: 9999\noppdrag: []\n")
    (folder / "kommune.yaml").write_text(
        'perioder: [{kode: AAR, navn: Årsrapport, per: "31.12.", frist: "31.1."}]\n',
        encoding="utf-8",
    )
    om = ("--data", str(folder), "--dato", DAY)
    for words in ("list", "vis", "vis -f json", "list -f ics"):
        assert "Langt unna" in shown(run("aarshjul", *words.split(), *om))


def test_icalendar_is_loaded_for_calendars_alone() -> None:
    """Who lists or looks does not wait for the library of calendars."""
    code = """
import sys
from styring.app import main
sys.argv = ["styring", *sys.argv[1:]]
try:
    main()
finally:
    sys.stderr.write(str("icalendar" in sys.modules))
"""
    for words, is_loaded in (("list", "False"), ("vis", "False"), ("list -f ics", "True")):
        ended = subprocess.run(
            [sys.executable, "-c", code, "aarshjul", *words.split(), *OM_RIK],
            capture_output=True,
            check=True,
        )
        assert ended.stderr.decode().endswith(is_loaded)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("list --spor", ["administrativt\tadministrativt", "politisk\tpolitisk"]),
        ("list --kategori", ["folk", "møter", "økonomi"]),
        ("list --format", ["csv", "ics", "json", "markdown", "tabell", "yaml"]),
        ("vis --format", ["json", "tabell", "yaml"]),
        ("vis --aar", ["2023", "2024", "2025"]),
    ],
)
def test_tab_offers_what_there_is(
    words: str, offered: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tracks, the categories and years in use, and the formats of a list and of a wheel."""
    monkeypatch.setenv("_STYRING_COMPLETE", "complete_styring")
    typed = ["aarshjul", *words.split(), ""]
    monkeypatch.setenv("_STYRING_ORD", "\x1f".join(["--data", str(RIK), *typed]))
    lines = [line.rstrip("\t") for line in shown(run()).splitlines()]
    assert [line for line in lines if line] == offered


# --- hostile text in the wheel ----------------------------------------------------------------


@st.composite
def entries(draw: st.DrawFn) -> Innslag:
    """An event of the year 2024 with any title."""
    if draw(st.booleans()):
        month = draw(st.integers(1, 12))
        time = Tidsrom(les_frist(f"2024-{month:02}"))
        return Innslag(draw(TEXT), time, month, month, begynner_foer=False, slutter_etter=False)
    first = draw(st.dates(date(2023, 10, 1), date(2024, 12, 31)))
    last = draw(st.dates(max(first, date(2024, 1, 1)), date(2025, 3, 1)))
    year = date(2024, 1, 1), date(2024, 12, 31)
    return Innslag(
        draw(TEXT),
        Tidsrom(les_frist(first.isoformat()), les_frist(last.isoformat())),
        max(first, year[0]).month,
        min(last, year[1]).month,
        first < year[0],
        last > year[1],
    )


@SOME
@given(
    st.lists(entries(), max_size=6), st.lists(entries(), max_size=6), st.sampled_from([40, 60, 80])
)
def test_no_text_can_act_or_break_out_of_the_wheel(
    ours: list[Innslag], theirs: list[Innslag], width: int
) -> None:
    """Any events at any width: twelve months, no line too wide, no control, every sign in place."""
    bands = (Sporband(Spor.ADMINISTRATIV, tuple(ours)), Sporband(Spor.POLITISK, tuple(theirs)))
    shape = Hjul(2024, "Å\x1b[31m", date(2024, 5, 15), bands, list)
    for screen in (ROER, Skjerm(width)):
        text = in_format(shape, "tabell", screen)
        if not ours and not theirs:
            assert text == ""
            continue
        assert [c for c in text if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"] == []
        lines = text.splitlines()
        assert screen.bredde is None or max(map(cell_len, lines)) <= screen.bredde
        months = [line[2:6].strip() for line in lines if re.match("[▶ ] [a-zå]+[. ]", line)]
        assert [month for month in months if month in MONTHS] == list(MONTHS)
        titles = "".join(entry.tittel for entry in (*ours, *theirs))
        for sign, band in (("○", ours), ("●", theirs)):
            if sign not in titles:
                assert text.count(sign) == len(band) + 1
