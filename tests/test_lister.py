"""Lists: which records a filter lets through, which columns are shown, and in which order."""

import re
from pathlib import Path

import pytest
from answers import records, rows
from asgaardsvik import OM_RIK, change, small_folder
from driver import styring


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small data folder of its own to stand in, with one sector, one person, two oppdrag."""
    return small_folder(tmp_path, monkeypatch)


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
def test_filter_lets_through_what_fits(words: str, expected: str) -> None:
    """A filter gives those that fit, in the order of the files; filters together all hold."""
    ended = styring("oppdrag", "list", *OM_RIK, "--kolonner", "id", *words.split())
    assert rows(ended) == expected.split()


@pytest.mark.parametrize(
    ("words", "round_", "expected"),
    [
        ("", "vårrapporten for 2024 (2024-VÅR)", "BYG-2023-01 ØKO-2024-02 ÆLD-2024-01 ARK-2024-01"),
        ("--dato 2024-01-12", "årsrapporten for 2023 (2023-ÅR)", "BYG-2023-01"),
    ],
)
def test_what_lacks_a_report_lacks_it_for_a_round_that_is_said(
    words: str, round_: str, expected: str
) -> None:
    """`--uten-rapport` names the round that is meant on the day."""
    ended = styring("oppdrag", "list", *OM_RIK, "--kolonner=id", "--uten-rapport", *words.split())
    assert rows(ended, f"«Mangler rapport» gjelder {round_}.\n") == expected.split()


@pytest.mark.parametrize(
    "word", ["satt på vent", "Satt paa vent", "satt_paa_vent", "SATT-PÅ-VENT", "sattpåvent"]
)
def test_status_is_taken_as_people_write_it(word: str) -> None:
    """A status may be written with its space, hyphen or underscore, and with its letters."""
    ended = styring("oppdrag", "list", *OM_RIK, "--kolonner", "id", "--status", word)
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
def test_filter_that_matches_nothing_says_so(words: str, shown: str) -> None:
    """Nothing to show is said on stderr, stdout still has its form, and it is no failure."""
    ended = styring(*words.split(), *OM_RIK)
    assert ended.status == 0
    assert re.fullmatch(shown, ended.out.replace("\r\n", "\n"))
    assert re.fullmatch(r"Ingen .* passer med det du spurte etter\.\n", ended.err)


def test_goal_with_no_delmaal_under_it_chooses_no_oppdrag(folder: Path) -> None:
    """A goal that nothing is under yet has no oppdrag, not all of them."""
    change(
        folder / "maal.yaml", "    hovedmaal:\n", "    hovedmaal:\n      - {id: TF2, tittel: Ro}\n"
    )
    assert rows(styring("oppdrag", "list", "--kolonner=id", "--delmaal=TF")) == ["SOS-2023-01"]
    ended = styring("oppdrag", "list", "--kolonner=id", "--delmaal=TF2")
    assert rows(ended, "Ingen oppdrag passer med det du spurte etter.\n") == []


def test_columns_come_as_they_are_asked_for() -> None:
    """`--kolonner` gives these columns in this order, empty ones too, in every format."""
    ask = ("oppdrag", "list", *OM_RIK, "--sektor", "ARK", "--kolonner", "frist, id,delansvar")
    assert styring(*ask).out.splitlines() == [
        "Frist  Id           Delansvar",
        "2023   ARK-2023-01",
        "       ARK-2024-01",
    ]
    assert records(styring(*ask, "--format", "json")) == [
        {"frist": "2023", "id": "ARK-2023-01", "delansvar": []},
        {"frist": None, "id": "ARK-2024-01", "delansvar": []},
    ]
    assert styring(*ask, "--format", "csv").out.splitlines()[0] == "\ufefffrist;id;delansvar"


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
def test_rows_are_sorted(sorter: str, column: str, expected: str) -> None:
    """Text by the Norwegian alphabet, times by their last day, statuses as work goes."""
    ask = ("oppdrag", "list", *OM_RIK, "--kolonner", column, f"--sorter={sorter}")
    if column == "status":
        shown = [line.strip() for line in styring(*ask, "--format", "csv").out.splitlines()[1:]]
    else:
        shown = rows(styring(*ask))
    assert [line.split()[0] if line else "-" for line in shown] == expected.split()


def test_people_are_sorted_by_the_norwegian_alphabet() -> None:
    """Æ, ø and å come behind z, in that order."""
    ended = styring("kontakt", "list", *OM_RIK, "--kolonner", "navn", "--sorter", "navn")
    assert [name.split()[0] for name in rows(ended)] == [
        "Kato",
        "Vikar",
        "Zoë",
        "Ærling",
        "Østen",
        "Åse",
    ]


@pytest.mark.parametrize("command", ["maal", "kontakt"])
def test_other_lists_choose_and_sort_alike(command: str) -> None:
    """`maal list` and `kontakt list` take `--kolonner` and `--sorter` as `oppdrag list` does."""
    ended = styring(command, "list", *OM_RIK, "--kolonner", "id", "--sorter=-id")
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
def test_lists_of_a_sector(words: str, expected: str) -> None:
    """`--sektor` gives the delmål a sector answers for, and the people in it."""
    assert rows(styring(*words.split(), *OM_RIK, "--kolonner", "id")) == expected.split()


def test_status_of_some_sectors_is_summed() -> None:
    """`status --sektor` has a row for each of them, and the sum of just those."""
    said = "«Mangler rapport» gjelder vårrapporten for 2024 (2024-VÅR).\n"
    said += "Vedtakene, som ikke er med i tallene: 1 under arbeid.\n"
    said += "Oppdragene er for 2023–2024. Velg ett år med --aar.\n"
    shown = rows(styring("status", *OM_RIK, "--sektor", "ØKO", "--sektor", "byg"), said)
    assert [line.split()[:2] for line in shown] == [["ØKO", "2"], ["BYG", "4"], ["Sum", "6"]]


def test_no_telephone_or_mail_unless_asked_for() -> None:
    """Lists in any format keep telephone and e-mail to themselves; naming the columns asks."""
    private = ("@", "00 00", "00000002", "telefon", "epost")
    for format_ in ("tabell", "json", "csv", "yaml", "markdown"):
        for words in ("kontakt list", "kontakt list --sorter telefon,epost"):
            shown = styring(*words.split(), *OM_RIK, "--format", format_)
            assert (shown.status, shown.err) == (0, "")
            assert "arlbo" in shown.out
            assert not [word for word in private if word in shown.out]
        asked = styring(
            "kontakt", "list", *OM_RIK, "--kolonner", "epost,telefon", "--format", format_
        )
        assert "arlbo@asgaardsvik.example" in asked.out
        assert "00000002" in asked.out
    one = styring("kontakt", "vis", "arlbo", *OM_RIK).out
    assert "arlbo@asgaardsvik.example" in one
    for words in ("kontakt vis BYG", "oppdrag vis byg-2023-1", "maal tre"):
        shown = styring(*words.split(), *OM_RIK)
        assert "@asgaardsvik" not in shown.out
        assert "00 00" not in shown.out
