"""The municipality's own fields: on every record, and left alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from driver import styring

from styring import slag as beskrevet
from styring.jsonskjema import filer

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


@pytest.mark.parametrize("slag", beskrevet.FILER, ids=lambda slag: slag.navn)
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


def test_own_fields_are_no_fault_anywhere(data: Path) -> None:
    """The example above has them on all that a file can hold, and says so in JSON too."""
    assert styring("valider", "--dato", "2026-05-10")[:2] == (0, "ingen feil\n")
    (first, *_) = json.loads(styring("oppdrag", "vis", "tek-1", "--format", "json").out)
    assert first["egne"] == {"arkivsak": "26/112", "timer": 12}
    assert [
        part["egne"] for key in ("delegering", "oppgaver", "rapporter") for part in first[key]
    ] == [
        {"møte": 3},
        {"prosjekt": "4012"},
        {"lest_av": "kommunedirektøren"},
    ]
    assert first["unntatt"]["egne"] == {"vurdert": "2026-02-01"}


def test_own_fields_of_a_report_stand_when_it_is_replaced(data: Path) -> None:
    """A new report for the period takes the place of what was said, and of nothing else."""
    words = ("status", "oppdater", "tek-1", "--status", "ferdig", "--periode", "2026-T1")
    assert styring(*words, "--kommentar", "Alle tre er sikret.", "--dato", "2026-05-10").status == 0
    text = (data / "oppdrag.yaml").read_text(encoding="utf-8")
    assert "status: ferdig\n        kommentar: Alle tre er sikret.\n" in text
    assert "        egne: {lest_av: kommunedirektøren}\n" in text


def shown(ended: Any) -> list[str]:
    """The lines of a CSV list."""
    assert (ended.status, ended.err) == (0, "")
    return str(ended.out).removeprefix("\ufeff").splitlines()


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("oppdrag list -k id,egne.arkivsak", ["id;egne.arkivsak", "TEK-2026-01;26/112"]),
        ("oppdrag list -k EGNE.Timer,id", ["egne.timer;id", "12;TEK-2026-01"]),
        ("vedtak list -k id,egne.forslagsstiller", ["id;egne.forslagsstiller", "V-1;SV"]),
        ("maal list -k id,egne.farge", ["id;egne.farge", "A1.1;rød"]),
        ("kontakt list -k id,egne.bygg", ["id;egne.bygg", "eva;Nord"]),
        ("aarshjul list -k id,egne.rom", ["id;egne.rom", "H1;Fjorden"]),
    ],
)
def test_own_field_is_a_column_when_asked_for(words: str, lines: list[str], data: Path) -> None:
    """By its name behind `egne.`, in every list that has columns to choose."""
    assert shown(styring(*words.split(), "--format", "csv"))[:2] == lines


def test_own_fields_are_sorted_by_numbers_before_text(data: Path) -> None:
    """Those that lack the field come last, whichever way it is sorted."""
    words = ("oppdrag", "list", "--kolonner", "egne.timer", "--format", "csv")
    assert shown(styring(*words, "--sorter", "egne.timer"))[1:] == ["4", "12", "mange", '""']
    assert shown(styring(*words, "--sorter=-egne.timer"))[1:] == ["mange", "12", "4", '""']


def test_own_fields_keep_their_kind_in_json(data: Path) -> None:
    """A number is a number, and none is null."""
    words = ("oppdrag", "list", "--kolonner", "id,egne.timer", "--format", "json")
    found = [record["egne.timer"] for record in json.loads(styring(*words).out)]
    assert found == [12, 4, "mange", None]


@pytest.mark.parametrize("sought", ["26/112", "KOMMUNEDIREKTØREN", "4012"])
def test_own_fields_are_searched(sought: str, data: Path) -> None:
    """What stands in them, in the record and in its parts."""
    found = shown(styring("oppdrag", "list", "--sok", sought, "-k", "id", "--format", "csv"))[1:]
    assert found == ["TEK-2026-01"]


@pytest.mark.parametrize(
    ("words", "sought", "found"),
    [
        ("kontakt list", "HAVNES", ["eva"]),
        ("kontakt list", "nord", ["eva"]),
        ("kontakt list", "nord --sok per", []),
        ("maal list", "ulykker", ["A1.1"]),
        ("maal list", "RØD", ["A1.1"]),
        ("maal list", "trygt", []),
        ("aarshjul list", "fjord", ["H1"]),
        ("aarshjul list", "BUDSJETT --sok politisk", ["H1"]),
        ("aarshjul list", "møte", []),
    ],
)
def test_every_list_is_searched(words: str, sought: str, found: list[str], data: Path) -> None:
    """In what it shows, and in own fields; all that is sought must be there."""
    wish = [part for text in sought.split(" --sok ") for part in ("--sok", text)]
    ended = styring(*words.split(), *wish, "-k", "id", "--format", "csv")
    assert ended.out.lstrip("\ufeff").split() == ["id", *found]
    assert ("passer med det du spurte etter" in ended.err) is (not found)


def test_own_field_that_no_record_has_is_no_column(data: Path) -> None:
    """The nearest that there is, is named."""
    ended = styring("oppdrag", "list", "--kolonner", "egne.arkivnr")
    assert ended.status == 2
    assert "finner ingen kolonne «egne.arkivnr»" in ended.err
    assert "Mente du «egne.arkivsak»?" in ended.err


def test_own_fields_that_are_odd_are_shown_as_text(data: Path) -> None:
    """A name with an escape in it, one that differs in case only, a list, no number at all."""
    (data / "oppdrag.yaml").write_text(
        "aar: 2026\noppdrag:\n  - id: A\n    tittel: a\n    sektor: TEK\n"
        '    egne: {"a\\e[31m|b": 1, Sak: [1, to, true], sak: {nr: 5}, x: .inf, y: 1.5}\n',
        encoding="utf-8",
    )
    (line,) = shown(
        styring("oppdrag", "list", "-k", "egne.Sak,egne.sak,egne.x,egne.y", "--format", "csv")
    )[1:]
    assert line == "1, to, true;nr: 5;inf;1.5"
    heading = styring("oppdrag", "list", "-k", "egne.a\\x1b[31m|b", "--format", "markdown").out
    assert heading.splitlines()[0] == "| egne.a\\\\x1b\\[31m\\|b |"


def test_own_fields_stand_on_the_sheets(data: Path) -> None:
    """Those of a person, a sector and a goal as those of an oppdrag, with those of its parts."""
    for words, line in [
        ("oppdrag vis tek-1", "arkivsak  26/112"),
        ("oppdrag vis tek-1", "lest_av           kommunedirektøren"),
        ("oppdrag vis tek-1", "prosjekt: 4012"),
        ("oppdrag vis tek-1", "møte: 3"),
        ("vedtak vis v-1", "forslagsstiller  SV"),
        ("kontakt vis eva", "bygg  Nord"),
        ("kontakt vis TEK", "ansatte  40"),
        ("maal vis a1.1", "farge  rød"),
    ]:
        assert line in styring(*words.split()).out, words
