"""Every Pydantic error becomes plain bokmål, whatever the value was."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from typing import Annotated, Any, cast

import pytest
from pydantic import AfterValidator, ConfigDict, Field, StrictInt, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass
from pydantic_core import ErrorDetails

from styring import model
from styring.mente import nearest, ramse
from styring.model.indikator import Tallverdi
from styring.model.messages import TOLD, Melding, explain
from styring.model.post import FRA_FIL

ENGLISH = re.compile(
    r"\b(the|is|are|not|must|should|have|has|input|valid|invalid|value|error|string|integer|list|key"
    r"|dictionary|field|required|missing|extra|unexpected|argument|instance|object|greater|less|than"
    r"|equal|least|most|length|character|items?|date|datetime|boolean|of|and|or|with|without|after"
    r"|before|unable|parse|expected|got|none|null)\b",
    re.IGNORECASE,
)
# Each thing that the reader makes of what stands in a file, plain, empty and out of bounds.
READ: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 2023, 10**4, 10**30, 1.5, float("inf"), float("nan")),
    *("", "x", "2023", "1.5", "æ" * 100, "a\nb\x1b", "under arbeid"),
    *([], ["x"], [1], [None], [[]], [{}], {}, {"x": 1}, {"kode": None}),
)


class Status(StrEnum):
    IKKE_STARTET = "ikke_startet"
    UNDER_ARBEID = "under_arbeid"
    FERDIG = "ferdig"


class Feil(ValueError):
    """A validator's own error with a way out."""

    def __init__(self, melding: str, raad: str) -> None:
        super().__init__(melding)
        self.raad = raad


def _ren(verdi: str) -> str:
    raise ValueError("vår egen melding")


def _med_raad(verdi: str) -> str:
    raise Feil("ukjent periode «T9»", "Bruk T1, T2 eller AAR.")


CONFIG = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Unntatt:
    hjemmel: str


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Post:
    tittel: Annotated[str, Field(min_length=1)]
    status: Status = Status.FERDIG
    telefon: str | None = None
    delansvar: tuple[str, ...] = ()
    oppgaver: tuple[str, ...] = ()
    unntatt: Unntatt | None = None
    aar: Annotated[StrictInt, Field(ge=1)] = 2023
    areal: Tallverdi | None = None
    a: Annotated[str, AfterValidator(_ren)] = ""
    b: Annotated[str, AfterValidator(_med_raad)] = ""


FIELDS = tuple(Post.__pydantic_fields__)  # type: ignore[attr-defined]
POST = TypeAdapter(Post)


def errors(data: Any) -> list[ErrorDetails]:
    """What Pydantic says of the data."""
    with pytest.raises(ValidationError) as caught:
        POST.validate_python(data)
    return caught.value.errors(include_url=False)


def only(data: Any) -> Melding:
    """The message for the one error in the data, a record that has its `tittel` beside."""
    (error,) = errors({"tittel": "x"} | data if isinstance(data, dict) else data)
    return explain(error, fields=FIELDS, words=tuple(Status) if error["type"] == "enum" else ())


def made(kind: str, value: Any = "noe", **ctx: Any) -> ErrorDetails:
    """An error of a kind, as Pydantic would give it for the field `felt`."""
    return cast(
        "ErrorDetails", {"type": kind, "loc": ("felt",), "msg": "Bad", "input": value, "ctx": ctx}
    )


def records() -> Iterator[type]:
    """Every class of records that the models have."""
    for module in pkgutil.iter_modules(model.__path__, f"{model.__name__}."):
        for name, cls in vars(importlib.import_module(module.name)).items():
            if hasattr(cls, "__pydantic_fields__") and cls.__module__ == module.name:
                assert name == cls.__name__
                yield cls


def faults(cls: type) -> Iterator[ErrorDetails]:
    """Every error that a class of records gives: each thing as the record, and in every field."""
    adapter = TypeAdapter[Any](cls)
    for value in READ:
        for data in (value, {navn.name: value for navn in fields(cls)}, {"ukjent": value}):
            for context in (None, FRA_FIL):
                try:
                    adapter.validate_python(data, context=context)
                except ValidationError as error:
                    yield from error.errors(include_url=False)


def test_every_error_that_the_models_give_is_told_in_bokmaal() -> None:
    """None falls to the generic text, leaves a brace unfilled or speaks English."""
    given = set()
    for cls in records():
        for error in faults(cls):
            given.add(error["type"])
            melding = explain(error, fields=[en.name for en in fields(cls)])
            said = melding.melding.replace("«x»", "")
            assert not said.endswith("kan ikke brukes slik det står"), error
            assert not ENGLISH.search(said), error
            assert not re.search(r"[{}]|\.$|^[A-ZÆØÅ]", said), error
            assert melding.raad is None or re.fullmatch(r"[A-ZÆØÅ].*[^.][.?]", melding.raad), error
    assert given == TOLD


def test_kind_from_the_future_gets_a_generic_text() -> None:
    """What no table knows is said in bokmål all the same, and Pydantic's text is left out."""
    assert explain(made("a_kind_from_the_future", x="English")) == Melding(
        "felt kan ikke brukes slik det står", None
    )


EGNE = "Egne felt hører hjemme under «egne:»."
SIFFER = "Skriv bare siffer, uten mellomrom og anførselstegn."
FELT = "Skriv feltene på egne linjer, som «felt: verdi»."
EN_TEKST = "Skriv én tekst, i anførselstegn hvis den inneholder kolon eller klammer."
STATUS = "Velg blant ikke_startet, under_arbeid og ferdig."
TALL = "Skriv tallet med siffer, med punktum foran desimalene og uten anførselstegn."

CASES: list[tuple[Any, str, str | None]] = [
    ({"unntatt": {}}, "hjemmel mangler", "Skriv inn «hjemmel: …»."),
    ({"tittle": "x"}, "ukjent nøkkel «tittle»", "Mente du «tittel»?"),
    ({"farge": "x"}, "ukjent nøkkel «farge»", EGNE),
    ({"tittel": None}, "tittel er tomt, men skal være tekst", "Skriv teksten etter «tittel:»."),
    ({"tittel": ""}, "tittel er tomt, men skal være tekst", "Skriv teksten etter «tittel:»."),
    ({"tittel": ["a"]}, "tittel skal være tekst, ikke en liste", EN_TEKST),
    ({"tittel": {"Vei": "ny"}}, "tittel skal være tekst, ikke felt med verdier", EN_TEKST),
    (
        {"telefon": 90060938},
        "telefon skal være tekst, ikke et tall",
        'Sett anførselstegn rundt verdien: «telefon: "90060938"».',
    ),
    (
        {"telefon": 1.1},
        "telefon skal være tekst, ikke et tall",
        'Sett anførselstegn rundt verdien og behold alle sifrene: «telefon: "1.1"».',
    ),
    (
        {"telefon": True},
        "telefon skal være tekst, ikke en ja/nei-verdi (true/false)",
        'Sett anførselstegn rundt verdien: «telefon: "true"».',
    ),
    (
        {"delansvar": ["TEK", 3]},
        "delansvar nr. 2 skal være tekst, ikke et tall",
        'Sett anførselstegn rundt verdien: «"3"».',
    ),
    (
        {"delansvar": ["TEK", None]},
        "delansvar nr. 2 er tomt, men skal være tekst",
        "Skriv teksten etter streken.",
    ),
    ({"status": "ferdg"}, "ukjent status «ferdg»", "Mente du «ferdig»?"),
    (
        {"status": "Under arbeid"},
        "ukjent status «Under arbeid»",
        "Mente du «under_arbeid»?",
    ),
    (
        {"status": "helt annet"},
        "ukjent status «helt annet»",
        STATUS,
    ),
    ({"status": None}, "status er tomt, men skal være ett ord", STATUS),
    ({"status": ["ferdig"]}, "status skal være ett ord, ikke en liste", STATUS),
    (
        {"delansvar": "TEK"},
        "delansvar skal være en liste, ikke tekst",
        "Skriv «delansvar: [TEK]».",
    ),
    (
        {"delansvar": "TEK, true, a: b"},
        "delansvar skal være en liste, ikke tekst",
        'Skriv «delansvar: [TEK, "true", "a: b"]».',
    ),
    (
        {"oppgaver": 4},
        "oppgaver skal være en liste, ikke et tall",
        "Skriv «oppgaver: [4]».",
    ),
    (
        {"delansvar": None},
        "delansvar er tomt, men skal være en liste",
        "Skriv «delansvar: []».",
    ),
    (
        {"oppgaver": {"a": 1}},
        "oppgaver skal være en liste, ikke felt med verdier",
        "Begynn hvert punkt i listen med «- » på egen linje.",
    ),
    ({"unntatt": "offl. § 15"}, "unntatt skal være felt med verdier, ikke tekst", FELT),
    ({"aar": "46 000"}, "aar skal være et helt tall, ikke «46 000»", SIFFER),
    ({"aar": 2.5}, "aar skal være et helt tall, ikke «2.5»", SIFFER),
    ({"aar": "12"}, "aar skal være et helt tall, ikke tekst", SIFFER),
    ({"aar": 0}, "aar skal være minst 1", None),
    ({"areal": "3,5"}, "areal skal være et tall, ikke «3,5»", TALL),
    ({"a": "x"}, "vår egen melding", None),
    ({"b": "x"}, "ukjent periode «T9»", "Bruk T1, T2 eller AAR."),
    ([], "innholdet skal være felt med verdier, ikke en liste", FELT),
]


@pytest.mark.parametrize(("data", "melding", "raad"), CASES, ids=[case[1] for case in CASES])
def test_real_fault_is_told_with_its_way_out(data: Any, melding: str, raad: str | None) -> None:
    """What people write wrong in the files, word for word."""
    assert only(data) == Melding(melding, raad)


HOSTILE = [
    "x" * 1_000_000,
    "\x1b[2J\x07" * 30,
    "a\x00b",
    "a\nb\r\tc",
    "\u202egnp\u2066",
    "\ud800",
    "{felt}{0}%s",
]


@pytest.mark.parametrize(
    "value", HOSTILE, ids=["long", "esc", "nul", "lines", "bidi", "lone", "braces"]
)
@pytest.mark.parametrize("key", ["status", "aar", "delansvar", "unntatt"])
def test_hostile_value_comes_out_short_and_harmless(key: str, value: str) -> None:
    """Nothing unprintable is emitted; a megabyte is no longer than a few lines."""
    melding = only({key: value})
    text = melding.melding + (melding.raad or "")
    assert text.isprintable()
    assert len(text) < 220


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_key_comes_out_short_and_harmless(value: str) -> None:
    """An unknown key is shown as carefully as a value."""
    error = made("unexpected_keyword_argument")
    error["loc"] = ("oppdrag", 0, value)
    melding = explain(error, fields=FIELDS)
    assert melding.melding.isprintable()
    assert len(melding.melding) <= len("ukjent nøkkel «»") + 40


def test_control_characters_are_shown_as_yaml_writes_them() -> None:
    """The reader sees what is there."""
    assert only({"status": "a\x1b[0m\x00\n"}).melding == ("ukjent status «a\\x1b[0m\\x00\\n»")


def test_markup_is_plain_text() -> None:
    """Brackets are kept: the text is not markup, and whoever shows it must know."""
    assert only({"status": "[red]x"}).melding == "ukjent status «[red]x»"


def test_long_value_is_cut_to_forty_characters() -> None:
    """39 of its characters and a mark that something is left out."""
    assert only({"status": "y" * 41}).melding == f"ukjent status «{'y' * 39}…»"
    assert only({"status": "y" * 40}).melding == f"ukjent status «{'y' * 40}»"


def test_number_with_thousands_of_digits_is_not_written_out() -> None:
    """Python refuses to write it, which must not be what the user sees."""
    assert only({"telefon": 10**5000}).raad == ('Sett anførselstegn rundt verdien: «telefon: "…"».')


def test_own_message_with_hostile_value_is_made_harmless() -> None:
    """A validator that puts the value in its message cannot pass it on raw."""
    melding = explain(
        made("value_error", error=Feil("ukjent «\x1b»" + "x" * 9999, "Skriv\x00 om."))
    )
    assert melding.melding.startswith("ukjent «\\x1b»xxx")
    assert len(melding.melding) == 500
    assert melding.raad == "Skriv\\x00 om."


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("SØS", ["HOM", "SOS", "TEK"], ["SOS"]),
        ("tex", ["HOM", "SOS", "TEK"], ["TEK"]),
        ("årshjul", ["aarshjul", "maal"], ["aarshjul"]),
        ("a\u030arshjul", ["aarshjul", "maal"], ["aarshjul"]),
        ("Direktør", ["direktoer"], ["direktoer"]),
        ("fn-maal", ["fn_maal"], ["fn_maal"]),
        ("under arbeid", {"under_arbeid", "utgaar"}, ["under_arbeid"]),
        ("særskilt", ["saerskilt"], ["saerskilt"]),
        ("xyz", ["tittel", "sektor"], []),
        ("", ["tittel"], []),
        ("tittel", [], []),
        ("x" * 1_000_000, ["tittel"], []),
    ],
)
def test_nearest_overlooks_case_letters_and_separators(
    word: str, candidates: list[str], expected: list[str]
) -> None:
    """The one candidate that was meant, or none."""
    assert nearest(word, candidates) == expected


def test_nearest_gives_the_best_first() -> None:
    """Up to n of them, the same every time."""
    assert nearest("sektr", ["sektorer", "sektor", "tittel"], n=2) == ["sektor", "sektorer"]


def test_words_one_after_another_end_as_a_sentence_says_them() -> None:
    """With «og» or «eller» before the last, and the number of those that are not named."""
    assert [ramse("abc"[:n]) for n in range(4)] == ["", "a", "a og b", "a, b og c"]
    assert ramse("abc", "eller") == "a, b eller c"
    assert (ramse("abc", flest=3), ramse("abcde", flest=3)) == ("a, b og c", "a, b, c og 2 til")
