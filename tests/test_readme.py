"""Whether what the README and the pages of the docs show is what happens, to the letter."""

import re
import shlex
import shutil
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from driver import styring
from vist import File, files, followed, named, runs, write

from docs.sti import REFERANSE, SIDER
from styring.nymappe.filer import tom
from styring.register.lasting import last

PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", *sorted(SIDER.rglob("*.md")))
    if path.parent != REFERANSE  # which is made, and runs nothing
}
README = PAGES["README.md"]
FILES = [file for file in files(README) if file.path.parent != Path()]

INSTALL = (
    "python3 -m venv .venv && .venv/bin/pip install . "
    "&& .venv/bin/styring oppdrag list --sektor SOS"
)
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/python -m pytest"

LILLEVIK = File(
    Path("lillevik/kontakter.yaml"),
    """\
sektorer:
  - kode: PARK
    navn: Park og natur
    direktoer: karnor
    virksomheter: [{id: parken, navn: Parken}]
  - {kode: HAVN, navn: Havn og brygge, direktoer: karnor}
kontakter:
  - {id: karnor, navn: Kari Nordmann, sektor: PARK}
  - {id: olanor, navn: Ola Nordmann, sektor: PARK}
""",
)


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A folder with what the README takes for granted.

    «De andre filene er i orden» means the municipality's own beside the faulty one, and beside
    the fictional ones the people that they name.
    """
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "data", tmp_path / "feil")
    write(LILLEVIK, tmp_path)
    return tmp_path


@pytest.fixture
def lillevik(workplace: Path) -> Path:
    """The data folder of the fictional municipality that the README shows, not yet changed."""
    for file in FILES:
        write(file, workplace)
    return workplace / "lillevik"


def test_enough_is_shown() -> None:
    """The README shows what the program does by at least six runs of it."""
    assert len(runs(README)) >= 6


@pytest.mark.parametrize("page", PAGES)
def test_what_is_shown_is_what_comes(page: str, request: pytest.FixtureRequest) -> None:
    """A command gives the output under it; `…` at the end stands for one line more or many.

    `--oppdater` writes what comes into the page, to be read before it is trusted.
    """
    start = "workplace" if page == "README.md" else "tmp_path"
    right = followed(PAGES[page], request.getfixturevalue(start))
    if request.config.getoption("--oppdater"):
        (ROOT / page).write_text(right, encoding="utf-8")
    else:
        assert PAGES[page] == right


NAMED = sorted(
    {command for page in PAGES.values() for command in named(page)}
    - {shlex.join(shown.words[1:]) for page in PAGES.values() for shown in runs(page)}
)


@pytest.mark.parametrize("command", NAMED)
def test_command_that_is_named_exists(command: str) -> None:
    """A command that is only mentioned is there, with the options that are mentioned."""
    ended = styring(*shlex.split(command), "--help")
    assert ended.status == 0, ended.out
    assert "Bruk: styring" in ended.out


def test_fictional_municipality_is_sound(lillevik: Path) -> None:
    """The fictional example has no fault, and each of its files says that it is fictional."""
    ended = styring("valider", str(lillevik), "--alle", "--dato", "2023-09-01")
    assert (ended.out, ended.status) == ("ingen feil\n", 0)
    for path, text in FILES:
        assert path.parent.name == "feil" or "oppdiktet" in text.partition("\n")[0]


def test_every_kind_of_data_file_is_named() -> None:
    """The README says what files a new folder has."""
    assert [name for name in tom(2023) if "/" not in name and f"`{name}`" not in README] == []


def test_every_field_of_an_oppdrag_is_shown(lillevik: Path) -> None:
    """The fictional oppdrag fills in all that an oppdrag can have, and own fields once."""
    (oppdrag,) = last(lillevik).oppdrag
    assert oppdrag.egne
    assert {*_empty(oppdrag)} == {"egne", "hjemmel", "lukket"}  # of its parts, not of each again


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
    shell = "".join(re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL))
    assert shell.splitlines() == [INSTALL, TEST]


def test_ci_runs_the_commands_from_the_readme() -> None:
    """CI takes the lines to copy from the README itself, so that they cannot come apart."""
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "grep '^python3 -m venv' README.md" in ci
    assert INSTALL not in ci
    assert TEST not in ci
    assert re.findall(r"^python3 -m venv.*", README, re.MULTILINE) == [INSTALL, TEST]
