"""A little municipality in which somebody has not reported, and what is said of it."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from conftest import EKSEMPEL
from driver import Ended, styring

OM = ("--data", str(EKSEMPEL), "--dato", "2025-09-15")
CONTACTS = """\
sektorer:
  - {kode: A, navn: Alle, direktoer: ola}
  - {kode: B, navn: Byen}
kontakter:
  - {id: kari, navn: "Å, Kari", epost: kari@x.example}
  - {id: ola, navn: Ola Ås, epost: ola@x.example}
  - {id: per, navn: Per Post}
  - {id: liv, navn: Liv Løs, epost: "liv@x.example\\nBcc: alle@x.example"}
"""
ASSIGNMENTS = """\
aar: 2024
oppdrag:
  - {id: A-2024-01, tittel: Bygge bru, sektor: A, frist: 2024-11}
  - id: A-2024-02
    tittel: Hemmelig bygg
    sektor: A
    unntatt: {hjemmel: offl. § 21}
    oppgaver: [{id: A-2024-02.1, tittel: Hemmelig tegning, ansvarlig: kari}]
  - {id: B-2024-01, tittel: Rydde, sektor: B}
"""
RESOLUTIONS = """\
vedtak:
  - {id: V-1, tittel: Svare, type: politisk, dato: 2024-05-05, sektor: A}
  - {id: V-2, tittel: Ingens, type: politisk, dato: 2024-01-05}
"""
FILES = {
    "kontakter.yaml": CONTACTS,
    "oppdrag.yaml": ASSIGNMENTS,
    "vedtak.yaml": RESOLUTIONS,
    "maal.yaml": "satsingsomraader: []\n",
}


def little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little municipality with the rounds of those that have not set their own."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def opened(path: Path) -> EmailMessage:
    """A draft as an e-mail program reads it."""
    read = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(read, EmailMessage)
    assert read.defects == []
    return read


def body(path: Path) -> str:
    """The text of a draft."""
    text: str = opened(path).get_content()
    return text.replace("\r\n", "\n")


def drafts(*words: str) -> Ended:
    """Writes the drafts."""
    return styring("rapport", "mangler", "--dato", "2024-09-01", "--format", "epost", *words)
