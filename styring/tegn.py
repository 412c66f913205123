"""The characters that are no plain text: how each class is shown, and if it may stand in a text."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from styring.finding import Alvor

UKJENT = "□"
"""Stands for a sign that nobody can show."""
TAPT = "\ufffd"
"""Stands where text was read in a wrong encoding, and a letter was lost."""
_BLANK = "\u2800"
"""A sign of Braille without dots, which looks like a space."""

_FRA_WORD = dict(
    zip(
        "\uf0b7\uf0a7\uf0a8\uf0d8\uf076\uf0fc\uf0e0\uf0df\uf0fe\uf0a3\uf06f\uf02d\uf04a\uf04c\uf0b0\uf0b1\uf0b3",
        "•▪▫➢❖✓→←☑☐☐–☺☹°±≥",
        strict=True,
    )
)
"""What Word's places in the fonts Symbol and Wingdings mean, which pasted text is left with."""


def kode(tegn: str) -> str:
    r"""A character spelled out: `\x1b`, `\u202e`, `\U0001f4a1`."""
    nummer = ord(tegn)
    if nummer < 0x100:
        return f"\\x{nummer:02x}"
    return f"\\u{nummer:04x}" if nummer < 0x10000 else f"\\U{nummer:08x}"


def _mellomrom(_: str) -> str:
    return " "


def _ingenting(_: str) -> str:
    return ""


class Tegnslag(NamedTuple):
    """A class of characters."""

    navn: str
    """What one of them is called."""
    moenster: str
    """A regular expression for one, without groups."""
    vist: Callable[[str], str]
    """What people are shown in its place: in titles, lists, documents and calendars."""
    alvor: Alvor | None = None
    """How wrong it is in a data file; None: not at all."""
    rettet: Callable[[str], str] | None = None
    """What takes its place when the file is put right; None: that is for people to say."""


# A joiner, a variation selector or a tag is a part of the sign it stands behind, in emoji and in
# scripts that join their letters (UTS 51, UAX 31). Behind a Latin letter or a space it is refuse.
_UTEN_FORM = (
    "\x80-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u206f\u3164\ud800-\uf8ff"
    "\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff"
)
_SAMMENBINDER = (
    f"(?<=[^\0-\u024f{_UTEN_FORM}])[\u200c\u200d](?=[^\0-\u024f{_UTEN_FORM}\ufe00-\ufe0f])"
)
_VARIANT = (
    f"(?<=[^\0-\x22\x24-\x29\x2b-\x2f\x3a-\x7f{_UTEN_FORM}\ufe00-\ufe0f])"
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_FLAGG = "(?<=[\U0001f3f4\U000e0021-\U000e007e])[\U000e0021-\U000e007f]"
_SKJULTE_BOKSTAVER = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
)
"""Letters and marks by their category, and so printable to Python."""
_SKJULT = re.compile(f"[{_SKJULTE_BOKSTAVER}{_BLANK}{TAPT}]")
_IKKE_TEGN = "".join(
    f"{chr(plan + 0xFFFE)}{chr(plan + 0xFFFF)}" for plan in range(0, 0x110000, 0x10000)
)

TABELL = (
    Tegnslag("linjeskiftet", "[\t\n\u2028\u2029]", _mellomrom),
    Tegnslag("styretegnet", "[\x0b-\r\x1c-\x1f\x85]", _mellomrom, Alvor.FEIL),
    Tegnslag("styretegnet", "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]", kode, Alvor.FEIL),
    Tegnslag("styretegnet", "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", kode, Alvor.FEIL),
    Tegnslag(
        "det usynlige tegnet",
        f"(?!{_SAMMENBINDER}|{_VARIANT}|{_FLAGG})"
        f"[{_SKJULTE_BOKSTAVER}\xad\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb"
        "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]",
        _ingenting,
        Alvor.ADVARSEL,
        _ingenting,
    ),
    Tegnslag("det usynlige tegnet", _BLANK, _mellomrom, Alvor.ADVARSEL, _mellomrom),
    Tegnslag("tegnet for en tapt bokstav,", TAPT, str, Alvor.ADVARSEL),
    Tegnslag(
        "det private tegnet",
        "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]",
        lambda tegn: _FRA_WORD.get(tegn, UKJENT),
        Alvor.ADVARSEL,
        lambda tegn: _FRA_WORD.get(tegn, ""),
    ),
    Tegnslag(
        "tegnet som ikke er noe tegn,",
        f"[\ud800-\udfff\ufdd0-\ufdef{_IKKE_TEGN}]",
        kode,
        Alvor.FEIL,
    ),
)
"""All of them. What is in none, letters newer than this Python's tables too, is text as it is."""


@cache
def _ett() -> re.Pattern[str]:
    return re.compile("|".join(f"({slag.moenster})" for slag in TABELL))


def er_ren(tekst: str) -> bool:
    """No character of a text can be in the table, which takes little time to see.

    Python counts letters and marks as printable, also those that nothing is to be seen of.
    """
    return tekst.isprintable() and (tekst.isascii() or not _SKJULT.search(tekst))


def escaped(tekst: str, escape: Callable[[str], str]) -> str:
    """Text with an escape for each character that is in the table."""
    return tekst if er_ren(tekst) else _ett().sub(lambda funn: escape(funn[0]), tekst)


def ufarlig(tekst: str) -> str:
    """Text on one line as people are shown it, in which no character acts."""
    return _erstattet(tekst, lambda slag, tegn: slag.vist(tegn))


def rettet(tekst: str) -> str:
    """Text without what has one right answer."""
    return _erstattet(tekst, lambda slag, tegn: slag.rettet(tegn) if slag.rettet else tegn)


def _erstattet(tekst: str, med: Callable[[Tegnslag, str], str]) -> str:
    """Text with something else for what is in the table, also for what comes to be by that."""
    while not er_ren(tekst):
        foer, tekst = tekst, _ett().sub(lambda funn: med(_slag(funn), funn[0]), tekst)
        if tekst == foer:
            break
    return tekst


def i_teksten(tekst: str) -> Iterator[tuple[str, Tegnslag]]:
    """The characters of a text that are in the table, each with its class, in their order."""
    if not er_ren(tekst):
        yield from ((funn[0], _slag(funn)) for funn in _ett().finditer(tekst))


def _slag(funn: re.Match[str]) -> Tegnslag:
    return TABELL[(funn.lastindex or 1) - 1]
