"""The fictional municipality of `tests/rik` on a day, and how answers are read."""

from pathlib import Path

import pytest
from conftest import RIK

DAG = "2024-05-15"
"""A day in the middle of the fictional data: some of it is late, some of it is not."""
OM_RIK = ("--data", str(RIK), "--dato", DAG)


def small_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
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
