"""Which folder and files the data are in, what is found by an id, and where records stand."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styring import mappe, tolk
from styring.errors import StyringError, WrongUse
from styring.finding import Finding, Sted
from styring.mente import ramse
from styring.register.innhold import Register
from styring.register.lasting import fra_dokument, last
from styring.rules.kjoering import kjoer
from styring.slag import DELMAAL, FILER, HOVEDMAAL, KONTAKT, OPPDRAGSFIL
from styring.yamlfile.places import Route, at
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


# --- Which folder -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "here", "found"),
    [
        (["data/oppdrag.yaml"], ".", "data"),
        (["data/oppdrag.yaml"], "a/b/c", "data"),
        (["data/oppdrag.yaml"], "data", "data"),
        (["data/oppdrag.yaml"], "data/oppdrag", "data"),
        (["data/maal.yaml", "a/data/oppdrag.yaml"], "a/b", "a/data"),
        (["data/maal.yaml", "a/data/annet.yaml"], "a/b", "data"),
        (["data/maal.yaml", "a/data/les.txt"], "a", "data"),
        (["data/maal.yaml", "a/data"], "a", "data"),
        (["data/maal.yml"], "a", "data"),
        (["data/oppdrag/2023.yaml"], "a", "data"),
        (["data/oppdrag/2023.yml"], "a", "data"),
        (["data/aarshjul.yaml"], "a", "data"),
        (["data/maal.yaml", "a/data/oppdrag/les.txt"], "a", "data"),
    ],
)
def test_data_folder_is_the_nearest_upwards_that_holds_our_files(
    tmp_path: Path, files: list[str], here: str, found: str
) -> None:
    """The nearest `data/` with one of our files; one with other things is passed by."""
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / here).mkdir(parents=True, exist_ok=True)
    assert mappe.finn(None, tmp_path / here) == tmp_path / found


def test_no_data_folder_says_where_it_looked_and_the_way_out(tmp_path: Path) -> None:
    """Exit status 3, with the place it began, the names of the files and the options."""
    with pytest.raises(StyringError) as caught:
        mappe.finn(None, tmp_path)
    assert caught.value.exit_code == 3
    assert str(tmp_path) in caught.value.melding
    raad = " ".join(caught.value.raad)
    for word in ("kontakter.yaml", "maal.yaml", "oppdrag.yaml", "--data", "STYRING_DATA"):
        assert word in raad


def test_chosen_folder_is_taken_also_when_it_is_empty(tmp_path: Path) -> None:
    """Who names a folder means it; what is missing in it is told as findings."""
    assert mappe.finn(tmp_path, tmp_path) == tmp_path
    assert [funn.kode for funn in last(tmp_path).funn] == ["FIL001"] * 3


def test_chosen_file_or_nothing_is_refused(tmp_path: Path) -> None:
    """A file is said to be one, with its folder as the way out; nothing is said to be nothing."""
    (tmp_path / "oppdrag.yaml").touch()
    with pytest.raises(StyringError, match=r"er en fil, ikke en mappe") as caught:
        mappe.finn(tmp_path / "oppdrag.yaml", tmp_path)
    assert f"«{tmp_path}»" in " ".join(caught.value.raad)
    with pytest.raises(StyringError, match=r"finnes ikke"):
        mappe.finn(tmp_path / "borte", tmp_path)


def test_name_too_long_for_the_system_does_not_exist(tmp_path: Path) -> None:
    """What the system would not even look for is a folder that is not there, said in bokmål."""
    with pytest.raises(StyringError, match=r"finnes ikke"):
        mappe.finn(tmp_path / ("x" * 5000), tmp_path)


def styring(*words: str, cwd: Path, data: Path | None = None) -> subprocess.CompletedProcess[str]:
    """`styring` in a process of its own, standing in a folder, perhaps with STYRING_DATA."""
    env = {name: value for name, value in os.environ.items() if name != "STYRING_DATA"}
    if data is not None:
        env["STYRING_DATA"] = str(data)
    return subprocess.run(
        [sys.executable, "-m", "styring", *words],
        capture_output=True,
        check=False,
        cwd=cwd,
        encoding="utf-8",
        env=env,
        timeout=60,
    )


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Three data folders, with an oppdrag each that is named for its folder."""
    for name in ("naer", "miljoe", "valgt"):
        (tmp_path / name / "data").mkdir(parents=True)
        for file, text in GOOD.items():
            written = text.replace("Lage en plan", f"Plan i {name}")
            (tmp_path / name / "data" / file).write_text(written, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "has_environment", "shown"),
    [
        ("oppdrag list", False, "Plan i naer"),
        ("oppdrag list", True, "Plan i miljoe"),
        ("oppdrag list --data ../valgt/data", True, "Plan i valgt"),
    ],
)
def test_option_goes_before_environment_and_environment_before_the_nearest(
    three: Path, words: str, has_environment: bool, shown: str
) -> None:
    """--data, then STYRING_DATA, then the nearest `data/`."""
    data = three / "miljoe" / "data" if has_environment else None
    ended = styring(*words.split(), cwd=three / "naer", data=data)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert shown in ended.stdout


def test_environment_that_names_no_folder_is_what_the_message_is_about(three: Path) -> None:
    """Who set STYRING_DATA wrong is not told to look for a slip in --data."""
    ended = styring("oppdrag", "list", cwd=three / "naer", data=three / "borte")
    assert ended.returncode == 3
    assert ended.stdout == ""
    assert re.search("borte».* finnes ikke", ended.stderr)
    assert "STYRING_DATA" in ended.stderr


def test_argument_that_names_no_folder_is_what_the_message_is_about(three: Path) -> None:
    """Who gave `valider` a wrong folder is not told to look for a slip in --data."""
    ended = styring("valider", "borte", cwd=three / "naer")
    assert ended.returncode == 3
    assert "borte» finnes ikke" in ended.stderr
    assert "--data" not in ended.stderr


# --- Which files ------------------------------------------------------------------------------


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


# --- Where records stand ----------------------------------------------------------------------


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


@settings(deadline=None, max_examples=60)
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


# --- Anything in the right place --------------------------------------------------------------

RECORDS: dict[str, Any] = {
    "kommune": {
        "navn": "K",
        "verdier": ["a"],
        "kommunenummer": [{"nummer": "3029", "fra": 2020}],
        "perioder": [{"kode": "T1", "navn": "t", "per": "30.4."}],
        "egne": {"x": [1]},
    },
    "kontakter": {
        "sektorer": [{"kode": "SOS", "navn": "S", "direktoer": "k", "arbeidsfelt": ["a"]}],
        "kontakter": [{"id": "k", "navn": "K", "sektor": "SOS", "epost": "k@x.no"}],
    },
    "maal": {
        "satsingsomraader": [
            {
                "id": "A",
                "tittel": "a",
                "fn_maal": [1],
                "hovedmaal": [
                    {"id": "A1", "tittel": "a", "delmaal": [{"id": "A1.1", "tittel": "a"}]}
                ],
            }
        ]
    },
    "oppdrag": {
        "aar": 2023,
        "oppdrag": [
            {
                "id": "S-1",
                "tittel": "t",
                "sektor": "SOS",
                "delmaal": ["A1.1"],
                "frist": "2023-12-31",
                "delegering": [{"til": "k", "av": "k", "dato": "2023-02-01"}],
                "oppgaver": [{"id": "S-1.1", "tittel": "o", "frist": "2023", "status": "ferdig"}],
                "rapporter": [
                    {"periode": "2023-T1", "dato": "2023-05-05", "status": "ferdig", "avvik": "a"}
                ],
                "unntatt": {"hjemmel": "h"},
                "egne": {"z": 1},
            }
        ],
    },
    "vedtak": {
        "vedtak": [
            {"id": "V", "tittel": "v", "type": "verbal", "dato": "2023-01-01", "oppdrag": ["S-1"]}
        ]
    },
    "aarshjul": {
        "hendelser": [{"id": "H", "tittel": "h", "spor": "politisk", "tid": "2023-05-01"}]
    },
}
ODD: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        [
            *(
                None,
                True,
                False,
                0,
                -1,
                7,
                99_999,
                10**30,
                1.5,
                float("inf"),
                float("nan"),
                "",
                "x",
            ),
            *("2023-13", "2023-02-30", "0000", "0000-T1", "9999-T3", "99999-T1", "²", "٢٠٢٣"),
            *("29.2.", "30.4", "31.4.", "a@b", "\x1b[31m", "-", ".", "1" * 5000, "SOS", "S-1"),
            *([], {}, [[]], [None], [{}], {"a": 1}, ["x", ["y"]], {"id": "S-1"}, [{"id": "S-1"}]),
        ]
    ),
    st.text(max_size=5),
)


@st.composite
def nearly_right(draw: Any) -> dict[str, Any]:
    """The contents of all files, in which one to three things are something else."""
    files = {name: copied(content) for name, content in RECORDS.items()}
    for _ in range(draw(st.integers(1, 4))):
        route = draw(st.sampled_from([route for route in routes(files) if route]))
        inside = at(files, route[:-1])
        step = route[-1]
        if isinstance(inside, dict) and inside is not files and draw(st.integers(0, 4)) == 0:
            step = draw(st.sampled_from(["x", "<<", "tittl", "\x1b", "id"]))
        inside[step] = copied(draw(ODD))
    return files


def routes(value: Any, route: Route = ()) -> Iterator[Route]:
    """The routes of all values, the whole first."""
    yield route
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from routes(value[step], (*route, step))


def copied(value: Any) -> Any:
    """The same, all the way down."""
    if isinstance(value, dict):
        return {key: copied(inner) for key, inner in value.items()}
    return [copied(inner) for inner in value] if isinstance(value, list) else value


@settings(deadline=None, max_examples=60)
@given(files=nearly_right())
def test_nearly_right_data_is_loaded_and_checked(files: dict[str, Any]) -> None:
    """Whatever stands where something else should, every finding has a place and a message."""
    read_files, funn = [], []
    for slag in FILER:
        text = written(files.get(slag.navn))
        document = read(f"{slag.navn}.yaml", text.encode("utf-8", "replace"))
        fil, found = fra_dokument(Path(document.source.name), slag, document)
        read_files.append(fil)
        funn += found
    register = Register(Path(), tuple(read_files), tuple(funn))
    for finding in kjoer(register, DAG):
        assert finding.melding
        assert not finding.melding.endswith(".")
        assert finding.sted.fil in {f"{slag.navn}.yaml" for slag in FILER}
        assert min(finding.sted.linje, finding.sted.kolonne, finding.sted.lengde) >= 1
    for fil in register.filer:
        for post in register.alle_i(fil):
            assert register.sted(post).fil == fil.kilde.name


def written(value: Any) -> str:
    """A value as flow YAML, every text in double quotes with escapes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(k)}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, str):
        inside = (c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in value)
        return '"' + "".join(inside) + '"'
    words = {None: "~", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return words[value]
    return repr(value).replace("inf", ".inf").replace("nan", ".nan")


# --- By id ------------------------------------------------------------------------------------

IDS = ("SOS-2023-01", "SOS-2023-02", "SOS-2023-12", "SOS-2024-02", "TEK-2023-01", "ØVR-2023-01")


ELLERS = "Se listen."


def found(soekt: str, ids: Iterable[str] = IDS) -> str:
    """The id that a lookup gives, or what it says when it gives none."""
    poster = {id_.lower(): SimpleNamespace(id=id_, tittel=f"Om {id_}") for id_ in ids}
    try:
        post = tolk.finn(soekt, poster, "oppdrag", ELLERS)
    except WrongUse as feil:
        return "\n".join((feil.melding, *feil.raad))
    return str(post.id)


@pytest.mark.parametrize(
    ("soekt", "id_"),
    [
        ("SOS-2023-01", "SOS-2023-01"),
        ("sos-2023-01", "SOS-2023-01"),
        ("  SOS-2023-01\n", "SOS-2023-01"),
        ("SoS-2023-1", "SOS-2023-01"),
        ("sos-1", "SOS-2023-01"),
        ("sos 1", "SOS-2023-01"),
        ("sos_01", "SOS-2023-01"),
        ("s-12", "SOS-2023-12"),
        ("SOS-2024-2", "SOS-2024-02"),
        ("tek", "TEK-2023-01"),
        ("t-1", "TEK-2023-01"),
        ("øvr-1", "ØVR-2023-01"),
        ("Ø-1", "ØVR-2023-01"),
    ],
)
def test_id_is_found_without_regard_to_case_and_shortened(soekt: str, id_: str) -> None:
    """The parts that are given are enough as long as only one id has them."""
    assert found(soekt) == id_


def test_whole_id_is_found_although_others_begin_with_it() -> None:
    """An exact match is never ambiguous."""
    assert found("sos-1", ["SOS-1", "SOS-10", "SOS-2023-1"]) == "SOS-1"
    assert found("tf1", ["TF", "TF1", "TF1.1"]) == "TF1"


def test_part_behind_a_dot_is_not_left_out() -> None:
    """An oppgave is never found by what names its oppdrag, or the other way round."""
    assert found("tf1.2", ["TF1", "TF1.1", "TF1.2"]) == "TF1.2"
    assert found("sos-1.1", ["SOS-2023-01", "SOS-2023-01.1"]) == "SOS-2023-01.1"
    assert found("sos-1", ["SOS-2023-01", "SOS-2023-01.1"]) == "SOS-2023-01"


def test_ambiguous_id_lists_its_candidates() -> None:
    """All that it can mean are listed with their titles, and none of the others."""
    assert found("sos-2") == (
        "«sos-2» er ikke entydig\n"
        "Skriv mer av id-en:\n"
        "  SOS-2023-02 (Om SOS-2023-02)\n"
        "  SOS-2024-02 (Om SOS-2024-02)"
    )


def test_many_candidates_are_counted_on_a_line_of_their_own() -> None:
    """Eight are listed; the rest are counted below them, not behind the last."""
    lines = found("a", [f"A-{number}" for number in range(11)]).splitlines()
    assert lines[2:10] == [f"  A-{number} (Om A-{number})" for number in range(8)]
    assert len(lines) == 11
    assert "3 til" in lines[10]


@pytest.mark.parametrize(
    ("soekt", "nearest"),
    [
        ("SOS-2023-03", "SOS-2023-0"),
        ("SSO-2023-01", "SOS-2023-01"),
        ("OVR-2023-01", "ØVR-2023-01"),
        ("TEK-2023-001x", "TEK-2023-01"),
    ],
)
def test_unknown_id_names_the_nearest(soekt: str, nearest: str) -> None:
    """A slip of the finger gets the id that was perhaps meant, with its title."""
    first, second = found(soekt).splitlines()
    assert first == f"finner ikke oppdrag med id «{soekt}»"
    assert second.startswith(f"Mente du {nearest}")
    assert "(Om " in second


@pytest.mark.parametrize("soekt", ["", " ", "-", ".", "...", "xyz", "1", "²", "\x1b[31m", "%"])
def test_id_that_is_like_no_other_is_just_unknown(soekt: str) -> None:
    """Nothing is guessed from nothing."""
    assert found(soekt) == f"finner ikke oppdrag med id «{soekt}»\n{ELLERS}"


@pytest.mark.parametrize(
    ("soekt", "ids"),
    [
        ("sos-1", ["-", "...", "SOS-2023-01"]),
        ("sos-1", ["SOS-" + "1" * 5000, "SOS-2023-01"]),
        ("sos-" + "0" * 5000 + "1", ["SOS-2023-01"]),
        ("sos-1", ["SOS-²", "SOS-١٢x", "SOS-2023-01"]),
    ],
)
def test_odd_ids_in_the_data_hinder_nobody(soekt: str, ids: list[str]) -> None:
    """Ids that are only marks, or have more digits than Python counts, are just other ids."""
    assert found(soekt, ids) == "SOS-2023-01"


@settings(deadline=None, max_examples=150)
@given(
    soekt=st.text("aA1.-_ ²٣", max_size=7), ids=st.lists(st.text("aA01.-", min_size=1), max_size=6)
)
def test_lookup_finds_or_refuses_whatever_is_typed(soekt: str, ids: list[str]) -> None:
    """An id that exists is found by its own name; everything else is found or refused."""
    assert found(soekt, ids)
    for id_ in ids:
        assert found(id_, ids).lower() == id_.lower()
        assert found(id_.upper(), ids).lower() == id_.lower()
