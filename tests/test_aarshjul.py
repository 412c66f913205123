"""`styring aarshjul list`: which events, when they are, and what is said where there are none."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from aarshjulet import DAY, OM_RIK, empty_folder, listed, wheel
from answers import fails, shown
from conftest import DATA, RIK
from driver import styring
from ics import days, events
from yaml.cyaml import CBaseLoader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a sector, and with no oppdrag and no wheel."""
    return empty_folder(tmp_path)


EVENT = (
    *("id", "tittel", "spor", "tid", "til", "gjentas", "gjentas_til", "unntak", "kategori"),
    *("sektor", "organ", "ansvarlig", "lenker", "unntatt", "kilde", "egne"),
    *("foerste_dag", "siste_dag"),
)
BY_TIME = (
    *("h9", "h2", "h8", "h4", "h7", "h14", "h12", "h6", "h13", "h11", "h1", "h3", "h15", "h10"),
    *("h5", "h16"),
)


def written() -> list[dict[str, Any]]:
    """The events of the fictional data as another reader reads them, every scalar a text."""
    text = (RIK / "aarshjul.yaml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = yaml.load(text, Loader=CBaseLoader)["hendelser"]
    return found


# --- list -----------------------------------------------------------------------------------


def test_list_is_by_time_with_all_that_the_file_has() -> None:
    """Every event once, by its first day, each field as it stands in the file."""
    found = listed()
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
def test_days_follow_from_the_time(id_: str, days: tuple[str, str]) -> None:
    """A day, a range, a month, a quarter, a tertial and a year have their first and last day."""
    (event,) = (event for event in listed() if event["id"] == id_)
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
def test_filters_choose(words: str, expected: str) -> None:
    """An event fits all filters, any of a filter's values, and days that it overlaps."""
    assert [event["id"] for event in listed(*words.split())] == expected.split()


def test_next_are_reckoned_from_the_day() -> None:
    """What goes on or comes on the day of --dato counts, what was over the day before does not."""
    found = listed("--neste", "99", "--dato", "2024-12-12")
    assert [event["id"] for event in found] == ["h8", "h3", "h10", "h16"]
    found = listed("--neste", "99", "--dato", "2024-12-11")
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
def test_wrong_use_has_a_way_out(words: str, said: str) -> None:
    """A word that is none of those there are is answered with the nearest, or with the form."""
    assert said in fails(styring("aarshjul", "list", *OM_RIK, *words.split()))


def test_nothing_fits_is_said() -> None:
    """An empty list is no fault, and is said."""
    ended = styring("aarshjul", "list", *OM_RIK, "--fra", "2030", "-f", "json")
    assert (ended.status, ended.out) == (0, "[]\n")
    assert ended.err == "Ingen hendelser passer med det du spurte etter.\n"


def test_spelled_as_people_spell_it() -> None:
    """`årshjul` and `Årshjul` are `aarshjul`."""
    right = shown(styring("aarshjul", "list", *OM_RIK))
    assert shown(styring("årshjul", "list", *OM_RIK)) == right
    assert shown(styring("A\u030arshjul", "list", *OM_RIK)) == right
    assert shown(styring("årshjul", "vis", "--år", "2024", *OM_RIK)).startswith("Årshjul 2024")


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
    tid: str, til: str | None, text: str, code: str, folder: Path
) -> None:
    """People read days as Norwegians write them and coarser times as they stand; CSV has codes."""
    with_end = f", til: {til}" if til else ""
    wheel(folder, f"{{id: h, tittel: t, spor: politisk, tid: {tid}{with_end}}}")
    table = shown(styring("aarshjul", "list", "--data", str(folder)))
    assert table.splitlines()[1] == f"{text}  t         politisk"
    csv = shown(styring("aarshjul", "list", "--data", str(folder), "-f", "csv"))
    assert csv.splitlines()[1] == f"{code};t;politisk;;;;"


# --- nothing there --------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["list", "vis"])
def test_folder_without_a_wheel_is_told_how_to_begin(command: str, folder: Path) -> None:
    """It is no fault; and what is shown, put in the file that is named, is valid and is listed."""
    om = ("--data", str(folder), "--dato", "2024-05-15")
    ended = styring("aarshjul", command, *om)
    assert ended.status == 0
    first, empty, *form = ended.err.splitlines()
    assert first == f"Årshjulet er tomt. Begynn for eksempel slik, i {folder / 'aarshjul.yaml'}:"
    assert empty == ""
    text = "".join(f"{line.removeprefix('    ')}\n" for line in form)
    (folder / "aarshjul.yaml").write_text(text, encoding="utf-8")
    assert styring("valider", *om, "--streng").status == 0
    assert "12.–13.09.2024" in shown(styring("aarshjul", "list", *om))


def test_municipality_without_a_wheel_is_no_fault() -> None:
    """Lørenskog's sources have none: nothing is made up, and machines get an empty list."""
    for command, empty in (("list", "[]\n"), ("vis", None)):
        ended = styring("aarshjul", command, "--data", str(DATA), "-f", "json")
        assert ended.status == 0
        assert ended.err.startswith("Årshjulet er tomt.")
        assert empty in (None, ended.out)
    assert styring("aarshjul", "vis", "--data", str(DATA)).out == ""


def test_broken_wheel_is_said_and_not_called_empty(folder: Path) -> None:
    """Faults in the file are told as everywhere, and what can be read is shown."""
    wheel(folder, "{id: a, tittel: A, spor: politisk, tid: aldri}")
    ended = styring("aarshjul", "list", "--data", str(folder))
    assert ended.status == 1
    assert "«aldri» er ikke en gyldig frist" in ended.err
    assert "tomt" not in ended.err
    wheel(
        folder,
        "{id: a, tittel: A, spor: politisk, tid: aldri}",
        "{id: b, tittel: Bra, spor: politisk, tid: 2024}",
    )
    for command in ("list", "vis"):
        ended = styring("aarshjul", command, "--data", str(folder), "--dato", DAY)
        assert ended.status == 1
        assert "Bra" in ended.out


def test_end_before_the_beginning_is_shown_all_the_same(folder: Path) -> None:
    """`valider` tells of it; the list, the wheel and the calendar show it where it begins."""
    wheel(folder, "{id: a, tittel: A, spor: politisk, tid: 2024-09-12, til: 2024-08-01}")
    om = ("--data", str(folder), "--dato", DAY)
    assert shown(styring("aarshjul", "list", *om)).splitlines()[1].startswith("12.09. – 01.08.2024")
    assert "A" in shown(styring("aarshjul", "vis", *om))
    (event,) = events(shown(styring("aarshjul", "list", *om, "-f", "ics", "--uten-frister")))
    assert days(event) == (date(2024, 9, 12), date(2024, 9, 13))
