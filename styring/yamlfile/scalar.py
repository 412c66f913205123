"""What a plain scalar means: the core schema of YAML 1.2 (specification §10.3.2).

`NO`, `nei`, `on`, `12:30` and `2023-04` are text. So is `0123`, which the core schema would
read as a number: in a municipality's files it is a case number or a code, and its zero counts.
"""

import re
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

Scalar = str | int | float | bool | None

MAX_DIGITS = 64

_WORDS: dict[str, bool | float | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_BASED = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
NUMBER_FIRST = frozenset("0123456789+-.")


class Once(dict[str, T]):
    """What texts mean, worked out once for each, so that equal ones are one."""

    def __init__(self, meaning: Callable[[str], T]) -> None:
        self._meaning = meaning

    def __missing__(self, text: str) -> T:
        value = self[text] = self._meaning(text)
        return value


class HugeNumber(ValueError):
    """A number of more digits than anyone counts with."""


def resolve(text: str) -> Scalar:
    """The value of a plain scalar.

    Raises HugeNumber for a number of more than MAX_DIGITS characters.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in NUMBER_FIRST:
        return text
    if _INTEGER.fullmatch(text):
        number: Scalar = int(_within_bounds(text))
    elif _BASED.fullmatch(text):
        number = int(_within_bounds(text), 0)
    elif _FLOAT.fullmatch(text):
        number = float(_within_bounds(text))
    else:
        return text
    return number


def _within_bounds(text: str) -> str:
    if len(text) > MAX_DIGITS:
        raise HugeNumber(text)
    return text
