"""Vedtak that are followed up through oppdrag alone: how they stand, and when they are behind."""

import json
from pathlib import Path
from typing import Any

import pytest
from driver import styring

DONE = "rapporter: [{periode: 2025-T1, dato: 2025-05-05, status: ferdig}]"
BEGUN = "rapporter: [{periode: 2025-T1, dato: 2025-05-05, status: under_arbeid}]"
DROPPED = "rapporter: [{periode: 2025-T1, dato: 2025-05-05, status: utgaar}]"


@pytest.fixture
def where(tmp_path: Path) -> tuple[str, ...]:
    """A municipality with one sector; `resolve` writes its oppdrag and its vedtak."""
    (tmp_path / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    sektor = "sektorer: [{kode: S, navn: Skog}, {kode: T, navn: Torg}]\n"
    (tmp_path / "kontakter.yaml").write_text(sektor, encoding="utf-8")
    return ("--data", str(tmp_path), "--dato", "2025-09-15")


def resolve(where: tuple[str, ...], vedtak: str, *oppdrag: str) -> None:
    """Writes oppdrag S-1, S-2 …, each the rest of a record, and the vedtak V that links them."""
    alle = [
        f"{{id: S-{n}, tittel: En, sektor: S, {resten}}}" for n, resten in enumerate(oppdrag, 1)
    ]
    folder = Path(where[1])
    text = f"aar: 2025\noppdrag: [{', '.join(alle)}]\n"
    (folder / "oppdrag.yaml").write_text(text, encoding="utf-8")
    ids = ", ".join(f"S-{n}" for n in range(1, len(oppdrag) + 1))
    text = f"vedtak: [{{id: V, tittel: Bro, oppdrag: [{ids}], {vedtak}}}]\n"
    (folder / "vedtak.yaml").write_text(text, encoding="utf-8")


def in_json(*words: str) -> Any:
    """What a command shows as JSON."""
    ended = styring(*words, "--format", "json")
    assert ended.status == 0
    return json.loads(ended.out)


@pytest.mark.parametrize(
    ("vedtak", "oppdrag", "why"),
    [
        ("type: politisk", [BEGUN], None),
        ("type: politisk", [DONE], None),
        ("type: politisk", [DROPPED], "uten oppfølging"),
        ("type: politisk", [DROPPED, DROPPED], "uten oppfølging"),
        ("type: politisk", [DROPPED, BEGUN], None),
        ("type: politisk, sektor: S", [DROPPED], None),
        ("type: politisk, oppfoelging: {ingen: Til orientering}", [DROPPED], None),
        ("type: verbal, oppfoelging: {ingen: Svart i møtet}", [DONE], None),
        ("type: politisk, frist: 2025-06, oppfoelging: {ingen: Se V-2}", [BEGUN], None),
        ("type: politisk, delegering: [{til: per}]", [DROPPED], None),
        ("type: verbal", [BEGUN], None),
        ("type: verbal", [DONE, BEGUN], None),
        ("type: verbal", [DONE], "ikke meldt tilbake"),
        ("type: verbal", [DONE, DROPPED], "ikke meldt tilbake"),
        ("type: verbal, tilbakemelding: {dato: 2025-06-01}", [DONE], None),
        (f"type: verbal, {DROPPED}", [DONE], None),
        ("type: politisk", [f"frist: 2025-06, {BEGUN}"], "S-1: fristen er ute"),
        ("type: politisk", ["frist: 2025-06", f"frist: 2025, {BEGUN}"], "S-1: fristen er ute"),
        ("type: politisk", ["frist: 2025-06", "frist: 2025-07"], "S-1 og S-2: fristen er ute"),
        ("type: politisk", [f"frist: 2025-06, {DONE}"], None),
        (f"type: politisk, {DONE}", ["frist: 2025-06"], None),
        ("type: politisk, frist: 2025-06", [BEGUN], "fristen er ute"),
        ("type: politisk, frist: 2025-06", [DONE], None),
    ],
)
def test_what_is_left_of_a_vedtak_follows_from_its_oppdrag(
    vedtak: str, oppdrag: list[str], why: str | None, where: tuple[str, ...]
) -> None:
    """Dropped oppdrag follow nothing up, done ones are to be answered, and late ones are told."""
    resolve(where, vedtak, *oppdrag)
    assert [v["hvorfor"] for v in in_json("vedtak", "restanse", *where)] == [why] * bool(why)
    gaps = [hull["hull"] for hull in in_json("roedtraad", "--hull", *where)]
    assert ("vedtak_uten_oppfoelging" in gaps) is (why == "uten oppfølging")


def test_what_is_left_of_a_vedtak_is_found_by_the_sector_of_its_oppdrag(
    where: tuple[str, ...],
) -> None:
    """`--sektor` finds a vedtak without a sector of its own."""
    resolve(where, "type: verbal", DONE)
    assert len(in_json("vedtak", "restanse", *where, "--sektor", "S")) == 1
    assert in_json("vedtak", "restanse", *where, "--sektor", "T") == []


def test_vedtak_says_through_what_it_is_followed_up(where: tuple[str, ...]) -> None:
    """People see how the oppdrag stand; machines get that beside the status, which is none."""
    resolve(where, "type: verbal", DONE, BEGUN)
    through = "gjennom S-1: ferdig, S-2: under arbeid"
    assert through in styring("vedtak", "list", *where).out
    sheet = styring("vedtak", "vis", "V", *where).out
    assert through in sheet
    assert "Ansvarlig" not in sheet
    (record,) = in_json("vedtak", "list", *where)
    assert record["status"] == "ikke_rapportert"
    assert record["gjennom"] == [
        {"id": "S-1", "status": "ferdig"},
        {"id": "S-2", "status": "under_arbeid"},
    ]
    assert ";ikke_rapportert" in styring("vedtak", "list", *where, "--format", "csv").out
    for report in (("tertial", "--periode", "2025-T1"), ("aar",)):
        shown = styring("rapport", *report, *where).out
        assert "| gjennom S-1: ferdig og S-2: under arbeid |" in shown


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--status ferdig", 1),
        ("--status under-arbeid", 1),
        ("--status ikke-rapportert", 0),
        ("--sektor S", 1),
        ("--sektor T", 0),
    ],
)
def test_vedtak_is_found_by_how_its_oppdrag_stand(
    words: str, found: int, where: tuple[str, ...]
) -> None:
    """The filters go by what is shown."""
    resolve(where, "type: verbal", DONE, BEGUN)
    assert len(in_json("vedtak", "list", *where, *words.split())) == found


@pytest.mark.parametrize("own", ["sektor: S", "delegering: [{til: per}]", BEGUN])
def test_vedtak_with_its_own_follow_up_stands_as_it_is_reported(
    own: str, where: tuple[str, ...]
) -> None:
    """What is somebody's to report on is not followed up through oppdrag."""
    resolve(where, f"type: verbal, {own}", DONE)
    (record,) = in_json("vedtak", "list", *where)
    assert record["gjennom"] == []
    assert "gjennom" not in styring("vedtak", "list", *where).out


def test_vedtak_of_both_kinds_are_sorted_by_status(where: tuple[str, ...]) -> None:
    """One that is followed up through oppdrag sorts as not reported."""
    resolve(where, "type: verbal", DONE)
    file = Path(where[1]) / "vedtak.yaml"
    text = file.read_text(encoding="utf-8").removesuffix("]\n")
    file.write_text(f"{text}, {{id: A, tittel: En, type: verbal, {DONE}}}]\n", encoding="utf-8")
    for sort, right in (("status", ["V", "A"]), ("-status", ["A", "V"])):
        found = in_json("vedtak", "list", "--sorter", sort, *where)
        assert [record["id"] for record in found] == right


def test_answer_to_a_vedtak_is_entered_with_its_day_and_case(where: tuple[str, ...]) -> None:
    """What is not given stays; the day is needed the first time; the way there is told."""

    def answered(*words: str) -> tuple[int, str]:
        ended = styring("vedtak", "endre", "V", *words, *where)
        return ended.status, ended.err or ended.out

    resolve(where, "type: verbal", DONE)
    left = styring("vedtak", "restanse", *where)
    assert (
        left.err
        == "Før opp svaret til organet med «styring vedtak endre ID --tilbakemeldt DATO».\n"
    )
    wrong = "Feil: det står ikke når det ble meldt tilbake\nGi dagen med --tilbakemeldt DATO.\n"
    assert answered("--tilbakemeldt-sak", "1/25") == (2, wrong)
    assert answered("--tilbakemeldt", "2025-06-01")[0] == 0
    assert styring("vedtak", "restanse", *where).err == "Ingen vedtak står igjen.\n"
    assert answered("--tilbakemeldt-sak", "1/25")[0] == 0
    assert answered("--tilbakemeldt", "2025-06-02")[0] == 0
    assert answered("--tilbakemeldt", "2025-06-02") == (0, "V er allerede slik.\n")
    (record,) = in_json("vedtak", "list", *where)
    assert record["tilbakemelding"] == {
        "dato": "2025-06-02",
        "saksnr": "1/25",
        "tekst": None,
        "egne": None,
    }


def test_fault_of_an_unanswered_vedtak_names_the_command(where: tuple[str, ...]) -> None:
    """With its id, so that it can be copied."""
    resolve(where, f"type: verbal, {DONE}")
    assert "«styring vedtak endre V --tilbakemeldt DATO»" in styring("valider", *where).out


def test_sheet_with_a_vedtak_that_is_not_answered_is_taken_whole(
    where: tuple[str, ...], tmp_path: Path
) -> None:
    """What a leader reports stands; the answer that is missing is told of where it is followed."""
    resolve(where, "type: verbal, sektor: S", BEGUN)
    sheet = tmp_path.parent / "ark.csv"
    sheet.write_text(
        "id;status;kommentar\nV;ferdig;Brua er bygd og åpnet.\nS-1;ferdig;Alt er gjort nå.\n",
        encoding="utf-8",
    )
    ended = styring("status", "oppdater", "--fra", str(sheet), "--periode", "2025-T2", *where)
    assert ended.status == 0
    assert "V er rapportert for 2025-T2: ferdig." in ended.out
    assert "S-1 er rapportert for 2025-T2: ferdig." in ended.out
    assert "advarsel VED003: ferdig, men ikke meldt tilbake" in ended.err
    (left,) = in_json("vedtak", "restanse", *where)
    assert (left["id"], left["hvorfor"]) == ("V", "ikke meldt tilbake")
    missing = "Ferdig, men ikke meldt tilbake: V. Se «styring vedtak restanse».\n"
    assert missing in styring("rapport", "mangler", *where).err
    assert missing in styring("rapport", "mangler", "--sektor", "S", *where).err
    assert missing not in styring("rapport", "mangler", "--sektor", "T", *where).err
    assert styring("vedtak", "endre", "V", "--tilbakemeldt", "2025-09-14", *where).status == 0
    assert missing not in styring("rapport", "mangler", *where).err
