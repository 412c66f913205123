"""Faults in the data: how `valider` tells of them, and what other commands do with them."""

import json
from pathlib import Path
from typing import Any

import pytest
from asgaardsvik import change, small_folder
from driver import styring
from rich.cells import cell_len

from styring.rules.kjoering import alle


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small data folder of its own to stand in, with one sector, one person, two oppdrag."""
    return small_folder(tmp_path, monkeypatch)


def test_faults_look_as_promised(folder: Path) -> None:
    """Place, severity, code, message; the line and a caret under the value; the way out."""
    change(folder / "kontakter.yaml", "navn: Kari Nordmann", "navn: Kari, telefon: 900 60 93")
    change(folder / "oppdrag.yaml", "Lære å telle, sektor: SOS", "Lære å telle, sektor: SØS")
    change(folder / "oppdrag.yaml", "måle, sektor: SOS", "måle, sektor: SOS, frist: 31.12.2023")
    ended = styring("valider")
    assert (ended.status, ended.err) == (1, "")
    assert ended.out == (
        "data/kontakter.yaml:4:37: feil KON003: "
        "«900 60 93» er ikke et telefonnummer med åtte siffer\n"
        "      - {id: kari, navn: Kari, telefon: 900 60 93}\n"
        "                                        ^^^^^^^^^\n"
        "    Nå er det 7 siffer.\n"
        "\n"
        "data/oppdrag.yaml:3:53: feil OPP003: ukjent sektor «SØS»\n"
        "      - {id: SOS-2023-01, tittel: Lære å telle, sektor: SØS, delmaal: [TF1.1]}\n"
        "                                                        ^^^\n"
        "    Mente du «SOS»?\n"
        "\n"
        "data/oppdrag.yaml:4:64: feil FELT005: «31.12.2023» er ikke en gyldig frist\n"
        "      - {id: SOS-2023-02, tittel: Lære å måle, sektor: SOS, frist: 31.12.2023}\n"
        "                                                                   ^^^^^^^^^^\n"
        "    Skriv 2023-12-31, eller rett det med «styring valider --rett».\n"
        "\n"
        "3 feil\n"
    )


def test_faults_are_the_same_as_json(folder: Path) -> None:
    """`valider --format json` has the same faults with the same places, and the same status."""
    change(folder / "oppdrag.yaml", "Lære å telle, sektor: SOS", "Lære å telle, sektor: SØS")
    change(folder / "oppdrag.yaml", "Lære å måle", "Lære å  måle")
    ended = styring("valider", "--format", "json")
    assert (ended.status, ended.err) == (1, "")
    assert json.loads(ended.out) == [
        {
            "kode": "OPP003",
            "alvor": "feil",
            "melding": "ukjent sektor «SØS»",
            "raad": "Mente du «SOS»?",
            "fil": "data/oppdrag.yaml",
            "linje": 3,
            "kolonne": 53,
            "lengde": 3,
        },
        {
            "kode": "TXT002",
            "alvor": "advarsel",
            "melding": "teksten har et dobbelt mellomrom",
            "raad": "Skriv ett mellomrom mellom ordene.",
            "fil": "data/oppdrag.yaml",
            "linje": 4,
            "kolonne": 31,
            "lengde": 12,
        },
    ]
    assert styring("valider").out.splitlines()[-1] == "1 feil og 1 advarsel"


def test_warnings_fail_only_when_asked_to(folder: Path) -> None:
    """A warning alone is status 0, and 1 with --streng; notes are shown with --alle."""
    change(folder / "oppdrag.yaml", "Lære å måle", "Lære å  måle")
    change(folder / "kontakter.yaml", ", direktoer: kari", "")
    assert styring("valider").status == 0
    assert styring("valider", "--streng").status == 1
    assert styring("valider").out.splitlines()[-1] == "1 advarsel"
    assert styring("valider", "--alle").out.splitlines()[-1] == "1 advarsel og 1 merknad"


def test_all_faults_come_in_one_run(folder: Path) -> None:
    """A fault hides no other: in the same record, in another, in another file."""
    change(
        folder / "oppdrag.yaml",
        "Lære å telle, sektor: SOS, delmaal: [TF1.1]",
        "Lære å telle, sektor: SØS, delmaal: [TF9.9], frist: snart, rapport: nei",
    )
    change(folder / "oppdrag.yaml", "måle, sektor: SOS", "måle, sektor: SO")
    change(folder / "maal.yaml", "id: TF1.1", "id: TF1.1, ansvar: [XX]")
    change(folder / "kontakter.yaml", "direktoer: kari", "direktoer: ola")
    found = json.loads(styring("valider", "--format", "json").out)
    assert {(fault["fil"].partition("/")[2], fault["kode"]) for fault in found} == {
        ("kontakter.yaml", "KON001"),
        ("maal.yaml", "MAAL001"),
        ("oppdrag.yaml", "OPP003"),
        ("oppdrag.yaml", "OPP001"),
        ("oppdrag.yaml", "FELT001"),
        ("oppdrag.yaml", "FELT005"),
    }
    places = [(fault["fil"], fault["linje"], fault["kolonne"]) for fault in found]
    assert places == sorted(places)
    assert len(places) == 7


@pytest.mark.parametrize("before", ["x", "æøå", "表表", '"\\t"', "lang " * 60, "e\u0301"], ids=len)
def test_caret_is_under_the_very_value(before: str, folder: Path) -> None:
    """Whatever stands before it on the line, which is whole on a pipe, the carets hit."""
    record = (
        f"{{id: SOS-2023-01, sektor: SOS, egne: {{x: {before}}}, tittel: x, delansvar: [FEIL]}}"
    )
    (folder / "oppdrag.yaml").write_text(f"aar: 2023\noppdrag:\n  - {record}\n", encoding="utf-8")
    lines = styring("valider").out.splitlines()
    (said,) = (number for number, line in enumerate(lines) if "feil OPP002" in line)
    shown, carets = lines[said + 1 : said + 3]
    assert before in shown
    assert carets.strip() == "^" * len("FEIL")
    assert carets.index("^") == cell_len(shown[: shown.index("FEIL")])


@pytest.mark.parametrize("regel", alle(), ids=lambda regel: str(regel.kode))
def test_every_code_is_explained(regel: Any) -> None:
    """`forklar` has the code, what it means, why it matters, and both examples, as text."""
    ended = styring("forklar", regel.kode.lower())
    assert (ended.status, ended.err) == (0, "")
    flat = " ".join(ended.out.split())
    assert ended.out.startswith(f"{regel.kode} ({regel.alvor.value})\n")
    assert " ".join(regel.tittel.split()) in flat
    assert " ".join(regel.hvorfor.split()) in flat
    assert ended.out.count("\nGalt i ") == ended.out.count("\nRiktig i ") == bool(regel.eksempler)
    assert "^" in ended.out or not regel.eksempler


def test_broken_record_is_counted_aloud_and_the_rest_is_shown(folder: Path) -> None:
    """What is whole is shown; the fault and how much is left out are said; the status is 1."""
    change(folder / "oppdrag.yaml", "måle, sektor: SOS", "måle, sektor: [SOS]")
    ended = styring("oppdrag", "list", "--kolonner", "id")
    assert ended.status == 1
    assert ended.out == "Id\nSOS-2023-01\n"
    assert ended.err.startswith("data/oppdrag.yaml:4:")
    assert ended.err.endswith("\n1 feil\nIkke med i det som vises: 1 oppføring.\n")
    listed = styring("oppdrag", "list", "--kolonner", "id", "--format", "json")
    assert (listed.status, json.loads(listed.out)) == (1, [{"id": "SOS-2023-01"}])


def test_broken_file_is_counted_aloud_and_the_rest_is_shown(folder: Path) -> None:
    """A file that cannot be read is a fault of every command, and no record is made up for it."""
    change(folder / "maal.yaml", "Flere deltar}]}", "Flere deltar}}")
    ended = styring("oppdrag", "list", "--kolonner", "id")
    assert ended.status == 1
    assert ended.out == "Id\nSOS-2023-01\nSOS-2023-02\n"
    assert "YAML001" in ended.err
    assert ended.err.endswith("\nIkke med i det som vises: 1 fil.\n")


@pytest.mark.parametrize("words", ["oppdrag vis SOS-2023-02", "oppdrag vis sos-2"])
def test_broken_record_that_is_asked_for_is_not_denied(words: str, folder: Path) -> None:
    """An id whose record is broken is not said to be unknown: the fault is what is shown."""
    change(folder / "oppdrag.yaml", "måle, sektor: SOS", "måle, sektor: [SOS]")
    ended = styring(*words.split())
    assert ended.status in (1, 3)
    assert "data/oppdrag.yaml:4:" in ended.err
    assert "det er ingen oppdrag" not in ended.err


def test_goal_of_a_broken_file_is_not_denied(folder: Path) -> None:
    """While maal.yaml cannot be read, nobody knows that a goal is unknown."""
    change(folder / "maal.yaml", "Flere deltar}]}", "Flere deltar}}")
    ended = styring("oppdrag", "list", "--delmaal", "TF1.1", "--kolonner", "id")
    assert ended.status == 1
    assert "data/maal.yaml:5:" in ended.err
    assert "det er ingen mål" not in ended.err
