"""Those who have vedtak alone: every overview and report is of them."""

import json
import re
from pathlib import Path

import pytest
from conftest import EKSEMPEL
from driver import styring
from vedtakene import RESOLUTIONS, in_json, of_vedtak, om


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A municipality that only follows up vedtak: it has neither oppdrag nor goals."""
    return of_vedtak(tmp_path)


NAMES = ("1. tertial", "2. tertial", "Årsrapport")


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
    also: str, lacking: str, data: Path
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
    found = json.loads(styring("valider", *om(data), "--format", "json").out)
    assert [(f["kode"], Path(f["fil"]).name) for f in found] == [
        ("FIL001", name) for name in lacking.split()
    ]


def test_link_to_an_oppdrag_is_a_fault_where_there_are_none(data: Path) -> None:
    """No file of oppdrag is no reason to believe in it; a new oppdrag says which file it needs."""
    path = data / "vedtak.yaml"
    path.write_text(RESOLUTIONS.replace("    sektor: TEK", "    oppdrag: [TEK-1]\n", 1), "utf-8")
    assert "VED001: ukjent oppdrag «TEK-1»" in styring("valider", *om(data)).out
    assert styring("oppdrag", "vis", "TEK-1", *om(data)).err.startswith("Feil: finner ikke oppdrag")
    said = styring("oppdrag", "ny", "Hei", "-s", "TEK", *om(data))
    assert (said.status, "Gi året med --aar, så blir den laget." in said.err) == (2, True)


def test_overview_of_vedtak_alone_is_of_them(data: Path) -> None:
    """By sector or by who has them; what needs no follow-up is told of beside it."""
    ended = styring("status", *om(data))
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
        found = in_json(data, "status", *words)
        assert [
            (r["sektor"], r["vedtak"], r["ferdig"], r["forfalt"], r["mangler_rapport"])
            for r in found
        ] == rows
    why = styring("status", "--hvorfor", *om(data)).out
    assert re.search("V-1 +Svømmehall +frist 2025-05, under arbeid", why)
    (row, _) = in_json(data, "status", "--etter", "ansvarlig")
    assert (row["ansvarlig"], row["vedtak"]) == ("ola", 2)


def test_overview_where_there_is_nothing_is_of_oppdrag(data: Path) -> None:
    """A folder that is new has neither."""
    (data / "vedtak.yaml").write_text("vedtak: []\n", encoding="utf-8")
    ended = styring("status", *om(data))
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.split()[:2] == ["Sektor", "Oppdrag"]


def test_vedtak_beside_oppdrag_are_told_of_beside_the_overview(data: Path) -> None:
    """The figures are of the oppdrag, and the vedtak are on a line of their own."""
    oppdrag = "aar: 2025\noppdrag: [{id: TEK-2025-01, tittel: En, sektor: TEK}]\n"
    (data / "oppdrag.yaml").write_text(oppdrag, encoding="utf-8")
    (data / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    path = data / "vedtak.yaml"
    path.write_text(RESOLUTIONS.replace("17/25}", "17/25, oppdrag: [TEK-2025-01]}"), "utf-8")
    through = "1 som følges opp gjennom oppdrag og 1 som ikke trenger oppfølging"
    said = f"1 under arbeid, 1 ferdig, {through}"
    ended = styring("status", *om(data))
    assert f"Vedtakene, som ikke er med i tallene: {said}.\n" in ended.err
    assert [row["oppdrag"] for row in in_json(data, "status")] == [1]
    report = styring("rapport", "tertial", *om(data)).out
    assert f"- **Vedtak:** 4. Av dem: {said}. Forfalt: 1. Forsinket: 1.\n" in report


def test_reports_of_vedtak_alone_count_them(data: Path) -> None:
    """Each vedtak is in the report and in the chapter, and nothing is said of oppdrag."""
    total = "- **Vedtak:** 4. Av dem: 1 ikke rapportert, 1 under arbeid, 1 ferdig og 1 som ikke "
    for words, title in (
        (("tertial",), "# Tertialrapport: 2. tertial 2025\n"),
        (("aar",), "# Vedtakene i 2025\n"),
    ):
        ended = styring("rapport", *words, *om(data))
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
    words: str, day: str, title: str, empty: bool, data: Path
) -> None:
    """They go on by themselves, with no file of oppdrag or one of an older year with none in it."""
    if empty:
        (data / "oppdrag.yaml").write_text("aar: 2025\noppdrag: []\n", encoding="utf-8")
        (data / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    ended = styring("rapport", *words.split(), *om(data, day))
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
def test_year_before_all_vedtak_is_refused(words: str, said: str, data: Path) -> None:
    """With those that there are."""
    ended = styring("rapport", *words.split(), *om(data))
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.endswith(f" {said}")


def test_calendar_of_vedtak_alone_has_the_rounds(data: Path) -> None:
    """Of the years from the first of them to the day's."""
    ended = styring("aarshjul", "list", *om(data, "2026-02-01"), "--fra", "2025", "-f", "ics")
    rounds = re.findall("SUMMARY:Statusdato: (.*?)\r", ended.out)
    assert rounds == [f"{name} {year}" for year in (2025, 2026) for name in NAMES]


def test_restanse_has_the_columns_and_the_order_that_are_asked_for() -> None:
    """As the list of vedtak, with its own column; what may be done is said all the same."""
    words = ("--data", str(EKSEMPEL), "--dato", "2025-09-15", "-f", "csv", "--sorter=-hvorfor")
    ended = styring("vedtak", "restanse", "-k", "id,organ,hvorfor", *words)
    assert ended.out.split("\r\n") == [
        "\ufeffid;organ;hvorfor",
        "V-2025-04;Kommunestyret;uten oppfølging",
        "V-2025-06;Utvalg for kultur og oppvekst;fristen er ute",
        "",
    ]
    assert ended.err.startswith("Trenger et vedtak ingen oppfølging, si hvorfor: ")
