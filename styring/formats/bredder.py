"""How wide each column of a table gets, so that the table fits."""

from collections.abc import Sequence
from typing import NamedTuple

LANG = 22
"""How narrow running text gets at first: «innovasjonsnettverket» still fits on a line."""
LESBART = 15
"""How narrow running text gets before it is left out, where it may be."""
KNAPT = 10
"""How narrow it gets when that is not enough."""
_KNAPPEST = 6
"""How narrow it gets before what is short is broken."""
KORT = 13
"""What is no longer is short: a day, an id, a status, the code of a sector."""


class Bredde(NamedTuple):
    """What a column would like, what it needs so that no word breaks, and what it holds."""

    helst: int
    ord: int
    er_lang: bool


def fordel(kolonner: Sequence[Bredde], plass: int) -> list[int]:
    """A width for each column; together at most `plass`, if each is to have one character.

    Running text gives way first, then what else can be broken between words, then running text
    again. Then words are broken: of running text, then those that are long, at last those that
    are short.
    """
    bredder = [maal.helst for maal in kolonner]
    runder: tuple[list[int], ...] = (
        [min(m.helst, LANG) if m.er_lang else m.helst for m in kolonner],
        [min(m.helst, LANG if m.er_lang else m.ord) for m in kolonner],
        [min(m.helst, m.ord, KNAPT if m.er_lang else m.ord) for m in kolonner],
        [min(m.ord, _KNAPPEST if m.er_lang else KORT) for m in kolonner],
        [1 if n else m.ord for n, m in enumerate(kolonner)],  # but the id, which is looked for
        [1 for _ in kolonner],
    )
    for minst in runder:
        while sum(bredder) > plass:
            nummer = max(range(len(bredder)), key=lambda n: (bredder[n] > minst[n], bredder[n]))
            if bredder[nummer] <= minst[nummer]:
                break
            bredder[nummer] -= 1
    return bredder
