"""A data folder whose status is asked for, and how the overview is read."""

import json
from pathlib import Path
from typing import Any

from conftest import ROOT
from driver import Ended, styring

from styring.model.oppdrag import Status
from styring.model.tid import les_dato
from styring.register.lasting import last
from styring.views.oppdragsliste import oppsett

TENKEVIK = ("--data", str(ROOT / "eksempel"), "--dato", "2025-09-15")
ROWS = ("sektor", "satsingsomraade", "ansvarlig")
COUNTS = (
    *(status.value for status in Status),
    *("forfalt", "forsinket", "mangler_rapport"),
)


def in_json(*words: str) -> Any:
    """What a command shows as JSON, whatever it says beside it."""
    ended = styring(*words, "--format", "json")
    assert ended.status == 0
    return json.loads(ended.out)


def refused(ended: Ended) -> str:
    """What was said of a command that was used wrongly."""
    assert (ended.status, ended.out) == (2, "")
    return ended.err


def assigned(tmp_path: Path) -> Path:
    """A little municipality; a test writes its oppdrag."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    sektor = "sektorer: [{kode: S, navn: Skog}]\n"
    (data / "kontakter.yaml").write_text(sektor, encoding="utf-8")
    return data


def assign(folder: Path, *oppdrag: str) -> tuple[str, ...]:
    """Writes the oppdrag of 2025, each the rest of a record; the options that find them."""
    lines = (
        f"  - {{id: S-{number}, tittel: x, sektor: S, {rest}}}\n"
        for number, rest in enumerate(oppdrag, 1)
    )
    (folder / "oppdrag.yaml").write_text(f"aar: 2025\noppdrag:\n{''.join(lines)}", encoding="utf-8")
    return "--data", str(folder), "--dato", "2025-09-15"


def report(period: str, status: str = "under_arbeid", **rest: str) -> str:
    """A report as a data file has it."""
    fields = {"periode": period, "dato": "2025-01-01", "status": status, **rest}
    return f"{{{', '.join(f'{key}: {value}' for key, value in fields.items())}}}"


def listed_all() -> list[Any]:
    """The oppdrag of Tenkevik, as the list has them."""
    register, day = last(ROOT / "eksempel"), les_dato("2025-09-15")
    found = oppsett(register, day).tabell(register.oppdrag).data()
    assert isinstance(found, list)
    return found
