"""Vedtak: which are listed, those that need no follow-up, and those who have vedtak alone."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import EKSEMPEL, ROOT, Run, in_format
from rich.cells import cell_len

from styring.formats.skjerm import Skjerm
from styring.register.lasting import last
from styring.views.vedtaksliste import oppsett

CONTACTS = """\
sektorer:
  - {kode: TEK, navn: Teknikk, direktoer: ola}
  - {kode: HEL, navn: Helse}
kontakter:
  - {id: ola, navn: Ola Ås, sektor: TEK}
"""
NAMES = ("1. tertial", "2. tertial", "Årsrapport")
RESOLUTIONS = """\
vedtak:
  - id: V-1
    tittel: Svømmehall
    type: politisk
    organ: Kommunestyret
    dato: 2024-12-11
    saksnr: 92/24
    sektor: TEK
    frist: 2025-05
    rapporter:
      - periode: 2025-T1
        dato: 2025-05-05
        status: under_arbeid
        vurdering: gul
        kommentar: Taket er på plass nå.
        forventet_ferdig: 2025-12
  - {id: V-2, tittel: Brøyting, type: verbal, organ: Kommunestyret, dato: 2025-03-19, saksnr: 17/25}
  - {id: V-3, tittel: Regnskap, type: politisk, organ: Utvalg for økonomi, dato: 2025-06-11,
     saksnr: 44/25, oppfoelging: {ingen: Til orientering}}
  - id: V-4
    tittel: Bru
    type: verbal
    organ: Utvalg for teknikk
    dato: 2025-02-11
    saksnr: PS 9/25
    sektor: TEK
    rapporter:
      - periode: 2025-T1
        dato: 2025-05-05
        status: ferdig
        vurdering: groenn
        kommentar: Brua er åpnet for alle.
"""


SECOND_ROUND = """\
    rapporter:
      - {periode: 2025-T2, dato: 2025-09-01, status: ferdig, vurdering: gul,
         kommentar: Hallen er åpnet for alle.}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A municipality that only follows up vedtak: it has neither oppdrag nor goals."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "kontakter.yaml").write_text(CONTACTS, encoding="utf-8")
    (folder / "vedtak.yaml").write_text(RESOLUTIONS, encoding="utf-8")
    return folder


def om(data: Path, day: str = "2025-09-15") -> tuple[str, ...]:
    """The folder and the day, as options."""
    return ("--data", str(data), "--dato", day)


def in_json(run: Run, data: Path, *words: str) -> Any:
    """What a command shows as JSON."""
    ended = run(*words, *om(data), "--format", "json")
    assert ended.status == 0
    return json.loads(ended.out)


# --- which ------------------------------------------------------------------------------------


def test_list_shows_who_made_it_and_in_which_case(run: Run, data: Path) -> None:
    """Without a choice of columns."""
    ended = run("vedtak", "list", *om(data), "--organ", "kommunestyret", "--aapne")
    assert (ended.status, ended.err) == (0, "")
    assert [re.split("  +", line) for line in ended.out.splitlines()] == [
        ["Id", "Vedtak", "Type", "Organ", "Dato", "Sak", "Ansvarlig", "Status", "Frist"],
        [
            *("V-1", "Svømmehall", "politisk", "Kommunestyret", "11.12.2024", "92/24", "Ola Ås"),
            *("under arbeid", "2025-05"),
        ],
        ["V-2", "Brøyting", "verbal", "Kommunestyret", "19.03.2025", "17/25", "ikke rapportert"],
    ]


def test_type_and_day_give_way_where_it_is_narrow() -> None:
    """On a terminal of 80 no name of an organ is broken; what was chosen stays."""
    register, day = last(ROOT / "eksempel"), date(2025, 9, 15)
    usual = oppsett(register, day).tabell(register.vedtak)
    for width, shown in ((80, False), (120, True)):
        text = in_format(usual, "tabell", Skjerm(width))
        assert max(map(cell_len, text.splitlines())) <= width
        assert text.count("Kommunestyret") == sum(
            v.organ == "Kommunestyret" for v in register.vedtak
        )
        assert ("11.12.2024" in text, "politisk" in text) == (shown, shown)
    chosen = oppsett(register, day).tabell(register.vedtak, ("id", "tittel", "type", "dato"))
    text = in_format(chosen, "tabell", Skjerm(30))
    assert text.split()[:4] == ["Id", "Vedtak", "Type", "Dato"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--organ kommunestyret", "V-1 V-2"),
        ("--organ utvalg", "V-3 V-4"),
        ("--organ ØKONOMI --organ teknikk", "V-3 V-4"),
        ("--sak 92/24", "V-1"),
        ("--sak 9/25", "V-4"),
        ("--sak ps9/25", "V-4"),
        ("--sak 92/24 --sak 17/25", "V-1 V-2"),
        ("--aapne", "V-1 V-2 V-4"),  # a verbalvedtak is open until it is answered
        ("--aapne --type verbal --organ teknikk", "V-4"),
        ("--status ikke-rapportert", "V-2"),
        ("--organ kommunestyret --sak 9/25", ""),
    ],
)
def test_vedtak_are_found_by_organ_and_case_and_by_being_open(
    words: str, found: str, run: Run, data: Path
) -> None:
    """As people write them: a part of the name, the number with or without what stands before."""
    assert " ".join(v["id"] for v in in_json(run, data, "vedtak", "list", *words.split())) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--organ formannskapet", "det er ingen vedtak av «formannskapet»\nOrganene er "),
        (
            "--organ komunestyret",
            "det er ingen vedtak av «komunestyret»\nMente du «Kommunestyret»?",
        ),
        ("--sak 2/24", "det er ingen vedtak i sak «2/24»\nMente du «92/24»?"),
    ],
)
def test_organ_and_case_that_nothing_is_from_are_told(
    words: str, said: str, run: Run, data: Path
) -> None:
    """With those that there are."""
    ended = run("vedtak", "list", *om(data), *words.split())
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"Feil: {said}")


def test_case_in_a_file_with_faults_is_not_said_to_be_unknown(run: Run, data: Path) -> None:
    """It may be in what cannot be read."""
    path = data / "vedtak.yaml"
    path.write_text(RESOLUTIONS.replace("tittel: Brøyting", "tittel: []"), encoding="utf-8")
    ended = run("vedtak", "list", *om(data), "--sak", "17/25")
    assert ended.status == 1
    assert "ingen vedtak i sak" not in ended.err


# --- that need no follow-up -------------------------------------------------------------------


def test_vedtak_that_needs_no_follow_up_is_nowhere_asked_about(run: Run, data: Path) -> None:
    """Not in what is left, in the gaps or in what is not reported; people read that it is so."""
    given = RESOLUTIONS.replace("saksnr: 44/25", "saksnr: 44/25, sektor: TEK")
    asked = ("vedtak restanse", "roedtraad --hull", "rapport mangler", "vedtak list --aapne")
    for text in (RESOLUTIONS, given):
        (data / "vedtak.yaml").write_text(text, encoding="utf-8")
        for words in asked:
            assert "V-3" not in [row["id"] for row in in_json(run, data, *words.split())], words
    assert "V-3" not in run("rapport", "notat", "--sektor", "TEK", *om(data)).out
    shown = run("vedtak", "vis", "v-3", *om(data)).out
    assert "Oppfølging  ingen: Til orientering" in shown
    assert "Status      trenger ingen oppfølging" in shown
    (record,) = in_json(run, data, "vedtak", "vis", "v-3")
    assert record["oppfoelging"]["ingen"] == "Til orientering"


def test_report_of_vedtak_alone_names_no_oppdrag(run: Run, data: Path) -> None:
    """What is changed is counted as what it is."""
    text = RESOLUTIONS.replace("    rapporter:\n", SECOND_ROUND, 1)
    (data / "vedtak.yaml").write_text(text, encoding="utf-8")
    changed = run("rapport", "tertial", *om(data)).out.partition("## Endret siden ")[2]
    assert "\n1 vedtak er endret: 1 er blitt ferdig.\n\n| Vedtak | Status |" in changed
    assert "ppdrag" not in changed


def test_that_none_is_needed_is_entered_changed_and_taken_back(run: Run, data: Path) -> None:
    """With the reason; it is a gap until then, and where to say so is told."""
    ended = run("vedtak", "restanse", *om(data))
    assert "«styring vedtak endre ID --ingen-oppfoelging GRUNN»" in ended.err
    assert "V-2" in ended.out
    for reason in ("Svart i møtet", "Svart i sak 18/25"):
        words = ("vedtak", "endre", "V-2", "--ingen-oppfoelging", reason, "--data", str(data))
        assert run(*words).out.startswith("V-2 er endret: oppfoelging.")
        assert in_json(run, data, "vedtak", "vis", "V-2")[0]["oppfoelging"]["ingen"] == reason
    assert "V-2" not in run("vedtak", "restanse", *om(data)).out
    refused = run("status", "oppdater", "V-2", "--status", "ferdig", *om(data))
    assert (refused.status, refused.out) == (3, "")
    assert refused.err == (
        "Feil: V-2 trenger ingen oppfølging, så ingen runde gjelder for det\n"
        "Skal det følges opp likevel: «styring vedtak endre V-2 --fjern oppfoelging».\n"
    )
    assert run("vedtak", "endre", "V-2", "--fjern", "oppfølging", "--data", str(data)).status == 0
    assert (data / "vedtak.yaml").read_text(encoding="utf-8") == RESOLUTIONS
    new = ("Rapport", "--type", "politisk", "--ingen-oppfoelging", "Tatt til orientering")
    assert run("vedtak", "ny", *new, *om(data)).status == 0
    text = (data / "vedtak.yaml").read_text(encoding="utf-8")
    assert text.endswith("    oppfoelging: {ingen: Tatt til orientering}\n")


@pytest.mark.parametrize("written", ["ingen", "{}"])
def test_reason_must_be_there(written: str, run: Run, data: Path) -> None:
    """That none is needed, and not why, is a fault at its place, with what to write."""
    path = data / "vedtak.yaml"
    path.write_text(RESOLUTIONS.replace("{ingen: Til orientering}", written), encoding="utf-8")
    fault, _ = json.loads(run("valider", *om(data), "--format", "json").out)
    assert (fault["kode"][:4], fault["linje"], fault["kolonne"]) == ("FELT", 19, 34)
    assert "«ingen: …»" in fault["raad"]


# --- who have vedtak alone --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("also", "lacking"),
    [
        ("vedtak", ""),
        ("vedtak maal", ""),
        ("vedtak oppdrag", "maal.yaml"),
        ("vedtak oppdrag maal", ""),
        ("maal", "oppdrag.yaml"),
        ("", "maal.yaml oppdrag.yaml"),
    ],
)
def test_oppdrag_and_goals_need_not_be_there_for_vedtak_alone(
    also: str, lacking: str, run: Run, data: Path
) -> None:
    """Goals are there for oppdrag; one of oppdrag and vedtak is there."""
    texts = {
        "vedtak": "vedtak: []\n",
        "maal": "satsingsomraader: []\n",
        "oppdrag": "aar: 2025\noppdrag: []\n",
    }
    (data / "vedtak.yaml").unlink()
    for kind in also.split():
        (data / f"{kind}.yaml").write_text(texts[kind], encoding="utf-8")
    found = json.loads(run("valider", *om(data), "--format", "json").out)
    assert [(f["kode"], Path(f["fil"]).name) for f in found] == [
        ("FIL001", name) for name in lacking.split()
    ]


def test_link_to_an_oppdrag_is_a_fault_where_there_are_none(run: Run, data: Path) -> None:
    """No file of oppdrag is no reason to believe in it; a new oppdrag says which file it needs."""
    path = data / "vedtak.yaml"
    path.write_text(RESOLUTIONS.replace("    sektor: TEK", "    oppdrag: [TEK-1]\n", 1), "utf-8")
    assert "VED001: ukjent oppdrag «TEK-1»" in run("valider", *om(data)).out
    assert run("oppdrag", "vis", "TEK-1", *om(data)).err.startswith("Feil: finner ikke oppdrag")
    said = run("oppdrag", "ny", "Hei", "-s", "TEK", *om(data))
    assert (said.status, "Lag filen oppdrag.yaml med" in said.err) == (3, True)


def test_overview_of_vedtak_alone_is_of_them(run: Run, data: Path) -> None:
    """By sector or by who has them; what needs no follow-up is told of beside it."""
    ended = run("status", *om(data))
    assert ended.status == 0
    assert "1 vedtak som ikke trenger oppfølging, er ikke med i tallene." in ended.err
    table = [re.split("  +", line) for line in ended.out.splitlines()]
    assert [row[:2] for row in table] == [
        ["Sektor", "Vedtak"],
        ["TEK", "2"],
        ["ingen sektor", "1"],
        ["Sum", "3"],
    ]
    for words, rows in (
        ((), [("TEK", 2, 1, 1, 1), (None, 1, 0, 0, 0)]),
        (("--sektor", "tek"), [("TEK", 2, 1, 1, 1)]),
        (("--aar", "2025"), [("TEK", 1, 1, 0, 0), (None, 1, 0, 0, 0)]),
    ):
        found = in_json(run, data, "status", *words)
        assert [
            (r["sektor"], r["vedtak"], r["ferdig"], r["forfalt"], r["mangler_rapport"])
            for r in found
        ] == rows
    why = run("status", "--hvorfor", *om(data)).out
    assert re.search("V-1 +Svømmehall +frist 2025-05, under arbeid", why)
    (row, _) = in_json(run, data, "status", "--etter", "ansvarlig")
    assert (row["ansvarlig"], row["vedtak"]) == ("ola", 2)


def test_overview_where_there_is_nothing_is_of_oppdrag(run: Run, data: Path) -> None:
    """A folder that is new has neither."""
    (data / "vedtak.yaml").write_text("vedtak: []\n", encoding="utf-8")
    ended = run("status", *om(data))
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.split()[:2] == ["Sektor", "Oppdrag"]


def test_vedtak_beside_oppdrag_are_told_of_beside_the_overview(run: Run, data: Path) -> None:
    """The figures are of the oppdrag, and the vedtak are on a line of their own."""
    oppdrag = "aar: 2025\noppdrag: [{id: TEK-2025-01, tittel: En, sektor: TEK}]\n"
    (data / "oppdrag.yaml").write_text(oppdrag, encoding="utf-8")
    (data / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    path = data / "vedtak.yaml"
    path.write_text(RESOLUTIONS.replace("17/25}", "17/25, oppdrag: [TEK-2025-01]}"), "utf-8")
    through = "1 som følges opp gjennom oppdrag og 1 som ikke trenger oppfølging"
    said = f"1 under arbeid, 1 ferdig, {through}"
    ended = run("status", *om(data))
    assert f"Vedtakene, som ikke er med i tallene: {said}.\n" in ended.err
    assert [row["oppdrag"] for row in in_json(run, data, "status")] == [1]
    report = run("rapport", "tertial", *om(data)).out
    assert f"- **Vedtak:** 4. Av dem: {said}. Forfalt: 1. Forsinket: 1.\n" in report


def test_reports_of_vedtak_alone_count_them(run: Run, data: Path) -> None:
    """Each vedtak is in the report and in the chapter, and nothing is said of oppdrag."""
    total = "- **Vedtak:** 4. Av dem: 1 ikke rapportert, 1 under arbeid, 1 ferdig og 1 som ikke "
    for words, title in (
        (("tertial",), "# Tertialrapport: 2. tertial 2025\n"),
        (("aar",), "# Vedtakene i 2025\n"),
    ):
        ended = run("rapport", *words, *om(data))
        assert ended.status == 0
        assert ended.out.startswith(title)
        assert total + "trenger oppfølging. Forfalt: 1. Forsinket: 1.\n" in ended.out
        assert "- **Mangler rapport for 2. tertial 2025:** 1 vedtak.\n" in ended.out
        assert not re.search("[Oo]ppdragene|ingen oppdrag", ended.out)
        assert re.findall(r"^\| [^|]*\((V-\d)\)", ended.out, re.MULTILINE) == [
            *("V-1", "V-2", "V-3", "V-4"),
        ]
        assert "| trenger ingen oppfølging: Til orientering |" in ended.out


@pytest.mark.parametrize(
    ("words", "day", "title"),
    [
        ("aar", "2025-01-15", "Vedtakene i 2024"),
        ("aar", "2026-01-15", "Vedtakene i 2025"),
        ("aar", "2026-05-15", "Vedtakene i 2026"),
        ("aar --aar 2024", "2026-05-15", "Vedtakene i 2024"),
        ("tertial", "2026-05-15", "Tertialrapport: 1. tertial 2026"),
        ("tertial --periode 2024-AAR", "2026-05-15", "Statusrapport: Årsrapport 2024"),
    ],
)
@pytest.mark.parametrize("empty", [False, True], ids=["no file", "none in it"])
def test_years_and_rounds_come_from_the_vedtak(
    words: str, day: str, title: str, empty: bool, run: Run, data: Path
) -> None:
    """They go on by themselves, with no file of oppdrag or one of an older year with none in it."""
    if empty:
        (data / "oppdrag.yaml").write_text("aar: 2025\noppdrag: []\n", encoding="utf-8")
        (data / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    ended = run("rapport", *words.split(), *om(data, day))
    assert ended.status == 0
    assert ended.out.startswith(f"# {title}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "aar --aar 2023",
            "ingen oppdrag eller vedtak for 2023\nDet er oppdrag eller vedtak for 2024, 2025.\n",
        ),
        (
            "tertial --periode 2024-T1",
            "oppdrag eller vedtak å rapportere om for 2024-T1\nDet er vedtak for 2024, 2025.\n",
        ),
    ],
)
def test_year_before_all_vedtak_is_refused(words: str, said: str, run: Run, data: Path) -> None:
    """With those that there are."""
    ended = run("rapport", *words.split(), *om(data))
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.endswith(f" {said}")


def test_calendar_of_vedtak_alone_has_the_rounds(run: Run, data: Path) -> None:
    """Of the years from the first of them to the day's."""
    ended = run("aarshjul", "list", *om(data, "2026-02-01"), "--fra", "2025", "-f", "ics")
    rounds = re.findall("SUMMARY:Statusdato: (.*?)\r", ended.out)
    assert rounds == [f"{name} {year}" for year in (2025, 2026) for name in NAMES]


def test_restanse_has_the_columns_and_the_order_that_are_asked_for(run: Run) -> None:
    """As the list of vedtak, with its own column; what may be done is said all the same."""
    words = ("--data", str(EKSEMPEL), "--dato", "2025-09-15", "-f", "csv", "--sorter=-hvorfor")
    ended = run("vedtak", "restanse", "-k", "id,organ,hvorfor", *words)
    assert ended.out.split("\r\n") == [
        "\ufeffid;organ;hvorfor",
        "V-2025-04;Kommunestyret;uten oppfølging",
        "V-2025-06;Utvalg for kultur og oppvekst;fristen er ute",
        "",
    ]
    assert ended.err.startswith("Trenger et vedtak ingen oppfølging, si hvorfor: ")
