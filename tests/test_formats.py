"""What is shown in each format is what is in the data."""

import re
from dataclasses import fields
from typing import Any

import pytest
import yaml
from answers import shown
from driver import styring
from parsed import OM_RIK, as_text, cells, in_json, markdown_cells, source
from yaml.cyaml import CSafeLoader

from docs.kontrakt import svaret
from docs.svar import SVAR, Svar
from styring.model.oppdrag import Delegering, Oppdrag, Oppgave, Rapport, Status, Vurdering
from styring.yamlfile.read import read

ANSWERS = {svar.kommando: svar for svar in SVAR}


def named(kind: Any) -> tuple[str, ...]:
    """The fields of a record, in their order."""
    return tuple(field.name for field in fields(kind))


OPPDRAG = named(Oppdrag)
WORKED_OUT = tuple(ANSWERS["oppdrag list"].ordene)
INSIDE = {
    "delegering": named(Delegering),
    "oppgaver": named(Oppgave),
    "rapporter": named(Rapport),
}
LISTS = tuple(field.name for field in fields(Oppdrag) if field.default == ())


def test_json_has_all_that_the_files_have() -> None:
    """Every oppdrag, every field of it as it stands in its file, in the order of the files."""
    found = in_json("oppdrag", "list")
    written = list(source())
    assert [record["aar"] for record in found] == [year for year, _ in written]
    for record, (_, right) in zip(found, written, strict=True):
        assert as_text({key: record[key] for key in OPPDRAG}) == right


def test_json_of_oppdrag_is_a_contract() -> None:
    """All fields are always there, in one order: lists are lists, what is missing is null."""
    for record in in_json("oppdrag", "list"):
        assert tuple(record) == OPPDRAG + WORKED_OUT
        assert all(isinstance(record[key], list) for key in LISTS)
        assert isinstance(record["aar"], int)
        assert isinstance(record["forfalt"], bool)
        assert isinstance(record["forsinket"], bool)
        assert isinstance(record["mangler_rapport"], bool)
        for key, keys in INSIDE.items():
            assert all(tuple(part) == keys for part in record[key])


def test_json_has_what_is_worked_out() -> None:
    """Status from the newest report, who holds it now, what is late, what lacks a report."""
    found = {
        record["id"]: tuple(record[key] for key in WORKED_OUT)
        for record in in_json("oppdrag", "list")
    }
    assert found == {
        "BYG-2023-01": (2023, "satt_paa_vent", "arlbo", True, True, True),
        "BYG-2023-02": (2023, "ferdig", "katben", False, False, False),
        "ARK-2023-01": (2023, "utgaar", "ost.aa", False, False, False),
        "ØKO-2024-01": (2024, "under_arbeid", "aseode", True, True, False),
        "ØKO-2024-02": (2024, "ikke_rapportert", "arlbo", False, False, True),
        "ÆLD-2024-01": (2024, "ikke_rapportert", None, False, False, True),
        "BYG-2024-01": (2024, "ikke_startet", "katben", False, False, False),
        "BYG-2024-02": (2024, "ferdig", "katben", False, False, False),
        "ARK-2024-01": (2024, "ikke_rapportert", "ost.aa", False, False, True),
    }


def test_one_record_is_the_same_as_in_the_list() -> None:
    """`oppdrag vis` gives in JSON the very record that `oppdrag list` gives."""
    listed = {record["id"]: record for record in in_json("oppdrag", "list")}
    one, two = in_json("oppdrag", "vis", "øko-1", "byg-2023-1")
    assert (one, two) == (listed["ØKO-2024-01"], listed["BYG-2023-01"])


def test_named_column_is_the_field_of_that_name() -> None:
    """A field means the same in JSON whether all are asked for or it is named alone."""
    for command in ("oppdrag", "maal", "kontakt"):
        whole = in_json(command, "list")
        for key in ("id", "tittel", "sektor", "ansvarlig", "status", "frist", "forfalt", "delmaal"):
            if key in whole[0] and (command, key) != ("maal", "delmaal"):  # those under it
                named = in_json(command, "list", "--kolonner", key)
                assert named == [{key: record[key]} for record in whole], key


@pytest.mark.parametrize("answer", SVAR, ids=[svar.proev for svar in SVAR])
def test_json_of_each_command_is_a_contract(answer: Svar) -> None:
    """Every record has the same fields, those of its kind in the order of the kind."""
    found = svaret(answer.proev, answer.foerst)
    records = found if isinstance(found, list) else [found]
    assert len({tuple(record) for record in records}) == 1
    own = (
        [name for name in named(answer.klasse) if name not in answer.uten] if answer.klasse else []
    )
    assert [name for name in records[0] if name in own] == own


def test_json_of_goals_links_both_ways() -> None:
    """A delmål knows what it is part of, and which oppdrag work for it."""
    found = {goal["id"]: goal for goal in in_json("maal", "list")}
    goal = found["ØY1.1"]
    assert (goal["omraade"], goal["hovedmaal"]) == ("ØY", "ØY1")
    assert goal["oppdrag"] == ["BYG-2023-01", "BYG-2023-02"]
    assert found["FM1.1"]["oppdrag"] == []


def test_status_counts_add_up() -> None:
    """The overview counts what the list has: a sector at a time, and each oppdrag once."""
    listed = in_json("oppdrag", "list")
    for row in in_json("status"):
        own = [record for record in listed if record["sektor"] == row["sektor"]]
        assert row["oppdrag"] == len(own) == sum(row[status.value] for status in Status)
        for status in Status:
            assert row[status.value] == sum(record["status"] == status for record in own)
        for key in ("forfalt", "forsinket", "mangler_rapport"):
            assert row[key] == sum(record[key] for record in own)
    sums = styring("status", *OM_RIK).out.splitlines()[-1].split()
    assert sums == ["Sum", "9", "3", "1", "1", "1", "2", "1", "2", "2", "4", "25"]


def test_json_of_faults_is_a_contract() -> None:
    """Every finding has its code, severity, message, way out and place."""
    (found,) = in_json("valider", "--alle")
    assert tuple(found) == tuple(ANSWERS["valider"].ordene)
    assert (found["kode"], found["alvor"]) == ("KON005", "merknad")
    assert found["fil"].endswith("kontakter.yaml")


@pytest.mark.parametrize(
    "words",
    ["oppdrag list", "oppdrag vis byg-2023-1", "maal list", "maal tre", "kontakt list", "status"],
)
def test_yaml_is_the_same_data_to_every_reader(words: str) -> None:
    """What YAML 1.1 and our own YAML 1.2 read is what JSON says."""
    right = in_json(*words.split())
    text = shown(styring(*words.split(), *OM_RIK, "--format", "yaml"))
    assert yaml.load(text, Loader=CSafeLoader) == right
    document = read("ut.yaml", text.encode())
    assert document.faults == ()
    assert document.value == right


def test_csv_is_the_list() -> None:
    """A row a record under the keys of the columns, with codes and ISO dates."""
    columns = "id,tittel,status,frist,delmaal,oppgaver,rapportert"
    text = shown(styring("oppdrag", "list", *OM_RIK, "-k", columns, "--format", "csv"))
    heading, *rows = cells(text)
    assert heading == columns.split(",")
    records = in_json("oppdrag", "list")
    for row, record in zip(rows, records, strict=True):
        title = record["tittel"]
        assert row == [
            record["id"],
            f"'{title}" if title.startswith("=") else title,
            record["status"],
            record["frist"] or "",
            ", ".join(record["delmaal"]),
            str(len(record["oppgaver"])),
            max((report["dato"] for report in record["rapporter"]), default=""),
        ]
    numbers = cells(shown(styring("status", *OM_RIK, "--format", "csv")))
    assert numbers[0] == [key for key in in_json("status")[0] if key != "navn"]
    assert [row[:2] for row in numbers[1:]] == [
        ["ØKO", "2"],
        ["BYG", "4"],
        ["ÆLD", "1"],
        ["ARK", "2"],
    ]


def test_markdown_is_the_table() -> None:
    """A Markdown reader gets the cells of the table, with `|` and `<script>` as text in them."""
    heading, *rows = markdown_cells(shown(styring("oppdrag", "list", *OM_RIK, "-f", "markdown")))
    assert heading == ["Id", "År", "Oppdrag", "Sektor", "Ansvarlig", "Status", "Frist"]
    records = in_json("oppdrag", "list")
    assert [row[:4] for row in rows] == [
        [record["id"], str(record["aar"]), record["tittel"], record["sektor"]] for record in records
    ]


def test_record_is_a_line_on_a_pipe() -> None:
    """Running text with line breaks stays on the line of its record."""
    lines = shown(styring("oppdrag", "list", *OM_RIK, "-k", "id,beskrivelse,frist")).splitlines()
    assert len(lines) == 1 + 9
    assert re.fullmatch(
        r"BYG-2023-01 +Brua har vært stengt .*\. +Den skal tåle .* 31\.10\.2023", lines[1]
    )
    starts = {line.rindex("  ") + 2 for line in lines if not line.endswith("01")}
    assert lines[0].index("Frist") in starts


def test_every_status_and_judgement_has_a_norwegian_name() -> None:
    """People read the words in bokmål; machines get the codes of the data files."""
    assert {status.value: status.navn for status in Status} == {
        "ikke_rapportert": "ikke rapportert",
        "ikke_startet": "ikke startet",
        "under_arbeid": "under arbeid",
        "satt_paa_vent": "satt på vent",
        "ferdig": "ferdig",
        "utgaar": "utgår",
    }
    assert [judgement.navn for judgement in Vurdering] == ["grønn", "gul", "rød"]
