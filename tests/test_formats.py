"""Each format, read back by a reader that forgives nothing, and held against the data."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import RIK, Run, in_format
from driver import Ended
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from yaml.cyaml import CBaseLoader, CSafeLoader

from styring.formats.skjerm import ROER, Skjerm
from styring.model.oppdrag import Status, Vurdering
from styring.model.tid import les_frist
from styring.views.ark import Ark, Avsnitt, Bunke
from styring.views.visning import Kolonne, Tabell
from styring.yamlfile.read import read

OM_RIK = ("--data", str(RIK), "--dato", "2024-05-15")

OPPDRAG = (
    *("id", "tittel", "sektor", "viderefoert_fra", "beskrivelse", "delmaal", "delansvar", "frist"),
    *("delegering", "oppgaver", "rapporter", "unntatt", "kilde", "egne"),
)
WORKED_OUT = ("aar", "status", "ansvarlig", "forfalt", "forsinket", "mangler_rapport")
INSIDE = {
    "delegering": ("til", "av", "dato", "merknad", "egne"),
    "oppgaver": ("id", "tittel", "ansvarlig", "frist", "status", "merknad", "unntatt", "egne"),
    "rapporter": (
        *("periode", "dato", "av", "status", "vurdering", "kommentar", "forventet_ferdig"),
        *("avvik", "tiltak", "egne"),
    ),
}
LISTS = ("delmaal", "delansvar", *INSIDE)
DELMAAL = (
    *("id", "tittel", "ansvar", "indikatorer", "delmaal", "egne"),
    *("hovedmaal", "omraade", "oppdrag"),
)
KONTAKT = ("id", "navn", "stilling", "sektor", "telefon", "epost", "sluttet", "egne")
TELLING = (
    *("sektor", "navn", "oppdrag", "ikke_rapportert", "ikke_startet", "under_arbeid"),
    *("satt_paa_vent", "ferdig", "utgaar", "forfalt", "forsinket", "mangler_rapport", "framdrift"),
)
FUNN = ("kode", "alvor", "melding", "raad", "fil", "linje", "kolonne", "lengde")


def strict(text: str) -> Any:
    """JSON, in which a key given twice or a NaN is an error."""

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(items)) == len(items)
        return dict(items)

    def refuse(word: str) -> Any:
        raise AssertionError(word)

    return json.loads(text, object_pairs_hook=pairs, parse_constant=refuse)


def shown(ended: Ended) -> str:
    """What a command showed, when it had nothing to say beside it."""
    assert (ended.status, ended.err) == (0, "")
    return ended.out


def in_json(run: Run, *words: str) -> Any:
    """What a command shows as JSON."""
    return strict(shown(run(*words, *OM_RIK, "--format", "json")))


def cells(text: str) -> list[list[str]]:
    """The rows of a CSV file, its bytes as promised: BOM, `;`, CRLF."""
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    return rows


def markdown_cells(text: str) -> list[list[str]]:
    """The rows of the one Markdown table that a text is, in which nothing is markup."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    kinds = [token.type for token in tokens if not token.type.startswith(("td", "th", "inline"))]
    assert (kinds[0], kinds[-1]) == ("table_open", "table_close")
    assert kinds.count("table_open") == 1
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            inside = token.children or []
            assert {child.type for child in inside} <= {"text", "text_special"}, inside
            rows[-1].append("".join(child.content for child in inside))
    return rows


def source() -> Iterator[tuple[int, dict[str, Any]]]:
    """The oppdrag of the fictional data as another reader reads them, every scalar a text."""
    for year in (2023, 2024):
        text = (RIK / "oppdrag" / f"{year}.yaml").read_text(encoding="utf-8")
        for record in yaml.load(text, Loader=CBaseLoader)["oppdrag"]:
            yield year, record


def as_text(value: Any) -> Any:
    """JSON data with every scalar as YAML writes it, and without what is empty."""
    if isinstance(value, dict):
        return {key: as_text(part) for key, part in value.items() if part not in (None, [])}
    if isinstance(value, list):
        return [as_text(part) for part in value]
    return value if isinstance(value, str) else json.dumps(value)


# --- what is shown is what is in the data ----------------------------------------------------


def test_json_has_all_that_the_files_have(run: Run) -> None:
    """Every oppdrag, every field of it as it stands in its file, in the order of the files."""
    found = in_json(run, "oppdrag", "list")
    written = list(source())
    assert [record["aar"] for record in found] == [year for year, _ in written]
    for record, (_, right) in zip(found, written, strict=True):
        assert as_text({key: record[key] for key in OPPDRAG}) == right


def test_json_of_oppdrag_is_a_contract(run: Run) -> None:
    """All fields are always there, in one order: lists are lists, what is missing is null."""
    for record in in_json(run, "oppdrag", "list"):
        assert tuple(record) == OPPDRAG + WORKED_OUT
        assert all(isinstance(record[key], list) for key in LISTS)
        assert isinstance(record["aar"], int)
        assert isinstance(record["forfalt"], bool)
        assert isinstance(record["forsinket"], bool)
        assert isinstance(record["mangler_rapport"], bool)
        for key, keys in INSIDE.items():
            assert all(tuple(part) == keys for part in record[key])


def test_json_has_what_is_worked_out(run: Run) -> None:
    """Status from the newest report, who holds it now, what is late, what lacks a report."""
    found = {
        record["id"]: tuple(record[key] for key in WORKED_OUT)
        for record in in_json(run, "oppdrag", "list")
    }
    assert found == {
        "BYG-2023-01": (2023, "satt_paa_vent", "arlbo", True, True, True),
        "BYG-2023-02": (2023, "ferdig", "katben", False, False, False),
        "ARK-2023-01": (2023, "utgaar", "ost.aa", False, False, False),
        "ØKO-2024-01": (2024, "under_arbeid", "aseode", True, True, False),
        "ØKO-2024-02": (2024, "ikke_rapportert", "arlbo", False, False, True),
        "ÆLD-2024-01": (2024, "ikke_rapportert", None, False, False, True),
        "BYG-2024-01": (2024, "ikke_startet", "katben", False, False, False),
        "BYG-2024-02": (2024, "ferdig", "katben", False, False, False),
        "ARK-2024-01": (2024, "ikke_rapportert", "ost.aa", False, False, True),
    }


def test_one_record_is_the_same_as_in_the_list(run: Run) -> None:
    """`oppdrag vis` gives in JSON the very record that `oppdrag list` gives."""
    listed = {record["id"]: record for record in in_json(run, "oppdrag", "list")}
    one, two = in_json(run, "oppdrag", "vis", "øko-1", "byg-2023-1")
    assert (one, two) == (listed["ØKO-2024-01"], listed["BYG-2023-01"])


def test_named_column_is_the_field_of_that_name(run: Run) -> None:
    """A field means the same in JSON whether all are asked for or it is named alone."""
    for command in ("oppdrag", "maal", "kontakt"):
        whole = in_json(run, command, "list")
        for key in ("id", "tittel", "sektor", "ansvarlig", "status", "frist", "forfalt", "delmaal"):
            if key in whole[0] and (command, key) != ("maal", "delmaal"):  # those under it
                named = in_json(run, command, "list", "--kolonner", key)
                assert named == [{key: record[key]} for record in whole], key


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("maal list", DELMAAL),
        ("maal vis ØY1.1", ("id", "tittel", "ansvar", "indikatorer", "delmaal", "egne", "oppdrag")),
        ("maal vis ØY1", ("id", "tittel", "delmaal", "egne", "oppdrag")),
        ("maal vis ØY", ("id", "tittel", "fn_maal", "hovedmaal", "delmaal", "egne", "oppdrag")),
        ("maal tre", ("id", "tittel", "fn_maal", "hovedmaal", "delmaal", "egne")),
        ("kontakt list", ("id", "navn", "stilling", "sektor", "sluttet", "egne")),
        ("kontakt vis arlbo", (*KONTAKT, "oppdrag", "vedtak")),
        (
            "kontakt vis BYG",
            (
                *("kode", "navn", "direktoer", "arbeidsfelt", "egne"),
                *("direktoerer", "kontakter", "oppdrag"),
            ),
        ),
        ("status", TELLING),
    ],
)
def test_json_of_the_others_is_a_contract(words: str, keys: tuple[str, ...], run: Run) -> None:
    """Every record of a kind has the same fields in the same order."""
    found = in_json(run, *words.split())
    assert found
    assert {tuple(record) for record in found} == {keys}


def test_json_of_goals_links_both_ways(run: Run) -> None:
    """A delmål knows what it is part of, and which oppdrag work for it."""
    found = {goal["id"]: goal for goal in in_json(run, "maal", "list")}
    goal = found["ØY1.1"]
    assert (goal["omraade"], goal["hovedmaal"]) == ("ØY", "ØY1")
    assert goal["oppdrag"] == ["BYG-2023-01", "BYG-2023-02"]
    assert found["FM1.1"]["oppdrag"] == []


def test_status_counts_add_up(run: Run) -> None:
    """The overview counts what the list has: a sector at a time, and each oppdrag once."""
    listed = in_json(run, "oppdrag", "list")
    for row in in_json(run, "status"):
        own = [record for record in listed if record["sektor"] == row["sektor"]]
        assert row["oppdrag"] == len(own) == sum(row[status.value] for status in Status)
        for status in Status:
            assert row[status.value] == sum(record["status"] == status for record in own)
        for key in ("forfalt", "forsinket", "mangler_rapport"):
            assert row[key] == sum(record[key] for record in own)
    sums = run("status", *OM_RIK).out.splitlines()[-1].split()
    assert sums == ["Sum", "9", "3", "1", "1", "1", "2", "1", "2", "2", "4", "25"]


def test_json_of_faults_is_a_contract(run: Run) -> None:
    """Every finding has its code, severity, message, way out and place."""
    (found,) = in_json(run, "valider", "--alle")
    assert tuple(found) == FUNN
    assert (found["kode"], found["alvor"]) == ("KON005", "merknad")
    assert found["fil"].endswith("kontakter.yaml")


@pytest.mark.parametrize(
    "words",
    ["oppdrag list", "oppdrag vis byg-2023-1", "maal list", "maal tre", "kontakt list", "status"],
)
def test_yaml_is_the_same_data_to_every_reader(words: str, run: Run) -> None:
    """What YAML 1.1 and our own YAML 1.2 read is what JSON says."""
    right = in_json(run, *words.split())
    text = shown(run(*words.split(), *OM_RIK, "--format", "yaml"))
    assert yaml.load(text, Loader=CSafeLoader) == right
    document = read("ut.yaml", text.encode())
    assert document.faults == ()
    assert document.value == right


def test_csv_is_the_list(run: Run) -> None:
    """A row a record under the keys of the columns, with codes and ISO dates."""
    columns = "id,tittel,status,frist,delmaal,oppgaver,rapportert"
    text = shown(run("oppdrag", "list", *OM_RIK, "-k", columns, "--format", "csv"))
    heading, *rows = cells(text)
    assert heading == columns.split(",")
    records = in_json(run, "oppdrag", "list")
    for row, record in zip(rows, records, strict=True):
        title = record["tittel"]
        assert row == [
            record["id"],
            f"'{title}" if title.startswith("=") else title,
            record["status"],
            record["frist"] or "",
            ", ".join(record["delmaal"]),
            str(len(record["oppgaver"])),
            max((report["dato"] for report in record["rapporter"]), default=""),
        ]
    numbers = cells(shown(run("status", *OM_RIK, "--format", "csv")))
    assert numbers[0] == [key for key in TELLING if key != "navn"]
    assert [row[:2] for row in numbers[1:]] == [
        ["ØKO", "2"],
        ["BYG", "4"],
        ["ÆLD", "1"],
        ["ARK", "2"],
    ]


def test_markdown_is_the_table(run: Run) -> None:
    """A Markdown reader gets the cells of the table, with `|` and `<script>` as text in them."""
    heading, *rows = markdown_cells(shown(run("oppdrag", "list", *OM_RIK, "-f", "markdown")))
    assert heading == ["Id", "År", "Oppdrag", "Sektor", "Ansvarlig", "Status", "Frist"]
    records = in_json(run, "oppdrag", "list")
    assert [row[:4] for row in rows] == [
        [record["id"], str(record["aar"]), record["tittel"], record["sektor"]] for record in records
    ]


def test_record_is_a_line_on_a_pipe(run: Run) -> None:
    """Running text with line breaks stays on the line of its record."""
    lines = shown(run("oppdrag", "list", *OM_RIK, "-k", "id,beskrivelse,frist")).splitlines()
    assert len(lines) == 1 + 9
    assert re.fullmatch(
        r"BYG-2023-01 +Brua har vært stengt .*\. +Den skal tåle .* 31\.10\.2023", lines[1]
    )
    starts = {line.rindex("  ") + 2 for line in lines if not line.endswith("01")}
    assert lines[0].index("Frist") in starts


# --- hostile text -----------------------------------------------------------------------------

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
SOME = settings(max_examples=40, deadline=None)
HOSTILE = range(0, len(FRAGMENTS), 3)


def test_sheet_on_a_pipe_has_whole_lines() -> None:
    """However long, with the same blanks as on a terminal, and nothing steers one."""
    fields = (("Tittel", "æ " * 60_000 + "ø"), ("Ny", "\x1b[31m[red]"))
    sheets = Bunke((Ark("A", "å", (Avsnitt("Om", fields),), dict),) * 2)
    text = f"A  å\n\nOm\n  Tittel  {'æ ' * 60_000}ø\n  Ny      \\x1b[31m[red]\n"
    assert in_format(sheets, "tabell", ROER) == f"{text}\n{text}"


@SOME
@given(TEXTS)
@example(list(FRAGMENTS))
def test_no_text_can_act_in_a_table_on_a_pipe(texts: list[str]) -> None:
    """A record is a line, and the only control character is the line break."""
    text = in_format(table(texts), "tabell", ROER)
    assert acting(text) == []
    assert TURNING.findall(text) == []
    assert len(text.splitlines()) == 1 + len(texts)
    assert all(line.startswith("ID-") for line in text.splitlines()[1:])


@SOME
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


@SOME
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


@SOME
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


@SOME
@given(TEXTS)
@example(list(FRAGMENTS))
def test_every_text_comes_back_from_json(texts: list[str]) -> None:
    """JSON gives back the very text, with no control character standing raw in it."""
    text = in_format(table(texts), "json", ROER)
    assert acting(text) == []
    assert [record["tittel"] for record in strict(text)] == texts


@SOME
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
    words: str, lines: int | None, run: Run, hostile: Path
) -> None:
    """No command shows a control character that the data holds, or a line that they forge."""
    ended = run(*words.split(), "--data", str(hostile))
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
def test_hostile_data_comes_out_harmless_in_messages(
    words: str, lines: int, run: Run, hostile: Path
) -> None:
    """What was written and what is in the data is text in messages too, and stays on its line."""
    ended = run(*words.split(" "), *(() if "--data" in words else ("--data", str(hostile))))
    assert ended.status in (2, 3)
    assert ended.err.startswith("Feil: ")
    assert acting(ended.err) == []
    assert len(ended.err.splitlines()) == lines


def test_every_status_and_judgement_has_a_norwegian_name() -> None:
    """People read the words in bokmål; machines get the codes of the data files."""
    assert {status.value: status.navn for status in Status} == {
        "ikke_rapportert": "ikke rapportert",
        "ikke_startet": "ikke startet",
        "under_arbeid": "under arbeid",
        "satt_paa_vent": "satt på vent",
        "ferdig": "ferdig",
        "utgaar": "utgår",
    }
    assert [judgement.navn for judgement in Vurdering] == ["grønn", "gul", "rød"]
