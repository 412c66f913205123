"""What is wrong in a YAML file: the code, the words and the place."""

import math
from typing import Any

import pytest
from reader import BOM, PARSERS, Parser, covered, only, read_with, told

from styring.yamlfile.read import MAX_DEPTH

TAG = "merket «{}» brukes ikke her"
TWICE = "nøkkelen «{}» er gitt to ganger"
LOOSE = "linjen hører ikke sammen med det som står over"
DEEP = f"mer enn {MAX_DEPTH} nivåer inni hverandre"
TABULATOR = "tabulator kan ikke brukes som innrykk"
NOT_UTF8 = "her står noe som ikke er tekst i UTF-8"
CONFLICT = "her står det igjen en flettekonflikt fra git"
COLON = "kolon med mellomrom etter kan ikke stå midt i en verdi"
NO_QUOTE = "anførselstegnet blir aldri lukket"
ESCAPE = "tegnet «\\» i doble anførselstegn innleder en kode, og denne er ugyldig"


def control(number: str) -> str:
    """The message about a character that cannot stand in YAML."""
    return f"styretegnet {number} kan ikke stå i en YAML-fil"


# What stops the reading: text, code, message, line, column and the text that is pointed at.
STOPS: list[tuple[bytes | str, str, str, int, int, str]] = [
    # Syntax, with the place that the person must look at.
    ("tittel: Plan: del 1\n", "YAML001", COLON, 1, 13, ":"),
    ("aar: 2023\r\ntittel: Plan: del 1\r\n", "YAML001", COLON, 2, 13, ":"),
    (BOM + b"tittel: Plan: del 1\n", "YAML001", COLON, 1, 13, ":"),
    ("a: 😀😀 x: 1\n", "YAML001", COLON, 1, 8, ":"),
    ("a: 1\rb: Plan: x\r", "YAML001", COLON, 2, 8, ":"),
    ("aar: 2023\n\tid: x\n", "YAML001", TABULATOR, 2, 1, "\t"),
    ("oppdrag:\n\t- id: A\n", "YAML001", TABULATOR, 2, 1, "\t"),
    ("a: 1\nb: 'x\nc: 2\nd: 3\n", "YAML001", NO_QUOTE, 2, 4, "'"),
    ('a: 1\nb: "x\nc: 2\n', "YAML001", NO_QUOTE, 2, 4, '"'),
    ("a: [b, c\n", "YAML001", "hakeparentesen «[» blir aldri lukket", 1, 4, "["),
    ("a: {b: c\n", "YAML001", "krøllparentesen «{» blir aldri lukket", 1, 4, "{"),
    ("a: 1\n...\nb: 2\n", "YAML001", LOOSE, 3, 1, "b"),
    # Characters that YAML does not take.
    ("a: b\x00c\n", "YAML001", control("U+0000"), 1, 5, "\x00"),
    ("a: 1\nb: \x1b[31m\n", "YAML001", control("U+001B"), 2, 4, "\x1b"),
    ("a: 1\r\n# \x07\r\n", "YAML001", control("U+0007"), 2, 3, "\x07"),
    ("a: æ\x7f\n", "YAML001", control("U+007F"), 1, 5, "\x7f"),
    ("a: \x9b31m\n", "YAML001", control("U+009B"), 1, 4, "\x9b"),
    ("a: \ufffe\n", "YAML001", control("U+FFFE").removeprefix("styre"), 1, 4, "\ufffe"),
    ("\x00" * 9, "YAML001", control("U+0000"), 1, 1, "\x00"),
    # What git leaves behind, in three places of a document.
    ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n", "YAML001", CONFLICT, 1, 1, "<<<<<<< HEAD"),
    ("- a\n<<<<<<< A\n- b\n=======\n- c\n>>>>>>> B\n", "YAML001", CONFLICT, 2, 1, "<<<<<<< A"),
    ("a: |\n  x\n=======\n  y\n>>>>>>> B\n", "YAML001", CONFLICT, 3, 1, "======="),
    # Bytes that are not UTF-8: Latin-1, UTF-16 and UTF-32 by Windows, cut off, a surrogate.
    ("a: 1\nb: Lørenskog\n".encode("latin-1"), "YAML002", NOT_UTF8, 2, 5, "\ufffd"),
    ("a: 1\r\nb: ø\r\n".encode("latin-1"), "YAML002", NOT_UTF8, 2, 4, "\ufffd"),
    (BOM + b"a: \xf8\n", "YAML002", NOT_UTF8, 1, 4, "\ufffd"),
    ("a: 1\n".encode("utf-16"), "YAML002", NOT_UTF8, 1, 1, "\ufffd"),
    ("a: 1\n".encode("utf-32"), "YAML002", NOT_UTF8, 1, 1, "\ufffd"),
    ("æ: 😀".encode()[:-1], "YAML002", NOT_UTF8, 1, 4, "\ufffd"),
    (b"a: \xed\xa0\x80\n", "YAML002", NOT_UTF8, 1, 4, "\ufffd"),
    (b"a: \xc0\xaf\n", "YAML002", NOT_UTF8, 1, 4, "\ufffd"),
    (b"\x80", "YAML002", NOT_UTF8, 1, 1, "\ufffd"),
    # Aliases that would never end.
    ("a: &a [*a]\n", "YAML004", "«*a» viser til seg selv", 1, 8, "*a"),
    ("a: &a\n  b: {c: *a}\n", "YAML004", "«*a» viser til seg selv", 2, 10, "*a"),
    ("- &a [&a [1], *a]\n", "YAML004", "merket «&a» står både her og på verdien rundt", 1, 7, "&a"),
    ("&a {x: &a 1}\n", "YAML004", "merket «&a» står både her og på verdien rundt", 1, 8, "&a"),
    # Depth.
    ("[" * 65 + "]" * 65, "YAML005", DEEP, 1, 65, "["),
    ("{a: " * 65 + "}" * 65, "YAML005", DEEP, 1, 257, "{"),
    ("[" * 100_000, "YAML005", DEEP, 1, 65, "["),
    ("a: 1\nb:\n- c\n- d: {e: " + "[" * 2_000, "YAML005", DEEP, 4, 70, "["),
    ("æ: " + "[x, {y: " * 2_000, "YAML005", DEEP, 1, 256, "{"),
    ("- " * 100_000, "YAML005", DEEP, 1, 129, ""),
    ("".join(f"{' ' * n}a:\n" for n in range(70)), "YAML005", DEEP, 65, 65, ""),
    # More than one document.
    ("a: 1\n---\nb: 2\n", "YAML006", "her begynner et nytt dokument", 2, 1, "---"),
    ("---\r\na: 1\r\n---\r\n", "YAML006", "her begynner et nytt dokument", 3, 1, "---"),
    ("a: 1\n...\n---\nb: 2\n", "YAML006", "her begynner et nytt dokument", 3, 1, "---"),
    # Keys that are no text.
    ("a: 1\n[b]: 2\n", "YAML009", "en nøkkel må være tekst", 2, 1, "["),
    ("a: 1\n{b: c}: 2\n", "YAML009", "en nøkkel må være tekst", 2, 1, "{"),
    ("? {b: c}\n: 2\n", "YAML009", "en nøkkel må være tekst", 1, 3, "{"),
    ("a: &x b\n*x : 2\n", "YAML009", "en nøkkel må være tekst", 2, 1, "*x"),
]

# What does not: the same, and the value that is read all the same.
GOES_ON: list[tuple[str, str, str, int, int, str, Any]] = [
    ("a: 1\nb: 2\na: 3\n", "YAML003", TWICE.format("a"), 3, 1, "a", {"a": 1, "b": 2}),
    ("{a: 1, a: 2}", "YAML003", TWICE.format("a"), 1, 8, "a", {"a": 1}),
    ("a: 1\n'a': 2\n", "YAML003", TWICE.format("a"), 2, 1, "'a'", {"a": 1}),
    ("1: a\n'1': b\n", "YAML003", TWICE.format("1"), 2, 1, "'1'", {"1": "a"}),
    ("a:\n  æ: 1\n  æ: {b: 2}\n", "YAML003", TWICE.format("æ"), 3, 3, "æ", {"a": {"æ": 1}}),
    ("b: *x\n", "YAML004", "«*x» viser til noe som ikke finnes", 1, 4, "*x", {"b": None}),
    ("- *x\n- &x 1\n", "YAML004", "«*x» viser til noe som ikke finnes", 1, 3, "*x", [None, 1]),
    (f"a: {'9' * 65}\n", "YAML005", "tallet har for mange siffer", 1, 4, "9" * 65, {"a": "9" * 65}),
    (f"- 0x{'f' * 63}", "YAML005", "tallet har for mange siffer", 1, 3, f"0x{'f' * 63}", None),
    ("a: !x 1\n", "YAML008", TAG.format("!x"), 1, 4, "!x 1", {"a": "1"}),
    ("!x a: 1\n", "YAML008", TAG.format("!x"), 1, 1, "!x a", {"a": 1}),
    ("a: !x [1]\n", "YAML008", TAG.format("!x"), 1, 4, "!x [", {"a": [1]}),
    ("a: !x\n  b: 1\n", "YAML008", TAG.format("!x"), 1, 4, "!x\n  ", {"a": {"b": 1}}),
]

EMPTY: list[bytes] = [
    b"",
    BOM,
    b"\n",
    b"  \r\n\r\n",
    b"# bare en kommentar\n",
    BOM + b"# bare en kommentar",
    b"---\n",
    b"--- # ingenting\n...\n",
    b"~\n",
    b"null\n",
    b"%YAML 1.2\n---\n",
    b"...\n",
    b"# ingenting\n...\n",
]


@PARSERS
@pytest.mark.parametrize(("text", "kode", "melding", "line", "column", "at_text"), STOPS)
def test_fault_that_stops_the_reading_has_its_place(
    parser: Parser, text: bytes | str, kode: str, melding: str, line: int, column: int, at_text: str
) -> None:
    """One finding with code, message, line and column; no value, and nothing raised."""
    doc = read_with(parser, text)
    assert told(doc) == [(kode, melding, line, column)]
    assert only(doc).end - only(doc).start <= max(1, len(at_text))
    assert covered(doc) == [at_text]
    assert doc.value is None
    assert doc.source.name == "data/fil.yaml"


@PARSERS
@pytest.mark.parametrize(("text", "kode", "melding", "line", "column", "at_text", "value"), GOES_ON)
def test_fault_that_lets_the_reading_go_on_leaves_the_rest(
    parser: Parser,
    text: str,
    kode: str,
    melding: str,
    line: int,
    column: int,
    at_text: str,
    value: Any,
) -> None:
    """One finding with its place, and the values around it."""
    doc = read_with(parser, text)
    assert told(doc) == [(kode, melding, line, column)]
    assert covered(doc) == [at_text]
    assert doc.value == (value if value is not None else [at_text])


@PARSERS
@pytest.mark.parametrize("text", EMPTY)
def test_file_with_nothing_in_it_is_said_to_be_empty(parser: Parser, text: bytes) -> None:
    """No text, only comments, only markers or only null: one finding at the start of the file."""
    doc = read_with(parser, text)
    assert told(doc) == [("YAML007", "filen er tom", 1, 1)]
    assert only(doc).raad == "Fyll den ut, eller slett den om den ikke trengs."
    assert doc.value is None


@PARSERS
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("- a\n- b\n", ["a", "b"]),
        ("[]", []),
        ("{}", {}),
        ("hei\n", "hei"),
        ("''", ""),
        ("0", 0),
        ("false", False),
        (".nan", math.nan),
    ],
)
def test_file_that_is_no_mapping_is_read_as_what_it_is(
    parser: Parser, text: str, value: Any
) -> None:
    """A list, a scalar and what is empty but not nothing are values; the model judges them."""
    doc = read_with(parser, text)
    assert repr(doc.value) == repr(value)
    assert doc.faults == ()
    assert doc.places.span(()) is not None


@PARSERS
def test_all_faults_of_a_file_are_found_in_one_run(parser: Parser) -> None:
    """A fault hides no other, also inside what is left out, and they come in the file's order."""
    doc = read_with(parser, f"a: !x 1\nb: *y\na:\n  c: 1\n  c: {'1' * 70}\nd: 1\nd: 2\n")
    assert [(kode, line, column) for kode, _, line, column in told(doc)] == [
        ("YAML008", 1, 4),
        ("YAML004", 2, 4),
        ("YAML003", 3, 1),
        ("YAML003", 5, 3),
        ("YAML005", 5, 6),
        ("YAML003", 7, 1),
    ]
    assert doc.value == {"a": "1", "b": None, "d": 1}


@PARSERS
def test_first_faults_are_kept_when_a_later_one_stops_the_reading(parser: Parser) -> None:
    """What was found before the syntax error is told as well."""
    doc = read_with(parser, "a: 1\na: 2\nb: {c: d\n")
    assert [kode for kode, *_ in told(doc)] == ["YAML003", "YAML001"]
    assert doc.value is None


@PARSERS
@pytest.mark.parametrize(
    ("text", "raad"),
    [
        ("a: 1\na: 2\n", "Slå de to sammen til én, eller gi den ene et annet navn."),
        ("a: *b\n", "Sett «&b» foran verdien det skal vises til."),
        ("[" * 65, "Skriv det flatere."),
        (f"a: {'9' * 65}", "Skriv det kortere."),
        ("a: 1\n---\nb: 2\n", "Fjern linjen med «---», eller legg resten i en egen fil."),
        ("a: !x 1\n", "Ta bort merket; teksten leses som den står."),
        ("[a]: 1\n", "Skriv nøkkelen som et enkelt ord."),
        (b"\xff", "Lagre filen på nytt med tegnsettet UTF-8."),
        ("\x00", "Slett tegnet; det er usynlig i de fleste redigeringsprogrammer."),
        (
            "a: 1\n<<<<<<< A\n",
            "Behold den ene eller begge, og slett linjene med <<<<<<<, ======= og >>>>>>>.",
        ),
    ],
)
def test_fault_has_a_way_out(parser: Parser, text: bytes | str, raad: str) -> None:
    """The advice says what to do."""
    assert only(read_with(parser, text)).raad == raad


@PARSERS
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a: !!int 1\n", "!!int"),
        ("a: !!python/object/apply:os.system [x]\n", "!!python/object/apply:os.system"),
        ("a: !!binary eA==\n", "!!binary"),
        ("a: !!set {x}\n", "!!set"),
    ],
)
def test_tag_is_named_as_it_stands_in_the_file(parser: Parser, text: str, shown: str) -> None:
    """People see `!!int` in their file and not what the parser makes of it."""
    doc = read_with(parser, text)
    assert told(doc) == [("YAML008", TAG.format(shown), 1, 4)]


@PARSERS
@pytest.mark.parametrize(
    "text",
    [
        *('a: "\\ud800"\n', 'a: "\\udfff x"\n', '"\\ud800": 1\n', 'a: "\\ud83d\\ude00"\n'),
        *('a: "\\U0011ffff"\n', 'a: "\\UFFFFFFFF"\n'),
    ],
)
def test_escape_that_names_no_character_is_a_fault(parser: Parser, text: str) -> None:
    """Half a character from an escape can be written nowhere; it never gets into a value."""
    assert [(fault.kode, fault.melding) for fault in read_with(parser, text).faults] == [
        ("YAML001", ESCAPE)
    ]


@PARSERS
def test_key_with_a_control_character_is_not_lost_beside_a_double_key(parser: Parser) -> None:
    """What is left out is what was given twice, and nothing else."""
    doc = read_with(parser, '"\\x000": 1\nb: 2\nb: 3\n"\\x001": 4\n')
    assert doc.value == {"\x000": 1, "b": 2, "\x001": 4}


@PARSERS
@pytest.mark.parametrize(
    ("text", "line", "column", "number"),
    [
        (BOM + "\ufeffa: 1\n".encode(), 1, 1, "U+FEFF"),
        ("a: 1\n\ufeffb: 2\n".encode(), 2, 1, "U+FEFF"),
        ("tittel: en\u2028to\n".encode(), 1, 11, "U+2028"),
        ("tittel: en\u0085to\n".encode(), 1, 11, "U+0085"),
    ],
    ids=["second BOM", "files put together", "line separator", "next line"],
)
def test_character_that_nobody_sees_is_named(
    parser: Parser, text: bytes, line: int, column: int, number: str
) -> None:
    """An invisible mark that breaks the text is told by its number, or nobody finds it."""
    doc = read_with(parser, text)
    assert [(fault[0], *fault[2:]) for fault in told(doc)] == [("YAML001", line, column)]
    assert number in only(doc).melding


@PARSERS
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb: [\nc: 2\n", 2, 4),
        ("x: [\n", 1, 4),
        ("x: {\n", 1, 4),
        ("a:\n  - {id: 1, b: [\n\n\n", 2, 16),
        ("a: 1\nb: [c,\n  d,\n\n", 2, 4),
        ("a: {b: 1,\n", 1, 4),
    ],
)
def test_bracket_that_is_never_closed_is_pointed_at(
    parser: Parser, text: str, line: int, column: int
) -> None:
    """The place is where it was opened, not the empty line at the end of the file."""
    doc = read_with(parser, text)
    assert [(fault[0], *fault[2:]) for fault in told(doc)] == [("YAML001", line, column)]
    assert covered(doc)[0] in "[{"
