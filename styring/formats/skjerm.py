"""What the text is for: a terminal of a width, or a pipe or file."""

from __future__ import annotations

from typing import NamedTuple


class Skjerm(NamedTuple):
    """Where text goes. `bredde` is None where lines may be as long as they are."""

    bredde: int | None = None
    farge: bool = False

    def malt(self, tekst: str, farge: str | None) -> str:
        """Text in a colour, by its number (ECMA-48), where there are colours."""
        return f"\x1b[{farge}m{tekst}\x1b[0m" if self.farge and farge else tekst


ROER = Skjerm()
"""A pipe: whole lines, no colour."""
