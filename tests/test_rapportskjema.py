"""The form that an editor opens on: what is written in it, and that nothing typed is lost."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from styring.finding import Alvor, Finding, Sted
from styring.formats.rapportskjema import FELT, Skjemapost, med_feil, skriv, uten_feil
from styring.register.skjema import les
from styring.yamlfile.read import read


def fault(line: int, said: str = "ukjent status «x»", raad: str | None = None) -> Finding:
    """Something wrong on a line."""
    return Finding("FELT004", Alvor.FEIL, said, Sted("-", line, 1), raad)


FORM = """\
# Fyll ut det du vil melde.
#
# Lagre og lukk.

# SOS-2023-01  Lage en plan
#   Kari Nordmann, frist 31.12.2023
- id: SOS-2023-01
  status: under_arbeid
  vurdering:
  kommentar: |-
    Planen er ute.

    Den er lang.
  forventet_ferdig: 2023-12-31
  avvik:
  tiltak:

# NO  Norge
- id: NO
  status:
  vurdering:
  kommentar:
  forventet_ferdig:
  avvik:
  tiltak:
"""


def test_form_has_comments_and_room_to_fill_in() -> None:
    """The introduction, then for each thing what helps, and its fields with what is known."""
    kommentar = "Planen er ute.\n\nDen er lang."
    fylt = {"kommentar": kommentar, "status": "under_arbeid", "forventet_ferdig": "2023-12-31"}
    kjent = ("Kari Nordmann, frist 31.12.2023",)
    form = skriv(
        ["Fyll ut det du vil melde.", "", "Lagre og lukk."],
        [Skjemapost("SOS-2023-01", "Lage en plan", kjent, fylt), Skjemapost("NO", "Norge")],
    )
    assert form == FORM
    (innmelding,) = les("skjema.yaml", form.encode()).innmeldinger
    assert (innmelding.id, innmelding.kommentar) == ("SOS-2023-01", kommentar)


def test_form_with_nothing_filled_in_reports_nothing() -> None:
    """Who saves the form as it was opened has reported nothing, and done nothing wrong."""
    for poster in ([], [Skjemapost("A", "En"), Skjemapost("B", "To")]):
        skjema = les("skjema.yaml", skriv(["Fyll ut."], poster).encode())
        assert (skjema.innmeldinger, skjema.funn) == ((), ())


ANYTHING = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r\t #:-|>'\" FEIL")
)


@settings(max_examples=150, deadline=None)
@example(["x\n- id: B"], "A", "x\r\n- id: C\u2028\x85\x1b[31m", ["FEIL: x", "a\nb"], "# FEIL: x")
@example(["FEIL:"], "FEIL: ", "", [], "a\n# FEIL: x\nb")
@given(st.lists(ANYTHING), ANYTHING, ANYTHING, st.lists(ANYTHING), ANYTHING)
def test_whatever_is_known_stays_what_it_is(
    innledning: list[str], id_: str, tittel: str, linjer: list[str], kommentar: str
) -> None:
    """Titles stay comments, values read back, and none of it is taken for a fault's comment."""
    post = Skjemapost(id_ or "A", tittel, tuple(linjer), {"kommentar": kommentar})
    form = skriv(innledning, [post])
    tomme = dict.fromkeys(FELT)
    document = read("skjema.yaml", form.encode())
    assert document.faults == ()
    assert document.value == [{"id": post.id, **tomme, "kommentar": kommentar or None}]
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
        "  # FEIL:   Velg blant grønn, gul, rød.\n"
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


@settings(max_examples=500, deadline=None)
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
