"""What the tests of commands share: folders to stand in, and what `styring` should show."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
DATA, EKSEMPEL, RIK = ROOT / "data", ROOT / "eksempel", TESTS / "rik"
GOLDEN = TESTS / "golden"

# How many examples a property test tries: `HYPOTHESIS_PROFILE=nightly pytest` tries many.
settings.register_profile("usual", max_examples=60, deadline=None)
settings.register_profile("nightly", max_examples=10_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

# Tests start the program anew: what is compiled is kept for the next, whatever our shell likes.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# What the shell around us may set, and the program listens to.
SHELL = (
    *("STYRING_DATA", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PYTHONIOENCODING"),
    "GITHUB_ACTIONS",
)

# In front of a command: makes the terminal it is given its own, so that Ctrl-C reaches it.
_TAKE = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)  # what runs in the background may have it ignored
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
OWN_TERMINAL = (sys.executable, "-ISc", _TAKE)


Golden = Callable[[str, str], None]
"""`golden("pipe/status.txt", shown)` holds what is shown against a file."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--oppdater`, which writes the golden files, and what pages show, instead of reading."""
    parser.addoption("--oppdater", action="store_true", help="skriv det som vises, på nytt")


@pytest.fixture(autouse=True)
def quiet_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes away what the shell around us likes."""
    for name in SHELL:
        monkeypatch.delenv(name, raising=False)


def in_format(shape: Any, format_: str, screen: Any) -> str:
    """What is shown, in a format, as text."""
    from styring.formats.format import skriv

    return skriv(shape, format_, screen).innhold.decode()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fictional municipality, in the folder that the command stands in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    shutil.copytree(RIK, folder)
    return folder


@pytest.fixture
def liten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The oppdrag file of a small data folder, to be filled; the folder is the one stood in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (folder / "kontakter.yaml").write_text(
        "sektorer:\n  - {kode: SOS, navn: Samfunn, direktoer: kari}\n"
        "  - {kode: TEK, navn: Teknisk}\n"
        "kontakter:\n  - {id: kari, navn: Kari Nordmann}\n  - {id: ola, navn: Ola Nordmann}\n",
        encoding="utf-8",
    )
    return folder / "oppdrag.yaml"


@pytest.fixture
def rik(tmp_path: Path) -> Path:
    """A copy of the fictional municipality, which one does not stand beside."""
    return shutil.copytree(RIK, tmp_path / "data")


@pytest.fixture
def open_rik() -> Iterator[Path]:
    """A data folder that others than we may come to."""
    with tempfile.TemporaryDirectory() as room:
        Path(room).chmod(0o755)
        yield shutil.copytree(RIK, Path(room, "data"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Holds a text against a golden file, to the byte."""

    def hold(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--oppdater"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        right = path.read_bytes().decode() if path.exists() else None
        assert right is not None, f"{path} is not there: run pytest --oppdater, and read it"
        assert text == right

    return hold
