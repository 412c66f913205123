"""What the system refuses: each call, each errno; told in bokmål, and never as if it were done."""

import errno
import io
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from child import command, content, copy, failing, forked
from driver import Ended, styring

CHANGE = ("oppdrag", "endre", "ark-2024-01", "--tittel", "Nytt")
ERRNOS = (
    *("EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EFBIG", "ENOTDIR", "EISDIR", "ELOOP"),
    *("ENAMETOOLONG", "EINVAL", "EILSEQ", "EBUSY", "EIO", "ESTALE", "ETIMEDOUT", "EHOSTDOWN"),
    *("ENODEV", "EMFILE", "ENFILE", "ENOMEM", "EXDEV", "ENOTSUP", "EDEADLK"),
)
READS = ("stat", "lstat", "scandir", "listdir", "readlink", "open")
WRITES = ("open", "mkdir", "write", "fsync", "replace", "chmod", "close")
ENGLISH = re.compile(r"Traceback|Error|No such|denied|Errno|\[Errno|Input/output|too long")


def refusing(
    data: Path, error: str, name: str, number: int, *words: str, where: Path | None = None
) -> Ended:
    """What `styring` says when a reading call refuses for a folder from the nth one on.

    It is the data folder, or the one that is given.
    """
    left = number

    def instead(call: Callable[..., Any]) -> Callable[..., Any]:
        def around(path: Any, *rest: Any, **named: Any) -> Any:
            nonlocal left
            if isinstance(path, str | os.PathLike) and str(where or data) in os.fspath(path):
                left -= 1
                if left < 1:
                    raise OSError(getattr(errno, error), "no", os.fspath(path))
            return call(path, *rest, **named)

        return around

    with pytest.MonkeyPatch.context() as around:
        room: Any = io if name == "open" else os
        around.setattr(room, name, instead(getattr(room, name)))
        return styring(*words, data=data)


def honest(ended: Ended, healthy: Ended) -> None:
    """It was done as ever, or it is said in bokmål that it was not."""
    assert not ENGLISH.search(ended.err), ended.err
    assert ended.status in (0, 1, 3), ended.err
    if ended.status == 0:
        assert ended.out == healthy.out
    else:
        assert ended.err


@pytest.mark.parametrize("name", READS)
def test_what_cannot_be_read_is_told_whichever_call_says_so(rik: Path, name: str) -> None:
    """From the first look to the last, for showing and for changing; nothing is changed by half."""
    before = content(rik)
    for words in (("oppdrag", "list"), CHANGE):
        healthy = styring(*words, data=rik)
        styring("angre", data=rik)
        for number in (*range(1, 12), 20, 40, 80):
            ended = refusing(rik, "EIO", name, number, *words)
            honest(ended, healthy)
            if content(rik) != before or (rik / ".styring/paabegynt.json").exists():
                assert "Endringen er gjort, men ikke" in ended.err or ended.status == 0
                assert styring("angre", data=rik).status == 0
            assert content(rik) == before


@pytest.mark.parametrize("error", ERRNOS)
def test_every_refusal_is_told_in_bokmaal(rik: Path, error: str) -> None:
    """For a folder that is looked for, a file that is read, and what is written."""
    healthy = styring("oppdrag", "list", data=rik)
    before = content(rik)
    for name in READS:
        honest(refusing(rik, error, name, 1, "oppdrag", "list"), healthy)
    for name in WRITES:
        around = failing(getattr(errno, error), name)
        ended = styring(
            "oppdrag", "endre", "ark-2024-01", "--tittel", "Nytt", data=rik, process=copy(around)
        )
        assert not ENGLISH.search(ended.err), ended.err
        if ended.status == 0:
            assert content(rik) != before
            styring("angre", data=rik)
        else:
            assert (ended.status, ended.out) == (3, "")
        shutil.rmtree(rik / ".styring", ignore_errors=True)
        assert content(rik) == before
    for words in (("status", "oppdater", "--fra"), ("--data",)):
        long = str(rik.parent / ("x" * 300))
        ended = styring(*words, long, *(() if "--fra" in words else ("oppdrag", "list")), data=rik)
        assert (ended.status, ended.out) == (3, "")
        assert "navnet er lengre enn disken tar" in ended.err


SAID = {
    **dict.fromkeys(("EACCES", "EPERM", "EROFS"), "du har ikke lov til å skrive der"),
    **dict.fromkeys(("ENOSPC", "EDQUOT"), "disken er full"),
    **dict.fromkeys(("EINVAL", "EILSEQ"), "disken tar ikke et slikt navn"),
    "ENAMETOOLONG": "navnet er lengre enn disken tar",
    "EIO": "disken svarer med feil",
    "ENOTDIR": "mappen finnes ikke",
    "EISDIR": "det er en mappe",
    "ELOOP": "lenken fører til seg selv",
}


@pytest.mark.parametrize("error", ERRNOS)
def test_file_that_is_asked_for_is_refused_by_its_own_reason(rik: Path, error: str) -> None:
    """Whichever call refuses; and it is there only where it is said that it is."""
    out = rik.parent / "ut"
    out.mkdir()
    words = ("oppdrag", "list", "--ut", str(out / "liste.csv"))
    for name in ("lstat", "open", "replace"):
        ended = refusing(rik, error, name, 1, *words, where=out)
        if ended.status == 0:
            assert [path.name for path in out.iterdir()] == ["liste.csv"]
            (out / "liste.csv").unlink()
            continue
        assert (ended.status, ended.out, list(out.iterdir())) == (3, "", [])
        reason = ended.err.partition("liste.csv» kan ikke skrives: ")[2].partition("\n")[0]
        assert reason == SAID.get(error, reason)
        assert reason
        assert ("lenke" in reason) is (error == "ELOOP")
        assert not ENGLISH.search(ended.err)


def test_what_cannot_be_the_place_of_a_file_is_told_as_it_is(rik: Path) -> None:
    """On a real disk: a name that is too long, a ring of links, and something on the way there."""
    (rik.parent / "ring").symlink_to("ring")
    (rik.parent / "fil").write_text("x", encoding="utf-8")
    for name, said in {
        f"{'x' * 300}.csv": "navnet er lengre enn disken tar",
        f"{'x' * 300}/liste.csv": "navnet er lengre enn disken tar",
        "ring": "lenken fører til seg selv",
        "ring/liste.csv": "lenken fører til seg selv",
        "fil/liste.csv": "mappen finnes ikke",
        "ikke/liste.csv": "mappen finnes ikke",
    }.items():
        form = () if name.endswith(".csv") else ("--format", "csv")
        ended = styring("oppdrag", "list", "--ut", str(rik.parent / name), *form, data=rik)
        assert (ended.status, ended.out) == (3, "")
        assert f"{name}» kan ikke skrives: {said}\n" in ended.err


@pytest.mark.parametrize("error", ["EIO", "EINVAL", "ENAMETOOLONG", "EACCES"])
@pytest.mark.parametrize("name", ["stat", "open"])
def test_a_draft_that_cannot_be_looked_at_is_not_taken_for_written(
    rik: Path, error: str, name: str
) -> None:
    """Never «står som før» with exit 0 for what is not there."""
    out = rik.parent / "purringer"
    words = ("rapport", "mangler", "--format", "epost", "--ut", str(out))
    assert styring(*words, data=rik).status in (0, 1)
    some = sorted(out.iterdir())
    assert some

    def act() -> None:
        room: Any = io if name == "open" else os
        call = getattr(room, name)

        def around(path: Any, *rest: Any, **named: Any) -> Any:
            if str(path) == str(some[0]):
                raise OSError(getattr(errno, error), "no", str(path))
            return call(path, *rest, **named)

        setattr(room, name, around)
        command(rik, *words)

    ended = forked(act)
    assert ended.status == 3
    assert f"«{some[0]}» kan ikke skrives: " in ended.err
    assert "Står som før" not in ended.err
