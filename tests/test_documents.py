"""Documents: what they say, what they never say, and that text from the data stays text."""

import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import DATA, GOLDEN, ROOT, Golden, Run
from driver import Ended
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from styring.documents import grenser
from styring.documents.brev import Brev
from styring.documents.notat import Notat
from styring.documents.utfylling import ferdig, som_tekst
from styring.documents.virksomhetsplan import Virksomhetsplan
from styring.formats.commonmark import HELT
from styring.tegn import ufarlig

EKSEMPEL = ROOT / "eksempel"
DAY = "2025-09-15"
EKSEMPELET = ("--data", "eksempel", "--dato", DAY)

SHOWN = {
    "brev-data.md": ("brev", "--data", "data", "--dato", "2023-09-15"),
    "brev.md": ("brev", *EKSEMPELET),
    "aar.md": ("rapport", "aar", *EKSEMPELET),
    "tertial.md": ("rapport", "tertial", *EKSEMPELET),
    "notat.md": ("rapport", "notat", "--sektor", "HEL", *EKSEMPELET),
    "virksomhetsplan.md": ("rapport", "virksomhetsplan", "--sektor", "HEL", *EKSEMPELET),
    "brev.html": ("brev", *EKSEMPELET, "--format", "html"),
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
        *("# a", "a #", "##", "1. tertial", "2) b", "12345. x", "- a", "+", "---", "===", ">"),
        *("<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](y)", "<kari@no.no>"),
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
        ("<b>", "\\<b>"),
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
    assert som_tekst(2025) == "2025"  # which may be a year
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
    cells = page.cells[start : page.cells.index("Sektor")]
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
    """The source has no day of any reporting round, so the letter has its own day alone."""
    text = made(run("brev", "--data", str(DATA), "--dato", "2023-09-15"), said="")
    text = text.replace("**Lørenskog kommune, 15. september 2023**", "")
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
    assert UNNTATT in ended.err
    assert "# Styringsbrev 2025" in ended.out


# --- what is not for the public -------------------------------------------------------------

PRIVATE = ("000 00 0", "@", ".example", "prosjekt", "11840")
UNNTATTE = ("HEL-2025-03", "Kjøpe tomt", "takserte", "trukket seg")


def printed(run: Run, folder: Path, template: str, names: tuple[str, ...], *words: str) -> str:
    """All that a template gets, printed by one of the municipality's own."""
    text = "".join(f"{{{{ {name} }}}}\n\n" for name in names)
    (folder / "maler" / template).write_text(text, encoding="utf-8")
    return run(*words, "--dato", DAY).out


def test_template_that_prints_all_it_gets_prints_nothing_private(run: Run, folder: Path) -> None:
    """What is unntatt, telephones, addresses and own fields are not there to be printed."""
    text = printed(run, folder, "brev.md", Brev._fields, "brev")
    assert "Åpne ett felles mottak for familier som trenger hjelp" in text
    assert "Stortingsvalg" in text
    assert [word for word in (*PRIVATE, *UNNTATTE) if word in text] == []


@pytest.mark.parametrize(
    ("name", "fields"), [("notat", Notat._fields), ("virksomhetsplan", Virksomhetsplan._fields)]
)
def test_internal_document_has_names_but_no_telephones(
    run: Run, folder: Path, name: str, fields: tuple[str, ...]
) -> None:
    """What is unntatt is there, and it says so; how people are reached is not."""
    text = printed(run, folder, f"{name}.md", fields, "rapport", name, "--sektor", "hel")
    assert "Torbjørn Fabelåsen" in text
    assert UNNTATTE[1] in text
    assert [word for word in PRIVATE if word in text] == []
    (folder / "maler" / f"{name}.md").unlink()
    whole = made(run("rapport", name, "--sektor", "hel", "--dato", DAY), said="")
    assert "**Unntatt offentlighet:** Noe i " in whole
    assert "offl. § 23 første ledd" in whole
    without = made(run("rapport", name, "--sektor", "opv", "--dato", DAY), said="")
    assert "nntatt" not in without


# --- the note for a styringsdialog ----------------------------------------------------------

PEOPLE = """\
sektorer:
  - {kode: ARK, navn: Arkiv}
  - {kode: BYG, navn: Bygg, direktoer: per}
kontakter:
  - {id: per, navn: Per Hansen}
"""
GOALS = """\
satsingsomraader:
  - {id: A, tittel: By, hovedmaal: [{id: A1, tittel: Plass til alle, delmaal: [
      {id: A1.1, tittel: Flere benker, ansvar: [BYG], indikatorer: [
        {navn: Benker, enhet: stk, retning: opp, maalinger: [
          {tid: 2023, verdi: 7}, {tid: 2024, verdi: 5.5}]}]},
      {id: A1.2, tittel: Færre huller, ansvar: [BYG]}]}]}
"""


def questions(run: Run, place: Path, *oppdrag: str, sektor: str = "BYG") -> list[str]:
    """What is to be asked of a sector with these oppdrag on the first of September."""
    data = place / "lite"
    data.mkdir(exist_ok=True)
    (data / "kontakter.yaml").write_text(PEOPLE, encoding="utf-8")
    (data / "maal.yaml").write_text(GOALS, encoding="utf-8")
    records = "".join(
        f"  - {{id: X-{number}, tittel: Male, sektor: {sektor}, {fields}}}\n"
        for number, fields in enumerate(oppdrag, 1)
    )
    (data / "oppdrag.yaml").write_text(f"aar: 2025\noppdrag:\n{records}", encoding="utf-8")
    om = ("--data", str(data), "--dato", "2025-09-01")
    text = made(run("rapport", "notat", "--sektor", sektor, *om), said="")
    return re.findall(r"^\d+\. (.*)", text.partition("## Spørsmål")[2], re.MULTILINE)


def reported(fields: str, periode: str = "2025-T2") -> str:
    """An oppdrag's only report."""
    return f"rapporter: [{{periode: {periode}, dato: 2025-09-01, {fields}}}]"


GOING = "status: under_arbeid, forventet_ferdig: 2025-10"
QUESTIONS = {
    f"frist: 2025-K3, {reported(GOING)}": (
        "«Male» har frist 3. kvartal 2025, og er forventet ferdig i oktober 2025. "
        "Holder det, og hvem må få vite det?"
    ),
    f"frist: 2025-10-20, {reported(GOING)}": (
        "«Male» har frist 20. oktober 2025, og er forventet ferdig i oktober 2025. Rekkes fristen?"
    ),
    f"frist: 2025-05, {reported('status: under_arbeid')}": (
        "Fristen for «Male» var mai 2025. Når er det ferdig?"
    ),
    reported("status: satt_paa_vent, forventet_ferdig: 2025-12"): (
        "«Male» er satt på vent. Hva skal til for å komme i gang igjen?"
    ),
    reported(
        f"vurdering: roed, {GOING}"
    ): "«Male» er vurdert som rød, uten noe tiltak. Hva gjøres?",
    "frist: 2026": "«Male» er ikke rapportert for 2. tertial 2025. Hvordan står det?",
    reported(GOING, "2025-T1"): "«Male» er ikke rapportert for 2. tertial 2025. Hvordan står det?",
    f"frist: 2025-10, {reported('status: ikke_startet, forventet_ferdig: 2025-10')}": (
        "«Male» er ikke startet, og fristen er oktober 2025. Rekkes det?"
    ),
    "rapporter: [{periode: 2025-T1, dato: 2025-05-01, status: under_arbeid, kommentar: Vi måler}, "
    f"{{periode: 2025-T2, dato: 2025-09-01, kommentar: vi  måler, {GOING}}}]": (
        "Kommentaren til «Male» er den samme som sist. Hva er nytt?"
    ),
    f"oppgaver: [{{id: X.1, tittel: Skrape, frist: 2025-08}}], {reported(GOING)}": (
        "Oppgaven «Skrape» i «Male» hadde frist august 2025. Hva gjenstår?"
    ),
    f"frist: 2026, oppgaver: [{{id: X.1, tittel: Skrape, frist: 2027-02}}], {reported(GOING)}": (
        "Oppgaven «Skrape» i «Male» har frist februar 2027, etter fristen for det hele. "
        "Hva gjelder?"
    ),
    reported("status: under_arbeid"): "Når er «Male» forventet ferdig? Rapporten sier det ikke.",
}
"""What an oppdrag for a delmål is like, and what there is to ask of it, which is one thing."""

ALWAYS = "Ingen av sektorens oppdrag bidrar til «Færre huller». Hva gjøres?"
TREND = "«Benker» går feil vei: 5,5 stk, mot 7 før. Hva er grunnen?"


@pytest.mark.parametrize("fields", QUESTIONS)
def test_questions_follow_from_the_data(run: Run, tmp_path: Path, fields: str) -> None:
    """Each kind of weakness gives its question; the goals give theirs."""
    asked = questions(run, tmp_path, f"delmaal: [A1.1], {fields}")
    assert asked[0] == QUESTIONS[fields]
    assert asked[-2:] == [ALWAYS, TREND]
    assert len(asked) <= 4


def test_nothing_is_asked_of_what_goes_well_or_is_over(run: Run, tmp_path: Path) -> None:
    """Only the goals have questions then."""
    going = f"delmaal: [A1.1], frist: 2026, {reported(GOING)}"
    done = f"frist: 2025-01, {reported('status: ferdig')}"
    assert questions(run, tmp_path, going, done) == [ALWAYS, TREND]


def test_who_has_it_and_for_what_is_asked(run: Run, tmp_path: Path) -> None:
    """Of an oppdrag in a sector with no direktør, that works for no delmål."""
    asked = questions(run, tmp_path, reported(GOING), sektor="ARK")
    assert asked == ["Hvem har «Male»?", "Hvilket delmål bidrar «Male» til?"]


def test_many_of_a_kind_are_asked_about_at_once(run: Run, tmp_path: Path) -> None:
    """Four that lack reports are one question."""
    asked = questions(run, tmp_path, *["delmaal: [A1.1]"] * 4)
    assert asked[0] == "Rapporten mangler. Hvordan står det med X-1, X-2, X-3 og X-4?"


def test_note_has_what_is_left_of_years_before(run: Run, folder: Path) -> None:
    """An oppdrag of last year is there while it is open; next year's is not."""
    record = "  - {{id: TEK-{0}, tittel: Snø, sektor: TEK, {1}}}\n"
    done = "rapporter: [{periode: 2024-AAR, dato: 2025-01-02, status: ferdig}]"
    (folder / "oppdrag" / "foer.yaml").write_text(
        "aar: 2024\noppdrag:\n"
        + record.format("2024-1", "frist: 2024")
        + record.format("2024-2", done)
    )
    (folder / "oppdrag" / "etter.yaml").write_text(
        "aar: 2026\noppdrag:\n" + record.format("2026-1", "frist: 2026")
    )
    text = made(run("rapport", "notat", "--sektor", "TEK", "--dato", DAY), said="")
    assert sorted(set(re.findall(r"TEK-202[46]-\d", text))) == ["TEK-2024-1"]


@pytest.mark.parametrize("name", ["notat", "virksomhetsplan"])
def test_sector_that_has_nothing_gets_a_document_that_says_so(
    run: Run, tmp_path: Path, name: str
) -> None:
    """Not an empty page."""
    questions(run, tmp_path, "frist: 2025")
    om = ("--data", str(tmp_path / "lite"), "--dato", "2025-09-01")
    assert "Arkiv har ingen oppdrag" in made(run("rapport", name, "-s", "ark", *om), said="")


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
    assert text.count("Astrid Tenkvoll") == 1


def test_own_page_takes_the_place_of_ours(run: Run, folder: Path) -> None:
    """Round the same content, with what is text escaped."""
    with (folder / "kommune.yaml").open(encoding="utf-8") as file:
        changed = file.read().replace("Tenkevik kommune (oppdiktet)", "<b>Vik & Nes</b>")
    (folder / "kommune.yaml").write_text(changed, encoding="utf-8")
    page = "<title>{{ avsender }}</title>{{ innledning }}{{ innhold }}<i>{{ dag }}</i>"
    (folder / "maler" / "side.html").write_text(page, encoding="utf-8")
    text = made(run("brev", "--dato", DAY, "--format", "html"))
    assert text.startswith("<title>&lt;b&gt;Vik &amp; Nes&lt;/b&gt;</title><h1")
    assert text.endswith("<i>15. september 2025</i>")
    assert "<b>" not in text


ENDLESS = """{% set long = range(99999) %}
{% for a in long %}{% for b in long %}{% for c in long %}{% endfor %}{% endfor %}{% endfor %}
"""


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [
        ("\n{{ tittle }}", 2, "«tittle»\nMente du «tittel»?"),
        ("\n\n{{ kommune.epost }}", 3, "finner ikke noe her som heter «epost»"),
        ("{% if %}", 1, "malen er ikke skrevet riktig"),
        ("{{ aar|finnesikke }}", 1, "malen er ikke skrevet riktig"),
        ("{% for a in range(10**9) %}{% endfor %}", 1, "malen kan ikke fylles ut"),
        ("\n{# {{ tittel }}", 2, "malen er ikke skrevet riktig: Missing end of comment tag"),
        ("{% raw %}{{ tittel }}", 1, "malen er ikke skrevet riktig"),
        ("{{ " + "(" * 5000, 1, "malen er for innfløkt"),
        ("{% for a in 'x' %}" * 30 + "{% endfor %}" * 30, 1, "malen er for innfløkt"),
        ("\n{{ 9 ** 9 ** 9 }}", 2, "malen kan ikke fylles ut"),
        ("\n{{ 'x' * 10000000000 }}", 2, "malen krever for mye minne"),
        ("{% for a in 'x' %}\n{{ a.__class__ }}{% endfor %}", 2, "malen kan ikke fylles ut"),
        ("{{ 1 / 0 }}", 1, "malen kan ikke fylles ut"),
        ("{% include 'brev.md' %}", 1, "malen henter inn seg selv"),
        ("{% include '../kommune.yaml' %}", 1, "finner ingen mal som heter"),
        ("{% include '/etc/hostname' %}", 1, "finner ingen mal som heter"),
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


@pytest.mark.skipif(sys.platform == "win32", reason="has no clock that can stop it")
def test_template_that_never_ends_is_stopped(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while, and what was set up to do it is as it was."""
    monkeypatch.setattr(grenser, "SEKUNDER", 1.0)
    (folder / "maler" / "forord.md").write_text(ENDLESS, encoding="utf-8")
    said = refused(run("brev", "--dato", DAY))
    assert said.startswith("Feil: data/maler/forord.md:2: malen blir aldri ferdig\n")
    wordy = ENDLESS.replace("{% for c in long %}", "{% for c in long %}x")
    (folder / "maler" / "forord.md").write_text(wordy, encoding="utf-8")
    assert "data/maler/forord.md" in refused(run("brev", "--dato", DAY))
    slow = '{{ (["x" * 1000] * 200000)|string|length }}'  # worked out before the rest is begun with
    (folder / "maler" / "forord.md").write_text(slow + ENDLESS, encoding="utf-8")
    assert "malen blir aldri ferdig" in refused(run("brev", "--dato", DAY))
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    (folder / "maler" / "forord.md").unlink()
    monkeypatch.setattr(grenser, "SEKUNDER", 0.000001)
    assert run("brev", "--dato", DAY).status == 0, "our own take the time they take"


@pytest.mark.skipif(sys.platform != "linux", reason="only there is what is used known")
@pytest.mark.parametrize(
    "step",
    [
        "'x' * 1000000000",
        "'x'|center(1000000000)",
        "'%1000000000d' % 1",
        "'{:1000000000}'.format(1)",
    ],
)
def test_a_single_huge_step_of_a_template_is_never_made(run: Run, folder: Path, step: str) -> None:
    """No clock can stop it within, so the memory that it would take is not given."""
    (folder / "maler" / "brev.md").write_text(f"\n{{{{ ({step})|length }}}}", encoding="utf-8")
    said = refused(run("brev", "--dato", DAY))
    assert said.startswith("Feil: data/maler/brev.md:2: malen krever for mye minne\n")


def test_template_may_be_a_link_as_data_files_may(run: Run, folder: Path) -> None:
    """To a file in the folder; one that leads nowhere is told of, as is a folder."""
    mal = folder / "maler" / "brev.md"
    mal.symlink_to("../felles.md")
    nowhere = "«data/maler/brev.md» kan ikke leses (den er en lenke til noe som ikke finnes)"
    assert nowhere in refused(run("brev", "--dato", DAY))
    (folder / "felles.md").write_text("# Felles\n", encoding="utf-8")
    assert made(run("brev", "--dato", DAY)) == "# Felles\n"
    mal.unlink()
    mal.mkdir()
    assert "brev.md» kan ikke leses (den er ikke en vanlig fil)" in refused(run("brev"))


def test_what_is_no_template_of_theirs_is_told_of(run: Run, folder: Path) -> None:
    """The parts that our templates are made of are ours, and a misspelled name does nothing."""
    before = made(run("rapport", "tertial", "--dato", DAY), said="")
    for name in ("saker.md", "forod.md", "forord.docx", ".skjult"):
        (folder / "maler" / name).write_text("Hei\n", encoding="utf-8")
    ended = run("rapport", "tertial", "--dato", DAY)
    assert ended.out == before
    assert ended.err == (
        "Ikke brukt i data/maler: forod.md, forord.docx, saker.md. Malene du kan ha der, er"
        " aar.md, brev.md, forord.md, notat.md, purring.txt, side.html, tertial.md,"
        " virksomhetsplan.md.\n"
    )


def test_template_that_steers_terminals_does_not(run: Run, folder: Path) -> None:
    """A control character in a template is spelled out, as one in a value is."""
    (folder / "maler" / "forord.md").write_text("Rød\x1b[31m og\u202e snudd\n", encoding="utf-8")
    assert "\nRød\\x1b[31m og\\u202e snudd\n" in made(run("brev", "--dato", DAY))


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
    assert all(attributes["scope"] == "col" for name, attributes in page.tags if name == "th")


@pytest.mark.parametrize(
    ("name", "said"),
    [("Årsrapport", "årsrapport 2025"), ("T3", "T3 2025"), ("3. tertial", "3. tertial 2025")],
)
def test_round_has_no_capital_within_a_sentence(
    run: Run, folder: Path, name: str, said: str
) -> None:
    """But one that is not a word stays as it is."""
    file = folder / "kommune.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("navn: Årsrapport,") == 1
    file.write_text(text.replace("navn: Årsrapport,", f"navn: {name},"), encoding="utf-8")
    shown = run("rapport", "aar", "--dato", "2026-02-01").out
    assert f"**Mangler rapport for {said}:**" in shown


@pytest.mark.parametrize("text", ["19. november 2025", "2. kvartal 2026", "→ uendret", "↑ 3,2"])
def test_times_and_trends_stand_on_one_line(text: str) -> None:
    """Also a time behind an arrow."""
    assert [funn[0] for funn in HELT.finditer(f"mai 2025 → {text}")] == ["mai 2025", text]


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
        (("--ut", "brev.docx"), 2, "La navnet slutte på .html, .htm, .md, .pdf"),
        (("--format", "htlm"), 2, "Mente du «html»?"),
        (("--ut", "data/maler/brev.md"), 3, "er i datamappen"),
        (("--ut", "data/../data/brev.html"), 3, "er i datamappen"),
        (("--ut", ""), 2, "navnet på en fil mangler"),
        (("--ut", "brev.txt"), 2, "«brev.txt» slutter ikke på et format som finnes her"),
        (("--ut", "mappe.md"), 3, "«mappe.md» kan ikke skrives: det er en mappe"),
        (("--ut", "ring.md"), 3, "«ring.md» kan ikke skrives: lenken fører til seg selv"),
        (("--ut", "finnes/ikke.md"), 3, "«finnes/ikke.md» kan ikke skrives: mappen finnes ikke"),
    ],
)
def test_what_cannot_be_written_is_refused(
    run: Run, folder: Path, words: tuple[str, ...], status: int, says: str
) -> None:
    """With the way out, and with nothing written."""
    Path("ring.md").symlink_to("ring.md")
    Path("mappe.md").mkdir()
    assert says in refused(run("brev", "--dato", DAY, *words), status)
    assert not list(folder.glob("**/brev.*"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_file_that_was_there_keeps_its_owner(run: Run, folder: Path) -> None:
    """And is not for others to read while it is written, for it is made with the mode it has."""
    Path("notat.md").touch(0o600)
    os.chown("notat.md", 1234, 1235)
    made(run("brev", "--dato", DAY, "--ut", "notat.md"), said=f"Skrevet til notat.md.\n{UNNTATT}")
    found = Path("notat.md").stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (1234, 1235, 0o600)


def test_file_that_was_there_keeps_its_mode(run: Run, folder: Path) -> None:
    """What is no file is written to, and what looks like our own draft of a file is left alone."""
    Path("hemmelig.md").touch(0o600)
    Path(".hemmelig.md.ny").symlink_to(folder / "kommune.yaml")
    made(
        run("brev", "--dato", DAY, "--ut", "hemmelig.md"),
        said=f"Skrevet til hemmelig.md.\n{UNNTATT}",
    )
    assert Path("hemmelig.md").read_text(encoding="utf-8").startswith("# Styringsbrev 2025")
    assert Path("hemmelig.md").stat().st_mode & 0o777 == 0o600
    assert (folder / "kommune.yaml").read_bytes() == (EKSEMPEL / "kommune.yaml").read_bytes()
    words = ("--ut", "/dev/null", "--format", "markdown")
    made(run("brev", "--dato", DAY, *words), said=f"Skrevet til /dev/null.\n{UNNTATT}")
    assert Path("/dev/null").is_char_device()


def test_exemption_that_says_nothing_is_not_published(run: Run, folder: Path) -> None:
    """`unntatt:` with nothing behind it is a fault, and what it stands in is left out."""
    file = folder / "oppdrag" / "hel.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("    unntatt: {hjemmel: offl. § 23 første ledd}\n") == 1
    file.write_text(text.replace(" {hjemmel: offl. § 23 første ledd}", ""), encoding="utf-8")
    ended = run("brev", "--dato", DAY)
    assert ended.status == 1
    assert "Kjøpe tomt" not in ended.out
    assert "unntatt er tomt" in ended.err


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
    assert (ended.returncode, "--ut dokument.pdf" in ended.stderr) == (3, True)


@pytest.mark.parametrize(
    ("length", "said"), [(400_000, "Lager PDF av et langt dokument."), (9, "")]
)
def test_long_pdf_is_told_of_on_a_terminal_before_it_is_made(
    folder: Path, length: int, said: str
) -> None:
    """So that nobody believes that it hangs."""
    (folder / "maler" / "brev.md").write_text(f"# Hei\n\n[a]: /b '{'x' * length}'\n")
    leader, follower = pty.openpty()
    words = ["brev", "--dato", DAY, "--ut", "brev.pdf"]
    subprocess.run(
        [sys.executable, "-m", "styring", *words],
        stderr=follower,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    os.close(follower)
    seen = os.read(leader, 1000).decode()
    os.close(leader)
    assert seen.partition("Skrevet til brev.pdf.")[0].partition(" Det")[0] == said
