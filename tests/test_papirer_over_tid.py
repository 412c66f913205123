"""Papers that are about when: an årshjul of leaders, and a plan of action over four years."""

import json

from conftest import ROOT
from driver import styring
from ics import read_back

WHEEL = ROOT / "tests" / "papirer" / "ledernes-aarshjul"
PLAN = ROOT / "tests" / "papirer" / "handlingsplan"
DAY = ("--dato", "2026-03-01")


def test_wheel_of_leaders_says_what_is_to_be_done_each_month() -> None:
    """What comes back every month, quarter, tertial and year, by whom and for which organ."""
    columns = ("--kolonner", "tid,tittel,organ,ansvarlig", "--format", "csv")
    march = styring(
        "aarshjul", "list", *DAY, "--fra", "2026-03", "--til", "2026-03", *columns, data=WHEEL
    )
    assert march.out.splitlines()[1:] == [
        "2026-T1;Ledelsen besøker skolene;;Nils Haukeland",
        "2026-H1;Medarbeidersamtaler;;Tor Moen",
        "2026-03;HMS på ledermøtet;Ledergruppen;Tor Moen",
        "2026-03-05;Lønn og fravær kontrolleres og godkjennes;;Tor Moen",
        "2026-03-31;Månedsrapport med prognose;Ledergruppen;Ida Bergset",
    ]
    year = json.loads(styring("aarshjul", "list", *DAY, "--format", "json", data=WHEEL).out)
    months = [event["tid"] for event in year if event["id"] == "prognose"]
    assert len(months) == 10
    assert "2026-02-28" in months
    wheel = styring("aarshjul", "vis", *DAY, data=WHEEL).out
    assert wheel.count("HMS på ledermøtet") == 11


def test_wheel_of_leaders_is_nine_entries_in_a_calendar() -> None:
    """Each written once, as it is in the file."""
    ended = styring("aarshjul", "list", *DAY, "--uten-frister", "--format", "ics", data=WHEEL)
    entries = read_back(ended.out)
    assert len(entries) == 9
    assert ended.out.count("\r\nRRULE:") == 8
    assert "RRULE:FREQ=MONTHLY;UNTIL=20271231;INTERVAL=1;BYMONTHDAY=-1\r\n" in ended.out


def test_plan_of_action_is_listed_by_when_it_ends() -> None:
    """From–to in halves of years, then what has no end; who shares it beside."""
    words = ("--sorter", "frist", "--kolonner", "id,frist,sektor,delansvar")
    shown = styring("oppdrag", "list", *DAY, *words, data=PLAN).out
    assert [" ".join(line.split()) for line in shown.splitlines()[1:]] == [
        "FHP-4 2026-H1 KUL OPV",
        "FHP-1 2026-H2 – 2028-H1 KUL HEL, OPV",
        "FHP-2 2026 – 2029 OPV HEL",
        "FHP-5 løpende fra 2028-H1 HEL",
        "FHP-3 løpende HEL KUL",
    ]
    plan = styring("rapport", "virksomhetsplan", "--sektor", "KUL", *DAY, data=PLAN).out
    assert "| 2. halvår 2026 – 1. halvår 2028 |" in plan
    assert "| løpende fra 2. halvår 2028 | Holde veien ryddet |" in plan
    letter = styring("brev", *DAY, data=PLAN).out
    assert "| Besøksvenner for eldre | HEL | KUL | løpende |" in letter


def test_plan_of_action_is_in_the_calendar_until_it_ends() -> None:
    """With all of its time in the title."""
    ended = styring("aarshjul", "list", *DAY, "--format", "ics", data=PLAN)
    titles = [str(entry["SUMMARY"]) for entry in read_back(ended.out)]
    assert [title for title in titles if title.startswith("Frist:")] == [
        "Frist: FHP-4 Møteplass for unge i sentrum (1. halvår 2026)",
        "Frist: FHP-1 Bygge turvei langs fjorden (2. halvår 2026 – 1. halvår 2028)",
        "Frist: FHP-2 Frokost på alle skoler (2026 – 2029)",
    ]
