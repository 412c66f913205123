"""A small data folder with a direktør on some days, and its holders."""

import json
from pathlib import Path

import pytest
from driver import Ended

FOLK = """\
sektorer:
  - kode: SOS
    navn: Samfunn
    direktoer:
      - {kontakt: kari, til: 2026-04-30}
      - {kontakt: ola, fra: 2026-05-15}
kontakter:
  - {id: kari, navn: Kari Nordmann, sektor: SOS}
  - {id: ola, navn: Ola Nordmann, sektor: SOS}
  - {id: per, navn: Per Nordmann, sektor: SOS}
"""
OPPDRAG = """\
aar: 2026
oppdrag:
  - {id: SOS-2026-01, tittel: Lage en plan, sektor: SOS}
  - id: SOS-2026-02
    tittel: Lære å telle
    sektor: SOS
    delegering:
      - {til: per, av: kari, dato: 2026-02-01}
"""


def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small data folder, in the folder that the command stands in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (folder / "kontakter.yaml").write_text(FOLK, encoding="utf-8")
    (folder / "oppdrag.yaml").write_text(OPPDRAG, encoding="utf-8")
    return folder


def change(path: Path, old: str, new: str) -> None:
    """Other text in one place of a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(ended: Ended) -> list[tuple[str, str]]:
    """The faults in JSON, each as its place and its code."""
    found = json.loads(ended.out)
    return [(f"{Path(f['fil']).name}:{f['linje']}:{f['kolonne']}", f["kode"]) for f in found]
