"""Undoing beside edits by hand: what they are in stays, or is told to be in the way."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from conftest import RIK
from driver import Ended, styring
from hypothesis import given, settings
from hypothesis import strategies as st

from styring.yamlfile.carry import TouchedError, between, carried
from styring.yamlfile.edits import apply

FOLK = """\
sektorer:
  - {kode: SOS, navn: Samfunn, direktoer: kari}
kontakter:
  - {id: kari, navn: Kari Nordmann}
  - {id: ola, navn: Ola Nordmann}
"""
OPPDRAG = """\
aar: 2026
oppdrag:
  - id: SOS-2026-01
    tittel: Lage en plan
    sektor: SOS
    frist: 2026-06
  - id: SOS-2026-02
    tittel: Lære å telle
    sektor: SOS
"""
VEDTAK = """\
vedtak:
  - id: V-2026-01
    tittel: Se på veien
    type: politisk
    sektor: SOS
    oppgaver:
      - {id: V-2026-01.1, tittel: Gå en tur, ansvarlig: kari}
"""
OM = ("--dato", "2026-05-05")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small data folder, in the folder that the command stands in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    folder.mkdir()
    files = {"maal": "satsingsomraader: []\n", "kontakter": FOLK, "vedtak": VEDTAK}
    for name, text in {**files, "oppdrag": OPPDRAG}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Other text in one place of a file, as an editor would save it."""
    text = path.read_bytes().decode()
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())


def undone(ended: Ended) -> None:
    """It was taken back, and nothing was said against it."""
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("Angret: styring ")


TITLE = ("oppdrag", "endre", "sos-1", "--tittel", "Lage to planer", *OM)
TASK = ("oppdrag", "del-opp", "sos-1", "Telle", *OM)
NO_DEADLINE = ("oppdrag", "endre", "sos-1", "--fjern", "frist", *OM)
HANDED = ("oppdrag", "deleger", "sos-1", "--til", "ola", *OM)


@pytest.mark.parametrize("words", [TITLE, TASK, NO_DEADLINE, HANDED])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("aar: 2026\n", "# Skrevet for hånd.\n\naar: 2026   # i år\n"),
        ("  - id: SOS-2026-01\n", "  # Den første\n  - id:   SOS-2026-01\n"),
        ("    tittel: Lære å telle\n", "    beskrivelse: Til ti.\n    tittel: 'Lære å telle'\n"),
        (
            "    tittel: Lære å telle\n    sektor: SOS\n",
            "    sektor: SOS\n    tittel: Å\n  - {id: SOS-2026-09, tittel: Ny, sektor: SOS}\n",
        ),
    ],
)
def test_edit_elsewhere_stays_to_the_byte(
    words: tuple[str, ...], old: str, new: str, data: Path
) -> None:
    """The file becomes what it would have been with the edit alone."""
    assert styring(*words).status == 0
    edit(data / "oppdrag.yaml", old, new)
    shown = styring("angre", "--diff", *OM)
    assert shown.status == 0
    moved = [line[1:] for line in shown.out.splitlines() if line[0] in "+-"]
    assert new.splitlines()[0] not in moved
    undone(styring("angre", *OM))
    assert (data / "oppdrag.yaml").read_bytes().decode() == OPPDRAG.replace(old, new)


def test_line_ends_and_byte_order_mark_of_the_edit_stay(data: Path) -> None:
    """What a Windows editor adds and saves is left as it saved it."""
    before = "\ufeff" + OPPDRAG.replace("\n", "\r\n")
    (data / "oppdrag.yaml").write_bytes(before.encode())
    assert styring(*TASK).status == 0
    edit(data / "oppdrag.yaml", "aar: 2026\r\n", "# en\n# to\r\naar: 2026\r\n")
    undone(styring("angre", *OM))
    after = (data / "oppdrag.yaml").read_bytes().decode()
    assert after == before.replace("aar: 2026\r\n", "# en\n# to\r\naar: 2026\r\n")


@pytest.mark.parametrize(
    ("words", "old", "new", "lines"),
    [
        (
            TITLE,
            "    tittel: Lage to planer\n",
            "    tittel: Lage tre planer\n",
            ":4:\n-    tittel: Lage to planer\n+    tittel: Lage tre planer\n",
        ),
        (TITLE, "    tittel: Lage to planer\n", "", ":4:\n-    tittel: Lage to planer\n"),
        (HANDED, "av: kari", "av:  kari", ":9:\n-        av: kari\n+        av:  kari\n"),
        (
            NO_DEADLINE,
            "    sektor: SOS\n  - id: SOS-2026-02\n",
            "    sektor: SOS\n    beskrivelse: Ny.\n  - id: SOS-2026-02\n",
            ":6:\n+    beskrivelse: Ny.\n",
        ),
    ],
)
def test_edit_of_its_own_lines_is_refused_and_named(
    words: tuple[str, ...], old: str, new: str, lines: str, data: Path
) -> None:
    """The lines are told by file and line, as the change left them and as they are."""
    assert styring(*words).status == 0
    edit(data / "oppdrag.yaml", old, new)
    before = (data / "oppdrag.yaml").read_bytes()
    for more in ((), ("--diff",)):
        ended = styring("angre", *more, *OM)
        assert (ended.status, ended.out) == (3, "")
        assert "oppdrag.yaml» er redigert der endringen gjorde noe, så den kan ikke" in ended.err
        assert lines in ended.err
        assert "data/oppdrag.yaml:" in ended.err
    assert (data / "oppdrag.yaml").read_bytes() == before


THIRD = "  - id: SOS-2026-03\n    tittel: Sparke ball\n    sektor: SOS\n    frist: 2026-09\n"


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("", "", ""),
        (
            "frist: 2026-06",
            "frist: 2026-07",
            "data/oppdrag.yaml:13:\n-    frist: 2026-06\n+    frist: 2026-07\n",
        ),
    ],
)
def test_record_that_was_moved_is_told_by_its_place(
    old: str, new: str, lines: str, data: Path
) -> None:
    """Where it stands now, and only what differs there; put back, it can be undone."""
    path = data / "oppdrag.yaml"
    path.write_text(f"{OPPDRAG}{THIRD}", encoding="utf-8")
    before = path.read_bytes()
    assert styring(*TITLE).status == 0
    after = path.read_bytes().decode()
    first, second = (after.index(f"  - id: SOS-2026-0{number}") for number in (1, 2))
    head, own, rest = after[:first], after[first:second], after[second:]
    path.write_text(head + rest + own.replace(old, new), encoding="utf-8")
    ended = styring("angre", *OM)
    assert (ended.status, ended.out) == (3, "")
    told = f"og angre så:\ndata/oppdrag.yaml:3: 4 linjer herfra står nå på linje 10\n{lines}"
    assert ended.err.endswith(told)
    path.write_text(after, encoding="utf-8")
    undone(styring("angre", *OM))
    assert path.read_bytes() == before


@pytest.mark.parametrize("words", [TITLE, TASK, NO_DEADLINE, HANDED])
@pytest.mark.parametrize(("first", "second"), [("\n", "\r\n"), ("\r\n", "\n")])
def test_other_line_ends_are_no_edit(
    words: tuple[str, ...], first: str, second: str, data: Path
) -> None:
    """What an editor has made of them stays; the change is taken back."""
    path = data / "oppdrag.yaml"
    path.write_bytes(OPPDRAG.replace("\n", first).encode())
    assert styring(*words).status == 0
    changed = path.read_bytes().decode().replace(first, "\n").replace("\n", second)
    path.write_bytes(f"# Ny{second}{changed}".encode())
    undone(styring("angre", *OM))
    assert path.read_bytes().decode() == f"# Ny{second}" + OPPDRAG.replace("\n", second)


def test_new_file_with_other_line_ends_is_taken_away(data: Path) -> None:
    """It holds nothing but what the change put there."""
    assert styring("--dato", "2027-01-05", "nytt-aar", "2027").status == 0
    path = data / "oppdrag" / "2027.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    undone(styring("angre", *OM))
    assert not path.exists()
    assert (data / "oppdrag.yaml").read_bytes().decode() == OPPDRAG


def test_several_files_are_taken_back_together_or_not_at_all(data: Path) -> None:
    """What was edited in one of them stops all, and all that differ are named."""
    words = ("oppdrag", "deleger", "--fra-person", "kari", "--til", "ola", *OM)
    edit(data / "oppdrag.yaml", "    frist: 2026-06\n", "    delegering: [{til: kari}]\n")
    edit(data / "kontakter.yaml", ", direktoer: kari", "")
    oppdrag = (data / "oppdrag.yaml").read_bytes().decode()
    assert styring(*words).status == 0
    edit(data / "oppdrag.yaml", "aar: 2026\n", "aar: 2026 # i år\n")
    edit(data / "vedtak.yaml", "tittel: Gå en tur", "tittel: Gå to turer")
    ended = styring("angre", *OM)
    assert ended.status == 3
    assert "data/vedtak.yaml:7:\n" in ended.err
    assert "oppdrag.yaml" not in ended.err
    edit(data / "vedtak.yaml", "tittel: Gå to turer", "tittel: Gå en tur")
    edit(data / "vedtak.yaml", "vedtak:\n", "# Rett\nvedtak:\n")
    undone(styring("angre", *OM))
    assert (data / "vedtak.yaml").read_bytes().decode() == f"# Rett\n{VEDTAK}"
    assert (data / "oppdrag.yaml").read_bytes().decode() == oppdrag.replace(
        "26\n", "26 # i år\n", 1
    )


def test_changes_between_edits_are_taken_back_one_by_one(data: Path) -> None:
    """Each is found again under the edits and the changes that came after it."""
    path = data / "oppdrag.yaml"
    for number, words in enumerate((TITLE, TASK, HANDED)):
        assert styring(*words).status == 0
        edit(path, "aar: 2026\n", f"# Nr. {number}\naar: 2026\n")
    for _ in range(3):
        undone(styring("angre", *OM))
    edited = OPPDRAG.replace("aar: 2026\n", "# Nr. 0\n# Nr. 1\n# Nr. 2\naar: 2026\n")
    assert path.read_bytes().decode() == edited
    assert "det er ingen endring å angre" in styring("angre").err


@pytest.mark.parametrize("now", ["a\ns\na\ns\nb\n", "a\nb\n", "a\ns"])
def test_lines_that_are_alike_are_not_taken_for_each_other(now: str) -> None:
    """Where it cannot be told which line is the change's own, it is refused."""
    taken_out = between("a\ns\nb\n", "a\nb\n")
    with pytest.raises(TouchedError):
        carried("a\ns\nb\n", taken_out, now)
    copied = "a\ns\nb\ns\n"
    assert apply(copied, carried("a\ns\nb\n", taken_out, copied)) == "a\nb\ns\n"


def test_what_the_edit_builds_on_is_held_to_the_rules(data: Path) -> None:
    """A fault that taking back would bring is told of, and nothing is changed."""
    assert styring("oppdrag", "ny", "Male", "--sektor", "SOS", *OM).status == 0
    edit(data / "oppdrag.yaml", "aar: 2026\n", "# For hånd\naar: 2026\n")
    edit(data / "vedtak.yaml", "    sektor: SOS\n", "    oppdrag: [SOS-2026-03]\n")
    ended = styring("angre", *OM)
    assert ended.status == 3
    assert "VED001" in ended.err


def test_file_that_cannot_be_read_is_mended_first(data: Path) -> None:
    """Nothing is taken back in a file whose data are not known."""
    assert styring(*TITLE).status == 0
    edit(data / "oppdrag.yaml", "aar: 2026\n", "aar: [2026\n")
    ended = styring("angre", *OM)
    assert ended.status == 3
    assert "Rett feilene i den først." in ended.err


def test_edit_is_told_from_the_change_by_what_is_kept(data: Path) -> None:
    """Where the copy is gone, and in a journal from before edits were kept, it is said so."""
    assert styring(*TITLE).status == 0
    edit(data / "oppdrag.yaml", "aar: 2026\n", "aar: 2026 # i år\n")
    entry = data / ".styring/logg/000001.json"
    old = json.loads(entry.read_bytes())
    del old["filer"][0]["haand"]
    entry.write_text(json.dumps(old), encoding="utf-8")
    assert styring("angre", "--diff").status == 0
    shutil.rmtree(data / ".styring/sist")
    ended = styring("angre")
    assert ended.status == 3
    assert "Ta endringen tilbake for hånd i filen." in ended.err


COMMANDS = (
    ("oppdrag", "del-opp", "ark-2024-01", "Hylle", "Skap"),
    ("oppdrag", "deleger", "ark-2024-01", "byg-2023-02", "--til", "vikar"),
    ("oppdrag", "endre", "øko-2024-01", "--tittel", "Noe annet", "--frist", "2024-11"),
    ("status", "oppdater", "øko-2024-02", "--status", "ferdig", "--kommentar", "Alt er levert."),
    ("oppdrag", "ny", "Male", "--sektor", "ARK"),
)


@settings(max_examples=settings().max_examples // 2)
@given(st.sampled_from(COMMANDS), st.sets(st.integers(0, 400), max_size=12), st.integers(0, 3))
def test_any_blank_line_by_hand_stays(
    tmp_path_factory: pytest.TempPathFactory,
    words: tuple[str, ...],
    where: set[int],
    blank: int,
) -> None:
    """In real files: blank lines that were put in anywhere stand where they stood."""
    data = tmp_path_factory.mktemp("rik") / "data"
    shutil.copytree(RIK, data)
    om = ("--data", str(data), "--dato", "2024-05-15")
    names = [path.relative_to(data) for path in sorted(data.rglob("*.yaml"))]

    def texts() -> dict[Path, str]:
        return {name: (data / name).read_bytes().decode() for name in names}

    before = texts()
    assert styring(*words, *om).status == 0
    expected = {}
    for name, text in texts().items():
        then, now = (Counter(one.splitlines(keepends=True)) for one in (before[name], text))
        known = [line for line in now if (then[line], now[line]) == (1, 1)]
        chosen = {known[n % len(known)] for n in where}

        def spaced(one: str, chosen: set[str] = chosen) -> str:
            return "".join(
                line + "\n" * blank if line in chosen else line
                for line in one.splitlines(keepends=True)
            )

        (data / name).write_bytes(spaced(text).encode())
        expected[name] = spaced(before[name])
    ended = styring("angre", *om)
    assert ended.status == 0, ended.err
    assert texts() == expected
