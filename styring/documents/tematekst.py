"""The themes of a year, as documents tell of them."""

from typing import NamedTuple

from styring.model.lenke import Lenke
from styring.register.innhold import Register
from styring.slag import TEMA


class Tematekst(NamedTuple):
    """A theme, with what is done centrally and what is expected of leaders."""

    tittel: str
    om: str
    sentralt: tuple[str, ...]
    forventet: tuple[str, ...]
    lenker: tuple[Lenke, ...]


def temaene(register: Register, aar: int) -> tuple[Tematekst, ...]:
    """Those of a year, in the order of the files."""
    return tuple(
        Tematekst(tema.tittel, tema.om or "", tema.sentralt, tema.forventet, tema.lenker)
        for tema in register.poster(TEMA)
        if tema.er_i(aar)
    )
