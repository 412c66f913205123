"""A municipality that only follows up vedtak."""

import json
from pathlib import Path
from typing import Any

from driver import styring

CONTACTS = """\
sektorer:
  - {kode: TEK, navn: Teknikk, direktoer: ola}
  - {kode: HEL, navn: Helse}
kontakter:
  - {id: ola, navn: Ola Ås, sektor: TEK}
"""
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


def of_vedtak(tmp_path: Path) -> Path:
    """A municipality that only follows up vedtak: it has neither oppdrag nor goals."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "kontakter.yaml").write_text(CONTACTS, encoding="utf-8")
    (folder / "vedtak.yaml").write_text(RESOLUTIONS, encoding="utf-8")
    return folder


def om(data: Path, day: str = "2025-09-15") -> tuple[str, ...]:
    """The folder and the day, as options."""
    return ("--data", str(data), "--dato", day)


def in_json(data: Path, *words: str) -> Any:
    """What a command shows as JSON."""
    ended = styring(*words, *om(data), "--format", "json")
    assert ended.status == 0
    return json.loads(ended.out)
