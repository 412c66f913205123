"""`styring aarshjul vis`: each event in its month and track, at any width, whatever its text."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml
from aarshjulet import OM_RIK, TEXT, empty_folder, listed, wheel
from answers import fails, shown
from conftest import RIK, in_format
from driver import styring
from hypothesis import given
from hypothesis import strategies as st
from ics import SGR
from rich.cells import cell_len

from styring.formats.skjerm import ROER, Skjerm
from styring.model.aarshjul import Spor
from styring.model.tid import Tidsrom, les_frist
from styring.views.hjul import Hjul, Innslag, Sporband


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a sector, and with no oppdrag and no wheel."""
    return empty_folder(tmp_path)


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


# --- vis ------------------------------------------------------------------------------------


def test_wheel_has_every_month_with_each_track_in_its_place() -> None:
    """An event stands in the month that it begins in, in its track's column with its sign."""
    found = rows(shown(styring("aarshjul", "vis", *OM_RIK)))
    assert list(found) == ["året", *MONTHS]
    assert [cells[1] for cells in found["sep."]] == ["● 10.–12. Budsjettseminar på Åholmen"]
    assert [cells[1] for cells in found["juli"]] == ["● Sommerferie"]
    assert [cells[1] for cells in found["året"]] == ["● Året for åpne arkiver"]
    assert found["mai"][0] == [
        "│ ○ 2. Tall fra alle sektorer til vårrapporten",
        "│ ● 8. Øyrådet møtes",
    ]
    assert all("●" not in left and "○" not in right for r in found.values() for left, right in r)


def test_every_event_of_the_year_is_in_the_wheel_once() -> None:
    """Also those that begin before the year or end after it; and no others."""
    for year in ("2023", "2024", "2025"):
        text = shown(styring("aarshjul", "vis", *OM_RIK, "--aar", year))
        own = listed("--fra", year, "--til", year)
        heading = next(line for line in text.splitlines() if "Politisk" in line)
        for track, sign in (("administrativ", "○"), ("politisk", "●")):
            assert heading.count(sign) == 1
            count = sum(event["spor"] == track for event in own)
            assert text.count(sign) == count + 1
        assert [event["tittel"] for event in own if event["tittel"] not in text] == []


def test_lasting_events_have_a_line_along_their_months(folder: Path) -> None:
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
    text = shown(styring("aarshjul", "vis", "--data", str(folder), "--dato", "2024-02-01"))
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


def test_month_of_the_day_is_marked_in_its_own_year_only() -> None:
    """The mark is a sign, and stands in the year of --dato."""
    lines = shown(styring("aarshjul", "vis", *OM_RIK)).splitlines()
    assert [line[:7] for line in lines if line.startswith("▶")] == ["▶ i dag", "▶ mai  "]
    assert "▶" not in shown(styring("aarshjul", "vis", *OM_RIK, "--aar", "2025"))


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
def test_year_is_that_of_the_day_else_the_newest(day: str, year: int) -> None:
    """The year of --dato when anything happens in it, otherwise the newest that has events."""
    text = shown(styring("aarshjul", "vis", "--data", str(RIK), "--dato", day))
    assert text.startswith(f"Årshjul {year}  Åsgårdsvik")


def test_year_without_events_is_said() -> None:
    """And which years have some; what is no year is wrong use."""
    ended = styring("aarshjul", "vis", *OM_RIK, "--aar", "2019")
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == "Ingen hendelser i 2019. Årshjulet har hendelser i 2023, 2024 og 2025.\n"
    for wrong in ("i fjor", "24", "99999", "٢٠٢٤"):
        assert "er ikke et årstall" in fails(styring("aarshjul", "vis", *OM_RIK, "--aar", wrong))


def test_wheel_as_json_is_a_contract() -> None:
    """Twelve months with the ids of each track, and the events whole."""
    found = json.loads(shown(styring("aarshjul", "vis", *OM_RIK, "-f", "json")))
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
    assert found["hendelser"] == listed("--fra", "2024", "--til", "2024")
    text = shown(styring("aarshjul", "vis", *OM_RIK, "-f", "yaml"))
    assert yaml.safe_load(text)["maaneder"] == found["maaneder"]


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


# --- hostile text in the wheel --------------------------------------------------------------


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
