"""What `styring` says of how delmål are measured, from outside."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, in_format
from driver import Ended, styring
from rich.cells import cell_len

from styring.formats.skjerm import Skjerm
from styring.model.indikator import Tall
from styring.register.lasting import last
from styring.slag import DELMAAL
from styring.views.indikatorliste import tabell
from styring.views.visning import Kolonne, Tabell

KONTAKTER = "sektorer: []\nkontakter: []\n"
OPPDRAG = "aar: 2025\noppdrag: []\n"
MAAL = """\
satsingsomraader:
  - id: TF
    tittel: Fellesskap
    hovedmaal:
      - id: TF1
        tittel: Alle kan delta
        delmaal:
          - id: TF1.1
            tittel: Flere deltar
            indikatorer:
              - navn: Frivillige
                enhet: prosent
                retning: opp
                maal: 100
                maal_aar: 2027
                maalinger:
                  - {tid: 2023, verdi: 95.3}
                  - {tid: 2024-K4, verdi: 98.5, kilde: Oppdiktet}
                  - {tid: 2022, verdi: 40}
              - navn: Utslipp
                enhet: tonn
                retning: ned
                maal: 1500
                maalinger: [{tid: 2023, verdi: 1250}, {tid: 2024-05, verdi: 1500}]
              - navn: Køen
                enhet: timer
                retning: ned
                maalinger: [{tid: 2023, verdi: 7}, {tid: 2024, verdi: 7.0}]
              - {navn: Umålt, enhet: antall, retning: opp, maal: 3}
              - navn: Målt én gang
                enhet: antall
                retning: opp
                maalinger: [{tid: 2024, verdi: -2}]
          - {id: TF1.2, tittel: Uten tall}
"""
SHOWN = """\
TF1.1  Flere deltar

  Satsingsområde  TF Fellesskap
  Hovedmål        TF1 Alle kan delta

Indikatorer
  Indikator     Enhet    Nyeste  Målt     Siden sist       Over tid                    Tidligere      Mål                Nådd
  Frivillige    prosent    98,5  2024-K4  ↑ 3,2, rett vei  øker 23,29 i året, rett vei 40_(2022), 95,3_(2023)  minst 100 innen 2027 nei
  Utslipp       tonn      1_500  2024-05  ↑ 250, feil vei  1_250_(2023)   høyst 1_500        ja
  Køen          timer         7  2024     → uendret        7_(2023)
  Umålt         antall                                               minst 3
  Målt én gang  antall       −2  2024

  Oppdrag  ingen er knyttet til målet
"""  # noqa: E501


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which a delmål is measured."""
    files = {"kontakter": KONTAKTER, "maal": MAAL, "oppdrag": OPPDRAG}
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def asked(data: Path, *words: str) -> Ended:
    """A command on the folder, on a day."""
    return styring(*words, "--data", str(data), "--dato", "2025-09-15")


def faults(data: Path, old: str, new: str) -> list[tuple[str, str, str]]:
    """Code, message and way out of what is wrong when one text is another."""
    assert MAAL.count(old) == 1
    (data / "maal.yaml").write_text(MAAL.replace(old, new), encoding="utf-8")
    ended = asked(data, "valider", "--format", "json")
    return [(f["kode"], f["melding"], f["raad"]) for f in json.loads(ended.out)]


def test_delmaal_is_shown_with_its_indikatorer(data: Path) -> None:
    """The newest value by time and not by place, those before, the last change, the target."""
    shown = asked(data, "maal", "vis", "TF1.1").out
    # Columns are as wide as what is in them, which a reader of this test need not count.
    lines = [line.split() for line in shown.splitlines()]
    assert lines == [line.replace("_", "\u00a0").split() for line in SHOWN.splitlines()]
    assert "1\u00a0500" in shown


@pytest.mark.parametrize(("width", "is_there"), [(60, False), (80, False), (160, True)])
def test_measurements_before_are_shown_where_there_is_room(width: int, is_there: bool) -> None:
    """They give way before a change is broken over lines; an indikator that has turned shows it."""
    goal = last(ROOT / "eksempel").etter_id(DELMAAL)["to1.1"]
    shown = in_format(tabell(goal.indikatorer), "tabell", Skjerm(width))
    assert max(map(cell_len, shown.splitlines())) <= width
    assert ("84,1\u00a0(2022), 82,6\u00a0(2023)" in shown) is is_there
    assert ("Tidligere" in shown) is is_there
    if width > 60:
        assert "↑ 3,2, rett vei" in shown
        assert "Siden sist" in shown


def test_json_has_all_and_what_is_worked_out(data: Path) -> None:
    """Numbers are numbers, whole ones whole, and what cannot be known is null."""
    (delmaal,) = json.loads(asked(data, "maal", "vis", "TF1.1", "--format", "json").out)
    first, second, third, fourth, fifth = delmaal["indikatorer"]
    assert first == {
        "navn": "Frivillige",
        "enhet": "prosent",
        "retning": "opp",
        "maal": 100,
        "maal_aar": 2027,
        "maal_tekst": None,
        "under_utvikling": False,
        "kilde": None,
        "maalinger": [
            {"tid": "2023", "verdi": 95.3, "kilde": None, "egne": None},
            {"tid": "2024-K4", "verdi": 98.5, "kilde": "Oppdiktet", "egne": None},
            {"tid": "2022", "verdi": 40, "kilde": None, "egne": None},
        ],
        "deler": [],
        "samlet": None,
        "egne": None,
        "nyeste": {"tid": "2024-K4", "verdi": 98.5, "kilde": "Oppdiktet", "egne": None},
        "forrige": {"tid": "2023", "verdi": 95.3, "kilde": None, "egne": None},
        "endring": 3.2,
        "stigning": 23.29,
        "rett_vei": True,
        "naadd": False,
    }
    worked_out = ("endring", "rett_vei", "naadd")
    assert [tuple(i[key] for key in worked_out) for i in (second, third, fourth, fifth)] == [
        (250, False, True),
        (0, None, None),
        (None, None, None),
        (None, None, None),
    ]
    assert (fourth["nyeste"], fifth["forrige"]) == (None, None)


def test_list_counts_what_is_reached(data: Path) -> None:
    """A delmål shows how many of its measured targets are reached, one without shows nothing."""
    shown = asked(data, "maal", "list", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(shown.lstrip("\ufeff")), delimiter=";"))
    assert [row["paa_maal"] for row in rows] == ["1 av 2", ""]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("verdi: 95.3", "verdi: true", "verdi skal være et tall, ikke en ja/nei-verdi"),
        ("verdi: 95.3", 'verdi: "95,3"', "verdi skal være et tall, ikke «95,3»"),
        ("verdi: 95.3", "verdi: .inf", "verdi skal være et tall"),
        ("verdi: 95.3", "verdi: 1e300", "verdi er et for stort tall"),
        ("maal: 1500", "maal: [1]", "maal skal være et tall, ikke en liste"),
        ("maal: 1500", "maal: {2030: ti}", "2030 skal være et tall, ikke «ti»"),
        ("maal_aar: 2027", "maal_aar: 2027.5", "maal_aar skal være et helt tall"),
    ],
)
def test_what_is_no_number_is_a_fault(old: str, new: str, fault: str, data: Path) -> None:
    """Text, ja/nei, lists and numbers without end are refused in bokmål, with a way out."""
    ((kode, melding, raad),) = faults(data, old, new)
    assert kode == "FELT003"
    assert melding.startswith(fault)
    assert raad


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("tid: 2022", "tid: 2025-12", ["IND003"]),
        ("tid: 2022", "tid: 2025", []),  # the year has begun
        ("tid: 2022", "tid: 2023", ["IND002"]),
        ("tid: 2022", "tid: 2023-06", []),
        ("navn: Køen", "navn: FRIVILLIGE", ["IND001"]),
        ("maal: 1500\n", "maal_aar: 2030\n", ["IND004"]),
        ("maal: 1500\n", "maal: 1600\n", ["IND006"]),
        ("{tid: 2024, verdi: -2}", "{tid: 2020, verdi: -2}", ["IND005"]),
        ("{tid: 2024, verdi: -2}", "{tid: 2021, verdi: -2}", []),
        ("retning: opp, maal: 3}", "retning: bort, maal: 3}", ["FELT004"]),
        ("retning: opp, maal: 3}", "maal: 3}", ["FELT002"]),
    ],
)
def test_rules_hold_at_their_limits(old: str, new: str, codes: list[str], data: Path) -> None:
    """What is just inside a rule is let be, and what is just outside is told."""
    assert [kode for kode, *_ in faults(data, old, new)] == codes


@pytest.mark.parametrize("width", range(40, 90, 7))
def test_number_stays_whole_on_a_narrow_screen(width: int) -> None:
    """A line may end beside a number, never within it."""
    columns = (Kolonne("a", "Hva", er_lang=True), Kolonne("b", "Nyeste"), Kolonne("c", "Mål"))
    row = ("Besøk i året, ute og inne", Tall(46215), f"minst {Tall(60000)} innen 2026")
    shown = in_format(Tabell(columns, (row,), list), "tabell", Skjerm(width))
    assert "46\u00a0215" in shown
    assert "60\u00a0000" in shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0"),
        (1250, "1_250"),
        (-1234567.5, "−1_234_567,5"),
        (98.50, "98,5"),
        (2.0, "2"),
        (0.1 + 0.2, "0,3"),
        (-1e-9, "0"),
        (999_999_999_999_999, "999_999_999_999_999"),
    ],
)
def test_numbers_are_as_norwegians_write_them(number: Any, shown: str) -> None:
    """A decimal comma, a true minus, and a hard space between thousands."""
    assert str(Tall(number)) == shown.replace("_", "\u00a0")
