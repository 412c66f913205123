"""For machines: JSON, with every field and those that are worked out."""

from __future__ import annotations

import json
from collections.abc import Iterable

from styring.finding import Finding
from styring.formats.skjerm import Skjerm
from styring.views.ark import Bunke, Tre
from styring.views.visning import Data, Tabell


def tabell(visning: Tabell, skjerm: Skjerm) -> str:
    """A list of records."""
    return _skriv(visning.data())


def bunke(visning: Bunke, skjerm: Skjerm) -> str:
    """A list of records."""
    return _skriv(visning.data())


def tre(visning: Tre, skjerm: Skjerm) -> str:
    """The records of a tree, inside one another."""
    return _skriv(visning.data())


def funn(funnene: Iterable[Finding], skjerm: Skjerm) -> str:
    """A list of findings, each with its place."""
    return _skriv(
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
            for f in funnene
        ]
    )


def _skriv(data: Data) -> str:
    # Escaped, a control character is still data; nothing else needs it.
    tekst = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return "".join(_escaped(tegn) if "\x7f" <= tegn <= "\x9f" else tegn for tegn in tekst) + "\n"


def _escaped(tegn: str) -> str:
    return f"\\u{ord(tegn):04x}"
