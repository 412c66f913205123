"""How documents say things in running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from styring.model.oppdrag import Oppdrag
from styring.model.tid import Frist, Tidsrom
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Deloppgave
from styring.views.tidsform import med_ord


def liste(ord_: Iterable[str]) -> str:
    """Words one after another: «a», «a og b», «a, b og c»."""
    *foerst, sist = [*ord_] or [""]
    return f"{', '.join(foerst)} og {sist}" if foerst else sist


def antall(poster: Iterable[Oppfulgt | Deloppgave]) -> str:
    """How many there are of each kind: «2 oppdrag og 1 vedtak»; empty when there are none."""
    telt = Counter(_slag(post) for post in poster)
    oppgaver = "oppgave" if telt["oppgave"] == 1 else "oppgaver"
    ordene = {"oppdrag": "oppdrag", "vedtak": "vedtak", "oppgave": oppgaver}
    return liste(f"{telt[slag]} {ord_}" for slag, ord_ in ordene.items() if telt[slag])


def _slag(post: Oppfulgt | Deloppgave) -> str:
    if isinstance(post, Deloppgave):
        return "oppgave"
    return "oppdrag" if isinstance(post, Oppdrag) else "vedtak"


def naar(frist: Frist | None) -> str:
    """A time in words: «5. juni 2023», «2. tertial 2023»; empty when there is none."""
    return med_ord(Tidsrom(frist)) if frist else ""


def i_tiden(frist: Frist) -> str:
    """When it comes, within a sentence: «5. juni 2023», «i 2. tertial 2023»."""
    return f"{'i ' if frist.foerste_dag < frist.siste_dag else ''}{naar(frist)}"
