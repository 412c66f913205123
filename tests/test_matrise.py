"""The matrix of goals and sectors: who is responsible, and who works for what."""

import csv
import io
from pathlib import Path

import pytest
from traaden import FOLDERS, MAAL, in_json, traad, with_gaps

from styring.formats import tabell as tabellformat
from styring.formats.skjerm import Skjerm
from styring.model.oppdrag import Oppdrag, Status
from styring.register.innhold import Register
from styring.register.lasting import last
from styring.stand import stand
from styring.stand.matrise import matrise
from styring.views import maalmatrise


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of its own with a gap of each kind."""
    return with_gaps(tmp_path)


def works(register: Register, oppdrag: Oppdrag) -> bool:
    """It is not dropped."""
    return stand.status(register, oppdrag) is not Status.UTGAAR


@FOLDERS
def test_matrix_counts_what_each_sector_has_or_shares(data: Path) -> None:
    """Each cell is what counting by hand gives, and the last column counts each oppdrag once."""
    register = last(data)
    working = [oppdrag for oppdrag in register.oppdrag if works(register, oppdrag)]
    rows = in_json(data, "--matrise")
    assert [row["id"] for row in rows] == [*(goal.id for goal in register.delmaal), None]
    for row in rows:
        mine = [o for o in working if (row["id"] in o.delmaal if row["id"] else not o.delmaal)]
        assert row["alle"] == len(mine)
        assert row["sektorer"] == {
            s.kode: sum(s.kode == o.sektor or s.kode in o.delansvar for o in mine)
            for s in register.sektorer
        }
        assert row["mangler"] == [kode for kode in row["ansvar"] if not row["sektorer"][kode]]


def test_matrix_marks_who_is_responsible_and_has_none(data: Path) -> None:
    """A mark and no colour; what the mark means is said beside the result, the sums at the end."""
    ended = traad(data, "--matrise")
    assert (ended.status, [line.split() for line in ended.out.splitlines()]) == (
        0,
        [
            ["Id", "Delmål", "SOS", "TEK", "KUL", "Sum"],
            ["TF1.1", "Flere", "deltar", "1", "!", "1", "1"],
            ["TF1.2", "Alle", "høres", "!", "0"],
            ["TF1.3", "Ingen", "er", "ensom", "0"],
            ["uten", "oppdrag", "uten", "delmål", "1", "1"],
            ["Sum", "1", "1", "1", "2"],
        ],
    )
    assert ended.err == "! = har ansvar for delmålet, men ingen oppdrag.\n"


def test_matrix_as_csv_tells_none_from_nothing_to_do(data: Path) -> None:
    """0 where a sector is responsible and has none, empty where it is not responsible."""
    ended = traad(data, "--matrise", "--format", "csv")
    assert (ended.status, ended.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(ended.out.removeprefix("\ufeff")), delimiter=";"))
    assert list(rows[1].values()) == ["TF1.2", "Alle høres", "", "0", "", "0"]


def test_sector_narrows_the_matrix(data: Path) -> None:
    """One column, and the delmål that concern it."""
    rows = in_json(data, "--matrise", "--sektor", "KUL")
    assert [(row["id"], row["sektorer"], row["alle"]) for row in rows] == [("TF1.1", {"KUL": 1}, 1)]


@pytest.mark.parametrize(("width", "has_titles"), [(60, False), (80, True), (200, True)])
def test_matrix_of_twelve_sectors_fits(width: int, has_titles: bool, tmp_path: Path) -> None:
    """Every code and number is whole; the titles go where there is no room to read them."""
    codes = [f"S{number:02}" for number in range(12)]
    sectors = "".join(f"  - {{kode: {kode}, navn: Sektor}}\n" for kode in codes)
    texts = {
        "kontakter": f"sektorer:\n{sectors}kontakter: []\n",
        "maal": MAAL.replace("SOS, TEK, KUL", "S00, S11").replace("TEK", "S05"),
        "oppdrag": "aar: 2023\noppdrag: [{id: A, tittel: B, sektor: S11, delmaal: [TF1.1]}]\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    shown = tabellformat.tabell(
        maalmatrise.tabell(matrise(last(tmp_path), ())), Skjerm(width)
    ).decode()
    assert shown.split()[: 2 + 12 + has_titles] == [
        *("Id", *(["Delmål"] if has_titles else []), *codes, "Sum")
    ]
    assert max(map(len, shown.splitlines())) <= width
    assert ("Flere deltar" in shown) is has_titles
