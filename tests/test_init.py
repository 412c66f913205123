"""`styring init` makes a new data folder, all of it, and touches nothing that is there."""

import errno
import os
import re
import stat
import zipfile
from pathlib import Path
from textwrap import dedent

import pytest
from conftest import EKSEMPEL, ROOT
from driver import styring
from hatchling.build import build_wheel

from styring.register.lasting import last
from styring.slag import FILER

EMPTY = ROOT / "styring" / "nymappe" / "tom"
KINDS = sorted(path.stem for path in EMPTY.iterdir())
SCHEMAS = [f"skjema/{slag.navn}.schema.json" for slag in FILER]
FILES = sorted([*(f"{name}.yaml" for name in KINDS), *SCHEMAS])


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    (tmp_path / "her").mkdir()
    monkeypatch.chdir(tmp_path / "her")
    return tmp_path / "her"


def content(folder: Path) -> dict[str, bytes]:
    """All that is in a folder, hidden things too, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def data(folder: Path) -> dict[str, bytes]:
    """The data files of a new folder without the line by which editors find their schemas."""
    files = {name: text for name, text in content(folder).items() if name.endswith(".yaml")}
    assert all(text.startswith(b"# yaml-language-server: ") for text in files.values())
    return {name: text.partition(b"\n")[2] for name, text in files.items()}


def test_every_file_that_must_be_there_is() -> None:
    """A new folder has each, and none of a kind that there is not."""
    assert {slag.navn for slag in FILER if slag.paakrevd} <= {*KINDS} <= {f.navn for f in FILER}


def test_folder_is_named_data_and_is_ready(place: Path) -> None:
    """Without a name it is `data`, every command finds it, and nothing is wrong with it."""
    ended = styring("init", "--dato", "2031-02-03")
    assert (ended.status, ended.err) == (0, "")
    assert all(f"{name}.yaml" in ended.out for name in KINDS)
    assert "styring valider\n" in ended.out
    assert sorted(content(place)) == [f"data/{name}" for name in FILES]
    assert styring("valider", "--alle", "--streng").out == "ingen feil\n"
    assert styring("status").status == 0
    assert [fil.aar for fil in last(place / "data").oppdragsfiler] == [2031]


def test_empty_files_say_how_they_are_filled_in(place: Path) -> None:
    """Each begins with an explanation, with an example that is said to be fictional."""
    styring("init")
    for name in KINDS:
        text = content(place / "data")[f"{name}.yaml"]
        lines = text.decode().splitlines()
        comments = [line for line in lines if line.startswith("#")]
        assert lines[: len(comments)] == comments, name
        assert len(comments) > 10, name
        assert "styring valider" in comments[-1], name
        assert any("oppdikte" in comment for comment in comments), name
        assert all(len(line) <= 110 for line in lines), name


@pytest.mark.parametrize("name", [f"{kind}.yaml" for kind in KINDS])
def test_examples_in_the_comments_hold(name: str, place: Path) -> None:
    """Who takes the comment signs away gets data that can be read."""
    styring("init")
    path = place / "data" / name
    blocks = re.split(r"^#\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    examples = [
        dedent(re.sub(r"^# ?", "", block, flags=re.MULTILINE))
        for block in blocks
        if re.match(r"# +\w+:(\n| Lillevik)", block)
    ]
    assert examples
    year = "aar: 2025\n" if name == "oppdrag.yaml" else ""
    path.write_text("".join((year, *examples)), encoding="utf-8")
    assert last(place / "data").funn == ()


@pytest.mark.parametrize("navn", ["Lillevik kommune", "Lille: vik #1", "'\"", "Nei", "[red]å[/]"])
def test_municipality_gets_its_name(navn: str, place: Path) -> None:
    """What is given as the name is the name, whatever YAML would make of it."""
    assert styring("init", "ny", "--navn", navn).status == 0
    assert last(place / "ny").kommune.navn == navn
    assert styring("valider", "ny", "--alle").out == "ingen feil\n"


def test_example_is_the_one_of_the_repository(place: Path) -> None:
    """With --eksempel the fictional municipality is copied, with the line of editors on top."""
    ended = styring("init", "--eksempel", "min prøve")
    assert ended.status == 0
    assert data(place / "min prøve") == content(EKSEMPEL)
    assert "styring status --data 'min prøve' --dato 2025-09-15" in ended.out


def test_empty_folder_is_taken_and_missing_parents_are_made(place: Path) -> None:
    """The folder may be there when nothing is in it, and those above it need not be."""
    (place / "tom").mkdir()
    inode = (place / "tom").stat().st_ino
    for words in (["tom"], ["a/b/c", "--eksempel"], ["--data", "d"]):
        assert styring("init", *words).status == 0
    assert (place / "tom").stat().st_ino == inode
    assert len(content(place / "tom")) == len(content(place / "d")) == len(FILES)
    assert data(place / "a" / "b" / "c") == content(EKSEMPEL)
    assert sorted(path.name for path in place.iterdir()) == ["a", "d", "tom"]


def test_new_files_have_the_usual_rights(place: Path) -> None:
    """Others may read as far as the umask lets them; a note of ours would not be readable."""
    before = os.umask(0o027)
    try:
        styring("init")
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (place / "data").glob("*.yaml")}
    assert modes == {0o640}


@pytest.mark.parametrize(
    ("there", "why"),
    [
        ("data/oppdrag.yaml", "er allerede en datamappe"),
        ("data/oppdrag/2023.yaml", "er allerede en datamappe"),
        ("data/les.txt", "er ikke tom"),
        ("data/.styring/laas", "er ikke tom"),
        ("data", "er ikke en mappe"),
    ],
)
@pytest.mark.parametrize("kind", [[], ["--eksempel"]])
def test_what_is_there_stays(kind: list[str], there: str, why: str, place: Path) -> None:
    """Anything in the way is refused (3) with another way to go, and nothing is touched."""
    (place / there).parent.mkdir(parents=True, exist_ok=True)
    (place / there).write_text("mitt", encoding="utf-8")
    before = content(place)
    ended = styring("init", *kind)
    assert (ended.status, ended.out) == (3, "")
    assert why in ended.err
    assert "styring init MAPPE" in ended.err
    assert content(place) == before


@pytest.mark.parametrize(
    "words",
    [
        ("a", "--data", "b"),
        ("a", "b"),
        ("",),
        ("--navn", " "),
        ("--navn", "a\nb"),
        ("--eksempel", "--navn", "Lillevik"),
    ],
)
def test_wrong_use_makes_nothing(words: tuple[str, ...], place: Path) -> None:
    """What has no meaning ends with 2, in bokmål."""
    ended = styring("init", *words)
    assert ended.status == 2
    assert ended.err.startswith("Feil: ")
    assert list(place.iterdir()) == []


@pytest.fixture(params=["new", "empty"])
def goal(request: pytest.FixtureRequest, place: Path) -> Path:
    """A folder to make that is not there, or is there and empty."""
    if request.param == "empty":
        (place / "x").mkdir()
        return place / "x"
    return place / "x" / "y"


@pytest.mark.parametrize("after", [0, 3, 9])
def test_disk_that_fills_up_leaves_nothing(
    after: int, goal: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When writing stops midway, there is no folder with some of the files."""
    there = sorted(place.rglob("*"))
    left = iter(range(after))
    sync = os.fsync

    def full(file: int) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(file)

    monkeypatch.setattr(os, "fsync", full)
    ended = styring("init", "--eksempel", str(goal))
    assert (ended.status, ended.out) == (3, "")
    assert "disken er full" in ended.err
    assert sorted(place.rglob("*")) == there


def test_file_that_comes_meanwhile_is_kept(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What someone puts into the empty folder while we write is neither replaced nor mixed with."""
    (place / "data").mkdir()
    mine = place / "data" / "maal.yaml"
    sync = os.fsync

    def meanwhile(file: int) -> None:
        mine.write_text("mitt", encoding="utf-8")
        sync(file)

    monkeypatch.setattr(os, "fsync", meanwhile)
    ended = styring("init")
    assert ended.status == 3
    assert "er allerede en datamappe" in ended.err
    assert content(place) == {"data/maal.yaml": b"mitt"}


def test_way_out_without_data_is_named() -> None:
    """Who has no data folder is told how to make one, also where STYRING_DATA names another."""
    assert "styring init" in styring("status").err


def test_other_folder_is_named_in_what_comes_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next command is given so that it finds the new folder."""
    assert "styring valider --data ny\n" in styring("init", "ny").out
    monkeypatch.setenv("STYRING_DATA", "et-annet-sted")
    assert "styring valider --data data\n" in styring("init").out


def test_wheel_holds_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is installed has both kinds of folders, where `init` looks for them."""
    monkeypatch.chdir(ROOT)
    wheel = tmp_path / build_wheel(str(tmp_path))
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        for inside, folder in (("styring/eksempel", EKSEMPEL), ("styring/nymappe/tom", EMPTY)):
            files = content(folder)
            assert [name for name in names if name.startswith(f"{inside}/")]
            assert {
                name.removeprefix(f"{inside}/"): packed.read(name)
                for name in names
                if name.startswith(f"{inside}/")
            } == files
    assert not [name for name in names if not name.startswith(("styring/", "styring-"))]
