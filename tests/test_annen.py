"""Whether a municipality quite unlike Lørenskog can use all of it (tests/annen, fictional).

Its sectors have numbers for codes and commas in their names, its goals two or four levels, its ids
come from a letter of its own, its texts are in nynorsk, and nobody has an e-mail address.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import TESTS
from driver import styring

from styring.register.lasting import last

ANNEN = TESTS / "annen"
WHERE = ("--data", str(ANNEN), "--dato", "2026-09-10")


@pytest.fixture
def copy(tmp_path: Path) -> tuple[str, ...]:
    """The options that choose a copy of it that may be changed."""
    folder = shutil.copytree(ANNEN, tmp_path / "data")
    return ("--data", str(folder), "--dato", "2026-09-10")


@pytest.mark.parametrize(
    "words",
    [
        *("oppdrag list", "maal list", "maal tre", "kontakt list", "vedtak list", "status"),
        *("status --etter satsingsområde", "status --etter ansvarlig", "status --hvorfor"),
        *("rapport mangler", "roedtraad", "roedtraad --hull", "roedtraad --matrise", "brev"),
        *("aarshjul list", "aarshjul vis", "oppdrag vis tb2026-1", "maal vis 1.1", "maal vis 1"),
        *("maal vis klima-a-1-a", "kontakt vis 100", "kontakt vis 007", "roedtraad klima-a-1"),
        *("rapport tertial", "rapport aar", "rapport tertial --periode t1 --sektor 2b"),
        *("rapport notat --sektor 2B", "rapport virksomhetsplan --sektor PLAN_OG_MILJØ"),
        *("oppdrag list --sektor 100", "oppdrag list --delmaal KLIMA", "vedtak vis ks-26-12"),
    ],
)
def test_every_view_works(words: str) -> None:
    """Nothing is at fault, and nothing is left out."""
    ended = styring(*WHERE, *words.split())
    assert (ended.status, bool(ended.out)) == (0, True), ended.err
    assert "None" not in ended.out


def test_nothing_is_wrong_with_it() -> None:
    """What it does otherwise is no fault."""
    ended = styring(*WHERE, "valider", "--streng")
    assert (ended.status, ended.out) == (0, "ingen feil\n")


def test_goals_have_as_many_levels_as_there_are() -> None:
    """A delmål is each that oppdrag can be linked to, above or under another."""
    register = last(ANNEN)
    assert [delmaal.id for delmaal in register.delmaal] == [
        *("KLIMA-A-1", "KLIMA-A-1-a", "KLIMA-A-1-b", "KLIMA-A-2"),
        *("1.1", "1.2"),
    ]
    lines = [register.sted(delmaal).linje for delmaal in register.delmaal]
    assert lines == [9, 13, 18, 19, 7, 8]


def test_the_way_from_the_area_is_shown() -> None:
    """A level that is not there is not shown, and one that is there twice is shown twice."""

    def above(words: str) -> list[str]:
        lines = styring(*WHERE, *words.split()).out.splitlines()
        levels = ("Satsingsområde", "Hovedmål", "Delmål")
        found = (line.split() for line in lines)
        return [f"{words[0]} {words[1]}" for words in found if words[1:] and words[0] in levels]

    assert above("oppdrag vis tb2026-1") == ["Satsingsområde 1", "Delmål 1.1"]
    assert above("oppdrag vis tb2026-2") == [
        *("Satsingsområde KLIMA", "Hovedmål KLIMA-A", "Delmål KLIMA-A-1", "Delmål KLIMA-A-1-a"),
    ]
    assert above("maal vis klima-a-1-a")[:3] == [
        *("Satsingsområde KLIMA", "Hovedmål KLIMA-A", "Delmål KLIMA-A-1"),
    ]


def test_what_works_for_a_delmaal_works_for_the_one_above() -> None:
    """It counts once there, so there is no gap in the thread."""
    rows: list[dict[str, Any]] = json.loads(styring(*WHERE, "maal", "list", "-f", "json").out)
    assert {row["id"]: row["oppdrag"] for row in rows}["KLIMA-A-1"] == ["TB2026-2"]
    gaps = json.loads(styring(*WHERE, "roedtraad", "--hull", "-f", "json").out)
    assert not any(gap["id"] in ("KLIMA-A-1", "KLIMA-A-1-a") for gap in gaps)
    thread = json.loads(styring(*WHERE, "roedtraad", "-f", "json").out)
    (main,) = thread["satsingsomraader"][0]["hovedmaal"]
    under = main["delmaal"][0]["delmaal"][0]
    assert (under["id"], [post["id"] for post in under["oppdrag"]]) == ("KLIMA-A-1-a", ["TB2026-2"])
    direct = thread["satsingsomraader"][1]["delmaal"]
    assert [delmaal["id"] for delmaal in direct] == ["1.1", "1.2"]


def test_documents_for_all_tell_of_every_level() -> None:
    """What was not measured by then is not there, and no delmål above a worked-on one is idle."""
    measured = "| Kaiane har ladarar | Ladarar (stk.) | 1 (2026) |"
    for round_, day, is_there in (("T2", "2026-09-10", False), ("T3", "2027-01-10", True)):
        where = (*WHERE[:3], day)
        report = styring(*where, "rapport", "tertial", "--periode", f"2026-{round_}").out
        assert (measured in report) == is_there
    report = styring(*WHERE, "rapport", "aar").out
    several = ("--sektor", "100", "--sektor", "2b")
    report_of = styring(*WHERE, "rapport", "tertial", *several).out
    assert "gjelder «Skule, barnehage og kultur» og «Helse, omsorg, velferd»." in report_of
    idle = report.partition("disse delmålene:")[2].partition("##")[0]
    assert idle.split("\n") == ["", "", "- Mannskapet er kursa", "- Ingen fyrer med olje", "", ""]
    note = styring(*WHERE, "rapport", "notat", "--sektor", "plan_og_miljø").out
    assert "bidrar til «Fleire unge flyttar heim». Hva gjøres?" in note


def test_the_letter_has_no_heading_for_a_level_that_is_not_there() -> None:
    """Delmål right under an area stand right under its heading."""
    letter = styring(*WHERE, "brev").out
    assert "### Levande bygder\n\n| Delmål | Ansvar |\n" in letter
    assert "#### Utsleppa er halverte\n\n| Delmål | Ansvar |\n" in letter
    assert "| Ferjene går på straum | plan_og_miljø |\n| – Kaiane har ladarar |" in letter
    assert "Delmålene følger opp FNs bærekraftsmål 11 og 3." in letter


def test_text_of_many_lines_keeps_them_in_a_sheet() -> None:
    """A list in a description can be read, in documents too."""
    shown = styring(*WHERE, "oppdrag", "vis", "TB2026-1").out
    lines = [line.strip() for line in shown.splitlines()]
    assert "1. Kor mange elevar det blir i kvar krins." in lines
    assert "- i 2030" in lines
    for words in (("brev",), ("rapport", "virksomhetsplan", "--sektor", "100")):
        text = styring(*WHERE, *words).out
        assert "\\- i 2030\\\n\\- i 2040\\\n2\\. Kva det kostar.\n\nHo skal" in text


def test_new_ids_follow_those_that_are_there(copy: tuple[str, ...]) -> None:
    """The next number on their stem, and on the new year's stem in the new year."""
    new = ("oppdrag", "ny", "Noko nytt", "--sektor", "2b")
    assert styring(*copy, *new).out.startswith("TB2026-11 er opprettet")
    copy = (*copy[:3], "2027-01-02")
    assert styring(*copy, "nytt-aar", "2027").status == 0
    assert styring(*copy, *new).out.startswith("TB2027-1 er opprettet")
    assert styring(*copy, *new).out.startswith("TB2027-2 er opprettet")
    assert styring(*copy, "valider", "--streng").status == 0


@pytest.mark.parametrize(
    "words",
    [
        ("oppdrag", "deleger", "tb2026-2", "--til", "007"),
        ("oppdrag", "del-opp", "tb2026-1", "Spørje elevrådet"),
        ("oppdrag", "knytt", "tb2026-10", "--delmaal", "1.2", "--delmaal", "klima-a-1-b"),
        ("oppdrag", "endre", "tb2026-1", "--sektor", "plan_og_miljø"),
        ("status", "oppdater", "tb2026-1-a", "--status", "ferdig"),
        *(
            ("status", "oppdater", id_, "--status", "under arbeid", "--forventet-ferdig", "2026-11")
            for id_ in ("tb2026-1", "tb2026-10", "ks-26-12")
        ),
        ("vedtak", "deleger", "ks-26-12", "--til", "007"),
        ("nytt-aar", "2027"),
    ],
)
def test_every_change_works_and_can_be_undone(
    copy: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Block scalars, quoted codes and comments stay; `angre` gives every byte back."""
    folder = Path(copy[1])

    def content() -> dict[str, bytes]:
        files = (path for path in folder.rglob("*.yaml") if ".styring" not in path.parts)
        return {str(path.relative_to(folder)): path.read_bytes() for path in files}

    before = content()
    ended = styring(*copy, *words)
    assert ended.status == 0, ended.err
    assert content() != before
    assert styring(*copy, "valider").status == 0
    assert styring(*copy, "angre").status == 0
    assert content() == before
