"""A command that asks on a terminal of its own, and an editor that does as it is told."""

import os
import select
import signal
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from child import at_terminal
from terminal import ESCAPE, surroundings, terminal

from styring.register.lasting import last
from styring.slag import OPPDRAG

PATIENCE = 20.0
"""Seconds until a question that does not come is a failure."""
CTRL_C, CTRL_D = "\x03", "\x04"


class Conversation:
    """A command that asks on a terminal of its own."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        width: int = 80,
        anew: bool = False,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.ours, theirs = terminal(width)
        self.pid = at_terminal(theirs, folder, surroundings(**env or {}), *words, anew=anew)
        self.status: int | None = None
        """What it ended with, when it has been waited for."""
        os.close(theirs)
        self.seen = ""
        """All that has been shown."""
        self._raw = b""
        self._read = 0

    def wait_for(self, text: str) -> str:
        """What is shown until a text comes, and the text; from where the last wait ended."""
        end = monotonic() + PATIENCE
        while (at := self.seen.find(text, self._read)) < 0:
            if not self._more(end):
                raise AssertionError(f"no «{text}» in {self.seen[self._read :]!r}")
        part = self.seen[self._read : at + len(text)]
        self._read = at + len(text)
        return part

    def type(self, text: str, enter: str = "\r") -> None:
        """Types, and presses Enter."""
        os.write(self.ours, (text + enter).encode("utf-8", "surrogateescape"))

    def press(self, key: str) -> None:
        """Presses a key that is more than a letter, once the question is being waited on.

        A Ctrl-C between a question and the read that waits for its answer is seen after that read.
        """
        stat = Path(f"/proc/{self.pid}/stat")
        while stat.read_text().rpartition(")")[2].split()[0] != "S":
            os.sched_yield()
        self.type(key, enter="")

    def answer(self, question: str, text: str) -> str:
        """Waits for a question and answers it; what was shown before it."""
        shown = self.wait_for(f"{question}: ")
        self.type(text)
        return shown

    def end(self) -> tuple[int, str]:
        """The exit status, and what is shown until the end from where the last wait ended."""
        limit = monotonic() + PATIENCE
        while self._more(limit):
            pass
        return self._wait(), self.seen[self._read :]

    def _more(self, end: float) -> bool:
        ready, _, _ = select.select([self.ours], [], [], max(0.0, end - monotonic()))
        assert ready, f"nothing more came after {self.seen[self._read :]!r}"
        try:
            part = os.read(self.ours, 1 << 16)
        except OSError:  # how Linux says that nobody has it open any longer
            part = b""
        self._raw += part
        self.seen = ESCAPE.sub("", self._raw.decode("utf-8", "replace")).replace("\r\n", "\n")
        return bool(part)

    def close(self) -> None:
        """Ends it, if it has not ended."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._wait()
        os.close(self.ours)

    def _wait(self) -> int:
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.status


@contextmanager
def asked(data: Path, *words: str, width: int = 80, **env: str) -> Iterator[Conversation]:
    """`styring status oppdater` on a terminal, in the middle of the fictional data."""
    talk = Conversation(
        data.parent, "status", "oppdater", "--dato", "2024-05-15", *words, width=width, env=env
    )
    try:
        yield talk
    finally:
        talk.close()


def report(data: Path, id_: str) -> dict[str, Any]:
    """What the last report of an oppdrag says, of what people report; empty without one."""
    reports = last(data).etter_id(OPPDRAG)[id_.lower()].rapporter
    said = ("status", "kommentar", "forventet_ferdig", "vurdering", "avvik", "tiltak")
    values = {name: getattr(reports[-1], name) for name in said} if reports else {}
    return {name: str(value) for name, value in values.items() if value is not None}


FERDIG = "Forventet ferdig (30.6.2023, juni, 2. kvartal …)"
# An editor: keeps what it was shown, and does what its scripts say, one for each time it opens.
EDITOR = """
import sys
import tempfile
from pathlib import Path
here, form = Path(sys.argv[1]), Path(sys.argv[-1])
number = len(list(here.glob("shown-*")))
(here / f"shown-{number}").write_bytes(form.read_bytes())
(here / "form").write_text(str(form))
exec((here / f"{number}.py").read_text(encoding="utf-8"))
"""


class Editor:
    """A program that edits as a script says, each time it is opened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "editor.py").write_text(EDITOR, encoding="utf-8")
        self.command = f"'{sys.executable}' -IS '{folder / 'editor.py'}' '{folder}'"

    def will(self, *scripts: str) -> None:
        """What it does the first time, the second …; `form` is the file."""
        for number, script in enumerate(scripts):
            (self.folder / f"{number}.py").write_text(script, encoding="utf-8")

    @property
    def shown(self) -> list[str]:
        """What it was opened on each time."""
        times = sorted(self.folder.glob("shown-*"))
        return [path.read_bytes().decode("utf-8", "replace") for path in times]

    @property
    def form(self) -> Path:
        """The file it was opened on last."""
        return Path((self.folder / "form").read_text(encoding="utf-8"))


def own_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """The user's editor, with a folder of its own for temporary files."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    program = Editor(tmp_path / "min editor")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", program.command)
    return program


def fill(id_: str, **fields: str) -> str:
    """A script that fills in fields of a report in the form."""
    lines = [f"head, part, rest = text.partition('- id: {id_}\\n')", "assert part"]
    lines += [
        f"rest = rest.replace({f'  {name}:'!r}, {f'  {name}: {value}'!r}, 1)"
        for name, value in fields.items()
    ]
    return "\n".join(
        [
            "text = form.read_bytes().decode()",
            *lines,
            "form.write_bytes((head + part + rest).encode())",
        ]
    )
