"""Many who change and read at once, and the lock that keeps them apart."""

import errno
import fcntl
import os
import re
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from changes import ONE, TWO, done, refused
from child import command, content, forked, seen, start
from driver import Ended, styring
from filelock import FileLock

from styring import tolk
from styring.actions.handling import Handling
from styring.actions.oppdrag import endre
from styring.change import laas
from styring.change.commit import open_door
from styring.change.proposal import Proposal, proposed
from styring.cli.endring import gjennomfoer
from styring.cli.omgivelse import Omgivelse
from styring.register.innhold import Register

SMALL = {
    "kommune.yaml": "navn: Eksempel\nkommunenummer:\n  - {nummer: '0001', fra: 2020}\n",
    "kontakter.yaml": "sektorer:\n  - {kode: SOS, navn: Sosial}\nkontakter: []\n",
    "maal.yaml": "satsingsomraader: []\n",
    "oppdrag.yaml": "aar: 2024\noppdrag:\n"
    + "".join(f"  - {{id: SOS-2024-0{n}, tittel: Gjøre noe, sektor: SOS}}\n" for n in range(1, 6)),
}


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    """Ten who make ten changes each to one file; whoever reads sees it whole.

    Each adds its own word to a text that another adds to, which keeps the file small.
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

        for number in range(10):
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
    writers = [start(partial(changes, who)) for who in range(10)]
    ended = {writer.end() for writer in writers}
    is_over.touch()
    assert ended == {(0, "", "")}
    assert reader.end() == (0, "", "")
    found = re.findall(r"(\d+\.\d+);", (tmp_path / "oppdrag.yaml").read_text())
    assert sorted(found) == sorted(f"{who}.{number}" for who in range(10) for number in range(10))


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
