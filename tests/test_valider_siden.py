"""`styring valider` of some files, or of changed lines: only their faults."""

import json
import os
from pathlib import Path

import pytest
from driver import Ended, styring
from hypothesis import given, settings
from hypothesis import strategies as st
from repository import CODES, change, codes, commit, git, since, with_faults, write

from styring.finding import MANGE
from styring.git import endrede_linjer


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with faults, in a repository that one stands at the root of."""
    return with_faults(tmp_path, monkeypatch)


def test_only_the_faults_of_some_files(data: Path) -> None:
    """All is checked, that in some files is shown, and that in others is counted."""
    ended = styring("valider", "-f", "json", "data/oppdrag.yaml")
    assert (codes(ended), ended.status) == (CODES[1:], 1)
    assert ended.err == "Ikke vist: 1 feil i andre filer.\n"
    ended = styring("valider", "data/maal.yaml", "--streng")
    assert (ended.out, ended.status) == ("ingen feil\n", 0)
    assert ended.err == "Ikke vist: 3 feil og 1 advarsel i andre filer.\n"
    both = styring("valider", "-f", "json", "data", "data/oppdrag.yaml", f"{data}/kontakter.yaml")
    assert (codes(both), both.err) == (CODES, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("data/oppdrg.yaml", "«data/oppdrg.yaml» er ikke en datafil i «data»"),
        ("annet/oppdrag.yaml", "«annet/oppdrag.yaml» er ikke en datafil i «data»"),
        ("data annet", "to mapper: «data» og «annet»"),
    ],
)
def test_file_that_is_no_data_file_is_wrong_use(words: str, said: str, data: Path) -> None:
    """A file outside the folder, or one that is not read, is named, with those there are."""
    write(data.parent / "annet")
    ended = styring("valider", *words.split())
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"Feil: {said}\n")
    assert "data/oppdrag.yaml" in ended.err or "Velg én" in ended.err


def test_only_the_faults_on_changed_lines(data: Path) -> None:
    """Old faults are counted and do not fail; a new one does, though lines have moved."""
    ended = styring("valider", "--siden", "HEAD")
    assert ended == Ended(
        0, "ingen feil\n", "Ikke vist: 3 feil og 1 advarsel på linjer som ikke er endret.\n"
    )
    path = data / "oppdrag.yaml"
    change(path, "aar: 2023\n", "# En linje til\naar: 2023\n")
    assert since("HEAD") == []
    change(path, "Lære å måle, sektor: SOS", "Lære å måle, sektor: SÅS")
    ended = styring("valider", "-f", "json", "--siden", "HEAD")
    assert (codes(ended), ended.status) == (["OPP003", "FELT005"], 1)
    assert ended.err == "Ikke vist: 2 feil og 1 advarsel på linjer som ikke er endret.\n"
    assert since("HEAD", "data/oppdrag.yaml") == ["OPP003", "FELT005"]
    assert since("HEAD", "data/maal.yaml") == []
    commit(data.parent)
    assert since("HEAD") == []
    assert since("HEAD~1") == ["OPP003", "FELT005"]


def test_a_changed_line_is_found_among_more_faults_than_are_shown(data: Path) -> None:
    """All of ten thousand in a file have their place. Of more than are kept none is let by."""
    path = data / "maal.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "".join(f"k{number}: 1\n" for number in range(10_500)),
        encoding="utf-8",
    )
    commit(data.parent)
    ended = styring("valider", "-f", "json")
    assert (ended.status, len(json.loads(ended.out))) == (1, 1000 + 4)
    assert ended.err.startswith("Ikke vist: 9500 til.")
    ended = styring("valider", "--siden", "HEAD")
    assert (ended.status, ended.out) == (0, "ingen feil\n")
    assert ended.err.startswith("Ikke vist: 10503 feil og 1 advarsel ")
    change(path, "k10400: 1\n", "her: 2\n")
    ended = styring("valider", "-f", "json", "--siden", "HEAD")
    (found,) = json.loads(ended.out)
    line = path.read_text(encoding="utf-8").splitlines().index("her: 2") + 1
    assert (ended.status, found["kode"]) == (1, "FELT001")
    assert (found["linje"], found["kolonne"]) == (line, 1)
    assert found["melding"] == "ukjent nøkkel «her»"
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"m{number}: 1\n" for number in range(MANGE))
    commit(data.parent)
    ended = styring("valider", "-f", "json", "--siden", "HEAD")
    assert (ended.status, codes(ended)[0]) == (1, "FIL013")


def test_new_file_has_changed_and_a_renamed_one_has_not(data: Path) -> None:
    """All lines of a file that git does not know count, ignored or not; names may hold anything."""
    (data / "oppdrag").mkdir()
    path = data / "oppdrag" / 'ny "fil"\tøst.yaml'
    (data / "oppdrag.yaml").rename(path)
    git(data.parent, "add", "--all")
    assert since("HEAD") == []
    change(path, "sektor: SØS", "sektor: SÆS")
    assert since("HEAD") == ["OPP003"]
    (data.parent / ".gitignore").write_text("blå bær*\n", encoding="utf-8")
    record = "  - {id: SOS-2024-01, tittel: Lære å skrive, sektor: SØS}\n"
    path.with_name("blå bær.yaml").write_text(f"aar: 2024\noppdrag:\n{record}", encoding="utf-8")
    assert since("HEAD") == ["OPP003", "OPP003"]


def test_what_keeps_a_file_from_being_read_is_always_shown(data: Path) -> None:
    """A file that is gone, or that a change elsewhere in it has broken, hides the rest of it."""
    (data / "maal.yaml").unlink()
    assert since("HEAD") == ["FIL001"]
    change(data / "oppdrag.yaml", "aar: 2023\n", "aar: [2023\n")
    commit(data.parent)
    found = since("HEAD")
    assert found[0] == "FIL001"
    assert len(found) == 2


def test_lines_around_what_is_gone_have_changed(data: Path) -> None:
    """A record that lacks what it had is a fault of the change."""
    path = data / "oppdrag.yaml"
    start = "aar: 2023\noppdrag:\n  - id: SOS-2023-01\n"
    path.write_text(f"{start}    sektor: SOS\n    tittel: Telle\n", encoding="utf-8")
    commit(data.parent)
    path.write_text(f"{start}    tittel: Telle\n", encoding="utf-8")
    assert since("HEAD") == ["FELT002"]


def test_users_settings_change_nothing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
    assert since("HEAD") == ["OPP003", "FELT005"]
    assert index.read_bytes() == before


def test_revision_that_is_none_is_wrong_use(data: Path) -> None:
    """An unknown one, one that would be an option, a range and none at all."""
    for revision in ("finnes-ikke", "--output=x", "HEAD..HEAD", "", "HEAD:data"):
        ended = styring("valider", f"--siden={revision}")
        assert (ended.status, ended.out) == (2, "")
        assert f"«{revision}»" in ended.err
        assert "main" in ended.err
    assert not (data.parent / "x").exists()


def test_shallow_clone_says_how_to_get_the_rest(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A revision that a clone has left out is not just unknown."""
    (data / "maal.yaml").write_text("satsingsomraader: [] # ingen\n", encoding="utf-8")
    commit(data.parent)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{tmp_path}", "grunn")
    monkeypatch.chdir(tmp_path / "grunn")
    assert since("HEAD") == []
    assert "git fetch --unshallow" in styring("valider", "--siden", "HEAD~1").err


def test_folder_that_git_does_not_follow_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a repository or without git it is refused (3), and not as if nothing had changed."""
    write(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    ended = styring("valider", "--siden", "HEAD")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.startswith("Feil: datamappen «data» følges ikke av git\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert styring("valider", "--siden", "HEAD").err.startswith("Feil: det trengs git")
    assert styring("valider", "--format", "github").status == 1


def test_revisions_are_offered(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tab behind --siden lists branches and tags, with what they are about."""
    git(data.parent, "branch", "forslag")
    git(data.parent, "tag", "v1")
    monkeypatch.setenv("_STYRING_COMPLETE", "complete_styring")
    for typed, offered in (("", "forslag\tAlt\n"), ("v", "v1\tAlt\n")):
        monkeypatch.setenv("_STYRING_ORD", "\x1f".join(("valider", "--siden", typed)))
        assert offered in styring().out


LINES = st.lists(st.sampled_from(["same", "changed", "gone", "new above"]), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty repository."""
    place = tmp_path_factory.mktemp("lager")
    git(place, "init", "--quiet", ".")
    return place


@settings(max_examples=settings().max_examples // 2)
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
