"""How documents say things in running text."""

from __future__ import annotations

from collections.abc import Iterable


def liste(ord_: Iterable[str]) -> str:
    """Words one after another: «a», «a og b», «a, b og c»."""
    *foerst, sist = [*ord_] or [""]
    return f"{', '.join(foerst)} og {sist}" if foerst else sist
