"""What a build shows of faults: notes, a gate that stays, an action and a hook."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from driver import styring
from repository import CODES, git, with_faults, write


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with faults, in a repository that one stands at the root of."""
    return with_faults(tmp_path, monkeypatch)


def test_github_gets_a_note_at_each_line(data: Path) -> None:
    """A command a finding, with its place and its code, and what to do on a line below."""
    ended = styring("valider", "--format", "github")
    assert (ended.status, ended.err) == (1, "")
    assert ended.out == (
        "::error file=data/kontakter.yaml,line=2,endLine=2,col=43,endColumn=47,title=KON001::"
        "data/kontakter.yaml:2:43: KON001: ukjent kontakt «karri»%0AMente du «kari»?\n"
        "::error file=data/oppdrag.yaml,line=3,endLine=3,col=58,endColumn=60,title=OPP003::"
        "data/oppdrag.yaml:3:58: OPP003: ukjent sektor «SØS»%0AMente du «SOS»?\n"
        "::error file=data/oppdrag.yaml,line=4,endLine=4,col=64,endColumn=68,title=FELT005::"
        "data/oppdrag.yaml:4:64: FELT005: «snart» er ikke en gyldig frist%0A"
        "Skriv for eksempel 2023-12-31, 2023-06, 2023-K4, 2023-T2, 2023-H1 eller 2023.\n"
        "::warning file=data/oppdrag.yaml,line=5,endLine=5,col=31,endColumn=42,title=TXT002::"
        "data/oppdrag.yaml:5:31: TXT002: teksten har et dobbelt mellomrom%0A"
        "Skriv ett mellomrom mellom ordene.\n"
        "3 feil og 1 advarsel\n"
    )


def test_github_is_chosen_by_itself_in_its_actions(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GITHUB_ACTIONS decides where nobody asks for a format."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert styring("valider") == styring("valider", "--format", "github")
    assert styring("valider", "--format", "tekst").out.startswith("data/kontakter.yaml:2:43: feil")
    monkeypatch.setenv("GITHUB_ACTIONS", "")
    assert styring("valider") == styring("valider", "--format", "tekst")


def test_file_is_named_from_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever one stands, and with signs in the name that mean something in a command."""
    git(tmp_path, "init", "--quiet", ".")
    folder = write(tmp_path / "skjær 100%" / "da,ta: ny")
    (tmp_path / "lenke").symlink_to(folder)
    ways = ((tmp_path, folder), (folder.parent, "../skjær 100%/da,ta: ny"), (folder, "."))
    for here, way in ways:
        monkeypatch.chdir(here)
        said = styring("valider", "--data", str(way), "--format", "github").out
        assert "file=skjær 100%25/da%2Cta%3A ny/oppdrag.yaml,line=3" in said
        assert "::skjær 100%25/da,ta: ny/oppdrag.yaml:3:58: OPP003" in said
        log = styring("valider", "--data", str(way), "--format", "sarif").out
        assert '"skj%C3%A6r%20100%25/da%2Cta%3A%20ny/oppdrag.yaml"' in log
    assert "file=lenke/oppdrag.yaml" in styring("valider", "../../lenke", "-f", "github").out
    monkeypatch.chdir("/")
    through = tmp_path.parent / f"{tmp_path.name}-lenke"
    through.symlink_to(tmp_path)
    said = styring("valider", str(through / "skjær 100%" / "da,ta: ny"), "-f", "github").out
    assert "file=skjær 100%25/da%2Cta%3A ny/oppdrag.yaml" in said


@pytest.mark.parametrize("format_", ["tekst", "json", "github", "sarif"])
def test_no_more_is_shown_than_can_be_read(data: Path, format_: str) -> None:
    """A thousand of a file and of a severity; the others are counted, and hide nothing else."""
    path = data / "kontakter.yaml"
    keys = "".join(f"    ukjent{number}: x\n" for number in range(1_200))
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}  - id: ola\n    navn: Ola Nordmann\n{keys}", encoding="utf-8")
    ended = styring("valider", "--format", format_)
    assert ended.status == 1
    said = "Ikke vist: 201 til. Høyst 1000 av hver alvorlighetsgrad vises fra hver fil.\n"
    assert ended.err == said
    assert "ukjent998" in ended.out
    assert "ukjent999" not in ended.out
    assert all(code in ended.out for code in CODES)
    if format_ in ("tekst", "github"):
        assert "1203 feil og 1 advarsel" in ended.out


def test_gate_does_not_change_by_itself() -> None:
    """Actions of others are named by commit, and all that we lean on has its version."""
    workflows = [ROOT / "action.yml", *(ROOT / ".github" / "workflows").glob("*.yml")]
    used = [
        line.partition("uses:")[2].strip()
        for path in workflows
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses:" in line and "uses: ./" not in line
    ]
    assert used
    for name in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", name), name
    held = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in held)
    names = {line.partition("==")[0] for line in held}
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*pyproject["project"]["dependencies"], *pyproject["build-system"]["requires"]]
    assert {wish.partition(">=")[0] for wish in wanted} <= names
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    install = next(step for step in action["runs"]["steps"] if "PYTHON" in step.get("env", {}))
    assert install["env"]["PIP_CONSTRAINT"].endswith("/constraints.txt")


def test_action_runs_what_it_is_told(tmp_path: Path) -> None:
    """What is put into the action is one argument each, whatever is in it."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    step = action["runs"]["steps"][-1]
    program = tmp_path / "styring" / "bin" / "styring"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "<%s>" "$@"\n')
    program.chmod(0o755)
    for told, words in (
        ({"DATA": "", "SIDEN": "", "STRENG": "false"}, "<valider>"),
        (
            {"DATA": 'a "b', "SIDEN": "$(touch x); æ", "STRENG": "true"},
            '<valider><--data=a "b><--siden=$(touch x); æ><--streng>',
        ),
    ):
        assert set(told) == set(step["env"]) == {name.upper() for name in action["inputs"]}
        ended = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            env={"PATH": os.environ["PATH"], "RUNNER_TEMP": str(tmp_path), **told},
            cwd=tmp_path,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        assert ended.stdout == words
    assert not (tmp_path / "x").exists()


def test_hook_runs_whatever_is_committed() -> None:
    """A file that is deleted is none that pre-commit has a pattern for, and may be referred to."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["entry"], hook["pass_filenames"]) == ("styring valider", False)
    assert hook["always_run"] is True


def test_more_notes_than_github_shows_are_said(data: Path) -> None:
    """Above ten of a kind, the log says that the lines do not have them all."""
    record = "  - {{id: SOS-2023-{0}, tittel: Lære å telle, sektor: SØS}}\n"
    text = "aar: 2023\noppdrag:\n" + "".join(record.format(number) for number in range(11, 22))
    (data / "oppdrag.yaml").write_text(text, encoding="utf-8")
    *notes, count, more = styring("valider", "--format", "github").out.splitlines()
    assert len([note for note in notes if note.startswith("::error ")]) == 12
    assert count == "12 feil"
    assert "ti første" in more
