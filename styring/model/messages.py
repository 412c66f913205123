"""What to tell the user, in bokmål, about one Pydantic error.

Input values come out shortened and with control characters made visible, but `[red]` stays
`[red]`: whoever shows the text must not read it as markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from styring.mente import nearest, ramse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails

_TEXT, _LIST, _FIELDS, _NUMBER = "tekst", "en liste", "felt med verdier", "et tall"
_INTEGER: Final = "et helt tall"
_BOOL: Final = "en ja/nei-verdi (true/false)"
_OWN_FIELDS: Final = "Egne felt hører hjemme under «egne:»."

# What should have stood there, by the error types that say so.
_NOUNS: Final = {
    "string_type": _TEXT,
    "string_too_short": _TEXT,  # no text is to be longer than a character
    "tuple_type": _LIST,
    "dict_type": _FIELDS,
    "dataclass_type": _FIELDS,
    "bool_type": _BOOL,
    "int_type": _INTEGER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
}
_HOW: Final = {
    _BOOL: "Skriv true for ja eller false for nei, uten anførselstegn.",
    _INTEGER: "Skriv bare siffer, uten mellomrom og anførselstegn.",
    _NUMBER: "Skriv tallet med siffer, med punktum foran desimalene og uten anførselstegn.",
}
# Message and way out of the others; the placeholders are those of `_texts`.
_TEMPLATES: Final = {
    "missing": ("{place} mangler", "Skriv inn «{name}: …»."),
    "greater_than_equal": ("{place} skal være minst {ge}", None),
    "less_than_equal": ("{place} skal være høyst {le}", None),
    "int_parsing_size": ("{place} er et for stort tall", "Skriv et mindre tall."),
    "string_pattern_mismatch": ("{place} er ikke skrevet på riktig form: «{value}»", None),
}
TOLD: Final = {*_NOUNS, *_TEMPLATES, "unexpected_keyword_argument", "enum", "value_error"}
"""The error types that the models give, each with a text of its own."""
_GENERIC: Final = ("{place} kan ikke brukes slik det står", None)

_KINDS: Final = {str: _TEXT, bool: _BOOL, int: _NUMBER, float: _NUMBER, list: _LIST, dict: _FIELDS}

_PLAIN: Final = re.compile(r"(?!(?i:true|false|null)$)[^\W\d_][\w.-]*( [\w.-]+)*")


@dataclass(frozen=True, slots=True)
class Melding:
    """What is wrong (lower case, no full stop), and one sentence on the way out or None."""

    melding: str
    raad: str | None


def explain(
    error: ErrorDetails, *, fields: Sequence[str] = (), words: Sequence[str] = ()
) -> Melding:
    """The message for one item of `ValidationError.errors()`.

    `fields` are the keys that exist at the place, `words` the words that are allowed there, as they
    are to be read. Our validators' own text passes through: a `ValueError`, with its attribute
    `raad` if it has one.
    """
    kind, value, ctx = error["type"], error["input"], error.get("ctx") or {}
    if isinstance(own := ctx.get("error"), ValueError) and str(own):
        raad = getattr(own, "raad", None)
        return Melding(_visible(own, 500), _visible(raad, 500) if raad else None)
    texts = _texts(error["loc"], value, ctx)
    if kind == "unexpected_keyword_argument":
        return _unknown("nøkkel", _visible(error["loc"][-1]), fields, _OWN_FIELDS)
    if kind == "enum":
        choose = f"Velg blant {ramse(map(_visible, words))}." if words else None
        if value is None or isinstance(value, list | dict):
            return Melding(_not_a("ett ord", texts["place"], value), choose)
        return _unknown(texts["word"], texts["value"], words, choose)
    if noun := _NOUNS.get(kind):
        value = None if kind == "string_too_short" else value
        raad = _HOW.get(noun) or _form(noun, texts, value)
        return Melding(_not_a(noun, texts["place"], value), raad)
    template, raad = _TEMPLATES.get(kind, _GENERIC)
    return Melding(template.format_map(texts), raad and raad.format_map(texts))


def _unknown(what: str, said: str, allowed: Sequence[str], otherwise: str | None) -> Melding:
    """That there is no such word, and which was perhaps meant."""
    meant = nearest(said, allowed)
    raad = f"Mente du «{_visible(meant[0])}»?" if meant else otherwise
    return Melding(f"ukjent {what} «{said}»", raad)


def _not_a(noun: str, place: str, value: object) -> str:
    """That the value is not what should have stood there."""
    if value is None:
        return f"{place} er tomt, men skal være {noun}"
    found = _KINDS.get(type(value), "noe annet")
    quoted = noun.endswith("tall") and isinstance(value, str) and value.isdecimal()  # aar: "2023"
    if noun not in (_TEXT, _LIST, _FIELDS) and type(value) in (str, int, float) and not quoted:
        found = f"«{_visible(value)}»"
    return f"{place} skal være {noun}" + (f", ikke {found}" if found != noun else "")


def _form(noun: str, texts: Mapping[str, str], value: object) -> str:
    """How to write a text, a list or fields there; with the value itself where that is the way."""
    name, inside = texts["name"], texts["place"] != texts["name"]
    key = "" if inside else f"{name}: "
    shown = _visible(value)
    if noun == _FIELDS:
        return "Skriv feltene på egne linjer, som «felt: verdi»."
    if noun == _LIST:
        if isinstance(value, dict):
            return "Begynn hvert punkt i listen med «- » på egen linje."
        if isinstance(value, str):
            parts = [part.strip() for part in value.split(",")] if shown == value else ["…"]
            shown = ", ".join(p if _PLAIN.fullmatch(p) else _quoted(p) for p in parts if p)
        return f"Skriv «{key}[{shown}]»."
    if value is None:
        return "Skriv teksten etter streken." if inside else f"Skriv teksten etter «{name}:»."
    if isinstance(value, int | float):  # 1.10 was read as 1.1
        digits = " og behold alle sifrene" if isinstance(value, float) else ""
        return f"Sett anførselstegn rundt verdien{digits}: «{key}{_quoted(shown)}»."
    return "Skriv én tekst, i anførselstegn hvis den inneholder kolon eller klammer."


def _texts(loc: tuple[int | str, ...], value: object, ctx: Mapping[str, Any]) -> dict[str, str]:
    """What the placeholders stand for, safe to show: all of ctx, and what is named here.

    name: the field's; place: what to call it in a sentence; word: what to call a word there; value:
    the input.
    """
    name = next((_visible(part) for part in reversed(loc) if isinstance(part, str)), "")
    number = f"{name} nr. {loc[-1] + 1}".lstrip() if loc and isinstance(loc[-1], int) else None
    texts = {"name": name, "place": number or name or "innholdet", "word": name or "verdi"}
    return {key: _visible(ctx[key]) for key in ctx} | texts | {"value": _visible(value)}


def _visible(value: object, limit: int = 40) -> str:
    """The value as YAML writes it, at most `limit` long, what does not print as YAML's escapes."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    if isinstance(value, list | dict) or (isinstance(value, int) and value.bit_length() > 128):
        return "…"  # a whole file is long to write out, and str() refuses thousands of digits
    text = str(value)[: limit + 1]
    if isinstance(value, float):
        text = text.replace("inf", ".inf").replace("nan", ".nan")
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def _quoted(text: str) -> str:
    """The visible text in double quotes, as YAML reads it back."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
