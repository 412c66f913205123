"""What every record of the data is: frozen, slim, and strict about its keys."""

from dataclasses import MISSING, fields
from enum import Enum
from functools import cache
from typing import Annotated, Any, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field, StrictBool, StrictInt
from pydantic.dataclasses import dataclass

T = TypeVar("T")

Tekst = Annotated[str, Field(min_length=1)]
Heltall = StrictInt
JaNei = StrictBool
Aar = Annotated[StrictInt, Field(ge=1000, le=9999)]
Egne = dict[str, Any]
"""The municipality's own fields, on every record of the data: kept, and left alone."""


class Utad(Enum):
    """Whether a field is for all to see."""

    OFFENTLIG = "offentlig"
    INTERN = "intern"


Offentlig = Annotated[T, Utad.OFFENTLIG]
"""A field that goes out to all, unless its record is `unntatt`."""
Intern = Annotated[T, Utad.INTERN]
"""A field that never does. What says neither does not either, and no field says neither."""

NOEKKEL = "[key]"
"""Behind a key on the way to an error, when it is the key that is wrong; Pydantic's own word."""
FRA_FIL = "fra fil"
"""The context when what stands in a file is validated: there an empty key is not a missing one."""

_CONFIG = ConfigDict(extra="forbid", defer_build=True)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def post(cls: type[T]) -> type[T]:
    """Makes a class a record: a frozen Pydantic dataclass with slots that knows all its keys.

    A dataclass and not a BaseModel because a file holds tens of thousands: with slots a record
    takes a fifth of the memory and is read in two thirds of the time.
    """
    # Two records that say the same are still two, so they are compared by identity.
    lag = dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False, config=_CONFIG)
    return cast(type[T], lag(cls))


@cache
def feltnavn(klasse: Any) -> tuple[str, ...]:
    """The names of the fields of a class of records, in the order they are written."""
    return tuple(felt.name for felt in fields(klasse))


def noedvendige(klasse: Any) -> tuple[str, ...]:
    """Those of them that no record is without."""
    return tuple(felt.name for felt in fields(klasse) if felt.default is MISSING)
