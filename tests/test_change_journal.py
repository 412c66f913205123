"""A journal that is damaged, gone or full: no change goes astray."""

import json
import re
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from changes import ONE, YEAR, as_someone, done, refused
from child import content, forked, seen
from driver import styring

from styring.journal import loggen


@pytest.mark.parametrize("name", [".styring", ".styring/logg", ".styring/sist", ".styring/laas"])
def test_something_else_where_the_journal_is_kept_is_told_of(rik: Path, name: str) -> None:
    """A file for a folder, or the other way round: refused, with what to move."""
    done(styring(*ONE, data=rik))
    before = content(rik)
    path = rik / name
    if path.is_dir():
        shutil.rmtree(path)
        path.touch()
    else:
        path.unlink()
        path.mkdir()
    assert "data/.styring" in refused(styring(*ONE, data=rik))
    assert content(rik) == before


@pytest.mark.parametrize("name", [".gitignore", "logg", "sist", "laas"])
def test_parts_of_the_journal_that_are_gone_are_made_again(rik: Path, name: str) -> None:
    """Whoever tidied them away can still change and undo."""
    done(styring(*ONE, data=rik))
    path = rik / ".styring" / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    before = content(rik)
    done(styring(*ONE, data=rik))
    assert path.exists()
    done(styring("angre", data=rik))
    assert content(rik) == before


ENTRY: dict[str, Any] = {
    "nr": 1,
    "tid": "2024-01-01T00:00:00",
    "kommando": [],
    "ider": [],
    "felt": [],
    "filer": [],
}
FILE: dict[str, Any] = {
    "fil": YEAR,
    "ny": "oppdrag/.styring-ny",
    "foer": "",
    "etter": "",
    "skjoeter": [],
}
WRONG: list[dict[str, Any]] = [
    {"nr": "x"},
    {"nr": None},
    {"tid": "i fjor"},
    {"tid": 2024},
    {"kommando": [1]},
    {"ider": None},
    {"ukjent": 1},
    {"angrer": "x"},
    {"retter": "x"},
]
WRONG_FILE: list[dict[str, Any]] = [
    {"ny": 3},
    {"ny": "../../hemmelig"},
    {"fil": "../hemmelig"},
    {"fil": "/hemmelig"},
    {"skjoeter": [[1, "x"]]},
    {"skjoeter": [["x", "x", "y"]]},
    {"skjoeter": [[-1, "x", "y"]]},
    {"skjoeter": [[1, 2, 3]]},
]
DAMAGED = [
    *(b"", b"{", b"[]", b"{}", b"null", b"\xff\xfe", b"[" * 100_000, b'{"filer": 1}'),
    *(json.dumps(ENTRY | wrong).encode() for wrong in WRONG),
    *(json.dumps(ENTRY | {"filer": [FILE | wrong]}).encode() for wrong in WRONG_FILE),
]


@pytest.mark.parametrize("damage", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_entry_is_told_of(rik: Path, damage: bytes) -> None:
    """Neither undoing nor the list of changes guesses; changing goes on without it."""
    done(styring(*ONE, data=rik))
    entry = rik / ".styring/logg/000001.json"
    entry.write_bytes(damage)
    before = content(rik)
    for words in (["angre"], ["angre", "--diff"], ["logg"], ["logg", "--format", "json"]):
        said = refused(styring(*words, data=rik))
        assert "000001.json» er skadet" in said
        assert "Slett filen" in said
    assert content(rik) == before
    done(styring(*ONE, data=rik))
    done(styring("angre", data=rik))
    entry.unlink()
    assert "det er ingen endring å angre" in refused(styring("angre", data=rik))


@pytest.mark.parametrize("damage", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_entry_of_what_has_begun_is_told_of(rik: Path, damage: bytes) -> None:
    """Nothing is changed before someone has looked; reading goes on, and says so."""
    done(styring(*ONE, data=rik))
    before = content(rik)
    begun = rik / ".styring/paabegynt.json"
    begun.write_bytes(damage)
    shown = styring("oppdrag", "list", data=rik)
    assert (shown.status, "Hylle" in shown.out) == (1, False)
    assert "feil FIL010: " in shown.err
    for words in (ONE, ("angre",)):
        said = refused(styring(*words, data=rik))
        assert "paabegynt.json» er skadet" in said
        assert "styring valider" in said
    assert content(rik) == before
    begun.unlink()
    done(styring("angre", data=rik))


@pytest.mark.parametrize("splices", [[], [[3, "", "x"]], [[10**9, "", "x"]], [[0, "#", "x"]]])
def test_an_entry_that_leads_elsewhere_is_not_followed(rik: Path, splices: list[Any]) -> None:
    """Undoing gives back just what there was, or nothing."""
    done(styring(*ONE, data=rik))
    entry = rik / ".styring/logg/000001.json"
    was = json.loads(entry.read_bytes())
    was["filer"][0]["skjoeter"] = splices
    entry.write_text(json.dumps(was))
    before = content(rik)
    said = refused(styring("angre", data=rik))
    assert f"det som er ført om endringen av «{YEAR}», er skadet" in said
    assert content(rik) == before
    entry.unlink()
    done(styring(*ONE, data=rik))


def test_an_entry_that_may_not_be_read_is_told_of(open_rik: Path) -> None:
    """It is said which file, and whom to ask."""
    done(styring(*ONE, data=open_rik))
    (open_rik / ".styring/logg/000001.json").chmod(0)
    for words in (("logg",), ("angre", "--diff")):
        said = refused(forked(partial(as_someone, open_rik, *words)))
        assert "000001.json» kan ikke leses" in said


@pytest.mark.parametrize("name", ["", "logg", "logg/000001.json"])
def test_a_journal_that_may_not_be_read_is_told_of(open_rik: Path, name: str) -> None:
    """Reading what has been done says what it could not read; nobody wanted to write."""
    done(styring(*ONE, data=open_rik))
    path = open_rik / ".styring" / name
    mode = path.stat().st_mode
    path.chmod(0)
    for words in (("logg",), ("angre", "--diff")):
        said = refused(forked(partial(as_someone, open_rik, *words)))
        assert re.search(r"Feil: «.*\.styring.*» kan ikke leses\n", said)
    assert forked(partial(as_someone, open_rik, "oppdrag", "list")).status == 0
    path.chmod(mode)
    done(styring("angre", data=open_rik))


@pytest.mark.parametrize("name", ["logg/000001.json", "paabegynt.json"])
def test_a_folder_in_the_place_of_an_entry_is_told_of(rik: Path, name: str) -> None:
    """Wherever it is asked for."""
    done(styring(*ONE, data=rik))
    (rik / ".styring" / name).unlink(missing_ok=True)
    (rik / ".styring" / name).mkdir()
    before = content(rik)
    for words in (("logg",), ("angre", "--diff"), ("angre",)):
        assert f".styring/{name}» kan ikke leses" in refused(styring(*words, data=rik))
    assert content(rik) == before == seen(rik)


def test_other_files_in_the_journal_are_let_alone(rik: Path) -> None:
    """Such as what a service that copies folders around calls a conflict."""
    done(styring(*ONE, data=rik))
    other = rik / ".styring/logg/000001 (konflikt).json"
    other.write_text("?")
    done(styring(*ONE, data=rik))
    assert len(done(styring("logg", data=rik)).splitlines()) == 3
    assert other.exists()


def test_the_journal_is_bounded(rik: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest changes go first; those that are left can be undone, one after the other."""
    monkeypatch.setattr(loggen, "MAX_ENTRIES", 4)
    for number in range(7):
        done(styring(*ONE, f"Nr. {number}", data=rik))
    kept = sorted(path.name for path in (rik / ".styring/logg").iterdir())
    assert kept == ["000004.json", "000005.json", "000006.json", "000007.json"]
    monkeypatch.setattr(loggen, "MAX_BYTES", 1500)
    done(styring(*ONE, "x" * 3000, data=rik))
    assert [path.name for path in (rik / ".styring/logg").iterdir()] == ["000008.json"]
    done(styring("angre", data=rik))


def test_bounds_do_not_let_an_undoing_be_undone(rik: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the change that was undone is no longer kept, there is nothing to undo."""
    monkeypatch.setattr(loggen, "MAX_ENTRIES", 1)
    done(styring(*ONE, data=rik))
    done(styring("angre", data=rik))
    assert "det er ingen endring å angre" in refused(styring("angre", data=rik))
