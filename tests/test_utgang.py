"""Where a result goes: `--ut` and `--format`, the same at every command that shows something."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import RIK
from driver import anew, styring

OM = ("--data", str(RIK), "--dato", "2024-05-15")
LISTS = [
    *("oppdrag list", "vedtak list", "vedtak restanse", "maal list", "kontakt list", "status"),
    *("aarshjul list", "rapport mangler", "roedtraad --hull", "roedtraad --matrise", "logg"),
    "status --siden 2023-HØST",
]
SHEETS = [
    *("oppdrag vis BYG-2023-01", "vedtak vis V-2023-01", "maal tre", "maal vis ØY", "roedtraad"),
    *("kontakt vis arlbo", "aarshjul vis", "status --hvorfor"),
]
TABLE = {"txt": "tabell", "csv": "csv", "json": "json", "yaml": "yaml", "yml": "yaml"}
ENDINGS = {
    **{words: {**TABLE, "md": "markdown"} for words in LISTS},
    **{words: {"txt": "tabell", "json": "json", "yml": "yaml"} for words in SHEETS},
    "valider --alle": {"txt": "tekst", "json": "json", "sarif": "sarif"},
    "brev": {"md": "markdown", "html": "html", "htm": "html"},
    "rapport notat -s BYG": {"md": "markdown", "html": "html"},
}
ENDINGS["aarshjul list"] |= {"ics": "ics"}
del ENDINGS["logg"]["txt"]  # with nothing in the log, nothing is shown on stdout


@pytest.mark.parametrize(
    ("words", "ending"), [(words, ending) for words in ENDINGS for ending in ENDINGS[words]]
)
def test_file_has_what_stdout_would_have(
    words: str, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the byte, in the format that the file's name ends as; stdout is left alone."""
    monkeypatch.chdir(tmp_path)
    shown = styring(*words.split(), *OM, "--format", ENDINGS[words][ending])
    written = styring(*words.split(), *OM, "--ut", f"Det som vises.{ending.upper()}")
    assert written.out == ""
    assert written.err.count(f"Skrevet til Det som vises.{ending.upper()}.\n") == 1
    assert written.status == shown.status
    assert Path(f"Det som vises.{ending.upper()}").read_bytes() == shown.out.encode()
    assert [path.name for path in tmp_path.iterdir()] == [f"Det som vises.{ending.upper()}"]


def test_calendar_and_spreadsheet_keep_their_own_form(tmp_path: Path) -> None:
    """UTF-8 whatever the shell would make of it: no BOM in a calendar, one for the spreadsheet."""
    for name in ("aar.ics", "liste.csv"):
        styring("aarshjul", "list", *OM, "--ut", str(tmp_path / name))
    calendar, sheet = ((tmp_path / name).read_bytes() for name in ("aar.ics", "liste.csv"))
    assert calendar.startswith(b"BEGIN:VCALENDAR\r\n")
    assert sheet.startswith(b"\xef\xbb\xbftid;")
    assert all("Budsjettseminar på Åholmen".encode() in raw for raw in (calendar, sheet))


def test_format_that_is_given_goes_before_the_name(tmp_path: Path) -> None:
    """As it does for documents."""
    path = tmp_path / "liste.json"
    assert styring("oppdrag", "list", *OM, "--ut", str(path), "--format", "csv").status == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid;")
    path = tmp_path / "uten-endelse"
    assert styring("oppdrag", "list", "--format", "csv", "--ut", str(path), *OM).status == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid;")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("oppdrag list --ut liste.xlsx", 2, "La navnet slutte på .csv, .json, .md"),
        ("oppdrag vis byg-2023-01 --ut ark.csv", 2, "La navnet slutte på .json, .txt"),
        ("oppdrag list --ut finnes/ikke.csv", 3, "mappen finnes ikke"),
        ("oppdrag list --ut liste.csv --sektor XYZ", 2, "finner ingen sektor «XYZ»"),
        ("oppdrag list --ut liste.csv --format cvs", 2, "Mente du «csv»?"),
        (f"oppdrag list --ut {RIK}/liste.csv", 3, "er i datamappen"),
    ],
)
def test_what_cannot_be_written_leaves_nothing(
    words: str, status: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the way out."""
    monkeypatch.chdir(tmp_path)
    ended = styring(*words.split(), *OM)
    assert (ended.status, ended.out) == (status, "")
    assert said in ended.err
    assert list(tmp_path.iterdir()) == []
    assert not (RIK / "liste.csv").exists()


def test_file_is_as_it_was_until_there_is_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is there is replaced by a whole list, and by nothing when the wish is wrong."""
    monkeypatch.chdir(tmp_path)
    Path("liste.csv").write_text("fra før", encoding="utf-8")
    assert styring("oppdrag", "list", *OM, "--ut", "liste.csv", "--kolonner", "x").status == 2
    assert Path("liste.csv").read_text(encoding="utf-8") == "fra før"
    assert styring("oppdrag", "list", *OM, "--ut", "liste.csv", "--kolonner", "id").status == 0
    assert Path("liste.csv").read_bytes().startswith(b"\xef\xbb\xbfid\r\n")


def test_file_with_less_than_all_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest is written, and the command ends with 1 as it does when it is shown."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    for name, text in {
        "kontakter": "sektorer: [{kode: TEK, navn: T}]\n",
        "maal": "satsingsomraader: []\n",
        "oppdrag": "aar: 2024\noppdrag:\n  - {id: A, tittel: a, sektor: TEK}\n  - {id: B}\n",
    }.items():
        (tmp_path / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
    ended = styring("oppdrag", "list", "--ut", "liste.csv")
    assert ended.status == 1
    assert "Ikke med i det som vises: 1 oppføring." in ended.err
    assert Path("liste.csv").read_bytes().count(b"\r\n") == 2


def test_stream_by_its_name_is_written_to(tmp_path: Path) -> None:
    """Its link is the system's own, whether it leads to a pipe or to a file."""
    brev = ("brev", "--data", str(RIK), "--dato", "2024-05-15")
    right = styring(*brev, process=anew())
    ut = (*brev, "--format", "markdown", "--ut", "/dev/stdout")
    assert styring(*ut, process=anew()).out == right.out
    with (tmp_path / "fil").open("wb") as fil:
        words = (sys.executable, "-m", "styring", *ut)
        subprocess.run(words, stdout=fil, stderr=subprocess.DEVNULL, check=True)
    assert (tmp_path / "fil").read_text("utf-8") == right.out
