"""What a file is besides its content stays through a change."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from changes import ONE, SOMEONE, TWO, YEAR, as_someone, done
from child import content, forked
from conftest import RIK
from driver import styring


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
