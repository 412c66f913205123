"""What comes on a pipe: as in the golden files, the same bytes each time, nothing touched."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from asgaardsvik import DAG, OM_RIK
from conftest import DATA, GOLDEN, RIK, ROOT, TESTS, Golden
from driver import anew, styring

from styring.register.lasting import last
from styring.views.oppdragsliste import oppsett

ALL_COLUMNS = ",".join(oppsett(last(RIK), date.fromisoformat(DAG)).noekler())
LOERENSKOG = ("--data", "data", "--dato", "2023-06-01")
FICTION = ("--data", "tests/rik", "--dato", DAG)
SHOWN = {
    "oppdrag-list": (*LOERENSKOG, "oppdrag", "list"),
    "oppdrag-vis": (*LOERENSKOG, "oppdrag", "vis", "SOS-2023-01"),
    "maal-list": (*LOERENSKOG, "maal", "list"),
    "maal-tre": (*LOERENSKOG, "maal", "tre"),
    "maal-vis": (*LOERENSKOG, "maal", "vis", "TF1", "BB1.2"),
    "kontakt-list": (*LOERENSKOG, "kontakt", "list"),
    "kontakt-vis": (*LOERENSKOG, "kontakt", "vis", "SOS", "henbac"),
    "status": (*LOERENSKOG, "status"),
    "valider-alle": (*LOERENSKOG, "valider", "--alle"),
    "rik-oppdrag-list": (*FICTION, "oppdrag", "list"),
    "rik-oppdrag-kolonner": (*FICTION, "oppdrag", "list", "--kolonner", ALL_COLUMNS),
    "rik-oppdrag-vis": (*FICTION, "oppdrag", "vis", "BYG-2023-01", "ÆLD-2024-01"),
    "rik-maal-list": (*FICTION, "maal", "list"),
    "rik-maal-tre": (*FICTION, "maal", "tre"),
    "rik-roedtraad": (*FICTION, "roedtraad"),
    "rik-roedtraad-hull": (*FICTION, "roedtraad", "--hull"),
    "rik-maal-vis": (*FICTION, "maal", "vis", "ØY", "ØY1.1", "FM1"),
    "rik-kontakt-list": (*FICTION, "kontakt", "list"),
    "rik-kontakt-vis": (*FICTION, "kontakt", "vis", "BYG", "FRI", "arlbo", "vikar"),
    "rik-aarshjul-list": (*FICTION, "aarshjul", "list"),
    "rik-aarshjul-vis": (*FICTION, "aarshjul", "vis"),
    "rik-aarshjul-ics": (*FICTION, "aarshjul", "list", "--format", "ics"),
    "rik-status": (*FICTION, "status"),
    "rik-oppdrag-markdown": (*FICTION, "oppdrag", "list", "--format", "markdown"),
    "rik-status-markdown": (*FICTION, "status", "--format", "markdown"),
    "forklar": ("forklar", "OPP003"),
}
"""What is held against a golden file: its name, and the command on a pipe."""


@pytest.mark.parametrize("name", SHOWN)
def test_shown_on_a_pipe_as_in_the_golden_file(
    name: str, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables, sheets, trees, faults and explanations look as someone has read that they do."""
    monkeypatch.chdir(ROOT)
    ended = styring(*SHOWN[name])
    assert ended.status == 0
    golden(f"roer/{name}.txt", ended.err + ended.out)


def test_every_golden_file_is_used() -> None:
    """No golden file is left behind by a test that is gone."""
    assert {path.stem for path in (GOLDEN / "roer").iterdir()} <= set(SHOWN)


def test_fiction_says_that_it_is_fiction() -> None:
    """Every file of the fictional data says so first, and points at nobody's mail or telephone."""
    for path in sorted(RIK.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# OPPDIKTET."), path
        assert all(host.endswith(".example") for host in re.findall(r"[\w.]+@([\w.-]+)", text))
        assert all(
            number.replace(" ", "").startswith(("000000", "+47000000"))
            for number in re.findall(r"telefon: \"?([+\d ]+)", text)
        )


# --- the process ----------------------------------------------------------------------------


def test_bytes_are_utf_8_and_the_same_each_time() -> None:
    """UTF-8 whatever the console says, and not a byte differs with the seed of hashes."""
    words = ("oppdrag", "list", *OM_RIK, "--format", "json")
    ended = [
        styring(
            *words,
            process=anew(cwd=TESTS, PYTHONHASHSEED=seed, PYTHONIOENCODING=encoding, LC_ALL=locale),
        )
        for seed, encoding, locale in (("1", "latin-1", "C"), ("2", "ascii", "C.UTF-8"))
    ]
    assert [one.status for one in ended] == [0, 0]
    assert [one.err for one in ended] == ["", ""]
    assert ended[0].out == ended[1].out
    assert "Åtte øre i overskudd" in ended[0].out


def test_messages_are_utf_8_too() -> None:
    """What is said on stderr is UTF-8 on a console that says latin-1."""
    ended = styring(
        *("oppdrag", "list", *OM_RIK, "--sektor", "Å"),
        process=anew(cwd=TESTS, PYTHONIOENCODING="latin-1"),
    )
    assert ended.status == 2
    assert "«Å»" in ended.err


def test_looking_never_changes(tmp_path: Path) -> None:
    """No command that shows, lists or checks touches a byte or a time in the data folder."""
    data = tmp_path / "data"
    shutil.copytree(RIK, data)
    for path in (data, *data.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)

    def state() -> dict[str, tuple[bytes, int]]:
        return {
            str(path): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns)
            for path in (data, *sorted(data.rglob("*")))
        }

    before = state()
    for words in SHOWN.values():
        styring(*[str(data) if word in ("data", "tests/rik") else word for word in words])
    for form in ("json", "csv", "yaml"):
        assert styring("oppdrag", "list", "--data", str(data), "--format", form).status == 0
    assert state() == before
    for path in (data, *data.rglob("*")):
        path.chmod(0o755)
    assert DATA.is_dir()
