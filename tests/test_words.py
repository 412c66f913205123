"""What `styring` does with any words at all, and with data that are not as they should be."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import EKSEMPEL, RIK
from driver import Ended, commands, styring
from every_command import params
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_read_anything import PIECES

CHANGING = [
    {*name.split(), *(["--rett"] if name == "valider" else [])}
    for name, param in params()
    if "--diff" in param.opts
]
"""The words of each command that changes data, which can be shown first."""
ASKED_FOR = {"init", "--ut"}
"""The words after which a file or a folder is named that is to be written."""

IDS = ("SOS-2023-01", "sos-1", "HAV-2026-01", "hav-1", "HAV-2026-01.1", "TF1.1", "TF", "kwe", "x.1")
VALUES = st.sampled_from(
    [
        *IDS,
        *("SOS", "sos", "HAV", "T1", "2023-T1", "2026-T2", "AAR", "ferdig", "under arbeid", "gul"),
        *("2023-05-05", "2026-09-15", "2023-K4", "2023", "0", "-1", "99999999999999999999", "æøå"),
        *("json", "csv", "yaml", "markdown", "tabell", "ics", "epost", "html", "tekst", "bash"),
        *("id", "-frist", "id,tittel", "status,,", "sektor", "politisk", "verbal", "OPP001"),
        *("", " ", "-", "--", "=", "*", "[red]x[/red]", "\x1b[31m", "$(id)", "=1+1", "\udcff", "."),
        *("Et arbeid som går etter planen.", "ny.md", "ny.html", "x" * 300, "a\nb", "\u202e", "…"),
    ]
) | st.text(st.characters(exclude_characters="/\x00"), max_size=8)
"""None of them a path out of the folder that a command is run in."""


class Change(NamedTuple):
    """What is done to a data file before the run: text put in place of some of it."""

    file: int
    start: int
    length: int
    text: str


CHANGES = st.builds(
    Change,
    st.integers(0, 20),
    st.integers(0, 4_000),
    st.sampled_from([0, 0, 1, 5, 40, 5_000]),
    st.lists(PIECES, max_size=3).map("".join),
)


def called() -> list[tuple[tuple[str, ...], Any]]:
    """Every command and group by the words that call it."""
    root = commands()
    context = root.make_context("styring", [], resilient_parsing=True)
    found: list[tuple[tuple[str, ...], Any]] = [((), root)]
    for name, command in found:
        if hasattr(command, "list_commands"):
            words = command.list_commands(context)
            found += [((*name, word), command.get_command(context, word)) for word in words]
    return found


CALLED = called()


@st.composite
def command_lines(draw: Any) -> tuple[str, ...]:
    """A command with some of its options and arguments, now and then another's or none's."""
    name, command = draw(st.sampled_from(CALLED))
    root = CALLED[0][1].make_context("styring", [], resilient_parsing=True)
    context = command.make_context("styring", [], parent=root, resilient_parsing=True)
    params = command.get_params(context)
    options = [(max(p.opts, key=len), getattr(p, "is_flag", False)) for p in params]
    options = [option for option in options if option[0].startswith("--")]
    words: list[str] = list(name)
    for _ in range(draw(st.integers(0, 2))):
        words.append(draw(VALUES))
    for option, is_flag in draw(st.lists(st.sampled_from(options), max_size=4)):
        value = draw(VALUES)
        words += (
            [option] if is_flag else draw(st.sampled_from([[option, value], [f"{option}={value}"]]))
        )
    if draw(st.integers(0, 9)) == 0:
        words.insert(draw(st.integers(0, len(words))), draw(VALUES))
    return tuple(words)


def contents(folder: Path) -> dict[str, bytes | None]:
    """What is in a folder and below it."""
    return {str(path.relative_to(folder)): _bytes(path) for path in sorted(folder.rglob("*"))}


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def data_files(folder: Path) -> list[Path]:
    """The files of a data folder."""
    return sorted(folder.rglob("*.yaml"))


def damage(folder: Path, change: Change) -> None:
    """Makes a change in a data folder."""
    files = data_files(folder)
    file = files[change.file % len(files)]
    text = file.read_text(encoding="utf-8")
    start = change.start % (len(text) + 1)
    file.write_bytes((text[:start] + change.text + text[start + change.length :]).encode())


def hold(words: tuple[str, ...], source: Path, changes: list[Change]) -> Ended:
    """Runs a command on a copy of a data folder, and holds it to what every command promises."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as around:
        outside = Path(name)
        folder, here = outside / "data", outside / "her"
        here.mkdir()
        shutil.copytree(source, folder)
        for change in changes:
            damage(folder, change)
        around.chdir(here)
        for variable in ("VISUAL", "EDITOR"):
            around.setenv(variable, "true")
        before = contents(outside)
        ended = styring(*words)
        after = contents(outside)
    assert ended.status in range(4), ended
    assert "\x1b" not in ended.out + ended.err
    if ended.status == 3:
        assert ended.out == ""
    new = {path for path in {*before, *after} if before.get(path, 0) != after.get(path, 0)}
    if any(map({*words}.issuperset, CHANGING)):  # who may write has a lock and a log
        new = {path for path in new if not path.startswith(f"data{os.sep}.styring")}
        may_change = "--diff" not in words and ended.status < 2
        new = {path for path in new if not (may_change and path.startswith(f"data{os.sep}"))}
    asked = any(word.partition("=")[0] in ASKED_FOR for word in words)
    assert asked or not new, new
    if ended.status < 2 and ended.out and _is_json(words):
        json.loads(ended.out)
    return ended


def _is_json(words: tuple[str, ...]) -> bool:
    """The last of the formats that were asked for is JSON, and no help was."""
    formats = [value for option, value in _options(words) if option == "--format"]
    return formats[-1:] == ["json"] and "--help" not in words and "--versjon" not in words


def _options(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for word, behind in zip(words, (*words[1:], ""), strict=True):
        option, has_value, value = word.partition("=")
        yield option, value if has_value else behind


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    words=command_lines(),
    source=st.sampled_from([RIK, EKSEMPEL]),
    changes=st.lists(CHANGES, max_size=2),
)
@example(("valider", "--rett"), RIK, [])
@example(("nytt-aar", "2027"), RIK, [])
@example(("angre",), EKSEMPEL, [])
def test_any_words_are_answered(
    words: tuple[str, ...], source: Path, changes: list[Change]
) -> None:
    """No traceback, a status from 0 to 3, and nothing written that was not asked for."""
    hold(words, source, changes)
