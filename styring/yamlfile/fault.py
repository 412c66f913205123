"""What is wrong with a text as YAML, and where."""

import re
from typing import NamedTuple

# What YAML 1.2 §5.1 does not count as printable, and what is misread.
FORBIDDEN = (
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


class Fault(NamedTuple):
    """What is wrong with the text as YAML, between two offsets in it."""

    kode: str
    melding: str
    start: int
    end: int
    raad: str | None = None


EMPTY = Fault("YAML007", "filen er tom", 0, 0, "Fyll den ut, eller slett den om den ikke trengs.")


def character_fault(text: str) -> Fault:
    """The fault of a text with a character that YAML does not take."""
    found = re.search(FORBIDDEN, text)
    start = found.start() if found else 0
    raad = "Slett tegnet; det er usynlig i de fleste redigeringsprogrammer."
    hva = "styretegnet" if text[start] < "\xa0" else "tegnet"
    melding = f"{hva} U+{ord(text[start]):04X} kan ikke stå i en YAML-fil"
    return Fault("YAML001", melding, start, start + 1, raad)
