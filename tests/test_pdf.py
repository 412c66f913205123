"""Documents as PDF: what they say, how they are tagged, and that nothing in them can act."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, Run
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from styring.documents.dokument import Dokument
from styring.errors import StyringError
from styring.formats.format import Skrevet, skriv
from styring.formats.skjerm import ROER

DAG = date(2026, 9, 15)

LANG = "\n".join(f"| SOS-2026-{n:02} | Følge opp tiltak {n} i planen |" for n in range(1, 91))
TEKST = f"""\
# Rapport for 2. tertial

**Tenkevik kommune** melder om *framdrift* i [planen](https://tenkevik.example/plan?a=1&b=2).
Neste linje, og én til\\
etter et linjeskift.

## Hvordan det står

| Sektor | I alt | Vurdering |
|:-------|------:|:---------:|
| Samfunnsutvikling og næring | 12 | ● grønn |
| Oppvekst | 3 | ▲ gul, ■ rød |
| `kode` | – | «sitat» → ✓ |

1. Første
2. Andre
   - med én
   - og to

     i to avsnitt
3. Tredje

> Vi skal skape en rød tråd.

    styring status
      --sektor SOS

---

![Et bilde av et hjul](hjul.png) &nbsp; 1 < 2 & «x»

### Oppdragene

Her er alle:

| Id | Oppdrag |
|----|---------|
{LANG}

Til slutt: blåbærsyltetøy, Ålesund, færøysk, naïve café.
"""


class Tekst(HTMLParser):
    """The text of a page of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.deler: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.deler.append(dict(attrs).get("alt") or "")

    def handle_data(self, data: str) -> None:
        self.deler.append(data)


def som_pdf(tekst: str, tittel: str = "Rapport", avsender: str = "Tenkevik") -> Skrevet:
    """A document as PDF, of a folder with no template of its own."""
    return skriv(Dokument(tittel, avsender, DAG, Path(), tekst), "pdf", ROER)


def les(tekst: str, tittel: str = "Rapport", avsender: str = "Tenkevik") -> PdfReader:
    """A document as PDF, read back."""
    return PdfReader(BytesIO(som_pdf(tekst, tittel, avsender).innhold))


def sider(pdf: PdfReader) -> list[str]:
    """The text of each page, less what stands over and under it."""
    tekster = [side.extract_text() for side in pdf.pages]
    over = [0, *(len(str(pdf.metadata and pdf.metadata.title)) for _ in tekster[1:])]
    under = [tekst.rindex(", 15. september 2026") for tekst in tekster]
    return [
        tekst[fra : tekst.rindex("\n", 0, til) if "\n" in tekst[:til] else 0]
        for tekst, fra, til in zip(tekster, over, under, strict=True)
    ]


def ren(tekst: str) -> str:
    """Text without what lines are broken by: white space, and hyphens of both kinds."""
    return re.sub(r"[\s\xad-]", "", tekst)


def synlig(tekst: str) -> str:
    """The text of a document, as `ren` leaves it."""
    return ren("".join(sider(les(tekst))))


def merker(pdf: PdfReader) -> list[str]:
    """The tags of a document, from first to last."""

    def under(element: Any) -> Iterator[str]:
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, list):
            for barn in element:
                yield from under(barn)
        elif isinstance(element, dict):
            if "/S" in element:
                yield str(element["/S"])[1:]
            yield from under(element.get("/K", []))

    return list(under(pdf.root_object["/StructTreeRoot"]))


def test_the_text_is_that_of_the_html() -> None:
    """What HTML says of the same document, the PDF says, in the same order."""
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(TEKST)
    riktig = ren("".join(Tekst(html).deler))
    # Numbers and dots of lists are no text in HTML, and a header comes once.
    foerst, hode, resten = synlig(TEKST).partition("IdOppdrag")
    lest = foerst + hode + resten.replace(hode, "")
    for merke, ord_ in (("1.", "Første"), ("2.", "Andre"), ("3.", "Tredje")):
        lest = lest.replace(merke + ord_, ord_)
    assert lest.replace("•", "") == riktig


TEGN = st.characters(codec="latin-1", categories=("L", "N", "P", "S", "Zs"))
FARLIG = st.sampled_from(
    ("#", "#import ", "$", "@x", "<a>", "//", "/*", "\\", '"', "\\u{41}", "]", "[", "`", "{", "_")
)


@given(st.lists(st.lists(TEGN | FARLIG, min_size=1).map("".join), min_size=1))
@settings(max_examples=40)
@example(['#import "x"', "$x$", "@x", "<a>", "// a", "\\", '"', "#{panic()}", "= a", "- a", "~"])
@example(["1. a", "+ a", "/ a: b", "https://a.no", "a--b...c", "'a'", "#let a = 1", "]", "[", "*/"])
def test_no_text_is_markup(tekster: list[str]) -> None:
    """Any text comes out as it is, whatever it means in Markdown or in Typst."""
    rent = (re.sub(r"[!-/:-@\[-`{-~]", r"\\\g<0>", tekst.strip()) for tekst in tekster)
    avsnitt = "\n\n".join(re.sub(r"^(\d+)(?=\\[.)])", "&#8203;\\1", tekst) for tekst in rent)
    assert synlig(avsnitt) == ren("".join(tekster))


@pytest.mark.parametrize(
    ("tekst", "riktig"),
    [
        ("a\u202eb\u2066c", r"a\u202eb\u2066c"),
        ("a\x1b[31m\x07b", r"a\x1b[31m\x07b"),
        ("Bra 🎉!", "Bra□!"),
        ("漢字 og 🎊🎉", "□□og□□"),
        ("🇳🇴 å\u0d4d og 👩\u200d💻", "□□å□og□□"),
        ("x\u1ab0y og \u0438\u1ab0", "x□yog\u0438□"),
        ("O\u0308ya\u030a", "Öyå"),
        ("`🎉\\`", "□\\"),
        ("a\u2060b\u200bc\u200dd", "abcd"),
        ("\uf0b7 Punkt", "•Punkt"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("[a](javascript:b)", "[a](javascript:b)"),
        ("x" * 300, "x" * 300),
        (f"a{'.b@c/' * 60}", f"a{'.b@c/' * 60}"),
        ("\ue000\U0010ffff", r"□\U0010ffff"),
    ],
)
def test_what_no_font_shows_is_a_box(tekst: str, riktig: str) -> None:
    """What acts unseen is spelled out, what is nothing to see is left out."""
    assert synlig(tekst) == riktig


@pytest.mark.parametrize(
    ("tekst", "navngitt"),
    [
        ("Blåbær – «ja» og\u0308 \u0438\u0301", ()),
        ("x\u1ab0y, \u0438\u1ab0 og 1\ufe0f\u20e3", ("\u1ab0", "\u20e3")),
        ("漢\u0301 og 👩\u200d⚕\ufe0f", ("漢", "👩")),
        ("🎉 og ❤\ufe0f", ("🎉",)),
    ],
)
def test_what_no_font_has_is_named(tekst: str, navngitt: tuple[str, ...]) -> None:
    """Also a mark, and the sign under one that there is, or that is joined to another."""
    merknad = som_pdf(tekst).merknad or ""
    assert tuple(re.findall(r"(\S+) \(U\+", merknad)) == navngitt


def test_it_is_tagged_and_says_what_it_is() -> None:
    """PDF/UA-1, with title, author, language and the day, and only fonts that are in it."""
    pdf = les(TEKST, "Rapport for 2. tertial «æøå»", "Tenkevik kommune")
    rot: Any = pdf.root_object
    assert rot["/Lang"] == "nb-NO"
    assert rot["/MarkInfo"] == {"/Marked": True, "/Suspects": False}
    assert rot["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert "<pdfuaid:part>1</pdfuaid:part>" in rot["/Metadata"].get_data().decode()
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Rapport for 2. tertial «æøå»"
    assert pdf.metadata.author == "Tenkevik kommune"
    dager = {str(pdf.metadata[navn]) for navn in ("/CreationDate", "/ModDate")}
    assert dager == {"D:20260915000000Z"}
    assert pdf.pages[0].mediabox[2:] == pytest.approx((595.276, 841.89), abs=0.01)

    funnet = merker(pdf)
    ventet = {"H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "THead", "TH", "TD", "Link"}
    assert ventet | {"BlockQuote", "Code"} <= set(funnet)
    assert funnet.count("TH") == 5

    ressurser: list[Any] = [side["/Resources"] for side in pdf.pages]
    fonter = [font.get_object() for hver in ressurser for font in hver["/Font"].values()]
    navn = {str(font["/BaseFont"]).partition("+")[2].partition("-")[0] for font in fonter}
    assert navn == {"LibertinusSerif", "DejaVuSansMono"}
    for font in fonter:
        beskrivelse = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(beskrivelse)


def test_a_long_table_has_its_header_on_every_page() -> None:
    """So do the pages their number, and those after the first the title, all of it once."""
    pdf = les(TEKST, "Tittelen", "Tenkevik")
    tekster = [side.extract_text() for side in pdf.pages]
    assert len(tekster) > 2
    for nummer, tekst in enumerate(tekster, 1):
        assert tekst.splitlines()[-1].endswith(f"side {nummer} av {len(tekster)}")
        assert ("Tittelen" in tekst) == (nummer > 1)
        assert "Tenkevik, 15. september 2026" in tekst
    for tekst in tekster[1:]:
        assert tekst.count("Id Oppdrag") == 1
    # Read aloud it is one table, and its header comes once.
    assert merker(pdf).count("Table") == 2


def test_rows_are_kept_whole() -> None:
    """No row, nor a small table, goes over a page break, unless it is too long for a page."""
    rad = "| A | " + "Dette er en setning i en lang celle. " * 20 + "|\n"
    for tekst in sider(les("| Id | Tekst |\n|--|--|\n" + rad * 8)):
        assert ren(tekst).count("Detteerensetning") % 20 == 0
    kort = "avsnitt\n\n" * 36 + "| Id | Tekst |\n|--|--|\n" + "| A | Kort |\n" * 6
    assert [tekst.count("Kort") for tekst in sider(les(kort))] == [0, 6]
    lang = "| A | " + "Dette er en setning i en lang celle. " * 200 + "|\n"
    assert len(les("| Id | Tekst |\n|--|--|\n" + lang).pages) > 1


def test_columns_are_as_wide_as_they_need() -> None:
    """An id stays on one line beside long texts, and long words are divided the Norwegian way."""
    tekst = "Samfunnsutviklingsavdelingen arbeider med kommuneplanarbeidsgruppemøtene. " * 3
    pdf = les(f"| Id |{' a |' * 6}\n|-|{'-|' * 6}\n| SOS-2026-01 |{f' {tekst} |' * 6}")
    tekst = sider(pdf)[0].replace("\xad", "-")
    assert "\nSOS-2026-01" in tekst
    assert {"kommuneplanar-beidsgruppemø-tene."} <= set(tekst.replace("-\n", "-").split())


HELE = ("SOS-2026-01", "31. desember 2025", "4. kvartal 2025", "minst 60\xa0000 innen 2026")
KORTE = ("Fellestjenester", "Ikke rapportert", "Forsinket", "12", "under arbeid", "● grønn")
CELLER = st.sampled_from((*HELE, *KORTE, *(f"({hel})" for hel in HELE), "En setning i seg. " * 9))


@given(st.lists(st.tuples(CELLER, CELLER, CELLER), min_size=2, max_size=4))
@settings(max_examples=25, deadline=None)
@example(
    [("Sak", "Ikke rapportert", "Forsinket")] * 3 + [("a " * 900, "Mangler rapport", "12")] * 2
)
def test_what_belongs_together_stands_on_one_line(spalter: list[tuple[str, str, str]]) -> None:
    """A date, an id, a goal; and no word of a table with room for its words is divided."""
    tabell = [f"| {' | '.join(rad)} |" for rad in zip(*spalter, strict=True)]
    tabell.insert(1, "|" + "-|" * len(spalter))
    tekst = "".join(sider(les("\n".join(tabell))))
    assert not re.search("[\xad-]\\n", tekst)
    for hel in HELE:
        assert tekst.count(hel) == "".join(tabell).count(hel)


@pytest.mark.parametrize(("foran", "rader", "tekst"), [(14, 27, ""), (32, 20, "ord " * 35)])
def test_no_row_is_alone_on_a_page(foran: int, rader: int, tekst: str) -> None:
    """Neither the last of a table, nor the first, though there were room for just one."""
    tabell = "| Id | Tekst |\n|--|--|\n" + f"| A | Kort {tekst}|\n" * rader
    paa_siden = [side.count("Kort") for side in sider(les("avsnitt\n\n" * foran + tabell))]
    assert sum(paa_siden) == rader
    assert 1 not in paa_siden


def test_what_tells_of_a_state_says_so_under_each_page() -> None:
    """That the day is not the one it was written."""
    dokument = Dokument("Rapport", "Tenkevik", DAG, Path(), "# Rapport", er_status=True)
    pdf = PdfReader(BytesIO(skriv(dokument, "pdf", ROER).innhold))
    assert "Tenkevik, status per 15. september 2026" in pdf.pages[0].extract_text()


@pytest.mark.parametrize("rad", [f"{'kommuneplanen |' * 8}{'a b ' * 90}|", f"{'a b ' * 900}| c |"])
def test_no_table_goes_off_the_page(rad: str) -> None:
    """Neither many columns beside a long one, nor a header lower than a page."""
    pdf = les(f"| {rad}\n|{'-|' * rad.count('|')}\n| {rad}")
    steder: list[tuple[float, float]] = []
    for side in pdf.pages:
        side.extract_text(
            visitor_text=lambda tekst, cm, tm, *_: (
                steder.append((tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]))
                if tekst.strip()
                else None
            )
        )
    assert max(x for x, _ in steder) < 525
    assert min(y for _, y in steder) > 20
    assert len(pdf.pages) < 10


def test_the_same_document_gives_the_same_bytes() -> None:
    """In another process, with another clock and another seed, as well."""
    her = som_pdf(TEKST).innhold
    kode = (
        "import sys; from datetime import date; from pathlib import Path;"
        "from styring.documents.dokument import Dokument; from styring.formats.format import skriv;"
        "from styring.formats.skjerm import ROER; tekst = sys.stdin.buffer.read().decode();"
        "dokument = Dokument('Rapport', 'Tenkevik', date(2026, 9, 15), Path(), tekst);"
        "sys.stdout.buffer.write(skriv(dokument, 'pdf', ROER).innhold)"
    )
    omgivelse = {"PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "7", "TZ": "Asia/Tokyo"}
    der = subprocess.run(
        [sys.executable, "-c", kode],
        input=TEKST.encode(),
        env=omgivelse,
        capture_output=True,
        check=True,
    )
    assert der.stdout == her
    senere = Dokument("Rapport", "Tenkevik", date(2026, 9, 16), Path(), TEKST)
    assert skriv(senere, "pdf", ROER).innhold != her


@pytest.mark.parametrize(
    ("tekst", "nivaaer"),
    [
        ("## a\n\n#### b\n\n# c\n\n###### d", ["H1", "H2", "H1", "H2"]),
        ("#\n\n### a\n\n# ![](x.png)\n\n## &nbsp;\n\n##### b", ["H1", "H2"]),
        ("- ### a\n- x\n\n> # b\n\n1. ## `c`", ["H1", "H1", "H2"]),
        ("# ![alt](x.png)\n\n### [l](https://a.no)", ["H1", "H2"]),
    ],
)
def test_headings_have_levels_without_jumps(tekst: str, nivaaer: list[str]) -> None:
    """Whatever a municipality's own template has."""
    assert [merke for merke in merker(les(tekst)) if re.fullmatch("H[1-6]", merke)] == nivaaer


@pytest.mark.parametrize(
    "tekst",
    [
        *(
            "",
            "-",
            "***",
            "![](a.png)",
            "[](https://a.no)",
            "| |\n|-|",
            "|a|b|\n|-|-|\n|x|\n|x|y|z|",
        ),
        *("0. a\n1. b", "999999999) a", "- a\n\n  - b\n\n        c", "*a " * 30 + "b" + "*" * 30),
        "\n".join("  " * n + "- x" for n in range(30)),
        "|" + "Kommuneplan|" * 30 + "\n|" + "-|" * 30 + "\n|" + "Tall|" * 30,
        *("> " * 15 + "a", "&#10;a&#9;b&#13;c", "\ud800", "שלום עולם", "👨‍👩‍👧 ✔️ हिन्दी"),
    ],
)
def test_odd_documents_are_written(tekst: str) -> None:
    """What Markdown has, however odd, ends as a PDF with at least one page."""
    assert les(tekst, '«\\"#[🎉\x1b', "").pages


def test_links_lead_where_they_may() -> None:
    """To pages and addresses of e-mail, and nowhere else."""
    pdf = les(
        "[a](https://a.no/å) <mailto:b@c.no> [c](file:///etc/passwd) [d](ftp://d.no) [e](#e)"
        f" [f](https://{'f' * 9000}.no) [g](data:image/png;base64,x) [h](HTTP://h.no) [i](/i)"
    )
    lenker: Any = pdf.pages[0]["/Annots"]
    noter = (note.get_object() for note in lenker)
    assert [note["/A"]["/URI"] for note in noter] == [
        *("https://a.no/%C3%A5", "mailto:b@c.no", "HTTP://h.no")
    ]


def test_colours_can_be_told_from_white() -> None:
    """Every colour of text has a contrast of 3 to 1 or more, and a judgement has its own."""

    def lys(farge: tuple[float, ...]) -> float:
        kanaler = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in farge)
        return sum(k * vekt for k, vekt in zip(kanaler, (0.2126, 0.7152, 0.0722), strict=True))

    def farger(tekst: str) -> set[tuple[float, ...]]:
        innhold = les(tekst).pages[0].get_contents()
        assert innhold is not None
        valg = (tall for tall, navn in innhold.operations if navn == b"scn" and len(tall) == 3)
        return {tuple(map(float, tall)) for tall in valg}

    merkene = [farger(f"a {merke} b") - farger("a b") for merke in "●▲■"]
    assert [len(farge) for farge in merkene] == [1, 1, 1]
    assert len(set().union(*merkene)) == 3
    for farge in farger(f"{TEKST[:900]} ● ▲ ■ [a](https://b.no)"):
        assert 1.05 / (lys(farge) + 0.05) >= 3


def test_the_letter_is_written_as_pdf(run: Run, tmp_path: Path) -> None:
    """The ending of the file's name is enough, and every cell of the tables is there."""
    fil = tmp_path / "brev.pdf"
    brev = ("brev", "--data", str(DATA), "--dato", "2023-09-15")
    assert run(*brev, "--ut", str(fil)) == (0, "", f"Skrevet til {fil}.\n")
    tekst = ren("".join(side.extract_text() for side in PdfReader(fil).pages))
    html = run(*brev, "--format", "html").out
    titler = re.findall("<td>([^<]+)</td>", unescape(html))
    assert len(titler) > 100
    assert [tittel for tittel in titler if ren(tittel) not in tekst] == []


def test_without_typst_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF is an extra, and the message says how to get it."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(StyringError) as feil:
        som_pdf("a")
    assert "typst" in feil.value.melding
    assert feil.value.raad == ("Installer den med: pip install 'styring[pdf]'",)


def test_what_cannot_become_a_pdf_is_said() -> None:
    """A document that Typst gives up on is named, and the way out."""
    with pytest.raises(StyringError) as feil:
        som_pdf("> " * 20 + "a")
    assert feil.value.melding == "«Rapport» kan ikke skrives som PDF"
    assert "depth" in feil.value.raad[0]
    assert "HTML" in feil.value.raad[1]
