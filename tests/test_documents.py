"""Documents: what they say, what they never say, and that text from the data stays text."""

import os
import pty
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import DATA, GOLDEN, ROOT, Ended, Golden, Run
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from styring.documents.brev import Brev
from styring.documents.markdown import ferdig, som_tekst
from styring.views.tekstform import ufarlig

EKSEMPEL = ROOT / "eksempel"
DAY = "2025-09-15"

SHOWN = {
    "brev-data.md": ("brev", "--data", "data", "--dato", "2023-09-15"),
    "brev.md": ("brev", "--data", "eksempel", "--dato", DAY),
    "brev.html": ("brev", "--data", "eksempel", "--dato", DAY, "--format", "html"),
}
"""What is held against a golden file."""

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


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
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


# --- text from the data stays text ----------------------------------------------------------

PLACES = {
    "paragraph": "Før.\n{}\n\nEtter",
    "own paragraph": "Før\n\n{}\n\nEtter",
    "heading": "## {}",
    "cell": "| a | b |\n|---|---|\n| {} | x |",
    "item": "- {}",
    "number": "1. {}",
    "quote": "> {}",
    "strong": "Det er **x {} x** ja",
}
"""Where a template may put a value."""
MARKS = re.compile(r"\n\|---\|---\||^(?:##|-|1\.|>) |\*\*|\|")
NASTY = st.sampled_from(
    [
        *(
            "# a",
            "a #",
            "##",
            "1. tertial",
            "2) b",
            "12345. x",
            "- a",
            "+",
            "---",
            "===",
            "> sitat",
        ),
        *("<script>alert(1)</script>", "[x](javascript:alert(1))"),
        *("{{ 7*7 }}", "{% if %}", "a | b", "\\|", "\\", "*fet*", "__init__", "snake_case_her"),
        *("&lt;", "&#x3c;", "A & B", "`kode`", "~~bort~~", "$x$", "\u202etfel", "\x1b[31m", "\x00"),
        *("\ue000", "æøå", ":--", "|---|", "[a]: /b", "linje\nny\n\n# tre", "    kode", "\t- x"),
        *("a\u00a0b", "👩\u200d🚀", "``", "***", "_a_", "a_", "<!-- -->", "https://x.no", "!"),
    ]
)
TEXTS = st.lists(NASTY | st.text(max_size=8), min_size=1, max_size=3).map(" ".join)
MD = MarkdownIt("commonmark", {"html": False}).enable("table")


BLOCKS = {"table", "thead", "tbody", "tr", "th", "td", "p", "ul", "ol", "li", "h2", "blockquote"}


@given(
    place=st.sampled_from(sorted(PLACES)),
    text=TEXTS | st.lists(NASTY, min_size=1, max_size=3).map("".join),
)
@example(place="own paragraph", text="1. tertial")
def test_text_comes_out_as_that_text(place: str, text: str) -> None:
    """A value is no markup wherever a template puts it, and nothing of it is lost."""
    frame = PLACES[place]
    page = Page(MD.render(ferdig(frame.format(som_tekst(text)))))
    right = MARKS.sub(" ", frame).replace("{}", ufarlig(text))
    assert page.text() == " ".join(right.split())
    assert {name for name, _ in page.tags} <= BLOCKS | ({"strong"} if place == "strong" else set())


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Følge opp A & B (del 2) – «ja», 50 %!", "Følge opp A & B (del 2) – «ja», 50 %!"),
        ("1. tertial", "1. tertial"),
        ("snake_case", "snake_case"),
        ("a * b", "a \\* b"),
        ("x_", "x\\_"),
    ],
)
def test_only_what_must_be_is_escaped(text: str, markdown: str) -> None:
    """Ordinary text is as easy to read in the Markdown as in the data."""
    assert ferdig(f"Per {som_tekst(text)}") == f"Per {markdown}\n"


def test_a_number_at_the_beginning_of_a_line_begins_no_list() -> None:
    """It is escaped there, and only there."""
    period = som_tekst("1. tertial")
    assert ferdig(f"{period} og {period}\n- {period}\n| {period} |") == (
        "1\\. tertial og 1. tertial\n- 1\\. tertial\n| 1. tertial |\n"
    )


def test_numbers_have_a_space_that_does_not_break() -> None:
    """What a template writes of a number is as Norwegians write it."""
    assert som_tekst(12500) == "12\u00a0500"
    assert som_tekst(None) == ""
    assert som_tekst(Markup("*ja*")) == "*ja*"


# --- the letter -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHOWN)
def test_document_is_as_in_the_golden_file(
    name: str, run: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The documents are as someone has read that they are."""
    monkeypatch.chdir(ROOT)
    ended = run(*SHOWN[name])
    assert ended.status == 0
    golden(f"dokumenter/{name}", ended.out)


def test_every_golden_file_is_used() -> None:
    """No golden file is left behind by a test that is gone."""
    assert {path.name for path in (GOLDEN / "dokumenter").iterdir()} == set(SHOWN)


def source(name: str) -> str:
    """A table of the styringsbrev for 2023, on one line."""
    text = (ROOT / "tests" / "kilder" / name).read_text(encoding="utf-8")
    return " ".join(text.split())


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_letter_has_the_oppdrag_of_the_source_word_for_word(run: Run, format_: str) -> None:
    """The rows of the tables, one after another, are the table of the styringsbrev for 2023."""
    page = letter_of_2023(run, format_)
    start = page.cells.index("Oppdrag")
    cells = page.cells[start : page.cells.index("Kode")]
    rows = [cell for cell in cells if cell not in ("Oppdrag", "Delegert til")]
    assert len(rows) == 2 * 32
    assert source("oppdrag.txt") == " ".join(["Oppdrag", "Delegert til", *rows])


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_letter_has_the_goals_of_the_source_word_for_word(run: Run, format_: str) -> None:
    """Headings and rows, one after another, are the goals of the styringsbrev for 2023."""
    page = letter_of_2023(run, format_)
    parts = [
        text.strip() for tags, text in page.texts if {"h3", "h4", "td"} & set(tags) and text.strip()
    ]
    first, last = parts.index("Tilhørighet og fellesskap"), parts.index(SOS)
    right = source("maal.txt").replace("Hovedmål Delmål Ansvar", "")
    right = right.replace("Hovedmål og delmål følger opp FNs bærekraftsmål:", "")
    assert " ".join(parts[first:last]) == " ".join(right.split())


SOS = "Strategi og samfunnsutvikling"


def letter_of_2023(run: Run, format_: str) -> Page:
    """Lørenskog's letter as a page, made of either format."""
    ended = run("brev", "--data", str(DATA), "--dato", "2023-09-15", "--format", format_)
    text = made(ended, said="")
    return Page(text if format_ == "html" else MD.render(text))


def test_letter_gives_no_dates_that_nobody_has_set(run: Run) -> None:
    """The source has no day of any reporting round, so neither has the letter."""
    text = made(run("brev", "--data", str(DATA), "--dato", "2023-09-15"), said="")
    assert not re.search(r"\d\. \w+ 2023", text)


def test_letter_is_of_the_newest_year_by_the_day(run: Run, folder: Path) -> None:
    """Next year's oppdrag wait until the year has come, unless the year is asked for."""
    (folder / "oppdrag" / "nytt.yaml").write_text(
        "aar: 2026\noppdrag:\n  - {id: TEK-2026-01, tittel: Måke mer snø, sektor: TEK}\n"
    )
    assert made(run("brev", "--dato", DAY)).startswith("# Styringsbrev 2025\n")
    assert made(run("brev", "--dato", "2026-02-01"), said="").startswith("# Styringsbrev 2026\n")
    assert "Måke mer snø" in made(run("brev", "--dato", DAY, "--aar", "2026"), said="")
    assert "2025, 2026" in refused(run("brev", "--aar", "2031"), 2)


def test_broken_data_is_told_of(run: Run, folder: Path) -> None:
    """The rest is in the letter, and the exit status says that it is not whole."""
    with (folder / "oppdrag" / "tek.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: TEK-2025-07, sektor: TEK}\n")
    ended = run("brev", "--dato", DAY)
    assert ended.status == 1
    assert "Ikke med i det som vises: 1 oppføring." in ended.err
    assert "# Styringsbrev 2025" in ended.out


# --- what is not for the public -------------------------------------------------------------

PRIVATE = ("HEL-2025-03", "Kjøpe tomt", "000 00 0", "@", ".example", "prosjekt", "11840")


def test_template_that_prints_all_it_gets_prints_nothing_private(run: Run, folder: Path) -> None:
    """What is unntatt, telephones, addresses and own fields are not there to be printed."""
    names = "".join(f"{{{{ {name} }}}}\n\n" for name in Brev._fields)
    (folder / "maler" / "brev.md").write_text(names, encoding="utf-8")
    text = made(run("brev", "--dato", DAY))
    assert "Åpne ett felles mottak for familier som trenger hjelp" in text
    assert "Stortingsvalg" in text
    assert [word for word in PRIVATE if word in text] == []


# --- a municipality's own templates ---------------------------------------------------------


def test_own_template_takes_the_place_of_ours(run: Run, folder: Path) -> None:
    """With all the names there are, and values that are text."""
    (folder / "maler" / "brev.md").write_text(
        "# {{ tittel }}\n\n{% for s in sektorer %}\n- {{ s.kode }}: {{ s.oppdrag|length }}\n"
        "{% endfor %}\n",
        encoding="utf-8-sig",
    )
    text = made(run("brev", "--dato", DAY))
    assert text == "# Styringsbrev 2025\n\n- OPV: 6\n- HEL: 5\n- TEK: 6\n- KUL: 4\n- ORG: 4\n"


def test_foreword_has_its_place(run: Run, folder: Path) -> None:
    """It is Markdown of the municipality's own, signed with the kommunedirektør's name."""
    forord = "Kjære *alle*.\n\nÅret {{ aar }} blir bra.\n"
    (folder / "maler" / "forord.md").write_text(forord, encoding="utf-8")
    text = made(run("brev", "--dato", DAY))
    assert (
        "## Kommunedirektørens forord\n\nKjære *alle*.\n\nÅret 2025 blir bra.\n\n"
        "Astrid Tenkvoll, kommunedirektør\n\n## Visjon"
    ) in text


def test_own_page_takes_the_place_of_ours(run: Run, folder: Path) -> None:
    """Round the same content, with what is text escaped."""
    with (folder / "kommune.yaml").open(encoding="utf-8") as file:
        changed = file.read().replace("Tenkevik kommune (oppdiktet)", "<b>Vik & Nes</b>")
    (folder / "kommune.yaml").write_text(changed, encoding="utf-8")
    page = "<title>{{ avsender }}</title>{{ innhold }}<i>{{ dag }}</i>"
    (folder / "maler" / "side.html").write_text(page, encoding="utf-8")
    text = made(run("brev", "--dato", DAY, "--format", "html"))
    assert text.startswith("<title>&lt;b&gt;Vik &amp; Nes&lt;/b&gt;</title><h1")
    assert text.endswith("<i>15. september 2025</i>")
    assert "<b>" not in text


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [
        ("\n{{ tittle }}", 2, "«tittle»\nMente du «tittel»?"),
        ("\n\n{{ kommune.epost }}", 3, "det er ikke noe her som heter «epost»"),
        ("{% if %}", 1, "malen er ikke skrevet riktig"),
        ("{{ aar|finnesikke }}", 1, "malen er ikke skrevet riktig"),
        ("{% for a in range(10**9) %}{% endfor %}", 1, "malen kan ikke fylles ut"),
        ("{% for a in 'x' %}\n{{ a.__class__ }}{% endfor %}", 2, "malen kan ikke fylles ut"),
        ("{{ 1 / 0 }}", 1, "malen kan ikke fylles ut"),
        ("{% include 'brev.md' %}", 1, "malen henter inn seg selv"),
        ("{% include '../kommune.yaml' %}", 1, "det er ingen mal som heter"),
        ("{% include '/etc/hostname' %}", 1, "det er ingen mal som heter"),
    ],
)
def test_wrong_template_is_told_of_with_its_line(
    run: Run, folder: Path, template: str, line: int, says: str
) -> None:
    """A fault in a template has a place and a way out, and gives no document."""
    (folder / "maler" / "brev.md").write_text(template, encoding="utf-8")
    said = refused(run("brev", "--dato", DAY, "--ut", "brev.md"))
    assert said.startswith(f"Feil: data/maler/brev.md:{line}: ")
    assert says in said
    assert "Rett malen" in said
    assert not Path("brev.md").exists()


def test_template_that_is_no_text_is_told_of(run: Run, folder: Path) -> None:
    """A Word document that is named as a template is no reason for a traceback."""
    (folder / "maler" / "brev.md").write_bytes(b"PK\x03\x04\xff\xfe")
    assert "data/maler/brev.md» er ikke ren tekst" in refused(run("brev"))


def test_templates_are_no_data_files(run: Run, folder: Path) -> None:
    """The folder of templates is nothing that the check of the data asks about."""
    (folder / "maler" / "brev.md").write_text("# Hei\n")
    ended = run("valider", "--dato", DAY)
    assert "maler" not in ended.out + ended.err


# --- formats and files ----------------------------------------------------------------------


def test_page_is_whole_in_itself(run: Run) -> None:
    """Language, title, ids, table headings; and it fetches nothing from anywhere."""
    text = made(run("brev", "--data", str(EKSEMPEL), "--dato", DAY, "--format", "html"))
    page = Page(text)
    names = [name for name, _ in page.tags]
    assert ("html", {"lang": "nb"}) in page.tags
    assert names.count("h1") == 1
    assert page.text("title") == "Styringsbrev 2025 – Tenkevik kommune (oppdiktet)"
    assert not {"script", "link", "img", "iframe", "object"} & set(names)
    assert not re.search(r"https?:|url\(|@import|\bsrc=", text)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [attributes["href"] for name, attributes in page.tags if name == "a"]
    assert len(links) >= 4
    assert {f"#{id_}" for id_ in ids} >= set(links)
    assert all(attributes == {"scope": "col"} for name, attributes in page.tags if name == "th")


def test_markdown_and_html_say_the_same(run: Run) -> None:
    """Every text of the one is in the other, in the same order."""
    om = ("--data", str(EKSEMPEL), "--dato", DAY)
    html = Page(made(run("brev", *om, "--format", "html")))
    markdown = Page(MD.render(made(run("brev", *om))))
    own = ("style", "title", "nav", "footer")
    texts = [text for tags, text in html.texts if not set(own) & set(tags)]
    assert " ".join("".join(texts).split()) == markdown.text()


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("--ut", "brev.md"), "# Styringsbrev 2025"),
        (("--ut", "Brev.HTML"), "<!DOCTYPE html>"),
        (("--ut", "brev.txt", "--format", "markdown"), "# Styringsbrev 2025"),
        (("--ut", "brev.md", "--format", "html"), "<!DOCTYPE html>"),
    ],
)
def test_file_has_the_format_of_its_name_unless_another_is_named(
    run: Run, folder: Path, words: tuple[str, ...], begins: str
) -> None:
    """The file is whole, and stdout is left alone."""
    ended = run("brev", "--dato", DAY, *words)
    assert made(ended, said=f"Skrevet til {words[1]}.\n{UNNTATT}") == ""
    assert Path(words[1]).read_text(encoding="utf-8").startswith(begins)
    assert sorted(path.name for path in Path().iterdir()) == sorted([words[1], "data"])


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("--ut", "brev.docx"), 2, "La navnet slutte på .md, .html"),
        (("--format", "htlm"), 2, "Mente du «html»?"),
        (("--ut", "data/maler/brev.md"), 3, "er i datamappen"),
        (("--ut", "data/../data/brev.html"), 3, "er i datamappen"),
        (("--ut", "finnes/ikke.md"), 3, "kan ikke skrives"),
    ],
)
def test_what_cannot_be_written_is_refused(
    run: Run, folder: Path, words: tuple[str, ...], status: int, says: str
) -> None:
    """With the way out, and with nothing written."""
    assert says in refused(run("brev", "--dato", DAY, *words), status)
    assert not list(folder.glob("**/brev.*"))


def test_bytes_are_not_poured_on_a_terminal(folder: Path) -> None:
    """A PDF on a screen is refused with a file's name to use."""
    leader, follower = pty.openpty()
    ended = subprocess.run(
        [sys.executable, "-m", "styring", "brev", "--dato", DAY, "--format", "pdf"],
        stdout=follower,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        encoding="utf-8",
        check=False,
    )
    os.close(follower)
    os.close(leader)
    assert (ended.returncode, "--ut Styringsbrev-2025.pdf" in ended.stderr) == (3, True)
