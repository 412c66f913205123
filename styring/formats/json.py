"""For machines: JSON, with every field and those that are worked out."""

from __future__ import annotations

import json
from collections.abc import Iterable

from styring.finding import Finding, innenfor
from styring.formats.skjerm import Skjerm
from styring.tegn import escaped
from styring.views.ark import Bunke, Tre
from styring.views.hjul import Hjul
from styring.views.visning import Data, Tabell


def tabell(visning: Tabell, skjerm: Skjerm) -> str:
    """A list of records."""
    return skriv(visning.data())


def bunke(visning: Bunke, skjerm: Skjerm) -> str:
    """A list of records."""
    return skriv(visning.data())


def tre(visning: Tre, skjerm: Skjerm) -> str:
    """The records of a tree, inside one another."""
    return skriv(visning.data())


def hjul(visning: Hjul, skjerm: Skjerm) -> str:
    """The year, its months by track, and its events whole."""
    return skriv(visning.data())


def funn(funnene: Iterable[Finding], skjerm: Skjerm) -> str:
    """A list of findings, each with its place."""
    return skriv(
        [
            {
                "kode": f.kode,
                "alvor": f.alvor.value,
                "melding": f.melding,
                "raad": f.raad,
                "fil": f.sted.fil,
                "linje": f.sted.linje,
                "kolonne": f.sted.kolonne,
                "lengde": f.sted.lengde,
            }
            for f in innenfor(funnene)
        ]
    )


def skriv(data: Data) -> str:
    """JSON as a text of lines, with all that a terminal would obey spelled out."""
    tekst = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return "".join(f"{escaped(linje, _escape)}\n" for linje in tekst.split("\n"))


def _escape(tegn: str) -> str:
    return json.dumps(tegn)[1:-1]
