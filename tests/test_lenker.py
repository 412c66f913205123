"""Links: which addresses may be one, and that each leads where it says in every format."""

import html
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from driver import styring
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from styring.documents.utfylling import ferdig, som_tekst
from styring.model.lenke import Lenke

OPPDRAG = """\
aar: 2025
oppdrag:
  - id: A-1
    tittel: Lage en plan
    sektor: A
    lenker:
      - {tittel: 'Planen [1] *her* <b>', url: 'URL'}
    arkivsak: 2025/118
"""
DAY = "2025-09-15"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one oppdrag, which has a link."""
    kontakter = (
        "sektorer: [{kode: A, navn: Alle}]\n"
        "kontakter: [{id: ola, navn: Ola, sektor: A, epost: ola@lillevik.example}]\n"
    )
    (tmp_path / "kontakter.yaml").write_text(kontakter, encoding="utf-8")
    (tmp_path / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    leads_to(tmp_path, "https://lillevik.example/plan?a=1&b=(2)#3")
    return tmp_path


def leads_to(data: Path, url: str) -> None:
    """Gives the link an address."""
    text = OPPDRAG.replace("'URL'", json.dumps(url))
    (data / "oppdrag.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://lillevik.example",
        ),
        *("www.lillevik.example", "//lillevik.example", "https://", "https:///plan", "plan.pdf"),
        *("https://a b.example", "https://a.example/a b", "https://a.example/\u202e", "mailto:ola"),
        *("https://a.example/\u3000", "https://a.example/\u061c", "https://:80", "https://."),
        *("https://a.example:port", "https://ola%40a.example"),
        *("https://ola:hemmelig@a.example", "https://a.example/>x", 'https://a.example/"x', ""),
        *(
            "https://a.example/\\x",
            "mailto:a@b@c.example",
            " https://a.example",
            "https://a\u200b.no",
        ),
    ],
)
def test_what_is_no_address_is_told_of_at_its_place(url: str, data: Path) -> None:
    """Only pages and where to write; nothing that runs, hides a host, or could end it elsewhere."""
    leads_to(data, url)
    ended = styring("valider", "--format", "json", "--dato", DAY, data=data)
    (fault,) = json.loads(ended.out)
    assert (fault["kode"], fault["linje"], fault["kolonne"]) == ("FELT005", 7, 47)
    assert fault["raad"]


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example",
        "https://å.example:8080/ø?x=y#z",
        "mailto:post@a.example?subject=x",
        "HTTPS://A.EXAMPLE",
    ],
)
def test_pages_and_where_to_write_are_addresses(url: str, data: Path) -> None:
    """With a port, a query, letters of ours, and a subject."""
    leads_to(data, url)
    assert styring("valider", "--dato", DAY, data=data).status == 0


def test_link_is_shown_and_leads_there(
    data: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On the sheet as text, in documents as a link whose title is text."""
    url = "https://lillevik.example/plan?a=1&b=(2)#3"
    sheet = styring("oppdrag", "vis", "A-1", "--dato", DAY, data=data).out
    assert f"Planen [1] *her* <b>: {url}" in sheet
    assert "2025/118" in sheet
    page = styring("brev", "--format", "html", "--dato", DAY, data=data).out
    assert f'<a href="{html.escape(url)}">Planen [1] *her* &lt;b&gt;</a>' in page
    pdf = tmp_path_factory.mktemp("ut") / "brev.pdf"
    styring("brev", "--dato", DAY, "--ut", str(pdf), data=data)
    notes = [note.get_object() for page in PdfReader(pdf).pages for note in page.get("/Annots", ())]
    assert [note["/A"]["/URI"] for note in notes] == [url]


def test_where_to_write_does_not_leave(data: Path) -> None:
    """An e-mail address in a document for all has not been asked for."""
    leads_to(data, "https://a.example/?til=ola%40lillevik.example")
    assert "ola" not in styring("brev", "--dato", DAY, data=data).out
    leads_to(data, "mailto:ola@lillevik.example")
    assert (
        "mailto"
        in styring("rapport", "virksomhetsplan", "--sektor", "A", "--dato", DAY, data=data).out
    )
    letter = styring("brev", "--dato", DAY, data=data)
    assert "ola" not in letter.out
    assert "Lage en plan" in letter.out


TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=30)
PATHS = st.text("abc/()[]*_~&=?#%.-!'+,;:@", max_size=20)


@given(TITLES, PATHS)
def test_any_title_stays_text_and_any_address_whole(title: str, path: str) -> None:
    """No title ends the link or makes another, and no sign of an address is taken for Markdown."""
    lenke = Lenke(tittel=title, url=f"https://a.example/{path}")
    page = MarkdownIt("commonmark", {"html": False}).render(ferdig(f"Se {som_tekst(lenke)}."))
    links = re.findall(r'<a href="([^"]*)">', page)
    assert [unquote(html.unescape(link)) for link in links] == [unquote(lenke.url)]
    assert page.count("<") == 4  # the paragraph and the link
