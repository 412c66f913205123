"""Cases, meetings and sorts of vedtak: what decided, what is listed, what commands write."""

import json
from pathlib import Path

import pytest
from driver import anew, styring
from vedtakene import CONTACTS, in_json, om

CASES = """\
saker:
  - {id: HOP-2024, tittel: Økonomiplan, saksnr: 90/23, dato: 2023-12-13, organ: Kommunestyret}
  - {id: KUL-2024, tittel: Kulturdelen, sak: HOP-2024}
vedtak:
  - {id: V-1, tittel: Lekser, type: verbal, sak: HOP-2024, punkt: 7, forslagsstiller: Bygdelista}
  - {id: V-2, tittel: Korps, type: ungdom, sak: KUL-2024, punkt: B, saksnr: 91/23}
  - id: V-3
    tittel: Bru
    type: politisk
    behandlinger:
      - {organ: Formannskapet, dato: 2024-11-26, saksnr: 71/24, rolle: innstilling}
      - {organ: Kommunestyret, dato: 2024-12-11, saksnr: 88/24, rolle: vedtak}
  - {id: V-4, tittel: Svar, type: interpellasjon, organ: Formannskapet, dato: 2025-02-01}
"""
DONE = "rapporter: [{periode: 2025-T1, dato: 2025-05-05, status: ferdig, kommentar: Alt er gjort.}]"
SORTS = "vedtakstyper: [{kode: ungdom, navn: sak fra ungdomsrådet, tilbakemelding: true}]\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Vedtak made in cases and meetings, of sorts that all have and that only this one has."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in {"kontakter": CONTACTS, "vedtak": CASES, "kommune": SORTS}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def faults(data: Path) -> list[tuple[str, int, str]]:
    """The code, line and way out of each."""
    found = json.loads(styring("valider", *om(data), "--format", "json").out)
    return [(one["kode"], one["linje"], one["raad"]) for one in found]


def changed(data: Path, *words: str) -> str:
    """The lines of the file that a command adds, each without its indentation."""
    before = (data / "vedtak.yaml").read_text(encoding="utf-8").splitlines()
    ended = styring(*words, *om(data))
    assert ended.status == 0, ended.err
    after = (data / "vedtak.yaml").read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in after if line not in before)


def test_last_meeting_decides_then_own_fields_then_the_case(data: Path) -> None:
    """Each of organ, day and number by itself, also from the case that a case belongs to."""
    assert faults(data) == []
    found = [(v["organ"], v["dato"], v["saksnr"]) for v in in_json(data, "vedtak", "list")]
    assert found == [
        ("Kommunestyret", "2023-12-13", "90/23"),
        ("Kommunestyret", "2023-12-13", "91/23"),
        ("Kommunestyret", "2024-12-11", "88/24"),
        ("Formannskapet", "2025-02-01", None),
    ]
    listed = styring("vedtak", "list", *om(data)).out
    assert [line.split("  ")[2].strip() for line in listed.splitlines()[1:3]]
    assert "90/23, pkt. 7  Kommunestyret  13.12.2023" in listed
    assert "91/23, pkt. B" in listed


def test_one_is_shown_with_its_case_its_meetings_and_its_sort(data: Path) -> None:
    """As people call them."""
    shown = " ".join(styring("vedtak", "vis", "V-1", "V-2", "V-3", *om(data)).out.split())
    assert "Type verbalvedtak Organ Kommunestyret Dato 13.12.2023 Sak 90/23, Økonomiplan" in shown
    assert "Punkt 7 Forslag fra Bygdelista" in shown
    assert "Type sak fra ungdomsrådet" in shown
    assert "Sak 91/23, Kulturdelen, Økonomiplan Punkt B" in shown
    assert "\n  Sak" not in styring("vedtak", "vis", "V-4", *om(data)).out
    assert "Formannskapet 26.11.2024 71/24 innstilling Kommunestyret 11.12.2024 88/24" in shown


def test_cases_are_listed_and_shown(data: Path) -> None:
    """By commands made of their description."""
    assert [sak["id"] for sak in in_json(data, "sak", "list")] == ["HOP-2024", "KUL-2024"]
    assert "Hører til  HOP-2024" in styring("sak", "vis", "kul", *om(data)).out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--sak hop-2024", "V-1 V-2"),  # a case that it is under is its case too
        ("--sak kul-2024 --type ungdom", "V-2"),
        ("--sak 71/24", "V-3"),  # the meeting before the last
        ("--organ kommunestyret", "V-1 V-2 V-3"),
        ("--type verbal --type interpellasjon", "V-1 V-4"),
        ("--eldre-enn 2024", "V-1 V-2"),
        ("--eldre-enn 15.12.2024", "V-1 V-2 V-3"),
        ("--sok kulturdelen", "V-2"),
        ("--sok bygdelista", "V-1"),
    ],
)
def test_vedtak_are_found_by_where_they_were_made(words: str, found: str, data: Path) -> None:
    """In whichever way that is said."""
    assert " ".join(v["id"] for v in in_json(data, "vedtak", "list", *words.split())) == found


@pytest.mark.parametrize(
    ("age", "found"),
    [("1 år", "V-1 V-2"), ("9 måneder", "V-1 V-2 V-3"), ("6 mnd", "V-1 V-2 V-3 V-4")],
)
def test_age_is_reckoned_from_the_day(age: str, found: str, data: Path) -> None:
    """Which is 15 September 2025."""
    listed = in_json(data, "vedtak", "list", "--eldre-enn", age)
    assert " ".join(v["id"] for v in listed) == found


def test_those_done_since_a_day_are_found(data: Path) -> None:
    """By the day of the round that said so first, and of the answer where one is asked for."""
    path = data / "vedtak.yaml"
    text = CASES.replace("88/24, rolle: vedtak}", f"88/24, rolle: vedtak}}\n    {DONE}")
    text = text.replace("forslagsstiller: Bygdelista", f"{DONE}")
    path.write_text(text, encoding="utf-8")

    def since(day: str) -> str:
        listed = in_json(data, "vedtak", "list", "--ferdig-siden", day)
        return " ".join(v["id"] for v in listed)

    assert (since("30.04.2025"), since("01.05.2025"), since("T1 2025")) == ("V-3", "", "V-3")
    answer = ", tilbakemelding: {dato: 2025-06-11}}"
    path.write_text(text.replace(f"{DONE}}}", f"{DONE}{answer}"), encoding="utf-8")
    assert (since("01.05.2025"), since("2025-06-12")) == ("V-1", "")


def test_sort_with_answer_is_open_until_it_is_answered(data: Path) -> None:
    """As a verbalvedtak is, when kommune.yaml says so; others are not."""
    text = CASES.replace("saksnr: 91/23", f"saksnr: 91/23, {DONE}")
    text = text.replace("dato: 2025-02-01", f"dato: 2025-02-01, {DONE}")
    (data / "vedtak.yaml").write_text(text, encoding="utf-8")
    assert [(code, line) for code, line, _ in faults(data)] == [("VED003", 6)]
    left = in_json(data, "vedtak", "list", "--aapne")
    assert [v["id"] for v in left] == ["V-1", "V-2", "V-3"]


def test_sort_that_all_have_can_be_the_municipalitys_own(data: Path) -> None:
    """With another name, and with an answer or without."""
    own = "vedtakstyper: [{kode: verbal, navn: tekstvedtak}, {kode: ungdom, navn: ungdom}]\n"
    (data / "kommune.yaml").write_text(own, encoding="utf-8")
    text = CASES.replace("forslagsstiller: Bygdelista", DONE)
    (data / "vedtak.yaml").write_text(text, encoding="utf-8")
    assert faults(data) == []
    assert "  tekstvedtak\n" in styring("vedtak", "vis", "V-1", *om(data)).out
    assert "V-1" not in [v["id"] for v in in_json(data, "vedtak", "list", "--aapne")]


def test_case_and_sort_are_made_and_taken_away_by_command(data: Path) -> None:
    """Unless vedtak name them, which are told with their places."""
    new = ("BUD-2026", "--saksnr", "88/25", "--sak-dato", "2025-12-10", "--organ", "Kommunestyret")
    assert changed(data, "sak", "ny", "Budsjett", "--id", *new) == (
        "- {id: BUD-2026, tittel: Budsjett, saksnr: 88/25, dato: 2025-12-10, organ: Kommunestyret}"
    )
    for kind, key in (("sak", "kul-2024"), ("vedtakstype", "ungdom")):
        refused = styring(kind, "fjern", key, *om(data))
        assert (refused.status, refused.out) == (3, "")
        assert "vedtak V-2\n" in refused.err
    sort = ("vedtakstype", "ny", "sak fra eldrerådet", "--kode", "eldre", "--tilbakemelding")
    assert styring(*sort, *om(data)).status == 0
    text = (data / "kommune.yaml").read_text(encoding="utf-8")
    assert "{kode: eldre, navn: sak fra eldrerådet, tilbakemelding: true}" in text
    assert styring("vedtakstype", "fjern", "eldre", *om(data)).status == 0
    assert (data / "kommune.yaml").read_text(encoding="utf-8") == SORTS


@pytest.mark.parametrize(
    ("written", "way_out"),
    [
        ("Interpellasjon", "Skriv «type: interpellasjon»."),
        ("interpelasjon", "Mente du «interpellasjon»? En egen type legges til under"),
        ("noe helt annet", "Velg blant politisk, verbal, interpellasjon, grunngitt_spoersmaal,"),
    ],
)
def test_unknown_sort_is_told_with_the_nearest(written: str, way_out: str, data: Path) -> None:
    """Or with all, the municipality's own among them; `--rett` writes what has one right answer."""
    path = data / "vedtak.yaml"
    path.write_text(CASES.replace("interpellasjon", written), encoding="utf-8")
    ((code, line, said),) = faults(data)
    assert (code, line) == ("VED005", 13)
    assert said.startswith(way_out)
    styring("valider", *om(data), "--rett")
    was_put_right = path.read_text(encoding="utf-8") == CASES
    assert was_put_right == (written == "Interpellasjon")


def test_sorts_are_offered(data: Path) -> None:
    """By Tab with what they are called, and by editors, which take others all the same."""
    asked = ("--data", str(data), "vedtak", "list", "--type", "")
    complete = anew(_STYRING_COMPLETE="complete_styring", _STYRING_ORD="\x1f".join(asked))
    offered = complete().out.splitlines()
    assert "verbal\tverbalvedtak" in offered
    assert "ungdom\tsak fra ungdomsrådet" in offered
    schema = json.loads(styring("skjema", "vedtak", *om(data)).out)
    choice = schema["$defs"]["Vedtak"]["properties"]["type"]["anyOf"]
    assert choice[0]["enum"][:2] == ["politisk", "verbal"]
    assert choice[0]["enum"][-1] == "ungdom"
    assert choice[1] == {"minLength": 1, "type": "string"}


def test_new_vedtak_is_given_its_case_and_its_meetings(data: Path) -> None:
    """It is numbered in the year that it was made in, by the last of them or by its case."""
    words = (
        "vedtak",
        "ny",
        "Kor",
        "--type",
        "representantforslag",
        "--sak",
        "kul-2024",
        "--punkt",
        "9",
    )
    assert changed(data, *words, "--forslagsstiller", "Bygdelista") == (
        "- {id: V-2023-01, tittel: Kor, type: representantforslag, sak: KUL-2024, punkt: 9, "
        "forslagsstiller: Bygdelista}"
    )
    meetings = (
        "Utvalg for kultur, idrett og kirke, 26.11.2024, 71/24, innstilling",
        "Kommunestyret, 11. desember 2024",
    )
    given = (word for meeting in meetings for word in ("--behandling", meeting))
    written = changed(data, "vedtak", "ny", "Dans", "--type", "politisk", *given)
    assert "{id: V-2024-01," in written
    listed = in_json(data, "vedtak", "vis", "V-2024-01")[0]["behandlinger"]
    assert [(b["organ"], b["dato"], b["saksnr"], b["rolle"]) for b in listed] == [
        ("Utvalg for kultur, idrett og kirke", "2024-11-26", "71/24", "innstilling"),
        ("Kommunestyret", "2024-12-11", None, None),
    ]


def test_meeting_is_put_behind_those_that_are_there(data: Path) -> None:
    """The rest stands as it does; one with an earlier day is refused."""
    meeting = "Kommunestyret, 12.02.2025, 4/25, ny behandling"
    assert changed(data, "vedtak", "endre", "V-3", "--behandling", meeting) == (
        "- {organ: Kommunestyret, dato: 2025-02-12, saksnr: 4/25, rolle: ny behandling}"
    )
    earlier = ("vedtak", "endre", "V-3", "--behandling", "Formannskapet, 1.2.2024")
    refused = styring(*earlier, *om(data))
    assert refused.status == 3
    assert "2024-02-01 er før behandlingen foran, som er datert 2025-02-12" in refused.err
    none = styring("vedtak", "endre", "V-3", "--behandling", "Formannskapet", *om(data))
    assert none.status == 2
    assert none.err.startswith("Feil: --behandling: «Formannskapet» har ingen dag")


def test_number_given_as_a_case_is_told(data: Path) -> None:
    """The way out says where it belongs."""
    ended = styring("vedtak", "endre", "V-4", "--sak", "4/25", *om(data))
    assert ended.status == 2
    assert ended.err.endswith("Er «4/25» et saksnummer, så bruk --saksnr.\n")
    assert styring("vedtak", "endre", "V-4", "--saksnr", "4/25", *om(data)).status == 0


def test_every_case_in_a_ring_is_told(data: Path) -> None:
    """And what is worked out comes to an end."""
    (data / "vedtak.yaml").write_text(
        CASES.replace("HOP-2024, tittel", "HOP-2024, sak: KUL-2024, tittel")
    )
    assert [(code, line) for code, line, _ in faults(data)] == [("VED007", 2), ("VED007", 3)]
    assert len(in_json(data, "vedtak", "list")) == 4


def test_address_of_a_case_is_that_of_a_page(data: Path) -> None:
    """Nothing else, such as what a browser would run."""
    text = CASES.replace("tittel: Kulturdelen", "tittel: Kulturdelen, lenke: 'javascript:alert(1)'")
    (data / "vedtak.yaml").write_text(text, encoding="utf-8")
    (fault, *_) = faults(data)
    assert fault[:2] == ("FELT005", 3)
