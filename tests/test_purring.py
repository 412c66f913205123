"""Which reporting round it is, for oppdrag and for vedtak, and what is told of it."""

from pathlib import Path

import pytest
from conftest import Run

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


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little municipality with the rounds of those that have not set their own."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_vedtak_is_reported_for_the_round_of_last_year_in_january(run: Run, data: Path) -> None:
    """The code alone is enough, and the report stands the rules."""
    words = ("V-1", "--status", "under arbeid", "--forventet-ferdig", "2025", "--periode", "AAR")
    ended = run("status", "oppdater", *words, "--dato", "2025-01-15")
    assert (
        ended.out.splitlines()[0]
        == "V-1 er rapportert for 2024-AAR: under arbeid, ventet ferdig 2025."
    )


@pytest.mark.parametrize(
    ("id_", "day", "said"),
    [
        ("V-1", "2024-05-10", "Feil: ingen periode er kommet siden V-1 ble vedtatt\n"),
        ("V-2", "2024-05-10", "Feil: ingen har fått V-2 å følge opp, så ingen periode gjelder"),
    ],
)
def test_vedtak_in_no_round_is_told_why(
    id_: str, day: str, said: str, run: Run, data: Path
) -> None:
    """It is not said that no round has come when one has."""
    ended = run("status", "oppdater", id_, "--status", "ferdig", "--dato", day)
    assert ended.status == 3
    assert ended.err.startswith(said)
    assert "--periode" in ended.err


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("T1 --dato 2024-09-01", "A-2024-01 A-2024-02 A-2024-02.1 B-2024-01"),
        ("t2 --dato 2025-01-15", "A-2024-01 A-2024-02 A-2024-02.1 B-2024-01 V-1"),
        ("2025-T1 --dato 2025-05-15", "V-1"),
    ],
)
def test_only_what_is_in_a_round_lacks_a_report_for_it(
    words: str, ids: str, run: Run, data: Path
) -> None:
    """A vedtak is in those since it was made, once somebody has it."""
    ended = run("status", "oppdater", "--periode", *words.split())
    assert [line.split()[0] for line in ended.out.splitlines()[1:]] == ids.split()
