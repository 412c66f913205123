"""Every Pydantic error becomes plain bokmål, whatever the value was."""

from __future__ import annotations

import re
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, cast

import pytest
from pydantic import AfterValidator, ConfigDict, Field, StrictInt, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass
from pydantic_core import ErrorDetails, ErrorTypeInfo, PydanticCustomError
from pydantic_core._pydantic_core import list_all_errors  # nothing public has their texts

from styring.mente import nearest, ramse
from styring.model.messages import Melding, explain

ENGLISH = re.compile(
    r"\b(the|is|are|not|must|should|have|has|input|valid|invalid|value|error|string|integer|list|key"
    r"|dictionary|field|required|missing|extra|unexpected|argument|instance|object|greater|less|than"
    r"|equal|least|most|length|character|items?|date|datetime|boolean|type|of|and|or|with|without|after"
    r"|before|unable|parse|expected|got|none|null)\b",
    re.IGNORECASE,
)
KINDS = list_all_errors()


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


def _egendefinert(verdi: str) -> str:
    raise PydanticCustomError("periode", "ukjent periode «{p}»", {"p": verdi, "raad": "Bruk T1."})


def _uten_raad(verdi: str) -> str:
    raise PydanticCustomError("value_error", "perioden er stengt")


def _fremmed(verdi: str) -> str:
    raise PydanticCustomError("ip_v4_address", "Input is not a valid IPv4 address")


CONFIG = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Unntatt:
    hjemmel: str


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Post:
    tittel: Annotated[str, Field(min_length=1)]
    status: Status | None = None
    spor: Literal["administrativ", "politisk"] = "politisk"
    telefon: str | None = None
    delansvar: tuple[str, ...] = ()
    oppgaver: list[str] = field(default_factory=list)
    unntatt: Unntatt | None = None
    aar: Annotated[int, Field(ge=1)] = 2023
    antall: StrictInt = 0
    dato: date | None = None
    areal: float | None = None
    aktiv: bool = True
    sum: int | str = 0
    tall: dict[str, str] = field(default_factory=dict)
    a: Annotated[str, AfterValidator(_ren)] = ""
    b: Annotated[str, AfterValidator(_med_raad)] = ""
    c: Annotated[str, AfterValidator(_egendefinert)] = ""
    d: Annotated[str, AfterValidator(_uten_raad)] = ""
    e: Annotated[str, AfterValidator(_fremmed)] = ""


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
    return explain(error, fields=FIELDS)


def made(kind: str, value: Any = "noe", **ctx: Any) -> ErrorDetails:
    """An error of a kind, as Pydantic would give it for the field `felt`."""
    return cast(
        "ErrorDetails", {"type": kind, "loc": ("felt",), "msg": "Bad", "input": value, "ctx": ctx}
    )


def template_words(info: ErrorTypeInfo) -> str:
    """Pydantic's own text for a kind, without what is filled in."""
    return re.sub(r"\{\w+\}", "", info["message_template_python"]).strip()


@pytest.mark.parametrize("info", KINDS, ids=[info["type"] for info in KINDS])
def test_every_kind_has_a_text_in_bokmaal_on_purpose(info: ErrorTypeInfo) -> None:
    """No kind falls to the generic text, leaves a brace unfilled or speaks English."""
    error = made(info["type"], **(info["example_context"] or {}))
    error["msg"] = info["example_message_python"]
    melding = explain(error)
    generic = explain(made("a_kind_from_the_future"))
    text = f"{melding.melding} {melding.raad or ''}"
    assert melding.melding != generic.melding
    assert not re.search(r"[{}]", text)
    assert template_words(info) not in text
    assert not ENGLISH.search(text)
    assert not melding.melding.endswith(".")
    assert not melding.melding[0].isupper()
    assert melding.raad is None or re.fullmatch(r"[A-ZÆØÅ].*[^.]\.", melding.raad)


def test_kind_from_the_future_gets_a_generic_text() -> None:
    """What no table knows is said in bokmål all the same, and Pydantic's text is left out."""
    assert explain(made("a_kind_from_the_future", x="English")) == Melding(
        "felt kan ikke brukes slik det står", None
    )


@pytest.mark.parametrize("info", KINDS, ids=[info["type"] for info in KINDS])
def test_kind_without_its_context_leaves_no_brace(info: ErrorTypeInfo) -> None:
    """A context that Pydantic comes to leave out makes a gap in the sentence, not a crash."""
    error = made(info["type"])
    del error["ctx"]
    melding = explain(error)
    assert not re.search(r"[{}]", melding.melding + (melding.raad or ""))


EGNE = "Egne felt hører hjemme under «egne:»."
SIFFER = "Skriv bare siffer, uten mellomrom og anførselstegn."
DATO = "Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2023-05-31."
FELT = "Skriv feltene på egne linjer, som «felt: verdi»."
EN_TEKST = "Skriv én tekst, i anførselstegn hvis den inneholder kolon eller klammer."
SPOR = "Velg blant administrativ og politisk."
TALL = "Skriv tallet med siffer, med punktum foran desimalene og uten anførselstegn."

CASES: list[tuple[Any, str, str | None]] = [
    ({"unntatt": {}}, "hjemmel mangler", "Skriv inn «hjemmel: …»."),
    ({"tittle": "x"}, "ukjent nøkkel «tittle»", "Mente du «tittel»?"),
    ({"farge": "x"}, "ukjent nøkkel «farge»", EGNE),
    (
        {2023: "x"},
        "nøkkelen «2023» skal være tekst",
        "Sett anførselstegn rundt nøkkelen.",
    ),
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
        "Velg blant ikke_startet, under_arbeid og ferdig.",
    ),
    ({"spor": None}, "spor er tomt, men skal være ett ord", SPOR),
    ({"spor": ["politisk"]}, "spor skal være ett ord, ikke en liste", SPOR),
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
    ({"antall": "12"}, "antall skal være et helt tall, ikke tekst", SIFFER),
    ({"aar": 0}, "aar skal være minst 1", None),
    ({"dato": "31.12.2023"}, "dato skal være en dato, ikke «31.12.2023»", DATO),
    ({"areal": "3,5"}, "areal skal være et tall, ikke «3,5»", TALL),
    (
        {"aktiv": "kanskje"},
        "aktiv skal være true eller false, ikke «kanskje»",
        "Skriv true eller false, uten anførselstegn.",
    ),
    (
        {"tall": {1: "a"}},
        "nøkkelen «1» skal være tekst, ikke et tall",
        'Sett anførselstegn rundt verdien: «"1"».',
    ),
    ({"a": "x"}, "vår egen melding", None),
    ({"b": "x"}, "ukjent periode «T9»", "Bruk T1, T2 eller AAR."),
    ({"c": "x"}, "ukjent periode «x»", "Bruk T1."),
    ({"d": "x"}, "perioden er stengt", None),
    ({"e": "x"}, "e kan ikke brukes slik det står", None),
    ([], "innholdet skal være felt med verdier, ikke en liste", FELT),
]


@pytest.mark.parametrize(("data", "melding", "raad"), CASES, ids=[case[1] for case in CASES])
def test_real_fault_is_told_with_its_way_out(data: Any, melding: str, raad: str | None) -> None:
    """What people write wrong in the files, word for word."""
    assert only(data) == Melding(melding, raad)


def test_branches_of_a_union_keep_the_name_of_the_field() -> None:
    """Pydantic ends `loc` with «int» and «str», which are no fields."""
    meldinger = [explain(error).melding for error in errors({"tittel": "x", "sum": None})]
    assert meldinger == [
        "sum er tomt, men skal være et helt tall",
        "sum er tomt, men skal være tekst",
    ]


def test_words_are_used_when_pydantic_names_none() -> None:
    """The caller's words give both the suggestion and the choice."""
    words = ("SOS", "TEK")
    assert explain(made("enum", "SØS"), words=words).raad == "Mente du «SOS»?"
    assert explain(made("enum", "Ukjent"), words=words).raad == "Velg blant SOS og TEK."


def test_alternatives_are_joined_in_bokmaal() -> None:
    """Pydantic's «'a' or 'b'» does not come through."""
    error = made("url_scheme", expected_schemes="'http' or 'https'")
    assert explain(error).melding == "felt skal begynne med http eller https"


def test_tag_of_a_union_gets_a_suggestion() -> None:
    """A misspelt tag is treated as any other misspelt word."""
    error = made(
        "union_tag_invalid",
        discriminator="'type'",
        tag="verbl",
        expected_tags="'politisk', 'verbal'",
    )
    assert explain(error) == Melding("ukjent type «verbl»", "Mente du «verbal»?")


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
@pytest.mark.parametrize("key", ["status", "aar", "delansvar", "unntatt", "dato"])
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
