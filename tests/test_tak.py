"""Files with more faults than are kept: the first are shown, the rest counted, nothing let by."""

import json
import sys
from pathlib import Path

import pytest
from driver import Ended, styring

from styring.finding import MANGE, TAK

FEW = 2 * TAK
"""How many faults of a file are kept here: less than else, since it is made to be passed."""
MANY = FEW + 500
FIRST = "aar: 2023\noppdrag:\n  - {id: SOS-2023-0, tittel: Lage en plan, sektor: SOS}\n"
START = "  - id: SOS-2023-1\n    tittel: Lage en plan til\n    sektor: SOS\n"
PLAN = "tittel: Plan, sektor: SOS"
SHAPES = {
    "keys of a record": (
        FIRST + START + "".join(f"    n{i}: 1\n" for i in range(MANY)),
        "FIL013",
        "FELT001",
    ),
    "keys before those that must be there": (
        f"{FIRST}  - n: 1\n"
        + "".join(f"    n{i}: 1\n" for i in range(1, MANY))
        + START.replace("  - ", "    "),
        "FIL013",
        "FELT001",
    ),
    "a key of each record": (
        FIRST + "".join(f"  - {{id: SOS-2023-{i + 1}, {PLAN}, n: 1}}\n" for i in range(MANY)),
        "FIL013",
        "FELT001",
    ),
    "a key given again": (
        f"{FIRST}{START}    egne:\n" + "      n: 1\n" * (MANY + 1),
        "FIL013",
        "YAML003",
    ),
    "a rule": (
        FIRST
        + "".join(f"  - {{id: SOS-2023-{i + 1}, {PLAN}, delmaal: [Z]}}\n" for i in range(MANY)),
        "OPP001",
        "OPP001",
    ),
}
"""Many faults, with the code of what is for the rest of them, and that of those it is for."""


@pytest.fixture(autouse=True)
def few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sets the bound down, wherever the program looks at it."""
    assert MANGE > FEW
    for name, module in [*sys.modules.items()]:
        if name.startswith("styring.") and "MANGE" in vars(module):
            monkeypatch.setattr(module, "MANGE", FEW)


def write(folder: Path, oppdrag: dict[str, str]) -> Path:
    """A data folder with some files of oppdrag."""
    files = {
        "kontakter.yaml": "sektorer:\n  - {kode: SOS, navn: Samfunn}\nkontakter: []\n",
        "maal.yaml": "satsingsomraader: []\n",
        **oppdrag,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("shape", SHAPES)
def test_rest_of_many_faults_is_counted_in_every_format(tmp_path: Path, shape: str) -> None:
    """Some are shown, of which the first is for the rest; the sum and the status are of all.

    Nothing is said to be missing because only the first of a record was looked at.
    """
    text, code, behind = SHAPES[shape]
    data = str(write(tmp_path / "data", {"oppdrag.yaml": text}))
    formats = ("json", "sarif", "tekst", "github")
    shown = {name: styring("valider", data, "-f", name) for name in formats}
    found = json.loads(shown["json"].out)
    assert TAK - 3 <= len(found) <= TAK
    said = f"Ikke vist: {MANY - len(found)} til. Høyst {TAK} av hver alvorlighetsgrad vises fra"
    assert {(ended.status, ended.err) for ended in shown.values()} == {(1, f"{said} hver fil.\n")}
    assert (found[0]["kode"], found[0]["linje"]) == (code, 1)
    assert {one["kode"] for one in found[1:]} == {behind}
    results = json.loads(shown["sarif"].out)["runs"][0]["results"]
    assert [one["ruleId"] for one in results] == [one["kode"] for one in found]
    assert shown["tekst"].out.endswith(f"\n{MANY} feil\n")
    assert f"\n{MANY} feil\n" in shown["github"].out
    assert shown["github"].out.count("::error ") == len(found)


def test_warnings_that_are_counted_together_stay_warnings(tmp_path: Path) -> None:
    """They fail only where warnings do, and hide no fault of the file."""
    lines = (
        f"  - {{id: SOS-2023-{i}, tittel: Lage  en plan, sektor: SOS}}\n"
        for i in range(1, MANY + 1)
    )
    text = FIRST.replace("sektor: SOS", "sektor: SAS") + "".join(lines)
    data = str(write(tmp_path / "data", {"oppdrag.yaml": text}))
    ended = styring("valider", data)
    assert ended.status == 1
    assert "feil OPP003: " in ended.out
    assert ended.out.endswith(f"\n1 feil og {MANY} advarsler\n")
    write(tmp_path / "data", {"oppdrag.yaml": text.replace("SAS", "SOS")})
    assert [styring("valider", data, *more).status for more in ([], ["--streng"])] == [0, 1]


def change(data: Path, *words: str) -> Ended:
    """What comes of an edit."""
    return styring("--data", str(data), "oppdrag", "endre", *words)


def test_edit_in_a_file_with_many_faults_is_held_against_them_all(tmp_path: Path) -> None:
    """What a rule found before is no news, though it has moved; one fault more is, and is refused.

    The one more is the last of its kind, far behind those that have findings of their own.
    """
    text, *_ = SHAPES["a rule"]
    data = write(tmp_path / "data", {"oppdrag.yaml": text})
    path = data / "oppdrag.yaml"
    ended = change(data, "SOS-2023-0", "--beskrivelse", "Ny")
    assert (ended.status, ended.out.splitlines()[:1]) == (0, ["SOS-2023-0 er endret: beskrivelse."])
    last = f"SOS-2023-{MANY}"
    assert change(data, last, "--tittel", "Bytur").status == 0
    before = path.read_bytes()
    assert before.count(b"Bytur") == 1
    ended = change(data, last, "--sektor", "SAS")
    assert ended.status in (2, 3)
    assert path.read_bytes() == before


def test_file_with_too_many_faults_is_left_alone_and_others_are_not(tmp_path: Path) -> None:
    """Its records are not shown or changed, and that is said; what is in another file can be."""
    text, *_ = SHAPES["a key of each record"]
    other = "aar: 2024\noppdrag:\n  - {id: SOS-2024-1, tittel: Lage en plan, sektor: SOS}\n"
    data = write(tmp_path / "data", {"oppdrag/2023.yaml": text, "oppdrag/2024.yaml": other})
    ended = change(data, "SOS-2024-1", "--tittel", "Ny plan")
    assert ended.status == 0
    changed = (data / "oppdrag/2024.yaml").read_text(encoding="utf-8")
    assert changed == other.replace("Lage en plan", "Ny plan")
    ended = change(data, "SOS-2023-0", "--tittel", "Ny plan")
    assert ended.status != 0
    assert (data / "oppdrag/2023.yaml").read_text(encoding="utf-8") == text
    ended = styring("--data", str(data), "oppdrag", "list")
    assert (ended.status, "SOS-2024-1" in ended.out, "SOS-2023" in ended.out) == (1, True, False)
    assert ended.err.endswith(f"\n{MANY} feil\nIkke med i det som vises: 1 fil.\n")
    assert styring("--data", str(data), "angre").status == 0
    assert (data / "oppdrag/2024.yaml").read_text(encoding="utf-8") == other
