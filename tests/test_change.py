"""The door for writes from outside: many at once, bad luck, foreign hands, and undoing."""

import errno
import fcntl
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from child import Around, Call, command, content, copy, failing, forked, left_behind, seen, start
from conftest import RIK
from driver import Ended, styring
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from styring import journal, tolk
from styring.actions.handling import Handling
from styring.actions.oppdrag import endre
from styring.change import laas
from styring.change.commit import open_door
from styring.change.proposal import Proposal, proposed
from styring.cli.endring import gjennomfoer
from styring.cli.omgivelse import Omgivelse
from styring.register.innhold import Register

ONE = ("oppdrag", "del-opp", "ark-2024-01", "Hylle")
TWO = ("oppdrag", "deleger", "ark-2024-01", "byg-2023-02", "--til", "vikar")
YEAR = "oppdrag/2024.yaml"
"""The file that they change, the second one a file more."""

SOMEONE = 1234
"""A user who is not root."""

SMALL = {
    "kommune.yaml": "navn: Eksempel\nkommunenummer:\n  - {nummer: '0001', fra: 2020}\n",
    "kontakter.yaml": "sektorer:\n  - {kode: SOS, navn: Sosial}\nkontakter: []\n",
    "maal.yaml": "satsingsomraader: []\n",
    "oppdrag.yaml": "aar: 2024\noppdrag:\n"
    + "".join(f"  - {{id: SOS-2024-0{n}, tittel: Gjøre noe, sektor: SOS}}\n" for n in range(1, 6)),
}


@pytest.fixture
def rik(tmp_path: Path) -> Path:
    """A data folder of its own."""
    return shutil.copytree(RIK, tmp_path / "data")


@pytest.fixture
def open_rik() -> Iterator[Path]:
    """A data folder that others than we may come to."""
    with tempfile.TemporaryDirectory() as room:
        Path(room).chmod(0o755)
        yield shutil.copytree(RIK, Path(room, "data"))


def as_someone(data: Path, *words: str) -> None:
    """Is `styring` for an ordinary user, in a child."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(SOMEONE)
        os.setuid(SOMEONE)
    command(data, *words)


def done(ended: Ended) -> str:
    """What was said of a change that was made without a word beside it."""
    assert (ended.status, ended.err) == (0, "")
    return ended.out


def refused(ended: Ended) -> str:
    """What was said of a change that was not made: no traceback, and a way out."""
    assert (ended.status, ended.out) == (3, ""), ended.err
    assert re.match(r"Feil: .+\n.+", ended.err)
    assert "Traceback" not in ended.err
    return ended.err


# Many at once


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    """Twenty who make twenty-five changes each to one file; whoever reads sees it whole.

    Each adds its own word to a text that four others add to, which keeps the file small.
    """
    for name, text in SMALL.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    is_over = tmp_path / "over"

    def changes(who: int) -> None:
        om = Omgivelse(tmp_path, date(2024, 5, 15))

        def one_more(word: str, register: Register) -> Proposal[Handling]:
            post = tolk.oppdrag(register, f"SOS-2024-0{who % 5 + 1}")
            gjort = endre(post, {"beskrivelse": f"{post.beskrivelse or ''} {word}".strip()})
            return proposed(register, gjort, om.dag)

        for number in range(25):
            gjennomfoer(om, partial(one_more, f"{who}.{number};"))

    def reads() -> None:
        os.nice(19)
        most = 0
        while not is_over.exists():
            now = seen(tmp_path)["oppdrag.yaml"].count(b";")
            assert now >= most
            most = now
        assert most

    reader = start(reads)
    writers = [start(partial(changes, who)) for who in range(20)]
    ended = {writer.end() for writer in writers}
    is_over.touch()
    assert ended == {(0, "", "")}
    assert reader.end() == (0, "", "")
    found = re.findall(r"(\d+\.\d+);", (tmp_path / "oppdrag.yaml").read_text())
    assert sorted(found) == sorted(f"{who}.{number}" for who in range(20) for number in range(25))


def test_readers_see_all_of_a_change_or_nothing(rik: Path) -> None:
    """A change of two files is never seen in one of them only, however often it comes and goes."""
    is_over = rik.parent / "over"

    def changes() -> None:
        for _ in range(15):
            for words in (TWO, ("angre",)):
                with pytest.raises(SystemExit) as ended:
                    command(rik, *words)
                assert ended.value.code == 0
        is_over.touch()

    writer = start(changes)
    sights = set[tuple[int, ...]]()
    while not is_over.exists():
        now = seen(rik)
        sights.add(tuple(now[f"oppdrag/{year}.yaml"].count(b"til: vikar") for year in (2023, 2024)))
    assert writer.end().status == 0
    assert sights == {(0, 0), (1, 1)}


# Bad luck


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


def test_a_lock_that_others_hold_is_waited_for_and_then_given_up(
    rik: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is changed; when they let go, the same command does it."""
    done(styring(*ONE, data=rik))
    before = content(rik)
    monkeypatch.setattr(laas, "WAIT", 0.2)
    with FileLock(rik / ".styring/laas"):
        assert "noen andre holder på med en endring" in refused(styring(*ONE, data=rik))
    with open_door(rik):
        said = refused(styring(*ONE, data=rik))
    now = datetime.now().astimezone()
    assert re.search(rf": \S+ \(prosess {os.getpid()}\), siden {now:%d.%m.%Y} kl. ", said)
    assert "slett" not in said, "it is held for sure"
    assert content(rik) == before
    done(styring(*ONE, data=rik))


def without_flock(*words: str, data: Path, error: str = "ENOSYS") -> Ended:
    """What `styring` does on a disk that cannot lock files."""

    def flock(_: int, __: int) -> None:
        raise OSError(getattr(errno, error), "no")

    def act() -> None:
        setattr(fcntl, "flock", flock)  # noqa: B010 - mypy would have it of the same type
        command(data, *words)

    return forked(act)


@pytest.mark.parametrize("error", ["ENOSYS", "EOPNOTSUPP", "ENOLCK"])
def test_a_disk_that_locks_no_files_is_changed_all_the_same(rik: Path, error: str) -> None:
    """Without a word of the system's, and also where another machine could lock before."""
    before = content(rik)
    for words in (ONE, ("angre",)):
        done(without_flock(*words, error=error, data=rik))
    done(styring(*ONE, data=rik))
    done(without_flock("angre", error=error, data=rik))
    assert content(rik) == before
    assert not (rik / ".styring/laas-uten-flock").exists()


@pytest.mark.parametrize("name", ["laas", "laas-uten-flock"])
def test_a_lock_that_was_left_names_its_file_and_who_held_it(rik: Path, name: str) -> None:
    """At once when it is old; deleting it is the way out."""
    done(styring(*ONE, data=rik))
    before = content(rik)
    lock = rik / ".styring" / name
    lock.write_text("PC1 (prosess 4711)")
    os.utime(lock, (1778400000, 1778400000))
    runs: list[Callable[..., Ended]] = (
        [without_flock] if name == "laas" else [without_flock, styring]
    )
    for runs_ in runs:
        said = refused(runs_("angre", data=rik))
        assert "de samme dataene: PC1 (prosess 4711), siden 10.05.2026 kl. " in said
        assert re.search(rf"Er det ingen som holder på, slett «.*data/\.styring/{name}»\.", said)
    assert content(rik) == before
    lock.unlink()
    done(without_flock("angre", data=rik))


def test_a_lock_that_the_dead_held_holds_nobody(rik: Path) -> None:
    """Where the system locks, what is written of who had it is of no weight."""
    done(styring(*ONE, data=rik))
    (rik / ".styring/laas").write_text("PC1 (prosess 4711)")
    done(styring("angre", data=rik))
    assert (rik / ".styring/laas").read_bytes() == b""


def test_those_who_lock_and_those_who_cannot_keep_each_other_out(
    rik: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever comes first."""
    done(styring(*ONE, data=rik))
    monkeypatch.setattr(laas, "WAIT", 0.2)
    with open_door(rik):
        assert "noen andre holder på" in refused(without_flock("angre", data=rik))
    with monkeypatch.context() as patched:

        def flock(_: int, __: int) -> None:
            raise OSError(errno.ENOSYS, "no")

        patched.setattr(fcntl, "flock", flock)
        with open_door(rik):
            patched.undo()
            monkeypatch.setattr(laas, "WAIT", 0.2)
            assert "noen andre holder på" in refused(styring("angre", data=rik))
    done(styring("angre", data=rik))


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


@pytest.mark.parametrize(
    ("path", "said"), [("/x", "«/x» kan ikke brukes: "), (None, "kan ikke skrive: ")]
)
def test_only_a_stream_is_said_not_to_be_written(
    rik: Path, monkeypatch: pytest.MonkeyPatch, path: str | None, said: str
) -> None:
    """What nobody has foreseen of a file is told of that file."""

    def fails(_: Path) -> None:
        raise OSError(errno.EIO, "no", *([path] if path else []))

    monkeypatch.setattr(journal, "logg", fails)
    ended = styring("logg", data=rik, process=copy())  # which ends it at once
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.startswith(f"Feil: {said}disken svarer med feil\n")


def test_other_files_in_the_journal_are_let_alone(rik: Path) -> None:
    """Such as what a service that copies folders around calls a conflict."""
    done(styring(*ONE, data=rik))
    other = rik / ".styring/logg/000001 (konflikt).json"
    other.write_text("?")
    done(styring(*ONE, data=rik))
    assert len(done(styring("logg", data=rik)).splitlines()) == 3
    assert other.exists()


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


# What a file is besides its content


def test_links_stay_links(rik: Path) -> None:
    """The file in the folder that a link leads to is changed, be it elsewhere or behind two."""
    elsewhere = rik / "felles"
    elsewhere.mkdir()
    for year, name in ((2023, "../felles/a"), (2024, str(elsewhere / "b"))):
        (rik / f"oppdrag/{year}.yaml").rename(rik / "oppdrag" / name)
        (rik / f"oppdrag/{year}.yaml").symlink_to(name)
    (elsewhere / "b").rename(elsewhere / "c")
    (elsewhere / "b").symlink_to("c")
    (rik.parent / "link").symlink_to("data")
    before = content(rik)
    done(styring(*TWO, data=rik.parent / "link"))
    assert [path.is_symlink() for path in sorted((rik / "oppdrag").iterdir())] == [True, True]
    assert (elsewhere / "b").is_symlink()
    for path in (elsewhere / "a", elsewhere / "c"):
        assert b"til: vikar" in path.read_bytes()
    done(styring("angre", data=rik))
    assert content(rik) == before
    assert sorted(path.name for path in elsewhere.iterdir()) == ["a", "b", "c"]


def test_a_shared_file_keeps_its_mode(rik: Path) -> None:
    """Through a change, through undoing it, and nothing in the journal is for more eyes."""
    path = rik / YEAR
    for mode in (0o640, 0o600, 0o664):
        path.chmod(mode)
        done(styring(*TWO, data=rik))
        assert path.stat().st_mode & 0o7777 == mode
        copies = [
            p for p in (rik / ".styring/sist").iterdir() if p.read_bytes() == path.read_bytes()
        ]
        for kept in (*copies, rik / ".styring/logg/000001.json"):
            assert len(copies) == 1
            assert kept.stat().st_mode & 0o777 & ~mode == 0
        done(styring("angre", data=rik))
        assert path.stat().st_mode & 0o7777 == mode
        shutil.rmtree(rik / ".styring")


def test_the_journal_is_for_those_who_may_read_all_of_its_files(rik: Path) -> None:
    """Nobody reads of one file in what is kept of a change because another is theirs too."""
    entry = rik / ".styring/logg/000001.json"
    for modes, mode in (((0o640, 0o604), 0o600), ((0o664, 0o640), 0o640), ((0o644,) * 2, 0o644)):
        for year, its in zip((2023, 2024), modes, strict=True):
            (rik / f"oppdrag/{year}.yaml").chmod(its)
        done(styring(*TWO, data=rik))
        assert entry.stat().st_mode & 0o777 == mode
        done(styring("angre", data=rik))
        shutil.rmtree(rik / ".styring")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
@pytest.mark.parametrize(("mode", "kept"), [(0o640, 0o600), (0o644, 0o644), (0o660, 0o600)])
def test_what_is_kept_of_files_of_two_groups_is_for_neither(
    rik: Path, mode: int, kept: int
) -> None:
    """But for what all may read anyway; and of two owners' files, for who changed them."""
    for year, who in ((2023, 4321), (2024, 77)):
        (rik / f"oppdrag/{year}.yaml").chmod(mode)
        os.chown(rik / f"oppdrag/{year}.yaml", who, who)
    done(styring(*TWO, data=rik))
    status = (rik / ".styring/logg/000001.json").stat()
    assert (status.st_uid, status.st_mode & 0o777) == (0, kept)


def test_the_journal_is_for_those_the_folder_is_for(rik: Path) -> None:
    """Whoever may write in the folder may come to the door, whatever the first one's umask is."""
    rik.chmod(0o2775)
    before = os.umask(0o077)
    try:
        done(styring(*ONE, data=rik))
    finally:
        os.umask(before)
    for name in (".styring", ".styring/logg", ".styring/sist"):
        assert (rik / name).stat().st_mode & 0o7777 == 0o2775
    assert (rik / ".styring/laas").stat().st_mode & 0o777 == 0o664


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_root_takes_no_files_from_anyone(open_rik: Path) -> None:
    """A file that is changed, and the journal, belong to whom they should; they can go on."""
    for path in (open_rik, *open_rik.rglob("*")):
        os.chown(path, SOMEONE, 4321)
    os.chown(open_rik / YEAR, SOMEONE, 77)
    done(styring(*TWO, data=open_rik))
    owners = {(path.stat().st_uid, path.stat().st_gid) for path in open_rik.rglob("*")}
    assert owners == {(SOMEONE, 4321), (SOMEONE, 77)}
    assert (open_rik / YEAR).stat().st_gid == 77
    done(forked(lambda: as_someone(open_rik, "angre")))
    assert content(open_rik) == content(RIK)


@pytest.mark.parametrize(
    "shape",
    [
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text.rstrip(b"\n"),
        lambda text: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n").rstrip(b"\r\n"),
    ],
    ids=["bom", "crlf", "no end", "all"],
)
def test_the_shape_of_a_file_is_kept(rik: Path, shape: Callable[[bytes], bytes]) -> None:
    """Byte order mark, line ends and what is at the end, also when the change is undone."""
    path = rik / YEAR
    path.write_bytes(old := shape(path.read_bytes()))
    done(styring(*ONE, data=rik))
    new = path.read_bytes()
    assert new.startswith(old[:3])
    assert new.endswith(b"\n") == old.endswith(b"\n")
    assert new.count(b"\r\n") == new.count(b"\n") * (b"\r\n" in old)
    done(styring("angre", data=rik))
    assert path.read_bytes() == old


# Foreign hands


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


def broken_off(data: Path, behind: str = "paabegynt.json") -> None:
    """Begins with the change of two files, and ends right behind the replacing of a file."""

    def around(name: str, call: Call, given: tuple[Any, ...]) -> Any:
        result = call(*given)
        if name == "replace" and str(given[1]).endswith(behind):
            os._exit(99)
        return result

    assert styring(*TWO, data=data, process=copy(around)).status == 99


def tidied_away(data: Path) -> None:
    """Takes the new content of files away, as `git clean` would."""
    for name in left_behind(data):
        if name.endswith("-ny"):
            (data / name).unlink()


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


# Undoing, and the list of changes


def test_changes_are_undone_one_by_one(rik: Path) -> None:
    """As often as there are changes, those of two files as one; then there is nothing left."""
    states = [content(rik)]
    report = (
        "status",
        "oppdater",
        "øko-2024-02",
        "--status",
        "ferdig",
        "--kommentar",
        "Alt er gjort",
    )
    for words in (ONE, TWO, report, ONE):
        done(styring(*words, data=rik))
        states.append(content(rik))
    assert done(styring("angre", data=rik)).startswith("Angret: styring --data ")
    states.pop()
    assert content(rik) == states[-1]
    done(styring(*ONE, "Skap", data=rik))
    states.append(content(rik))
    while len(states) > 1:
        states.pop()
        shown = done(styring("angre", "--diff", data=rik))
        assert shown.startswith(("---", "diff", "data", str(rik)))
        done(styring("angre", data=rik))
        assert content(rik) == states[-1]
    said = refused(styring("angre", data=rik))
    assert said.startswith("Feil: det er ingen endring å angre\n")


@pytest.mark.parametrize("name", [YEAR, "oppdrag/2023.yaml"])
def test_what_was_edited_since_is_not_undone(rik: Path, name: str) -> None:
    """What differs is shown; when the edit is taken back, undoing goes on."""
    done(styring(*TWO, data=rik))
    path = rik / name
    before = path.read_bytes()
    old = (RIK / name).read_bytes().splitlines()
    (new,) = (line for line in before.splitlines() if line not in old and b"vikar" in line)
    path.write_bytes(before.replace(new, new.replace(b"vikar", b"katben")))
    now = content(rik)
    for words in (["angre"], ["angre", "--diff"]):
        said = refused(styring(*words, data=rik))
        assert "er redigert der endringen gjorde noe, så den kan ikke angres" in said
        assert re.search(rf"\n.*{name}:\d+:\n-.*til: vikar.*\n\+.*til: katben", said)
    assert content(rik) == now
    path.write_bytes(before)
    done(styring("angre", data=rik))
    assert content(rik) == content(RIK)


def test_what_others_have_built_on_is_not_undone(rik: Path) -> None:
    """Undoing that would bring a fault is refused, with the fault and what to do."""
    done(styring("oppdrag", "ny", "Male", "--sektor", "ARK", data=rik))
    new = json.loads(done(styring("logg", "--format", "json", data=rik)))[0]["ider"][0]
    path = rik / "vedtak.yaml"
    was = path.read_bytes()
    path.write_bytes(was.replace(b"oppdrag: [BYG-2023-01]", f"oppdrag: [{new}]".encode()))
    before = content(rik)
    for words in (["angre"], ["angre", "--diff"]):
        ended = styring(*words, data=rik)
        assert (ended.status, ended.out) == (3, "")
        assert "VED001" in ended.err
        assert f"{new}" in ended.err
        assert "Feil: å angre ville gitt feil i dataene, så ingenting er endret\n" in ended.err
        assert "Rett det først" in ended.err
    assert content(rik) == before
    path.write_bytes(was)
    done(styring("angre", data=rik))
    assert content(rik) == content(RIK)


def test_a_file_that_is_gone_is_not_undone(rik: Path) -> None:
    """It is said which."""
    done(styring(*TWO, data=rik))
    (rik / YEAR).unlink()
    assert f"{YEAR}» finnes ikke lenger" in refused(styring("angre", data=rik))


def test_the_journal_is_bounded(rik: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest changes go first; those that are left can be undone, one after the other."""
    monkeypatch.setattr(journal, "MAX_ENTRIES", 4)
    for number in range(7):
        done(styring(*ONE, f"Nr. {number}", data=rik))
    kept = sorted(path.name for path in (rik / ".styring/logg").iterdir())
    assert kept == ["000004.json", "000005.json", "000006.json", "000007.json"]
    monkeypatch.setattr(journal, "MAX_BYTES", 1500)
    done(styring(*ONE, "x" * 3000, data=rik))
    assert [path.name for path in (rik / ".styring/logg").iterdir()] == ["000008.json"]
    done(styring("angre", data=rik))


def test_bounds_do_not_let_an_undoing_be_undone(rik: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the change that was undone is no longer kept, there is nothing to undo."""
    monkeypatch.setattr(journal, "MAX_ENTRIES", 1)
    done(styring(*ONE, data=rik))
    done(styring("angre", data=rik))
    assert "det er ingen endring å angre" in refused(styring("angre", data=rik))


@pytest.mark.parametrize("form", ["tabell", "csv", "markdown", "json", "yaml"])
def test_changes_are_listed_in_every_format(rik: Path, form: str) -> None:
    """The newest first, with the command, what it was about, and whether it is undone."""
    done(styring(*ONE, data=rik))
    done(styring(*TWO, data=rik))
    done(styring("angre", data=rik))
    shown = done(styring("logg", "--format", form, data=rik))
    places = [shown.index(word) for word in ("angre", "vikar", "Hylle")]
    assert places == sorted(places)
    assert all(id_ in shown for id_ in ("ARK-2024-01.1", "BYG-2023-02", "delegering", "oppgaver"))
    if form == "json":
        newest, undone, first = json.loads(shown)
        assert (newest["nr"], newest["angrer"], newest["angret"]) == (3, 2, False)
        assert (undone["nr"], undone["angrer"], undone["angret"]) == (2, None, True)
        assert undone["filer"] == [YEAR, "oppdrag/2023.yaml"]
        assert first["kommando"][-4:] == [*ONE]


def test_no_changes_are_said_to_be_none(rik: Path) -> None:
    """Looking makes no journal either."""
    ended = styring("logg", data=rik)
    assert ended == (0, "", "Ingen endringer er gjort med styring her.\n")
    assert styring("logg", "--format", "json", data=rik).out == "[]\n"
    assert not (rik / ".styring").exists()


@pytest.mark.parametrize("form", ["tabell", "csv", "markdown", "json", "yaml"])
def test_what_a_command_said_comes_out_as_text(rik: Path, form: str) -> None:
    """A recorded command steers no terminal: not in the list, not when undone or finished."""
    evil = rik.rename(rik.parent / "\x1b]0;eid\x07\x1b[31m\x9b2J[red]\u202e")
    done(styring(*ONE, data=evil))
    shown = [styring("logg", "--format", form, data=evil), styring("angre", "--diff", data=evil)]
    entry = evil / ".styring/logg/000001.json"
    entry.rename(evil / ".styring/paabegynt.json")
    shown += [styring(*ONE, data=evil), styring("angre", data=evil), styring("angre", data=evil)]
    (evil / YEAR).write_bytes((evil / YEAR).read_bytes() + b"# \x1b[31m\n")
    assert "er nå fullført" in shown[2].err
    assert [ended.status for ended in shown] == [0] * 5
    shown += [styring("oppdrag", "endre", "ark-2024-01", "--tittel", "\x1b[31m", data=evil)]
    for ended in shown:
        assert not re.search(
            "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", ended.out + ended.err
        )


def test_git_sees_only_the_data(rik: Path) -> None:
    """The journal keeps itself out of it."""

    def git(*words: str) -> str:
        environment = {"PATH": os.environ["PATH"], "HOME": str(rik.parent)}
        author = ("-c", "user.name=x", "-c", "user.email=x@example.com")
        return subprocess.run(
            ["git", "-C", str(rik), *author, *words],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")
    done(styring(*ONE, data=rik))
    assert git("status", "--porcelain") == f" M {YEAR}\n"
    done(styring("angre", data=rik))
    assert git("status", "--porcelain", "--untracked-files=all") == ""


# All of it, in any order

IDS = st.sampled_from(
    ["ark-2024-01", "øko-2024-01", "byg-2023-01", "BYG-2024-01", "ark-2023-01", "byg-2023-01.2"]
)
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n:#'\"-|>[]{}&*!%@`\\, "),
    min_size=1,
    max_size=20,
)
WHO = st.sampled_from(["vikar", "arlbo", "katben", "zoleik", "finnes-ikke"])
STATUS = st.sampled_from(["ferdig", "under arbeid", "satt på vent", "ikke startet"])
WORDS = st.one_of(
    st.just(("angre",)),
    st.tuples(st.just("oppdrag"), st.just("del-opp"), IDS, st.just("--"), TEXT, TEXT),
    st.tuples(st.just("oppdrag"), st.just("deleger"), IDS, IDS, st.just("--til"), WHO),
    st.tuples(st.just("oppdrag"), st.just("endre"), IDS, TEXT.map("--tittel={}".format)),
    st.tuples(st.just("oppdrag"), st.just("endre"), IDS, TEXT.map("--beskrivelse={}".format)),
    st.tuples(st.just("oppdrag"), st.just("endre"), IDS, st.just("--fjern=frist")),
    st.tuples(st.just("oppdrag"), st.just("knytt"), IDS, st.just("--delmaal=ØY1.2")),
    st.tuples(st.just("oppdrag"), st.just("ny"), st.just("--sektor=ARK"), st.just("--"), TEXT),
    st.tuples(
        *(st.just("status"), st.just("oppdater"), IDS, st.just("--status"), STATUS),
        TEXT.map("--kommentar={}".format),
    ),
)


KINDS = {
    *("angre", "oppdrag del-opp", "oppdrag deleger", "oppdrag endre", "oppdrag knytt"),
    *("oppdrag ny", "status oppdater"),
}
"""The commands of which the sequences are made."""


def test_undoing_everything_gives_every_byte_back(tmp_path: Path) -> None:
    """Whatever was done and undone in between; what was refused changed nothing."""
    data, made = tmp_path / "data", tmp_path / "made"

    def status(*words: str) -> object:
        with pytest.raises(SystemExit) as ended:
            command(data, *words)
        return ended.value.code

    def act(commands: list[tuple[str, ...]]) -> None:
        states = [content(data)]
        for words in commands:
            is_done = status(*words) == 0
            now = content(data)
            if words == ("angre",) and is_done:
                states.pop()
            elif is_done and now != states[-1]:
                states.append(now)
            assert now == states[-1]
            if is_done:
                with made.open("a") as file:
                    file.write(f"{' '.join(words[:2])}\n")
        while len(states) > 1:
            states.pop()
            assert status("angre") == 0
            assert content(data) == states[-1]
        assert status("angre") == 3
        assert content(data) == content(RIK)

    @settings(max_examples=settings().max_examples // 3)  # each makes up to eight changes
    @given(st.lists(WORDS, max_size=8))
    def any_order(commands: list[tuple[str, ...]]) -> None:
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(RIK, data)
        ended = forked(partial(act, commands))
        assert ended.status == 0, ended.err

    any_order()
    assert set(made.read_text().splitlines()) == KINDS
