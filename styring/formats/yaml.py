"""For machines and for pasting into a data file: YAML that every reader reads the same."""

from __future__ import annotations

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


def _skriv(data: Data) -> str:
    import yaml

    # PyYAML puts quotes where YAML 1.1 would misread text, and YAML 1.2 reads that the same.
    tekst: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    return tekst
