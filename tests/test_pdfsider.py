"""The pages of a PDF: what stands together, how wide columns are, and what is on every page."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdflesing import DAG, TEKST, les, merker, ren, sider
from pypdf import PdfReader

from styring.documents.dokument import Dokument
from styring.formats.format import skriv
from styring.formats.skjerm import ROER


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
@settings(max_examples=settings().max_examples // 3)
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
