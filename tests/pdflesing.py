"""Documents as PDF, and what is read back from them."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from styring.documents.dokument import Dokument
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
