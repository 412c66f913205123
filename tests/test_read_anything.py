"""Whatever the bytes of a file are, they are read or found wrong."""

import re
from typing import Any

import yaml
from composed import Composer, composed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reader import BOM, INSTALLED, PARSERS, Parser, read_with, routes

from styring.yamlfile.pure import PureParser
from styring.yamlfile.read import MAX_ALIASED, MAX_DEPTH, Document

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


@given(data=st.binary(max_size=60))
def test_arbitrary_bytes_are_read_or_found_wrong(data: bytes) -> None:
    """Nothing is raised, and every fault has its place, whichever the parser is."""
    for parser in (INSTALLED, PureParser):
        check(read_with(parser, data))
        check(read_with(parser, BOM + data))


@PARSERS
@given(text=st.text(max_size=60))
def test_arbitrary_text_is_read_or_found_wrong(parser: Parser, text: str) -> None:
    """Nothing is raised, and every fault has its place."""
    check(read_with(parser, text))


@given(text=YAML_LIKE)
def test_arbitrary_yaml_is_read_or_found_wrong(text: str) -> None:
    """Nothing is raised, and every fault has its place, for what is nearly YAML as well."""
    for parser in (INSTALLED, PureParser):
        check(read_with(parser, text))


@PARSERS
@settings(suppress_health_check=[HealthCheck.too_slow])
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
