"""A small municipality that a sheet comes back to."""

from pathlib import Path

import pytest
from driver import Ended, styring

from styring import slag
from styring.register.lasting import last

KONTAKTER = """\
sektorer:
  - {kode: TEK, navn: Teknisk, direktoer: eva}
  - {kode: KUL, navn: Kultur}
kontakter:
  - {id: eva, navn: Eva Havnes, epost: eva@vik.example}
  - {id: ola, navn: Ola Skog}
"""
OPPDRAG = """\
aar: 2026
oppdrag:
  - id: TEK-2026-01
    tittel: Måle opp tre skoleveier
    sektor: TEK
    frist: 2026-12-31
    delansvar: [KUL]
    rapporter:
      - {periode: 2026-T1, dato: 2026-05-05, av: eva, status: under_arbeid, vurdering: gul,
         kommentar: Vi venter på svar., avvik: Det er sent., tiltak: Vi ringer.}
  - id: TEK-2026-02
    tittel: Asfaltere
    sektor: TEK
    frist: 2026-T3
    oppgaver:
      - {id: TEK-2026-02.1, tittel: Grave, ansvarlig: ola}
    egne: {arkivsak: "26/12"}
  - {id: KUL-2026-01, tittel: "=Synge, høyt", sektor: KUL}
"""
VEDTAK = """\
vedtak:
  - {id: V-2026-01, tittel: Male broen, type: politisk, dato: 2026-02-01, sektor: TEK}
  - {id: V-2026-02, tittel: Gjennom, type: verbal, dato: 2026-02-01, oppdrag: [TEK-2026-02]}
"""
DAY = ("--dato", "2026-05-10")


def municipality(folder: Path) -> Path:
    """A small one, in a folder."""
    folder.mkdir(exist_ok=True)
    files = {"kontakter": KONTAKTER, "oppdrag": OPPDRAG, "vedtak": VEDTAK}
    for name, text in {**files, "maal": "satsingsomraader: []\n"}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small municipality, in the folder that the command stands in."""
    monkeypatch.chdir(tmp_path)
    return municipality(tmp_path / "data")


def take(content: str | bytes, *words: str, name: str = "ark.csv") -> Ended:
    """What `status oppdater --fra` does with a file."""
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return styring("status", "oppdater", "--fra", name, *words, *DAY)


def said(data: Path, id_: str) -> tuple[str, str | None, str | None]:
    """The status, the comment and the avvik of the last report of one."""
    rapport = last(data).etter_id(slag.OPPDRAG)[id_.lower()].rapporter[-1]
    return rapport.status.value, rapport.kommentar, rapport.avvik
