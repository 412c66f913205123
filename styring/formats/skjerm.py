"""What the text is for: a terminal of a width, or a pipe or file."""

from __future__ import annotations

from typing import NamedTuple


class Skjerm(NamedTuple):
    """Where text goes. `bredde` is None where lines may be as long as they are."""

    bredde: int | None = None
    farge: bool = False


ROER = Skjerm()
"""A pipe: whole lines, no colour."""
