"""A change that the disk refuses is not made at all, and is told of."""

import errno
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from changes import ONE, TWO, YEAR, as_someone, done, refused
from child import Call, content, copy, failing, forked, left_behind, seen
from conftest import RIK
from driver import styring

from styring.journal import loggen


@pytest.mark.parametrize(
    ("error", "calls", "said"),
    [
        ("ENOSPC", "write", "disken er full"),
        ("EDQUOT", "open", "disken er full"),
        ("EROFS", "open mkdir", "du har ikke lov til å skrive i «"),
        ("EACCES", "open mkdir", "du har ikke lov til å skrive i «"),
        ("EIO", "fsync", "data»: disken svarer med feil"),
        ("EIO", "replace", "data»: disken svarer med feil"),
        ("EPERM", "replace", "du har ikke lov til å skrive i «"),
        ("EIO", "chmod", "data»: disken svarer med feil"),
    ],
)
@pytest.mark.parametrize("words", [ONE, TWO], ids=["one", "two"])
def test_what_cannot_be_written_changes_nothing(
    rik: Path, words: tuple[str, ...], error: str, calls: str, said: str
) -> None:
    """From whichever call on the disk fails: no byte is another, and nothing is left behind."""
    before = content(rik)
    for number in range(1, 50):
        ended = styring(
            *words, data=rik, process=copy(failing(getattr(errno, error), calls, number))
        )
        if ended.status == 0:
            break
        assert said in refused(ended)
        if "Ingenting er endret." in ended.err:
            assert content(rik) == before == seen(rik)
        else:
            assert "Endringen er gjort, men ikke ført helt ferdig." in ended.err
            assert seen(rik) != before
            assert "er nå fullført" in styring("angre", data=rik).err
        assert content(rik) == before
    else:
        pytest.fail("so many calls does a change not take")
    assert number > 1
    assert done(styring("angre", data=rik))
    assert content(rik) == before
    assert left_behind(rik) == []


@pytest.mark.parametrize("name", [YEAR, "oppdrag/2023.yaml"])
def test_a_file_that_cannot_be_replaced_stops_the_whole_change(rik: Path, name: str) -> None:
    """As in a folder where only owners may take files away: the others are taken back."""
    before = content(rik)

    def around(call_: str, call: Call, given: tuple[Any, ...]) -> Any:
        if call_ == "replace" and str(given[1]).endswith(name):
            raise PermissionError(errno.EPERM, "no")
        return call(*given)

    said = refused(styring(*TWO, data=rik, process=copy(around)))
    assert "du har ikke lov til å skrive" in said
    assert "Ingenting er endret." in said
    assert content(rik) == before
    assert left_behind(rik) == []
    assert "det er ingen endring å angre" in refused(styring("angre", data=rik))


def test_a_folder_that_may_not_be_written_is_told_of(open_rik: Path) -> None:
    """The change is refused, and the folder is as it was."""
    open_rik.chmod(0o555)
    ended = forked(lambda: as_someone(open_rik, *ONE))
    open_rik.chmod(0o755)
    assert re.search(r"du har ikke lov til å skrive i «.*data»\n", refused(ended))
    assert content(open_rik) == content(RIK)


def test_a_protected_file_is_left_alone(open_rik: Path) -> None:
    """As its mode asks, though it could be replaced; for root too. The others are as before."""
    path = open_rik / "oppdrag/2023.yaml"
    open_rik.chmod(0o777)
    path.parent.chmod(0o777)
    before = content(open_rik)
    path.chmod(0o444)
    said = refused(styring(*TWO, data=open_rik))
    assert re.search(r"du har ikke lov til å skrive i «.*data/oppdrag/2023.yaml»\n", said)
    assert "Filen er skrivebeskyttet." in said
    path.chmod(0o644)
    shutil.rmtree(open_rik / ".styring")
    if os.geteuid() == 0:
        said = refused(forked(lambda: as_someone(open_rik, *TWO)))
        assert "data/oppdrag/2024.yaml»" in said, "it is not theirs"
        shutil.rmtree(open_rik / ".styring")
    assert content(open_rik) == before
    done(styring(*TWO, data=open_rik))


def test_a_protected_folder_is_left_alone_also_by_root(rik: Path) -> None:
    """It is said as before a change was made in it, and looking goes on."""
    done(styring(*ONE, data=rik))
    before = content(rik)
    rik.chmod(0o555)
    for words in (ONE, ("angre",)):
        said = refused(styring(*words, data=rik))
        assert re.search(r"du har ikke lov til å skrive i «.*data»\n", said)
    done(styring("oppdrag", "list", data=rik))
    rik.chmod(0o755)
    assert content(rik) == before
    done(styring("angre", data=rik))


@pytest.mark.parametrize("name", [".styring", ".styring/logg", ".styring/sist"])
def test_no_change_is_made_that_the_journal_cannot_keep(rik: Path, name: str) -> None:
    """It is refused before anything is written, with the folder and the way; for root too."""
    done(styring(*ONE, data=rik))
    before = content(rik)
    (rik / name).chmod(0o555)
    for words in (TWO, ("angre",)):
        said = refused(styring(*words, data=rik))
        assert re.search(rf"du har ikke lov til å skrive i «.*data/{re.escape(name)}»\n", said)
        assert "Ingenting er endret. Mappen er skrivebeskyttet. Fjern skrivebeskyttelsen" in said
        assert content(rik) == before
    (rik / name).chmod(0o755)
    done(styring(*TWO, data=rik))
    done(styring("angre", data=rik))
    assert content(rik) == before


@pytest.mark.parametrize(
    ("path", "said"), [("/x", "«/x» kan ikke brukes: "), (None, "kan ikke skrive: ")]
)
def test_only_a_stream_is_said_not_to_be_written(
    rik: Path, monkeypatch: pytest.MonkeyPatch, path: str | None, said: str
) -> None:
    """What nobody has foreseen of a file is told of that file."""

    def fails(_: Path) -> None:
        raise OSError(errno.EIO, "no", *([path] if path else []))

    monkeypatch.setattr(loggen, "logg", fails)
    ended = styring("logg", data=rik, process=copy())  # which ends it at once
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.startswith(f"Feil: {said}disken svarer med feil\n")


def test_what_counts_is_on_disk_first(rik: Path) -> None:
    """New content, and its name, before the change has begun; names again before it is done."""
    done(styring(*ONE, data=rik))

    def around(name: str, call: Call, given: tuple[Any, ...]) -> Any:
        result = call(*given)
        if name == "open":
            opened[result] = os.path.relpath(given[0], rik)
        elif name == "fsync":
            happened.append(f"sync {opened[given[0]]}")
        elif name == "replace":
            happened.append(f"-> {os.path.relpath(given[1], rik)}")
            if happened[-1].startswith("-> .styring/logg"):
                print(json.dumps(happened))
        return result

    opened: dict[int, str] = {}
    happened: list[str] = []
    calls = json.loads(done(styring(*TWO, data=rik, process=copy(around))).splitlines()[0])
    order = [re.sub(r"\.[0-9a-f]+\.styring-ny", "", call) for call in calls]
    begun, end = order.index("-> .styring/paabegynt.json"), len(order) - 1
    written = [call for call in order[: begun - 2] if call.startswith("sync ")]
    assert sorted(written) == ["sync .styring/", "sync oppdrag/", "sync oppdrag/"]
    assert sorted(order[begun - 2 : begun]) == ["sync .styring", "sync oppdrag"]
    assert order[begun + 1] == "sync .styring"
    assert sorted(order[begun + 2 : begun + 4]) == [f"-> oppdrag/{y}.yaml" for y in (2023, 2024)]
    assert order[begun + 4] == "sync oppdrag"
    assert order[end] == "-> .styring/logg/000002.json"
