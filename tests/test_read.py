"""What is read of a YAML file: values, places and faults, whatever the bytes hold."""

import math
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
import yaml
from dommer import LACKS, UNDERSTOOD, Refused, judged, same
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from yaml.cyaml import CBaseLoader, CSafeLoader

from styring.yamlfile import read as reading
from styring.yamlfile.places import Places, Route, at
from styring.yamlfile.pure import PureParser
from styring.yamlfile.read import MAX_ALIASED, MAX_BYTES, MAX_DEPTH, Document, Fault, read
from styring.yamlfile.source import Source
from styring.yamlfile.usual import Unusual, usual

Parser = Any
INSTALLED: Parser = vars(reading)["Parser"]
PARSERS = pytest.mark.parametrize("parser", [INSTALLED, PureParser], ids=["installed", "pure"])
BOM = b"\xef\xbb\xbf"


def read_with(parser: Parser, text: bytes | str) -> Document:
    """What `read` gives when this is its parser."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "Parser", parser)
        return read("data/fil.yaml", text if isinstance(text, bytes) else text.encode())


def told(doc: Document) -> list[tuple[str, str, int, int]]:
    """Each fault as people get it: code, message, line, column."""
    return [(f.kode, f.melding, *doc.source.position(f.start)) for f in doc.faults]


def only(doc: Document) -> Fault:
    """The one fault there is."""
    assert len(doc.faults) == 1, doc.faults
    return doc.faults[0]


def covered(doc: Document) -> list[str]:
    """The text that each fault covers."""
    return [doc.source.text[fault.start : fault.end] for fault in doc.faults]


def routes(value: Any, route: Route = ()) -> Iterator[Route]:
    """The routes of all values, the whole first."""
    yield route
    if isinstance(value, dict):
        for key in value:
            yield from routes(value[key], (*route, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from routes(item, (*route, index))


def cut(doc: Document, route: Route) -> str:
    """The text of the value at a route, pushed in as far as it stood."""
    span = doc.places.span(route)
    assert span is not None, route
    line = re.split("[\r\n\x85\u2028\u2029]", doc.source.text[: span[0]])[-1]
    return " " * len(line) + doc.source.text[slice(*span)]


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

# What libyaml takes for something else than YAML says: text, message, line, column, what is marked.
QUESTION = "en verdi inne i en parentes kan ikke begynne med «?» uten anførselstegn"
COLON_FIRST = "en verdi inne i en parentes kan ikke begynne med «:» uten anførselstegn"
HYPHEN = "en bindestrek alene kan ikke være en verdi inne i en parentes"
NAME = "navnet etter «{}» kan bare ha bokstaver, tall, «-» og «_»"
NO_BLANK = "«#» må ha mellomrom foran seg for å begynne en merknad"
LESS = "teksten er rykket inn mindre enn de tomme linjene over den"
NOT_DEEPER = "«|» må være rykket inn lenger enn det som står over"
MISREAD: list[tuple[str, str, int, int, str]] = [
    ("a: [?b]\n", QUESTION, 1, 5, "?"),
    ("a: {?b: c}\n", QUESTION, 1, 5, "?"),
    ("a: [b, ?'c', d]\n", QUESTION, 1, 8, "?"),
    ("[?:]\n", QUESTION, 1, 2, "?"),
    ("a: [x, # er den ?b\n  ?c]\n", QUESTION, 2, 3, "?"),
    ("{? :b c}\n", COLON_FIRST, 1, 4, ":"),
    ("a: [-]\n", HYPHEN, 1, 5, "-"),
    ("a: [-, b]\n", HYPHEN, 1, 5, "-"),
    ("a: {b: -}\n", HYPHEN, 1, 8, "-"),
    ("a: {-}\n", HYPHEN, 1, 5, "-"),
    ("a: [!!str -]\n", HYPHEN, 1, 11, "-"),
    ("a: &b:c d\n", NAME.format("&"), 1, 4, "&b:"),
    ("a: &b?c d\n", NAME.format("&"), 1, 4, "&b?"),
    ("- !!str &b:c d\n", NAME.format("&"), 1, 9, "&b:"),
    ("a: [b]#c\n", NO_BLANK, 1, 7, "#"),
    ("a: 'b'#c\n", NO_BLANK, 1, 7, "#"),
    ('a: "b"#12 er viktig\n', NO_BLANK, 1, 7, "#"),
    ("a: [b,#12, c\n  ]\n", NO_BLANK, 1, 7, "#"),
    ("a: {#b\n  c: d}\n", NO_BLANK, 1, 5, "#"),
    ("a: |#b\n  c\n", NO_BLANK, 1, 5, "#"),
    ("- a>#b: >-#c\n    d\n", NO_BLANK, 1, 11, "#"),
    ("a: >-#b\n  c\n", NO_BLANK, 1, 6, "#"),
    ("a: !!str |#b\n  c\n", NO_BLANK, 1, 11, "#"),
    ("a: |\n    \n  # b\n", LESS, 3, 3, "#"),
    ("- a:\n  - >\n\n      \n     # b\n", LESS, 5, 6, "#"),
    ("|\n# b\n", LESS, 2, 1, "#"),
    ("a:\n|\n  b\n", NOT_DEEPER, 2, 1, "|"),
    ("- b: &c\n  |-\n    d\n", NOT_DEEPER, 2, 3, "|"),
    ("a: |+\n  b\n ", "teksten slutter med mellomrom på en linje som ikke er avsluttet", 3, 1, " "),
]

# What looks like it, and is what it says: also to another reader.
AS_IT_SAYS: list[str] = [
    *("a: ?b\n", "- ?b: c\n", "a: 'er det [?b]'\n", "a: b # [?c]\n", "a: [b?c, d?]\n"),
    *("? a\n: b\n", "{? a : b}\n", "a: |\n  [?b]\n", "a: [b-, -c, --]\n", "a: b [-]\n"),
    *("a: '[-]' # [-]\n", '{"a":b, "c" :d}\n', "a: [b:c, ':d']\n"),
    *("a: &b-c_1 d\ne: *b-c_1\n", "a: b &c:d\n", "a: 'b &c:d' # &e:f\n", "a: [&b c, *b]\n"),
    *("a: b]#c\n", "a: '\"#b'\n", "a: [b] #c]#d\n", "a: | #b\n  c|#d\n", "a: >\n  |#b\n"),
    *("a: |\n\n  # b\n", "a: |\n  b\n # c\n", "a: |\n  b\n\n# c\nd: e\n", "- a: |\n  # b\n"),
    *("a:\n  |\n    b\n", "a:\n - |\n  b\n", "- |\n b\n", "--- |\n b\n", "a: |\n  b\nc: |\n"),
    *(
        "a: |\n  b",
        "a: |\n  b\n   ",
        "a: >-\n  b\n  ",
        "a: |\n  b\n\n",
        "a: 'b'\n ",
    ),
    *("&a 12: b\nc: *a\n", "&a : b\nc: *a\n"),
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


@pytest.mark.parametrize(("text", "melding", "line", "column", "at_text"), MISREAD)
def test_text_that_is_taken_for_something_else_is_refused(
    text: str, melding: str, line: int, column: int, at_text: str
) -> None:
    """What the parser would read otherwise than YAML says has its place and a way out."""
    doc = read("data/fil.yaml", text.encode())
    assert told(doc) == [("YAML001", melding, line, column)]
    assert covered(doc) == [at_text]
    assert only(doc).raad
    assert doc.value is None


def test_all_that_is_taken_for_something_else_is_told_at_once() -> None:
    """In the order of the file, whatever kinds they are."""
    doc = read("data/fil.yaml", b"a: &b:c d\ne: [-, ?f]\ng: 'h'#i\n")
    assert [place for _, _, *place in told(doc)] == [[1, 4], [2, 5], [2, 8], [3, 7]]


@pytest.mark.parametrize("text", AS_IT_SAYS)
def test_text_that_looks_like_it_is_read_as_another_reader_does(text: str) -> None:
    """A sign that stands where it means nothing else is no fault."""
    doc = read("data/fil.yaml", text.encode())
    assert doc.faults == ()
    assert same(doc.value, judged(text)), judged(text)


@settings(deadline=None, max_examples=400)
@given(
    text=st.lists(
        st.sampled_from(
            [
                *("a", "b", "12", "~", ":", ": ", "a: ", "-", "- ", "?", "? ", "!", ","),
                *("[", "]", "{", "}", " ", "\t", "\n", "\n  ", "&a ", "&a", "*a", "#", " #", "'"),
                *('"', "|\n", "|+\n", ">-\n", ">", "\n    ", "\n\n"),
            ]
        ),
        max_size=14,
    ).map("".join)
)
@example("12" * 11 + ": a")
@example("&a : |+\n~: ")
def test_whatever_is_read_is_read_so_by_another_reader(text: str) -> None:
    """A text without a fault means the same to it, or it refuses what nobody misunderstands."""
    doc = read("data/fil.yaml", text.encode())
    if doc.faults:
        return
    try:
        assert same(doc.value, judged(text)), judged(text)
    except Refused as refused:
        if not any(said in str(refused) for said in (*LACKS, *UNDERSTOOD)):
            raise


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


def test_file_that_is_too_large_is_not_parsed() -> None:
    """One byte more than the bound is a finding; so many bytes are never decoded."""
    doc = read("data/fil.yaml", bytes(MAX_BYTES + 1))
    assert told(doc) == [("YAML005", "filen er på 256 MiB; grensen er 256 MiB", 1, 1)]
    assert only(doc).raad == "Del den opp i en mappe av mindre filer."
    assert doc.value is None


@PARSERS
@pytest.mark.parametrize("text", ["[" * 64 + "]" * 64, "- " * 64 + "x", "{a: " * 64 + "}" * 64])
def test_depth_up_to_the_bound_is_read(parser: Parser, text: str) -> None:
    """Sixty-four levels are no fault, so that the bound is where it is said to be."""
    doc = read_with(parser, text)
    assert doc.faults == ()
    assert max(map(len, routes(doc.value))) >= MAX_DEPTH - 1


def bomb(levels: int) -> str:
    """A document in which each level holds the one below it nine times: 9**levels values."""
    names = [f"n{level}" for level in range(levels)]
    lines = [f"{names[0]}: &{names[0]} [{', '.join('x' * 9)}]"]
    for below, name in pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]")
    return "\n".join(lines) + "\n"


@PARSERS
@pytest.mark.parametrize("levels", [5, 9, 60])
def test_alias_bomb_is_a_finding(parser: Parser, levels: int) -> None:
    """Aliases of aliases are counted by what they grow into, and stopped before that is built."""
    before = time.process_time()
    doc = read_with(parser, bomb(levels))
    assert [(fault.kode, fault.raad) for fault in doc.faults] == [
        ("YAML004", "Skriv verdiene ut der de trengs.")
    ]
    assert only(doc).melding.endswith(f"blir til mer enn {MAX_ALIASED} verdier")
    assert re.fullmatch(r"\*n\d+", covered(doc)[0])
    assert doc.value is None
    assert time.process_time() - before < 5


@PARSERS
def test_long_list_given_again_and_again_is_a_finding(parser: Parser) -> None:
    """One large value that many aliases repeat is too much as well, and is told at the alias."""
    text = f"a: &a [{', '.join(['x'] * 999)}]\nb:\n" + "- *a\n" * 20
    doc = read_with(parser, text)
    assert told(doc) == [
        ("YAML004", f"henvisningene («*a») blir til mer enn {MAX_ALIASED} verdier", 13, 3)
    ]


@PARSERS
def test_aliases_in_reason_are_read(parser: Parser) -> None:
    """An alias gives the value again, and an anchor can be set anew."""
    doc = read_with(parser, "a: &x [1, &y NO]\nb: *x\nc: {d: *y}\ne: &x 2\nf: *x\n")
    assert doc.faults == ()
    assert doc.value == {"a": [1, "NO"], "b": [1, "NO"], "c": {"d": "NO"}, "e": 2, "f": 2}


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
    ("text", "value"),
    [
        ("a: !!str 12\n", "12"),
        ("a: ! 12\n", "12"),
        ("a: !<tag:yaml.org,2002:str> no\n", "no"),
        ("a: !!map {b: 1}\n", {"b": 1}),
        ("a: !!seq [1]\n", [1]),
    ],
)
def test_tag_that_says_what_is_read_anyway_is_no_fault(
    parser: Parser, text: str, value: Any
) -> None:
    """`!!str` makes text of a number, and tags of mappings and lists change nothing."""
    doc = read_with(parser, text)
    assert doc.faults == ()
    assert doc.value == {"a": value}


@pytest.mark.parametrize(
    ("item", "kode"),
    [("!x a", "YAML008"), ("*x", "YAML004"), ("9" * 65, "YAML005"), ("{a: 1, a: 1}", "YAML003")],
)
def test_faults_of_a_large_file_cost_no_more_than_others(item: str, kode: str) -> None:
    """Thousands of faults in front of megabytes are told without going through those for each."""
    before = time.process_time()
    doc = read("fil.yaml", f"- {item}\n".encode() * 6000 + b"- " + b"x" * 8_000_000)
    assert [fault.kode for fault in doc.faults] == [kode] * 6000
    assert doc.source.position(doc.faults[-1].start)[0] == 6000
    assert time.process_time() - before < 3


def test_places_of_a_wide_mapping_are_found_at_once() -> None:
    """Asking for each of many keys goes through the keys once, not once for each."""
    doc = read("fil.yaml", "".join(f"k{number}: {number}\n" for number in range(20_000)).encode())
    before = time.process_time()
    for number in range(20_000):
        span = doc.places.span((f"k{number}",))
        assert span is not None
        assert doc.source.text[slice(*span)] == str(number)
    assert time.process_time() - before < 3


@PARSERS
def test_merge_key_is_a_key_as_any_other(parser: Parser) -> None:
    """YAML 1.2 has no merging: what looks like it stays where it stands."""
    assert read_with(parser, "a: &x {b: 1}\nc: {<<: *x}\n").value == {
        "a": {"b": 1},
        "c": {"<<": {"b": 1}},
    }


@PARSERS
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("land: NO\n", {"land": "NO"}),
        ("svar: nei\nbryter: on\n", {"svar": "nei", "bryter": "on"}),
        ("tid: 12:30\n", {"tid": "12:30"}),
        ("frist: 2023-04\ndag: 2023-04-01\n", {"frist": "2023-04", "dag": "2023-04-01"}),
        ("sak: 0123\ntlf: 900 60 938\n", {"sak": "0123", "tlf": "900 60 938"}),
        ("aar: 2023\n", {"aar": 2023}),
        ("'aar': '2023'\n", {"aar": "2023"}),
        ('a: "NO"\nb: "~"\nc: ""\n', {"a": "NO", "b": "~", "c": ""}),
        ("a:\nb: ~\nc: null\n", {"a": None, "b": None, "c": None}),
        ("2023: x\nno: y\n~: z\n", {"2023": "x", "no": "y", "~": "z"}),
        ("a: |\n  12\nb: >-\n  12\n", {"a": "12\n", "b": "12"}),
        ("a: &x 12\nb: *x\n", {"a": 12, "b": 12}),
        ("a: x # nei\nb: x# ja\n", {"a": "x", "b": "x# ja"}),
        ("a: 'it''s'\nb: \"\\u00e6\\n\"\n", {"a": "it's", "b": "æ\n"}),
        ("a: b\r\nc: |\r\n  d\r\n  e\r\n", {"a": "b", "c": "d\ne\n"}),
        ("a: x\n  y\n\n  z\n", {"a": "x y\nz"}),
    ],
)
def test_scalars_are_those_of_the_core_schema(parser: Parser, text: str, value: Any) -> None:
    """Plain scalars by YAML 1.2's core, quoted and block scalars as text, keys always as text."""
    doc = read_with(parser, text)
    assert doc.faults == ()
    assert repr(doc.value) == repr(value)


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


# --- Places ---------------------------------------------------------------------------------------

PLACES: list[tuple[str, Route, str, str | None]] = [
    ("a: 1\n", (), "a: 1\n", None),
    ("a: 1\n", ("a",), "1", "a"),
    ("a:   b c  # d\n", ("a",), "b c", "a"),
    ("'a b': \"c\"\n", ("a b",), '"c"', "'a b'"),
    ('"\\u00e6": 1\n', ("æ",), "1", '"\\u00e6"'),
    ("a:\n  - b: 1\n    c: 2\n  - x\n", ("a", 0, "c"), "2", "c"),
    ("a:\n  - b: 1\n    c: 2\n  - x\n", ("a", 1), "x", None),
    ("a:\n  - b: 1\n    c: 2\n  - x\n", ("a", 0), "b: 1\n    c: 2\n  ", None),
    ("a:\n- x\n- y\n", ("a", 1), "y", None),
    ("{a: [1, {b: '2'}]}", ("a", 1, "b"), "'2'", "b"),
    ("{a: [1, {b: '2'}]}", ("a",), "[1, {b: '2'}]", "a"),
    ("[a: 1]", (0, "a"), "1", "a"),
    ("{a, b}", ("b",), "", "b"),
    ("a:\nb: 1\n", ("a",), "", "a"),
    ("a: # tom\nb: 1\n", ("b",), "1", "b"),
    ("a: |\n  x\n  y\nb: 1\n", ("a",), "|\n  x\n  y\n", "a"),
    ("a: x\n  y\nb: 1\n", ("a",), "x\n  y", "a"),
    ('a: "x\n  y"\nb: 1\n', ("a",), '"x\n  y"', "a"),
    ("a: &m 1\nb: *m\n", ("a",), "&m 1", "a"),
    ("a: &m 1\nb: *m\n", ("b",), "*m", "b"),
    ("a: !!str 1\n", ("a",), "!!str 1", "a"),
    ("? a\n: 1\n", ("a",), "1", "a"),
    ("? |\n  a\n: 1\n", ("a\n",), "1", "|\n  a\n"),
    ("&k a: 1\n", ("a",), "1", "&k a"),
    ("😀: 😀😀\nb: x\n", ("b",), "x", "b"),
    ("😀: 😀😀\nb: x\n", ("😀",), "😀😀", "😀"),
    ("a: 1\r\nb: 2\r\n", ("b",), "2", "b"),
    ("a: 1\rb: 2\r", ("b",), "2", "b"),
    ("\ufeffa: 1\nb: 2\n", ("b",), "2", "b"),
    ("a: 1\nb: 2\na: 3\n", ("a",), "1", "a"),
    ("a: 1\na: 3\nb: 2\n", ("b",), "2", "b"),
    ("---\na: 1\n...\n", ("a",), "1", "a"),
    ("%YAML 1.2\n---\na: 1\n", ("a",), "1", "a"),
]


@PARSERS
@pytest.mark.parametrize(("text", "route", "value", "key"), PLACES)
def test_place_of_a_value_and_of_its_key(
    parser: Parser, text: str, route: Route, value: str, key: str | None
) -> None:
    """The spans cover just the value, with its anchor or tag, and just the key."""
    doc = read_with(parser, text)
    span, key_span = doc.places.span(route), doc.places.key_span(route)
    assert span is not None
    assert doc.source.text[slice(*span)] == value
    assert (key_span and doc.source.text[slice(*key_span)]) == key


@PARSERS
@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("a\n  b", "a b"),
        ("a\n\n  b", "a\nb"),
        ("a\u00a0b", "a\u00a0b"),
        ("a\u00a0 b\n  c", "a\u00a0 b c"),
        ("a\u00ad\u200bb", "a\u00ad\u200bb"),
        ("a  b", "a  b"),
    ],
)
def test_key_of_odd_blanks_or_more_lines_has_a_place(parser: Parser, source: str, key: str) -> None:
    """A key that is folded in the file, or has blanks that do not print, is found by its value."""
    for text in (f"? {source}\n: c\n", f"{{? {source} : c}}"):
        doc = read_with(parser, text)
        assert doc.value == {key: "c"}
        span, key_span = doc.places.span((key,)), doc.places.key_span((key,))
        assert span is not None
        assert key_span is not None
        assert doc.source.text[slice(*span)] == "c"
        assert doc.source.text[slice(*key_span)] == source


@PARSERS
@pytest.mark.parametrize(
    "route",
    [
        *(("x",), ("a", "x"), ("a", 2), ("b", 0), ("b", "c"), ("c", "d"), (0,)),
        *(("a", "1"), ("m", 0), ("m", 1), ("a", "1", 0)),
    ],
)
def test_route_that_leads_nowhere_has_no_place(parser: Parser, route: Route) -> None:
    """No value, no span: neither past the end, nor an index of a mapping, nor a key of a list."""
    doc = read_with(parser, "a: [1, 2]\nb: x\nc: *b\nm: {n: 1}\n")
    assert at(doc.value, route) is None
    assert doc.places.span(route) is None
    assert doc.places.key_span(route) is None


def test_file_that_was_not_read_has_no_places() -> None:
    """Asking is no error."""
    assert Places("").span(()) is None
    assert Places("").key_span(("a",)) is None
    assert read("fil.yaml", b"").places.span(()) is None


# --- Documents composed here, with every place known ----------------------------------------------


@dataclass(frozen=True)
class Plain:
    """A plain scalar as it is written, and what it means."""

    source: str
    value: Any


@dataclass
class Composer:
    """Writes a tree as YAML in a random style, and remembers where each thing is put."""

    draw: Any
    newline: str
    text: str = ""
    spans: dict[Route, tuple[int, int | None]] = field(default_factory=dict)
    key_spans: dict[Route, tuple[int, int]] = field(default_factory=dict)

    def chance(self) -> bool:
        """A coin."""
        return bool(self.draw(st.booleans()))

    def pick(self, *choices: Any) -> Any:
        """One of some ways to write it."""
        return self.draw(st.sampled_from(choices))

    def put(self, text: str) -> tuple[int, int]:
        """Adds text, and gives its span."""
        start = len(self.text)
        self.text += text
        return start, len(self.text)

    def end_line(self) -> None:
        """Ends a line, perhaps with a comment, and perhaps leaves some that say nothing."""
        self.put(self.pick("", "", " # merknad: [x]", "  #", "   # 😀 'a"))
        self.put(self.newline)
        for _ in range(self.pick(0, 0, 0, 1, 2)):
            self.put(self.pick("", "   ", "# a: 1", "      # - b") + self.newline)

    def quoted(self, text: str) -> str:
        """A one-line form that any text has."""
        if text.isprintable() and self.chance():
            return "'" + text.replace("'", "''") + "'"
        return '"' + "".join(map(self.escaped, text)) + '"'

    def escaped(self, char: str) -> str:
        """A character inside double quotes."""
        if char in '\\"':
            return f"\\{char}"
        if char == "\n":
            return "\\n"
        if char.isprintable() and self.pick(True, True, False):
            return char
        return f"\\U{ord(char):08x}" if ord(char) > 0xFFFF else f"\\u{ord(char):04X}"

    def inline(self, node: Any) -> str:
        """A scalar or key on one line."""
        if isinstance(node, Plain):
            return node.source
        if PLAIN.fullmatch(node) and node not in ("true", "false", "null") and self.chance():
            return str(node)
        return self.quoted(node)

    def flow(self, node: Any, route: Route, indent: int) -> None:
        """A value in flow style, on one line or more."""
        start = len(self.text)
        gap = self.pick("", " ", self.newline + " " * (indent + 1))
        if isinstance(node, dict):
            self.put("{" + gap)
            for key, value in node.items():
                self.key_spans[(*route, key)] = self.put(self.inline(key))
                self.put(self.pick(": ", " : ", ":  "))
                self.flow(value, (*route, key), indent + 1)
                self.put(self.pick(", ", " ,", ",") + gap)
            self.put("}")
        elif isinstance(node, list):
            self.put("[" + gap)
            for index, value in enumerate(node):
                self.flow(value, (*route, index), indent + 1)
                self.put(self.pick(", ", " ,", ",") + gap)
            self.put("]")
        else:
            self.put(self.inline(node) or "~")
        self.spans[route] = (start, len(self.text))

    def block_text(self, text: str, route: Route, indent: int) -> None:
        """Text as a literal or folded scalar of more lines."""
        body = text.rstrip("\n")
        chomp = {0: "-", 1: ""}.get(len(text) - len(body), "+")
        style = self.pick("|", ">")
        start, _ = self.put(f"{style}{chomp}{self.newline}")
        between = self.newline if style == "|" else self.newline * 2
        pad = " " * (indent + self.pick(1, 2, 4))
        self.put(between.join(pad + line for line in body.split("\n")))
        self.put(self.newline * max(1, len(text) - len(body)))
        self.spans[route] = (start, None)

    def value(self, node: Any, route: Route, indent: int, inside: str) -> None:
        """What follows `key:` or `-`, to the end of its last line. `indent` is the parent's."""
        if isinstance(node, dict | list) and node and self.pick(True, True, False):
            step = self.pick(1, 2, 4)
            if inside == "list" and self.chance():
                self.put(" " * step)
                self.block(node, route, indent + 1 + step, is_begun=True)
                return
            self.end_line()
            is_flush = isinstance(node, list) and inside == "map" and self.chance()
            self.block(node, route, indent if is_flush else indent + step)
            return
        if isinstance(node, str) and BLOCK_TEXT.fullmatch(node) and self.chance():
            self.put(" ")
            self.block_text(node, route, indent)
            return
        if isinstance(node, Plain) and not node.source:
            self.spans[route] = (len(self.text), len(self.text))
        else:
            self.put(self.pick(" ", " ", "   "))
            self.flow(node, route, indent + 1)
        self.end_line()

    def block(self, node: Any, route: Route, indent: int, *, is_begun: bool = False) -> None:
        """A mapping or list in block style; `is_begun` when its first line has its indentation."""
        is_map = isinstance(node, dict)
        for number, step in enumerate(node if is_map else range(len(node))):
            if number or not is_begun:
                self.put(" " * indent)
            if number == 0:
                self.spans[route] = (len(self.text), None)
            if is_map:
                self.key_spans[(*route, step)] = self.put(self.inline(step))
            self.put(":" if is_map else "-")
            self.value(node[step], (*route, step), indent, "map" if is_map else "list")

    def document(self, node: Any) -> None:
        """The whole of it."""
        for _ in range(self.pick(0, 0, 1)):
            self.put(self.pick("# æ", "") + self.newline)
        self.put(
            self.pick("", "", f"---{self.newline}", f"%YAML 1.2{self.newline}--- # d{self.newline}")
        )
        if isinstance(node, dict | list) and node and self.pick(True, True, False):
            self.block(node, (), 0)
        else:
            self.flow(node, (), 0)
            self.put(self.pick("", self.newline))
            return
        self.put(self.pick("", "", f"...{self.newline}"))


PLAIN = re.compile(r"[a-zæøå😀§](?:[a-zæøå0-9😀§ ./-]*[a-zæøå0-9😀§./-])?")
BLOCK_TEXT = re.compile(r"(?:[^\s#'\"][^\n\r\t\\]*[^\s]\n)*[^\s#'\"][^\n\r\t\\]*[^\s]\n{0,3}")
LETTERS = "abæøå😀§ .-/0:#,[]{}&*!|>'\"%@`\\\n\t=~?\u00a0\u0301"
WORDS = st.text(LETTERS, max_size=12) | st.from_regex(PLAIN, fullmatch=True)
LINES = st.lists(st.text("ab æ:#-😀'", min_size=2, max_size=8), min_size=1, max_size=4).map(
    "\n".join
)
SCALARS = (
    WORDS
    | LINES
    | LINES.map(lambda text: f"{text}\n")
    | st.sampled_from(
        [
            *(Plain("12", 12), Plain("-1.5", -1.5), Plain("true", True), Plain("0x1F", 31)),
            *(Plain("NO", "NO"), Plain("0123", "0123"), Plain("12:30", "12:30")),
            *(Plain("~", None), Plain("", None), Plain("2023-04-01", "2023-04-01")),
        ]
    )
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


def bare(node: Any) -> Any:
    """The values of a tree."""
    if isinstance(node, dict):
        return {key: bare(value) for key, value in node.items()}
    if isinstance(node, list):
        return [bare(value) for value in node]
    return node.value if isinstance(node, Plain) else node


@st.composite
def composed(draw: Any) -> tuple[Any, Composer]:
    """A tree and how it is written."""
    tree = draw(TREES)
    composer = Composer(draw, draw(st.sampled_from(["\n", "\n", "\r\n"])))
    composer.document(tree)
    return bare(tree), composer


@PARSERS
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(made=composed(), bom=st.booleans())
def test_composed_document_has_its_values_and_places(
    parser: Parser, made: tuple[Any, Composer], bom: bool
) -> None:
    """Every value is read, and it and its key stand just where they were put."""
    value, composer = made
    doc = read_with(parser, BOM * bom + composer.text.encode())
    if value is not None:
        assert doc.faults == ()
    assert repr(doc.value) == repr(value)
    assert doc.source.bom is bom
    for route, (start, end) in composer.spans.items():
        span = doc.places.span(route)
        assert span is not None
        assert span[0] == start
        assert end is None or span[1] == end
    for route, key_span in composer.key_spans.items():
        assert doc.places.key_span(route) == key_span
    for route in routes(value):
        again = read_with(parser, cut(doc, route))
        assert repr(again.value) == repr(at(value, route)), route


# --- Documents as PyYAML writes them --------------------------------------------------------------

ANY_TEXT = st.text(max_size=8) | st.text(
    "abæ😀 \n\t\r:#-'\"\\&*?|>%@!\u00a0\u0085\u2028\ufeff", max_size=15
)
TEXT_TREES = st.recursive(
    ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=10,
)
STYLES = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "default_flow_style": st.sampled_from([None, True, False]),
        "canonical": st.sampled_from([None, None, True]),
        "indent": st.sampled_from([None, 2, 4, 9]),
        "width": st.sampled_from([None, 5, 20, 200]),
        "allow_unicode": st.booleans(),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
        "explicit_start": st.booleans(),
        "explicit_end": st.booleans(),
    }
)


@pytest.mark.parametrize(
    ("parser", "loader", "composer"),
    [(INSTALLED, CBaseLoader, CSafeLoader), (PureParser, yaml.BaseLoader, yaml.SafeLoader)],
    ids=["installed", "pure"],
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(tree=TEXT_TREES, style=STYLES)
def test_dumped_document_is_read_as_pyyaml_reads_it(
    parser: Parser, loader: Any, composer: Any, tree: Any, style: dict[str, Any]
) -> None:
    """Texts are those of PyYAML's BaseLoader, and places those of its nodes."""
    text = yaml.dump(tree, Dumper=yaml.SafeDumper, **style).removeprefix("\ufeff")
    doc = read_with(parser, text)
    if hidden := re.search("[\x85\u2028\u2029\ufeff]", text):
        assert (only(doc).kode, only(doc).start) == ("YAML001", hidden.start())
        return
    try:
        expected = yaml.load(text, Loader=loader)
    except yaml.YAMLError:
        assert [fault.kode for fault in doc.faults] == ["YAML001"]
        return
    assert doc.faults == ()
    assert doc.value == expected
    for route, key, node in nodes(yaml.compose(text, Loader=composer)):
        assert doc.places.span(route) == (node.start_mark.index, node.end_mark.index)
        assert doc.places.key_span(route) == (key and (key.start_mark.index, key.end_mark.index))
        source = cut(doc, route)
        if not re.match(r"\s*(?:!\S* )?[|>][-+]?[1-9]", source):  # such a number counts from afar
            assert read_with(parser, source).value == at(expected, route)


def nodes(node: Any, route: Route = (), key: Any = None) -> Iterator[tuple[Route, Any, Any]]:
    """PyYAML's nodes, each with its route and the node of its key."""
    yield route, key, node
    if isinstance(node, yaml.MappingNode):
        for under, value in node.value:
            yield from nodes(value, (*route, under.value), under)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from nodes(value, (*route, index))


# --- Anything at all ------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *("a", "id", "x y", "æ", "😀", "1", "0x1", "~", "NO", "9" * 70, "_", "\\", "\\n", "\\x"),
        *(": ", ":", ":\n", "- ", "-", "\n", "\n  ", "\n    ", " ", "  ", "\t", "\r", "\r\n"),
        *("[", "]", "{", "}", ", ", ",", "? ", "'", '"', "''", "|\n", "|-\n", ">\n", ">+2\n"),
        *("&a ", "&a", "*a", "*b ", "!", "!!str ", "!x ", "!<", "%YAML 1.2\n", "%TAG ! x\n"),
        *("\n---\n", "---", "\n...\n", "#", " # c", "<<: ", "<<<<<<< x\n", "=======\n", "%41"),
        *(
            "\x85",
            "\u2028",
            "\ufeff",
            "\x00",
            "\x1b",
            "\x7f",
            "\ufffe",
            "@",
            "`",
            "\u00a0",
            "a: &b [*b]",
        ),
    ]
)
YAML_LIKE = st.lists(PIECES, max_size=14).map("".join)


def check(doc: Document) -> None:
    """What holds for every document, however broken."""
    text = doc.source.text
    for fault in doc.faults:
        assert re.fullmatch(r"YAML00[1-9]", fault.kode)
        assert 0 <= fault.start <= fault.end <= len(text) + 1
        line, column = doc.source.position(fault.start)
        assert 1 <= column <= len(doc.source.line(line)) + 2
        assert 1 <= line <= len(re.findall(r"\r\n|\n|\r", text)) + 1
        assert fault.melding
        assert not fault.melding.endswith(".")
        assert fault.raad is None or fault.raad.endswith((".", "?"))
    if doc.value is None:
        assert doc.faults
    left = [(doc.value, 0)]
    count = 0
    while left:
        value, depth = left.pop()
        count += 1
        assert depth <= MAX_DEPTH
        assert type(value) in (dict, list, str, int, float, bool, type(None))
        if isinstance(value, str):
            value.encode()
        elif isinstance(value, list):
            left.extend((item, depth + 1) for item in value)
        elif isinstance(value, dict):
            assert all(type(key) is str for key in value)
            left.extend((item, depth + 1) for item in value.values())
        assert count <= len(text) + MAX_ALIASED + 1


@settings(deadline=None, max_examples=120)
@given(data=st.binary(max_size=60))
def test_arbitrary_bytes_are_read_or_found_wrong(data: bytes) -> None:
    """Nothing is raised, and every fault has its place, whichever the parser is."""
    for parser in (INSTALLED, PureParser):
        check(read_with(parser, data))
        check(read_with(parser, BOM + data))


@PARSERS
@settings(deadline=None, max_examples=150)
@given(text=st.text(max_size=60))
def test_arbitrary_text_is_read_or_found_wrong(parser: Parser, text: str) -> None:
    """Nothing is raised, and every fault has its place."""
    check(read_with(parser, text))


@settings(deadline=None, max_examples=150)
@given(text=YAML_LIKE)
def test_arbitrary_yaml_is_read_or_found_wrong(text: str) -> None:
    """Nothing is raised, and every fault has its place, for what is nearly YAML as well."""
    for parser in (INSTALLED, PureParser):
        check(read_with(parser, text))


@PARSERS
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(made=composed(), data=st.data())
def test_document_that_was_cut_or_struck_is_read_or_found_wrong(
    parser: Parser, made: tuple[Any, Composer], data: st.DataObject
) -> None:
    """A good file with bytes missing or put in is never more than a finding."""
    text = made[1].text.encode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    check(read_with(parser, text[:start]))
    check(read_with(parser, text[:start] + data.draw(PIECES).encode() + text[end:]))


def events(parser: Parser, text: str) -> tuple[list[Any], list[Any], bool]:
    """What a parser says of a text, where it says that, and whether it came to the end."""
    said: list[Any] = []
    marks: list[Any] = []
    try:
        stream = parser(text)
        while not (said and said[-1][0] is yaml.StreamEndEvent):
            event = stream.get_event()
            names = ("value", "anchor", "tag", "implicit")
            said.append((type(event), *(getattr(event, name, None) for name in names)))
            marks.append((event.start_mark.index, event.end_mark.index))
    except yaml.YAMLError:
        return said, marks, False
    return said, marks, True


@settings(deadline=None, max_examples=150)
@given(text=YAML_LIKE | composed().map(lambda made: made[1].text))
def test_both_parsers_give_the_same_document(text: str) -> None:
    """Values and fault codes are the same where the events are, and places where the marks are."""
    said, marks, ended = events(INSTALLED, text)
    pure_said, pure_marks, pure_ended = events(PureParser, text)
    if (said, ended) != (pure_said, pure_ended):
        return
    doc, pure = read_with(INSTALLED, text), read_with(PureParser, text)
    assert repr(doc.value) == repr(pure.value)
    assert [fault.kode for fault in doc.faults] == [fault.kode for fault in pure.faults]
    if marks == pure_marks:
        for route in routes(doc.value):
            assert doc.places.span(route) == pure.places.span(route)
            assert doc.places.key_span(route) == pure.places.key_span(route)


# Lines as they may stand in a record: those in the usual style, and those that are odd.
# fmt: off
ROWS = st.sampled_from([
    "o:", "- id: A", "- {id: A, b: 2}", "- x y", "-", "-  a: 1", "- - a", "- 'a'  # c", "- k:",
    "k: v", "k: v # c", "k:", "k:  v  ", "k: ~", "k: -1", "k: 0123", "k: 1.50", "k: .5", "k: a:b",
    "k: a#b", "k: a #b", "k: (a), b", "k: «a» – b", "k: 2023-05-05", "k: 'a # b'", 'k: ""', "æ: ø",
    "k: [a, b ]", "k: [a,b]", "k: {a: 1, a: 2}", "k: {a: [1]}", "k: [-1, -a]", "# c", "", "  ",
    "\t", "k: >-", "k: |+", "k: >1-", "t x", "k: 'it''s'", 'k: "a\\tb"', "k: a: b", "k: a,",
    "k: - a", "m: &a x", "n: *a", "k: !!str 1", "<<: *a", "---", "...", "%YAML 1.2", "k: <b>",
    'k: "a', 'b"', "k: [a,", "b]", "k: {a: 1", "? k", ": v", "1: 2", "k : v", "k:\tv", "k: v\t# c",
    "k: v\r...", "k: v\rm: w", "k: '\uffff'", "k: \ufffe", f"k: [{'9' * 80}]", f"k: {'9' * 80}",
    "k" * 70 + ": v", "k: " + "w" * 1030, "w" * 1030 + ": v", "<<<<<<< HEAD", "=======",
])
FIELDS = st.sampled_from([
    "id: A", "aar: 2023  # c", "navn: 'Ås, #1'", 'sitat: "a: b"', "tom:", "liste: [a, 2.0, ~]",
    "kart: {a: b, c: -1}", "under:\n  - a: 1\n    b: 2\n  - a: 3", "punkter:\n- x\n# c\n\n- y z",
    "dyp:\n    a:\n     - b:\n        - c\n     - d: e", "tekst: >-\n  a\n\n  b",
    "linjer: |+\n  a\n\n", "brutt: a\n  b", 'sitert: "a\n\n  b"', "klammer: [a,\n  b]",
    "innhold: |\n  - id: A\n  k: v\n # c",
    "mange:\n  - a: 1\n    t: >\n      b\n  - a: 2", "merket: !!str 1", "fram: 'it''s'", "-", "- x",
])
# fmt: on
INDENTED = st.tuples(st.sampled_from([0, 0, 2, 2, 2, 4, 4, 4, 6, 3]), ROWS).map(
    lambda row: " " * row[0] + row[1]
)


@st.composite
def struck(draw: Any) -> str:
    """Records in the usual style, a few of whose lines are then struck."""
    indent = " " * draw(st.sampled_from([0, 2, 2, 4]))
    lines = draw(st.sampled_from(["o:", "# c\naar: 1\no:\n", "o:\n    # c"])).split("\n")
    for fields in draw(st.lists(st.lists(FIELDS, unique=True, min_size=1, max_size=4), max_size=4)):
        rows = "\n".join(fields).split("\n")
        lines += [f"{indent}- {rows[0]}", *(f"{indent}  {row}" for row in rows[1:])]
    lines += draw(st.sampled_from([[], [""], ["", "p: q", ""], ["p:", "  - q: r", "  - s", ""]]))
    for number in draw(st.lists(st.integers(0, len(lines) - 1), max_size=2)):
        line = lines[number]
        middle = draw(st.integers(0, len(line)))
        blows = [f" {line}", line[1:], line[2:], "", f"{line}\n{line}", line[:middle]]
        sign = line[:middle] + draw(PIECES) + line[middle:]
        lines[number] = draw(st.sampled_from([*blows, sign, sign, f"{line}\n{draw(INDENTED)}"]))
    line_end: str = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    return line_end.join(lines)


@settings(deadline=None)
@given(text=struck() | struck() | composed().map(lambda made: made[1].text))
def test_usual_style_is_read_as_the_parser_reads_it(text: str) -> None:
    """What is read line by line is what the parser gives, which finds nothing wrong in it."""
    source = Source("x", text.encode())
    if re.search("[\x85\u2028\u2029\ufeff]", source.text):
        return
    try:
        value = usual(source.text, vars(reading)["_sure"])
    except Unusual:
        return
    parsed = vars(reading)["_parsed"](source)
    assert repr(value) == repr(parsed.value)
    assert parsed.faults == ()


# A line among those in the usual style, in which the parser finds a fault or does not.
RECORDS = "".join(f"  - id: A-{number}\n    tittel: «Å» – b\n" for number in range(600))
STRUCK = [
    *("    k: '\uffff'", '    k: "\ufffe"', "    k: v\r...\r", "    k: v\r---\r", "    k: \x1b[m"),
    *(f"    k: [{'9' * 80}]", f"    k: {{a: {'9' * 80}}}", "    id: A", "    k: {a: 1, a: 2}"),
    *("    k: a: b", "    k: 'a", "    k: [a", "   k: v", "     k: v", "    - a", "  k: v", "k: v"),
    *("  ...", "...", "---", "%YAML 1.2", "<<<<<<< HEAD", "=======", "    k: *a", "    k: !x a"),
    *("    ? [a]", "\tk: v", "    k: @a", "    k: v\n      l: w", "    k: 'v'\n      w", "o:"),
    *("    k: &a b\n  - *a", "    k:\n      l: " + "[" * 65 + "]" * 65, f"    {'k' * 1030}: v"),
    *(f"    k: a{' ' * 20_000}\x01", f"{' ' * 20_000}%", f"    k: {'a: ' * 9_000}"),
]


@pytest.mark.parametrize("line", STRUCK, ids=lambda line: repr(line[:20]))
def test_large_file_has_the_faults_of_a_small_one(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line in the middle is found as wrong, or as good, and where it is, however it is read."""
    text = f"aar: 2023\no:\n{RECORDS}{line}\n{RECORDS.replace('A-', 'B-')}".encode()
    began = time.process_time()
    large = read("x", text)
    assert time.process_time() - began < 2
    monkeypatch.setattr(reading, "LARGE", len(text) + 1)
    small = read("x", text)
    assert large.faults == small.faults
    assert repr(large.value) == repr(small.value)
    for route in ((), ("o",), ("o", 599), ("o", 600, "id"), ("o", 1199, "tittel")):
        assert large.places.span(route) == small.places.span(route)
        assert large.places.key_span(route) == small.places.key_span(route)


@pytest.mark.parametrize("parser", [INSTALLED, PureParser], ids=["installed", "pure"])
def test_whole_data_folder_of_a_municipality_is_read_the_same(parser: Parser) -> None:
    """A file as people write it, with comments and Norwegian letters, has no fault in it."""
    text = (
        "# Oppdrag – 2023\r\naar: 2023\r\noppdrag:\r\n"
        "  # de første\r\n"
        "  - id: SOS-2023-01   # «plan»\r\n"
        "    tittel: Fullføre «sentrum» – del 1\r\n"
        "    delegering:\r\n"
        "      - {til: kwe, av: elspra, dato: 2023-02-01}\r\n"
        "    beskrivelse: >-\r\n"
        "      Første linje\r\n"
        "      og andre.\r\n"
        "\r\n"
        "      Nytt avsnitt.\r\n"
    )
    doc = read_with(parser, text)
    assert doc.faults == ()
    assert doc.value == {
        "aar": 2023,
        "oppdrag": [
            {
                "id": "SOS-2023-01",
                "tittel": "Fullføre «sentrum» – del 1",
                "delegering": [{"til": "kwe", "av": "elspra", "dato": "2023-02-01"}],
                "beskrivelse": "Første linje og andre.\nNytt avsnitt.",
            }
        ],
    }
    span = doc.places.span(("oppdrag", 0, "delegering", 0, "dato"))
    assert span is not None
    assert doc.source.position(span[0]) == (8, 38)
