"""How a command ends: interrupted, with nobody to read, or with no room to write."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import OWN_TERMINAL, ROOT, TESTS
from terminal import FICTION, STYRING, everything, surroundings, terminal


@pytest.fixture
def much(tmp_path: Path) -> Path:
    """A data folder of more than any pipe or terminal holds unread."""
    record = "  - {{id: S-{0}, tittel: {1}, sektor: S}}\n"
    text = "".join(record.format(number, "lang " * 40) for number in range(3000))
    (tmp_path / "oppdrag.yaml").write_text(f"aar: 2023\noppdrag:\n{text}", encoding="utf-8")
    (tmp_path / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (tmp_path / "kontakter.yaml").write_text("sektorer: [{kode: S, navn: S}]\n", encoding="utf-8")
    return tmp_path


def test_ctrl_c_ends_with_130_and_no_traceback(much: Path) -> None:
    """Ctrl-C on the terminal, in the middle of the work, ends it quietly."""
    ours, theirs = terminal(80)
    words = ("oppdrag", "list", "--data", str(much), "--format", "json")
    with subprocess.Popen(
        [*OWN_TERMINAL, *STYRING, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=surroundings(),
        cwd=TESTS,
    ) as child:
        os.close(theirs)
        seen = os.read(ours, 1)  # it has begun to write, and nobody reads the rest
        os.write(ours, b"\x03")
        rest = everything(ours)
    assert seen == b"["
    assert child.returncode == 130
    assert "Traceback" not in rest
    assert "KeyboardInterrupt" not in rest


@pytest.mark.parametrize("module", ["typer", "styring.register.lasting"])
def test_ctrl_c_while_loading_is_quiet_too(module: str) -> None:
    """An interrupt while Python is still importing ends in the same way."""
    interrupt = (
        "import os, runpy, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}:\n"
        "            sys.meta_path.remove(self)\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n"
        "sys.argv[1:] = sys.argv[1:]\n"
        "runpy.run_module('styring', run_name='__main__', alter_sys=True)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", interrupt, *FICTION, "oppdrag", "vis", "øko-1"],
        capture_output=True,
        check=False,
        env=surroundings(),
        cwd=TESTS,
    )
    assert ended.stderr.decode() == ""
    assert ended.returncode in (130, -signal.SIGINT)


def test_closed_pipe_ends_quietly(much: Path) -> None:
    """`| head` closes the pipe in the middle, and nobody hears a word about it."""
    words = (*STYRING, "oppdrag", "list", "--data", str(much))
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings(), cwd=TESTS
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.readline().startswith(b"Id")
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode in (0, -signal.SIGPIPE)


@pytest.mark.parametrize("words", ["oppdrag list", "valider --alle", "--help"])
def test_full_disk_is_said(words: str) -> None:
    """Output that cannot be written is refused (3), in Norwegian, and not with a traceback."""
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*STYRING, *words.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=surroundings(),
            cwd=ROOT,
        )
    said = ended.stderr.decode()
    assert ended.returncode == 3
    assert said.startswith("Feil: ")
    assert "No space left" not in said
    assert len(said.splitlines()) <= 2


def test_closed_stdout_is_no_traceback() -> None:
    """A shell's `>&-` gives no stream to write to, which is refused and not a crash."""
    ended = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *STYRING, "status"],
        stderr=subprocess.PIPE,
        check=False,
        env=surroundings(),
        cwd=ROOT,
    )
    assert b"Traceback" not in ended.stderr
    assert ended.returncode == 3


def test_nothing_is_asked_of_the_terminal() -> None:
    """A command that shows reads nothing from its terminal, and needs none."""
    ours, theirs = terminal(80)
    ended = subprocess.run(
        [*STYRING, *FICTION, "status"],
        stdin=theirs,
        capture_output=True,
        check=False,
        env=surroundings(),
    )
    assert (ended.returncode, ended.stderr.count(b"\n")) == (0, 3)
    assert select.select([ours], [], [], 0)[0] == []
    os.close(ours)
    os.close(theirs)
