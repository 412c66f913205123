"""Text without what the public may not have: addresses, telephone numbers, and some ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Any

from styring.register.innhold import Register

UTELATT = "[utelatt]"
"""What stands there instead."""

_TEGN = r"[\w.!#$%&'*+/=?^`{|}~-]"
_EPOST = rf"(?<!{_TEGN}){_TEGN}+@[\w-]+(?:\.[\w-]+)+"
_BINDESTREK = "[-\u2010\u2011\u2012\u2013]"
Spenn = tuple[int, int]


class Sladding:
    """Finds e-mail addresses, the telephone numbers of contacts however spaced, and given ids."""

    def __init__(self, register: Register, ider: Iterable[str] = ()) -> None:
        """Of the contacts of a register; an id hides those of its oppgaver as well."""
        self._numre = {nr for telefon in _telefoner(register) if (nr := _siffer(telefon))}
        moenstre = [_EPOST]
        if lengst_foerst := sorted(ider, key=lambda id_: (-len(id_), id_)):
            like = (re.escape(id_).replace(r"\-", _BINDESTREK) for id_ in lengst_foerst)
            moenstre.append(rf"(?<!\w)(?:{'|'.join(like)})(?:\.\d+)*(?!\w)")
        # Only looked at, for the number may begin further on: «i 2025 9006 0938».
        for lengde in sorted({*map(len, self._numre)}, reverse=True):
            nummer = rf"[0-9](?:\W{{0,3}}[0-9]){{{lengde - 1}}}(?![0-9])"
            moenstre.append(rf"(?<![0-9])(?=((?:(?:\+|00)\W{{0,2}}47\W{{0,3}})?{nummer}))")
        self._moenster = re.compile("|".join(moenstre), re.IGNORECASE)

    def funn(self, tekst: str) -> Iterator[Spenn]:
        """Where something stands that is to be left out, from the first to the last."""
        slutt = 0
        for funn in self._moenster.finditer(tekst):
            fra, til = funn.span(funn.lastindex or 0)
            if funn.lastindex and _siffer(funn[funn.lastindex]) not in self._numre:
                continue
            if fra >= slutt:
                yield fra, til
                slutt = til

    def uten(self, verdi: Any) -> Any:
        """A text, a record or a tuple of them, without what is to be left out; else itself."""
        if type(verdi) is str:
            return self._tekst(verdi)
        if type(verdi) is tuple:
            deler = tuple(map(self.uten, verdi))
            er_lik = all(ny is gammel for ny, gammel in zip(deler, verdi, strict=True))
            return verdi if er_lik else deler
        if not is_dataclass(verdi):
            return verdi
        klasse: Any = type(verdi)
        navnene, hent = _felt(klasse)
        endret = {
            navn: ny
            for navn, gammel in zip(navnene, hent(verdi), strict=True)
            if gammel and (ny := self.uten(gammel)) is not gammel
        }
        post: Any = verdi
        return replace(post, **endret) if endret else post

    def _tekst(self, tekst: str) -> str:
        ut, slutt = "", 0
        for fra, til in self.funn(tekst):
            ut, slutt = f"{ut}{tekst[slutt:fra]}{UTELATT}", til
        return ut + tekst[slutt:] if slutt else tekst


def _telefoner(register: Register) -> Iterator[str]:
    """Those of all contacts, also of those that have a fault."""
    for fil in register.filer:
        skrevet = fil.dokument.value
        kontakter = skrevet.get("kontakter") if isinstance(skrevet, dict) else None
        for kontakt in kontakter if isinstance(kontakter, list) else ():
            if isinstance(kontakt, dict):
                yield str(kontakt.get("telefon") or "")


def _siffer(telefon: str) -> str:
    """The digits of a telephone number, without Norway's own code."""
    return re.sub(r"^(?:00)?47(?=[0-9]{8}$)", "", re.sub(r"[^0-9]", "", telefon))


@cache
def _felt(klasse: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of a record's fields, its own id and `egne` apart, and what gives them."""
    navn = tuple(felt.name for felt in fields(klasse) if felt.name not in ("id", "egne"))
    return navn, attrgetter(*navn) if len(navn) > 1 else lambda post: (getattr(post, navn[0]),)
