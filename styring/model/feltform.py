"""What may stand in each field of a class of records: text, a number, a day, a record, a list."""

from collections.abc import Mapping
from functools import cache
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from styring.model.post import feltnavn, noedvendige


class Feltform(NamedTuple):
    """What a field holds: one value of a type, or a list of such."""

    type: type
    """`float` for any number, and the class of the records when it holds some."""
    er_liste: bool = False
    maa_med: bool = False
    """No record is without it."""
    er_tabell: bool = False
    """It may hold several instead, each by what it is of, such as a year."""

    @property
    def er_post(self) -> bool:
        """It holds records."""
        return hasattr(self.type, "__pydantic_config__")


def former(klasse: Any) -> Mapping[str, Feltform]:
    """What may stand in each field, in the order they are written."""
    return _former(klasse)


@cache
def _former(klasse: Any) -> Mapping[str, Feltform]:
    typene, maa_med = get_type_hints(klasse), noedvendige(klasse)
    return {navn: _form(typene[navn], maa_med=navn in maa_med) for navn in feltnavn(klasse)}


def _form(type_: Any, *, maa_med: bool = False) -> Feltform:
    deler = [del_ for del_ in get_args(type_) if del_ not in (NoneType, ...)]
    if get_origin(type_) is tuple:
        return _form(deler[0])._replace(er_liste=True, maa_med=maa_med)
    if get_origin(type_) is dict or type_ is dict:
        return Feltform(dict, maa_med=maa_med)
    if deler:
        er_tabell = any(get_origin(del_) is dict for del_ in deler[1:])
        return _form(deler[0], maa_med=maa_med)._replace(er_tabell=er_tabell)
    return Feltform(float if type_ is int else type_, maa_med=maa_med)
