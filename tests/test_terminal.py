"""What a terminal shows: whole words in what fits its width, in colours unless refused."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, EKSEMPEL, GOLDEN, TESTS, Golden
from rich.cells import cell_len
from terminal import ESCAPE, FICTION, STYRING, everything, surroundings, terminal

LOERENSKOG = ("--data", str(DATA), "--dato", "2023-06-01")
WIDTHS = (60, 80, 200)
COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|9[0-7]|4[0-7]|38|48)[0-9;]*m")
# Runs `styring` once for each list of words in argv[1], with a NUL behind each; one process,
# because starting Python is what takes the time.
MANY = """
import json, sys
from styring.app import main
for words in json.loads(sys.argv[1]):
    sys.argv = ["styring", *words]
    try:
        main()
    except SystemExit as ended:
        assert ended.code == 0, (words, ended.code)
    sys.stdout.write(chr(0))
    sys.stdout.flush()
"""
LISTS = {
    "oppdrag": (
        (*LOERENSKOG, "oppdrag", "list"),
        ("tittel", "sektor", "ansvarlig", "status"),
    ),
    "sos": (
        (*LOERENSKOG, "oppdrag", "list", "--sektor", "SOS"),
        ("tittel", "sektor", "ansvarlig", "status"),
    ),
    "rik": (
        (*FICTION, "oppdrag", "list", "--kolonner", "id,aar,tittel,ansvarlig,status,frist"),
        ("aar", "tittel", "ansvarlig", "status", "frist"),
    ),
    "rik-frist": (
        (*FICTION, "oppdrag", "list", "--kolonner", "id,tittel,status,frist"),
        ("tittel", "status", "frist"),
    ),
    "maal": ((*LOERENSKOG, "maal", "list"), ("tittel", "ansvar", "oppdrag")),
    "kontakt": ((*LOERENSKOG, "kontakt", "list"), ("navn", "stilling", "sektor")),
    "rik-kontakt": ((*FICTION, "kontakt", "list"), ("navn", "stilling", "sektor")),
}
"""Lists that a terminal of 60 columns can hold: the command, and its columns behind the id."""
HEADINGS = {
    "aar": {"År"},
    "tittel": {"Oppdrag", "Delmål"},
    "sektor": {"Sektor", "Sekt."},
    "ansvarlig": {"Ansvarlig", "Ansv."},
    "status": {"Status"},
    "frist": {"Frist"},
    "ansvar": {"Ansvar"},
    "oppdrag": {"Oppdrag", "Oppdr."},
    "navn": {"Navn"},
    "stilling": {"Stilling"},
}
"""The heading of a column, and what it may be where it is narrow."""
OTHERS: dict[str, tuple[str, ...]] = {
    "status": (*LOERENSKOG, "status"),
    "rik-status": (*FICTION, "status"),
    "status-omraade": (*FICTION, "status", "--etter", "satsingsområde"),
    "status-ansvarlig": (*FICTION, "status", "--etter", "ansvarlig"),
    "status-siden": (*FICTION, "status", "--siden", "2023-HØST"),
    "status-hvorfor": (*FICTION, "status", "--hvorfor"),
    "oppdrag-vis": (*FICTION, "oppdrag", "vis", "BYG-2023-01", "BYG-2024-01"),
    "maal-tre": (*LOERENSKOG, "maal", "tre"),
    "roedtraad": (*FICTION, "roedtraad"),
    "roedtraad-hull": (*LOERENSKOG, "roedtraad", "--hull"),
    "roedtraad-matrise": (*LOERENSKOG, "roedtraad", "--matrise"),
    "maal-vis": (*FICTION, "maal", "vis", "ØY", "ØY1.1"),
    "kontakt-vis": (*FICTION, "kontakt", "vis", "BYG", "arlbo"),
    "aarshjul-list": (*FICTION, "aarshjul", "list"),
    "aarshjul-vis": (*FICTION, "aarshjul", "vis"),
    "valider": (*LOERENSKOG, "valider", "--alle"),
    **{
        name: ("--data", str(EKSEMPEL), "--dato", "2025-09-15", *name.split())
        for name in ("oppdrag list", "vedtak list", "vedtak restanse", "rapport mangler")
    },
    "help": ("oppdrag", "list", "--help"),
}
COMMANDS = {**{name: words for name, (words, _) in LISTS.items()}, **OTHERS}


def on_terminal(width: int, *command: str, **env: str) -> tuple[int, str]:
    """The exit status of a command and all that it shows on a terminal."""
    ours, theirs = terminal(width)
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=TESTS, env=surroundings(**env)
    ) as child:
        os.close(theirs)
        text = everything(ours)
    return child.returncode, text


@cache
def screens(width: int) -> dict[str, str]:
    """What every command shows on a terminal of a width, without its colours."""
    words = json.dumps(list(COMMANDS.values()))
    status, text = on_terminal(width, sys.executable, "-c", MANY, words)
    assert status == 0, text
    visible = re.sub(r" +$", "", ESCAPE.sub("", text), flags=re.MULTILINE)
    parts = visible.split("\0")
    assert parts.pop() == ""
    return dict(zip(COMMANDS, parts, strict=True))


@cache
def on_pipe() -> dict[tuple[str, str], str]:
    """What every list and overview gives on a pipe, by its name and format."""
    calls = [
        (name, format_)
        for name in (*LISTS, "status", "rik-status")
        for format_ in ("json", "markdown")
    ]
    words = json.dumps([[*COMMANDS[name], "--format", format_] for name, format_ in calls])
    ended = subprocess.run(
        [sys.executable, "-c", MANY, words],
        capture_output=True,
        check=True,
        cwd=TESTS,
        env=surroundings(),
    )
    parts = ended.stdout.decode().split("\0")
    assert parts.pop() == ""
    return dict(zip(calls, parts, strict=True))


def records(name: str) -> list[dict[str, Any]]:
    """What a list holds, as JSON has it."""
    found: list[dict[str, Any]] = json.loads(on_pipe()[name, "json"])
    return found


def cells(name: str) -> list[list[str]]:
    """The cells of a list as people read them, from the Markdown of it."""
    text = on_pipe()[name, "markdown"].replace(r"\|", "\0")
    lines = re.sub(r"\\([^\sA-Za-z0-9])", r"\1", text).splitlines()
    return [
        [cell.strip().replace("\0", "|") for cell in line.strip("|").split(" | ")]
        for line in lines[2:]
    ]


class Screen:
    """A table as it stands on a screen: its headings, and its rows cut into columns."""

    def __init__(self, text: str) -> None:
        lines = text.splitlines()
        rule = next(number for number, line in enumerate(lines) if set(line) == {"─"})
        assert rule == 1
        starts = [found.start() for found in re.finditer(r"\S+", lines[0])]
        self.headings = lines[0].split()
        self.widths = [
            max(map(cell_len, lines)) - start if end is None else end - start - 1
            for start, end in zip(starts, [*starts[1:], None], strict=True)
        ]
        self.rows: list[list[list[str]]] = []
        """For each row and each column, the lines of its cell."""
        for line in lines[2:]:
            parts = [line[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
            if parts[0].strip():
                self.rows.append([[] for _ in starts])
            for cell, part in zip(self.rows[-1], parts, strict=True):
                cell.append(part.strip())


def broken(cell: list[str], right: str, width: int) -> Iterator[str]:
    """The words of a text that its cell breaks although they are shorter than the column."""
    pieces = iter(" ".join(cell).split())
    for word in right.split():
        piece = next(pieces, "")
        if piece != word and len(word) < width:
            yield f"{word} -> {piece}"
        while piece != word and word.startswith(piece) and (more := next(pieces, "")):
            piece += more
        if piece != word:
            yield f"{word} is {piece}"
            return
    yield from pieces


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", COMMANDS)
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    """Tables, sheets, trees, faults and help fit 60, 80 and 200 columns."""
    lines = screens(width)[name].splitlines()
    assert len(lines) > 2
    assert [line for line in lines if cell_len(line) > width] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", LISTS)
def test_no_heading_is_cut(name: str, width: int) -> None:
    """Every column is there, under its whole heading or under its short one."""
    columns = LISTS[name][1]
    headings = Screen(screens(width)[name]).headings
    assert headings[0] == "Id"
    assert len(headings) == 1 + len(columns)
    for heading, column in zip(headings[1:], columns, strict=True):
        assert heading in HEADINGS[column]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", LISTS)
def test_words_are_whole(name: str, width: int) -> None:
    """Every text is there, and a word is broken only when it is longer than its column."""
    screen = Screen(screens(width)[name])
    assert len(screen.rows) == len(records(name))
    for row, right in zip(screen.rows, cells(name), strict=True):
        assert len(row) == len(right)
        for cell, text, width_ in zip(row, right, screen.widths, strict=True):
            assert list(broken(cell, text, width_)) == []


CUT = re.compile(
    r"(?:^|\s)(?:[0-9]{2}\.[0-9]{2}\.[0-9]{0,3}|[A-ZÆØÅ]{1,3}-[0-9]{0,4}(?:-[0-9]?)?|[0-9]{4}-[KT]?"
    r"|gjennomf|rapporter|arbei|vedta|polit|ver|kommunest\w{0,5})(?:\s|$)",
    re.MULTILINE,
)
"""A day, an id, a deadline or a word of a few letters that is broken off."""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "name", ["oppdrag list", "vedtak list", "vedtak restanse", "rapport mangler"]
)
def test_what_is_short_is_never_broken(name: str, width: int) -> None:
    """Titles give way first, then columns that matter least."""
    shown = screens(width)[name]
    assert CUT.findall(shown) == []
    whole = screens(1000)[name]
    assert CUT.findall(whole) == []
    assert len(re.findall(r"(?m)^[A-ZÆØÅ]+-[0-9]{4}-\S+ ", shown)) == len(
        re.findall(r"(?m)^[A-ZÆØÅ]+-[0-9]{4}-\S+ ", whole)
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["status", "rik-status"])
def test_overview_is_whole(name: str, width: int) -> None:
    """The overview has all twelve columns at any width, with the numbers that JSON has."""
    rows = [line.split() for line in screens(width)[name].splitlines()]
    numbers = [row[:12] for row in rows if len(row) > 11 and row[1].isdecimal()]
    assert [[row[0], *map(int, row[1:])] for row in numbers[:-1]] == [
        [value for key, value in record.items() if key != "navn"] for record in records(name)
    ]
    assert numbers[-1][0] == "Sum"
    heading = " ".join(screens(width)[name].split("─")[0].split())
    assert re.sub(r"-|\.| ", "", heading).isalpha() or "%" in heading


@pytest.mark.parametrize("name", LISTS)
def test_wide_terminal_is_used(name: str) -> None:
    """On 200 columns a record is a line, unless its text alone is wider than what is left."""
    screen = Screen(screens(200)[name])
    for row, right in zip(screen.rows, cells(name), strict=True):
        assert len(row[0]) == 1 or max(map(len, right)) > 130
    assert max(map(cell_len, screens(200)[name].splitlines())) >= 60


@pytest.mark.parametrize("width", WIDTHS)
def test_sheet_tells_all_at_any_width(width: int) -> None:
    """A sheet loses no word to a narrow terminal, in its fields or in its tables."""
    words = screens(width)["oppdrag-vis"].split()
    whole = screens(1000)["oppdrag-vis"].split()
    lost = {word for word in whole if word not in words and "─" not in word and len(word) <= 15}
    assert lost <= {"Ansvarlig"}, "which may be Ansv."


SHOWN = (
    *((name, width) for name in ("sos", "status") for width in (60, 80)),
    *((name, width) for name in ("rik-status", "status-ansvarlig") for width in WIDTHS),
    *((name, 80) for name in ("status-siden", "status-hvorfor")),
    *((name, width) for name in ("roedtraad", "roedtraad-matrise") for width in (60, 80)),
    *((name, width) for name in ("aarshjul-list", "aarshjul-vis") for width in WIDTHS),
)
"""What is held against a golden file."""


@pytest.mark.parametrize(("name", "width"), SHOWN)
def test_shown_on_a_terminal_as_in_the_golden_file(name: str, width: int, golden: Golden) -> None:
    """Lists, the thread, the overview and the year's wheel look as someone has read."""
    golden(f"skjerm/{name}-{width}.txt", screens(width)[name])


def test_every_golden_file_is_used() -> None:
    """No golden file is left behind by a test that is gone."""
    expected = {f"{name}-{width}" for name, width in SHOWN}
    assert {path.stem for path in (GOLDEN / "skjerm").iterdir()} <= expected


@pytest.mark.parametrize(
    ("before", "width"),
    [("lang " * 60, 60), ("lang " * 60, 80), ("lang " * 60, 200), ("表" * 90, 60), ("a", 60)],
    ids=["lang-60", "lang-80", "lang-200", "bred-60", "kort-60"],
)
def test_fault_on_a_long_line_fits_with_its_carets(before: str, width: int, tmp_path: Path) -> None:
    """However long the line with the fault, what is shown of it fits, and the carets hit."""
    (tmp_path / "kontakter.yaml").write_text("sektorer: [{kode: S, navn: S}]\n", encoding="utf-8")
    (tmp_path / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    record = f"{{id: S-1, tittel: x{before}, sektor: FEIL, kilde: {before}x}}"
    (tmp_path / "oppdrag.yaml").write_text(f"aar: 2023\noppdrag: [{record}]\n", encoding="utf-8")
    status, text = on_terminal(width, *STYRING, "valider", str(tmp_path), NO_COLOR="1")
    assert status == 1
    lines = text.splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    (number,) = (number for number, line in enumerate(lines) if line.strip() == "^^^^")
    shown = lines[number - 1]
    assert cell_len(shown[: shown.index("FEIL")]) == lines[number].index("^")


@pytest.mark.parametrize(
    ("env", "has_colour"),
    [
        ({}, True),
        ({"NO_COLOR": ""}, True),  # no-color.org: an empty one says nothing
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
    ids=str,
)
def test_colours_are_there_unless_refused(env: dict[str, str], has_colour: bool) -> None:
    """A terminal gets colours for statuses and faults; NO_COLOR and TERM=dumb take them away."""
    words = [[*FICTION, "oppdrag", "list"], [*LOERENSKOG, "valider", "--alle"]]
    status, text = on_terminal(80, sys.executable, "-c", MANY, json.dumps(words), **env)
    assert status == 0
    listed, faults, _ = text.split("\0")
    for part in (listed, faults):
        assert bool(COLOUR.search(part)) == has_colour
        assert has_colour or "\x1b" not in part


def test_each_stream_decides_for_itself(tmp_path: Path) -> None:
    """Into a file goes plain text, although stderr is a terminal."""
    ours, theirs = terminal(80)
    shown = tmp_path / "ut.txt"
    with (
        shown.open("wb") as out,
        subprocess.Popen(
            [*STYRING, *FICTION, "oppdrag", "list"], stdout=out, stderr=theirs, env=surroundings()
        ) as child,
    ):
        os.close(theirs)
        assert everything(ours) == ""
    assert child.returncode == 0
    text = shown.read_text(encoding="utf-8")
    assert "\x1b" not in text
    assert len(text.splitlines()) == 1 + 9
