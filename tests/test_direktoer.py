"""A new direktør: who has what on which day, and what is a fault."""

import json
from pathlib import Path

import pytest
from driver import styring
from folkene import beside, change, codes


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small data folder, in the folder that the command stands in."""
    return beside(tmp_path, monkeypatch)


THREE = """\
{kontakt: kari, fra: 2026-03-01, til: 2026-03-01}
      - {kontakt: ola, fra: 2026-01-01, til: 2026-12-31}
      - {kontakt: per, fra: 2026-04-01}"""
"""Direktører of whom the second is it all the time that the others are."""


def holders(day: str) -> list[str | None]:
    """Who has each oppdrag on a day."""
    ended = styring("oppdrag", "list", "--format", "json", "--dato", day)
    assert (ended.status, ended.err) == (0, "")
    return [oppdrag["ansvarlig"] for oppdrag in json.loads(ended.out)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-31", ["kari", "kari"]),
        ("2026-02-01", ["kari", "per"]),
        ("2026-04-30", ["kari", "per"]),
        ("2026-05-01", [None, "per"]),
        ("2026-05-15", ["ola", "per"]),
    ],
)
def test_holder_is_who_held_it_on_the_day(day: str, expected: list[str | None], data: Path) -> None:
    """What is not handed on is with the direktør of the day, and with nobody between two."""
    assert holders(day) == expected


def test_new_direktoer_leaves_the_old_chain_in_peace(data: Path) -> None:
    """The chain is judged by who was direktør on the day, so nothing of the past is at fault."""
    ended = styring("valider", "--streng", "--dato", "2026-06-01")
    assert (ended.status, ended.out) == (0, "ingen feil\n")
    change(data / "oppdrag.yaml", "av: kari, dato: 2026-02-01", "av: ola, dato: 2026-02-01")
    ended = styring("valider", "--dato", "2026-06-01")
    assert ended.status == 1
    assert (
        "oppdrag.yaml:8:24: feil DEL002: «ola» delegerer, men direktøren da var «kari»" in ended.out
    )
    assert "Skriv «av: kari», eller legg inn leddet som mangler." in ended.out


def test_one_name_is_the_direktoer_of_all_days(data: Path) -> None:
    """Where a file says only the name, the chain must begin with it, and the advice is the list."""
    listed = "\n      - {kontakt: kari, til: 2026-04-30}\n      - {kontakt: ola, fra: 2026-05-15}"
    change(data / "kontakter.yaml", listed, " ola")
    assert holders("2020-01-01") == ["ola", "ola"]
    ended = styring("valider", "--dato", "2026-06-01")
    assert ended.status == 1
    assert "Var «kari» direktør da, så skriv når i kontakter.yaml." in ended.out


def test_undated_link_may_be_from_any_direktoer_there_has_been(data: Path) -> None:
    """Where it is not said when it was handed on, whoever has been direktør may have done it."""
    change(data / "oppdrag.yaml", "av: kari, dato: 2026-02-01", "av: kari")
    assert styring("valider", "--streng", "--dato", "2026-06-01").status == 0
    change(data / "oppdrag.yaml", "av: kari", "av: per")
    assert styring("valider", "--dato", "2026-06-01").status == 1


def test_it_is_the_direktoer_of_the_day_who_hands_on(data: Path) -> None:
    """The link is from the new direktør after the change, and from the old one before it."""
    words = ("oppdrag", "deleger", "sos-1", "--til", "per", "--diff", "--dato")
    assert "{til: per, av: ola, dato: 2026-06-01}" in styring(*words, "2026-06-01").out
    assert "{til: per, av: kari, dato: 2026-03-01}" in styring(*words, "2026-03-01").out
    refused = styring("oppdrag", "deleger", "sos-1", "--til", "per", "--av", "kari")
    assert refused.status == 3
    assert "Det er Ola Nordmann (ola) som har det nå." in refused.err


def test_sector_is_shown_with_the_direktoer_of_the_day(data: Path) -> None:
    """People see who it is on the day; machines get that, and all there have been."""
    words = ("kontakt", "vis", "SOS", "--dato")
    assert "Direktør  Kari Nordmann" in styring(*words, "2026-03-01").out
    assert "Direktør  Ola Nordmann" in styring(*words, "2026-06-01").out
    assert "Direktør" not in styring(*words, "2026-05-01").out
    (sector,) = json.loads(styring(*words, "2026-06-01", "--format", "json").out)
    assert sector["direktoer"] == "ola"
    assert [one["kontakt"] for one in sector["direktoerer"]] == ["kari", "ola"]
    note = ("rapport", "notat", "--sektor", "SOS", "--dato")
    assert "Kari Nordmann" in styring(*note, "2026-03-01").out
    assert "Kari Nordmann" not in styring(*note, "2026-06-01").out


def test_person_is_shown_with_the_vedtak_they_have_too(data: Path) -> None:
    """All that `valider` says that one who has left still has, people find at the person."""
    change(
        data / "kontakter.yaml", "navn: Per Nordmann,", "navn: Per Nordmann, sluttet: 2026-03-01,"
    )
    (data / "vedtak.yaml").write_text(
        "vedtak: [{id: V-1, tittel: Bru, type: politisk, sektor: SOS,"
        " delegering: [{til: per, av: kari, dato: 2026-02-01}]}]\n",
        encoding="utf-8",
    )
    words = ("--dato", "2026-03-02")
    assert "har fortsatt SOS-2026-02 og V-1\n" in styring("valider", *words).out
    shown = styring("kontakt", "vis", "per", *words).out
    assert "Har ansvar for vedtak\n" in shown
    (person,) = json.loads(styring("kontakt", "vis", "per", "--format", "json", *words).out)
    assert (person["oppdrag"], person["vedtak"]) == (["SOS-2026-02"], ["V-1"])
    (before,) = json.loads(
        styring("kontakt", "vis", "per", "--format", "json", "--dato", "2026-01-31").out
    )
    assert before["vedtak"] == []


def test_gap_is_a_note_on_its_days(data: Path) -> None:
    """Nobody being direktør for a time is allowed, and noted on those days only."""
    words = ("valider", "--alle", "--format", "json", "--dato")
    assert codes(styring(*words, "2026-05-10")) == [("kontakter.yaml:2:11", "KON005")]
    assert codes(styring(*words, "2026-06-01")) == []


@pytest.mark.parametrize(
    ("listed", "place", "code"),
    [
        ("{kontakt: kari}\n      - {kontakt: ola}", "6:19", "KON007"),
        ("{kontakt: kari, fra: 2026-03-01}\n      - {kontakt: ola}", "5:30", "KON007"),
        (THREE, "5:30 7:29", "KON007"),
        ("{kontakt: kari, fra: 2026-03-01, til: 2026-02-28}", "5:47", "KON006"),
        ("{kontakt: krai}", "5:19", "KON001"),
        ("{kontakt: kari, fra: juni}", "5:30", "FELT005"),
        ("{kontakt: kari, frra: 2026-01-01}", "5:25", "FELT001"),
    ],
)
def test_fault_in_the_list_is_told_of_at_its_place(
    listed: str, place: str, code: str, data: Path
) -> None:
    """Two at once, a time that ends before it begins, and what is misspelled."""
    old = "{kontakt: kari, til: 2026-04-30}\n      - {kontakt: ola, fra: 2026-05-15}"
    change(data / "kontakter.yaml", old, listed)
    ended = styring("valider", "--format", "json", "--dato", "2026-03-10")
    assert ended.status == 1
    there = [(place, kode) for place, kode in codes(ended) if place.startswith("kontakter")]
    assert there == [(f"kontakter.yaml:{one}", code) for one in place.split()]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("12", "direktoer skal være tekst, ikke et tall"),
        ('""', "direktoer er tomt, men skal være tekst"),
        ("{kontakt: kari}", "direktoer skal være en liste, ikke felt med verdier"),
        ("[kari]", "direktoer nr. 1 skal være felt med verdier, ikke tekst"),
    ],
)
def test_what_is_neither_a_name_nor_a_list_is_told_of(value: str, said: str, data: Path) -> None:
    """The message names the field, and not how the program reads it."""
    (data / "kontakter.yaml").write_text(
        f"sektorer:\n  - {{kode: SOS, navn: Samfunn, direktoer: {value}}}\n"
        "kontakter:\n  - {id: kari, navn: Kari Nordmann}\n  - {id: per, navn: Per Nordmann}\n",
        encoding="utf-8",
    )
    ended = styring("valider")
    assert ended.status == 1
    assert f": {said}\n" in ended.out
