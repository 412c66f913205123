"""What a page of Markdown shows: files, and commands with what comes of them.

A block of `console` holds commands behind `$ ` with what they show under them. A block with
`title="data/oppdrag.yaml"`, or YAML with the comment `# data/oppdrag.yaml`, is what that file
holds. `…` alone on the last line of either stands for what is left out; a file is then not written.
A page is followed from the top, in one folder.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from child import forked, program
from conftest import SHELL
from driver import Ended

REST = "…"

_BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
_RUN = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_FILE = re.compile(r"^# ([\w-]+/\w+\.yaml)\b.*\n(?:(?!# [\w-]+/\w+\.yaml).*\n)*", re.MULTILINE)
# Between backticks in running text, perhaps across a line end.
_NAMED = re.compile(r"`styring ([^`]+)`")
_FAULTS = re.compile(r"^[0-9]+ feil\b", re.MULTILINE)

# Who commits, when, and in which words git answers.
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C.UTF-8",
    **{f"GIT_{who}_NAME": "Kari Nordmann" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "kari@kommune.example" for who in ("AUTHOR", "COMMITTER")},
}


class Shown(NamedTuple):
    """A command, and what a page says that it shows."""

    command: str
    text: str

    @property
    def words(self) -> list[str]:
        """The command as the shell would read it."""
        return shlex.split(self.command.replace("\\\n", " "))


class File(NamedTuple):
    """What a page says that a file holds."""

    path: Path
    text: str


def runs(text: str) -> list[Shown]:
    """The commands of a page."""
    return [run for language, _, block in _BLOCK.findall(text) for run in _runs(language, block)]


def files(text: str) -> list[File]:
    """The files of a page."""
    return [file for block in _BLOCK.findall(text) for file in _files(*block)]


def _runs(language: str, block: str) -> list[Shown]:
    return [Shown(*run) for run in _RUN.findall(block)] if language == "console" else []


def _files(language: str, title: str, block: str) -> list[File]:
    if title:
        return [] if block.endswith(f"\n{REST}\n") else [File(Path(title), block)]
    if language == "yaml":
        return [File(Path(file[1]), file[0]) for file in _FILE.finditer(block)]
    return []


def named(text: str) -> set[str]:
    """The commands that a page only mentions, without `styring`."""
    return {" ".join(command.split()) for command in _NAMED.findall(text)}


def write(file: File, place: Path) -> None:
    """Makes the file below a folder hold what is shown."""
    path = place / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(file.text, encoding="utf-8")


def followed(text: str, place: Path) -> str:
    """The page as it should be: done in a folder, with what comes of each command under it."""

    def block(found: re.Match[str]) -> str:
        for file in _files(*found.groups("")):
            write(file, place)
        right = "".join(_comes(shown, place) for shown in _runs(found[1], found[3]))
        return found[0].replace(found[3], right, 1) if right else found[0]

    return _BLOCK.sub(block, text)


def run(words: list[str], place: Path) -> Ended:
    """What `styring …` or `git …` says on a pipe, both streams as one."""
    if words[0] == "git":
        return _git(words, place)
    assert words[0] == "styring", f"«{shlex.join(words)}» cannot be run here"

    def act() -> None:
        os.chdir(place)
        for name in SHELL:
            os.environ.pop(name, None)
        os.environ.update(_GIT)
        sys.stderr = sys.stdout
        program(*words[1:])

    return forked(act)


def _git(words: list[str], place: Path) -> Ended:
    ended = subprocess.run(
        words,
        cwd=place,
        env={**os.environ, **_GIT},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Ended(ended.returncode, ended.stdout, "")


def _comes(shown: Shown, place: Path) -> str:
    """A command and what comes of it, with as much left out as the page leaves out."""
    ended, lines = run(shown.words, place), shown.text.splitlines()
    assert REST not in lines[:-1], f"«{REST}» is not last under «{shown.command}»"
    if shown.words[0] == "styring":
        assert ended.status in _right(ended.out), ended.out
    else:
        assert (ended.status != 0) == ("CONFLICT" in ended.out), ended.out
    comes = ended.out.splitlines()
    if lines[-1:] == [REST] and len(comes) >= len(lines):
        comes = [*comes[: len(lines) - 1], REST]
    return "".join(f"{line}\n" for line in (f"$ {shown.command}", *comes))


def _right(out: str) -> tuple[int, ...]:
    """The exit statuses that what was said can have."""
    if out.startswith("Feil: "):
        return (2, 3)
    return (1,) if _FAULTS.search(out) else (0,)
