"""How documents say things in running text."""

from __future__ import annotations

from collections.abc import Iterable

from styring.model.tid import Frist, Tidsrom
from styring.views.tidsform import med_ord


def liste(ord_: Iterable[str]) -> str:
    """Words one after another: «a», «a og b», «a, b og c»."""
    *foerst, sist = [*ord_] or [""]
    return f"{', '.join(foerst)} og {sist}" if foerst else sist


def naar(frist: Frist | None) -> str:
    """A time in words: «5. juni 2023», «2. tertial 2023»; empty when there is none."""
    return med_ord(Tidsrom(frist)) if frist else ""
