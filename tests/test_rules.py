"""Every rule by the examples in its own explanation."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from styring.finding import Finding
from styring.register.lasting import last
from styring.rules.kjoering import alle, kjoer, nye
from styring.rules.regel import Eksempel, Regel
from styring.rules.tekst import _DELT_ORD, _RUSK, _er_rent
from styring.tegn import i_teksten
from styring.yamlfile.read import read

DAG = date(2026, 1, 1)
CARETS = re.compile(r" *\^+")

KONTAKTER = """\
sektorer:
  - {kode: SOS, navn: Samfunn, direktoer: kari}
  - {kode: TEK, navn: Teknisk, direktoer: kari}
kontakter:
  - {id: kari, navn: Kari Nordmann}
  - {id: ola, navn: Ola Nordmann}
  - {id: per, navn: Per Nordmann}
"""
MAAL = """\
satsingsomraader:
  - id: TF
    tittel: Fellesskap
    hovedmaal:
      - {id: TF1, tittel: Alle kan delta, delmaal: [{id: TF1.1, tittel: Flere deltar}]}
"""
OPPDRAG = "aar: 2023\noppdrag: [{id: SOS-2023-01, tittel: Lage en plan, sektor: SOS}]\n"


def folder(tmp_path: Path, eksempel: Eksempel) -> tuple[Path, set[tuple[int, int, int]]]:
    """A data folder with the example in it, and the places that its carets point at."""
    places: set[tuple[int, int, int]] = set()
    lines: list[str] = []
    for line in eksempel.tekst.splitlines():
        if CARETS.fullmatch(line):
            places.add((len(lines), line.index("^") + 1, line.count("^")))
        else:
            lines.append(line)
    text = "\n".join(lines) + "\n"
    # An example leaves out what it is not about.
    if eksempel.fil == "oppdrag.yaml" and "oppdrag:" in text and "aar:" not in text:
        text += "aar: 2023\n"
    is_about_people = eksempel.fil == "kontakter.yaml"
    files = {
        "kontakter.yaml": KONTAKTER,
        "maal.yaml": "satsingsomraader: []\n" if is_about_people else MAAL,
        "oppdrag.yaml": "aar: 2023\noppdrag: []\n" if is_about_people else OPPDRAG,
        eksempel.fil: text,
    }
    for name, content in files.items():
        data = content.encode().replace("\ufffd".encode(), b"\xf8")
        (tmp_path / name).write_bytes(data)
    return tmp_path, places


def found(mappe: Path) -> list[Finding]:
    """All findings in a folder."""
    return list(kjoer(last(mappe, skadde=True), DAG))


WITH_EXAMPLES = [regel for regel in alle() if not regel.kode.startswith("FIL")]
IDS = [regel.kode for regel in WITH_EXAMPLES]


@pytest.mark.parametrize("regel", WITH_EXAMPLES, ids=IDS)
def test_wrong_example_is_found_at_its_carets(regel: Regel, tmp_path: Path) -> None:
    """The wrong example gives this fault and no other, just where its carets are."""
    mappe, places = folder(tmp_path, regel.eksempler[0])
    funn = found(mappe)
    assert {(f.kode, f.alvor) for f in funn} == {(regel.kode, regel.alvor)}, funn
    assert {(f.sted.linje, f.sted.kolonne, f.sted.lengde) for f in funn} == places
    assert all(f.sted.fil.endswith(regel.eksempler[0].fil) for f in funn)


@pytest.mark.parametrize("regel", WITH_EXAMPLES, ids=IDS)
def test_right_example_is_clean(regel: Regel, tmp_path: Path) -> None:
    """The right example breaks no rule at all."""
    mappe, places = folder(tmp_path, regel.eksempler[1])
    assert not places
    assert found(mappe) == []


@pytest.mark.parametrize("regel", alle(), ids=lambda regel: regel.kode)
def test_explanation_is_complete(regel: Regel) -> None:
    """A rule has a title that is a sentence, and a message that reads as one."""
    assert re.fullmatch(r"[A-ZÆØÅ].*\.", regel.tittel)
    assert len(regel.tittel) <= 100
    assert regel.hvorfor
    assert len(regel.eksempler) == (0 if regel.kode.startswith("FIL") else 2)


RELEASED = """
AAR001 AAR002 AAR003 AAR004 AAR005 AAR006 AAR007 AAR008
DEL001 DEL002 DEL003 DEL004 DEL005
FELT001 FELT002 FELT003 FELT004 FELT005
FIL001 FIL002 FIL003 FIL004 FIL005 FIL006 FIL007 FIL010 FIL011 FIL012 FIL013 FIL014
ID001 ID002
IND001 IND002 IND003 IND004 IND005 IND006 IND007 IND008 IND009 IND010 IND011
KOM001
KON001 KON002 KON003 KON004 KON005 KON006 KON007 KON008 KON009
MAAL001 MAAL002 MAAL003 MAAL004 MAAL005
OPH001 OPH002 OPH003 OPH004
OPG001 OPG002
OPP001 OPP002 OPP003 OPP004 OPP005 OPP006 OPP007
RAP001 RAP002 RAP003 RAP004 RAP005 RAP006 RAP007 RAP008 RAP009 RAP010 RAP011 RAP012
TID001 TID002
TXT001 TXT002 TXT003 TXT005 TXT006
UNN001
VIR001 VIR002 VIR003 VIR004 VIR005
VED001 VED002 VED003 VED004 VED005 VED006 VED007 VED008 VED009
YAML001 YAML002 YAML003 YAML004 YAML005 YAML006 YAML007 YAML008 YAML009
"""


def test_rules_are_the_expected_ones() -> None:
    """Nothing is lost or renumbered unseen: a code is never used again for something else."""
    there = [regel.kode for regel in alle()]
    assert len(there) == len({*there})
    assert {*there} >= {*RELEASED.split()}


def test_every_fault_of_a_record_is_found_in_one_run(tmp_path: Path) -> None:
    """A field that is missing or wrong hides no other fault of its record, or of one beside it."""
    text = """\
oppdrag:
  - id: SOS-2023-01
    delmaal: [ZZ]
    frist: 2050
    delansvar: [QQ]
    rapporter:
      - {periode: 2023-T1, dato: 2023-05-05, status: fredig}
      - {periode: 2023-T9, dato: 2023-05-05, status: utgaar, av: nn, kommentar: Den er vedtatt}
    oppgaver:
      - {id: SOS-2023-01.1, ansvarlig: nn}
"""
    mappe, _ = folder(tmp_path, Eksempel("oppdrag.yaml", text))
    assert [(funnet.sted.linje, funnet.kode) for funnet in found(mappe)] == [
        (2, "FELT002"),
        (2, "FELT002"),
        (3, "OPP001"),
        (4, "OPP005"),
        (5, "OPP002"),
        (7, "FELT004"),
        (8, "RAP002"),
        (8, "RAP005"),
        (10, "FELT002"),
        (10, "OPG002"),
    ]


REPORTED = """\
oppdrag:
  - id: SOS-2023-01
    tittel: Lage en plan
    sektor: SOS
    rapporter:
"""


@pytest.mark.parametrize(
    ("comments", "codes"),
    [
        ({"T1": "Går bra"}, ["RAP006"]),
        ({"T1": "Det går bra"}, []),
        ({"T1": "Ett ord " + "x" * 592}, []),
        ({"T1": "Ett ord " + "x" * 593}, ["RAP008"]),
        ({"T1": "Planen er ute", "T2": '"PLANEN\\ner ute"'}, ["RAP007"]),
        ({"AAR": "Planen er ute", "T2": "Planen er ute"}, ["RAP007"]),
        ({"T1": "Planen er ute", "T2": "Planen er inne", "AAR": "Planen er ute"}, []),
        ({"T1": "Planen er ute", "T2": None, "AAR": "Planen er ute"}, []),
        ({"T1": "Planen er ute", "AAR": None}, ["RAP012"]),
        ({"T1": None, "T2": "Planen er ute"}, []),
    ],
)
def test_comments_are_held_to_their_limits(
    comments: dict[str, str | None], codes: list[str], tmp_path: Path
) -> None:
    """Three words are enough, 600 characters are not too many, and only the last is repeated."""
    lines = [
        f"      - {{periode: 2023-{periode}, dato: 2024-01-10, status: ferdig"
        + (f", kommentar: {comment}}}\n" if comment else "}\n")
        for periode, comment in comments.items()
    ]
    mappe, _ = folder(tmp_path, Eksempel("oppdrag.yaml", REPORTED + "".join(lines)))
    assert [funnet.kode for funnet in found(mappe)] == codes


def test_reports_of_vedtak_are_held_to_the_same(tmp_path: Path) -> None:
    """What a report should say does not depend on what it is about."""
    text = """\
vedtak:
  - id: V-2023-01
    tittel: Lage en plan
    type: verbal
    sektor: SOS
    rapporter:
      - {periode: 2023-T1, dato: 2023-05-05, status: satt_paa_vent, kommentar: Venter}
"""
    mappe, _ = folder(tmp_path, Eksempel("vedtak.yaml", text))
    assert [funnet.kode for funnet in found(mappe)] == ["RAP009", "RAP006"]


@pytest.mark.parametrize(
    ("reports", "codes"),
    [
        (("ikke_startet",), []),
        (("utgaar",), []),
        (("ikke_startet", "utgaar"), []),
        (("under_arbeid", "utgaar"), ["RAP012"]),
        (("under_arbeid", "ferdig"), ["RAP012"]),
        (("satt_paa_vent",), ["RAP012"]),
        (("ferdig",), ["RAP012"]),
    ],
)
def test_comment_is_asked_of_what_was_begun(
    reports: tuple[str, ...], codes: list[str], tmp_path: Path
) -> None:
    """Of the newest report alone; earlier ones cannot be helped."""
    lines = [
        f"      - {{periode: 2023-T{number}, dato: 2024-01-10, status: {status},"
        " forventet_ferdig: 2025}\n"
        for number, status in enumerate(reports, 1)
    ]
    mappe, _ = folder(tmp_path, Eksempel("oppdrag.yaml", REPORTED + "".join(lines)))
    assert [funnet.kode for funnet in found(mappe)] == codes


@pytest.mark.parametrize(
    ("tasks", "said"),
    [
        (("ferdig", "utgaar"), None),
        (("ferdig", None), "ferdig, men ikke alle oppgavene er det: SOS-2023-01.2"),
        (("under_arbeid",) * 5, "SOS-2023-01.1, SOS-2023-01.2, SOS-2023-01.3 og 2 til"),
    ],
)
def test_done_is_held_against_its_tasks(
    tasks: tuple[str | None, ...], said: str | None, tmp_path: Path
) -> None:
    """Each is to be done or dropped; the first of those that are not are named."""
    text = REPORTED + (
        "      - {periode: 2023-T1, dato: 2024-01-10, status: ferdig,"
        " kommentar: Planen er vedtatt.}\n    oppgaver:\n"
    )
    for number, status in enumerate(tasks, 1):
        what = f", status: {status}" if status else ""
        text += f"      - {{id: SOS-2023-01.{number}, tittel: t{what}}}\n"
    mappe, _ = folder(tmp_path, Eksempel("oppdrag.yaml", text))
    funn = found(mappe)
    assert [funnet.kode for funnet in funn] == (["RAP011"] if said else [])
    assert said is None or said in funn[0].melding


@given(
    st.text(
        st.sampled_from(
            "aa.æ -\n\t\r,\u030a\u200b\u2060\uf0b7\u200d😀\u202e\u0007\u00ad\u00a0\u3000'\"é"
        ),
        min_size=1,
        max_size=30,
    ),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(min_value=4, max_value=40),
    st.booleans(),
)
def test_file_that_is_passed_over_has_no_fault_in_its_texts(
    tekst: str, style: str | None, width: int, allow_unicode: bool
) -> None:
    """What is seen of the whole file holds for each text in it."""
    fil = yaml.dump({"t": [tekst]}, default_style=style, width=width, allow_unicode=allow_unicode)
    if _er_rent(fil):
        lest = read("fil.yaml", fil.encode()).value["t"][0]
        assert unicodedata.is_normalized("NFC", lest)
        assert not lest.isspace()
        assert not any(galt.search(lest) for galt in (_DELT_ORD, _RUSK))
        assert not any(slag.alvor for _, slag in i_teksten(lest))


def test_new_faults_are_told_from_old_ones_that_have_moved(tmp_path: Path) -> None:
    """What was wrong before is no news where lines, records and reports have moved."""
    before = """\
oppdrag:
  - id: SOS-2023-01
    tittel: Lage en plan
    sektor: SOS
    rapporter:
      - {periode: 2023-T2, dato: 2023-09-05, status: utgaar, avvik: Høringen er utsatt.}
  - {id: SOS-2023-02, tittel: Lage en plan til, sektor: SOS, delmaal: [ZZ]}
  - {id: SOS-2023-02, tittel: Lage en tredje plan, sektor: SOS, finnes_ikke: 1}
"""
    after = before.replace(
        "    rapporter:\n",
        "    delmaal: [QQ]\n    rapporter:\n"
        "      - {periode: 2023-T1, dato: 2023-05-05, status: utgaar}\n",
    ).replace("oppdrag:\n", "oppdrag:\n  - {id: SOS-2023-00, tittel: Ny, sektor: SOS}\n")
    foer, etter = (
        last(folder(tmp_path, Eksempel("oppdrag.yaml", text))[0], skadde=True)
        for text in (before, after)
    )
    assert {funn.kode for funn in kjoer(foer, DAG)} == {"FELT001", "ID001", "OPP001", "RAP004"}
    assert [(funn.kode, funn.melding) for funn in nye(foer, etter, DAG)] == [
        ("OPP001", "ukjent delmål «QQ»")
    ]
    assert nye(etter, foer, DAG) == ()
