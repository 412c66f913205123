"""What others do to the files while a change is made, or after it was broken off."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from changes import ONE, TWO, YEAR, broken_off, done, refused, tidied_away
from child import Around, Call, content, copy, left_behind, seen
from conftest import RIK
from driver import styring


def editing(path: Path, at: str) -> Around:
    """Someone writes at the end of a file right before a call whose arguments match."""
    edits = [b"# For hand.\n"]

    def around(name: str, call: Call, given: tuple[Any, ...]) -> Any:
        if edits and re.search(at, f"{name} {' '.join(map(str, given))}"):
            path.write_bytes(path.read_bytes() + edits.pop())
        return call(*given)

    return around


@pytest.mark.parametrize(
    "at",
    ["^open .*oppdrag/.*-ny", "^write .*memory", "^replace .*paabegynt.json$", "^fsync", "^chmod"],
)
@pytest.mark.parametrize("name", [YEAR, "oppdrag/2023.yaml"])
def test_what_someone_edits_meanwhile_is_not_written_over(rik: Path, name: str, at: str) -> None:
    """The change is refused, and not made in the other file either."""
    done(styring(*ONE, data=rik))
    before = content(rik)
    said = refused(styring(*TWO, data=rik, process=copy(editing(rik / name, at))))
    assert "er endret av noen andre imens" in said
    assert "Ingenting er endret." in said
    assert content(rik) == {**before, name: before[name] + b"# For hand.\n"}
    assert left_behind(rik) == []
    done(styring(*TWO, data=rik))


def test_a_file_that_is_gone_meanwhile_is_told_of(rik: Path) -> None:
    """Whoever took it away has the last word."""
    done(styring(*ONE, data=rik))
    before = content(rik)

    def around(name: str, call: Call, given: tuple[Any, ...]) -> Any:
        (rik / YEAR).unlink(missing_ok=True) if name == "write" and isinstance(
            given[1], memoryview
        ) else None
        return call(*given)

    assert "flyttet eller slettet imens" in refused(styring(*TWO, data=rik, process=copy(around)))
    del before[YEAR]
    assert content(rik) == before
    assert left_behind(rik) == []


def test_new_content_that_is_tidied_away_is_made_again(rik: Path) -> None:
    """The change that was broken off is finished all the same."""
    before = content(rik)
    broken_off(rik)
    tidied_away(rik)
    assert "er nå fullført" in styring(*ONE, data=rik).err
    for year in (2023, 2024):
        assert b"til: vikar" in (rik / f"oppdrag/{year}.yaml").read_bytes()
    for _ in range(2):
        done(styring("angre", data=rik))
    assert content(rik) == before


@pytest.mark.parametrize("behind", ["paabegynt.json", YEAR, "oppdrag/2023.yaml"])
def test_new_content_that_is_tidied_away_is_seen(rik: Path, behind: str) -> None:
    """Whichever file has taken its place, readers see all of the change; so does who ends it."""
    before = content(rik)
    broken_off(rik, behind)
    tidied_away(rik)
    now = seen(rik)
    assert [b"til: vikar" in now[f"oppdrag/{year}.yaml"] for year in (2023, 2024)] == [True, True]
    done(styring("logg", data=rik))
    assert "er nå fullført" in styring("angre", data=rik).err
    assert content(rik) == before == seen(rik)


@pytest.mark.parametrize("behind", ["paabegynt.json", YEAR, "oppdrag/2023.yaml"])
@pytest.mark.parametrize("name", [YEAR, "oppdrag/2023.yaml"])
def test_what_is_tidied_away_and_edited_is_in_all_files_or_none(
    rik: Path, name: str, behind: str
) -> None:
    """An edit of what has the change does not stop it; one of what has it not takes it back."""
    before = content(rik)
    broken_off(rik, behind)
    tidied_away(rik)
    path = rik / name
    is_in = b"til: vikar" in path.read_bytes()
    path.write_bytes(path.read_bytes() + b"# For hand.\n")
    now = seen(rik)
    begun = done(styring("logg", data=rik)) if is_in else styring("logg", data=rik).err
    assert ("vikar" if is_in else "Ingen endringer") in begun
    ended = styring("oppdrag", "endre", "finnes-ikke", "--tittel", "x", data=rik)
    assert ("er nå fullført" if is_in else "er tatt tilbake") in ended.err
    assert content(rik) == now == seen(rik)
    for year in (2023, 2024):
        assert (b"til: vikar" in now[f"oppdrag/{year}.yaml"]) == is_in
    if not is_in:
        assert now == {**before, name: before[name] + b"# For hand.\n"}


@pytest.mark.parametrize("behind", ["paabegynt.json", YEAR])
def test_what_cannot_be_ended_is_told_of(rik: Path, behind: str) -> None:
    """When what is entered of it does not fit its files: how it stands, and the way out."""
    broken_off(rik, behind)
    begun = rik / ".styring/paabegynt.json"
    was = json.loads(begun.read_bytes())
    for file in was["filer"]:
        file["skjoeter"] = [[0, "#", "x"]]
    begun.write_text(json.dumps(was))
    tidied_away(rik)
    before = content(rik)
    assert seen(rik) == before
    for words in (ONE, ("angre",)):
        said = refused(styring(*words, data=rik))
        assert "det som er ført om endringen av «" in said
        assert "En endring ble avbrutt, og den kan ikke fullføres nå." in said
        assert "Rett filen for hånd" in said
    assert content(rik) == before


def test_what_has_begun_is_of_the_changes_that_are_made(rik: Path) -> None:
    """It is listed, and it is what would be undone, as those who read the data see it."""
    done(styring(*ONE, data=rik))
    broken_off(rik)
    newest, first = json.loads(done(styring("logg", "--format", "json", data=rik)))
    assert (newest["nr"], newest["kommando"][-2:], first["nr"]) == (2, ["--til", "vikar"], 1)
    shown = done(styring("angre", "--diff", data=rik))
    assert shown.count("vikar") == 2
    assert not re.search(r"^[-+].*Hylle", shown, re.MULTILINE)
    ended = styring("angre", data=rik)
    assert (ended.status, "vikar" in ended.out) == (0, True)
    assert "Hylle" in done(styring("angre", data=rik))
    assert content(rik) == content(RIK)
