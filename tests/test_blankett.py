"""The form that an editor opens on: what is written in it, and that nothing typed is lost."""

import re
from dataclasses import fields
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from styring.finding import Alvor, Finding, Sted
from styring.innlevering.blankett import blankett, med_feil, uten_feil
from styring.innlevering.skjema import les
from styring.model.innmelding import SAGT, Innmelding
from styring.yamlfile.read import read


def fault(line: int, said: str = "ukjent status «x»", raad: str | None = None) -> Finding:
    """Something wrong on a line."""
    return Finding("FELT004", Alvor.FEIL, said, Sted("-", line, 1), raad)


def thing(id_: str, tittel: str, *, har_runder: bool = True) -> Any:
    """Something to report on."""
    return SimpleNamespace(id=id_, tittel=tittel, har_runder=har_runder)


FORM = """\
# Fyll ut det du vil rapportere. Det du lar stå tomt, blir ikke rapportert.
#
# status:           ikke startet, under arbeid, satt på vent, ferdig, utgår
# vurdering:        grønn, gul, rød
# forventet_ferdig: 30.06.2023, juni 2023, 2. kvartal 2023, T1, H1 eller 2023
#
# Lagre filen og lukk redigeringsprogrammet, så blir rapportene ført inn.

# SOS-2023-01  Lage en plan
#   Kari Nordmann, frist 31.12.2023
- id: SOS-2023-01
  status:
  vurdering:
  kommentar:
  forventet_ferdig:
  avvik:
  tiltak:

# NO.1  Norge
- id: NO.1
  status:
  kommentar:
"""


def test_form_has_comments_and_room_to_fill_in() -> None:
    """The introduction, then for each thing what helps, and what can be reported on it."""
    plan, norge = thing("SOS-2023-01", "Lage en plan"), thing("NO.1", "Norge", har_runder=False)
    assert blankett([(plan, ["Kari Nordmann, frist 31.12.2023"]), (norge, [])]) == FORM


def test_form_with_nothing_filled_in_reports_nothing() -> None:
    """Who saves the form as it was opened has reported nothing, and done nothing wrong."""
    for things in ([], [thing("A", "En"), thing("B", "To")]):
        skjema = les("skjema.yaml", blankett((en, []) for en in things).encode())
        assert (skjema.innmeldinger, skjema.funn) == ((), ())


ANYTHING = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r\t #:-|>'\" FEIL")
)


@example("A", "x\r\n- id: C\u2028\x85\x1b[31m", ["FEIL: x", "a\nb"])
@example("FEIL: ", "", [])
@example("a\n# FEIL: x\nb", "FEIL:", [])
@given(ANYTHING, ANYTHING, st.lists(ANYTHING))
def test_whatever_is_known_stays_what_it_is(id_: str, tittel: str, linjer: list[str]) -> None:
    """Titles stay comments, ids read back, and none of it is taken for a fault's comment."""
    form = blankett([(thing(id_ or "A", tittel), linjer)])
    document = read("skjema.yaml", form.encode())
    assert document.faults == ()
    assert document.value == [{"id": id_ or "A", **dict.fromkeys(SAGT)}]
    assert uten_feil(form) == form


def test_fault_stands_right_above_its_line() -> None:
    """Each fault is a comment with the indentation of its line, and the way out under it."""
    typed = "- id: A\n  status: fredig\n- id: B\n"
    skjema = les("skjema.yaml", (typed + "  vurdering: blå\n").encode())
    shown = med_feil(typed + "  vurdering: blå\n", [*skjema.funn, fault(3, "finnes\nikke")])
    assert shown == (
        "- id: A\n"
        "  # FEIL: ukjent status «fredig»\n"
        "  # FEIL:   Mente du «ferdig»?\n"
        "  status: fredig\n"
        "# FEIL: finnes ikke\n"
        "- id: B\n"
        "  # FEIL: ukjent vurdering «blå»\n"
        "  # FEIL:   Velg blant grønn, gul og rød.\n"
        "  vurdering: blå\n"
    )


def test_faults_of_an_earlier_try_go_out() -> None:
    """What was wrong last time is gone when the form is opened again."""
    typed = "- id: A\r\n  status: x\r\n"
    first = med_feil(typed, [fault(2), fault(1)])
    assert first.count("# FEIL: ") == 2
    assert first.count("\n") == first.count("\r\n")
    assert (
        med_feil(first, [fault(2)]) == "- id: A\r\n  # FEIL: ukjent status «x»\r\n  status: x\r\n"
    )
    assert uten_feil(first) == typed


@pytest.mark.parametrize(
    ("typed", "line", "above"),
    [
        ("- id: A\n  kommentar: |\n    en\n\n    to\n  status: x\n", 5, 2),
        ("- id: A\n  kommentar: |\n    en\n\n    to\n  status: x\n", 6, 6),
        ("- id: A\n  kommentar: >-  # lang\n    en\n", 3, 2),
        ("- kommentar: |2\n    en\n  id: A\n", 2, 1),
        ("- |\n en\n- to\n", 2, 1),
        ("- |\n en\n- to\n", 3, 3),
        ("- id: A\n", 99, 1),
        ("- id: A", 0, 1),
    ],
)
def test_fault_inside_a_block_of_text_stands_above_it(typed: str, line: int, above: int) -> None:
    """A comment in a block would be a part of the text, so it stands where the block opens."""
    shown = med_feil(typed, [fault(line)])
    assert (
        shown.splitlines().index(next(x for x in shown.splitlines() if "# FEIL" in x)) == above - 1
    )
    assert read("", shown.encode()).value == read("", typed.encode()).value


TYPED = st.text(st.sampled_from("- id:|>#\n\r\t x'\"æFEIL\u2028\x85\ufeff"), max_size=80)


@example("a\r\n\rb\n", [1, 2, 3])
@example("# FEIL", [1])
@given(TYPED, st.lists(st.integers(min_value=0, max_value=20), max_size=4))
def test_nothing_typed_is_lost(typed: str, lines: list[int]) -> None:
    """A form with faults gives back, without them, what was typed, to the byte."""
    typed = re.sub("# FEIL: ", "", typed)
    shown = med_feil(typed, [fault(line, "galt\r\nher", "Rett\ndet.") for line in lines])
    assert uten_feil(shown) == typed
    assert shown.count("# FEIL: ") == 2 * len(lines)
    assert med_feil(shown, []) == typed


# --- what people type into it ---------------------------------------------------------------

HEAD = "# A  En\n- id: A\n  status: ferdig\n"
TAIL = "\n# B  To\n#   Ansvarlig: ingen.\n- id: B\n  status: utgår\n  kommentar:\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        *((one, one) for one in ("Ferdig: se sak #12. Vi mangler penger.", "# 12 er viktigst")),
        *((one, one) for one in ("- punkt", "*viktig*", "& co", "@ola", "%", "| a | b |")),
        *((one, one) for one in ("> 50 %", "[x] gjort", "{a: b}", "!", "?", "`x`", '"Ja" sa han')),
        *((one, one) for one in ("it's", "12", "2023-05-05", "true", "nei", "a: b: c", ", x")),
        *((one, one) for one in ("C:\\temp", "'", '"')),
        ("status: bra", "status: bra"),
        ('"Ferdig: alt"', "Ferdig: alt"),
        ("'Ferdig #1'", "Ferdig #1"),
        ('"Ferdig" # og mer"', '"Ferdig" # og mer"'),
        *((one, one) for one in ("~", "null", "Null", "NULL", "| # x", ">- # x")),
        ("", None),
        ("|-\n    En: #1\n\n    to", "En: #1\n\nto"),
        ("|\nEn linje til venstre", "|\nEn linje til venstre"),
        ("En\n    to: tre\n      - fire\n    # fem", "En\nto: tre\n  - fire\n# fem"),
        ("En\nto\n- tre\n- fire: 5\n\n#6", "En\nto\n- tre\n- fire: 5\n\n#6"),
        ("\n    Under: her\n    - og her", "Under: her\n- og her"),
        ("\nHelt til venstre", "Helt til venstre"),
        ("En\n  Ferdig: se sak\n  Status: bra", "En\nFerdig: se sak\nStatus: bra"),
        ("En\n    status: bra\n    id: 7", "En\nstatus: bra\nid: 7"),
        ("En\n---\n...\nto", "En\n---\n...\nto"),
        ("En\n# FEIL: galt\n  # FEIL:   Rett det.\n    to", "En\nto"),
        ("En\n\n# en kommentar\n", "En"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_text_is_whole(text: str, right: str | None, end: str) -> None:
    """Whatever stands behind the key, to the next one; only blocks and quotes are YAML's."""
    form = f"  kommentar: {text}"
    skjema = les(
        "f.yaml",
        f"{HEAD}{form}\n  forventet_ferdig: 2023\n  avvik:\n{TAIL}".replace("\n", end).encode(),
    )
    assert skjema.funn == ()
    assert [post.id for post in skjema.innmeldinger] == ["A", "B"]
    assert skjema.innmeldinger[0].kommentar == right
    assert [str(post.forventet_ferdig) for post in skjema.innmeldinger] == ["2023", "None"]


LINE_ENDS = "\u2028\u2029\ufeff\ufffe\uffff"
LINE = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
    )
    | st.sampled_from("#:-|>&*!%@'\"[]{},\t ?")
).map(str.strip)


@example("kommentar", ["x"], "    ", True)
@example("tiltak", ["id: B"], "    ", True)
@given(
    st.sampled_from(["kommentar", "avvik", "tiltak"]),
    st.lists(LINE, min_size=1, max_size=4),
    st.sampled_from(["    ", "   ", "\t   "]),
    st.booleans(),
)
def test_what_is_typed_is_what_is_read(
    field: str, lines: list[str], margin: str, is_on_the_line: bool
) -> None:
    """Any lines behind any of the keys, on its line or under it; the rest is as it was."""
    text = "\n".join(lines).strip()
    first = text.partition("\n")[0]
    if re.fullmatch(r"[|>][-+1-9]{0,2}", first):
        return
    if not text or first[:1] in ("'", '"') or "# FEIL: " in text:  # which are quoted, or none
        return
    form = f"\n{margin}".join(["", *text.split("\n")]) if not is_on_the_line else None
    form = form or " " + f"\n{margin}".join(text.split("\n"))
    form = f"# A  En\n- id: A\n  status: ferdig\n  {field}:{form}\n  vurdering: gul\n{TAIL}"
    skjema = les("f.yaml", form.encode())
    assert skjema.funn == ()
    first_report, second = skjema.innmeldinger
    assert (getattr(first_report, field) or "") == text
    assert (first_report.vurdering, second.id) == ("gul", "B")


VALUES = {
    "id": "A",
    "periode": "2023-T1",
    "status": "ferdig",
    "vurdering": "gul",
    "forventet_ferdig": "2023-12-31",
    "av": "kari",
    "rapportert": "2023-05-05",
}
TEXTS = ("kommentar", "avvik", "tiltak")


def test_every_field_is_a_text_or_has_a_value_here() -> None:
    """So that the next two hold for one that is added."""
    assert {*VALUES, *TEXTS} == {field.name for field in fields(Innmelding)}


@pytest.mark.parametrize("field", VALUES)
@pytest.mark.parametrize(
    "shape",
    [
        *("{} # mangler to", "{}\t#mangler to", '"{}" # mangler to', "# {}", "#{}, mangler to"),
        *("|- # mangler to\n    {}", "{} # mangler to # og to", '"{}" # "mangler" to'),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_behind_a_field_is_never_left_out_in_silence(field: str, shape: str, end: str) -> None:
    """It is told of where it begins, and nothing of the form is taken; also in brackets."""
    lines = [f"{name}: {value}" for name, value in {**VALUES, "kommentar": "x"}.items()]
    number = list(VALUES).index(field)
    typed = shape.format(VALUES[field])
    comment = typed[typed.index("#") :].partition("\n")[0]
    lines[number] = f"{field}: {typed}"
    ours = "- " + "\n  ".join(lines) + "\n"
    flow = "- {" + "\n  , ".join(lines) + "\n  }\n" if "|" not in shape else ours
    for form in (ours, f"# en linje\n{flow}", f"rapporter:  # alle\n{ours}"):
        raw = form.replace("\n", end)
        told = [one for one in les("f.yaml", raw.encode()).funn if one.kode == "FIL014"]
        at = raw.index(comment)
        line = raw.count("\n", 0, at) + 1
        assert [(one.sted.linje, one.sted.kolonne) for one in told] == [
            (line, at - raw.rfind("\n", 0, at))
        ]
        assert f"«{comment}» er en merknad" in told[0].melding


@pytest.mark.parametrize("word", ["null", "~", "Null", "NULL"])
def test_word_that_yaml_takes_for_nothing_is_a_word(word: str) -> None:
    """A text in a text, and no status; an empty field, and null in JSON, is what says nothing."""
    for form in (f"- id: A\n  status: ferdig\n  avvik: {word}\n", f"- {{id: A, avvik: {word}}}\n"):
        skjema = les("f.yaml", form.encode())
        assert (skjema.funn, skjema.innmeldinger[0].avvik) == ((), word)
    for field in ("status", "vurdering", "forventet_ferdig", "rapportert"):
        (told,) = les("f.yaml", f"- id: A\n  {field}: {word}\n".encode()).funn
        assert f"«{word}»" in told.melding
    form = '[{"id": "A", "status": "ferdig", "avvik": null}]'
    skjema = les("f.json", form.encode())
    assert (skjema.funn, skjema.innmeldinger[0].avvik) == ((), None)


def test_yaml_of_others_is_read_as_yaml() -> None:
    """Lines that a program has folded are one where the report is not of our form."""
    folded = "- id: A\n  kommentar: En lang tekst\n    som går over\n  status: ferdig\n"
    assert les("f.yaml", folded.encode()).innmeldinger[0].kommentar == "En lang tekst som går over"
    ours = f"# A  En\n{folded}"
    assert les("f.yaml", ours.encode()).innmeldinger[0].kommentar == "En lang tekst\nsom går over"


def test_faults_stand_where_they_are_behind_such_a_text() -> None:
    """Texts take as much room as they take; a text's own place is where it begins."""
    form = "- id: A\n  kommentar: Ferdig: #1\n  og: mer\n  status: fredig\n  vurderng: gul\n"
    skjema = les("f.yaml", form.encode())
    assert [(str(f.sted), f.kode) for f in skjema.funn] == [
        ("f.yaml:4:11", "FELT004"),
        ("f.yaml:5:3", "FELT001"),
    ]
    form = "- id: A\n  status: ferdig\n  kommentar: Ferdig: #1\n    og mer\n  avvik:\n    Ja: #\n"
    skjema = les("f.yaml", form.encode())
    assert str(skjema.sted(0, "kommentar")) == "f.yaml:3:14"
    assert str(skjema.sted(0, "avvik")) == "f.yaml:5:3"
    bad = les("f.yaml", b"- id: A\n  kommentar: Ferdig: \x07\n")
    assert [str(f.sted) for f in bad.funn] == ["f.yaml:2:22"]
