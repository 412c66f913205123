"""Values as text that people read, and that cannot act on what shows it."""

import re
from datetime import date

from styring.model.fastord import Fastord
from styring.model.indikator import Tall
from styring.model.loepetid import Loepetid
from styring.model.oppdrag import Status
from styring.model.tid import Frist, Tidsrom
from styring.stand.utvikling import FraTil
from styring.tegn import escaped, kode, ufarlig
from styring.views.visning import IStedet, Verdi

PIL = " → "
INGEN = "–"
"""Between what a value was and what it is, and what stands there for none."""

_DATO = r"(\d{4})-(\d\d)-(\d\d)"


def kildetekst(tekst: str) -> str:
    """Text on one line in which every character is seen, for those who look for it."""
    return escaped(tekst, lambda ett: " " if ett in "\t\n" else kode(ett))


def vist(verdi: Verdi) -> str:
    """A value as people write it, on one line; empty for None."""
    match verdi:
        case None | False:
            return ""
        case True:
            return "ja"
        case Fastord():
            return verdi.navn
        case str():
            return ufarlig(verdi)
        case Frist():
            return _norsk(verdi.tekst)
        case Tidsrom():
            return _rom(verdi)
        case Loepetid():
            return verdi.norsk
        case date():
            return _norsk(verdi.isoformat())
        case FraTil():
            return PIL.join(vist(del_) or INGEN for del_ in (verdi.foer, verdi.naa))
        case tuple():
            return ufarlig(", ".join(verdi))
        case IStedet():
            return ufarlig(verdi.sagt)
        case _:
            return str(verdi)


def som_kode(verdi: Verdi) -> str:
    """A value as the data files write it, on one line: `under_arbeid`, `2023-05-31`."""
    match verdi:
        case Fastord():
            return verdi.value
        case IStedet():
            return Status.IKKE_RAPPORTERT.value
        case Frist():
            return verdi.tekst
        case Tidsrom():
            return f"{verdi.tid}/{verdi.til}" if verdi.til else verdi.tid.tekst
        case Loepetid():
            return verdi.frist.tekst if verdi.frist else "loepende" if verdi.loepende else ""
        case date():
            return verdi.isoformat()
        case Tall():
            return str(verdi.verdi)
        case FraTil():
            return PIL.join(som_kode(del_) or INGEN for del_ in (verdi.foer, verdi.naa))
        case _:
            return vist(verdi)


def _norsk(iso: str) -> str:
    """A day as Norwegians write it, 31.05.2023. Coarser times are as in the files."""
    form = re.fullmatch(_DATO, iso)
    return ".".join(reversed(form.groups())) if form else iso


def _rom(rom: Tidsrom) -> str:
    """From one time to another: `10.–12.09.2024`, `28.05. – 03.06.2024`, `2024-03 – 2024-05`."""
    fra, til = _norsk(rom.tid.tekst), _norsk(rom.til.tekst) if rom.til else None
    if til is None or fra == til:
        return fra
    if fra[0:4].isdecimal() or til[0:4].isdecimal():
        return f"{fra} – {til}"
    if fra[-7:] == til[-7:]:  # the same month
        return f"{fra[:-7]}–{til}"
    return f"{fra[:-4] if fra[-4:] == til[-4:] else fra} – {til}"
