"""Every command from outside: what goes in on the command line, and all that comes back."""

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, GOLDEN, RIK, ROOT, TESTS, Golden, Run
from driver import Ended
from rich.cells import cell_len

from styring.model.aarshjul import Spor
from styring.model.oppdrag import Status, Vurdering
from styring.rules.kjoering import alle
from styring.stand.inndeling import Etter

DAG = "2024-05-15"
"""A day in the middle of the fictional data: some of it is late, some of it is not."""
OM_RIK = ("--data", str(RIK), "--dato", DAG)

ALL_COLUMNS = (
    "id,tittel,sektor,ansvarlig,status,vurdering,frist,forventet_ferdig,forfalt,forsinket,"
    "delmaal,delansvar,oppgaver,periode,rapportert,kommentar,beskrivelse"
)

LOERENSKOG = ("--data", "data", "--dato", "2023-06-01")
FICTION = ("--data", "tests/rik", "--dato", DAG)
SHOWN = {
    "oppdrag-list": (*LOERENSKOG, "oppdrag", "list"),
    "oppdrag-vis": (*LOERENSKOG, "oppdrag", "vis", "SOS-2023-01"),
    "maal-list": (*LOERENSKOG, "maal", "list"),
    "maal-tre": (*LOERENSKOG, "maal", "tre"),
    "maal-vis": (*LOERENSKOG, "maal", "vis", "TF1", "BB1.2"),
    "kontakt-list": (*LOERENSKOG, "kontakt", "list"),
    "kontakt-vis": (*LOERENSKOG, "kontakt", "vis", "SOS", "henbac"),
    "status": (*LOERENSKOG, "status"),
    "valider-alle": (*LOERENSKOG, "valider", "--alle"),
    "rik-oppdrag-list": (*FICTION, "oppdrag", "list"),
    "rik-oppdrag-kolonner": (*FICTION, "oppdrag", "list", "--kolonner", ALL_COLUMNS),
    "rik-oppdrag-vis": (*FICTION, "oppdrag", "vis", "BYG-2023-01", "ÆLD-2024-01"),
    "rik-maal-list": (*FICTION, "maal", "list"),
    "rik-maal-tre": (*FICTION, "maal", "tre"),
    "rik-roedtraad": (*FICTION, "roedtraad"),
    "rik-roedtraad-hull": (*FICTION, "roedtraad", "--hull"),
    "rik-maal-vis": (*FICTION, "maal", "vis", "ØY", "ØY1.1", "FM1"),
    "rik-kontakt-list": (*FICTION, "kontakt", "list"),
    "rik-kontakt-vis": (*FICTION, "kontakt", "vis", "BYG", "FRI", "arlbo", "vikar"),
    "rik-aarshjul-list": (*FICTION, "aarshjul", "list"),
    "rik-aarshjul-vis": (*FICTION, "aarshjul", "vis"),
    "rik-aarshjul-ics": (*FICTION, "aarshjul", "list", "--format", "ics"),
    "rik-status": (*FICTION, "status"),
    "rik-oppdrag-markdown": (*FICTION, "oppdrag", "list", "--format", "markdown"),
    "rik-status-markdown": (*FICTION, "status", "--format", "markdown"),
    "forklar": ("forklar", "OPP003"),
}
"""What is held against a golden file: its name, and the command on a pipe."""


def rows(ended: Ended, said: str = "") -> list[str]:
    """The lines under the heading of a table that was shown with no other word beside it."""
    assert (ended.status, ended.err) == (0, said)
    return ended.out.splitlines()[1:]


def records(ended: Ended) -> Any:
    """What was shown as JSON."""
    assert (ended.status, ended.err) == (0, "")
    return json.loads(ended.out)


def fails(ended: Ended, status: int = 2) -> str:
    """What was said on stderr by a command that showed nothing."""
    assert (ended.status, ended.out) == (status, "")
    assert ended.err.startswith("Feil: ")
    return ended.err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small data folder of its own to stand in, with one sector, one person, two oppdrag."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "kontakter.yaml").write_text(
        "sektorer:\n  - {kode: SOS, navn: Samfunn, direktoer: kari}\n"
        "kontakter:\n  - {id: kari, navn: Kari Nordmann}\n"
    )
    (data / "maal.yaml").write_text(
        "satsingsomraader:\n  - id: TF\n    tittel: Fellesskap\n    hovedmaal:\n"
        "      - {id: TF1, tittel: Alle kan delta, delmaal: [{id: TF1.1, tittel: Flere deltar}]}\n"
    )
    (data / "oppdrag.yaml").write_text(
        "aar: 2023\noppdrag:\n"
        "  - {id: SOS-2023-01, tittel: Lære å telle, sektor: SOS, delmaal: [TF1.1]}\n"
        "  - {id: SOS-2023-02, tittel: Lære å måle, sektor: SOS}\n"
    )
    monkeypatch.chdir(tmp_path)
    return data


def change(path: Path, old: str, new: str) -> None:
    """Changes one place in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", SHOWN)
def test_shown_on_a_pipe_as_in_the_golden_file(
    name: str, run: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables, sheets, trees, faults and explanations look as someone has read that they do."""
    monkeypatch.chdir(ROOT)
    ended = run(*SHOWN[name])
    assert ended.status == 0
    golden(f"roer/{name}.txt", ended.err + ended.out)


def test_every_golden_file_is_used() -> None:
    """No golden file is left behind by a test that is gone."""
    assert {path.stem for path in (GOLDEN / "roer").iterdir()} <= set(SHOWN)


def test_fiction_says_that_it_is_fiction() -> None:
    """Every file of the fictional data says so first, and points at nobody's mail or telephone."""
    for path in sorted(RIK.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# OPPDIKTET."), path
        assert all(host.endswith(".example") for host in re.findall(r"[\w.]+@([\w.-]+)", text))
        assert all(
            number.replace(" ", "").startswith(("000000", "+47000000"))
            for number in re.findall(r"telefon: \"?([+\d ]+)", text)
        )


# --- oppdrag list ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--sektor ØKO", "ØKO-2024-01 ØKO-2024-02"),
        ("-s ark -s æld", "ARK-2023-01 ÆLD-2024-01 ARK-2024-01"),
        ("--status ferdig", "BYG-2023-02 BYG-2024-02"),
        ("--status utgaar --status ikke-startet", "ARK-2023-01 BYG-2024-01"),
        ("--ansvarlig arlbo", "BYG-2023-01 ØKO-2024-02"),
        ("--ansvarlig ASE --ansvarlig ost.aa", "ARK-2023-01 ØKO-2024-01 ARK-2024-01"),
        ("--delmaal ØY1.1", "BYG-2023-01 BYG-2023-02"),
        ("--delmål øy1", "BYG-2023-01 BYG-2023-02"),
        ("--delmaal ØY --sektor ÆLD", "ÆLD-2024-01"),
        ("--delmaal ØY1.2 --delmaal ØY2", "BYG-2023-01 ARK-2023-01 ÆLD-2024-01"),
        ("--delansvar øko", "BYG-2023-01 ÆLD-2024-01"),
        ("--forfalt", "BYG-2023-01 ØKO-2024-01"),
        ("--forsinket", "BYG-2023-01 ØKO-2024-01"),
        ("--forfalt --dato 2024-06-01", "BYG-2023-01 ØKO-2024-01 ØKO-2024-02"),
        ("--frist-innen 2023-10-31", "BYG-2023-01 BYG-2023-02"),
        ("--frist-innen 2023", "BYG-2023-01 BYG-2023-02 ARK-2023-01"),
        (
            "--frist-innen 2024-T2",
            "BYG-2023-01 BYG-2023-02 ARK-2023-01 ØKO-2024-01 ØKO-2024-02 ÆLD-2024-01",
        ),
        ("--sok ÅRSR", "ØKO-2024-01"),
        ("--søk bru --søk planker", "BYG-2023-01"),
        ("--sok=letes", "ØKO-2024-01"),
        ("--sok byg-2023-02", "BYG-2023-02"),
        ("--sektor BYG --status ferdig --frist-innen 2023", "BYG-2023-02"),
    ],
)
def test_filter_lets_through_what_fits(words: str, expected: str, run: Run) -> None:
    """A filter gives those that fit, in the order of the files; filters together all hold."""
    ended = run("oppdrag", "list", *OM_RIK, "--kolonner", "id", *words.split())
    assert rows(ended) == expected.split()


@pytest.mark.parametrize(
    ("words", "round_", "expected"),
    [
        ("", "vårrapporten for 2024 (2024-VÅR)", "BYG-2023-01 ØKO-2024-02 ÆLD-2024-01 ARK-2024-01"),
        ("--dato 2024-01-12", "årsrapporten for 2023 (2023-ÅR)", "BYG-2023-01"),
    ],
)
def test_what_lacks_a_report_lacks_it_for_a_round_that_is_said(
    words: str, round_: str, expected: str, run: Run
) -> None:
    """`--uten-rapport` names the round that is meant on the day."""
    ended = run("oppdrag", "list", *OM_RIK, "--kolonner=id", "--uten-rapport", *words.split())
    assert rows(ended, f"«Mangler rapport» gjelder {round_}.\n") == expected.split()


@pytest.mark.parametrize(
    "word", ["satt på vent", "Satt paa vent", "satt_paa_vent", "SATT-PÅ-VENT", "sattpåvent"]
)
def test_status_is_taken_as_people_write_it(word: str, run: Run) -> None:
    """A status may be written with its space, hyphen or underscore, and with its letters."""
    ended = run("oppdrag", "list", *OM_RIK, "--kolonner", "id", "--status", word)
    assert rows(ended) == ["BYG-2023-01"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("oppdrag list --sok ingensteder", r"Id .*\n"),
        ("oppdrag list --sok ingensteder --format csv", r"\ufeffid;.*\n"),
        ("oppdrag list --ansvarlig vikar --format json", r"\[\]\n"),
        ("oppdrag list --forfalt --sektor ARK --format yaml", r"\[\]\n"),
        ("oppdrag list --delmaal FM --format markdown", r"\| Id \|.*\n\|[-:| ]+\|\n"),
        ("maal list --sektor FRI", r"Id .*\n"),
        ("kontakt list --sektor FRI --format json", r"\[\]\n"),
        ("status --sektor FRI", r"Sektor .*\nSum +0 +0 .*\n"),
        ("status --sektor FRI --format json", r"\[\]\n"),
    ],
)
def test_filter_that_matches_nothing_says_so(words: str, shown: str, run: Run) -> None:
    """Nothing to show is said on stderr, stdout still has its form, and it is no failure."""
    ended = run(*words.split(), *OM_RIK)
    assert ended.status == 0
    assert re.fullmatch(shown, ended.out.replace("\r\n", "\n"))
    assert re.fullmatch(r"Ingen .* passer med det du spurte etter\.\n", ended.err)


def test_goal_with_no_delmaal_under_it_chooses_no_oppdrag(folder: Path, run: Run) -> None:
    """A goal that nothing is under yet has no oppdrag, not all of them."""
    change(
        folder / "maal.yaml", "    hovedmaal:\n", "    hovedmaal:\n      - {id: TF2, tittel: Ro}\n"
    )
    assert rows(run("oppdrag", "list", "--kolonner=id", "--delmaal=TF")) == ["SOS-2023-01"]
    ended = run("oppdrag", "list", "--kolonner=id", "--delmaal=TF2")
    assert rows(ended, "Ingen oppdrag passer med det du spurte etter.\n") == []


def test_columns_come_as_they_are_asked_for(run: Run) -> None:
    """`--kolonner` gives these columns in this order, empty ones too, in every format."""
    ask = ("oppdrag", "list", *OM_RIK, "--sektor", "ARK", "--kolonner", "frist, id,delansvar")
    assert run(*ask).out.splitlines() == [
        "Frist  Id           Delansvar",
        "2023   ARK-2023-01",
        "       ARK-2024-01",
    ]
    assert records(run(*ask, "--format", "json")) == [
        {"frist": "2023", "id": "ARK-2023-01", "delansvar": []},
        {"frist": None, "id": "ARK-2024-01", "delansvar": []},
    ]
    assert run(*ask, "--format", "csv").out.splitlines()[0] == "\ufefffrist;id;delansvar"


@pytest.mark.parametrize(
    ("sorter", "column", "expected"),
    [
        (
            "tittel",
            "tittel",
            "=1+1 Arkivere Eldre Løfte Male Zinkbelagte Ærlige Åpne Åtte",
        ),
        ("ansvarlig", "ansvarlig", "Kato Kato Kato Ærling Ærling Østen Østen Åse -"),
        (
            "frist",
            "frist",
            "15.08.2023 31.10.2023 2023 30.04.2024 2024-05 2024-T2 2024-K3 2024 -",
        ),
        (
            "-frist",
            "frist",
            "2024 2024-K3 2024-T2 2024-05 30.04.2024 2023 31.10.2023 15.08.2023 -",
        ),
        ("sektor,-frist", "sektor", "ARK ARK BYG BYG BYG BYG ÆLD ØKO ØKO"),
        (
            "-oppgaver,tittel",
            "tittel",
            "Åpne =1+1 Arkivere Eldre Løfte Male Zinkbelagte Ærlige Åtte",
        ),
        (
            "status",
            "status",
            f"{'ikke_rapportert ' * 3}ikke_startet under_arbeid satt_paa_vent ferdig ferdig utgaar",
        ),
    ],
)
def test_rows_are_sorted(sorter: str, column: str, expected: str, run: Run) -> None:
    """Text by the Norwegian alphabet, times by their last day, statuses as work goes."""
    ask = ("oppdrag", "list", *OM_RIK, "--kolonner", column, f"--sorter={sorter}")
    if column == "status":
        shown = [line.strip() for line in run(*ask, "--format", "csv").out.splitlines()[1:]]
    else:
        shown = rows(run(*ask))
    assert [line.split()[0] if line else "-" for line in shown] == expected.split()


def test_people_are_sorted_by_the_norwegian_alphabet(run: Run) -> None:
    """Æ, ø and å come behind z, in that order."""
    ended = run("kontakt", "list", *OM_RIK, "--kolonner", "navn", "--sorter", "navn")
    assert [name.split()[0] for name in rows(ended)] == [
        "Kato",
        "Vikar",
        "Zoë",
        "Ærling",
        "Østen",
        "Åse",
    ]


@pytest.mark.parametrize("command", ["maal", "kontakt"])
def test_other_lists_choose_and_sort_alike(command: str, run: Run) -> None:
    """`maal list` and `kontakt list` take `--kolonner` and `--sorter` as `oppdrag list` does."""
    ended = run(command, "list", *OM_RIK, "--kolonner", "id", "--sorter=-id")
    assert (
        rows(ended)
        == {
            "maal": ["ØY2.1", "ØY1.2", "ØY1.1", "FM1.1"],
            "kontakt": ["zoleik", "vikar", "ost.aa", "katben", "aseode", "arlbo"],
        }[command]
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("maal list --sektor ark", "ØY2.1"),
        ("maal list -s BYG -s ØKO", "ØY1.1 ØY1.2"),
        ("kontakt list --sektor byg", "katben zoleik"),
    ],
)
def test_lists_of_a_sector(words: str, expected: str, run: Run) -> None:
    """`--sektor` gives the delmål a sector answers for, and the people in it."""
    assert rows(run(*words.split(), *OM_RIK, "--kolonner", "id")) == expected.split()


def test_status_of_some_sectors_is_summed(run: Run) -> None:
    """`status --sektor` has a row for each of them, and the sum of just those."""
    said = "«Mangler rapport» gjelder vårrapporten for 2024 (2024-VÅR).\n"
    said += "Vedtakene, som ikke er med i tallene: 1 under arbeid.\n"
    said += "Oppdragene er for 2023–2024. Velg ett år med --aar.\n"
    shown = rows(run("status", *OM_RIK, "--sektor", "ØKO", "--sektor", "byg"), said)
    assert [line.split()[:2] for line in shown] == [["ØKO", "2"], ["BYG", "4"], ["Sum", "6"]]


def test_no_telephone_or_mail_unless_asked_for(run: Run) -> None:
    """Lists in any format keep telephone and e-mail to themselves; naming the columns asks."""
    private = ("@", "00 00", "00000002", "telefon", "epost")
    for format_ in ("tabell", "json", "csv", "yaml", "markdown"):
        for words in ("kontakt list", "kontakt list --sorter telefon,epost"):
            shown = run(*words.split(), *OM_RIK, "--format", format_)
            assert (shown.status, shown.err) == (0, "")
            assert "arlbo" in shown.out
            assert not [word for word in private if word in shown.out]
        asked = run("kontakt", "list", *OM_RIK, "--kolonner", "epost,telefon", "--format", format_)
        assert "arlbo@asgaardsvik.example" in asked.out
        assert "00000002" in asked.out
    one = run("kontakt", "vis", "arlbo", *OM_RIK).out
    assert "arlbo@asgaardsvik.example" in one
    for words in ("kontakt vis BYG", "oppdrag vis byg-2023-1", "maal tre"):
        shown = run(*words.split(), *OM_RIK)
        assert "@asgaardsvik" not in shown.out
        assert "00 00" not in shown.out


# --- one thing, whole -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("oppdrag vis byg-2023-1", "BYG-2023-01"),
        ("oppdrag vis øko-1", "ØKO-2024-01"),
        ("oppdrag vis ÆLD", "ÆLD-2024-01"),
        ("maal vis fm", "FM"),
        ("mål vis øy1", "ØY1"),
        ("maal vis FM1.1", "FM1.1"),
        ("kontakt vis KAT", "katben"),
        ("kontakt vis ost", "ost.aa"),
        ("kontakt vis øko", "ØKO"),
    ],
)
def test_id_may_be_shortened(words: str, expected: str, run: Run) -> None:
    """An id is found whatever its case, and by a part of it that only one can mean."""
    ended = run(*words.split(), *OM_RIK)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.split()[0] == expected


def test_shortened_id_that_several_can_mean_lists_them(run: Run) -> None:
    """An ambiguous id is refused with the candidates and their titles."""
    said = fails(run("oppdrag", "vis", "øko", *OM_RIK))
    assert said.splitlines() == [
        "Feil: «øko» er ikke entydig",
        "Skriv mer av id-en:",
        "  ØKO-2024-01 (Ærlige tall i årsrapporten)",
        "  ØKO-2024-02 (Åtte øre i overskudd)",
    ]


def test_several_are_shown_one_after_another(run: Run) -> None:
    """More ids give more sheets, in the order they are asked for, with a blank line between."""
    both = run("oppdrag", "vis", "øko-2", "øko-1", *OM_RIK).out
    apart = [run("oppdrag", "vis", id_, *OM_RIK).out for id_ in ("øko-2", "øko-1")]
    assert both == "\n".join(apart)


def texts(data: Any) -> set[str]:
    """Every text in JSON data that is running text, not a key or a code."""
    if isinstance(data, dict):
        return {text for value in data.values() for text in texts(value)}
    if isinstance(data, list):
        return {text for value in data for text in texts(value)}
    return {" ".join(data.split())} if isinstance(data, str) and " " in data.strip() else set()


def test_sheet_of_an_oppdrag_has_all_its_texts(run: Run) -> None:
    """`oppdrag vis` leaves out nothing that people have written about it."""
    ask = ("oppdrag", "vis", "BYG-2023-01", *OM_RIK)
    shown = " ".join(run(*ask).out.split())
    written = texts(records(run(*ask, "--format", "json")))
    assert len(written) > 10
    assert {text for text in written if text not in shown} == set()


def test_sheet_shows_own_fields_as_people_write_them(run: Run) -> None:
    """A municipality's own lists and fields come out as text, never as Python's."""
    shown = run("oppdrag", "vis", "BYG-2023-01", *OM_RIK).out
    assert "https://bru.example/, https://ku.example/" in shown
    assert re.findall(r"\['|\{'|False|True|None", shown) == []


def test_sheet_shows_days_as_the_list_does(run: Run) -> None:
    """A deadline that has passed is a day like any other, 31.10.2023, and is said to have."""
    shown = run("oppdrag", "vis", "BYG-2023-01", *OM_RIK).out
    assert re.search(r"Frist +31\.10\.2023\b", shown)
    assert re.search("forfalt", shown, re.IGNORECASE)


def test_sheets_have_no_empty_parts(run: Run) -> None:
    """Where there is nothing to say of a goal, a sector or a person, no blank lines say it."""
    for words in ("maal vis FM", "kontakt vis vikar", "kontakt vis æld"):
        shown = run(*words.split(), *OM_RIK).out
        assert "\n\n\n" not in shown
        assert not shown.endswith("\n\n")


def test_tree_has_every_goal_below_what_it_is_part_of(run: Run) -> None:
    """`maal tre` has a line a goal, drawn one level in for each goal above it."""
    lines = run("maal", "tre", *OM_RIK).out.splitlines()
    depth = {re.sub(r"^[│├└─ ]*", "", line).split()[0]: len(line) for line in lines}
    assert list(depth) == ["ØY", "ØY1", "ØY1.1", "ØY1.2", "ØY2", "ØY2.1", "FM", "FM1", "FM1.1"]
    for line in lines:
        drawn = re.match(r"[│├└─ ]*", line)
        assert drawn is not None
        id_ = line[drawn.end() :].split()[0]
        assert drawn.end() == 4 * (0 if len(id_) == 2 else 1 if "." not in id_ else 2)


# --- the options that hold for all ----------------------------------------------------------


@pytest.mark.parametrize(
    "command", ["oppdrag list", "oppdrag vis øko-1", "maal tre", "kontakt list", "status"]
)
def test_global_options_hold_before_and_behind(command: str, run: Run) -> None:
    """`--data` and `--dato` may stand before the command, in the middle of it or behind it."""
    first, *rest = command.split()
    behind = run(*command.split(), *OM_RIK)
    assert behind.status == 0
    assert run(*OM_RIK, *command.split()) == behind
    assert run("--dato", DAG, first, *rest, f"--data={RIK}") == behind
    if rest:
        assert run(first, *OM_RIK, *rest) == behind


def test_valider_takes_its_folder_in_four_ways(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an argument, by --data, by STYRING_DATA, or the nearest `data` from here upwards."""
    change(folder / "oppdrag.yaml", "[TF1.1]", "[TF1.2]")
    said = "data/oppdrag.yaml:3:68: feil OPP001: ukjent delmål «TF1.2»"
    for words in (("valider", "data"), ("valider", "--data", "data"), ("valider",)):
        ended = run(*words)
        assert ended.status == 1
        assert ended.out.startswith(said)
    below = folder.parent / "langt" / "nede"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert run("valider").out.startswith(f"{folder.parent}/{said}")
    monkeypatch.setenv("STYRING_DATA", str(RIK))
    assert run("valider", "--dato", DAG) == Ended(0, "ingen feil\n", "")
    assert run("valider", "--data", str(folder)).status == 1


def test_dato_decides_what_is_late(run: Run) -> None:
    """A deadline is met through its last day; what is late the day after, --dato decides."""
    late = [
        run("oppdrag", "list", *OM_RIK, "--forfalt", "--kolonner", "id", "--dato", day).out
        for day in ("2024-04-30", "2024-05-01")
    ]
    assert [text.split()[1:] for text in late] == [
        ["BYG-2023-01"],
        ["BYG-2023-01", "ØKO-2024-01"],
    ]


def test_dato_decides_what_is_in_the_future(run: Run) -> None:
    """A report dated after the day that is reckoned from is a fault of the data."""
    ended = run("valider", "--data", str(RIK), "--dato", "2023-10-01")
    assert ended.status == 1
    assert "RAP003: 2023-10-08 er fram i tid" in ended.out


@pytest.mark.parametrize(
    "words",
    [
        "mål list --sektor ARK",
        "MAAL LIST --SEKTOR ARK",
        unicodedata.normalize("NFD", "mål list --sektor ARK"),
    ],
)
def test_commands_are_spelled_as_people_spell_them(words: str, run: Run) -> None:
    """Commands and options work with their Norwegian letters, and in capitals."""
    assert rows(run(*words.split(), *OM_RIK, "--kolonner", "id")) == ["ØY2.1"]


# --- wrong use ------------------------------------------------------------------------------

SECTORS = "ØKO BYG ÆLD ARK FRI"
STATUSES = "ikke rapportert, ikke startet, under arbeid, satt på vent, ferdig og utgår."


@pytest.mark.parametrize(
    ("words", "wrong", "exists"),
    [
        ("oppdrag list --sektor XYZ", "«XYZ»", SECTORS),
        ("oppdrag list --delansvar XYZ", "«XYZ»", SECTORS),
        ("maal list --sektor XYZ", "«XYZ»", SECTORS),
        ("kontakt list --sektor XYZ", "«XYZ»", SECTORS),
        ("status --sektor byk", "«byk»", f"Mente BYG {SECTORS}"),
        ("oppdrag list --status ferdg", "«ferdg»", f"Mente ferdig {STATUSES}"),
        ("oppdrag list --format xml", "«xml»", "csv json markdown tabell yaml"),
        ("oppdrag vis øko-1 --format csv", "«csv»", "json tabell yaml"),
        ("maal tre --format markdwn", "«markdwn»", "json tabell yaml"),
        ("valider --format html", "«html»", "json tekst"),
        ("oppdrag list --kolonner id,tittle", "«tittle»", "Mente tittel beskrivelse"),
        ("kontakt list --kolonner mobil", "«mobil»", "navn telefon epost"),
        ("oppdrag list --sorter fris", "«fris»", "Mente frist vurdering"),
        ("oppdrag list --frist-innen snart", "«snart»", "31.12.2023 juni kvartal"),
        ("status --dato i_dag", "«i_dag»", "31.05.2023"),
        ("status --dato 2023-02-30", "«2023-02-30»", "kalender"),
        ("oppdrag list --ansvarlig arlb0", "«arlb0»", "Mente arlbo Ærling"),
        ("oppdrag list --delmaal ØY1.3", "«ØY1.3»", "Mente ØY1."),
        ("oppdrag vis BYG-2023-03", "«BYG-2023-03»", "Mente BYG-2023-02 Male"),
        ("oppdrg list", "«oppdrg»", "Mente oppdrag"),
        ("oppdrag lst", "«lst»", "Mente list"),
        ("oppdrag list --sektr ARK", "--sektr", "Mente --sektor"),
        ("forklar OPP999", "«OPP999»", "OPP001 OPP002 OPP003"),
        ("fullfoering tcsh", "«tcsh»", "bash zsh fish"),
    ],
)
def test_wrong_use_says_what_was_wrong_and_what_exists(
    words: str, wrong: str, exists: str, run: Run
) -> None:
    """What was written comes back in the first line, with what could have been written."""
    said = fails(run(*words.split(), "--data", str(RIK)))
    assert wrong in said.splitlines()[0]
    assert [word for word in exists.split() if word not in said] == []


@pytest.mark.parametrize(
    "words",
    [
        *("oppdrag list --status under_arbid", "vedtak list --status groenn"),
        *("status --etter omraade", "status --etter satsing", "aarshjul list --spor adm"),
        *("status oppdater øko-1 --status x", "status oppdater øko-1 --vurdering x"),
        "status oppdater øko-1 --vurdering groen",
    ],
)
def test_words_are_said_as_people_read_them(words: str, run: Run) -> None:
    """No message names a status, a judgement or a division as the files write it."""
    said = fails(run(*words.split(), "--data", str(RIK)))
    advice = said.splitlines()[1]
    codes = [*Status, *Vurdering, *Etter, *Spor]
    assert [en for en in codes if en.value != en.navn and re.search(rf"\b{en}\b", advice)] == []
    assert any(en.navn in advice for en in codes)


@pytest.mark.parametrize(
    ("words", "way_out"),
    [
        ("oppdrag vis qqq", r"styring oppdrag list|BYG-2023-01"),
        ("maal vis qqq", r"styring maal (list|tre)|ØY1"),
        ("kontakt vis qqq", r"styring kontakt list|aseode"),
        ("oppdrag list --ansvarlig qqq", r"styring kontakt list|aseode"),
        ("oppdrag list --delmaal qqq", r"styring maal (list|tre)|ØY1"),
    ],
)
def test_id_that_is_like_no_other_says_where_ids_are(words: str, way_out: str, run: Run) -> None:
    """Where no id is near the one that was written, it is said what there is, or how to see it."""
    said = fails(run(*words.split(), "--data", str(RIK)))
    assert "«qqq»" in said.splitlines()[0]
    assert re.search(way_out, said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("oppdrag vis", "ID"),
        ("oppdrag list ekstra", "ekstra"),
        ("oppdrag list --forfalt=ja", "--forfalt"),
        ("oppdrag list --sektor", "--sektor"),
        ("tull", "«tull»"),
    ],
)
def test_wrong_words_are_named(words: str, said: str, run: Run) -> None:
    """A word too few or too many, or an option with a value it does not take, is named."""
    assert said in fails(run("--data", str(RIK), *words.split())).splitlines()[0]


@pytest.mark.parametrize("words", [(), ("oppdrag",), ("maal",), ("kontakt",)])
def test_no_command_shows_help(words: tuple[str, ...], run: Run) -> None:
    """A program or a group alone shows what it can do, and that this was not enough."""
    ended = run(*words)
    assert ended.status == 2
    shown = ended.out + ended.err
    assert f"Bruk: styring {' '.join(words)}".rstrip() in shown
    assert "Kommandoer" in shown


def test_version_is_told(run: Run) -> None:
    """`--versjon` gives the name and the version, and nothing else."""
    ended = run("--versjon")
    assert (ended.status, ended.err) == (0, "")
    assert re.fullmatch(r"styring \d+\.\d+\.\d+\n", ended.out)


def test_no_data_folder_says_where_it_looked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without data it is refused (3), with where it looked and how to make a folder."""
    monkeypatch.chdir(tmp_path)
    for words in (("status",), ("oppdrag", "list"), ("valider",)):
        said = fails(run(*words), status=3)
        assert str(tmp_path) in said
        for name in ("kontakter.yaml", "maal.yaml", "oppdrag.yaml", "--data", "STYRING_DATA"):
            assert name in said


def test_chosen_folder_that_is_not_there_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that does not exist is refused, with what named it: option, argument, variable."""
    missing = str(tmp_path / "borte")
    said = fails(run("status", "--data", missing), status=3)
    assert missing in said
    assert "--data" in said
    assert missing in fails(run("valider", missing), status=3)
    monkeypatch.setenv("STYRING_DATA", missing)
    said = fails(run("status"), status=3)
    assert missing in said
    assert "STYRING_DATA" in said


def test_file_for_a_folder_is_refused(run: Run) -> None:
    """A file given as the data folder is refused, with the folder that was meant."""
    said = fails(run("status", "--data", str(RIK / "maal.yaml")), status=3)
    assert "maal.yaml" in said
    assert str(RIK) in said.splitlines()[1]


# --- faults ---------------------------------------------------------------------------------


def test_faults_look_as_promised(run: Run, folder: Path) -> None:
    """Place, severity, code, message; the line and a caret under the value; the way out."""
    change(folder / "kontakter.yaml", "navn: Kari Nordmann", "navn: Kari, telefon: 900 60 93")
    change(folder / "oppdrag.yaml", "Lære å telle, sektor: SOS", "Lære å telle, sektor: SØS")
    change(folder / "oppdrag.yaml", "måle, sektor: SOS", "måle, sektor: SOS, frist: 31.12.2023")
    ended = run("valider")
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


def test_faults_are_the_same_as_json(run: Run, folder: Path) -> None:
    """`valider --format json` has the same faults with the same places, and the same status."""
    change(folder / "oppdrag.yaml", "Lære å telle, sektor: SOS", "Lære å telle, sektor: SØS")
    change(folder / "oppdrag.yaml", "Lære å måle", "Lære å  måle")
    ended = run("valider", "--format", "json")
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
    assert run("valider").out.splitlines()[-1] == "1 feil og 1 advarsel"


def test_warnings_fail_only_when_asked_to(run: Run, folder: Path) -> None:
    """A warning alone is status 0, and 1 with --streng; notes are shown with --alle."""
    change(folder / "oppdrag.yaml", "Lære å måle", "Lære å  måle")
    change(folder / "kontakter.yaml", ", direktoer: kari", "")
    assert run("valider").status == 0
    assert run("valider", "--streng").status == 1
    assert run("valider").out.splitlines()[-1] == "1 advarsel"
    assert run("valider", "--alle").out.splitlines()[-1] == "1 advarsel og 1 merknad"


def test_all_faults_come_in_one_run(run: Run, folder: Path) -> None:
    """A fault hides no other: in the same record, in another, in another file."""
    change(
        folder / "oppdrag.yaml",
        "Lære å telle, sektor: SOS, delmaal: [TF1.1]",
        "Lære å telle, sektor: SØS, delmaal: [TF9.9], frist: snart, rapport: nei",
    )
    change(folder / "oppdrag.yaml", "måle, sektor: SOS", "måle, sektor: SO")
    change(folder / "maal.yaml", "id: TF1.1", "id: TF1.1, ansvar: [XX]")
    change(folder / "kontakter.yaml", "direktoer: kari", "direktoer: ola")
    found = json.loads(run("valider", "--format", "json").out)
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
def test_caret_is_under_the_very_value(before: str, run: Run, folder: Path) -> None:
    """Whatever stands before it on the line, which is whole on a pipe, the carets hit."""
    record = (
        f"{{id: SOS-2023-01, sektor: SOS, egne: {{x: {before}}}, tittel: x, delansvar: [FEIL]}}"
    )
    (folder / "oppdrag.yaml").write_text(f"aar: 2023\noppdrag:\n  - {record}\n", encoding="utf-8")
    lines = run("valider").out.splitlines()
    (said,) = (number for number, line in enumerate(lines) if "feil OPP002" in line)
    shown, carets = lines[said + 1 : said + 3]
    assert before in shown
    assert carets.strip() == "^" * len("FEIL")
    assert carets.index("^") == cell_len(shown[: shown.index("FEIL")])


@pytest.mark.parametrize("regel", alle(), ids=lambda regel: str(regel.kode))
def test_every_code_is_explained(regel: Any, run: Run) -> None:
    """`forklar` has the code, what it means, why it matters, and both examples, as text."""
    ended = run("forklar", regel.kode.lower())
    assert (ended.status, ended.err) == (0, "")
    flat = " ".join(ended.out.split())
    assert ended.out.startswith(f"{regel.kode} ({regel.alvor.value})\n")
    assert " ".join(regel.tittel.split()) in flat
    assert " ".join(regel.hvorfor.split()) in flat
    assert ended.out.count("\nGalt i ") == ended.out.count("\nRiktig i ") == bool(regel.eksempler)
    assert "^" in ended.out or not regel.eksempler


def test_broken_record_is_counted_aloud_and_the_rest_is_shown(run: Run, folder: Path) -> None:
    """What is whole is shown; the fault and how much is left out are said; the status is 1."""
    change(folder / "oppdrag.yaml", "måle, sektor: SOS", "måle, sektor: [SOS]")
    ended = run("oppdrag", "list", "--kolonner", "id")
    assert ended.status == 1
    assert ended.out == "Id\nSOS-2023-01\n"
    assert ended.err.startswith("data/oppdrag.yaml:4:")
    assert ended.err.endswith("\n1 feil\nIkke med i det som vises: 1 oppføring.\n")
    listed = run("oppdrag", "list", "--kolonner", "id", "--format", "json")
    assert (listed.status, json.loads(listed.out)) == (1, [{"id": "SOS-2023-01"}])


def test_broken_file_is_counted_aloud_and_the_rest_is_shown(run: Run, folder: Path) -> None:
    """A file that cannot be read is a fault of every command, and no record is made up for it."""
    change(folder / "maal.yaml", "Flere deltar}]}", "Flere deltar}}")
    ended = run("oppdrag", "list", "--kolonner", "id")
    assert ended.status == 1
    assert ended.out == "Id\nSOS-2023-01\nSOS-2023-02\n"
    assert "YAML001" in ended.err
    assert ended.err.endswith("\nIkke med i det som vises: 1 fil.\n")


@pytest.mark.parametrize("words", ["oppdrag vis SOS-2023-02", "oppdrag vis sos-2"])
def test_broken_record_that_is_asked_for_is_not_denied(words: str, run: Run, folder: Path) -> None:
    """An id whose record is broken is not said to be unknown: the fault is what is shown."""
    change(folder / "oppdrag.yaml", "måle, sektor: SOS", "måle, sektor: [SOS]")
    ended = run(*words.split())
    assert ended.status in (1, 3)
    assert "data/oppdrag.yaml:4:" in ended.err
    assert "det er ingen oppdrag" not in ended.err


def test_goal_of_a_broken_file_is_not_denied(run: Run, folder: Path) -> None:
    """While maal.yaml cannot be read, nobody knows that a goal is unknown."""
    change(folder / "maal.yaml", "Flere deltar}]}", "Flere deltar}}")
    ended = run("oppdrag", "list", "--delmaal", "TF1.1", "--kolonner", "id")
    assert ended.status == 1
    assert "data/maal.yaml:5:" in ended.err
    assert "det er ingen mål" not in ended.err


# --- the process ----------------------------------------------------------------------------


def process(*words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m styring` in a process of its own, on pipes."""
    return subprocess.run(
        [sys.executable, "-m", "styring", *words],
        capture_output=True,
        check=False,
        cwd=TESTS,
        env={**os.environ, **env},
    )


def test_bytes_are_utf_8_and_the_same_each_time() -> None:
    """UTF-8 whatever the console says, and not a byte differs with the seed of hashes."""
    words = ("oppdrag", "list", *OM_RIK, "--format", "json")
    ended = [
        process(*words, PYTHONHASHSEED=seed, PYTHONIOENCODING=encoding, LC_ALL=locale)
        for seed, encoding, locale in (("1", "latin-1", "C"), ("2", "ascii", "C.UTF-8"))
    ]
    assert [one.returncode for one in ended] == [0, 0]
    assert [one.stderr for one in ended] == [b"", b""]
    assert ended[0].stdout == ended[1].stdout
    assert "Åtte øre i overskudd" in ended[0].stdout.decode("utf-8")


def test_messages_are_utf_8_too() -> None:
    """What is said on stderr is UTF-8 on a console that says latin-1."""
    ended = process("oppdrag", "list", *OM_RIK, "--sektor", "Å", PYTHONIOENCODING="latin-1")
    assert ended.returncode == 2
    assert "«Å»" in ended.stderr.decode("utf-8")


def test_looking_never_changes(run: Run, tmp_path: Path) -> None:
    """No command that shows, lists or checks touches a byte or a time in the data folder."""
    data = tmp_path / "data"
    shutil.copytree(RIK, data)
    for path in (data, *data.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)

    def state() -> dict[str, tuple[bytes, int]]:
        return {
            str(path): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns)
            for path in (data, *sorted(data.rglob("*")))
        }

    before = state()
    for words in SHOWN.values():
        run(*[str(data) if word in ("data", "tests/rik") else word for word in words])
    for form in ("json", "csv", "yaml"):
        assert run("oppdrag", "list", "--data", str(data), "--format", form).status == 0
    assert state() == before
    for path in (data, *data.rglob("*")):
        path.chmod(0o755)
    assert DATA.is_dir()
