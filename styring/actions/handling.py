"""What an act comes to: edits of records, and what it says of itself."""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from styring.model.fulgt import Fulgt
from styring.model.post import feltnavn
from styring.model.tid import Frist
from styring.yamlfile.edits import Edit, Insert, New, Put, Remove
from styring.yamlfile.places import Route


class Endring(NamedTuple):
    """An edit of a record; its route begins at the record."""

    post: Any
    edit: Edit


class Handling(NamedTuple):
    """Edits that belong together, the ids they are about, and what to tell whoever asked for it."""

    endringer: tuple[Endring, ...]
    ider: tuple[str, ...]
    sagt: tuple[str, ...]


def samlet(handlinger: Iterable[Handling]) -> Handling:
    """Several acts as one."""
    alle = tuple(handlinger)
    return Handling(
        tuple(endring for handling in alle for endring in handling.endringer),
        tuple(id_ for handling in alle for id_ in handling.ider),
        tuple(linje for handling in alle for linje in handling.sagt),
    )


class Plass(NamedTuple):
    """Whose fields are edited: a record of the register, or the one at a route below it."""

    post: Any
    klasse: type
    rute: Route = ()

    @property
    def _rekkefoelge(self) -> tuple[str, ...]:
        """The fields in the order they are written; of what is a record's own, none is said."""
        return feltnavn(self.klasse) if is_dataclass(self.klasse) else ()

    def sett(self, felt: str, verdi: Any) -> Endring:
        """Gives a field a value; None takes it away."""
        if verdi is None or verdi == ():
            return self.fjern(felt)
        rute = (*self.rute, felt)
        return Endring(self.post, Put(rute, som_yaml(verdi), self._rekkefoelge))

    def fjern(self, *rute: str | int) -> Endring:
        """Takes a field, or what stands at a route below it, away."""
        return Endring(self.post, Remove((*self.rute, *rute)))

    def legg_til(self, liste: str, verdi: Any, foran: int | None = None) -> Endring:
        """Puts an item into a list: at the end, or in front of the one with this index."""
        rute = (*self.rute, liste)
        return Endring(self.post, Insert(rute, som_yaml(verdi), foran, self._rekkefoelge))


def hele(post: Any) -> Plass:
    """A record itself."""
    return Plass(post, type(post))


def plassen(post: Fulgt) -> Plass:
    """Where the fields of what is followed up stand."""
    return Plass(post.hele, type(post.selv), post.rute)


def som_yaml(verdi: Any) -> New:
    """A value as the files write it. Of a mapping, what is empty is left out."""
    match verdi:
        case Frist():
            return _frist_som_yaml(verdi)
        case StrEnum():
            return verdi.value
        case Mapping():
            return {n: som_yaml(v) for n, v in verdi.items() if v is not None and v != ()}
        case list() | tuple():
            return [som_yaml(del_) for del_ in verdi]
        case _:
            ren: str | int | float | bool | date | None = verdi
            return ren


def _frist_som_yaml(frist: Frist) -> date | int | str:
    if frist.foerste_dag == frist.siste_dag:
        return frist.siste_dag
    return int(frist.tekst) if frist.tekst.isdecimal() else frist.tekst


def ordnet(klasse: type, felt: Mapping[str, Any]) -> dict[str, Any]:
    """A new record of a class, its fields in the order they are written."""
    return {navn: felt.get(navn) for navn in feltnavn(klasse)}
