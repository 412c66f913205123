"""Which files a register is loaded from, and where its records stand in them."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styring.finding import Finding, Sted
from styring.mente import ramse
from styring.register.innhold import Register
from styring.register.lasting import fra_dokument, last
from styring.rules.kjoering import kjoer
from styring.slag import DELMAAL, FILER, HOVEDMAAL, KONTAKT, OPPDRAGSFIL
from styring.yamlfile.read import read

DAG = date(2023, 6, 1)
KONTAKTER = """\
sektorer:
  - {kode: SOS, navn: Samfunn, direktoer: kari}
  - {kode: TEK, navn: Teknisk, direktoer: ola}
kontakter:
  - {id: kari, navn: Kari Nordmann, sektor: SOS}
  - {id: ola, navn: Ola Nordmann, sektor: TEK}
"""
MAAL = """\
satsingsomraader:
  - id: TF
    tittel: Fellesskap
    hovedmaal:
      - {id: TF1, tittel: Alle kan delta, delmaal: [{id: TF1.1, tittel: Flere deltar}]}
"""
OPPDRAG = """\
aar: 2023
oppdrag:
  - {id: SOS-2023-01, tittel: Lage en plan, sektor: SOS, delmaal: [TF1.1]}
"""
GOOD = {"kontakter.yaml": KONTAKTER, "maal.yaml": MAAL, "oppdrag.yaml": OPPDRAG}

Folder = Callable[[dict[str, str | None]], Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Makes `data/` with the good files, changed and added to as told, and goes where it lies."""

    def make(files: dict[str, str | None]) -> Path:
        for name, text in (GOOD | files).items():
            if text is not None:
                path = tmp_path / "data" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())
        monkeypatch.chdir(tmp_path)
        return tmp_path / "data"

    return make


def short(funn: Iterable[Finding]) -> list[str]:
    """Findings as code and place."""
    return [f"{funnet.kode} {funnet.sted}" for funnet in funn]


def place(sted: Sted) -> str:
    """A place as people read it, with what it covers."""
    return f"{sted} {sted.tekst[sted.kolonne - 1 :][: sted.lengde]}"


def test_files_may_be_yml_and_may_be_split(folder: Folder) -> None:
    """`.yaml`, `.yml` and the files of a folder are all read, the folder's in order of name."""
    data = folder(
        {
            "oppdrag.yaml": OPPDRAG,
            "oppdrag.yml": OPPDRAG.replace("-01", "-02"),
            "oppdrag/b.yml": OPPDRAG.replace("-01", "-04"),
            "oppdrag/a.YAML": OPPDRAG.replace("-01", "-03"),
            "oppdrag/.skjult.yaml": "{",
            "oppdrag/les-meg.txt": "{",
            "maal.yaml": None,
            "maal/1.yaml": MAAL,
            "maal/2.yml": MAAL.replace("TF", "BB"),
        }
    )
    register = last(data)
    assert register.funn == ()
    assert [oppdrag.id for oppdrag in register.oppdrag] == [
        f"SOS-2023-0{number}" for number in (1, 2, 3, 4)
    ]
    assert [maal.id for maal in register.delmaal] == ["TF1.1", "BB1.1"]


@pytest.mark.parametrize(
    ("name", "raad"),
    [
        ("oppdag.yaml", "Mente du «oppdrag»?"),
        ("Oppdrag.yaml", "Mente du «oppdrag»?"),
        ("mål.yml", "Mente du «maal»?"),
        ("notater.yaml", f"heter {ramse(slag.navn for slag in FILER)}."),
    ],
)
def test_file_of_unknown_name_is_a_warning_with_a_way_out(
    folder: Folder, name: str, raad: str
) -> None:
    """A YAML file that nobody reads is told, with the name that was perhaps meant."""
    (funn,) = last(folder({name: "aar: 2023\n"})).funn
    assert f"{funn.kode} {funn.alvor} {funn.sted}" == f"FIL003 advarsel data/{name}:1:1"
    assert raad in (funn.raad or "")


@pytest.mark.parametrize(
    "name",
    [
        *("vedtak.YAML", "vedtak.Yml", "aarshjul.YAML", "opdrag/2023.yaml", "vedtk/a.yaml"),
        *("oppdrag/2024/januar.yaml", "kommune.yml", "kommune/ny.yaml"),
    ],
)
def test_yaml_that_is_not_read_is_never_passed_by_in_silence(folder: Folder, name: str) -> None:
    """Also letters of another size, a folder that is misspelled or inside another, a second one."""
    files: dict[str, str | None] = {"kommune.yaml": "navn: A\n", "oppdrag/2023.yaml": "aar: 2023\n"}
    text = "navn: B\n" if name.startswith("kommune") else "vedtak: [1]\n"
    register = last(folder({**files, name: text}))
    told = [funn.sted.fil for funn in register.funn]
    assert any(fil in (f"data/{name}", f"data/{name.split('/')[0]}") for fil in told)


@pytest.mark.parametrize("name", ["les-meg.txt", "oppdrag.yaml~", ".git/x.yaml", "bilde.png"])
def test_other_files_are_nobodys_business(folder: Folder, name: str) -> None:
    """What is not YAML, and what is hidden, is not a word about."""
    assert last(folder({name: "{"})).funn == ()


def test_required_files_that_are_missing_are_told(folder: Folder) -> None:
    """Each is a finding where it should have been; the files that need not be there are not."""
    register = last(folder({**dict.fromkeys(GOOD), "aarshjul.yaml": "hendelser: []\n"}))
    assert short(register.funn) == [
        "FIL001 data/kontakter.yaml:1:1",
        "FIL001 data/maal.yaml:1:1",
        "FIL001 data/oppdrag.yaml:1:1",
    ]
    assert register.oppdrag == ()


def test_paths_are_shown_from_where_one_stands(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below here a path begins here; elsewhere it is whole."""
    data = folder({"oppdrag.yaml": "- x\n"})
    assert short(last(data).funn) == ["FELT003 data/oppdrag.yaml:1:1"]
    monkeypatch.chdir(data)
    assert short(last(data).funn) == ["FELT003 oppdrag.yaml:1:1"]
    monkeypatch.chdir("/")
    assert short(last(data).funn) == [f"FELT003 {str(data).lstrip('/')}/oppdrag.yaml:1:1"]
    (data.parent / "annet").mkdir()
    monkeypatch.chdir(data.parent / "annet")
    assert short(last(data).funn) == [f"FELT003 {data}/oppdrag.yaml:1:1"]


def test_records_of_split_files_have_their_own_places_and_years(folder: Folder) -> None:
    """A record knows its file, its line and its column there, and the year of the file."""
    data = folder(
        {
            "oppdrag.yaml": None,
            "oppdrag/2023.yaml": "# fjoråret\n" + OPPDRAG,
            "oppdrag/2024.yaml": (
                "aar: 2024\r\noppdrag:\r\n"
                "- id: SOS-2024-01\r\n  tittel: A\r\n  sektor: SOS\r\n"
                "- tittel: 😀 B\r\n  id:    'SOS-2024-02'\r\n  sektor: TEK\r\n"
            ),
        }
    )
    register = last(data)
    assert register.funn == ()
    assert [(post.id, register.aar(post)) for post in register.oppdrag] == [
        ("SOS-2023-01", 2023),
        ("SOS-2024-01", 2024),
        ("SOS-2024-02", 2024),
    ]
    assert [place(register.sted(post, ("id",))) for post in register.oppdrag] == [
        "data/oppdrag/2023.yaml:4:10 SOS-2023-01",
        "data/oppdrag/2024.yaml:3:7 SOS-2024-01",
        "data/oppdrag/2024.yaml:7:10 'SOS-2024-02'",
    ]
    third = register.oppdrag[2]
    assert place(register.sted(third)) == "data/oppdrag/2024.yaml:6:3 tittel: 😀 B"
    assert place(register.sted(third, ("sektor",), noekkel=True)).endswith(":8:3 sektor")
    assert place(register.sted(third, ("frist",))) == "data/oppdrag/2024.yaml:6:3 tittel: 😀 B"


BROKEN_GOALS = """\
satsingsomraader:
  - {id: A, tittel: 1}
  - id: B
    tittel: b
    hovedmaal:
      - {id: B1, tittel: b, delmaal: [{id: B1.1}, {id: B1.2, tittel: b}, 3, {id: B1.3, tittel: b}]}
      - {id: B2, delmaal: [{id: B2.1, tittel: b21}]}
      - {id: B3, tittel: b3, delmaal: [{id: B3.1, tittel: b31}]}
  - x
  - {id: C, tittel: c, hovedmaal: [{id: C1, tittel: c1}]}
"""


def test_records_have_their_places_when_broken_ones_before_them_are_left_out(
    folder: Folder,
) -> None:
    """What is whole is kept at every level, and stands where it stands in the file."""
    register = last(folder({"maal.yaml": BROKEN_GOALS}))
    assert [(id_, place(register.sted(post, ("id",)))) for id_, post in goals(register)] == [
        ("B", "data/maal.yaml:3:9 B"),
        ("C", "data/maal.yaml:10:10 C"),
        ("B1", "data/maal.yaml:6:14 B1"),
        ("B3", "data/maal.yaml:8:14 B3"),
        ("C1", "data/maal.yaml:10:41 C1"),
        ("B1.2", "data/maal.yaml:6:56 B1.2"),
        ("B1.3", "data/maal.yaml:6:82 B1.3"),
        ("B3.1", "data/maal.yaml:8:45 B3.1"),
    ]
    assert short(register.funn) == [
        "FELT003 data/maal.yaml:2:21",
        "FELT002 data/maal.yaml:6:39",
        "FELT003 data/maal.yaml:6:74",
        "FELT002 data/maal.yaml:7:9",
        "FELT003 data/maal.yaml:9:5",
    ]
    assert (register.oedelagte_filer, register.oedelagte_poster) == (0, 5)


def goals(register: Register) -> list[tuple[str, Any]]:
    """The goals of all levels with their ids."""
    levels = (register.satsingsomraader, register.poster(HOVEDMAAL), register.delmaal)
    return [(maal.id, maal) for level in levels for maal in level]


def test_broken_records_are_known_to_exist_and_give_no_faults_elsewhere(folder: Folder) -> None:
    """What refers to a record that could not be read refers to something that is there."""
    data = folder(
        {
            "maal.yaml": MAAL.replace("tittel: Flere deltar", "tittel: 3"),
            "kontakter.yaml": KONTAKTER.replace("navn: Kari Nordmann", "navn: [x]").replace(
                "navn: Samfunn", "navn: ~"
            ),
        }
    )
    register = last(data)
    assert short(kjoer(register, DAG)) == [
        "FELT003 data/kontakter.yaml:2:23",
        "FELT003 data/kontakter.yaml:5:22",
        "FELT003 data/maal.yaml:5:73",
    ]
    assert "tf1.1".lower() in register.kjente_id(DELMAAL)
    assert "KARI".lower() in register.kjente_id(KONTAKT)
    assert "sos".lower() in register.kjente_id(KONTAKT)
    assert "ola".lower() not in register.kjente_id(KONTAKT)
    assert "tf1.1".lower() not in register.kjente_id(*OPPDRAGSFIL.slag)


@pytest.mark.parametrize("name", ["kontakter.yaml", "maal.yaml"])
def test_file_that_cannot_be_read_gives_no_faults_elsewhere(folder: Folder, name: str) -> None:
    """As long as a file is broken nobody knows that something is not in it."""
    register = last(folder({name: GOOD[name] + "  - {\n"}))
    assert [funn.kode for funn in kjoer(register, DAG)] == ["YAML001"]
    (broken,) = (fil for fil in FILER if f"{fil.navn}.yaml" == name)
    assert not any(map(register.er_lest, broken.slag))
    assert register.er_lest(*OPPDRAGSFIL.slag)
    assert (register.oedelagte_filer, register.oedelagte_poster) == (1, 0)


@pytest.mark.parametrize(
    ("text", "ids", "records"),
    [
        (
            "  - &o {id: A, tittel: 1, sektor: SOS}\n  - *o\n  - {id: B, tittel: b, sektor: S}\n",
            "B",
            2,
        ),
        ("  - {id: A, tittel: a, sektor: S}\n  - &o {id: B}\n  - *o\n  - *o\n", "A", 3),
        ("  - &o {id: A, tittel: a, sektor: S}\n  - *o\n  - x\n", "A A", 1),
    ],
)
def test_broken_record_that_an_alias_repeats_is_left_out_each_time(
    folder: Folder, text: str, ids: str, records: int
) -> None:
    """A record is one wherever it is repeated, and its neighbours are no part of it."""
    register = last(folder({"oppdrag.yaml": f"aar: 2023\noppdrag:\n{text}"}))
    assert [oppdrag.id for oppdrag in register.oppdrag] == ids.split()
    assert register.oedelagte_poster == records


@pytest.mark.parametrize(
    ("delmaal", "whole"),
    [
        ("[{id: X}]", ""),
        ("[{id: X}, {id: Y, tittel: y}]", "Y"),
        ("[{id: X}, {id: Y, tittel: y}, {id: Z, tittel: z}]", "Y Z"),
        ("[{id: Y, tittel: y}, 3, {id: Z, tittel: z}, {id: Q}]", "Y Z"),
    ],
)
def test_list_that_an_alias_repeats_loses_only_its_broken_records(
    folder: Folder, delmaal: str, whole: str
) -> None:
    """The same list in two places is mended in both, once each: the whole records stay."""
    text = (
        "satsingsomraader:\n  - id: A\n    tittel: a\n    hovedmaal:\n"
        f"      - {{id: A1, tittel: a, delmaal: &d {delmaal}}}\n"
        "      - {id: A2, tittel: b, delmaal: *d}\n"
    )
    register = last(folder({"maal.yaml": text}))
    for hovedmaal in register.poster(HOVEDMAAL):
        assert [maal.id for maal in hovedmaal.delmaal] == whole.split()
    assert [hovedmaal.id for hovedmaal in register.poster(HOVEDMAAL)] == ["A1", "A2"]


@given(whole=st.lists(st.tuples(st.booleans(), st.integers(0, 3)), max_size=8))
def test_place_of_every_whole_record_is_its_line(whole: list[tuple[bool, int]]) -> None:
    """Whatever records are broken, and whatever is inside them, each stands on its own line."""
    lines = ["aar: 2023", "oppdrag: []" if not whole else "oppdrag:"]
    expected = []
    for number, (is_whole, tasks) in enumerate(whole):
        lines.append(f"  - id: A-{number}")
        if is_whole:
            expected.append((f"A-{number}", len(lines)))
        lines += ["    sektor: SOS", "    tittel: " + ("x" if is_whole else "[x]")]
        lines += ["    oppgaver:"] * bool(tasks)
        lines += [f"      - {{id: A-{number}.{task}, tittel: y}}" for task in range(tasks)]
    document = read("oppdrag.yaml", "\n".join(lines).encode())
    fil, funn = fra_dokument(Path("oppdrag.yaml"), OPPDRAGSFIL, document)
    register = Register(Path(), (fil,), tuple(funn))
    assert [(post.id, register.sted(post).linje) for post in register.oppdrag] == expected
    assert len(funn) == register.oedelagte_poster == len(whole) - len(expected)
