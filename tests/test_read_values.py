"""Which values a YAML file has: its tags, scalars and keys."""

from typing import Any

import pytest
from reader import INSTALLED, PARSERS, Parser, read_with

from styring.yamlfile.pure import PureParser


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
