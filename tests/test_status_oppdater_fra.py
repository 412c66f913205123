"""`styring status oppdater --fra`: reports from a file, all of them or none."""

import csv
import io
import json
from pathlib import Path

import pytest
from driver import anew, styring
from written import ANGRE, OM, changes, done, refused, stored

TWO = (
    "- id: æld-1\n  status: Under arbeid\n  kommentar: Ti av tolv har lært det.\n"
    "  forventet_ferdig: 2024-K4\n- {id: BYG-2023-01.10, status: FERDIG}\n- {id: ARK-2024-01}\n"
)
AS_JSON = json.dumps(
    [
        {
            "id": "ÆLD-2024-01",
            "status": "under_arbeid",
            "kommentar": "Ti av tolv har lært det.",
            "forventet_ferdig": "2024-K4",
        },
        {"id": "byg-2023-1.10", "status": "ferdig", "kommentar": None},
    ]
)
AS_CSV = (
    "Id;Tittel;Status;Forventet ferdig;Kommentar\n"
    "ÆLD-2024-01;Eldre;under arbeid;2024-K4;Ti av tolv har lært det.\n"
    ';;;;\nbyg-2023-1.10;Spikre;Ferdig;;""\nARK-2024-01;Arkivere;;;\n'
)
SAID_OF_TWO = (
    "ÆLD-2024-01 er rapportert for 2024-VÅR: under arbeid, forventet ferdig 2024-K4.\n"
    "BYG-2023-01.10: ferdig.\n"
)
CHANGED_BY_TWO = [
    "-      - {id: BYG-2023-01.10, tittel: Spikre}",
    "+      - {id: BYG-2023-01.10, tittel: Spikre, status: ferdig}",
    "+    rapporter:",
    (
        "+      - {periode: 2024-VÅR, dato: 2024-05-15, status: under_arbeid, "
        "kommentar: Ti av tolv har lært det., forventet_ferdig: 2024-K4}"
    ),
]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("r.yaml", TWO.encode()),
        ("r.yml", ("\ufeff" + TWO.replace("\n", "\r\n")).encode()),
        ("r.json", AS_JSON.encode()),
        ("r.csv", AS_CSV.encode()),
        ("r.csv", ("\ufeff" + AS_CSV.replace("\n", "\r\n")).encode()),
        ("r.csv", AS_CSV.replace("\n", "\r\n").encode("cp1252")),
        ("r.CSV", AS_CSV.replace(";", "\t").encode()),
        ("uten-endelse", AS_CSV.encode()),
        ("uten-endelse", TWO.encode()),
    ],
)
def test_reports_come_from_a_file(name: str, content: bytes, data: Path) -> None:
    """YAML, JSON and a spreadsheet's CSV say the same; rows with nothing filled in say nothing."""
    Path(name).write_bytes(content)
    assert done(styring("status", "oppdater", "--fra", name, *OM)) == SAID_OF_TWO
    assert changes(data) == CHANGED_BY_TWO
    assert styring("angre").status == 0
    assert changes(data) == []


@pytest.mark.parametrize("content", [TWO, AS_JSON, AS_CSV], ids=["yaml", "json", "csv"])
def test_reports_come_from_stdin(content: str, data: Path) -> None:
    """`--fra -` reads what is piped in, whatever the format."""
    ended = styring("status", "oppdater", "--fra", "-", *OM, process=anew(stdin=content))
    assert ended == (0, SAID_OF_TWO + ANGRE, "")
    assert changes(data) == CHANGED_BY_TWO


@pytest.mark.parametrize(
    ("name", "content", "faults"),
    [
        (
            "r.yaml",
            "- {id: ARK-2024-01, status: ferdig}\n- id: æld-1\n  status: fredig\n  vurdring: gul\n",
            [(3, 11, 6, "FELT004"), (4, 3, 8, "FELT001")],
        ),
        (
            "r.yaml",
            "- {id: ARK-2024-01, status: ferdig}\n- {id: nemo, status: ferdig}\n",
            [(2, 8, 4, "FIL005")],
        ),
        (
            "r.yaml",
            "- {id: ARK-2024-01, status: ferdig}\n- {id: æld-1, status: ferdig, avvik: Røk}\n",
            [(2, 38, 3, "RAP004")],
        ),
        (
            "r.yaml",
            "- {id: ARK-2024-01, status: ferdig}\n- {id: ark-2024-01, status: utgår}\n",
            [(2, 8, 11, "FIL005")],
        ),
        ("r.yaml", "- {id: ARK-2024-01, status: ferdig, av: nemo}\n", [(1, 41, 4, "FIL005")]),
        (
            "r.yaml",
            "- {id: byg-2023-1.10, status: ferdig, vurdering: gul}\n",
            [(1, 31, 6, "FIL005")],
        ),
        (
            "r.yaml",
            "- {id: æld-1, status: ferdig, kommentar: a\n",
            None,
        ),
        (
            "r.csv",
            "id;status;avvik;tiltak\nARK-2024-01;ferdig;;\næld-1;ferdig;Tauet røk;\n",
            [(3, 14, 9, "RAP004")],
        ),
        (
            "r.csv",
            "id;status;forventet_ferdig\nARK-2024-01;fredig;snart\nnemo;ferdig;\n",
            [(2, 13, 6, "FELT004"), (2, 20, 5, "FELT005"), (3, 1, 4, "FIL005")],
        ),
        ("r.csv", "id;stauts\nARK-2024-01;ferdig\n", [(1, 4, 6, "FELT001")]),
        ("r.csv", "status;kommentar\nferdig;x\n", [(1, 1, 16, "FELT002")]),
        ("r.json", '[{"id": "æld-1",\n  "status": "fredig"}]', [(2, 13, 8, "FELT004")]),
    ],
)
def test_all_rows_or_none(
    name: str, content: str, faults: list[tuple[int, int, int, str]] | None, data: Path
) -> None:
    """A fault is shown at its row and column with carets under it, and no row is taken in."""
    Path(name).write_text(content, encoding="utf-8")
    ended = styring("status", "oppdater", "--fra", name, *OM)
    said = refused(ended, 1)
    assert said.endswith(
        " feil\nFeil: ingen av rapportene er ført inn\nRett feilene, og prøv igjen.\n"
    )
    assert changes(data) == []
    if faults is None:
        return
    shown = said.splitlines()
    heads = [number for number, line in enumerate(shown) if line.startswith(f"{name}:")]
    assert len(heads) == len(faults)
    for (row, column, length, code), number in zip(faults, heads, strict=True):
        assert shown[number].startswith(f"{name}:{row}:{column}: feil {code}: ")
        assert shown[number + 1] == "    " + content.splitlines()[row - 1]
        assert shown[number + 2] == " " * (3 + column) + "^" * length


def test_same_thing_twice_under_other_names_is_refused(data: Path) -> None:
    """Two rows that mean the same oppdrag, or the same oppgave, are one too many."""
    for first, second in (("æld-1", "ÆLD-2024-01"), ("byg-2023-1.10", "BYG-2023-01.10")):
        rows = f"- {{id: {first}, status: ferdig}}\n- {{id: {second}, status: utgaar}}\n"
        Path("r.yaml").write_text(rows, encoding="utf-8")
        said = refused(styring("status", "oppdater", "--fra", "r.yaml", *OM), 1)
        assert said.startswith(
            f"r.yaml:2:8: feil FIL005: {second} er allerede rapportert, på linje 1\n"
        )
        assert changes(data) == []


def test_many_reports_are_counted(data: Path) -> None:
    """More than a few are told of by their number, and that nothing is new is said."""
    ids = ("byg-2023-1", "byg-2023-1.10", "øko-2", "æld-1", "ark-2024-1", "byg-2023-1.1")
    Path("r.csv").write_text("id;status\n" + "".join(f"{id_};ferdig\n" for id_ in ids), "utf-8")
    said = done(styring("status", "oppdater", "--fra", "r.csv", *OM))
    # The last one is done already.
    assert said == "5 rapporter er ført inn. 1 av dem endrer det som sto der fra før.\n"
    again = styring("status", "oppdater", "--fra", "r.csv", *OM)
    assert again == (0, "Alt er rapportert slik fra før.\n", "")


@pytest.mark.parametrize(("name", "content"), [("r.csv", "id;status\n"), ("r.yaml", "")])
def test_empty_file_reports_nothing(name: str, content: str, data: Path) -> None:
    """A file with no rows is no fault."""
    Path(name).write_text(content, encoding="utf-8")
    ended = styring("status", "oppdater", "--fra", name, *OM)
    assert ended == (0, "Det er ingen rapporter der.\n", "")


def test_list_is_filled_in_as_a_spreadsheet_does(data: Path) -> None:
    """What `oppdrag list --format csv` gives comes back with a column filled in, in its bytes."""
    listed = styring("oppdrag", "list", "--uten-rapport", "--format", "csv", *OM)
    table = list(csv.reader(io.StringIO(listed.out.removeprefix("\ufeff")), delimiter=";"))
    head, rows = table[0], table[1:]
    head += ["kommentar", "forventet_ferdig"]
    for row in rows:
        row[head.index("status")] = "under arbeid"
        row += ['Står det; "ikke" stille', "31.12.2024"]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([head, *rows])
    Path("fra excel.csv").write_bytes(text.getvalue().encode("utf-8-sig"))
    ended = styring("status", "oppdater", "--fra", "fra excel.csv", *OM)
    assert done(ended).count("under arbeid, forventet ferdig 31.12.2024.\n") == len(rows) == 4
    for row in rows:
        report = stored(data, row[0]).rapporter[-1]
        assert report.kommentar == 'Står det; "ikke" stille'
    assert styring("oppdrag", "list", "--uten-rapport", "--kolonner", "id", *OM).out == "Id\n"
