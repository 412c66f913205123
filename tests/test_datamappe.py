"""Which folder the data are in: the one that is chosen, or the nearest."""

import re
from pathlib import Path

import pytest
from driver import anew, styring
from test_register import GOOD

from styring import mappe
from styring.errors import StyringError
from styring.register.lasting import last


@pytest.mark.parametrize(
    ("files", "here", "found"),
    [
        (["data/oppdrag.yaml"], ".", "data"),
        (["data/oppdrag.yaml"], "a/b/c", "data"),
        (["data/oppdrag.yaml"], "data", "data"),
        (["data/oppdrag.yaml"], "data/oppdrag", "data"),
        (["data/maal.yaml", "a/data/oppdrag.yaml"], "a/b", "a/data"),
        (["data/maal.yaml", "a/data/annet.yaml"], "a/b", "data"),
        (["data/maal.yaml", "a/data/les.txt"], "a", "data"),
        (["data/maal.yaml", "a/data"], "a", "data"),
        (["data/maal.yml"], "a", "data"),
        (["data/oppdrag/2023.yaml"], "a", "data"),
        (["data/oppdrag/2023.yml"], "a", "data"),
        (["data/aarshjul.yaml"], "a", "data"),
        (["data/maal.yaml", "a/data/oppdrag/les.txt"], "a", "data"),
    ],
)
def test_data_folder_is_the_nearest_upwards_that_holds_our_files(
    tmp_path: Path, files: list[str], here: str, found: str
) -> None:
    """The nearest `data/` with one of our files; one with other things is passed by."""
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / here).mkdir(parents=True, exist_ok=True)
    assert mappe.finn(None, tmp_path / here) == tmp_path / found


def test_no_data_folder_says_where_it_looked_and_the_way_out(tmp_path: Path) -> None:
    """Exit status 3, with the place it began, the names of the files and the options."""
    with pytest.raises(StyringError) as caught:
        mappe.finn(None, tmp_path)
    assert caught.value.exit_code == 3
    assert str(tmp_path) in caught.value.melding
    raad = " ".join(caught.value.raad)
    for word in ("kontakter.yaml", "maal.yaml", "oppdrag.yaml", "--data", "STYRING_DATA"):
        assert word in raad


def test_chosen_folder_is_taken_also_when_it_is_empty(tmp_path: Path) -> None:
    """Who names a folder means it; what is missing in it is told as findings."""
    assert mappe.finn(tmp_path, tmp_path) == tmp_path
    assert [funn.kode for funn in last(tmp_path).funn] == ["FIL001"] * 3


def test_chosen_file_or_nothing_is_refused(tmp_path: Path) -> None:
    """A file is said to be one, with its folder as the way out; nothing is said to be nothing."""
    (tmp_path / "oppdrag.yaml").touch()
    with pytest.raises(StyringError, match=r"er en fil, ikke en mappe") as caught:
        mappe.finn(tmp_path / "oppdrag.yaml", tmp_path)
    assert f"«{tmp_path}»" in " ".join(caught.value.raad)
    with pytest.raises(StyringError, match=r"finnes ikke"):
        mappe.finn(tmp_path / "borte", tmp_path)


def test_name_too_long_for_the_system_does_not_exist(tmp_path: Path) -> None:
    """What the system would not even look for is a folder that is not there, said in bokmål."""
    with pytest.raises(StyringError, match=r"finnes ikke"):
        mappe.finn(tmp_path / ("x" * 5000), tmp_path)


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Three data folders, with an oppdrag each that is named for its folder."""
    for name in ("naer", "miljoe", "valgt"):
        (tmp_path / name / "data").mkdir(parents=True)
        for file, text in GOOD.items():
            written = text.replace("Lage en plan", f"Plan i {name}")
            (tmp_path / name / "data" / file).write_text(written, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "has_environment", "shown"),
    [
        ("oppdrag list", False, "Plan i naer"),
        ("oppdrag list", True, "Plan i miljoe"),
        ("oppdrag list --data ../valgt/data", True, "Plan i valgt"),
    ],
)
def test_option_goes_before_environment_and_environment_before_the_nearest(
    three: Path, words: str, has_environment: bool, shown: str
) -> None:
    """--data, then STYRING_DATA, then the nearest `data/`."""
    around = {"STYRING_DATA": str(three / "miljoe" / "data")} if has_environment else {}
    ended = styring(*words.split(), process=anew(cwd=three / "naer", **around))
    assert (ended.status, ended.err) == (0, "")
    assert shown in ended.out


def test_environment_that_names_no_folder_is_what_the_message_is_about(three: Path) -> None:
    """Who set STYRING_DATA wrong is not told to look for a slip in --data."""
    ended = styring(
        "oppdrag", "list", process=anew(cwd=three / "naer", STYRING_DATA=str(three / "borte"))
    )
    assert ended.status == 3
    assert ended.out == ""
    assert re.search("borte».* finnes ikke", ended.err)
    assert "STYRING_DATA" in ended.err


def test_argument_that_names_no_folder_is_what_the_message_is_about(three: Path) -> None:
    """Who gave `valider` a wrong folder is not told to look for a slip in --data."""
    ended = styring("valider", "borte", process=anew(cwd=three / "naer"))
    assert ended.status == 3
    assert "borte» finnes ikke" in ended.err
    assert "--data" not in ended.err
