"""How documents say things in running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from styring.mente import ramse
from styring.model.aarshjul import Hendelse
from styring.model.tid import Frist, Tidsrom
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Deloppgave
from styring.views.tidsform import med_ord

_ORD = {
    "oppdrag": ("oppdrag", "oppdrag"),
    "vedtak": ("vedtak", "vedtak"),
    "oppgave": ("oppgave", "oppgaver"),
    "hendelse": ("hendelse", "hendelser"),
}


def antall(poster: Iterable[Oppfulgt | Deloppgave | Hendelse]) -> str:
    """How many there are of each kind: «2 oppdrag og 1 vedtak»; empty when there are none."""
    slagene = (en.oppgave if isinstance(en, Deloppgave) else en for en in poster)
    return antallet(Counter(type(en).__name__.lower() for en in slagene))


def antallet(telt: Mapping[str, int]) -> str:
    """The same, of what is counted by the name of its class."""
    return ramse(
        f"{telt[slag]} {en if telt[slag] == 1 else flere}"
        for slag, (en, flere) in _ORD.items()
        if telt.get(slag)
    )


def naar(frist: Frist | None) -> str:
    """A time in words: «5. juni 2023», «2. tertial 2023»; empty when there is none."""
    return med_ord(Tidsrom(frist)) if frist else ""


def i_tiden(frist: Frist) -> str:
    """When it comes, within a sentence: «5. juni 2023», «i 2. tertial 2023»."""
    return f"{'i ' if frist.foerste_dag < frist.siste_dag else ''}{naar(frist)}"
