"""Every kind of broken file, side by side: each is one finding, and the rest is shown."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from broken import (
    OPPDRAG,
    Content,
    asked,
    check,
    findings,
    left_out,
    links_to,
    make,
    places,
)
from driver import Ended

from styring.formats.format import formater

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
    return findings(asked("valider --format json", broken))


@pytest.fixture(scope="module")
def told(broken: Path) -> Ended:
    """The same for people."""
    return asked("valider", broken)


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
        *((f"oppdrag list --format {format_}", "Lage en plan") for format_ in formater("tabell")),
        ("oppdrag vis SOS-2023-01", "Lage en plan"),
        ("maal tre", "TF1.1 Flere deltar"),
        ("kontakt list", "Kari Nordmann"),
        ("status", "SOS"),
    ],
)
def test_rest_is_shown_and_what_is_broken_is_counted(broken: Path, words: str, shown: str) -> None:
    """Every listing shows what is whole, says what is not and how much of it, and fails."""
    ended = asked(words, broken)
    check(ended, csv=words.endswith("csv"))
    assert ended.status == 1
    assert shown in ended.out
    assert "data/oppdrag/kolon.yaml:2:12: feil YAML001: kolon med" in ended.err
    assert f"\n{len(BROKEN) + len(OTHERS)} feil\n" in ended.err
    assert f" {COUNTED} filer" in left_out(ended)
    if words.endswith("json"):
        (record,) = json.loads(ended.out)
        assert record["id"] == "SOS-2023-01"


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
    found = findings(asked("valider --format json", root))
    assert places(found) == [f"FIL002 data/{name}:1:1" for name in sorted(NO_FILES)]
    ended = asked("oppdrag list", root)
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
    ended = asked("kontakt list", make(tmp_path, {"oppdrag.yaml": content}))
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
    assert places(findings(asked("valider --format json", root))) == [
        "YAML005 data/vedtak.yaml:1:1"
    ]
