"""An årshjul of some events in a small data folder, and how its list is read."""

import json
from pathlib import Path
from typing import Any

from answers import shown
from conftest import RIK
from driver import styring
from hypothesis import strategies as st

DAY = "2024-05-15"
OM_RIK = ("--data", str(RIK), "--dato", DAY)


def listed(*words: str) -> list[Any]:
    """The events that are listed, as JSON has them."""
    found: list[Any] = json.loads(
        shown(styring("aarshjul", "list", *OM_RIK, *words, "--format", "json"))
    )
    return found


def empty_folder(tmp_path: Path) -> Path:
    """A data folder with a sector, and with no oppdrag and no wheel."""
    (tmp_path / "kontakter.yaml").write_text("sektorer: [{kode: SOS, navn: Samfunn}]\n")
    (tmp_path / "maal.yaml").write_text("satsingsomraader: []\n")
    (tmp_path / "oppdrag.yaml").write_text("aar: 2024\noppdrag: []\n")
    return tmp_path


def wheel(folder: Path, *events: str) -> None:
    """Writes the events of a data folder."""
    lines = "".join(f"  - {event}\n" for event in events)
    (folder / "aarshjul.yaml").write_text(f"hendelser:\n{lines}", encoding="utf-8")


FRAGMENTS = (
    *("\\N", "\\n", "\\\\N", "C:\\Nytt", "\\", "\\;", ";", ",", ":", '"', "a,b;c", "^n", "%2C"),
    *("\n", "\r\n", "\r", "\t", "\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e"),
    *("BEGIN:VEVENT", "\r\nEND:VEVENT\r\n", "\nSUMMARY:x", "æøå" * 40, "é" * 37, "\U0001f600" * 20),
    *("e\u0301" * 60, " ", "  x", "表" * 50, "\ufeff", "[red]", "x" * 75, "ord " * 40, ""),
)
TEXT = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.text(st.characters(exclude_categories=["Cs"]))),
    max_size=4,
).map("".join)
