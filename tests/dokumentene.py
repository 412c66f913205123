"""The documents of the fictional municipality: how they are made, and how a page is read."""

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import EKSEMPEL
from driver import Ended
from markdown_it import MarkdownIt

DAY = "2025-09-15"
UNNTATT = "Ikke med, fordi det er unntatt offentlighet: 1 oppdrag.\n"


class Page(HTMLParser):
    """The parts of a page of HTML that tests look at."""

    void = frozenset({"meta", "br", "hr", "link", "img", "input"})
    inline = frozenset({"strong", "em", "span", "a", "code"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        """Each piece of text, with the tags around it."""
        self.cells: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.void:
            self.open.append(tag)
        if tag in ("td", "th"):
            self.cells.append("")
        if tag not in self.inline:
            self.texts.append(((), "\n"))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.void:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self.open), data))
        if {"td", "th"} & set(self.open):
            self.cells[-1] += data

    def text(self, *within: str) -> str:
        """All text, or that which is inside one of some tags, with single spaces."""
        chosen = (text for tags, text in self.texts if not within or set(within) & set(tags))
        return " ".join("".join(chosen).split())


def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fictional municipality as `data`, in a folder to stand in."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EKSEMPEL, tmp_path / "data")
    (tmp_path / "data" / "maler").mkdir()
    return tmp_path / "data"


def made(ended: Ended, said: str = UNNTATT) -> str:
    """What a command wrote that went well."""
    assert (ended.status, ended.err) == (0, said)
    return ended.out


def refused(ended: Ended, status: int = 3) -> str:
    """What was said by a command that wrote nothing."""
    assert (ended.status, ended.out) == (status, "")
    assert ended.err.startswith("Feil: ")
    assert "Traceback" not in ended.err
    return ended.err


MD = MarkdownIt("commonmark", {"html": False}).enable("table")
