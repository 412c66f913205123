"""A data folder with faults, followed by git."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from driver import Ended, styring

WRONG = {
    "kontakter.yaml": "sektorer:\n  - {kode: SOS, navn: Samfunn, direktoer: karri}\n"
    "kontakter:\n  - {id: kari, navn: Kari Nordmann}\n",
    "maal.yaml": "satsingsomraader: []\n",
    "oppdrag.yaml": "aar: 2023\noppdrag:\n"
    "  - {id: SOS-2023-01, tittel: 100 % til å telle, sektor: SØS}\n"
    "  - {id: SOS-2023-02, tittel: Lære å måle, sektor: SOS, frist: snart}\n"
    "  - {id: SOS-2023-03, tittel: Lære  å lese, sektor: SOS}\n",
}
"""Three faults, of which one is in kontakter.yaml, and a warning."""
CODES = ["KON001", "OPP003", "FELT005", "TXT002"]


def git(place: Path, *words: str) -> str:
    """What git says, whatever its user likes."""
    me = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    env = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull}
    ended = subprocess.run(
        ["git", *me, *words], cwd=place, env=env, check=True, capture_output=True, encoding="utf-8"
    )
    return ended.stdout


def commit(place: Path) -> None:
    """Commits all that is there."""
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "--allow-empty", "--message=Alt")


def write(folder: Path, files: dict[str, str] = WRONG) -> Path:
    """A data folder with some files."""
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def change(path: Path, old: str, new: str) -> None:
    """Changes one place in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def with_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The faulty folder, committed in a repository that one stands at the root of."""
    git(tmp_path, "init", "--quiet", ".")
    folder = write(tmp_path / "data")
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    return folder


def codes(ended: Ended) -> list[str]:
    """The codes of what is shown as JSON."""
    return [found["kode"] for found in json.loads(ended.out)]


def since(*words: str) -> list[str]:
    """The codes of what is shown of what has changed."""
    return codes(styring("valider", "-f", "json", "--siden", *words))
