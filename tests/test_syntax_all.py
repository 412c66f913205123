"""Every error that both YAML parsers can raise is explained in bokmål."""

import ast
import re
from pathlib import Path

import pytest
import yaml.parser
import yaml.scanner
from test_syntax import GENERIC

from styring.yamlfile.syntax import explain

FILLINGS = {
    "while scanning an %s": ["alias", "anchor"],
    "while scanning a %s": ["tag", "directive"],
    "while parsing a %s": ["tag", "directive"],
    "while parsing a %s node": ["block", "flow"],
}
UNDECODABLE = "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
AROUND = [
    "",
    " ",
    "x",
    "x: y",
    "- x",
    "-",
    ": x",
    ", x",
    "] x",
    "}",
    "\tx",
    "@x",
    "|",
    "?",
    "ø\x1b",
]


def literal(node: ast.expr) -> str | None:
    """The string of an argument, with its %-fields still in; None for None, str(exc) filled."""
    if isinstance(node, ast.BinOp):
        node = node.left
    if isinstance(node, ast.Call):
        return UNDECODABLE
    assert isinstance(node, ast.Constant)
    assert node.value is None or isinstance(node.value, str)
    return node.value


def python_errors() -> list[tuple[str | None, str]]:
    """Every (context, problem) that the source of the Python parser can raise, fields filled."""
    found: list[tuple[str | None, str]] = []
    for module in (yaml.scanner, yaml.parser):
        assert module.__file__ is not None
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
                ("ScannerError", "ParserError")
            ):
                context, problem = literal(node.args[0]), literal(node.args[2])
                assert problem is not None
                fields = FILLINGS[context] if context and "%s" in context else [""]
                found += [
                    (context and context.replace("%s", field), re.sub("%d", "8", problem))
                    for field in fields
                ]
    return [
        (context, problem.replace("%r", token))
        for context, problem in found
        for token in (["'x'", "'-'", "'<scalar>'", "'\\t'"] if "%r" in problem else [""])
    ]


# (context, problem) of scanner.c, parser.c and reader.c in libyaml 0.2.5, spelled as there.
# Those of its loader and emitter are left out: only the events are used.
LIBYAML_ERRORS: list[tuple[str | None, str]] = [
    (None, "did not find expected <stream-start>"),
    (None, "did not find expected <document start>"),
    (None, "found duplicate %YAML directive"),
    (None, "found duplicate %TAG directive"),
    (None, "found incompatible YAML document"),
    (None, "block sequence entries are not allowed in this context"),
    (None, "mapping keys are not allowed in this context"),
    (None, "mapping values are not allowed in this context"),
    ("while parsing a node", "found undefined tag handle"),
    ("while parsing a block node", "did not find expected node content"),
    ("while parsing a flow node", "did not find expected node content"),
    ("while parsing a block collection", "did not find expected '-' indicator"),
    ("while parsing a block mapping", "did not find expected key"),
    ("while parsing a flow sequence", "did not find expected ',' or ']'"),
    ("while parsing a flow mapping", "did not find expected ',' or '}'"),
    ("while scanning for the next token", "found character that cannot start any token"),
    ("while scanning a simple key", "could not find expected ':'"),
    ("while scanning a directive", "could not find expected directive name"),
    ("while scanning a directive", "found unexpected non-alphabetical character"),
    ("while scanning a directive", "found unknown directive name"),
    ("while scanning a directive", "did not find expected comment or line break"),
    ("while scanning a %YAML directive", "did not find expected digit or '.' character"),
    ("while scanning a %YAML directive", "did not find expected version number"),
    ("while scanning a %YAML directive", "found extremely long version number"),
    ("while scanning a %TAG directive", "did not find expected whitespace"),
    ("while scanning a %TAG directive", "did not find expected whitespace or line break"),
    ("while scanning a tag directive", "did not find expected '!'"),
    ("while parsing a tag directive", "did not find expected '!'"),
    ("while parsing a %TAG directive", "did not find expected tag URI"),
    ("while parsing a %TAG directive", "did not find URI escaped octet"),
    ("while parsing a %TAG directive", "found an incorrect leading UTF-8 octet"),
    ("while parsing a %TAG directive", "found an incorrect trailing UTF-8 octet"),
    ("while scanning an alias", "did not find expected alphabetic or numeric character"),
    ("while scanning an anchor", "did not find expected alphabetic or numeric character"),
    ("while scanning a tag", "did not find the expected '>'"),
    ("while scanning a tag", "did not find expected whitespace or line break"),
    ("while scanning a tag", "did not find expected '!'"),
    ("while parsing a tag", "did not find expected tag URI"),
    ("while parsing a tag", "did not find URI escaped octet"),
    ("while parsing a tag", "found an incorrect leading UTF-8 octet"),
    ("while parsing a tag", "found an incorrect trailing UTF-8 octet"),
    ("while scanning a block scalar", "found an indentation indicator equal to 0"),
    ("while scanning a block scalar", "did not find expected comment or line break"),
    (
        "while scanning a block scalar",
        "found a tab character where an indentation space is expected",
    ),
    ("while scanning a plain scalar", "found a tab character that violates indentation"),
    ("while scanning a plain scalar", "found unexpected ':'"),
    ("while scanning a quoted scalar", "found unexpected document indicator"),
    ("while scanning a quoted scalar", "found unexpected end of stream"),
    ("while parsing a quoted scalar", "found unknown escape character"),
    ("while parsing a quoted scalar", "did not find expected hexdecimal number"),
    ("while parsing a quoted scalar", "found invalid Unicode character escape code"),
]
# The `reason` of a ReaderError, from libyaml, from yaml/reader.py and from Python's codecs.
READER_ERRORS: list[tuple[str | None, str]] = [
    (None, "input error"),
    (None, "input is too long"),
    (None, "control characters are not allowed"),
    (None, "special characters are not allowed"),
    (None, "invalid leading UTF-8 octet"),
    (None, "incomplete UTF-8 octet sequence"),
    (None, "invalid trailing UTF-8 octet"),
    (None, "invalid length of a UTF-8 sequence"),
    (None, "invalid Unicode character"),
    (None, "incomplete UTF-16 character"),
    (None, "unexpected low surrogate area"),
    (None, "incomplete UTF-16 surrogate pair"),
    (None, "expected low surrogate area"),
    (None, "invalid start byte"),
    (None, "invalid continuation byte"),
    (None, "unexpected end of data"),
    (None, "truncated data"),
    (None, "illegal encoding"),
    (None, "illegal UTF-16 surrogate"),
]
PYTHON_ERRORS = python_errors()


@pytest.mark.parametrize(
    ("context", "problem"),
    [*dict.fromkeys(PYTHON_ERRORS), *LIBYAML_ERRORS, *READER_ERRORS],
)
def test_every_error_of_both_parsers_is_explained_in_bokmaal(
    context: str | None, problem: str
) -> None:
    """None falls through to the generic message, and every one has the form of a message."""
    english = set(re.findall(r"[a-z]{3,}", f"{problem} {context}".lower())) - {"yaml", "utf"}
    for around in AROUND:
        feil = explain(problem, context, around)
        assert feil.melding != GENERIC, around
        assert re.fullmatch(r"[a-zæøå][^\n\t\x1b]*[^.\s]", feil.melding)
        assert feil.raad is not None
        assert re.fullmatch(r"[A-ZÆØÅ][^\n\t\x1b]*[^.]\.", feil.raad)
        assert not english & set(re.findall(r"[a-z]{3,}", f"{feil.melding} {feil.raad}".lower()))


def test_the_errors_of_the_python_parser_were_found() -> None:
    """The collection reads PyYAML's source, so it must not come back empty unseen."""
    problems = {problem for _, problem in PYTHON_ERRORS}
    assert len(problems) > 50
    assert "mapping values are not allowed here" in problems
    assert "expected <block end>, but found '-'" in problems
    assert UNDECODABLE in problems
