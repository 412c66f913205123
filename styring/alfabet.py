"""The order of the Norwegian alphabet: æ, ø and å last, capital and small letters alike."""

import re
import unicodedata

# Behind z, in this order; ä and ö are sorted as the Norwegian letters they stand for.
_SIST = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def noekkel(tekst: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key. Numbers in the text go by size, accents as the bare letter, aa as å."""
    liten = unicodedata.normalize("NFC", tekst).casefold().replace("aa", "å").translate(_SIST)
    bar = "".join(t for t in unicodedata.normalize("NFD", liten) if not unicodedata.combining(t))
    deler = (del_ for del_ in re.split(r"(\d+)", bar) if del_)
    return tuple(_tall(del_) if del_.isdecimal() else (1, 0, del_) for del_ in deler)


def _tall(siffer: str) -> tuple[int, int, str]:
    """What numbers are sorted by, as text: Python refuses to count thousands of digits."""
    return 0, len(siffer.lstrip("0")), siffer.lstrip("0")
