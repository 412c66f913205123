"""The municipality's own fields: on every record, and left alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

from styring.register.filskjema import filer
from styring.register.slag import SLAG

KOMMUNE = """\
navn: Lillevik (oppdiktet)
egne: {nettsted: lillevik.example}
kommunenummer:
  - {nummer: "9999", fra: 2020, egne: {fylke: Ytre}}
perioder:
  - {kode: T1, navn: 1. tertial, per: "30.4.", egne: {behandles: juni}}
"""
KONTAKTER = """\
egne: {ajour: 2026-01}
sektorer:
  - {kode: TEK, navn: Teknikk, direktoer: eva, egne: {ansatte: 40}}
kontakter:
  - {id: eva, navn: Eva Havnes, egne: {bygg: Nord}}
  - {id: per, navn: Per Lunde}
"""
MAAL = """\
egne: {plan: 24/7}
satsingsomraader:
  - id: A
    tittel: Trygt
    hovedmaal:
      - id: A1
        tittel: Trygge veier
        delmaal:
          - id: A1.1
            tittel: Ingen ulykker
            egne: {farge: rød}
            indikatorer:
              - navn: Ulykker
                enhet: antall
                retning: ned
                egne: {tabell: "12044"}
                maalinger:
                  - {tid: 2025, verdi: 3, egne: {foreløpig: true}}
"""
OPPDRAG = """\
aar: 2026
egne: {brev: 25/881}
oppdrag:
  - id: TEK-2026-01
    tittel: Sikre skoleveiene
    sektor: TEK
    delegering:
      - {til: per, egne: {møte: 3}}
    oppgaver:
      - {id: TEK-2026-01.1, tittel: Bygge gangvei, egne: {prosjekt: "4012"}}
    rapporter:
      - periode: 2026-T1
        dato: 2026-05-02
        status: under_arbeid
        kommentar: Arbeidet er i gang ved to skoler.
        forventet_ferdig: 2026-10
        egne: {lest_av: kommunedirektøren}
    unntatt: {hjemmel: offl. § 15, egne: {vurdert: 2026-02-01}}
    egne: {arkivsak: 26/112, timer: 12}
  - id: TEK-2026-02
    tittel: Skifte gatelysene
    sektor: TEK
    egne: {timer: 4}
  - {id: TEK-2026-03, tittel: Male rekkverket, sektor: TEK, egne: {timer: mange}}
  - {id: TEK-2026-04, tittel: Rydde strandsonen, sektor: TEK}
"""
VEDTAK = """\
egne: {system: arkivet}
vedtak:
  - id: V-1
    tittel: Lys i Storgata
    type: verbal
    sektor: TEK
    tilbakemelding: {dato: 2026-04-01, egne: {protokoll: 8}}
    egne: {forslagsstiller: SV}
"""
AARSHJUL = """\
egne: {eier: stab}
hendelser:
  - {id: H1, tittel: Budsjett, spor: politisk, tid: 2026-06, egne: {rom: Fjorden}}
"""
FILER = {
    "kommune": KOMMUNE,
    "kontakter": KONTAKTER,
    "maal": MAAL,
    "oppdrag": OPPDRAG,
    "vedtak": VEDTAK,
    "aarshjul": AARSHJUL,
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which every kind of record has own fields; where it lies is stood in."""
    monkeypatch.chdir(tmp_path)
    (folder := tmp_path / "data").mkdir()
    for name, text in FILER.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("slag", SLAG, ids=lambda slag: slag.navn)
def test_every_record_may_have_own_fields(slag: Any) -> None:
    """Wherever an unknown key is told to belong under `egne`, `egne` is a key."""
    (text,) = filer([slag]).values()
    schema = json.loads(text)
    without = [
        name
        for name, record in {"the file": schema, **schema.get("$defs", {})}.items()
        if record.get("type") == "object" and "egne" not in record["properties"]
    ]
    assert without == []


def test_own_fields_are_no_fault_anywhere(data: Path, run: Run) -> None:
    """The example above has them on all that a file can hold, and says so in JSON too."""
    assert run("valider", "--dato", "2026-05-10")[:2] == (0, "ingen feil\n")
    (first, *_) = json.loads(run("oppdrag", "vis", "tek-1", "--format", "json").out)
    assert first["egne"] == {"arkivsak": "26/112", "timer": 12}
    assert [
        part["egne"] for key in ("delegering", "oppgaver", "rapporter") for part in first[key]
    ] == [
        {"møte": 3},
        {"prosjekt": "4012"},
        {"lest_av": "kommunedirektøren"},
    ]
    assert first["unntatt"]["egne"] == {"vurdert": "2026-02-01"}


def test_own_fields_of_a_report_stand_when_it_is_replaced(data: Path, run: Run) -> None:
    """A new report for the period takes the place of what was said, and of nothing else."""
    words = ("status", "oppdater", "tek-1", "--status", "ferdig", "--periode", "2026-T1")
    assert run(*words, "--kommentar", "Alle tre er sikret.", "--dato", "2026-05-10").status == 0
    text = (data / "oppdrag.yaml").read_text(encoding="utf-8")
    assert "status: ferdig\n        kommentar: Alle tre er sikret.\n" in text
    assert "        egne: {lest_av: kommunedirektøren}\n" in text
