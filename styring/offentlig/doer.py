"""What of a register is for all to see, as a register of its own type."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints
from urllib.parse import unquote

from styring.model.lenke import Lenke
from styring.model.opphav import Opphav, Opphavstype
from styring.model.post import Utad
from styring.model.tid import Frist
from styring.model.unntatt import er_unntatt
from styring.offentlig.sladding import UTELATT, Sladding
from styring.register.datafil import Datafil
from styring.register.innhold import Register
from styring.slag import SLAG, Slag, id_til
from styring.slagfelt import viser_til
from styring.stand.utsnitt import per, utsnitt
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


def offentlig_per(register: Register, dag: date) -> OffentligRegister:
    """What was followed up in any year, as it was on a day."""
    return _sluppet_ut(per(register, dag))


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
        kan_skjules = [slag for slag in SLAG if slag.kan_unntas and not slag.del_av]
        alle = (post for slag in kan_skjules for post in register.poster(slag))
        skjulte = [post for post in alle if er_unntatt(post)]
        self._skjulte = {(type(post), id_til(post).lower()) for post in skjulte}
        self._sladding = Sladding(register, _hemmelige(register, skjulte))
        self._bare_folk = Sladding(register)
        self._register = register
        self.unntatt: Counter[str] = Counter()

    def ut(self, verdi: Any) -> Any:
        """What goes out of a value that is for all; None for what is `unntatt`, which is counted.

        Raises TypeError for a value of a kind that nobody has thought of.
        """
        if type(verdi) is str:
            return self._sladding.uten(verdi)
        if type(verdi) is tuple:
            return tuple(ut for del_ in verdi if (ut := self.ut(del_)) is not None)
        if type(verdi) is dict:
            return {self.ut(noekkel): self.ut(del_) for noekkel, del_ in verdi.items()}
        if verdi is None or isinstance(verdi, int | float | date | Enum | Frist):
            return verdi
        if not is_dataclass(verdi):
            raise TypeError(f"{type(verdi).__name__} has no way out")
        if isinstance(verdi, Lenke) and self._gir_bort(verdi.url, unquote(verdi.url)):
            return None  # part of an address leads nowhere
        if (
            isinstance(verdi, Opphav)
            and verdi.type is Opphavstype.VEDTAK
            and self._gir_bort(verdi.ref or "")
        ):
            return None  # that there is such a one is not told either
        # Where an id is given twice, who is to know that the other is not the same?
        if er_unntatt(verdi) or (type(verdi), id_til(verdi).lower()) in self._skjulte:
            self.unntatt[type(verdi).__name__.lower()] += 1
            return None
        return self._post(verdi)

    def _gir_bort(self, *tekster: str) -> bool:
        return any(next(self._sladding.funn(tekst), None) for tekst in tekster)

    def _post(self, post: Any) -> Any:
        # Made without being checked: it was, and a field is no longer as its form asks it to be.
        klasse: Any = type(post)
        ny = object.__new__(klasse)
        for navn, er_ute, ellers, til in _feltene(klasse):
            verdi = getattr(post, navn) if er_ute else ellers
            if navn in _EGEN_ID and verdi is not None:
                verdi = self._bare_folk.uten(verdi)
            elif er_ute and verdi and til:
                ider = (verdi,) if isinstance(verdi, str) else verdi
                ute = tuple(ut for id_ in ider if (ut := self._id_ut(til, id_)))
                verdi = ute if ider is verdi else next(iter(ute), ellers)
            elif er_ute and verdi:
                verdi = self.ut(verdi)
            object.__setattr__(ny, navn, verdi)
        return ny

    def _id_ut(self, slag: Slag[Any], id_: str) -> str | None:
        """The id of a record as others may have it; None when the record is not for them."""
        post = self._register.etter_id(slag).get(id_.lower())
        if post is None or (type(post), id_.lower()) in self._skjulte:
            return None
        return self._bare_folk.uten(id_til(post))


_EGEN_ID = {slag.noekkel for slag in SLAG}
"""What a record is known by; that of another may be the same where it is given twice."""


@cache
def _feltene(klasse: Any) -> tuple[tuple[str, bool, Any, Slag[Any] | None], ...]:
    """A record's fields: the name, whether it is for all, and what stands there when it is not.

    The last is what its ids are ids of, when that can be kept from the public.

    Raises TypeError for one that is not, and cannot be left out either.
    """
    uten_merker, hint = get_type_hints(klasse), get_type_hints(klasse, include_extras=True)
    ut = []
    for felt in fields(klasse):
        er_ute = Utad.OFFENTLIG in getattr(hint[felt.name], "__metadata__", ())
        if felt.default is MISSING and not er_ute and uten_merker[felt.name] is not str:
            raise TypeError(f"{klasse.__name__}.{felt.name} cannot be left out")
        til = viser_til(klasse.__name__, felt.name)
        ellers = UTELATT if felt.default is MISSING else felt.default
        skjulte = tuple(slag for slag in til if slag.kan_unntas)
        ut.append((felt.name, er_ute, ellers, skjulte[0] if skjulte else None))
    return tuple(ut)


_ID = re.compile(r"""\bid["']?\s*:\s*["']?([^\s"',#}\]]+)""", re.IGNORECASE)
"""An id in the text of a file that cannot be read."""


def _hemmelige(register: Register, skjulte: Iterable[object]) -> Iterator[str]:
    """The ids of what is unntatt, of all years, and of what has a fault, which may be it."""
    for fil in register.filer:
        if any(slag.kan_unntas for slag in fil.slag.slag):
            yield from fil.kjente_id
            if fil.innhold is None:
                yield from _ID.findall(fil.kilde.text.replace("\0", ""))
    for post in skjulte:
        yield from (id_til(post), *(en.id for en in getattr(post, "oppgaver", ())))
    yield from (en.id for post in register.oppfulgte for en in post.oppgaver if er_unntatt(en))
