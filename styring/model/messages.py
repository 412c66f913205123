"""What to tell the user, in bokmål, about one Pydantic error.

Input values come out shortened and with control characters made visible, but `[red]` stays
`[red]`: whoever shows the text must not read it as markup.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from styring.mente import nearest, ramse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails

_TEXT, _LIST, _FIELDS, _NUMBER = "tekst", "en liste", "felt med verdier", "et tall"
_BOOL: Final = "en ja/nei-verdi (true/false)"

# what should have stood there -> the error types that say so
_EXPECTED: Final = {
    _TEXT: "string_type string_unicode bytes_type json_type",
    _LIST: "list_type tuple_type set_type frozen_set_type deque_type iterable_type named_tuple_type"
    " sequence_str",
    _FIELDS: "dict_type frozen_dict_type ordered_dict_type counter_type mapping_type model_type"
    " model_attributes_type dataclass_type dataclass_exact_type arguments_type",
    "true eller false": "bool_type bool_parsing",
    "et helt tall": "int_type int_parsing int_from_float",
    "et tall": "float_type float_parsing finite_number decimal_type decimal_parsing complex_type"
    " complex_str_parsing",
    "en brøk": "fraction_type fraction_parsing",
    "en dato": "date_type date_parsing date_from_datetime_parsing date_from_datetime_inexact",
    "et klokkeslett": "time_type time_parsing",
    "dato og klokkeslett": "datetime_type datetime_parsing datetime_object_invalid"
    " datetime_from_date_parsing",
    "en varighet": "time_delta_type time_delta_parsing",
    "en nettadresse": "url_type url_parsing url_syntax_violation",
    "en UUID": "uuid_type uuid_parsing",
    "tomt": "none_required missing_sentinel_error ellipsis_error",
}
_HOW: Final = {
    "true eller false": "Skriv true eller false, uten anførselstegn.",
    "et helt tall": "Skriv bare siffer, uten mellomrom og anførselstegn.",
    "et tall": "Skriv tallet med siffer, med punktum foran desimalene og uten anførselstegn.",
    "en brøk": "Skriv brøken med skråstrek, for eksempel 1/3.",
    "en dato": "Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2023-05-31.",
    "et klokkeslett": "Skriv klokkeslettet som TT:MM, for eksempel 12:30.",
    "dato og klokkeslett": "Skriv dem med T imellom, for eksempel 2023-05-31T12:30.",
    "en varighet": "Skriv varigheten som P, antall dager og D, for eksempel P3D.",
    "en nettadresse": "Skriv hele adressen, for eksempel «https://www.kommune.no».",
    "en UUID": "Skriv hele koden, 36 tegn med bindestreker.",
    "tomt": "Ta bort verdien.",
}
_ADD: Final = "Skriv inn «{navn}: …»."
_OWN_FIELDS: Final = "Egne felt hører hjemme under «egne:»."

# error types, message, way out; the placeholders are those of `_texts`
_OTHER: Final[tuple[tuple[str, str, str | None], ...]] = (
    ("missing missing_argument missing_keyword_only_argument", "{felt} mangler", _ADD),
    ("missing_positional_only_argument", "{felt} mangler", _ADD),
    ("unexpected_positional_argument", "{felt} er en verdi for mye", "Ta bort verdien."),
    ("multiple_argument_values", "{felt} er gitt to ganger", "Ta bort den ene."),
    ("invalid_key", "nøkkelen «{verdi}» skal være tekst", "Sett anførselstegn rundt nøkkelen."),
    ("union_tag_not_found", "{discriminator} mangler", "Skriv inn «{discriminator}: …»."),
    ("value_error", "{felt} har en verdi som ikke kan brukes", None),
    ("assertion_error", "{felt} oppfyller ikke kravet til feltet", None),
    ("greater_than", "{felt} skal være større enn {gt}", None),
    ("greater_than_equal", "{felt} skal være minst {ge}", None),
    ("less_than", "{felt} skal være mindre enn {lt}", None),
    ("less_than_equal", "{felt} skal være høyst {le}", None),
    ("multiple_of", "{felt} skal kunne deles på {multiple_of}", None),
    ("int_parsing_size", "{felt} er et for stort tall", "Skriv et mindre tall."),
    ("decimal_max_digits", "{felt} kan ha høyst {max_digits} siffer", None),
    ("decimal_max_places", "{felt} kan ha høyst {decimal_places} desimaler", None),
    ("decimal_whole_digits", "{felt} kan ha høyst {whole_digits} siffer før punktumet", None),
    ("too_short", "{felt} skal ha minst {min_length} punkt", None),
    ("too_long", "{felt} kan ha høyst {max_length} punkt", None),
    ("string_too_short", "{felt} skal ha minst {min_length} tegn", None),
    ("string_too_long url_too_long", "{felt} kan ha høyst {max_length} tegn", None),
    ("bytes_too_short", "{felt} skal ha minst {min_length} byte", None),
    ("bytes_too_long", "{felt} kan ha høyst {max_length} byte", None),
    ("bytes_invalid_encoding", "{felt} er ikke gyldig {encoding}", None),
    ("string_pattern_mismatch", "{felt} er ikke skrevet på riktig form: «{verdi}»", None),
    ("string_not_ascii", "{felt} kan ikke ha æ, ø, å eller spesialtegn", "Skriv ae, oe og aa."),
    ("json_invalid", "{felt} er ikke gyldig JSON", None),
    ("set_item_not_hashable", "{felt} skal være én enkel verdi", "Skriv én verdi i hvert punkt."),
    ("date_past datetime_past", "{felt} skal være tilbake i tid", None),
    ("date_future datetime_future", "{felt} skal være fram i tid", None),
    ("timezone_naive", "{felt} skal være uten tidssone", "Ta bort tidssonen."),
    ("timezone_aware", "{felt} mangler tidssone", "Skriv tidssonen til slutt, som +01:00."),
    ("timezone_offset", "{felt} er {tz_actual} sekunder fra UTC, ikke {tz_expected}", None),
    ("url_scheme", "{felt} skal begynne med {lovlige}", None),
    ("uuid_version", "{felt} skal være en UUID av versjon {expected_version}", None),
    ("recursion_loop", "{felt} viser i ring til seg selv", "Ta bort henvisningen tilbake."),
    ("recursion_depth_exceeded", "{felt} har for mange nivåer under seg", None),
    ("no_such_attribute", "{felt} har ikke feltet «{attribute}»", None),
    ("get_attribute_error iteration_error needs_python_object", "{felt} lot seg ikke lese", None),
    ("frozen_field frozen_instance", "{felt} kan ikke endres", None),
    ("default_factory_not_called", "{felt} venter på at andre feil rettes", "Rett de andre først."),
    ("is_instance_of is_subclass_of callable_type", "{felt} er av feil slag", None),
)
_GENERIC: Final = ("{felt} kan ikke brukes slik det står", None)

_NOUNS: Final = {kind: noun for noun, kinds in _EXPECTED.items() for kind in kinds.split()}
_TEMPLATES: Final = {kind: (m, raad) for kinds, m, raad in _OTHER for kind in kinds.split()}
_KINDS: Final = {str: _TEXT, bool: _BOOL, int: _NUMBER, float: _NUMBER, list: _LIST, dict: _FIELDS}

# what Pydantic adds to `loc` for a branch of a union, beside the name of a dataclass
_BRANCH: Final = re.compile(
    r"int|str|float|bool|none|date|time|datetime|constrained-\w+|[^\[\n]*+\[.*"
)
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

    `fields` are the keys that exist at the place, `words` the words allowed there when Pydantic
    does not say them, or says them otherwise than they are to be read. Our validators'
    own text passes through: a `ValueError`, with its attribute `raad` if it has one, or a
    `PydanticCustomError` of type `value_error`, or of any type with `raad` in its context. Without
    that mark it cannot be told from Pydantic's English ones, and becomes the generic text.
    """
    kind, value, ctx = error["type"], error["input"], error.get("ctx") or {}
    if own := _own(kind, error["msg"], ctx):
        return own
    texts = _texts(error["loc"], value, ctx)
    if kind == "string_too_short" and value == "":
        kind, value = "string_type", None
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return _unknown("nøkkel", _visible(error["loc"][-1]), fields, _OWN_FIELDS)
    if kind in ("enum", "literal_error", "union_tag_invalid"):
        allowed = words or _allowed(ctx)
        choose = f"Velg blant {ramse(map(_visible, allowed))}." if allowed else None
        if kind == "union_tag_invalid":
            return _unknown(texts["discriminator"], texts["tag"], allowed, choose)
        if value is None or isinstance(value, list | dict):
            return Melding(_not_a("ett ord", texts["felt"], value), choose)
        return _unknown(texts["ord"], texts["verdi"], allowed, choose)
    if noun := _NOUNS.get(kind):
        raad = _HOW.get(noun) or _form(noun, texts, value)
        return Melding(_not_a(noun, texts["felt"], value), raad)
    template, advice = _TEMPLATES.get(kind, _GENERIC)
    return Melding(template.format_map(texts), advice and advice.format_map(texts))


def _own(kind: str, msg: str, ctx: Mapping[str, Any]) -> Melding | None:
    """What our own validator said; None when the error is Pydantic's."""
    error, raad = ctx.get("error"), ctx.get("raad")
    if kind == "value_error" and isinstance(error, ValueError):
        msg, raad = str(error), getattr(error, "raad", None)
    elif "raad" not in ctx and (kind != "value_error" or ctx.keys() & {"error", "reason"}):
        return None  # `reason` is Pydantic's e-mail validator
    return Melding(_visible(msg, 500), _visible(raad, 500) if raad else None) if msg else None


def _unknown(what: str, said: str, allowed: Sequence[str], otherwise: str | None) -> Melding:
    """That there is no such word, and which was perhaps meant."""
    meant = nearest(said, allowed)
    raad = f"Mente du «{_visible(meant[0])}»?" if meant else otherwise
    return Melding(f"ukjent {what} «{said}»", raad)


def _not_a(noun: str, felt: str, value: object) -> str:
    """That the value is not what should have stood there."""
    if value is None:
        return f"{felt} er tomt, men skal være {noun}"
    found = _KINDS.get(type(value), "noe annet")
    quoted = noun.endswith("tall") and isinstance(value, str) and value.isdecimal()  # aar: "2023"
    if noun not in (_TEXT, _LIST, _FIELDS) and type(value) in (str, int, float) and not quoted:
        found = f"«{_visible(value)}»"
    return f"{felt} skal være {noun}" + (f", ikke {found}" if found != noun else "")


def _form(noun: str, texts: Mapping[str, str], value: object) -> str:
    """How to write a text, a list or fields there; with the value itself where that is the way."""
    navn, inside = texts["navn"], texts["felt"] != texts["navn"]
    key = "" if inside else f"{navn}: "
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
        return "Skriv teksten etter streken." if inside else f"Skriv teksten etter «{navn}:»."
    if isinstance(value, int | float):  # 1.10 was read as 1.1
        digits = " og behold alle sifrene" if isinstance(value, float) else ""
        return f"Sett anførselstegn rundt verdien{digits}: «{key}{_quoted(shown)}»."
    return "Skriv én tekst, i anførselstegn hvis den inneholder kolon eller klammer."


def _texts(loc: tuple[int | str, ...], value: object, ctx: Mapping[str, Any]) -> dict[str, str]:
    """What the placeholders stand for, safe to show: all of ctx, and what is named here.

    navn: the field's name; felt: what to call the place in a sentence; ord: what to call a word
    there; verdi: the input; lovlige: what ctx allows.
    """
    branch = ctx.get("class_name")
    parts = [p for p in loc if isinstance(p, int) or not (_BRANCH.fullmatch(p) or p == branch)]
    navn = next((_visible(part) for part in reversed(parts) if isinstance(part, str)), "")
    felt, word = navn or "innholdet", navn or "verdi"
    if loc[-1:] == ("[key]",):
        felt, word = f"nøkkelen «{_visible(loc[-2])}»", "nøkkel"
    elif parts and isinstance(parts[-1], int):
        felt = f"{navn} nr. {parts[-1] + 1}".lstrip()
    texts = defaultdict(lambda: "…", {key: _visible(ctx[key]).strip("'") or "…" for key in ctx})
    lovlige = ramse(map(_visible, _allowed(ctx)), "eller") or "…"
    texts |= {"navn": navn, "felt": felt, "ord": word, "verdi": _visible(value), "lovlige": lovlige}
    return texts


def _allowed(ctx: Mapping[str, Any]) -> list[str]:
    """The words in Pydantic's «'a', 'b' or 'c'», empty when it names none."""
    said = next((str(ctx[key]) for key in ctx if key.startswith("expected")), "")
    return [a or b or c for a, b, c in re.findall(r"'([^']*)'|\"([^\"]*)\"|(-?\d+)", said)]


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
