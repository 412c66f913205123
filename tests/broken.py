"""A data folder in which much is broken, and what must hold of all that is said of it."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from child import copy
from driver import Ended, styring

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

Content = str | bytes | Callable[[Path], object] | None
"""Text, bytes, or what makes something else than a file; None for no file at all."""


BOUNDS = (60, 4 << 30)
"""Seconds and bytes that a command may take, so that what has no end takes nothing else down."""


def asked(words: str, root: Path) -> Ended:
    """What `styring …` says where `root/data` is, within bounds."""
    process = copy(bounds=BOUNDS, cwd=root)
    return styring("--dato", "2023-06-01", *words.split(), process=process)


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


ONE_MORE = OPPDRAG + "  - {id: SOS-2023-02, tittel: To, sektor: SOS}\n"
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{below}'] * 9)}]\n"
    for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)
