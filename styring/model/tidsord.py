"""Times as people and spreadsheets write them, as the data files have them."""

from __future__ import annotations

import re

MAANEDER = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
_TALLORD = {"første": "1", "andre": "2", "tredje": "3", "fjerde": "4"}

_AAR = r"[ ,./-]*(?P<aar>[1-9][0-9]{3}|'?[0-9]{2})?"
_DAG = r"(?P<dag>[0-9]{1,2})"
_DEL = rf"(?P<nr>[1-4]|{'|'.join(_TALLORD)})"
_FORMER = (
    # 31.12.2025, 31/12-25, 31.12.
    rf"{_DAG} ?[./-] ?(?P<maaned>[0-9]{{1,2}})(?: ?[./-] ?(?P<aar>[1-9][0-9]{{3}}|[0-9]{{2}})|\.)?",
    # 12.2025, 12/2025
    r"(?P<maaned>[0-9]{1,2}) ?[./-] ?(?P<aar>[1-9][0-9]{3})",
    # 2025-8, 2025-8-1
    rf"(?P<aar>[1-9][0-9]{{3}})-(?P<maaned>[0-9]{{1,2}})(?:-{_DAG})?",
    # 31. desember 2025, des. 2025, and what a spreadsheet makes of 2026-08: aug.26
    rf"(?:{_DAG}[ .-]*)?(?P<ord>[a-z]{{3,9}})\.?{_AAR}",
    # 2. tertial 2025, fjerde kvartal
    rf"{_DEL}\.? ?(?P<slag>kvartal|tertial){_AAR}",
    # T2, K4 2025, 2025 T2
    rf"(?P<slag>[kt])(?P<nr>[1-4]){_AAR}",
    r"(?P<aar>[1-9][0-9]{3})[ /-]*(?P<slag>[kt])(?P<nr>[1-4])",
)


def som_i_fil(tekst: str, aar: int | None = None) -> str:
    """A day or a deadline as the data files write it; text that is none comes back as it is.

    What has no year is of `aar`, and a year of two digits is of its century. Without one only what
    says its whole year is read, and that has one reading.
    """
    ren = re.sub("[ t]00:00(:00)?$", "", " ".join(tekst.lower().split()))
    for form in _FORMER:
        if (funnet := re.fullmatch(form, ren)) and (lest := _lest(funnet.groupdict(), aar)):
            return lest
    return tekst


def _lest(deler: dict[str, str | None], aar: int | None) -> str | None:
    sagt = (deler.get("aar") or "").lstrip("'")
    if len(sagt) < 4 and aar is None:
        return None
    aaret = sagt if len(sagt) == 4 else f"{(aar or 0) // 100}{sagt}" if sagt else str(aar)
    if slag := deler.get("slag"):
        nummer = _TALLORD.get(deler["nr"] or "", deler["nr"])
        return None if slag[0] == "t" and nummer == "4" else f"{aaret}-{slag[0].upper()}{nummer}"
    maaned = deler.get("maaned") or _maaned(deler.get("ord") or "")
    if maaned is None:
        return None
    dag = deler.get("dag")
    return f"{aaret}-{maaned:0>2}-{dag:0>2}" if dag else f"{aaret}-{maaned:0>2}"


def _maaned(ord_: str) -> str | None:
    """The number of the month that a word is the name of, or begins the name of."""
    return next((str(n) for n, navn in enumerate(MAANEDER, 1) if navn.startswith(ord_)), None)
