"""A data folder with a gap of each kind in its red thread."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import EKSEMPEL, RIK
from driver import Ended, styring

DAYS = {EKSEMPEL: "2025-09-15", RIK: "2024-05-15"}
FOLDERS = pytest.mark.parametrize("data", DAYS, ids=lambda data: data.name)
KONTAKTER = """
sektorer:
  - {kode: SOS, navn: Samfunn, direktoer: kari}
  - {kode: TEK, navn: Teknikk}
  - {kode: KUL, navn: Kultur}
kontakter: [{id: kari, navn: Kari Nordmann}, {id: per, navn: Per Hansen}]
"""
MAAL = """
satsingsomraader:
  - id: TF
    tittel: Fellesskap
    hovedmaal:
      - id: TF1
        tittel: Alle kan delta
        delmaal:
          - {id: TF1.1, tittel: Flere deltar, ansvar: [SOS, TEK, KUL]}
          - {id: TF1.2, tittel: Alle høres, ansvar: [TEK]}
          - {id: TF1.3, tittel: Ingen er ensom}
"""
OPPDRAG = """
aar: 2023
oppdrag:
  - {id: SOS-2023-01, tittel: Lage en plan, sektor: SOS, delmaal: [TF1.1], delansvar: [KUL]}
  - id: TEK-2023-01
    tittel: Bygge en bro
    sektor: TEK
    delmaal: [TF1.1, TF1.2]
    rapporter: [{periode: 2023-T1, dato: 2023-05-01, status: utgaar}]
  - id: TEK-2023-02
    tittel: Rive en bro
    sektor: TEK
    frist: 2023-06
    oppgaver:
      - {id: TEK-2023-02.1, tittel: Sperre veien, frist: 2023-06-30}
      - {id: TEK-2023-02.2, tittel: Rydde, frist: 2023-T2}
      - {id: TEK-2023-02.3, tittel: Sprenge, frist: 2023-T2, status: ferdig}
  - id: KUL-2023-01
    tittel: Synge
    sektor: KUL
    rapporter: [{periode: 2023-T1, dato: 2023-05-01, status: utgaar}]
"""
VEDTAK = """
vedtak:
  - {id: V-2023-01, tittel: Bro over elva, type: politisk, oppdrag: [SOS-2023-01, TEK-2023-02]}
  - {id: V-2023-02, tittel: Glemt, type: verbal}
  - {id: V-2023-03, tittel: Gitt, type: verbal, sektor: SOS}
  - {id: V-2023-04, tittel: Sett, type: politisk, oppfoelging: {ingen: Til orientering}}
"""
FILES = {"kontakter": KONTAKTER, "maal": MAAL, "oppdrag": OPPDRAG, "vedtak": VEDTAK}


def with_gaps(tmp_path: Path) -> Path:
    """A data folder of its own with a gap of each kind."""
    for name, text in FILES.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def traad(data: Path, *words: str) -> Ended:
    """The thread of a folder, on the day that its reports suit."""
    return styring("roedtraad", *words, "--data", str(data), "--dato", DAYS.get(data, "2023-06-01"))


def in_json(data: Path, *words: str) -> Any:
    """The thread as machines get it."""
    ended = traad(data, *words, "--format", "json")
    assert ended.status == 0
    assert ended.err == "" or "--hull" in words
    return json.loads(ended.out)


def ids(records: list[dict[str, Any]]) -> list[str]:
    """The ids of records."""
    return [record["id"] for record in records]
