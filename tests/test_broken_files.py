"""A folder of deliberately broken files, met from outside: no traceback, and the rest is shown."""

import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from child import bounded, forked, program
from conftest import Run
from driver import Ended
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from styring.finding import TAK

KONTAKTER = """\
sektorer:
  - {kode: SOS, navn: Samfunn, direktoer: kari}
kontakter:
  - {id: kari, navn: Kari Nordmann, sektor: SOS}
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
FORMATS = ("tabell", "json", "csv", "yaml", "markdown")

Content = str | bytes | Callable[[Path], object] | None
"""Text, bytes, or what makes something else than a file; None for no file at all."""


MEMORY = 4 << 30
"""As many bytes as a command may take, so that what reads without end takes nothing else down."""


def styring(words: str | list[str], cwd: Path, seconds: int = 30) -> Ended:
    """`styring` in a child of bounded memory, with `cwd/data` for data; it must end in time."""

    def act() -> None:
        bounded(seconds, MEMORY)
        os.environ.pop("STYRING_DATA", None)
        os.chdir(cwd)
        program("--dato", "2023-06-01", *(words.split() if isinstance(words, str) else words))

    return forked(act)


def make(root: Path, files: dict[str, Content]) -> Path:
    """Makes `root/data/` with the good files, changed and added to as told; gives the root."""
    for name, content in {**GOOD, **files}.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_bytes(content.encode())
        elif isinstance(content, bytes):
            path.write_bytes(content)
        elif content is not None:
            content(path)
    return root


def links_to(target: str) -> Callable[[Path], object]:
    """Makes a symbolic link."""
    return lambda path: path.symlink_to(target)


TURNING = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
HIDDEN = set("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


def acting(text: str) -> list[str]:
    """The characters that a terminal would obey, or that turn or hide the text around them."""
    return sorted(
        f"U+{ord(char):04X}"
        for char in set(text) - {"\n"}
        if unicodedata.category(char) in ("Cc", "Zl", "Zp")
        or unicodedata.bidirectional(char) in TURNING
        or char in HIDDEN
    )


def check(ended: Ended, *, csv: bool = False) -> None:
    """What holds for every command, whatever the data are."""
    said = ended.out + ended.err
    assert "Traceback" not in said, said[-1500:]
    assert "Error" not in said, said[-1500:]
    assert ended.status in (0, 1, 2, 3)
    out = ended.out.removeprefix("\ufeff").replace("\r\n", "\n") if csv else ended.out
    assert acting(out) == []
    assert acting(ended.err) == []


def findings(ended: Ended) -> list[dict[str, Any]]:
    """What `valider --format json` found."""
    check(ended)
    assert ended.err == ""
    found: list[dict[str, Any]] = json.loads(ended.out)
    assert ended.status == any(funn["alvor"] == "feil" for funn in found)
    return found


def places(found: list[dict[str, Any]]) -> list[str]:
    """Findings as code and place."""
    return [f"{f['kode']} {f['fil']}:{f['linje']}:{f['kolonne']}" for f in found]


def left_out(ended: Ended) -> str:
    """The line on stderr that counts what is broken."""
    (line,) = [line for line in ended.err.splitlines() if line.startswith("Ikke ")]
    return line


# --- Every kind of broken file, side by side --------------------------------------------------

ONE_MORE = OPPDRAG + "  - {id: SOS-2023-02, tittel: To, sektor: SOS}\n"
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{below}'] * 9)}]\n"
    for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)

# What is in data/oppdrag/ under a name, and the finding there is then: code, line, column and the
# beginning of the message.
BROKEN: dict[str, tuple[Content, str, int, int, str]] = {
    "tom": ("", "YAML007", 1, 1, "filen er tom"),
    "kommentarer": ("# aar: 2023\n", "YAML007", 1, 1, "filen er tom"),
    "bom": (b"\xef\xbb\xbf", "YAML007", 1, 1, "filen er tom"),
    "liste": ("- {id: A, tittel: a, sektor: SOS}\n", "FELT003", 1, 1, "innholdet skal være felt"),
    "tekst": ("Oppdrag for 2023\n", "FELT003", 1, 1, "innholdet skal være felt"),
    "tall": ("2023\n", "FELT003", 1, 1, "innholdet skal være felt"),
    "usant": ("false\n", "FELT003", 1, 1, "innholdet skal være felt"),
    "uten-aar": ("oppdrag: []\n", "FELT002", 1, 1, "aar mangler"),
    "aar-som-tekst": ("aar: '2023'\noppdrag: []\n", "FELT003", 1, 6, "aar skal være et helt tall"),
    "binaer": (b"\x89PNG\r\n\x1a\n\0\0", "YAML002", 1, 1, "her står noe som ikke er tekst"),
    "utf16": (OPPDRAG.encode("utf-16"), "YAML002", 1, 1, "her står noe som ikke er"),
    "latin1": ("aar: 2023\nkilde: ø\n".encode("latin-1"), "YAML002", 2, 8, "her står noe som ikke"),
    "nul": (OPPDRAG.replace("plan", "pl\0n"), "YAML001", 3, 41, "styretegnet U+0000"),
    "bare-nul": (bytes(5000), "YAML001", 1, 1, "styretegnet U+0000"),
    "escape": (OPPDRAG.replace("plan", "\x1b[2Jplan"), "YAML001", 3, 39, "styretegnet U+001B"),
    "tabulator": ("aar: 2023\noppdrag:\n\t- id: A\n", "YAML001", 3, 1, "tabulator kan ikke"),
    "kolon": ("aar: 2023\nkilde: Brev: del 1\n", "YAML001", 2, 12, "kolon med mellomrom"),
    "anfoersel": (
        "aar: 2023\nkilde: 'Brev\n",
        "YAML001",
        2,
        8,
        "anførselstegnet blir aldri lukket",
    ),
    "klamme": ("aar: 2023\noppdrag: [\n", "YAML001", 2, 10, ""),
    "konflikt": (
        OPPDRAG + "<<<<<<< HEAD\n  - {id: A}\n=======\n  - {id: B}\n>>>>>>> gren\n",
        "YAML001",
        4,
        1,
        "her står det igjen en flettekonflikt fra git",
    ),
    "dokumenter": (OPPDRAG + "---\n" + OPPDRAG, "YAML006", 4, 1, "her begynner et nytt dokument"),
    "ring": ("aar: 2023\noppdrag: &a [*a]\n", "YAML004", 2, 14, "«*a» viser til seg selv"),
    "dybde": ("aar: 2023\nx: " + "[" * 9999, "YAML005", 2, 67, "mer enn 64 nivåer"),
    "noekkel": ("aar: 2023\n[a]: 1\n", "YAML009", 2, 1, "en nøkkel må være tekst"),
    "merke": ("!!python/name:os.remove\naar: 2023\n", "YAML008", 1, 1, "merket «"),
    "crlf": ("aar: 2023\r\nkilde: Brev: 1\r\n", "YAML001", 2, 12, "kolon med mellomrom"),
    "mappe": (Path.mkdir, "FIL002", 1, 1, "filen kan ikke leses (den er "),
    "ingensteds": (links_to("borte.yaml"), "FIL002", 1, 1, "filen kan ikke leses"),
    "ring-av-lenker": (links_to("ring-av-lenker.yaml"), "FIL002", 1, 1, "filen kan ikke leses"),
    "nektet": (links_to("/proc/self/mem"), "FIL002", 1, 1, "filen kan ikke leses"),
}
GOES_ON = ("merke",)
"""What is wrong with the file and yet lets all of it be read."""
OTHERS: dict[str, Content] = {
    "vedtak.yaml": "vedtak: [\n  {id: V, tittel: v, type: politisk},\n  }\n",
    "aarshjul.yaml": "- x\n",
    "maal/tom.yaml": "",
    "kontakter/liste.yaml": "- {id: ola}\n",
}
COUNTED = len(BROKEN) - len(GOES_ON) + len(OTHERS)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all of `BROKEN` and `OTHERS` beside the good files."""
    files = {f"oppdrag/{name}.yaml": kind[0] for name, kind in BROKEN.items()}
    return make(tmp_path_factory.mktemp("broken"), {**files, **OTHERS})


@pytest.fixture(scope="module")
def found(broken: Path) -> list[dict[str, Any]]:
    """All that `valider` finds there."""
    return findings(styring("valider --format json", broken))


@pytest.fixture(scope="module")
def told(broken: Path) -> Ended:
    """The same for people."""
    return styring("valider", broken)


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_one_finding_with_its_place(found: list[dict[str, Any]], name: str) -> None:
    """Each kind of broken file gives its finding and no other, whatever lies beside it."""
    _, kode, line, column, begins = BROKEN[name]
    file = f"data/oppdrag/{name}.yaml"
    mine = [funn for funn in found if funn["fil"] == file]
    assert places(mine) == [f"{kode} {file}:{line}:{column}"]
    assert mine[0]["melding"].startswith(begins)
    assert mine[0]["alvor"] == "feil"


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_told_to_people_with_its_place(told: Ended, name: str) -> None:
    """file:line:column, the code and a message in bokmål, with a way out below."""
    _, kode, line, column, begins = BROKEN[name]
    place = f"data/oppdrag/{name}.yaml:{line}:{column}: feil {kode}: {begins}"
    paragraphs = [part for part in told.out.split("\n\n") if part.startswith(place)]
    assert len(paragraphs) == 1
    assert not re.search(r"\b(the|file|error|expected|found|not)\b", paragraphs[0])
    assert re.search(r"^    [A-ZÆØÅ«][^\n]*[.?]$", paragraphs[0], re.MULTILINE)


def test_files_beside_the_broken_ones_have_no_findings(
    found: list[dict[str, Any]], told: Ended
) -> None:
    """Nothing is found but what is wrong, and both formats find the same."""
    check(told)
    assert told.status == 1
    assert told.err == ""
    files = {f"data/oppdrag/{name}.yaml" for name in BROKEN} | {f"data/{name}" for name in OTHERS}
    assert {funn["fil"] for funn in found} == files
    assert told.out.splitlines()[-1] == f"{len(found)} feil"
    assert len(found) == len(files)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        *((f"oppdrag list --format {format_}", "Lage en plan") for format_ in FORMATS),
        ("oppdrag vis SOS-2023-01", "Lage en plan"),
        ("maal tre", "TF1.1 Flere deltar"),
        ("kontakt list", "Kari Nordmann"),
        ("status", "SOS"),
    ],
)
def test_rest_is_shown_and_what_is_broken_is_counted(broken: Path, words: str, shown: str) -> None:
    """Every listing shows what is whole, says what is not and how much of it, and fails."""
    ended = styring(words, broken)
    check(ended, csv=words.endswith("csv"))
    assert ended.status == 1
    assert shown in ended.out
    assert "data/oppdrag/kolon.yaml:2:12: feil YAML001: kolon med" in ended.err
    assert f"\n{len(BROKEN) + len(OTHERS)} feil\n" in ended.err
    assert f" {COUNTED} filer" in left_out(ended)
    if words.endswith("json"):
        (record,) = json.loads(ended.out)
        assert record["id"] == "SOS-2023-01"


# --- One broken file at the top ---------------------------------------------------------------


NO_FILES: dict[str, Content] = {
    "kontakter.yaml": Path.mkdir,
    "maal.yaml": links_to("borte.yaml"),
    "oppdrag.yaml": os.mkfifo,
    "vedtak.yaml": Path.mkdir,
    "aarshjul.yml": links_to("borte.yml"),
    "kommune.yaml": os.mkfifo,
    "oppdrag/roer.yaml": os.mkfifo,
    "oppdrag/null.yaml": links_to("/dev/zero"),
}


def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    """A folder, a pipe, a device or a link to nothing is a finding, also where none must be."""
    root = make(tmp_path, {**NO_FILES, "oppdrag/god.yaml": OPPDRAG})
    found = findings(styring("valider --format json", root, seconds=10))
    assert places(found) == [f"FIL002 data/{name}:1:1" for name in sorted(NO_FILES)]
    ended = styring("oppdrag list", root, seconds=10)
    check(ended)
    assert ended.status == 1
    assert "Lage en plan" in ended.out
    assert f" {len(NO_FILES)} filer" in left_out(ended)


@pytest.mark.parametrize(
    ("content", "begins"),
    [
        (None, "data/oppdrag.yaml:1:1: feil FIL001: filen finnes ikke\n"),
        ("aar: 2023\noppdrag: [{\n", "data/oppdrag.yaml:2:11: feil YAML001: "),
        (links_to("oppdrag.yaml"), "data/oppdrag.yaml:1:1: feil FIL002: filen kan ikke leses"),
    ],
)
def test_file_that_is_missing_or_broken_leaves_the_others(
    tmp_path: Path, content: Content, begins: str
) -> None:
    """One of the three files that must be there is not: it is counted, and the others are shown."""
    ended = styring("kontakt list", make(tmp_path, {"oppdrag.yaml": content}))
    check(ended)
    assert ended.status == 1
    assert "Kari Nordmann" in ended.out
    assert ended.err.startswith(begins)
    assert "1 fil" in left_out(ended)


def test_file_larger_than_the_bound_is_not_read_into_memory(tmp_path: Path) -> None:
    """A file of a terabyte is a finding, also on a machine that has not so much."""

    def huge(path: Path) -> None:
        path.touch()
        os.truncate(path, 1 << 40)

    root = make(tmp_path, {"vedtak.yaml": huge})
    assert places(findings(styring("valider --format json", root))) == [
        "YAML005 data/vedtak.yaml:1:1"
    ]


# --- Wrong kinds at every level ---------------------------------------------------------------

WHOLE: dict[str, Any] = {
    "oppdrag": {
        "aar": 2023,
        "kilde": "Brev",
        "oppdrag": [
            {
                "id": "A",
                "tittel": "a",
                "sektor": "SOS",
                "beskrivelse": "b",
                "delmaal": ["TF1.1"],
                "delansvar": ["SOS"],
                "frist": "2023-12-31",
                "delegering": [{"til": "kari", "av": "kari", "dato": "2023-02-01", "merknad": "m"}],
                "oppgaver": [
                    {
                        "id": "A.1",
                        "tittel": "o",
                        "ansvarlig": "kari",
                        "frist": "2023-05",
                        "status": "ferdig",
                        "merknad": "m",
                    }
                ],
                "rapporter": [
                    {
                        "periode": "2023-T1",
                        "dato": "2023-05-05",
                        "av": "kari",
                        "status": "under_arbeid",
                        "vurdering": "gul",
                        "kommentar": "k",
                        "forventet_ferdig": "2023-06",
                        "avvik": "v",
                        "tiltak": "t",
                    }
                ],
                "unntatt": {"hjemmel": "h"},
                "kilde": "k",
            },
            {"id": "B", "tittel": "b", "sektor": "SOS"},
        ],
    },
    "vedtak": {
        "kilde": "k",
        "vedtak": [
            {
                "id": "A",
                "tittel": "a",
                "type": "politisk",
                "organ": "o",
                "dato": "2023-01-01",
                "saksnr": "1/23",
                "vedtakstekst": "v",
                "oppdrag": ["SOS-2023-01"],
                "sektor": "SOS",
                "frist": "2023-K4",
                "unntatt": {"hjemmel": "h"},
            },
            {"id": "B", "tittel": "b", "type": "verbal"},
        ],
    },
    "kontakter": {
        "kilde": "k",
        "sektorer": [
            {"kode": "A", "navn": "a", "direktoer": "kari", "arbeidsfelt": ["x"]},
            {"kode": "B", "navn": "b"},
        ],
        "kontakter": [
            {
                "id": "A",
                "navn": "a",
                "stilling": "s",
                "sektor": "SOS",
                "telefon": "900 60 938",
                "epost": "a@b.no",
            },
            {"id": "B", "navn": "b"},
        ],
    },
    "maal": {
        "kilde": "k",
        "satsingsomraader": [
            {
                "id": "A",
                "tittel": "a",
                "fn_maal": [1],
                "hovedmaal": [
                    {
                        "id": "A1",
                        "tittel": "a",
                        "delmaal": [{"id": "A1.1", "tittel": "a", "ansvar": ["SOS"]}],
                    },
                ],
            },
            {"id": "B", "tittel": "b"},
        ],
    },
    "aarshjul": {
        "hendelser": [
            {
                "id": "A",
                "tittel": "a",
                "spor": "politisk",
                "tid": "2023-05",
                "til": "2023-06",
                "kategori": "k",
                "sektor": "SOS",
                "kilde": "k",
            },
            {"id": "B", "tittel": "b", "spor": "administrativ", "tid": "2023"},
        ],
    },
}
WRONG: dict[str, str] = {
    "mapping": "{galt: 1}",
    "lists": "[[galt]]",
    "boolean": "true",
    "text": '"galt\\e[31m [red]x[/red]"',
}
"""What is wrong nearly everywhere, as it is written."""
Route = tuple[str | int, ...]


def routes(value: Any, route: Route = ()) -> Iterator[Route]:
    """The routes of all values inside a value."""
    for step in value if isinstance(value, dict) else range(len(value)):
        yield (*route, step)
        if isinstance(value[step], dict | list):
            yield from routes(value[step], (*route, step))


def lines(value: Any, wrong: Route, source: str, indent: int = 0) -> Iterator[str]:
    """A value as block YAML, a line a scalar, in which one value is another."""
    is_map = isinstance(value, dict)
    for step in value if is_map else range(len(value)):
        start = " " * indent + (f"{step}:" if is_map else "-")
        inner, on = value[step], wrong[:1] == (step,)
        if wrong == (step,):
            yield f"{start} {source}"
        elif isinstance(inner, dict | list):
            yield start
            yield from lines(inner, wrong[1:] if on else (), source, indent + 2)
        else:
            yield f"{start} {json.dumps(inner)}"


def is_text(value: Any, route: Route) -> bool:
    """A value that any text can stand for."""
    words = ("frist", "dato", "tid", "til", "status", "vurdering", "forventet_ferdig", "type")
    is_word = route[-1] in (*words, "spor") and route[-2:] != (0, "til")
    return isinstance(value, str) and not is_word


@pytest.mark.parametrize("noun", WHOLE)
def test_wrong_kind_of_value_is_found_at_its_place_at_every_level(
    tmp_path: Path, noun: str
) -> None:
    """Whatever stands where something else should is a finding just there, and never a crash."""
    files: dict[str, Content] = {}
    expected: dict[str, tuple[str, str, int]] = {}
    for number, route in enumerate(routes(WHOLE[noun])):
        value = WHOLE[noun]
        for step in route:
            value = value[step]
        for kind, source in WRONG.items():
            if kind == "text" and (is_text(value, route) or route[-2:] == (0, "til")):
                continue
            name = f"{noun}/{number:03}-{kind}.yaml"
            text = "".join(f"{line}\n" for line in lines(WHOLE[noun], route, source))
            line = next(n for n, line in enumerate(text.splitlines(), 1) if line.endswith(source))
            files[name] = text
            expected[f"data/{name}"] = (kind, str(route), line)
    found = findings(styring("valider --format json", make(tmp_path, files)))
    hit = {(funn["fil"], funn["linje"]) for funn in found if funn["kode"].startswith("FELT")}
    missed = [case for file, case in expected.items() if (file, case[2]) not in hit]
    assert missed == []
    assert len(expected) > 40


def test_whole_records_beside_wrong_kinds_are_listed_and_the_others_counted(
    tmp_path: Path,
) -> None:
    """A wrong value anywhere in a record takes that record and no other; the count is right."""
    inside = [route for route in routes(WHOLE["oppdrag"]) if route[:2] == ("oppdrag", 0)]
    files: dict[str, Content] = {
        f"oppdrag/{number:03}.yaml": "".join(
            f"{line}\n".replace('"B"', f'"B-{number}"')
            for line in lines(WHOLE["oppdrag"], route, "{galt: 1}")
        )
        for number, route in enumerate(inside)
    }
    root = make(tmp_path, files)
    ended = styring("oppdrag list --format json", root)
    check(ended)
    assert ended.status == 1
    ids = [record["id"] for record in json.loads(ended.out)]
    assert ids == ["SOS-2023-01", *(f"B-{number}" for number in range(len(inside)))]
    assert f" {len(inside)} oppføringer" in left_out(ended)


def test_records_that_are_no_list_are_counted_too(tmp_path: Path) -> None:
    """Who forgets the dash is not shown an empty table without a word about what is left out."""
    text = "aar: 2023\noppdrag:\n  id: A\n  tittel: a\n  sektor: SOS\n"
    ended = styring("oppdrag list", make(tmp_path, {"oppdrag.yaml": text}))
    check(ended)
    assert ended.status == 1
    assert ended.err.startswith("data/oppdrag.yaml:3:3: feil FELT003: oppdrag skal være en liste")
    assert re.search(r"\b1 (fil|oppføring)\b", left_out(ended))


def test_record_that_is_broken_is_not_denied(tmp_path: Path) -> None:
    """Who asks for a record that cannot be read is told why, not that it does not exist."""
    root = make(tmp_path, {"oppdrag.yaml": ONE_MORE.replace("tittel: To", "tittel: [To]")})
    ended = styring("oppdrag vis SOS-2023-02", root)
    check(ended)
    assert ended.status in (1, 3)
    assert "det er ingen oppdrag" not in ended.err
    assert "data/oppdrag.yaml:4:31" in ended.err


# --- Values that are right in kind and wrong in size ------------------------------------------


YEARS = ("0", "-1", "20233", "9" * 30, "0x7fffffffffffffff")


@pytest.mark.parametrize(
    "words", ["oppdrag list --format json", "oppdrag list --uten-rapport", "status"]
)
def test_year_that_no_calendar_has_is_a_finding(tmp_path: Path, words: str) -> None:
    """A slip in the year is found where it stands, and nothing that counts days falls over it."""
    files: dict[str, Content] = {
        f"oppdrag/{number}.yaml": f"aar: {aar}\noppdrag:\n  - {{id: X, tittel: x, sektor: SOS}}\n"
        for number, aar in enumerate(YEARS)
    }
    ended = styring(words, make(tmp_path, files))
    check(ended)
    assert ended.status == 1
    for name in files:
        assert f"data/{name}:1:6: feil FELT005: " in ended.err


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("oppdrag list --sorter tittel,id", 0),
        ("oppdrag vis sos-1", 0),
        ("oppdrag vis SOS-" + "7" * 5000, 2),
    ],
)
def test_more_digits_than_python_counts_are_just_text(
    tmp_path: Path, words: str, status: int
) -> None:
    """Thousands of digits in a title, in an id or on the command line are sorted and looked up."""
    digits = "1" * 5000
    root = make(
        tmp_path,
        {
            "oppdrag.yaml": ONE_MORE.replace("To", f'"{digits}"').replace("-02", f"-{digits}"),
        },
    )
    ended = styring(words, root)
    check(ended)
    assert ended.status == status


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a long line", f"aar: 2023\nkilde: {'x' * 10_000_000}\n", []),
        ("nothing but NUL", "\0" * 10_000_000, ["YAML001 data/oppdrag/stor.yaml:1:1"]),
        ("brackets", "[" * 10_000_000, ["YAML005 data/oppdrag/stor.yaml:1:65"]),
        (
            "words, hyphens and blanks",
            f"aar: 2023\nkilde: {'a' * 300_000}  b{'- og ' * 99_000}c{' ' * 300_000}d\n",
            ["TXT002 data/oppdrag/stor.yaml:2:8"],
        ),
    ],
)
def test_large_file_is_checked_in_seconds(
    tmp_path: Path, name: str, text: str, found: list[str]
) -> None:
    """Ten megabytes on a line, or a text that a pattern searches for ever, take no such time."""
    root = make(tmp_path, {"oppdrag/stor.yaml": text})
    assert places(findings(styring("valider --format json", root, seconds=15))) == found, name


def test_excerpt_of_a_long_line_is_short_and_made_in_seconds(tmp_path: Path) -> None:
    """The line that a fault stands on is cut before anything else is made of it."""
    text = f"aar: 2023\nkilde: {'ø' * 3_000_000}\0{'😀' * 3_000_000}\n"
    ended = styring("oppdrag list", make(tmp_path, {"oppdrag/stor.yaml": text}), seconds=10)
    check(ended)
    assert "data/oppdrag/stor.yaml:2:3000008: feil YAML001: styretegnet U+0000" in ended.err
    assert "\n    …ø" in ended.err
    assert len(ended.err) < 2000


@pytest.mark.parametrize("words", ["valider", "oppdrag list --format json"])
def test_alias_bomb_is_a_finding_for_every_command(tmp_path: Path, words: str) -> None:
    """Nine aliases to nine aliases, nine deep, in a free field: told in seconds and never built."""
    inside = "".join(f"      {line}\n" for line in BOMB.splitlines())
    text = f"aar: 2023\noppdrag:\n  - id: A\n    tittel: a\n    sektor: S\n    egne:\n{inside}"
    ended = styring(words, make(tmp_path, {"oppdrag/bombe.yaml": text}), seconds=10)
    check(ended)
    assert ended.status == 1
    said = ended.out if words == "valider" else ended.err
    assert re.search(r"^data/oppdrag/bombe.yaml:\d+:\d+: feil YAML004: henvisningene", said, re.M)
    assert "\n1 feil\n" in said


def test_list_with_broken_records_that_is_repeated_is_mended_once(tmp_path: Path) -> None:
    """An alias to a list with broken records in it costs those records and nothing else."""
    text = (
        "satsingsomraader:\n  - id: A\n    tittel: a\n    hovedmaal:\n"
        "      - {id: A1, tittel: a, delmaal: &d [3, {id: Y, tittel: y}, {id: Z, tittel: z}]}\n"
        "      - {id: A2, tittel: b, delmaal: *d}\n"
    )
    ended = styring("maal tre", make(tmp_path, {"maal/to.yaml": text}))
    check(ended)
    assert ended.status == 1
    assert "A2 b" in ended.out
    assert " 2 oppføringer" in left_out(ended)
    assert ended.out.count(" y\n") == ended.out.count(" z\n") == 2


@pytest.mark.parametrize(
    ("name", "inside", "count"),
    [
        (
            "a long line",
            ", ".join(["{id: A, tittel: 1, sektor: S}"] * 1000) + f", {{id: {'x' * 10_000_000}}}",
            3001,
        ),
        ("many keys", f"{{{', '.join(f'k{number}: 1' for number in range(4000))}}}", 4003),
    ],
)
def test_thousands_of_faults_on_a_line_are_told_in_seconds(
    tmp_path: Path, name: str, inside: str, count: int
) -> None:
    """JSON on one line is YAML too; a fault costs the same on a long line and among many."""
    root = make(tmp_path, {"oppdrag/rad.yaml": f"{{aar: 2023, oppdrag: [{inside}]}}\n"})
    ended = styring("valider --format json", root, seconds=12)
    assert ended.err.startswith(f"Ikke vist: {count - TAK} til."), name
    found = findings(ended._replace(err=""))
    assert len(found) == TAK
    assert {funn["linje"] for funn in found} == {1}


# --- Text that would do something -------------------------------------------------------------

HOSTILE = (
    "=HYPERLINK(1) \x1b[2J\x1b]0;x\x07\x9b31m [red]rød[/red] [/] "
    "\u202e\u2066\u200b\x85\u2028\0\r\n+x"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which every text is hostile, those of broken records and of file names too."""
    text = json.dumps(HOSTILE)
    oppdrag = (
        f"aar: 2023\nkilde: {text}\noppdrag:\n"
        f"  - id: S-1\n    tittel: {text}\n    sektor: {text}\n    beskrivelse: {text}\n"
        f"    delmaal: [{text}]\n    delansvar: [{text}]\n    delegering: [{{til: {text}}}]\n"
        f"    oppgaver: [{{id: {text}, tittel: {text}}}]\n"
        "    rapporter:\n"
        f"      - {{periode: {text}, dato: 2023-05-05, status: ferdig, kommentar: {text}}}\n"
        f"    egne: {{{text}: {text}}}\n"
        f"  - {{id: {text}, tittel: [x], {text}: 1, frist: {text}}}\n"
    )
    maal = MAAL.replace("Fellesskap", text).replace("Flere deltar", text)
    return make(
        tmp_path_factory.mktemp("hostile"),
        {
            "oppdrag.yaml": oppdrag,
            "maal.yaml": maal,
            "kontakter.yaml": KONTAKTER.replace("Kari Nordmann", text).replace("Samfunn", text),
            "kommune.yaml": f"navn: {text}\n{text}: 1\n{text}: 2\n",
            "oppdrag/\x1b[31m\n[red]\u202e.yaml": "- x\n",
            "oppdrag/\udcff.yaml": "- x\n",
            "\x1b[31m.yaml": "- x\n",
        },
    )


@pytest.mark.parametrize(
    "words",
    [
        "valider",
        "valider --format json",
        "oppdrag list",
        "oppdrag list --format json",
        "oppdrag list --format csv",
        "oppdrag vis S-1",
        "maal tre",
        "roedtraad",
        "roedtraad --hull --format csv",
    ],
)
def test_text_that_would_act_comes_out_as_text(hostile: Path, words: str) -> None:
    """No escape, no turned text and no formula gets through, from values, keys or file names."""
    ended = styring(words, hostile)
    check(ended, csv=words.endswith("csv"))
    assert ended.status == 1
    if "tittel" in ended.out and "csv" not in words and "json" not in words:
        assert "rød" in ended.out
    if words.endswith("csv"):
        cells = re.split(r"[;\r\n]+\"?", ended.out.removeprefix("\ufeff"))
        assert [cell for cell in cells if re.match(r"[=+@\t-]", cell)] == []
        assert any("HYPERLINK" in cell for cell in cells)
    if words in ("oppdrag list", "oppdrag vis S-1", "maal tre", "roedtraad"):
        assert "[red]rød[/red] [/]" in ended.out
    if words.endswith("json"):
        json.loads(ended.out)


# --- Anything at all --------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *("aar: 2023\n", "oppdrag:\n", "  - ", "id: A\n", "    tittel: ", "{id: A", "sektor: SOS"),
        *(": ", "- ", "\n", "\n  ", "  ", "\t", "\r\n", "[", "]", "{", "}", ", ", "'", '"', "|\n"),
        *("&a ", "*a", "!x ", "---\n", "# ", "~", "1", "2023-05", "true", "[[x]]", "\\e", "\x1b"),
        *("frist: ", "rapporter: ", "egne: ", "\u202e", "\x85", "æ", "😀", "<<<<<<< x\n", "\0"),
    ]
)
ANY_FILE = st.one_of(
    st.binary(max_size=40),
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(PIECES, max_size=16).map(lambda pieces: "".join(pieces).encode()),
    st.tuples(st.integers(0, 90), PIECES, st.integers(0, 5)).map(
        lambda cut: (OPPDRAG[: cut[0]] + cut[1] + OPPDRAG[cut[0] + cut[2] :]).encode()
    ),
)
FOLDERS = st.dictionaries(
    st.tuples(
        st.sampled_from(["oppdrag", "maal", "kontakter", "vedtak", "aarshjul", "kommune"]),
        st.integers(0, 30),
    ),
    ANY_FILE,
    min_size=60,
    max_size=90,
)


@settings(
    deadline=None,
    max_examples=2,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(files=FOLDERS)
def test_folder_of_anything_at_all_is_checked_and_listed(
    tmp_path_factory: pytest.TempPathFactory, files: dict[tuple[str, int], bytes]
) -> None:
    """Arbitrary bytes and what is nearly YAML, dozens of files at a time: never a traceback."""
    root = make(
        tmp_path_factory.mktemp("anything"),
        {f"{noun}/{number}.yaml": data for (noun, number), data in files.items()},
    )
    found = findings(styring("valider --format json --alle", root))
    assert all(funn["linje"] >= 1 and funn["kolonne"] >= 1 for funn in found)
    ended = styring("oppdrag list --format json", root)
    check(ended)
    assert "SOS-2023-01" in [record["id"] for record in json.loads(ended.out)]
    broken = {funn["fil"] for funn in found if funn["kode"].startswith(("YAML", "FELT"))}
    assert ended.status == (1 if broken else 0)


@pytest.mark.parametrize("words", ["rapport mangler", "roedtraad --hull"])
def test_nobody_is_told_that_all_is_well_with_what_cannot_be_read(
    words: str, run: Run, tmp_path: Path
) -> None:
    """An empty file lacks nothing, and nor is there anything to be glad of."""
    for name in ("oppdrag", "maal", "kontakter"):
        (tmp_path / f"{name}.yaml").write_text("")
    ended = run(*words.split(), "--data", str(tmp_path), "--dato", "2023-09-15")
    assert ended.status == 1
    assert "Alt er rapportert" not in ended.err
    assert "ingen hull" not in ended.err
    assert "3 filer" in ended.err
