"""The red thread: up and down from any id."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import EKSEMPEL, RIK
from driver import Ended, styring
from traaden import FILES, FOLDERS, OPPDRAG, ids, in_json, traad, with_gaps

from styring import slag
from styring.register.lasting import last
from styring.stand import stand


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of its own with a gap of each kind."""
    return with_gaps(tmp_path)


def delmaal(thread: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every delmål of a thread."""
    for omraade in thread["satsingsomraader"]:
        for hovedmaal in omraade["hovedmaal"]:
            yield from hovedmaal["delmaal"]


def lines(ended: Ended) -> list[str]:
    """What is drawn, without the lines that it is drawn with."""
    assert (ended.status, ended.err) == (0, "")
    return [line.lstrip("│├└─ ") for line in ended.out.splitlines()]


# --- The tree -------------------------------------------------------------------------------


@FOLDERS
def test_whole_thread_has_every_record_where_it_is_linked(data: Path) -> None:
    """An oppdrag is under each of its delmål, or among those without; its newest report too."""
    register, thread = last(data), in_json(data)
    assert thread["visjon"] == register.kommune.visjon
    placed = {(goal["id"], id_) for goal in delmaal(thread) for id_ in ids(goal["oppdrag"])}
    assert placed == {(id_, o.id) for o in register.oppdrag for id_ in o.delmaal}
    assert ids(thread["oppdrag"]) == [o.id for o in register.oppdrag if not o.delmaal]
    assert ids(thread["vedtak"]) == [v.id for v in register.vedtak if not v.oppdrag]
    everywhere = [o for goal in delmaal(thread) for o in goal["oppdrag"]] + thread["oppdrag"]
    for record in everywhere:
        oppdrag = register.etter_id(slag.OPPDRAG)[record["id"].lower()]
        newest = stand.siste_rapport(register, oppdrag)
        assert [r["periode"] for r in record["rapporter"]] == ([newest.periode] if newest else [])
        assert ids(record["oppgaver"]) == [oppgave.id for oppgave in oppdrag.oppgaver]
        assert ids(record["vedtak"]) == [v.id for v in register.vedtak if oppdrag.id in v.oppdrag]
        assert record["status"] == stand.status(register, oppdrag).value


def test_goals_have_the_fields_that_the_tree_of_goals_has() -> None:
    """The municipality's own fields too, in the same order."""
    area = in_json(RIK)["satsingsomraader"][0]
    right = json.loads(styring("maal", "tre", "--format", "json", "--data", str(RIK)).out)[0]
    assert (list(area), area["egne"]) == (list(right), right["egne"])
    assert list(area["hovedmaal"][0]) == list(right["hovedmaal"][0])


@FOLDERS
def test_tree_has_a_line_for_each_link(data: Path) -> None:
    """Every goal, and every oppdrag, vedtak, oppgave and newest report in each of its places."""
    register, drawn = last(data), Counter(line.split()[0] for line in lines(traad(data)))
    right = Counter({"Visjon": 1, "Oppdrag": 1, "Vedtak": 1})
    right.update(maal.id for maal in register.etter_id(*slag.MAAL).values())
    for oppdrag in register.oppdrag:
        for _ in oppdrag.delmaal or [None]:
            right.update([oppdrag.id, *(oppgave.id for oppgave in oppdrag.oppgaver)])
            right.update(v.id for v in register.vedtak if oppdrag.id in v.oppdrag)
            right["Rapport"] += bool(oppdrag.rapporter)
    for vedtak in register.vedtak:
        if not vedtak.oppdrag:
            right.update([vedtak.id, *(oppgave.id for oppgave in vedtak.oppgaver)])
            right["Rapport"] += bool(vedtak.rapporter)
    assert drawn == right


def test_vedtak_as_data_has_its_oppdrag_under_it(data: Path) -> None:
    """The ids that it is linked to as in the file, and those records whole in «under»."""
    thread = in_json(data, "V-2023-01")
    (goal,) = delmaal(thread)
    assert (goal["id"], goal["oppdrag"], thread["oppdrag"]) == ("TF1.1", [], [])
    found = [(v["oppdrag"], ids(v["under"])) for v in (*goal["vedtak"], *thread["vedtak"])]
    linked = ["SOS-2023-01", "TEK-2023-02"]
    assert found == [(linked, ["SOS-2023-01"]), (linked, ["TEK-2023-02"])]


def test_oppdrag_for_several_goals_says_so_in_each_place() -> None:
    """It stands under each, with the others named, so that nobody takes it for two."""
    drawn = lines(traad(EKSEMPEL, "TEK-2025-06"))
    assert [line.split()[0] for line in drawn] == [
        *("Visjon", "AL", "AL1", "AL1.2", "TEK-2025-06", "Rapport"),
        *("KN", "KN2", "KN2.1", "TEK-2025-06", "Rapport"),
    ]
    assert [line.rpartition(", ")[2] for line in drawn if line.startswith("TEK")] == [
        "også for KN2.1",
        "også for AL1.2",
    ]


UNDER_TF11 = "TF1.1 SOS-2023-01 V-2023-01 TEK-2023-01 Rapport"
BROEN = "TEK-2023-02 TEK-2023-02.1 TEK-2023-02.2 TEK-2023-02.3"


@pytest.mark.parametrize(
    ("id_", "shown"),
    [
        ("TF1.2", "TF TF1 TF1.2 TEK-2023-01 Rapport"),
        ("sos-1", "TF TF1 TF1.1 SOS-2023-01 V-2023-01"),
        ("TEK-2023-02.2", "Oppdrag TEK-2023-02 TEK-2023-02.2"),
        ("V-2023-01", f"TF TF1 TF1.1 V-2023-01 SOS-2023-01 Vedtak V-2023-01 {BROEN}"),
        ("tf", f"TF TF1 {UNDER_TF11} TF1.2 TEK-2023-01 Rapport TF1.3"),
        ("tf1.1", f"TF TF1 {UNDER_TF11}"),
        ("V-2023-02", "Vedtak V-2023-02"),
    ],
)
def test_id_shows_the_way_up_and_all_below(id_: str, shown: str, data: Path) -> None:
    """From every kind of record: the links above it to the top, and everything under it."""
    assert [line.split()[0] for line in lines(traad(data, id_))] == shown.split()


def test_several_ids_are_one_tree(data: Path) -> None:
    """Two ids give what either gives, once."""
    drawn = [line.split()[0] for line in lines(traad(data, "TF1.3", "V-2023-02", "tf1.3"))]
    assert drawn == ["TF", "TF1", "TF1.3", "Vedtak", "V-2023-02"]


def test_gaps_are_said_in_the_tree(data: Path) -> None:
    """A delmål without oppdrag and a vedtak without follow-up say so in words."""
    drawn = lines(traad(data))
    assert "TF1.3 Ingen er ensom  ingen oppdrag" in drawn
    assert "V-2023-02 Glemt  verbalvedtak, uten oppfølging" in drawn
    assert "V-2023-03 Gitt  verbalvedtak, Kari Nordmann, ikke rapportert" in drawn
    assert "V-2023-04 Sett  politisk vedtak, trenger ingen oppfølging" in drawn
    assert "V-2025-04 Brøyting av snarveiene til skolen  verbalvedtak, uten oppfølging" in lines(
        traad(EKSEMPEL, "V-2025-04")
    )


def test_sector_narrows_the_tree(data: Path) -> None:
    """A sector sees what it has or shares, and the delmål that it is responsible for."""
    thread = in_json(data, "--sektor", "kul")
    assert [(goal["id"], ids(goal["oppdrag"])) for goal in delmaal(thread)] == [
        ("TF1.1", ["SOS-2023-01"])
    ]
    assert (ids(thread["oppdrag"]), thread["vedtak"]) == (["KUL-2023-01"], [])


@pytest.mark.parametrize("word", ["roedtraad", "rød-tråd", "rødtråd", "rød tråd", "RØD_TRÅD"])
def test_command_is_spelled_as_people_spell_it(word: str, data: Path) -> None:
    """However it is written in one word."""
    ended = styring(word, "TF1.3", "--data", str(data))
    assert (ended.status, lines(ended)[-1]) == (0, "TF1.3 Ingen er ensom  ingen oppdrag")


def test_link_to_an_unknown_goal_is_not_lost(data: Path) -> None:
    """An oppdrag whose only delmål does not exist stands with those without, and says which."""
    path = data / "oppdrag.yaml"
    path.write_text(OPPDRAG.replace("delmaal: [TF1.1], ", "delmaal: [TF9.9], "), encoding="utf-8")
    drawn = lines(traad(data, "SOS-2023-01"))
    assert drawn[0] == "Oppdrag ikke knyttet til noe delmål"
    assert drawn[1].endswith(", for ukjent delmål TF9.9")
    assert "SOS-2023-01" not in [gap["id"] for gap in in_json(data, "--hull")]


# --- What cannot be -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--hull --matrise", "--hull og --matrise kan ikke brukes sammen"),
        ("TF --hull", "--hull gjelder hele tråden, ikke én id"),
        ("TF --matrise", "--matrise gjelder hele tråden, ikke én id"),
        ("TF8", "finner ikke mål, oppdrag, vedtak eller oppgaver med id «TF8»"),
        ("--format csv", "formatet «csv» finnes ikke her"),
        ("--sektor XYZ", "finner ingen sektor «XYZ»"),
    ],
)
def test_what_has_no_meaning_is_refused(words: str, said: str, data: Path) -> None:
    """Wrong use shows nothing, and says what is wrong."""
    ended = traad(data, *words.split())
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"Feil: {said}\n")


@pytest.mark.parametrize(
    ("kind", "old", "id_"),
    [("maal", "Alle høres", "TF1.2"), ("vedtak", "Glemt", "V-2023-02"), ("maal", None, "TF1.2")],
)
def test_id_of_what_is_broken_is_not_unknown(
    kind: str, old: str | None, id_: str, data: Path
) -> None:
    """Whichever file it is in: what cannot be read is said to be so, and which file it is."""
    text = FILES[kind].replace(f"tittel: {old}", "tittel: []") if old else "- ["
    (data / f"{kind}.yaml").write_text(text, encoding="utf-8")
    ended = traad(data, id_)
    assert (ended.status, ended.out) == (1, "")
    assert f"«{id_}» kan ikke leses, for det er feil i {kind}.yaml" in ended.err


def test_what_is_left_out_is_told(data: Path) -> None:
    """The rest of a thread with a broken record is shown, and the exit status is 1."""
    text = OPPDRAG.replace("tittel: Synge", "tittel: []")
    (data / "oppdrag.yaml").write_text(text, encoding="utf-8")
    for words in ((), ("--hull",), ("--matrise",)):
        ended = traad(data, *words)
        assert ended.status == 1
        assert "TF1.3" in ended.out
        assert "Ikke med i det som vises: 1 oppføring." in ended.err
