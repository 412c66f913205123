"""What a build sees: faults as notes and as SARIF, in some files, and on changed lines."""

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, Run
from driver import Ended
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from sarif_pydantic import Sarif  # type: ignore[import-untyped]

from styring.finding import MANGE
from styring.git import endrede_linjer
from styring.rules.kjoering import alle

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


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The faulty folder, committed in a repository that one stands at the root of."""
    git(tmp_path, "init", "--quiet", ".")
    folder = write(tmp_path / "data")
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    return folder


def codes(ended: Ended) -> list[str]:
    """The codes of what is shown as JSON."""
    return [found["kode"] for found in json.loads(ended.out)]


def since(run: Run, *words: str) -> list[str]:
    """The codes of what is shown of what has changed."""
    return codes(run("valider", "-f", "json", "--siden", *words))


# --- in a build -----------------------------------------------------------------------------


def test_github_gets_a_note_at_each_line(run: Run, data: Path) -> None:
    """A command a finding, with its place and its code, and what to do on a line below."""
    ended = run("valider", "--format", "github")
    assert (ended.status, ended.err) == (1, "")
    assert ended.out == (
        "::error file=data/kontakter.yaml,line=2,endLine=2,col=43,endColumn=47,title=KON001::"
        "data/kontakter.yaml:2:43: KON001: ukjent kontakt «karri»%0AMente du «kari»?\n"
        "::error file=data/oppdrag.yaml,line=3,endLine=3,col=58,endColumn=60,title=OPP003::"
        "data/oppdrag.yaml:3:58: OPP003: ukjent sektor «SØS»%0AMente du «SOS»?\n"
        "::error file=data/oppdrag.yaml,line=4,endLine=4,col=64,endColumn=68,title=FELT005::"
        "data/oppdrag.yaml:4:64: FELT005: «snart» er ikke en gyldig frist%0A"
        "Skriv for eksempel 2023-12-31, 2023-06, 2023-K4, 2023-T2 eller 2023.\n"
        "::warning file=data/oppdrag.yaml,line=5,endLine=5,col=31,endColumn=42,title=TXT002::"
        "data/oppdrag.yaml:5:31: TXT002: teksten har et dobbelt mellomrom%0A"
        "Skriv ett mellomrom mellom ordene.\n"
        "3 feil og 1 advarsel\n"
    )


def test_github_is_chosen_by_itself_in_its_actions(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GITHUB_ACTIONS decides where nobody asks for a format."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("valider") == run("valider", "--format", "github")
    assert run("valider", "--format", "tekst").out.startswith("data/kontakter.yaml:2:43: feil")
    monkeypatch.setenv("GITHUB_ACTIONS", "")
    assert run("valider") == run("valider", "--format", "tekst")


def test_file_is_named_from_the_root_of_the_repository(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever one stands, and with signs in the name that mean something in a command."""
    git(tmp_path, "init", "--quiet", ".")
    folder = write(tmp_path / "skjær 100%" / "da,ta: ny")
    (tmp_path / "lenke").symlink_to(folder)
    ways = ((tmp_path, folder), (folder.parent, "../skjær 100%/da,ta: ny"), (folder, "."))
    for here, way in ways:
        monkeypatch.chdir(here)
        said = run("valider", "--data", str(way), "--format", "github").out
        assert "file=skjær 100%25/da%2Cta%3A ny/oppdrag.yaml,line=3" in said
        assert "::skjær 100%25/da,ta: ny/oppdrag.yaml:3:58: OPP003" in said
        log = run("valider", "--data", str(way), "--format", "sarif").out
        assert '"skj%C3%A6r%20100%25/da%2Cta%3A%20ny/oppdrag.yaml"' in log
    assert "file=lenke/oppdrag.yaml" in run("valider", "../../lenke", "-f", "github").out
    monkeypatch.chdir("/")
    through = tmp_path.parent / f"{tmp_path.name}-lenke"
    through.symlink_to(tmp_path)
    said = run("valider", str(through / "skjær 100%" / "da,ta: ny"), "-f", "github").out
    assert "file=skjær 100%25/da%2Cta%3A ny/oppdrag.yaml" in said


@pytest.mark.parametrize("format_", ["tekst", "json", "github", "sarif"])
def test_no_more_is_shown_than_can_be_read(run: Run, data: Path, format_: str) -> None:
    """A thousand of a file and of a severity; the others are counted, and hide nothing else."""
    path = data / "kontakter.yaml"
    keys = "".join(f"    ukjent{number}: x\n" for number in range(1_200))
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}  - id: ola\n    navn: Ola Nordmann\n{keys}", encoding="utf-8")
    ended = run("valider", "--format", format_)
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


def test_more_notes_than_github_shows_are_said(run: Run, data: Path) -> None:
    """Above ten of a kind, the log says that the lines do not have them all."""
    record = "  - {{id: SOS-2023-{0}, tittel: Lære å telle, sektor: SØS}}\n"
    text = "aar: 2023\noppdrag:\n" + "".join(record.format(number) for number in range(11, 22))
    (data / "oppdrag.yaml").write_text(text, encoding="utf-8")
    *notes, count, more = run("valider", "--format", "github").out.splitlines()
    assert len([note for note in notes if note.startswith("::error ")]) == 12
    assert count == "12 feil"
    assert "ti første" in more


# --- SARIF ----------------------------------------------------------------------------------


def unknown(model: Any) -> list[str]:
    """The keys in SARIF that SARIF does not know."""
    if isinstance(model, list):
        return [key for part in model for key in unknown(part)]
    if isinstance(model, dict):
        return unknown(list(model.values()))
    if not isinstance(model, BaseModel):
        return []
    return [*(model.model_extra or {}), *unknown([value for _, value in model])]


def sarif(ended: Ended) -> Any:
    """The one run of SARIF that is shown, when it is SARIF."""
    log = json.loads(ended.out)
    assert unknown(Sarif.model_validate(log)) == ["columnKind"]  # 3.14.17, which it has not got
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


def test_sarif_has_the_same_faults_as_json(run: Run, data: Path) -> None:
    """Each has its rule, its message with the way out, and its place in characters."""
    ended = run("valider", "--format", "sarif")
    assert (ended.status, ended.err) == (1, "")
    found = json.loads(run("valider", "--format", "json").out)
    shown = sarif(ended)
    assert shown["columnKind"] == "unicodeCodePoints"
    rules = shown["tool"]["driver"]["rules"]
    for right, result in zip(found, shown["results"], strict=True):
        assert result["ruleId"] == rules[result["ruleIndex"]]["id"] == right["kode"]
        assert result["level"] == {"feil": "error", "advarsel": "warning"}[right["alvor"]]
        assert result["message"]["text"] == f"{right['melding']}. {right['raad']}"
        (place,) = (place["physicalLocation"] for place in result["locations"])
        assert place["artifactLocation"] == {"uri": right["fil"], "uriBaseId": "ROT"}
        assert place["region"] == {
            "startLine": right["linje"],
            "startColumn": right["kolonne"],
            "endColumn": right["kolonne"] + right["lengde"],
        }


def test_sarif_explains_every_rule(run: Run) -> None:
    """Each rule has its title, why it matters, and its examples, as `forklar` has them."""
    shown = sarif(run("valider", "--format", "sarif", "--data", str(ROOT / "eksempel")))
    rules = {rule["id"]: rule for rule in shown["tool"]["driver"]["rules"]}
    assert list(rules) == [regel.kode for regel in alle()]
    for regel in alle():
        rule = rules[regel.kode]
        assert rule["shortDescription"]["text"] == regel.tittel
        assert rule["fullDescription"]["text"].split() == regel.hvorfor.split()
        assert rule["help"]["text"] == regel.forklaring
        for eksempel in regel.eksempler:
            assert f"```yaml\n{eksempel.tekst}\n```" in rule["help"]["markdown"]


def prints(run: Run) -> list[str]:
    """What each fault is known by."""
    shown = sarif(run("valider", "--format", "sarif"))
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in shown["results"]]


def test_fault_in_sarif_is_known_when_lines_move(run: Run, data: Path) -> None:
    """A line more above changes nothing; two equal ones are two; a changed line is another."""
    path = data / "oppdrag.yaml"
    before = prints(run)
    change(path, "aar: 2023\n", "# En linje til\naar: 2023\n")
    assert prints(run) == before
    (data / "kontakter.yaml").write_text("sektorer: []\nkontakter: []\n", encoding="utf-8")
    line = "  - {id: SOS-2023-01, tittel: Telle, sektor: SØS}\n"
    path.write_text(f"aar: 2023\noppdrag:\n{line}{line}", encoding="utf-8")
    twice = prints(run)
    assert len(twice) == len(set(twice)) == 3
    change(path, f"{line}{line}", line.replace("Telle", "Lese") + line)
    assert set(twice) - set(prints(run)) == {max(twice, key=lambda known: known.endswith(":2"))}


def test_text_from_data_is_no_link_or_placeholder_in_sarif(run: Run, data: Path) -> None:
    """What SARIF would read in a message is written so that it is text."""
    change(data / "oppdrag.yaml", "sektor: SØS", 'sektor: "{0} [her](http://x.example)"')
    (result,) = (
        result
        for result in sarif(run("valider", "--format", "sarif"))["results"]
        if result["ruleId"] == "OPP003"
    )
    assert "«{{0}} [her]\\(http://x.example)»" in result["message"]["text"]


# --- some files -----------------------------------------------------------------------------


def test_only_the_faults_of_some_files(run: Run, data: Path) -> None:
    """All is checked, that in some files is shown, and that in others is counted."""
    ended = run("valider", "-f", "json", "data/oppdrag.yaml")
    assert (codes(ended), ended.status) == (CODES[1:], 1)
    assert ended.err == "Ikke vist: 1 feil i andre filer.\n"
    ended = run("valider", "data/maal.yaml", "--streng")
    assert (ended.out, ended.status) == ("ingen feil\n", 0)
    assert ended.err == "Ikke vist: 3 feil og 1 advarsel i andre filer.\n"
    both = run("valider", "-f", "json", "data", "data/oppdrag.yaml", f"{data}/kontakter.yaml")
    assert (codes(both), both.err) == (CODES, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("data/oppdrg.yaml", "«data/oppdrg.yaml» er ikke en datafil i «data»"),
        ("annet/oppdrag.yaml", "«annet/oppdrag.yaml» er ikke en datafil i «data»"),
        ("data annet", "to mapper: «data» og «annet»"),
    ],
)
def test_file_that_is_no_data_file_is_wrong_use(
    words: str, said: str, run: Run, data: Path
) -> None:
    """A file outside the folder, or one that is not read, is named, with those there are."""
    write(data.parent / "annet")
    ended = run("valider", *words.split())
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"Feil: {said}\n")
    assert "data/oppdrag.yaml" in ended.err or "Velg én" in ended.err


# --- changed lines --------------------------------------------------------------------------


def test_only_the_faults_on_changed_lines(run: Run, data: Path) -> None:
    """Old faults are counted and do not fail; a new one does, though lines have moved."""
    ended = run("valider", "--siden", "HEAD")
    assert ended == Ended(
        0, "ingen feil\n", "Ikke vist: 3 feil og 1 advarsel på linjer som ikke er endret.\n"
    )
    path = data / "oppdrag.yaml"
    change(path, "aar: 2023\n", "# En linje til\naar: 2023\n")
    assert since(run, "HEAD") == []
    change(path, "Lære å måle, sektor: SOS", "Lære å måle, sektor: SÅS")
    ended = run("valider", "-f", "json", "--siden", "HEAD")
    assert (codes(ended), ended.status) == (["OPP003", "FELT005"], 1)
    assert ended.err == "Ikke vist: 2 feil og 1 advarsel på linjer som ikke er endret.\n"
    assert since(run, "HEAD", "data/oppdrag.yaml") == ["OPP003", "FELT005"]
    assert since(run, "HEAD", "data/maal.yaml") == []
    commit(data.parent)
    assert since(run, "HEAD") == []
    assert since(run, "HEAD~1") == ["OPP003", "FELT005"]


def test_a_changed_line_is_found_among_more_faults_than_are_shown(run: Run, data: Path) -> None:
    """All of ten thousand in a file have their place. Of more than are kept none is let by."""
    path = data / "maal.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "".join(f"k{number}: 1\n" for number in range(10_500)),
        encoding="utf-8",
    )
    commit(data.parent)
    ended = run("valider", "-f", "json")
    assert (ended.status, len(json.loads(ended.out))) == (1, 1000 + 4)
    assert ended.err.startswith("Ikke vist: 9500 til.")
    ended = run("valider", "--siden", "HEAD")
    assert (ended.status, ended.out) == (0, "ingen feil\n")
    assert ended.err.startswith("Ikke vist: 10503 feil og 1 advarsel ")
    change(path, "k10400: 1\n", "her: 2\n")
    ended = run("valider", "-f", "json", "--siden", "HEAD")
    (found,) = json.loads(ended.out)
    line = path.read_text(encoding="utf-8").splitlines().index("her: 2") + 1
    assert (ended.status, found["kode"]) == (1, "FELT001")
    assert (found["linje"], found["kolonne"]) == (line, 1)
    assert found["melding"] == "ukjent nøkkel «her»"
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"m{number}: 1\n" for number in range(MANGE))
    commit(data.parent)
    ended = run("valider", "-f", "json", "--siden", "HEAD")
    assert (ended.status, codes(ended)[0]) == (1, "FIL013")


def test_new_file_has_changed_and_a_renamed_one_has_not(run: Run, data: Path) -> None:
    """All lines of a file that git does not know count, ignored or not; names may hold anything."""
    (data / "oppdrag").mkdir()
    path = data / "oppdrag" / 'ny "fil"\tøst.yaml'
    (data / "oppdrag.yaml").rename(path)
    git(data.parent, "add", "--all")
    assert since(run, "HEAD") == []
    change(path, "sektor: SØS", "sektor: SÆS")
    assert since(run, "HEAD") == ["OPP003"]
    (data.parent / ".gitignore").write_text("blå bær*\n", encoding="utf-8")
    record = "  - {id: SOS-2024-01, tittel: Lære å skrive, sektor: SØS}\n"
    path.with_name("blå bær.yaml").write_text(f"aar: 2024\noppdrag:\n{record}", encoding="utf-8")
    assert since(run, "HEAD") == ["OPP003", "OPP003"]


def test_what_keeps_a_file_from_being_read_is_always_shown(run: Run, data: Path) -> None:
    """A file that is gone, or that a change elsewhere in it has broken, hides the rest of it."""
    (data / "maal.yaml").unlink()
    assert since(run, "HEAD") == ["FIL001"]
    change(data / "oppdrag.yaml", "aar: 2023\n", "aar: [2023\n")
    commit(data.parent)
    found = since(run, "HEAD")
    assert found[0] == "FIL001"
    assert len(found) == 2


def test_lines_around_what_is_gone_have_changed(run: Run, data: Path) -> None:
    """A record that lacks what it had is a fault of the change."""
    path = data / "oppdrag.yaml"
    start = "aar: 2023\noppdrag:\n  - id: SOS-2023-01\n"
    path.write_text(f"{start}    sektor: SOS\n    tittel: Telle\n", encoding="utf-8")
    commit(data.parent)
    path.write_text(f"{start}    tittel: Telle\n", encoding="utf-8")
    assert since(run, "HEAD") == ["FELT002"]


def test_users_settings_change_nothing(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook's variables and settings of one's own are no trouble, and the index stays as it is."""
    settings = data.parent / "git.ini"
    settings.write_text(
        "[diff]\n  mnemonicPrefix = true\n  interHunkContext = 9\n  external = /bin/false\n"
        "  renames = false\n  context = 9\n  colorMoved = zebra\n[color]\n  ui = always\n"
        "[core]\n  quotepath = false\n"
    )
    change(data / "oppdrag.yaml", "aar: 2023\n", "aar: 2023 # året\n")
    change(data / "oppdrag.yaml", "sektor: SOS, frist", "sektor: SÅS, frist")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", str(data / "borte"))
    monkeypatch.setenv("GIT_DIFF_OPTS", "--unified=9")
    index = data.parent / ".git" / "index"
    os.utime(data / "oppdrag.yaml", (0, 0))
    before = index.read_bytes()
    assert since(run, "HEAD") == ["OPP003", "FELT005"]
    assert index.read_bytes() == before


def test_revision_that_is_none_is_wrong_use(run: Run, data: Path) -> None:
    """An unknown one, one that would be an option, a range and none at all."""
    for revision in ("finnes-ikke", "--output=x", "HEAD..HEAD", "", "HEAD:data"):
        ended = run("valider", f"--siden={revision}")
        assert (ended.status, ended.out) == (2, "")
        assert f"«{revision}»" in ended.err
        assert "main" in ended.err
    assert not (data.parent / "x").exists()


def test_shallow_clone_says_how_to_get_the_rest(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A revision that a clone has left out is not just unknown."""
    (data / "maal.yaml").write_text("satsingsomraader: [] # ingen\n", encoding="utf-8")
    commit(data.parent)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{tmp_path}", "grunn")
    monkeypatch.chdir(tmp_path / "grunn")
    assert since(run, "HEAD") == []
    assert "git fetch --unshallow" in run("valider", "--siden", "HEAD~1").err


def test_folder_that_git_does_not_follow_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a repository or without git it is refused (3), and not as if nothing had changed."""
    write(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    ended = run("valider", "--siden", "HEAD")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.startswith("Feil: datamappen «data» følges ikke av git\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run("valider", "--siden", "HEAD").err.startswith("Feil: det trengs git")
    assert run("valider", "--format", "github").status == 1


def test_revisions_are_offered(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tab behind --siden lists branches and tags, with what they are about."""
    git(data.parent, "branch", "forslag")
    git(data.parent, "tag", "v1")
    monkeypatch.setenv("_STYRING_COMPLETE", "complete_styring")
    for typed, offered in (("", "forslag\tAlt\n"), ("v", "v1\tAlt\n")):
        monkeypatch.setenv("_STYRING_ORD", "\x1f".join(("valider", "--siden", typed)))
        assert offered in run().out


LINES = st.lists(st.sampled_from(["same", "changed", "gone", "new above"]), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty repository."""
    place = tmp_path_factory.mktemp("lager")
    git(place, "init", "--quiet", ".")
    return place


@settings(max_examples=25)
@given(LINES)
def test_changed_lines_are_those_that_differ(repository: Path, fates: list[str]) -> None:
    """Every changed or new line is among them, and no other that is not beside one that is gone."""
    path = repository / "oppdrag.yaml"
    path.write_text("".join(f"linje {number}\n" for number in range(len(fates))))
    commit(repository)
    lines: list[tuple[str, bool]] = []
    beside: set[int] = set()
    for number, fate in enumerate(fates):
        if fate == "gone":
            beside |= {len(lines), len(lines) + 1}
            continue
        if fate == "new above":
            lines.append((f"+++ ny {number}", True))
        text = f"@@ -1 +1 @@ {number}" if fate == "changed" else f"linje {number}"
        lines.append((text, fate == "changed"))
    path.write_text("".join(f"{text}\n" for text, _ in lines))
    parts = endrede_linjer(repository, "HEAD").get(str(path), [])
    changed = {number for part in parts for number in part}
    right = {number for number, (_, is_changed) in enumerate(lines, 1) if is_changed}
    assert right <= changed <= right | beside
