"""`styring` beside programs of the same kind, on the same records.

They are had where this runs: from pip in an environment of its own, and from apt, unpacked beside
it. What cannot be had is said, and left out.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.compare import in_turn
from benchmarks.folders import SMALL, Folders
from benchmarks.generate import DAY
from benchmarks.process import Run, run, styring
from benchmarks.report import Row, empty, row
from benchmarks.validate import check_jsonschema

COUNTS = (32, 1_000, SMALL)
SECTOR = "SOS"
WHAT = ("list", "filtered list", "check", "edit one")
_ROUNDS = {32: 7, 1_000: 5, SMALL: 3}
_LONG = 5
"""Seconds after which a peer is not run a second time."""

Take = Callable[[], Run]
Records = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: its name with its version, and what it does on some records."""

    name: str
    takes: Callable[[Path, Records, Path], dict[str, Take]]
    """By `WHAT`, from an empty folder, the records, and the file of ours that they are in."""
    cannot: dict[str, str]
    """Why it does not do the others."""
    most: int = SMALL
    """How many records it is tried on."""


def rows(folders: Folders) -> Iterator[Row]:
    """Each of what people do, on each number of records, against each of the peers."""
    peers = list(_peers(folders.parent / "likemenn"))
    for number in COUNTS:
        file = folders.oppdrag(number)
        ours = _ours(file, folders.parent / f"egne-{number}")
        records = json.loads(run(styring("--data", file.parent, *_LIST, "-f", "json")).output)
        for peer in peers:
            for what in WHAT:
                name = f"{what}, {number:,}: styring / {peer.name}"
                if what in peer.cannot:
                    yield empty(name, peer.cannot[what])
            if number > peer.most:
                yield empty(f"all, {number:,}: styring / {peer.name}", "would take too long")
                continue
            folder = folders.parent / "likemenn" / re.sub(r"\W", "", peer.name) / str(number)
            folder.mkdir(parents=True)
            for what, take in peer.takes(folder, records, file).items():
                name = f"{what}, {number:,}: styring / {peer.name}"
                target = 3.5 if (what, number) == ("filtered list", SMALL) else None
                ours[what]()
                rounds = 1 if take().wall > _LONG else _ROUNDS[number]
                yield row(name, *in_turn(rounds, ours[what], take), at_most=target)


_LIST = ("oppdrag", "list")


def _ours(file: Path, copy: Path) -> dict[str, Take]:
    """What `styring` does, with edits in a copy."""
    shutil.copytree(file.parent, copy)
    dates = (f"20{number // 300 + 24}-{number // 25 % 12 + 1:02}-{number % 25 + 1:02}"
             for number in count())  # fmt: skip

    def edit() -> Run:
        words = ("oppdrag", "endre", "HOM-2023-00001", "--frist", next(dates))
        return run(styring("--data", copy, *words))

    return {
        "list": lambda: run(styring("--data", file.parent, *_LIST)),
        "filtered list": lambda: run(styring("--data", file.parent, *_LIST, "--sektor", SECTOR)),
        "check": lambda: run(styring("--dato", DAY, "valider", file.parent)),
        "edit one": edit,
    }


def _peers(folder: Path) -> Iterator[Peer]:
    folder.mkdir()
    for find in (_taskwarrior, _doorstop, _check_jsonschema):
        try:
            yield find(folder)
        except (OSError, subprocess.CalledProcessError) as error:
            said = getattr(error, "stderr", None) or error
            print(f"{find.__name__[1:]} cannot be had here: {said}", file=sys.stderr, flush=True)


def _said(*words: str | Path, folder: Path | None = None, given: str = "") -> str:
    ended = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return ended.stdout.strip()


def _taskwarrior(folder: Path) -> Peer:
    program = shutil.which("task")
    if program is None:
        _said("apt-get", "download", "taskwarrior", folder=folder)
        (package,) = folder.glob("taskwarrior_*.deb")
        _said("dpkg", "-x", package, folder / "taskwarrior")
        program = str(folder / "taskwarrior" / "usr" / "bin" / "task")

    def takes(place: Path, records: Records, _: Path) -> dict[str, Take]:
        settings = place / "rc"
        lines = (f"data.location={place / 'data'}", "confirmation=off", "hooks=off", "gc=off")
        settings.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        (place / "data").mkdir()
        task = (program, f"rc:{settings}")
        tasks = (
            {
                "uuid": str(uuid.uuid5(uuid.NAMESPACE_OID, record["id"])),
                "description": f"{record['id']} {record['tittel']}",
                "project": record["sektor"],
                "status": "pending",
                "entry": "20230101T000000Z",
                "due": "20231231T000000Z",
            }
            for record in records
        )
        _said(*task, "import", "-", given="".join(f"{json.dumps(one)}\n" for one in tasks))
        days = count(1)
        return {
            "list": lambda: run((*task, "list")),
            "filtered list": lambda: run((*task, f"project:{SECTOR}", "list")),
            "edit one": lambda: run(
                (*task, "1", "modify", f"due:2024-01-{next(days) % 28 + 1:02}")
            ),
        }

    name = f"Taskwarrior {_said(program, '--version')}"
    return Peer(name, takes, {"check": "it has no check of its data"})


def _doorstop(folder: Path) -> Peer:
    python = _installed("doorstop", folder)
    program = (str(python.with_name("doorstop")), "-f")

    def takes(place: Path, records: Records, _: Path) -> dict[str, Take]:
        _said("git", "init", "-q", place)
        _said(*program, "create", "OPP", "opp", folder=place)
        for number, record in enumerate(records, 1):
            text = (
                f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\nlinks: []\n"
                f"normative: true\nref: ''\nreviewed: null\nsektor: {record['sektor']}\n"
                f"text: |\n  {record['tittel']}\n"
            )
            (place / "opp" / f"OPP{number:03}.yml").write_text(text, encoding="utf-8")
        numbers = count(1)

        def doorstop(*words: str) -> Run:
            return run((*program, *words), folder=place)

        return {
            "list": lambda: doorstop("publish", "OPP"),
            "check": lambda: doorstop("--no-reformat"),
            "edit one": lambda: doorstop("review", f"OPP{next(numbers):03}"),
        }

    name = f"doorstop {_version(python, 'doorstop')}"
    return Peer(name, takes, {"filtered list": "it has no filter"}, most=1_000)


def _check_jsonschema(folder: Path) -> Peer:
    python = _installed("check-jsonschema", folder)

    def takes(_: Path, __: Records, file: Path) -> dict[str, Take]:
        words = check_jsonschema(python, file)
        return {"check": lambda: run(words)}

    only = "it only checks"
    name = f"check-jsonschema {_version(python, 'check-jsonschema')}"
    return Peer(name, takes, {what: only for what in WHAT if what != "check"})


def _installed(package: str, folder: Path) -> Path:
    """The Python of a new environment with a package from pip in it."""
    _said(sys.executable, "-m", "venv", folder / package)
    python = folder / package / "bin" / "python"
    _said(python, "-m", "pip", "install", "-q", package)
    return python


def _version(python: Path, package: str) -> str:
    return _said(
        python, "-c", f"from importlib.metadata import version as v; print(v({package!r}))"
    )
