"""`python -m tests.fuzz [PART …] --sekunder N`: tries properties until the time is out.

They are properties that the tests hold too. Half of the time Hypothesis makes the examples, and
half of it atheris, which looks for those that reach new lines of the program. Each has a process
of its own. Ends with 1 when something was found, which Hypothesis then makes small and shows.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

TESTS = Path(__file__).resolve().parent
PARTS = {
    "leser": (
        "test_read_anything:test_arbitrary_bytes_are_read_or_found_wrong",
        "test_read_anything:test_arbitrary_yaml_is_read_or_found_wrong",
        "test_read_anything:test_both_parsers_give_the_same_document",
        "test_read_misread:test_whatever_is_read_is_read_so_by_another_reader",
        "test_read_usual:test_usual_style_is_read_as_the_parser_reads_it",
    ),
    "lapper": (
        "test_patch_any:test_edits_of_any_document_are_exact",
        "test_patch_json:test_edits_of_json_leave_json",
        "test_patch_any:test_comments_stay_unless_what_they_stand_in_goes",
    ),
    "ord": ("test_words:test_any_words_are_answered",),
}
"""The properties of the reader, of the patcher, and of what is said to the commands."""
LONGEST = 60
"""Seconds that one example may take."""


class Found(NamedTuple):
    """What came of trying a property: how many examples, and whether one of them broke it."""

    tried: int
    broke: bool


def main() -> int:
    """Tries the parts asked for. Gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("part", nargs="*", metavar="PART", help=f"some of {', '.join(PARTS)}")
    parser.add_argument("--sekunder", type=int, default=600, metavar="N", help="else 600")
    parser.add_argument("--motor", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--slutt", type=float, help=argparse.SUPPRESS)
    parser.add_argument("--arkiv", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.motor is not None:
        ENGINES[asked.motor](asked.part[0], asked.slutt, asked.arkiv)
    if unknown := set(asked.part) - set(PARTS):
        parser.error(f"no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    engines = list(ENGINES)
    if importlib.util.find_spec("atheris") is None:
        engines.remove("atheris")
        print("atheris is not installed: only Hypothesis makes the examples", file=sys.stderr)
    names = [name for part in asked.part or PARTS for name in PARTS[part]]
    seconds = max(1, asked.sekunder // (len(names) * len(engines)))
    all_held = True
    with tempfile.TemporaryDirectory(prefix="styring-") as folder:
        for name in names:
            for engine in engines:
                tried, broke = child(engine, name, seconds, Path(folder))
                print(f"{tried:8} {engine:10} {name}{': BROKEN' * broke}", flush=True)
                all_held = all_held and not broke
    return 0 if all_held else 1


def child(engine: str, name: str, seconds: int, folder: Path) -> Found:
    """Tries one property in a process of its own."""
    words = (sys.executable, "-m", "tests.fuzz", name, "--motor", engine)
    with (folder / "sagt").open("w+", encoding="utf-8", errors="replace") as said:
        ended = subprocess.run(
            [*words, "--slutt", str(time.time() + seconds), "--arkiv", folder],
            cwd=TESTS.parent,
            env=os.environ | {"HYPOTHESIS_PROFILE": "fuzz", "PYTHONWARNINGS": "ignore"},
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said.seek(0)
        text = said.read()
    tried = re.findall(r"^Done (\d+) |^#(\d+)\s", text, re.MULTILINE)
    if ended.returncode:
        print(text[-20_000:], file=sys.stderr)
        if engine != "hypothesis":  # which has what was found in the folder, and shows it
            child("hypothesis", name, 1, folder)
    return Found(int(max(tried[-1])) if tried else 0, ended.returncode != 0)


def load(name: str, folder: Path) -> Any:
    """A property as Hypothesis has it."""
    settings.register_profile(
        "fuzz",
        max_examples=200,
        deadline=None,
        database=DirectoryBasedExampleDatabase(folder / "funnet"),
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("fuzz")
    sys.path.insert(0, str(TESTS))  # the tests import each other as pytest lets them
    module, _, function = name.partition(":")
    found = import_module(module)
    import_module("styring.app")
    return getattr(found, function)


def by_hypothesis(name: str, end: float, folder: Path) -> None:
    """Ends the process when the time is out (by `time.time`), or where the property breaks."""
    test = load(name, folder)
    tried = 0
    inner = test.hypothesis.inner_test

    def counted(*given: Any, **made: Any) -> None:
        nonlocal tried
        tried += 1
        inner(*given, **made)

    test.hypothesis.inner_test = counted
    try:
        while True:
            test()
            if time.time() >= end:
                break
    finally:
        print(f"Done {tried} examples", flush=True)
    sys.exit(0)


def by_atheris(name: str, end: float, folder: Path) -> None:
    """Ends the process when the time is out (by `time.time`), or where the property breaks."""
    atheris: Any = import_module("atheris")  # which mypy need not have
    with atheris.instrument_imports(include=["styring"]):
        test = load(name, folder)
    left = max(1, round(end - time.time()))
    limits = (f"-max_total_time={left}", f"-timeout={LONGEST}", "-rss_limit_mb=0")
    lengths = ("-max_len=4096", "-len_control=0")  # Hypothesis makes nothing of a few bytes
    atheris.Setup(
        [sys.argv[0], *limits, *lengths, f"-artifact_prefix={folder}/"],
        test.hypothesis.fuzz_one_input,
    )
    atheris.Fuzz()


ENGINES: dict[str, Callable[[str, float, Path], None]] = {
    "hypothesis": by_hypothesis,
    "atheris": by_atheris,
}


if __name__ == "__main__":
    sys.exit(main())
