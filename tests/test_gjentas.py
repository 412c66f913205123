"""Events that come back: in lists and in the wheel each time, in the calendar as one entry."""

import calendar as python_calendar
import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from aarshjulet import empty_folder
from dateutil.rrule import rruleset, rrulestr  # type: ignore[import-untyped]
from driver import styring
from hypothesis import given
from hypothesis import strategies as st

from styring.model.aarshjul import Gjentakelse, Hendelse, Spor
from styring.model.gjentakelse import MAANEDER, forekomster
from styring.model.tid import les_frist


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a sector, and with no oppdrag and no wheel."""
    return empty_folder(tmp_path)


def write(folder: Path, *events: str) -> None:
    """Puts events into the wheel, each by its fields."""
    rows = (
        f"  - {{id: h{number}, tittel: Møte {number}, spor: administrativ, {fields}}}\n"
        for number, fields in enumerate(events, 1)
    )
    text = "hendelser:\n" + "".join(rows)
    (folder / "aarshjul.yaml").write_text(text, encoding="utf-8")


def times(folder: Path, *words: str, day: str = "2024-03-01") -> list[str]:
    """When the events that are listed are, as files have it."""
    where = ("--data", str(folder), "--dato", day, "--format", "json")
    ended = styring("aarshjul", "list", *where, *words)
    assert ended.status == 0, ended.err
    return [
        f"{event['tid']}/{event['til']}" if event["til"] else event["tid"]
        for event in json.loads(ended.out)
    ]


MONTHS = [f"2024-{month:02}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ("tid: 2024-01, gjentas: maaned", MONTHS),
        # «ultimo»: the last day of each month.
        ("tid: 2024-01-31, gjentas: kvartal",
         ["2024-01-31", "2024-04-30", "2024-07-31", "2024-10-31"]),
        ("tid: 2023-02-28, gjentas: aar", ["2024-02-29"]),
        # What a month has no day for is on its last.
        ("tid: 2024-01-30, gjentas: maaned, gjentas_til: 2024-04",
         ["2024-01-30", "2024-02-29", "2024-03-30", "2024-04-30"]),
        ("tid: 2023-T1, gjentas: tertial", ["2024-T1", "2024-T2", "2024-T3"]),
        ("tid: 2020-H1, gjentas: aar", ["2024-H1"]),
        ("tid: 2022-K2, gjentas: kvartal, unntak: [2024-K2, 2023]",
         ["2024-K1", "2024-K3", "2024-K4"]),
        ("tid: 2024-01-25, til: 2024-01-31, gjentas: tertial",
         ["2024-01-25/2024-01-31", "2024-05-25/2024-05-31", "2024-09-25/2024-09-30"]),
        ("tid: 2023-12-15, til: 2024-01-15, gjentas: aar",
         ["2023-12-15/2024-01-15", "2024-12-15/2025-01-15"]),
        ("tid: 2023-01-10, gjentas: maaned, gjentas_til: 2024-02-09", ["2024-01-10"]),
        ("tid: 2024-01-10, gjentas: maaned, unntak: [2024-07, 2024-K4, 2024-02-10]",
         [f"2024-{month:02}-10" for month in (1, 3, 4, 5, 6, 8, 9)]),
        ("tid: 2024-K1, gjentas: maaned", ["2024-K1"]),
    ],
)  # fmt: skip
def test_it_is_listed_each_time_in_the_year(fields: str, right: list[str], folder: Path) -> None:
    """With nothing asked for, that of the day."""
    write(folder, fields)
    assert times(folder) == right


def test_list_is_bounded_whatever_is_asked_for(folder: Path) -> None:
    """What has no end is within a year, the days asked for, or those till the next year is over."""
    write(folder, "tid: 2000-01-10, gjentas: maaned", "tid: 1990-05-05")
    assert len(times(folder)) == 1 + 12
    assert len(times(folder, "--fra", "2024-11-01")) == 2
    assert times(folder, "--fra", "2030-11-11") == ["2030-12-10"]
    assert len(times(folder, "--til", "2001-02-28")) == 1 + 2
    assert times(folder, "--neste", "3", day="2024-11-11") == [
        "2024-12-10",
        "2025-01-10",
        "2025-02-10",
    ]
    assert times(folder, "--fra", "9999-11-30") == ["9999-12-10"]
    ended = styring("aarshjul", "list", "--data", str(folder), "--dato", "2024-03-01")
    assert "Det som gjentas, er vist for 2024. Velg tiden med --fra og --til." in ended.err


def test_what_is_over_is_listed_in_the_last_year_that_it_was_in(folder: Path) -> None:
    """As what happens once is."""
    write(folder, "tid: 2020-11-10, gjentas: maaned, gjentas_til: 2021-02")
    assert times(folder) == ["2021-01-10", "2021-02-10"]


def test_wheel_has_it_in_each_month(folder: Path) -> None:
    """And machines find its id there."""
    write(folder, "tid: 2023-12-31, gjentas: maaned, unntak: [2024-07]")
    where = ("--data", str(folder), "--dato", "2024-03-01", "--aar", "2024")
    ended = styring("aarshjul", "vis", *where)
    assert ended.out.count("Møte 1") == 11
    assert "29. Møte 1" in ended.out
    months = json.loads(styring("aarshjul", "vis", *where, "--format", "json").out)["maaneder"]
    assert [month["administrativ"] for month in months] == [["h1"]] * 6 + [[]] + [["h1"]] * 5


def test_words_and_people_are_shown(folder: Path) -> None:
    """How often, by whom and to whom; the calendar, which is for all, names nobody."""
    contacts = folder / "kontakter.yaml"
    person = "kontakter: [{id: kari, navn: Kari Nordmann}]\n"
    text = re.sub(r"^kontakter:.*\n", "", contacts.read_text(encoding="utf-8"), flags=re.MULTILINE)
    contacts.write_text(text + person, encoding="utf-8")
    more = "ansvarlig: kari, organ: Ledergruppen"
    write(folder, f"tid: 2024-01-31, gjentas: maaned, gjentas_til: 2024, {more}")
    where = ("--data", str(folder), "--dato", "2024-03-01")
    columns = ("--kolonner", "tid,gjentas,gjentas_til,organ,ansvarlig", "--til", "2024-01-31")
    ended = styring("aarshjul", "list", *where, *columns, "--format", "csv")
    assert ended.out.splitlines()[1] == "2024-01-31;maaned;2024;Ledergruppen;Kari Nordmann"
    shown = styring("aarshjul", "list", *where, "--format", "ics").out
    assert "Organ: Ledergruppen" in shown
    assert "kari" not in shown.lower()
    assert styring("valider", str(folder)).status == 0


# --- against a reckoning of its own -----------------------------------------------------------

STARTS = st.dates(date(1995, 1, 1), date(2035, 12, 31))


def event(tid: str, how_often: Gjentakelse, **more: object) -> Hendelse:
    """An event that comes back."""
    fields = {"id": "h", "tittel": "Møte", "spor": Spor.POLITISK, "gjentas": how_often}
    return Hendelse(**fields, tid=les_frist(tid), **more)  # type: ignore[arg-type]


@given(STARTS, st.sampled_from(Gjentakelse), STARTS, st.integers(0, 1500), st.data())
def test_times_are_those_that_going_through_every_day_finds(
    start: date, how_often: Gjentakelse, since: date, length: int, data: st.DataObject
) -> None:
    """Of each day in the period: months since the first, and the day that the month has for it."""
    until = since + timedelta(days=length)
    end = data.draw(st.none() | STARTS)
    out = data.draw(st.lists(STARTS, max_size=3)) + ([since] if data.draw(st.booleans()) else [])
    some = event(
        start.isoformat(),
        how_often,
        gjentas_til=end and les_frist(end.isoformat()),
        unntak=tuple(les_frist(day.isoformat()) for day in out),
    )
    right = []
    for number in range(length + 1):
        day = since + timedelta(days=number)
        months = 12 * (day.year - start.year) + day.month - start.month
        last = python_calendar.monthrange(day.year, day.month)[1]
        is_last = (start + timedelta(days=1)).day == 1
        meant = last if is_last else min(start.day, last)
        is_time = months >= 0 and months % MAANEDER[how_often] == 0 and day.day == meant
        if is_time and (end is None or day <= end) and day not in out:
            right.append(day)
    assert [en.naar.foerste_dag for en in forekomster(some, since, until)] == right


@given(
    STARTS,
    st.sampled_from(Gjentakelse),
    st.integers(0, 45),
    st.none() | STARTS,
    st.lists(STARTS, max_size=2),
    st.data(),
)
def test_calendar_comes_back_on_the_same_days_as_the_list(
    start: date,
    how_often: Gjentakelse,
    length: int,
    end: date | None,
    out: list[date],
    data: st.DataObject,
) -> None:
    """By the rule, its end and its exceptions, as another program reads them."""
    from styring.formats.ics import _regel
    from styring.stand.hendelser import Serie
    from styring.views.kalender import _igjen

    since = data.draw(STARTS)
    some = event(
        start.isoformat(),
        how_often,
        til=les_frist((start + timedelta(days=length)).isoformat()),
        gjentas_til=end and les_frist(end.isoformat()),
        unntak=tuple(les_frist(f"{day:%Y-%m}") for day in out),
    )
    until = since + timedelta(days=3000)
    right = [en.naar.foerste_dag for en in forekomster(some, since, until)]
    first = next(forekomster(some, since, until), None)
    if first is None:
        return
    again = _igjen(Serie(some, first), until)
    entry = icalendar.Event()
    entry.add("rrule", _regel(again, first.naar.foerste_dag))
    rule = entry.to_ical().decode().replace("\r\n ", "").splitlines()[1]
    found = rruleset()
    day = first.naar.foerste_dag
    found.rrule(rrulestr(rule, dtstart=datetime.fromisoformat(day.isoformat())))
    for exception in again.unntak:
        found.exdate(datetime.fromisoformat(exception.isoformat()))
    assert [one.date() for one in found] == right


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ("tid: 2024-01-31, gjentas: maaned, gjentas_til: 2025-06",
         ["SUMMARY:Møte 1",
          "DTSTART;VALUE=DATE:20240131", "DTEND;VALUE=DATE:20240201",
          "RRULE:FREQ=MONTHLY;UNTIL=20250630;INTERVAL=1;BYMONTHDAY=-1"]),
        ("tid: 2024-02, gjentas: kvartal, gjentas_til: 2025, unntak: [2024-05]",
         ["SUMMARY:Møte 1 (hvert kvartal)",
          "DTSTART;VALUE=DATE:20240201", "DTEND;VALUE=DATE:20240202",
          "RRULE:FREQ=MONTHLY;UNTIL=20251231;INTERVAL=3", "EXDATE;VALUE=DATE:20240501"]),
        ("tid: 2024-03-04, til: 2024-03-06, gjentas: aar",
         ["SUMMARY:Møte 1",
          "DTSTART;VALUE=DATE:20240304", "DTEND;VALUE=DATE:20240307", "RRULE:FREQ=YEARLY"]),
        ("tid: 2024-K1, gjentas: maaned",
         ["SUMMARY:Møte 1 (hver måned)",
          "DTSTART;VALUE=DATE:20240101", "DTEND;VALUE=DATE:20240102"]),
    ],
)  # fmt: skip
def test_calendar_has_one_entry_for_all_times(fields: str, lines: list[str], folder: Path) -> None:
    """With its rule; what lasts for another number of days each time stands on its first."""
    write(folder, fields)
    where = ("--data", str(folder), "--dato", "2024-03-01", "--uten-frister")
    shown = styring("aarshjul", "list", *where, "--format", "ics").out.replace("\r\n ", "")
    names = ("SUMMARY", "DTSTART", "DTEND", "RRULE", "EXDATE")
    assert sorted(line for line in shown.splitlines() if line.startswith(names)) == sorted(lines)


def test_calendar_of_some_days_has_the_times_within_them(folder: Path) -> None:
    """It begins with the first of them, and ends by the last."""
    write(folder, "tid: 2020-01-10, gjentas: maaned, unntak: [2024-03]")
    words = ("--fra", "2024-03-01", "--til", "2024-06-30", "--uten-frister", "--format", "ics")
    shown = styring("aarshjul", "list", "--data", str(folder), *words).out
    assert "DTSTART;VALUE=DATE:20240410\r\n" in shown
    assert "RRULE:FREQ=MONTHLY;UNTIL=20240630;INTERVAL=1\r\n" in shown
    assert "EXDATE" not in shown


def test_letter_says_it_once(tmp_path: Path, folder: Path) -> None:
    """When it is first in the year, and how often."""
    (folder / "oppdrag.yaml").write_text("aar: 2024\noppdrag: []\n", encoding="utf-8")
    write(folder, "tid: 2023-11-30, gjentas: maaned", "tid: 2022-T2, gjentas: aar")
    letter = styring("brev", "--data", str(folder), "--dato", "2024-03-01", "--aar", "2024").out
    assert "| 31. januar 2024, hver måned | Møte 1 | administrativt |" in letter
    assert "| 2. tertial 2024, hvert år | Møte 2 | administrativt |" in letter


def test_new_year_changes_nothing_in_it(folder: Path) -> None:
    """It goes on by itself."""
    (folder / "oppdrag.yaml").write_text("aar: 2024\noppdrag: []\n", encoding="utf-8")
    write(folder, "tid: 2024-01-31, gjentas: maaned")
    before = (folder / "aarshjul.yaml").read_bytes()
    styring("nytt-aar", "2025", "--data", str(folder), "--dato", "2025-01-02")
    assert (folder / "aarshjul.yaml").read_bytes() == before
    assert len(times(folder, day="2025-02-01")) == 12
