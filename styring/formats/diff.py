"""What a change does to the text of files, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from itertools import takewhile

from styring.formats.skjerm import Skjerm
from styring.formats.tekstform import ufarlig

_RUNDT = 3
"""How many lines around a change are shown."""
_FARGER = {"+": "32", "-": "31", "@": "36"}


def diff(filer: Iterable[tuple[str, str, str]], skjerm: Skjerm) -> str:
    """Each file's name, and its lines that differ from before to after, as a unified diff."""
    return "".join(
        f"{_malt(linje, skjerm)}\n"
        for navn, foer, etter in filer
        for linje in _en(navn, foer.splitlines(keepends=True), etter.splitlines(keepends=True))
    )


def _en(navn: str, foer: list[str], etter: list[str]) -> Iterator[str]:
    # Only what is between the first and the last change is compared: files are long.
    felles = min(_like(foer, etter), len(foer), len(etter))
    rest = min(len(foer), len(etter)) - felles
    bak = min(_like(reversed(foer), reversed(etter)), rest)
    fra = max(0, felles - _RUNDT)
    a, b = (linjer[fra : len(linjer) - max(0, bak - _RUNDT)] for linjer in (foer, etter))
    yield f"--- {ufarlig(navn)}"
    yield f"+++ {ufarlig(navn)}"
    for linje in list(unified_diff(a, b, n=_RUNDT, lineterm=""))[2:]:
        if linje.startswith("@@"):
            yield re.sub(r"(?<=[-+])\d+", lambda tall: str(int(tall[0]) + fra), linje)
        else:
            yield linje[0] + ufarlig(linje[1:].rstrip("\r\n"))
            if not linje.endswith(("\n", "\r")):
                yield "\\ uten linjeskift til slutt"


def _like(ene: Iterable[str], andre: Iterable[str]) -> int:
    """How many lines are the same from the beginning."""
    par = zip(ene, andre, strict=False)
    return sum(1 for _ in takewhile(lambda to: to[0] == to[1], par))


def _malt(linje: str, skjerm: Skjerm) -> str:
    er_navn = linje.startswith(("--- ", "+++ "))
    farge = "1" if er_navn else _FARGER.get(linje[:1])
    return f"\x1b[{farge}m{linje}\x1b[0m" if skjerm.farge and farge else linje
