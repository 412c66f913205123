"""Where values and their keys stand in a YAML file, in whatever style."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from composed import Composer, composed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reader import BOM, INSTALLED, PARSERS, Parser, cut, only, read_with, routes
from yaml.cyaml import CBaseLoader, CSafeLoader

from styring.yamlfile.places import Places, Route, at
from styring.yamlfile.pure import PureParser
from styring.yamlfile.read import read

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


@PARSERS
@settings(suppress_health_check=[HealthCheck.too_slow])
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
@settings(suppress_health_check=[HealthCheck.too_slow])
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
