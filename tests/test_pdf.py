"""Documents as PDF: what they say, how they are tagged, and that nothing in them can act."""

import re
import subprocess
import sys
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA
from driver import styring
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pdflesing import TEKST, les, merker, ren, sider, som_pdf
from pypdf import PdfReader

from styring.documents.dokument import Dokument
from styring.errors import StyringError
from styring.formats.format import skriv
from styring.formats.skjerm import ROER


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


def synlig(tekst: str) -> str:
    """The text of a document, as `ren` leaves it."""
    return ren("".join(sider(les(tekst))))


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
@settings(max_examples=settings().max_examples // 2)
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


def test_the_letter_is_written_as_pdf(tmp_path: Path) -> None:
    """The ending of the file's name is enough, and every cell of the tables is there."""
    fil = tmp_path / "brev.pdf"
    brev = ("brev", "--data", str(DATA), "--dato", "2023-09-15")
    assert styring(*brev, "--ut", str(fil)) == (0, "", f"Skrevet til {fil}.\n")
    tekst = ren("".join(side.extract_text() for side in PdfReader(fil).pages))
    html = styring(*brev, "--format", "html").out
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
