"""How documents say things in running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from styring.mente import opptalt
from styring.model.aarshjul import Hendelse
from styring.model.fulgt import Fulgt
from styring.model.tid import Frist, Tidsrom
from styring.slag import SLAG, slag_til
from styring.views.tidsform import med_ord


def antall(poster: Iterable[Fulgt | Hendelse]) -> str:
    """How many there are of each kind: «2 oppdrag og 1 vedtak»; empty when there are none."""
    return antallet(Counter(slag_til(en).navn for en in poster))


def antallet(telt: Mapping[str, int]) -> str:
    """The same, of what is counted by what it is called."""
    slagene = (slag for slag in SLAG if telt.get(slag.navn) and slag.kan_unntas)
    return opptalt(telt, {slag.navn: (slag.entall, slag.flere) for slag in slagene})


def naar(frist: Frist | None) -> str:
    """A time in words: «5. juni 2023», «2. tertial 2023»; empty when there is none."""
    return med_ord(Tidsrom(frist)) if frist else ""


def i_tiden(frist: Frist) -> str:
    """When it comes, within a sentence: «5. juni 2023», «i 2. tertial 2023»."""
    return f"{'i ' if frist.foerste_dag < frist.siste_dag else ''}{naar(frist)}"
