"""No text from the data can act, in whatever format it is shown."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import in_format
from driver import styring
from hypothesis import example, given
from hypothesis import strategies as st
from parsed import cells, markdown_cells, strict
from rich.cells import cell_len
from yaml.cyaml import CSafeLoader

from styring.formats.skjerm import ROER, Skjerm
from styring.model.oppdrag import Status
from styring.model.tid import les_frist
from styring.views.ark import Ark, Avsnitt, Bunke
from styring.views.visning import Kolonne, Tabell
from styring.yamlfile.read import read

FRAGMENTS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\uff1d1", "\u00a0=1", ";=1"),
    *("\x1b[31m", "\x1b]0;x\x07", "\x9b31m", "\x00", "\x7f", "\x85", "\u2028", "\u202e", "\u200b"),
    *("[red]", "[/]", "[link=x]", "\\[", "\\", "|", "a|b", "`c`", "``", "**d**", "_e_", "~~f~~"),
    *("<script>", "<!--", "<a@b.no>", "&lt;", "&#60;", "![x](y)", "[x](y)", "[x]: y", "---"),
    *("NO", "on", "~", "null", "1e3", "0o17", "0x1F", "012", "+.5", "1_000", "12:30", "2023-05-31"),
    *("<<", "=", ":", "- x", "? x", "#x", "a: b", "a #b", "%a", "!x", "&a", "*a", "'", '"', "..."),
    *("\ufeff", "\ufffe", "\u0301", "e\u0301", "表", "\U0001f600", "\u00ad", ":smile:", " x ", ""),
)
TEXT = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.text(st.characters(exclude_categories=["Cs"]))),
    max_size=4,
).map("".join)
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
SGR = re.compile(r"\x1b\[[0-9;]*m")
# What turns or hides the text around it, besides control characters.
TURNING = re.compile("[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")


def acting(text: str, allowed: str = "\n") -> list[str]:
    """The control characters in a text, but for those that are allowed."""
    return [c for c in text if unicodedata.category(c) == "Cc" and c not in allowed]


def table(texts: list[str]) -> Tabell:
    """A table with the texts as titles, and beside each a cell of every other kind."""
    columns = tuple(
        Kolonne(key, key.capitalize(), er_lang=key == "tittel")
        for key in ("id", "tittel", "status", "frist", "dag", "ord", "tall")
    )
    rows = tuple(
        (f"ID-{n}", text, Status.UNDER_ARBEID, les_frist("2023-05"), date(2023, 5, 1), (text,), n)
        for n, text in enumerate(texts)
    )
    return Tabell(columns, rows, lambda: [{"id": row[0], "tittel": row[1]} for row in rows])


TEXTS = st.lists(TEXT, min_size=1, max_size=4)
HOSTILE = range(0, len(FRAGMENTS), 3)


def test_sheet_on_a_pipe_has_whole_lines() -> None:
    """However long, with the same blanks as on a terminal, and nothing steers one."""
    fields = (("Tittel", "æ " * 60_000 + "ø"), ("Ny", "\x1b[31m[red]"))
    sheets = Bunke((Ark("A", "å", (Avsnitt("Om", fields),), dict),) * 2)
    text = f"A  å\n\nOm\n  Tittel  {'æ ' * 60_000}ø\n  Ny      \\x1b[31m[red]\n"
    assert in_format(sheets, "tabell", ROER) == f"{text}\n{text}"


@given(TEXTS)
@example(list(FRAGMENTS))
def test_no_text_can_act_in_a_table_on_a_pipe(texts: list[str]) -> None:
    """A record is a line, and the only control character is the line break."""
    text = in_format(table(texts), "tabell", ROER)
    assert acting(text) == []
    assert TURNING.findall(text) == []
    assert len(text.splitlines()) == 1 + len(texts)
    assert all(line.startswith("ID-") for line in text.splitlines()[1:])


@given(TEXTS, st.sampled_from([60, 80, 200]))
@example(list(FRAGMENTS), 60)
def test_no_text_can_act_or_break_out_in_a_table_on_a_terminal(
    texts: list[str], width: int
) -> None:
    """No text makes a line wider than the terminal, adds a colour, or does anything at all."""
    plain = in_format(table(texts), "tabell", Skjerm(width, farge=False))
    assert acting(plain) == []
    assert max(cell_len(line) for line in plain.splitlines()) <= width
    coloured = in_format(table(texts), "tabell", Skjerm(width, farge=True))
    assert acting(SGR.sub("", coloured)) == []
    only_ours = in_format(table(["x"] * len(texts)), "tabell", Skjerm(width, farge=True))
    assert set(SGR.findall(coloured)) == set(SGR.findall(only_ours))


@given(TEXTS)
@example(list(FRAGMENTS))
def test_no_text_is_a_formula_in_csv(texts: list[str]) -> None:
    """No cell begins as a formula or holds a control character, and no text moves another's."""
    rows = cells(in_format(table(texts), "csv", ROER))
    assert len(rows) == 1 + len(texts)
    for number, row in enumerate(rows[1:]):
        assert row[0] == f"ID-{number}"
        assert row[2:5] == ["under_arbeid", "2023-05", "2023-05-01"]
        for cell in row:
            assert not cell.lstrip().startswith(FORMULA)
            assert acting(cell, "") == []
            assert TURNING.findall(cell) == []


@given(TEXTS)
@example(list(FRAGMENTS))
@example(["'=1+1"])
def test_no_text_is_markup_in_markdown(texts: list[str]) -> None:
    """A Markdown reader finds one table and in its cells the text, letter by letter."""
    text = in_format(table(texts), "markdown", ROER)
    assert acting(text) == []
    assert TURNING.findall(text) == []
    rows = markdown_cells(text)
    assert len(rows) == 1 + len(texts)
    plain = in_format(table(texts), "csv", ROER)
    for own, row, right in zip(texts, rows[1:], cells(plain)[1:], strict=True):
        assert len(row) == 7
        is_kept_from = right[1][1:].lstrip().startswith(FORMULA) and own[:1] != "'"
        title = right[1].removeprefix("'") if is_kept_from else right[1]
        assert row[1] == title.strip()


@given(TEXTS)
@example(list(FRAGMENTS))
def test_every_text_comes_back_from_json(texts: list[str]) -> None:
    """JSON gives back the very text, with no control character standing raw in it."""
    text = in_format(table(texts), "json", ROER)
    assert acting(text) == []
    assert [record["tittel"] for record in strict(text)] == texts


@given(TEXTS)
@example(["1e3"])
@example(["\x85"])
@example(["\u034f"])
@example(list(FRAGMENTS))
def test_every_text_comes_back_from_yaml(texts: list[str]) -> None:
    """YAML gives back the very text to YAML 1.1 and to our reader; none becomes a number."""
    text = in_format(table(texts), "yaml", ROER)
    assert [record["tittel"] for record in yaml.load(text, Loader=CSafeLoader)] == texts
    document = read("ut.yaml", text.encode())
    assert document.faults == ()
    assert [record["tittel"] for record in document.value] == texts
    assert acting(text) == []


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A data folder in which every text is hostile, but for ids of oppdrag and goals."""

    def quoted(number: int) -> str:
        text = FRAGMENTS[number % len(FRAGMENTS)] + f"\x1b[2J{number}\n[red]\r=1+1\u202e\x9b\x07"
        return json.dumps(text).replace("\\ud83d\\ude00", "\\U0001f600")

    written = "".join(
        f"  - id: S-{number}\n    tittel: {quoted(number)}\n    sektor: S\n    delmaal: [A1.1]\n"
        f"    beskrivelse: {quoted(number + 1)}\n    kilde: {quoted(number + 2)}\n"
        f"    egne: {{{quoted(number)}: [{quoted(number)}, true, null, 1.5]}}\n"
        f"    unntatt: {{hjemmel: {quoted(number)}}}\n"
        f"    delegering: [{{til: {quoted(number)}, av: k, merknad: {quoted(number)}}}]\n"
        f"    oppgaver: [{{id: S-{number}.1, tittel: {quoted(number)}, merknad: {quoted(2)}}}]\n"
        f"    rapporter: [{{periode: {quoted(number)}, dato: 2023-05-05, status: ferdig,"
        f" kommentar: {quoted(number)}, avvik: {quoted(3)}, tiltak: {quoted(4)}}}]\n"
        for number in HOSTILE
    )
    (tmp_path / "oppdrag.yaml").write_text(f"aar: 2023\noppdrag:\n{written}", encoding="utf-8")
    (tmp_path / "maal.yaml").write_text(
        f"satsingsomraader:\n  - id: A\n    tittel: {quoted(1)}\n    hovedmaal:\n      - id: A1\n"
        f"        tittel: {quoted(2)}\n        delmaal:\n"
        f"          - {{id: A1.1, tittel: {quoted(5)}, ansvar: [{quoted(6)}, S]}}\n",
        encoding="utf-8",
    )
    (tmp_path / "kontakter.yaml").write_text(
        f"sektorer:\n  - {{kode: S, navn: {quoted(7)}, direktoer: k, arbeidsfelt: [{quoted(8)}]}}\n"
        f"  - {{kode: {quoted(9)}, navn: N}}\n"
        f"kontakter:\n  - {{id: k, navn: {quoted(10)}, stilling: {quoted(11)}, sektor: S,"
        f" telefon: {quoted(12)}, epost: {quoted(13)}}}\n",
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("oppdrag list", 1 + len(HOSTILE)),
        ("oppdrag list -k id,tittel,beskrivelse,ansvarlig,periode,kommentar", 1 + len(HOSTILE)),
        ("oppdrag list -f csv", 1 + len(HOSTILE)),
        ("oppdrag list -f markdown", 2 + len(HOSTILE)),
        ("oppdrag list -f json", None),
        ("oppdrag list -f yaml", None),
        ("oppdrag vis S-3 S-27", None),
        ("maal list", 2),
        ("maal tre", 3),
        ("maal vis A A1.1", None),
        ("kontakt list", 2),
        ("kontakt vis k S", None),
        ("status", 3),
        ("status -f json", None),
        ("valider", None),
        ("valider -f json", None),
        ("valider -f github", None),
        ("valider -f sarif", None),
    ],
)
def test_hostile_data_comes_out_as_harmless_text(
    words: str, lines: int | None, hostile: Path
) -> None:
    """No command shows a control character that the data holds, or a line that they forge."""
    ended = styring(*words.split(), "--data", str(hostile))
    assert ended.status == (1 if words.startswith("valider") else 0)
    assert ended.err == "" or words == "status"
    assert acting(ended.err) == []
    assert acting(ended.out, "\r\n" if words.endswith("csv") else "\n") == []
    assert "2J" in ended.out or words.startswith("status")
    if lines is not None:
        assert len(ended.out.rstrip("\r\n").split("\n")) == lines


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("oppdrag vis S", 2 + 8 + 1),
        ("oppdrag vis S-1999", 2),
        ("oppdrag list --ansvarlig kk", 2),
        ("oppdrag list --sektor \x1b[31m", 2),
        ("oppdrag list --sok \x1b[31m --status \x1b[31m\x07\x9b", 2),
        ("\x1b[31m", 2),
        ("oppdrag list \x1b[31m", 2),
        ("oppdrag list --\x1b[31m", 2),
        ("status --data /\x1b[31m", 2),
    ],
)
def test_hostile_data_comes_out_harmless_in_messages(words: str, lines: int, hostile: Path) -> None:
    """What was written and what is in the data is text in messages too, and stays on its line."""
    ended = styring(*words.split(" "), *(() if "--data" in words else ("--data", str(hostile))))
    assert ended.status in (2, 3)
    assert ended.err.startswith("Feil: ")
    assert acting(ended.err) == []
    assert len(ended.err.splitlines()) == lines
