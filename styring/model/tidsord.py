"""Times as people and spreadsheets write them, as the data files have them."""

import re
from datetime import date, timedelta

from styring.model.tid import DELER

MAANEDER = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
_ENGELSKE = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
"""As spreadsheets in English write them."""
_TALLORD = {"første": "1", "andre": "2", "annet": "2", "tredje": "3", "fjerde": "4"}

_AAR = r"[ ,./-]*(?P<aar>[1-9][0-9]{3}|'?[0-9]{2})?"
_DAG = r"(?P<dag>[0-9]{1,2})"
_DEL = rf"(?P<nr>[1-4]|{'|'.join(_TALLORD)})"
_FORMER = (
    # 31.12.2025, 31/12-25, 31.12.
    rf"{_DAG} ?[./-] ?(?P<maaned>[0-9]{{1,2}})(?: ?[./-] ?(?P<aar>[1-9][0-9]{{3}}|[0-9]{{2}})|\.)?",
    # 12.2025, 12/2025
    r"(?P<maaned>[0-9]{1,2}) ?[./-] ?(?P<aar>[1-9][0-9]{3})",
    # 2025-8, 2025-8-1, 2025/08/01
    rf"(?P<aar>[1-9][0-9]{{3}})[-/.](?P<maaned>[0-9]{{1,2}})(?:[-/.]{_DAG})?",
    # 31. desember 2025, des. 2025, and what a spreadsheet makes of 2026-08: aug.26
    rf"(?:{_DAG}[ .-]*)?(?P<ord>[a-z]{{3,9}})\.?{_AAR}",
    # August 31, 2025
    rf"(?P<ord>[a-z]{{3,9}})\.? {_DAG},? (?P<aar>[1-9][0-9]{{3}})",
    # 2. tertial 2025, fjerde kvartal, 1. halvår 2025
    rf"{_DEL}\.? ?(?P<slag>kvartal|tertial|halv(?:å|aa)r){_AAR}",
    # T2, K4 2025, 2025 T2, H1 2025
    rf"(?P<slag>[hkt])(?P<nr>[1-4]){_AAR}",
    r"(?P<aar>[1-9][0-9]{3})[ /-]*(?P<slag>[hkt])(?P<nr>[1-4])",
)

_MED_KODE = re.compile(r"([^()]*[^()\s])\s?\(([^()]+)\)")
_SKRAA = re.compile("(?P<foerst>[0-9]{1,2})/(?P<nest>[0-9]{1,2})/(?P<aar>[1-9][0-9]{3}|[0-9]{2})")
"""A day as spreadsheets in English write it too, but with the month first."""
_DAG_NULL, _TIL_2000 = date(1899, 12, 30), 36525
"""What spreadsheets count days from, and how many there are to the first of this century."""


def som_i_fil(tekst: str, aar: int | None = None) -> str:
    """A day or a deadline as the data files write it; text that is none comes back as it is.

    What has no year is of `aar`, and a year of two digits is of its century. Without one only what
    says its whole year is read, and that has one reading.
    """
    if lesninger(tekst):
        return tekst
    ren = re.sub(r"[ t]00:00(:00([.,]0+)?)?z?$", "", " ".join(tekst.lower().split()))
    if (skraa := _SKRAA.fullmatch(ren)) and int(skraa["nest"]) > len(MAANEDER):
        ren = f"{skraa['nest']}/{skraa['foerst']}/{skraa['aar']}"
    if (to := med_kode(ren)) and re.match("[1-9][0-9]{3}", kode := som_i_fil(to[1])):
        return kode if som_i_fil(to[0], int(kode[:4])) == kode else tekst
    for form in _FORMER:
        if (funnet := re.fullmatch(form, ren)) and (lest := _lest(funnet.groupdict(), aar)):
            return lest
    return tekst


def med_kode(tekst: str) -> tuple[str, str] | None:
    """The words and the code of a time as headings have both: «1. tertial 2026 (2026-T1)»."""
    funnet = _MED_KODE.fullmatch(tekst.strip())
    return None if funnet is None else (funnet[1], funnet[2])


def lesninger(tekst: str) -> tuple[str, str] | None:
    """The two days that text can be, here and in English; None when it is not two."""
    skraa = _SKRAA.fullmatch(tekst.strip())
    if skraa is None:
        return None
    en, to = int(skraa["foerst"]), int(skraa["nest"])
    if en == to or not 1 <= min(en, to) <= max(en, to) <= len(MAANEDER):
        return None
    return f"{en:02}.{to:02}.{skraa['aar']}", f"{to:02}.{en:02}.{skraa['aar']}"


def dagnummer(tekst: str) -> date | None:
    """The day of this century that a number is where a spreadsheet shows days as numbers."""
    nummer = int(tekst) if re.fullmatch("[1-9][0-9]{4}", tekst.strip()) else 0
    return _DAG_NULL + timedelta(nummer) if nummer > _TIL_2000 else None


def _lest(deler: dict[str, str | None], aar: int | None) -> str | None:
    sagt = (deler.get("aar") or "").lstrip("'")
    if len(sagt) < 4 and aar is None:
        return None
    aaret = sagt if len(sagt) == 4 else f"{(aar or 0) // 100}{sagt}" if sagt else str(aar)
    if slag := deler.get("slag"):
        bokstav, nr = slag[0].upper(), deler["nr"] or ""
        nummer = _TALLORD.get(nr, nr)
        return f"{aaret}-{bokstav}{nummer}" if int(nummer) <= DELER[bokstav][0] else None
    maaned = deler.get("maaned") or _maaned(deler.get("ord") or "")
    if maaned is None:
        return None
    dag = deler.get("dag")
    return f"{aaret}-{maaned:0>2}-{dag:0>2}" if dag else f"{aaret}-{maaned:0>2}"


def _maaned(ord_: str) -> str | None:
    """The number of the month that a word is the name of, or begins the name of."""
    navnene = enumerate(zip(MAANEDER, _ENGELSKE, strict=True), 1)
    return next((str(n) for n, navn in navnene if any(en.startswith(ord_) for en in navn)), None)
