"""What a plain scalar means: YAML 1.2's core schema, and where we say text instead."""

import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from styring.yamlfile.scalar import MAX_DIGITS, HugeNumber, Scalar, resolve

# The tag resolution of YAML 1.2.2 §10.3.2, as the specification writes it.
NULL = re.compile(r"(?:null|Null|NULL|~|)")
TRUE = re.compile(r"(?:true|True|TRUE)")
FALSE = re.compile(r"(?:false|False|FALSE)")
DECIMAL = re.compile(r"[-+]?[0-9]+")
OCTAL = re.compile(r"0o[0-7]+")
HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
INFINITY = re.compile(r"[-+]?(\.inf|\.Inf|\.INF)")
NOT_A_NUMBER = re.compile(r"(\.nan|\.NaN|\.NAN)")
# Ours: what begins with a zero that does not count is a code, and every digit of it is kept.
LEADING_ZERO = re.compile(r"[-+]?0[0-9]")

LIKE_A_SCALAR = st.one_of(
    st.text("0123456789+-.eExXoO_:abfF", max_size=9),
    st.text("nulNULtreTREfasFAS~.ifIF+-", max_size=6),
    st.from_regex(FLOAT, fullmatch=True).filter(lambda text: len(text) <= MAX_DIGITS),
    st.from_regex(r"[-+]?0[xo]?[0-9a-fA-F]{1,8}", fullmatch=True),
)


def meant(text: str) -> Scalar:
    """The value that the specification gives a plain scalar, with our one exception."""
    if NULL.fullmatch(text):
        return None
    if TRUE.fullmatch(text) or FALSE.fullmatch(text):
        return bool(TRUE.fullmatch(text))
    if LEADING_ZERO.match(text):
        return text
    if DECIMAL.fullmatch(text):
        return int(text)
    if OCTAL.fullmatch(text) or HEXADECIMAL.fullmatch(text):
        return int(text, 0)
    if INFINITY.fullmatch(text):
        return -math.inf if text[0] == "-" else math.inf
    if NOT_A_NUMBER.fullmatch(text):
        return math.nan
    return float(text) if FLOAT.fullmatch(text) else text


@pytest.mark.parametrize(
    "text",
    [
        *("NO", "No", "no", "nei", "Nei", "ja", "JA", "yes", "Yes", "on", "On", "off", "y", "n"),
        *("12:30", "190:20:30", "08:00", "2023-04", "2023-04-01", "2023-T1", "2023-K4"),
        *("2023-05-05T12:30:00Z", "30.4.", "31.12.2023", "10.000.000"),
        *("0123", "007", "00", "-01", "+09", "00.5", "0123.5", "01e3", "0900"),
        *("1_000", "1 000", "1.000,5", "1,5", "0b101", "0o8", "0O17", "0X1F", "0x", "0o", "0xG"),
        *("-0x1F", "+0o17", "0x1_F", "0x1F.5", "1e", "e3", "1e+", "1e3.5", "1.2.3", "1..2"),
        *(".", "..", "...", "-", "--", "+", "-.", "+.", ".e3", "-.e3", "+-1", "--1", "1-", "1+"),
        *("iNf", ".iNF", "inf", "-inf", "nan", ".Nan", ".nAN", "+.nan", "-.nan", "--.inf"),
        *("nULL", "NUll", "none", "None", "nil", "~~", "tRUE", "TRUe", "fALSE", "T", "F"),
        *("<<", "=", "*", "&", "!", "x", "æ", "1æ", "æ1", "900 60 938", "+47 900 60 938", "§ 15"),
        *("١٢٣", "１２", "²", "½", "1\u00a0000", "1\n", "\n", " 1", "1 ", "\u2212" + "5"),
    ],
)
def test_text_stays_text(text: str) -> None:
    """Words of YAML 1.1, times, codes and all that only resembles a number are text, unchanged."""
    assert resolve(text) == text
    assert type(resolve(text)) is str


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("0", 0),
        ("-0", 0),
        ("+0", 0),
        ("7", 7),
        ("-19", -19),
        ("+12", 12),
        ("2023", 2023),
        ("0x1F", 31),
        ("0xdeadBEEF", 0xDEADBEEF),
        ("0x00", 0),
        ("0o17", 15),
        ("0o007", 7),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.5", -0.5),
        ("+.5", 0.5),
        ("0.0", 0.0),
        ("0.", 0.0),
        ("1.10", 1.1),
        ("31.12", 31.12),
        ("1e3", 1000.0),
        ("1E3", 1000.0),
        ("1.e3", 1000.0),
        ("0e0", 0.0),
        ("-1.5e-3", -0.0015),
        ("+12e03", 12000.0),
        (".inf", math.inf),
        (".Inf", math.inf),
        (".INF", math.inf),
        ("+.inf", math.inf),
        ("+.Inf", math.inf),
        ("+.INF", math.inf),
        ("-.inf", -math.inf),
        ("-.Inf", -math.inf),
        ("-.INF", -math.inf),
    ],
)
def test_core_schema_values_are_read(text: str, value: Scalar) -> None:
    """Null, booleans, integers in three bases and floats, each with its own type."""
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


@pytest.mark.parametrize("text", [".nan", ".NaN", ".NAN"])
def test_not_a_number_is_a_float(text: str) -> None:
    """NaN in the three spellings that the specification gives, and it is not equal to itself."""
    value = resolve(text)
    assert isinstance(value, float)
    assert math.isnan(value)


@given(LIKE_A_SCALAR)
@example("-.INF")
@example("0x")
@example("+00")
def test_what_looks_like_a_scalar_is_what_the_specification_says(text: str) -> None:
    """The value and its type are those of YAML 1.2.2 §10.3.2; leading zeros make text."""
    expected = meant(text)
    assert type(resolve(text)) is type(expected)
    assert repr(resolve(text)) == repr(expected)


@given(st.text())
def test_any_text_has_a_value(text: str) -> None:
    """No text makes it fail, and what is no number, word or nothing comes back as it was."""
    value = resolve(text)
    assert value == meant(text) or isinstance(value, float)
    assert isinstance(value, str | int | float | None)


@given(st.integers(-(10**60), 10**60))
def test_an_integer_is_read_to_its_last_digit(number: int) -> None:
    """No integer within bounds is rounded."""
    assert resolve(str(number)) == number
    assert resolve(f"0x{abs(number):x}") == abs(number)


@given(st.floats(allow_nan=False, allow_infinity=False).filter(lambda n: "e" not in repr(n)))
def test_a_float_is_read_as_python_reads_it(number: float) -> None:
    """A decimal number is the nearest float."""
    assert resolve(repr(number)) == number


@pytest.mark.parametrize("start", ["", "-", "+", "0x", "0o", "1.", ".", "1e"])
def test_number_is_huge_from_the_first_digit_too_many(start: str) -> None:
    """The longest number is MAX_DIGITS characters; one more is an error, not a number or text."""
    longest = start + "1" * (MAX_DIGITS - len(start))
    assert isinstance(resolve(longest), int | float)
    with pytest.raises(HugeNumber):
        resolve(longest + "1")


@pytest.mark.parametrize("count", [5_000, 1_000_000])
def test_digits_past_what_python_converts_are_an_error_of_ours(count: int) -> None:
    """Thousands of digits give HugeNumber at once, not Python's own limit or a long wait."""
    for text in ("9" * count, "-" + "9" * count, "0x" + "f" * count, "1." + "9" * count):
        with pytest.raises(HugeNumber):
            resolve(text)


@pytest.mark.parametrize("text", ["0" * 5_000, "1" * 5_000 + "x", "x" + "1" * 5_000, "1_" * 5_000])
def test_long_text_that_is_no_number_is_text(text: str) -> None:
    """Length alone makes nothing an error: only what would be a number has too many digits."""
    assert resolve(text) == text
