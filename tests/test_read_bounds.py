"""What is too large, too deep or without end in a YAML file, and what it costs."""

import re
from itertools import pairwise

import pytest
from growth import is_linear
from reader import PARSERS, Parser, covered, only, read_with, routes, told

from styring.yamlfile.read import MAX_ALIASED, MAX_BYTES, MAX_DEPTH, Document, read


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
    doc = read_with(parser, bomb(levels))
    assert [(fault.kode, fault.raad) for fault in doc.faults] == [
        ("YAML004", "Skriv verdiene ut der de trengs.")
    ]
    assert only(doc).melding.endswith(f"blir til mer enn {MAX_ALIASED} verdier")
    assert re.fullmatch(r"\*n\d+", covered(doc)[0])
    assert doc.value is None


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


@pytest.mark.parametrize(
    ("item", "kode"),
    [("!x a", "YAML008"), ("*x", "YAML004"), ("9" * 65, "YAML005"), ("{a: 1, a: 1}", "YAML003")],
)
def test_faults_of_a_large_file_cost_no_more_than_others(item: str, kode: str) -> None:
    """Thousands of faults in front of megabytes are told without going through those for each."""

    def faults(count: int) -> list[str]:
        doc = read("fil.yaml", f"- {item}\n".encode() * count + b"- " + b"x" * 1_000 * count)
        assert doc.source.position(doc.faults[-1].start)[0] == count
        return [fault.kode for fault in doc.faults]

    assert faults(6_000) == [kode] * 6_000
    assert is_linear(faults, 400, 1_600)


def test_places_of_a_wide_mapping_are_found_at_once() -> None:
    """Asking for each of many keys goes through the keys once, not once for each."""

    def wide(count: int) -> Document:
        return read("fil.yaml", "".join(f"k{n}: {n}\n" for n in range(count)).encode())

    def found(doc: Document) -> None:
        for number in range(len(doc.value)):
            span = doc.places.span((f"k{number}",))
            assert span is not None
            assert doc.source.text[slice(*span)] == str(number)

    assert is_linear(found, wide(2_000), wide(8_000))
