"""Whether what the README shows is what happens, to the letter."""

import os
import re
import shlex
import shutil
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from child import forked, program
from conftest import SHELL, Ended

from styring.register.lasting import last
from styring.register.slag import SLAG

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

INSTALL = (
    "python3 -m venv .venv && .venv/bin/pip install . "
    "&& .venv/bin/styring oppdrag list --sektor SOS"
)
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/python -m pytest"

THE_REST = "…"
"""Alone on the last line of what is shown: more follows, and is left out."""

BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SESSIONS = [
    re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    for language, block in BLOCKS
    if language == "console"
]
"""In each block the commands and what they show; they follow one another in the same folder."""
RUNS = [run for session in SESSIONS for run in session]
FILES = [
    (Path(name), text)
    for language, block in BLOCKS
    if language == "yaml"
    for text, name in re.findall(r"(^# (\w+/\w+\.yaml).*\n(?:(?!# ).*\n)*)", block, re.MULTILINE)
]
LILLEVIK_PEOPLE = """\
sektorer:
  - {kode: PARK, navn: Park og natur, direktoer: karnor}
  - {kode: HAVN, navn: Havn og brygge, direktoer: karnor}
kontakter:
  - {id: karnor, navn: Kari Nordmann, sektor: PARK}
  - {id: olanor, navn: Ola Nordmann, sektor: PARK}
"""

# Between backticks in running text, perhaps across a line end.
NAMED = sorted(
    {" ".join(named.split()) for named in re.findall(r"`styring ([^`]+)`", README)}
    - {command.removeprefix("styring ") for command, _ in RUNS}
)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the municipality's data, and with the data folders that the README makes.

    «De andre filene er i orden» means the municipality's own beside the faulty one, and beside
    the fictional ones the people that they name.
    """
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "data", place / "data")
    shutil.copytree(ROOT / "data", place / "feil")
    (place / "lillevik").mkdir()
    (place / "lillevik" / "kontakter.yaml").write_text(LILLEVIK_PEOPLE, encoding="utf-8")
    for name, text in FILES:
        (place / name).write_text(text, encoding="utf-8")
    return place


def run(command: list[str], place: Path) -> Ended:
    """What `styring` says on a pipe, both streams as one, whatever the shell around us likes."""

    def act() -> None:
        os.chdir(place)
        for name in SHELL:
            os.environ.pop(name, None)
        sys.stderr = sys.stdout
        program(*command)

    return forked(act)


def test_enough_is_shown() -> None:
    """The README shows what the program does by at least six runs of it."""
    assert len(RUNS) >= 6
    assert all(command.startswith("styring ") for command, _ in RUNS)


@pytest.mark.parametrize("session", SESSIONS, ids=[session[0][0] for session in SESSIONS])
def test_what_is_shown_is_what_comes(
    session: list[tuple[str, str]], workplace: Path, tmp_path: Path
) -> None:
    """A command gives the output under it; `…` at the end stands for one line more or many."""
    place = shutil.copytree(workplace, tmp_path / "her")
    for command, shown in session:
        ended = run(shlex.split(command)[1:], place)
        lines = shown.splitlines()
        assert THE_REST not in lines[:-1]
        comes = ended.out.splitlines()
        if lines[-1:] == [THE_REST]:
            assert len(comes) >= len(lines), f"nothing is left out of «{command}»"
            comes = [*comes[: len(lines) - 1], THE_REST]
        right = "\n".join(comes)
        assert lines == comes, f"README.md should show\n\n$ {command}\n{right}\n"
        assert ended.status == (1 if "feil" in shlex.split(command) else 0)


@pytest.mark.parametrize("command", NAMED)
def test_command_that_is_named_exists(command: str, workplace: Path) -> None:
    """A command that is only mentioned is there, with the options that are mentioned."""
    ended = run([*shlex.split(command), "--help"], workplace)
    assert ended.status == 0, ended.out
    assert "Bruk: styring" in ended.out


def test_fictional_municipality_is_sound(workplace: Path) -> None:
    """The fictional example has no fault, and each of its files says that it is fictional."""
    ended = run(["valider", "lillevik", "--alle", "--dato", "2023-09-01"], workplace)
    assert (ended.out, ended.status) == ("ingen feil\n", 0)
    for name, text in FILES:
        assert name.parent.name == "feil" or "oppdiktet" in text.partition("\n")[0]


def test_every_kind_of_data_file_is_named() -> None:
    """The README says what files there can be."""
    assert [slag.navn for slag in SLAG if f"`{slag.navn}.yaml`" not in README] == []


def test_every_field_of_an_oppdrag_is_shown(workplace: Path) -> None:
    """The fictional oppdrag fills in all that an oppdrag can have."""
    (oppdrag,) = last(workplace / "lillevik").oppdrag
    assert list(_empty(oppdrag)) == []


def _empty(post: Any) -> list[str]:
    """The fields of a record and of all in it that hold nothing."""
    if isinstance(post, tuple):
        return [name for part in post for name in _empty(part)]
    if not is_dataclass(post):
        return []
    values = {field.name: getattr(post, field.name) for field in fields(post)}
    return [
        name
        for key, value in values.items()
        for name in ([key] if value in (None, ()) else _empty(value))
    ]


def test_there_are_two_commands_to_copy() -> None:
    """One line installs and shows the program, another installs and runs the tests."""
    shell = "".join(block for language, block in BLOCKS if language == "sh")
    assert shell.splitlines() == [INSTALL, TEST]


def test_ci_runs_the_commands_from_the_readme() -> None:
    """CI takes the lines to copy from the README itself, so that they cannot come apart."""
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "grep '^python3 -m venv' README.md" in ci
    assert "pytest" not in ci
    assert re.findall(r"^python3 -m venv.*", README, re.MULTILINE) == [INSTALL, TEST]
