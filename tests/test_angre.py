"""Taking a change back after its files were edited by hand elsewhere."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from conftest import RIK, Run
from driver import Ended, styring
from hypothesis import given, settings
from hypothesis import strategies as st

from styring.yamlfile.carry import TouchedError, between, carried
from styring.yamlfile.edits import apply, reverse

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
    words: tuple[str, ...], old: str, new: str, run: Run, data: Path
) -> None:
    """The file becomes what it would have been with the edit alone."""
    assert run(*words).status == 0
    edit(data / "oppdrag.yaml", old, new)
    shown = run("angre", "--diff", *OM)
    assert shown.status == 0
    moved = [line[1:] for line in shown.out.splitlines() if line[0] in "+-"]
    assert new.splitlines()[0] not in moved
    undone(run("angre", *OM))
    assert (data / "oppdrag.yaml").read_bytes().decode() == OPPDRAG.replace(old, new)


def test_line_ends_and_byte_order_mark_of_the_edit_stay(run: Run, data: Path) -> None:
    """What a Windows editor adds and saves is left as it saved it."""
    before = "\ufeff" + OPPDRAG.replace("\n", "\r\n")
    (data / "oppdrag.yaml").write_bytes(before.encode())
    assert run(*TASK).status == 0
    edit(data / "oppdrag.yaml", "aar: 2026\r\n", "# en\n# to\r\naar: 2026\r\n")
    undone(run("angre", *OM))
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
    words: tuple[str, ...], old: str, new: str, lines: str, run: Run, data: Path
) -> None:
    """The lines are told by file and line, as the change left them and as they are."""
    assert run(*words).status == 0
    edit(data / "oppdrag.yaml", old, new)
    before = (data / "oppdrag.yaml").read_bytes()
    for more in ((), ("--diff",)):
        ended = run("angre", *more, *OM)
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
    old: str, new: str, lines: str, run: Run, data: Path
) -> None:
    """Where it stands now, and only what differs there; put back, it can be undone."""
    path = data / "oppdrag.yaml"
    path.write_text(f"{OPPDRAG}{THIRD}", encoding="utf-8")
    before = path.read_bytes()
    assert run(*TITLE).status == 0
    after = path.read_bytes().decode()
    first, second = (after.index(f"  - id: SOS-2026-0{number}") for number in (1, 2))
    head, own, rest = after[:first], after[first:second], after[second:]
    path.write_text(head + rest + own.replace(old, new), encoding="utf-8")
    ended = run("angre", *OM)
    assert (ended.status, ended.out) == (3, "")
    told = f"og angre så:\ndata/oppdrag.yaml:3: 4 linjer herfra står nå på linje 10\n{lines}"
    assert ended.err.endswith(told)
    path.write_text(after, encoding="utf-8")
    undone(run("angre", *OM))
    assert path.read_bytes() == before


@pytest.mark.parametrize("words", [TITLE, TASK, NO_DEADLINE, HANDED])
@pytest.mark.parametrize(("first", "second"), [("\n", "\r\n"), ("\r\n", "\n")])
def test_other_line_ends_are_no_edit(
    words: tuple[str, ...], first: str, second: str, run: Run, data: Path
) -> None:
    """What an editor has made of them stays; the change is taken back."""
    path = data / "oppdrag.yaml"
    path.write_bytes(OPPDRAG.replace("\n", first).encode())
    assert run(*words).status == 0
    changed = path.read_bytes().decode().replace(first, "\n").replace("\n", second)
    path.write_bytes(f"# Ny{second}{changed}".encode())
    undone(run("angre", *OM))
    assert path.read_bytes().decode() == f"# Ny{second}" + OPPDRAG.replace("\n", second)


def test_new_file_with_other_line_ends_is_taken_away(run: Run, data: Path) -> None:
    """It holds nothing but what the change put there."""
    assert run("--dato", "2027-01-05", "nytt-aar", "2027").status == 0
    path = data / "oppdrag" / "2027.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    undone(run("angre", *OM))
    assert not path.exists()
    assert (data / "oppdrag.yaml").read_bytes().decode() == OPPDRAG


def test_several_files_are_taken_back_together_or_not_at_all(run: Run, data: Path) -> None:
    """What was edited in one of them stops all, and all that differ are named."""
    words = ("oppdrag", "deleger", "--fra-person", "kari", "--til", "ola", *OM)
    edit(data / "oppdrag.yaml", "    frist: 2026-06\n", "    delegering: [{til: kari}]\n")
    edit(data / "kontakter.yaml", ", direktoer: kari", "")
    oppdrag = (data / "oppdrag.yaml").read_bytes().decode()
    assert run(*words).status == 0
    edit(data / "oppdrag.yaml", "aar: 2026\n", "aar: 2026 # i år\n")
    edit(data / "vedtak.yaml", "tittel: Gå en tur", "tittel: Gå to turer")
    ended = run("angre", *OM)
    assert ended.status == 3
    assert "data/vedtak.yaml:7:\n" in ended.err
    assert "oppdrag.yaml" not in ended.err
    edit(data / "vedtak.yaml", "tittel: Gå to turer", "tittel: Gå en tur")
    edit(data / "vedtak.yaml", "vedtak:\n", "# Rett\nvedtak:\n")
    undone(run("angre", *OM))
    assert (data / "vedtak.yaml").read_bytes().decode() == f"# Rett\n{VEDTAK}"
    assert (data / "oppdrag.yaml").read_bytes().decode() == oppdrag.replace(
        "26\n", "26 # i år\n", 1
    )


def test_changes_between_edits_are_taken_back_one_by_one(run: Run, data: Path) -> None:
    """Each is found again under the edits and the changes that came after it."""
    path = data / "oppdrag.yaml"
    for number, words in enumerate((TITLE, TASK, HANDED)):
        assert run(*words).status == 0
        edit(path, "aar: 2026\n", f"# Nr. {number}\naar: 2026\n")
    for _ in range(3):
        undone(run("angre", *OM))
    edited = OPPDRAG.replace("aar: 2026\n", "# Nr. 0\n# Nr. 1\n# Nr. 2\naar: 2026\n")
    assert path.read_bytes().decode() == edited
    assert "det er ingen endring å angre" in run("angre").err


@pytest.mark.parametrize("now", ["a\ns\na\ns\nb\n", "a\nb\n", "a\ns"])
def test_lines_that_are_alike_are_not_taken_for_each_other(now: str) -> None:
    """Where it cannot be told which line is the change's own, it is refused."""
    taken_out = between("a\ns\nb\n", "a\nb\n")
    with pytest.raises(TouchedError):
        carried("a\ns\nb\n", taken_out, now)
    copied = "a\ns\nb\ns\n"
    assert apply(copied, carried("a\ns\nb\n", taken_out, copied)) == "a\nb\ns\n"


def test_what_the_edit_builds_on_is_held_to_the_rules(run: Run, data: Path) -> None:
    """A fault that taking back would bring is told of, and nothing is changed."""
    assert run("oppdrag", "ny", "Male", "--sektor", "SOS", *OM).status == 0
    edit(data / "oppdrag.yaml", "aar: 2026\n", "# For hånd\naar: 2026\n")
    edit(data / "vedtak.yaml", "    sektor: SOS\n", "    oppdrag: [SOS-2026-03]\n")
    ended = run("angre", *OM)
    assert ended.status == 3
    assert "VED001" in ended.err


def test_file_that_cannot_be_read_is_mended_first(run: Run, data: Path) -> None:
    """Nothing is taken back in a file whose data are not known."""
    assert run(*TITLE).status == 0
    edit(data / "oppdrag.yaml", "aar: 2026\n", "aar: [2026\n")
    ended = run("angre", *OM)
    assert ended.status == 3
    assert "Rett feilene i den først." in ended.err


def test_edit_is_told_from_the_change_by_what_is_kept(run: Run, data: Path) -> None:
    """Where the copy is gone, and in a journal from before edits were kept, it is said so."""
    assert run(*TITLE).status == 0
    edit(data / "oppdrag.yaml", "aar: 2026\n", "aar: 2026 # i år\n")
    entry = data / ".styring/logg/000001.json"
    old = json.loads(entry.read_bytes())
    del old["filer"][0]["haand"]
    entry.write_text(json.dumps(old), encoding="utf-8")
    assert run("angre", "--diff").status == 0
    shutil.rmtree(data / ".styring/sist")
    ended = run("angre")
    assert ended.status == 3
    assert "Ta endringen tilbake for hånd i filen." in ended.err


# --- any edit -------------------------------------------------------------------------------

KEEP, REPLACE, DELETE = range(3)
LINES = st.lists(
    st.tuples(*(st.sampled_from([KEEP] * 3 + [REPLACE, DELETE]) for _ in range(2))),
    min_size=1,
    max_size=12,
)
GAPS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.booleans()), min_size=13, max_size=13
)


@given(LINES, GAPS, st.integers(1, 40), st.sampled_from(["\n", "\r\n"]))
def test_any_edit_elsewhere_is_kept(
    lines: list[tuple[int, int]], gaps: list[tuple[int, int, bool]], kinds: int, end: str
) -> None:
    """Taken back in an edited text is the edit of the old text, or it is refused.

    With lines that are all unlike it is refused only where lines that were taken out are to come
    back beside an edit, or one stands between those that were changed. Whatever is alike, no line
    is lost or made.
    """
    count = 0

    def made(number: int) -> list[str]:
        nonlocal count
        count += number
        return [f"{n % kinds}{end}" for n in range(count - number, count)]

    # Of each: as it was, after the change, edited by hand, and the edit of what was.
    parts: list[tuple[list[str], list[str], list[str], list[str]]] = []
    is_close = False
    for index, (inserted, by_hand, first) in enumerate(gaps[: len(lines) + 1]):
        beside = lines[max(0, index - 1) : index + 1]
        changed_beside = [change for change, _ in beside if change != KEEP]
        own, hand = made(0 if changed_beside else inserted), made(by_hand)
        parts.append(([], own, own + hand if first else hand + own, hand))
        is_close |= bool(hand) and (len(changed_beside) == 2 or DELETE in changed_beside)
        if index == len(lines):
            break
        change, by_editor = lines[index]
        line, other = made(1), made(1)
        if change == KEEP:
            after = {KEEP: line, REPLACE: other, DELETE: []}[by_editor]
            parts.append((line, line, after, after))
        else:
            is_close |= change == DELETE and any(
                pair != (KEEP, KEEP) for n, pair in enumerate(lines) if abs(n - index) == 1
            )
            after = other if change == REPLACE else []
            parts.append((line, after, after, line))
    was, changed, now, expected = ("".join(line for p in parts for line in p[n]) for n in range(4))
    splices = reverse(between(was, changed))
    try:
        result = apply(now, carried(changed, splices, now))
    except TouchedError:
        assert is_close or kinds < count
        return
    if kinds >= count and not is_close:
        assert result == expected
    counts = [Counter(text.splitlines()) for text in (result, now, changed, was)]
    for one in set().union(*counts):
        assert counts[0][one] == counts[1][one] - counts[2][one] + counts[3][one]


@given(st.text("abc\n\r", max_size=30), st.text("abc\n\r", max_size=30))
def test_texts_lead_to_each_other(one: str, other: str) -> None:
    """Splices between two texts lead from the one to the other, and back."""
    splices = between(one, other)
    assert apply(one, splices) == other
    assert apply(other, reverse(splices)) == one


COMMANDS = (
    ("oppdrag", "del-opp", "ark-2024-01", "Hylle", "Skap"),
    ("oppdrag", "deleger", "ark-2024-01", "byg-2023-02", "--til", "vikar"),
    ("oppdrag", "endre", "øko-2024-01", "--tittel", "Noe annet", "--frist", "2024-11"),
    ("status", "oppdater", "øko-2024-02", "--status", "ferdig", "--kommentar", "Alt er levert."),
    ("oppdrag", "ny", "Male", "--sektor", "ARK"),
)


@settings(max_examples=settings().max_examples // 4)
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
