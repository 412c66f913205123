"""The årshjul as a calendar: its events and deadlines, read back by strict readers."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aarshjulet import DAY, FRAGMENTS, OM_RIK, TEXT, empty_folder, listed, wheel
from answers import shown
from conftest import RIK, in_format
from driver import styring
from hypothesis import example, given
from hypothesis import strategies as st
from ics import content_lines, days, events, parsed_text, read_back, summaries

from styring.formats.skjerm import ROER
from styring.tegn import ufarlig
from styring.views.kalender import Kalender, Kalenderpost


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a sector, and with no oppdrag and no wheel."""
    return empty_folder(tmp_path)


def calendar(*words: str) -> str:
    """What is shown as a calendar, of a folder where one oppdrag is kept from the public."""
    ended = styring("aarshjul", "list", *OM_RIK, *words, "--format", "ics")
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


def test_calendar_holds_the_events_of_the_data() -> None:
    """Each on its days, what is longer than a month on its first with the time in the title."""
    text = calendar("--uten-frister")
    right = []
    for event in listed():
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


def test_calendar_has_the_deadlines() -> None:
    """Of the oppdrag that are open and public, on their last day; and of the reporting rounds."""
    with_them = events(calendar())
    own = {event["UID"] for event in events(calendar("--uten-frister"))}
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


def test_what_is_not_public_is_not_in_the_calendar(folder: Path) -> None:
    """An oppdrag that is `unntatt` leaves no trace in it; neither does any person."""
    text = calendar()
    assert "BYG-2023-01" not in text
    for secret in ("offl", "Åpne brua", "Ødegårdsvik", "asgaardsvik.example", "aseode"):
        assert secret not in text.replace("\r\n ", "")
    oppdrag = "{id: SOS-2024-01, tittel: Åpent, sektor: SOS, frist: 2024-06-01%s}"
    for more, expected in (("", 1), (", unntatt: {hjemmel: offl. § 15}", 0)):
        (folder / "oppdrag.yaml").write_text(
            f"aar: 2024\noppdrag:\n  - {oppdrag % more}\n", encoding="utf-8"
        )
        ended = styring("aarshjul", "list", "--data", str(folder), "-f", "ics")
        assert ended.out.count("SOS-2024-01") == expected
        assert ("unntatt offentlighet: 1 oppdrag.\n" in ended.err) == (not expected)


def test_deadline_after_new_year_belongs_to_the_round_of_the_old(folder: Path) -> None:
    """A round per 31.12. that is due 31.1. is due in the next year."""
    (folder / "kommune.yaml").write_text(
        'perioder: [{kode: AAR, navn: Årsrapport, per: "31.12.", frist: "31.1."}]\n',
        encoding="utf-8",
    )
    ended = styring("aarshjul", "list", "--data", str(folder), "-f", "ics")
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
def test_filters_hold_for_deadlines_too(words: str, oppdrag: int, rounds: int) -> None:
    """Days and sectors choose among them; a track, a category or «the next» has none."""
    text = calendar(*words.split())
    found = summaries(text)
    assert sum(title.startswith("Frist: ") for title in found) == oppdrag
    assert sum(title.startswith(("Statusdato: ", "Rapportfrist: ")) for title in found) == rounds
    own = listed(*words.split())
    assert len(found) == oppdrag + rounds + len(own)


def test_same_data_and_day_give_the_same_bytes() -> None:
    """The clock is not asked; another day changes its stamps and its number, and no UID."""
    text = calendar()
    assert calendar() == text
    words = ("aarshjul", "list", "--data", str(RIK), "--dato", "2025-01-02", "-f", "ics")
    later = styring(*words).out
    of_the_day = text.replace("20240515T000000Z", "20250102T000000Z")
    assert later == of_the_day.replace("SEQUENCE:8901", "SEQUENCE:9133")


def test_event_that_has_moved_takes_the_place_of_the_old(folder: Path) -> None:
    """The same UID with a higher number and a later change, which is what calendars go by."""

    def event(time: str, day: str) -> Any:
        wheel(folder, f"{{id: a, tittel: Møte, spor: politisk, tid: {time}}}")
        words = ("--data", str(folder), "-f", "ics", "--uten-frister", "--dato", day)
        (found,) = read_back(styring("aarshjul", "list", *words).out)
        return found

    old, new = event("2026-09-16", "2026-08-01"), event("2026-09-23", "2026-08-10")
    assert (old["UID"], old.decoded("DTSTART")) == (new["UID"], date(2026, 9, 16))
    assert new.decoded("DTSTART") == date(2026, 9, 23)
    assert new.decoded("SEQUENCE") == old.decoded("SEQUENCE") + 9
    assert new.decoded("LAST-MODIFIED") == datetime(2026, 8, 10, tzinfo=UTC)
    assert event("2026-09-16", "1999-12-31").decoded("SEQUENCE") == 0


def test_uid_follows_the_id_and_the_municipality(folder: Path) -> None:
    """A new title, time or order leaves it; another id or municipality has another."""

    def uids(*written: str, name: str = "Lillevik") -> list[str]:
        (folder / "kommune.yaml").write_text(f"navn: {name}\n", encoding="utf-8")
        wheel(folder, *(f"{{{event}, spor: politisk}}" for event in written))
        ended = styring("aarshjul", "list", "--data", str(folder), "-f", "ics", "--uten-frister")
        return [event["UID"] for event in events(ended.out)]

    first, second = uids("id: a, tittel: A, tid: 2024-01", "id: b, tittel: B, tid: 2024-02")
    moved = uids("id: b, tittel: X, tid: 2025-01-02", "id: A, tittel: Y, tid: 2026-K1")
    assert moved == [second, first]
    assert first == "58866f55-0d79-5fd0-a1b2-7736a0338253"
    elsewhere = uids("id: a, tittel: A, tid: 2024-01", name="Storevik")
    assert elsewhere != [first]
    assert len(set(uids("id: a, tittel: A, tid: 2024", "id: a, tittel: A, tid: 2024"))) == 2


def test_calendar_with_nothing_in_it_is_still_a_calendar() -> None:
    """Whoever has subscribed to it gets an empty one, and the reason is said."""
    ended = styring("aarshjul", "list", *OM_RIK, "--fra", "2030", "-f", "ics")
    assert ended.status == 0
    assert "Ingen hendelser" in ended.err
    assert events(ended.out) == []


DAYS = st.one_of(
    st.dates(date(1000, 1, 1)),
    st.sampled_from(
        [date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 29), date(9999, 12, 30), date.max]
    ),
)


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
def test_first_and_last_years_are_shown(time: str, folder: Path) -> None:
    """The ends of the calendar are no end of the program."""
    wheel(folder, f"{{id: a, tittel: Langt unna, spor: politisk, tid: {time}}}")
    (folder / "oppdrag.yaml").write_text("aar: 9999\noppdrag: []\n")
    (folder / "kommune.yaml").write_text(
        'perioder: [{kode: AAR, navn: Årsrapport, per: "31.12.", frist: "31.1."}]\n',
        encoding="utf-8",
    )
    om = ("--data", str(folder), "--dato", DAY)
    for words in ("list", "vis", "vis -f json", "list -f ics"):
        assert "Langt unna" in shown(styring("aarshjul", *words.split(), *om))


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
    words: str, offered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tracks, the categories and years in use, and the formats of a list and of a wheel."""
    monkeypatch.setenv("_STYRING_COMPLETE", "complete_styring")
    typed = ["aarshjul", *words.split(), ""]
    monkeypatch.setenv("_STYRING_ORD", "\x1f".join(["--data", str(RIK), *typed]))
    lines = [line.rstrip("\t") for line in shown(styring()).splitlines()]
    assert [line for line in lines if line] == offered
