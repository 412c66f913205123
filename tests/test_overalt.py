"""The options that every command takes, wherever on the line they stand."""

import unicodedata
from pathlib import Path

import pytest
from answers import rows
from asgaardsvik import DAG, OM_RIK, change, small_folder
from conftest import RIK
from driver import Ended, styring


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small data folder of its own to stand in, with one sector, one person, two oppdrag."""
    return small_folder(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    "command", ["oppdrag list", "oppdrag vis øko-1", "maal tre", "kontakt list", "status"]
)
def test_global_options_hold_before_and_behind(command: str) -> None:
    """`--data` and `--dato` may stand before the command, in the middle of it or behind it."""
    first, *rest = command.split()
    behind = styring(*command.split(), *OM_RIK)
    assert behind.status == 0
    assert styring(*OM_RIK, *command.split()) == behind
    assert styring("--dato", DAG, first, *rest, f"--data={RIK}") == behind
    if rest:
        assert styring(first, *OM_RIK, *rest) == behind


def test_valider_takes_its_folder_in_four_ways(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an argument, by --data, by STYRING_DATA, or the nearest `data` from here upwards."""
    change(folder / "oppdrag.yaml", "[TF1.1]", "[TF1.2]")
    said = "data/oppdrag.yaml:3:68: feil OPP001: ukjent delmål «TF1.2»"
    for words in (("valider", "data"), ("valider", "--data", "data"), ("valider",)):
        ended = styring(*words)
        assert ended.status == 1
        assert ended.out.startswith(said)
    below = folder.parent / "langt" / "nede"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert styring("valider").out.startswith(f"{folder.parent}/{said}")
    monkeypatch.setenv("STYRING_DATA", str(RIK))
    assert styring("valider", "--dato", DAG) == Ended(0, "ingen feil\n", "")
    assert styring("valider", "--data", str(folder)).status == 1


def test_dato_decides_what_is_late() -> None:
    """A deadline is met through its last day; what is late the day after, --dato decides."""
    late = [
        styring("oppdrag", "list", *OM_RIK, "--forfalt", "--kolonner", "id", "--dato", day).out
        for day in ("2024-04-30", "2024-05-01")
    ]
    assert [text.split()[1:] for text in late] == [
        ["BYG-2023-01"],
        ["BYG-2023-01", "ØKO-2024-01"],
    ]


def test_dato_decides_what_is_in_the_future() -> None:
    """A report dated after the day that is reckoned from is a fault of the data."""
    ended = styring("valider", "--data", str(RIK), "--dato", "2023-10-01")
    assert ended.status == 1
    assert "RAP003: 2023-10-08 er fram i tid" in ended.out


@pytest.mark.parametrize(
    "words",
    [
        "mål list --sektor ARK",
        "MAAL LIST --SEKTOR ARK",
        unicodedata.normalize("NFD", "mål list --sektor ARK"),
    ],
)
def test_commands_are_spelled_as_people_spell_them(words: str) -> None:
    """Commands and options work with their Norwegian letters, and in capitals."""
    assert rows(styring(*words.split(), *OM_RIK, "--kolonner", "id")) == ["ØY2.1"]
