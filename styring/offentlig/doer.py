"""What of a register is for all to see, as a register of its own type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from styring.model.aarshjul import Hendelse
from styring.model.post import Utad
from styring.model.tid import Frist
from styring.model.unntatt import er_unntatt
from styring.model.vedtak import Oppfulgt, Vedtak
from styring.offentlig.sladding import UTELATT, Sladding
from styring.register.datafil import Datafil
from styring.register.innhold import Register
from styring.stand.utsnitt import utsnitt
from styring.yamlfile.read import unread


@dataclass(frozen=True, eq=False)
class OffentligRegister(Register):
    """A register that is for all to see, and holds nothing that is not: no text of a file either.

    Only this module makes one, so what takes it can let all of it out.
    """

    unntatt: Mapping[str, int] = field(kw_only=True)
    """How many of each class of records are kept from the public, and are not in it."""


def offentlig(register: Register) -> OffentligRegister:
    """What of a whole register is for all to see, as it stands."""
    return _sluppet_ut(register)


def offentlig_da(
    register: Register, aar: int, dag: date, koder: Collection[str] = frozenset()
) -> OffentligRegister:
    """What was followed up in a year, as it was on a day, of some sectors, when any are given."""
    return _sluppet_ut(utsnitt(register, aar, dag, koder))


def _sluppet_ut(register: Register) -> OffentligRegister:
    """What of it is for all to see. What is kept back anywhere, in the whole of it, is nowhere."""
    doer = _Doer(register.utsnitt_av or register)
    # Of what is read for the whole file, its text and what is wrong with it, nothing comes along.
    filer = tuple(
        Datafil(Path(f"{fil.slag.navn}.yaml"), fil.slag, unread(fil.slag.navn), innhold)
        for fil in register.filer
        if (innhold := doer.ut(fil.innhold)) is not None
    )
    return OffentligRegister(register.mappe, filer, (), unntatt=doer.unntatt)


class _Doer:
    """Lets out of records what their classes say is for all, and of texts what nobody hides."""

    def __init__(self, register: Register) -> None:
        alle = (*register.oppfulgte, *register.hendelser)
        skjulte = [post for post in alle if er_unntatt(post)]
        self._skjulte = {(type(post), post.id.lower()) for post in skjulte}
        self._sladding = Sladding(register, _hemmelige(register, skjulte))
        self._bare_folk = Sladding(register)
        self._oppdrag = {
            id_: self._bare_folk.uten(oppdrag.id)
            for id_, oppdrag in register.oppdrag_etter_id.items()
            if (type(oppdrag), id_) not in self._skjulte
        }
        self.unntatt: Counter[str] = Counter()

    def ut(self, verdi: Any) -> Any:
        """What goes out of a value that is for all; None for what is `unntatt`, which is counted.

        Raises TypeError for a value of a kind that nobody has thought of.
        """
        if type(verdi) is str:
            return self._sladding.uten(verdi)
        if type(verdi) is tuple:
            return tuple(ut for del_ in verdi if (ut := self.ut(del_)) is not None)
        if verdi is None or isinstance(verdi, int | float | date | Enum | Frist):
            return verdi
        if not is_dataclass(verdi):
            raise TypeError(f"{type(verdi).__name__} has no way out")
        # Where an id is given twice, who is to know that the other is not the same?
        if er_unntatt(verdi) or (type(verdi), getattr(verdi, "id", "").lower()) in self._skjulte:
            self.unntatt[type(verdi).__name__.lower()] += 1
            return None
        return self._post(verdi)

    def _post(self, post: Any) -> Any:
        # Made without being checked: it was, and a field is no longer as its form asks it to be.
        klasse: Any = type(post)
        ny = object.__new__(klasse)
        for navn, er_ute, ellers in _felt(klasse):
            verdi = getattr(post, navn) if er_ute else ellers
            if navn in _EGEN_ID and verdi is not None:
                verdi = self._bare_folk.uten(verdi)
            elif er_ute and verdi:
                verdi = self.ut(verdi)
            if navn == "oppdrag" and isinstance(post, Vedtak):
                ider = (self._oppdrag.get(id_.lower()) for id_ in post.oppdrag)
                verdi = tuple(filter(None, ider))
            object.__setattr__(ny, navn, verdi)
        return ny


_EGEN_ID = ("id", "kode")
"""What a record is known by; that of another may be the same where it is given twice."""


@cache
def _felt(klasse: Any) -> tuple[tuple[str, bool, Any], ...]:
    """A record's fields: the name, whether it is for all, and what stands there when it is not.

    Raises TypeError for one that is not, and cannot be left out either.
    """
    uten_merker, hint = get_type_hints(klasse), get_type_hints(klasse, include_extras=True)
    ut = []
    for felt in fields(klasse):
        er_ute = Utad.OFFENTLIG in getattr(hint[felt.name], "__metadata__", ())
        if felt.default is MISSING and not er_ute and uten_merker[felt.name] is not str:
            raise TypeError(f"{klasse.__name__}.{felt.name} cannot be left out")
        ut.append((felt.name, er_ute, UTELATT if felt.default is MISSING else felt.default))
    return tuple(ut)


_ID = re.compile(r"""\bid["']?\s*:\s*["']?([^\s"',#}\]]+)""", re.IGNORECASE)
"""An id in the text of a file that cannot be read."""


def _hemmelige(register: Register, skjulte: Iterable[Oppfulgt | Hendelse]) -> Iterator[str]:
    """The ids of what is unntatt, of all years, and of what has a fault, which may be it."""
    for fil in register.filer:
        if fil.slag.navn in ("oppdrag", "vedtak", "aarshjul"):
            yield from fil.kjente_id
            if fil.innhold is None:
                yield from _ID.findall(fil.kilde.text.replace("\0", ""))
    for post in skjulte:
        yield from (post.id, *(en.id for en in getattr(post, "oppgaver", ())))
    yield from (en.id for post in register.oppfulgte for en in post.oppgaver if er_unntatt(en))
