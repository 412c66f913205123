"""What each parser reads of a text: values, places and faults."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from styring.yamlfile import read as reading
from styring.yamlfile.fault import Fault
from styring.yamlfile.places import Route
from styring.yamlfile.pure import PureParser
from styring.yamlfile.read import Document, read

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
