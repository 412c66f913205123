"""The letter: word for word as its source, and of the year that is meant."""

import re
from pathlib import Path

import pytest
from conftest import DATA, ROOT
from dokumentene import DAY, MD, UNNTATT, Page, copied, made, refused
from driver import styring


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fictional municipality as `data`, in a folder to stand in."""
    return copied(tmp_path, monkeypatch)


def source(name: str) -> str:
    """A table of the styringsbrev for 2023, on one line."""
    text = (ROOT / "tests" / "kilder" / name).read_text(encoding="utf-8")
    return " ".join(text.split())


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_letter_has_the_oppdrag_of_the_source_word_for_word(format_: str) -> None:
    """The rows of the tables, one after another, are the table of the styringsbrev for 2023."""
    page = letter_of_2023(format_)
    start = page.cells.index("Oppdrag")
    cells = page.cells[start : page.cells.index("Sektor")]
    rows = [cell for cell in cells if cell not in ("Oppdrag", "Delegert til")]
    assert len(rows) == 2 * 32
    assert source("oppdrag.txt") == " ".join(["Oppdrag", "Delegert til", *rows])


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_letter_has_the_goals_of_the_source_word_for_word(format_: str) -> None:
    """Headings and rows, one after another, are the goals of the styringsbrev for 2023."""
    page = letter_of_2023(format_)
    parts = [
        text.strip() for tags, text in page.texts if {"h3", "h4", "td"} & set(tags) and text.strip()
    ]
    first, last = parts.index("Tilhørighet og fellesskap"), parts.index("Beredskap")
    right = source("maal.txt").replace("Hovedmål Delmål Ansvar", "")
    right = right.replace("Hovedmål og delmål følger opp FNs bærekraftsmål:", "")
    assert " ".join(parts[first:last]) == " ".join(right.split())


SOS = "Strategi og samfunnsutvikling"


def letter_of_2023(format_: str) -> Page:
    """Lørenskog's letter as a page, made of either format."""
    ended = styring("brev", "--data", str(DATA), "--dato", "2023-09-15", "--format", format_)
    text = made(ended, said="")
    return Page(text if format_ == "html" else MD.render(text))


def test_letter_gives_no_dates_that_nobody_has_set() -> None:
    """The source has no day of any reporting round, so the letter has its own day alone."""
    text = made(styring("brev", "--data", str(DATA), "--dato", "2023-09-15"), said="")
    text = text.replace("**Lørenskog kommune, 15. september 2023**", "")
    assert not re.search(r"\d\. \w+ 2023", text)


def test_letter_is_of_the_newest_year_by_the_day(folder: Path) -> None:
    """Next year's oppdrag wait until the year has come, unless the year is asked for."""
    (folder / "oppdrag" / "nytt.yaml").write_text(
        "aar: 2026\noppdrag:\n  - {id: TEK-2026-01, tittel: Måke mer snø, sektor: TEK}\n"
    )
    assert made(styring("brev", "--dato", DAY)).startswith("# Styringsbrev 2025\n")
    assert made(styring("brev", "--dato", "2026-02-01"), said="").startswith(
        "# Styringsbrev 2026\n"
    )
    assert "Måke mer snø" in made(styring("brev", "--dato", DAY, "--aar", "2026"), said="")
    assert "2025, 2026" in refused(styring("brev", "--aar", "2031"), 2)


def test_broken_data_is_told_of(folder: Path) -> None:
    """The rest is in the letter, and the exit status says that it is not whole."""
    with (folder / "oppdrag" / "tek.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: TEK-2025-07, sektor: TEK}\n")
    ended = styring("brev", "--dato", DAY)
    assert ended.status == 1
    assert "Ikke med i det som vises: 1 oppføring." in ended.err
    assert UNNTATT in ended.err
    assert "# Styringsbrev 2025" in ended.out
