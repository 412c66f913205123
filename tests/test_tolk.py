"""Which record a person means by the id, or the part of one, that is typed."""

from collections.abc import Iterable
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styring import tolk
from styring.errors import WrongUse

IDS = ("SOS-2023-01", "SOS-2023-02", "SOS-2023-12", "SOS-2024-02", "TEK-2023-01", "ØVR-2023-01")


ELLERS = "Se listen."


def found(soekt: str, ids: Iterable[str] = IDS) -> str:
    """The id that a lookup gives, or what it says when it gives none."""
    poster = {id_.lower(): SimpleNamespace(id=id_, tittel=f"Om {id_}") for id_ in ids}
    try:
        post = tolk.finn(soekt, poster, "oppdrag", ELLERS)
    except WrongUse as feil:
        return "\n".join((feil.melding, *feil.raad))
    return str(post.id)


@pytest.mark.parametrize(
    ("soekt", "id_"),
    [
        ("SOS-2023-01", "SOS-2023-01"),
        ("sos-2023-01", "SOS-2023-01"),
        ("  SOS-2023-01\n", "SOS-2023-01"),
        ("SoS-2023-1", "SOS-2023-01"),
        ("sos-1", "SOS-2023-01"),
        ("sos 1", "SOS-2023-01"),
        ("sos_01", "SOS-2023-01"),
        ("s-12", "SOS-2023-12"),
        ("SOS-2024-2", "SOS-2024-02"),
        ("tek", "TEK-2023-01"),
        ("t-1", "TEK-2023-01"),
        ("øvr-1", "ØVR-2023-01"),
        ("Ø-1", "ØVR-2023-01"),
    ],
)
def test_id_is_found_without_regard_to_case_and_shortened(soekt: str, id_: str) -> None:
    """The parts that are given are enough as long as only one id has them."""
    assert found(soekt) == id_


def test_whole_id_is_found_although_others_begin_with_it() -> None:
    """An exact match is never ambiguous."""
    assert found("sos-1", ["SOS-1", "SOS-10", "SOS-2023-1"]) == "SOS-1"
    assert found("tf1", ["TF", "TF1", "TF1.1"]) == "TF1"


def test_part_behind_a_dot_is_not_left_out() -> None:
    """An oppgave is never found by what names its oppdrag, or the other way round."""
    assert found("tf1.2", ["TF1", "TF1.1", "TF1.2"]) == "TF1.2"
    assert found("sos-1.1", ["SOS-2023-01", "SOS-2023-01.1"]) == "SOS-2023-01.1"
    assert found("sos-1", ["SOS-2023-01", "SOS-2023-01.1"]) == "SOS-2023-01"


def test_ambiguous_id_lists_its_candidates() -> None:
    """All that it can mean are listed with their titles, and none of the others."""
    assert found("sos-2") == (
        "«sos-2» er ikke entydig\n"
        "Skriv mer av id-en:\n"
        "  SOS-2023-02 (Om SOS-2023-02)\n"
        "  SOS-2024-02 (Om SOS-2024-02)"
    )


def test_many_candidates_are_counted_on_a_line_of_their_own() -> None:
    """Eight are listed; the rest are counted below them, not behind the last."""
    lines = found("a", [f"A-{number}" for number in range(11)]).splitlines()
    assert lines[2:10] == [f"  A-{number} (Om A-{number})" for number in range(8)]
    assert len(lines) == 11
    assert "3 til" in lines[10]


@pytest.mark.parametrize(
    ("soekt", "nearest"),
    [
        ("SOS-2023-03", "SOS-2023-0"),
        ("SSO-2023-01", "SOS-2023-01"),
        ("OVR-2023-01", "ØVR-2023-01"),
        ("TEK-2023-001x", "TEK-2023-01"),
    ],
)
def test_unknown_id_names_the_nearest(soekt: str, nearest: str) -> None:
    """A slip of the finger gets the id that was perhaps meant, with its title."""
    first, second = found(soekt).splitlines()
    assert first == f"finner ikke oppdrag med id «{soekt}»"
    assert second.startswith(f"Mente du {nearest}")
    assert "(Om " in second


@pytest.mark.parametrize("soekt", ["", " ", "-", ".", "...", "xyz", "1", "²", "\x1b[31m", "%"])
def test_id_that_is_like_no_other_is_just_unknown(soekt: str) -> None:
    """Nothing is guessed from nothing."""
    assert found(soekt) == f"finner ikke oppdrag med id «{soekt}»\n{ELLERS}"


@pytest.mark.parametrize(
    ("soekt", "ids"),
    [
        ("sos-1", ["-", "...", "SOS-2023-01"]),
        ("sos-1", ["SOS-" + "1" * 5000, "SOS-2023-01"]),
        ("sos-" + "0" * 5000 + "1", ["SOS-2023-01"]),
        ("sos-1", ["SOS-²", "SOS-١٢x", "SOS-2023-01"]),
    ],
)
def test_odd_ids_in_the_data_hinder_nobody(soekt: str, ids: list[str]) -> None:
    """Ids that are only marks, or have more digits than Python counts, are just other ids."""
    assert found(soekt, ids) == "SOS-2023-01"


@given(
    soekt=st.text("aA1.-_ ²٣", max_size=7), ids=st.lists(st.text("aA01.-", min_size=1), max_size=6)
)
def test_lookup_finds_or_refuses_whatever_is_typed(soekt: str, ids: list[str]) -> None:
    """An id that exists is found by its own name; everything else is found or refused."""
    assert found(soekt, ids)
    for id_ in ids:
        assert found(id_, ids).lower() == id_.lower()
        assert found(id_.upper(), ids).lower() == id_.lower()
