"""The words there are: which one a person meant, and how they are told."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

Bindeord = Literal["og", "eller"]
K = TypeVar("K")
T = TypeVar("T", bound=str)


def smaa(tekst: str) -> str:
    """A text without case, each letter in one form."""
    return unicodedata.normalize("NFC", tekst).casefold()


def jevn(tekst: str) -> str:
    """A text without what nobody reads as a difference: case and white space."""
    return " ".join(smaa(tekst).split())


def ascii_form(ord_: str) -> str:
    """A word as identifiers have it: `Årshjul` is `aarshjul`, «rød tråd» is `roedtraad`."""
    liten = smaa(ord_).replace("å", "aa").replace("ø", "oe").replace("æ", "ae")
    return re.sub(r"\s+", "", liten)


def flat(ord_: str) -> str:
    """A word without what people write differently: case, å or aa, hyphen, space, underscore."""
    return re.sub(r"[-_]", "", ascii_form(ord_))


def som_lest(ord_: str) -> str:
    """A word as people read it: «grønn» for `groenn`, where it has a name of its own."""
    return getattr(ord_, "navn", ord_)


def valgt(ord_: str, finnes: Iterable[T]) -> T | None:
    """The one of some words that a word is, as files have it or as people read it."""
    return next((en for en in finnes if flat(ord_) in (flat(som_lest(en)), flat(en))), None)


def nearest(ord_: str, finnes: Iterable[str], n: int = 1) -> list[str]:
    """At most n of the words there are that are like this one, the nearest first."""
    from difflib import get_close_matches

    etter = {flat(annet): annet for annet in sorted(finnes)}
    # .65: one letter wrong in three is near, half the letters are not
    return [etter[naer] for naer in get_close_matches(flat(ord_[:99]), etter, n, 0.65)]


def ramse(ordene: Iterable[str], bindeord: Bindeord = "og", *, flest: int | None = None) -> str:
    """Words one after another: «a», «a og b», «a, b og c», «a, b og 4 til» when `flest` is 2."""
    alle = list(ordene)
    if flest is not None and len(alle) > flest:
        return f"{', '.join(alle[:flest])} og {len(alle) - flest} til"
    return f" {bindeord} ".join(filter(None, (", ".join(alle[:-1]), *alle[-1:])))


def kortet(tekst: str, lengde: int = 40) -> str:
    """A text, or as much of it as there is room for with «…» behind."""
    return tekst if len(tekst) <= lengde else f"{tekst[: lengde - 1]}…"


def telt(antall: int, en: str, flere: str) -> str:
    """How many there are: «1 sted», «3 steder»."""
    return f"{antall} {en if antall == 1 else flere}"


def opptalt(antall: Mapping[K, int], ordene: Mapping[K, tuple[str, str]]) -> str:
    """How many there are of each, called by one and by several: «2 oppdrag og 1 oppgave»."""
    return ramse(telt(antall[hva], *ord_) for hva, ord_ in ordene.items() if antall.get(hva))


def mente(
    ord_: str,
    finnes: Iterable[str],
    alle_er: str | None = None,
    bindeord: Bindeord = "og",
) -> str | None:
    """«Mente du «X»?», and behind it all the words there are when `alle_er` says how to say it.

    A status and the like are said as people read them. None when no word is near and they are not
    to be listed.
    """
    finnes = [som_lest(annet) for annet in finnes]
    likest = nearest(ord_, finnes)
    deler = [f"Mente du «{likest[0]}»?"] if likest else []
    if alle_er and finnes:
        deler.append(f"{alle_er} {ramse(finnes, bindeord)}.")
    return " ".join(deler) or None
