"""Finds a record by what a person types for its id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from styring.errors import WrongUse
from styring.mente import nearest

T = TypeVar("T")

_VIST = 8
"""How many candidates a message lists."""


def finn(soekt: str, poster: Mapping[str, T], hva: str, ellers: str) -> T:
    """The record whose id is `soekt`, without regard to case, or is shortened to it.

    `poster` is by lower-case id. `sos-1` is SOS-2023-01 as long as only one id can be meant.
    Raises WrongUse with the candidates, or with the nearest, or with `ellers` when none is near.
    """
    noekkel = soekt.strip().lower()
    if noekkel in poster:
        return poster[noekkel]
    treff = [id_ for id_ in poster if er_forkortet(noekkel, id_)]
    treff = treff or [id_ for id_, post in poster.items() if _heter(post, noekkel)]
    if len(treff) == 1:
        return poster[treff[0]]
    if treff:
        flere = f"  … og {len(treff) - _VIST} til" if len(treff) > _VIST else None
        valg = (f"  {_vist(poster[id_])}" for id_ in treff[:_VIST])
        raise WrongUse(f"«{soekt}» er ikke entydig", "Skriv mer av id-en:", *valg, flere)
    foerste = _deler(noekkel)[:1]
    samme = [id_ for id_ in poster if foerste and _deler(id_)[:1] == foerste]
    likest = [_vist(poster[id_]) for id_ in nearest(noekkel, poster) or samme[-1:]]
    raad = f"Mente du {likest[0]}?" if likest else ellers
    raise WrongUse(f"finner ikke {hva} med id «{soekt}»", raad)


def er_forkortet(kort: str, id_: str) -> bool:
    """A shortening names some of the parts of an id in order, the first and the last included.

    Letters may be cut short at the end, numbers may lack their leading zeros, and what stands
    behind a dot (an oppgave) is not left out.
    """
    korte, hele = _deler(kort), _deler(id_)
    if not korte or not hele:
        return False
    if len(korte) == 1 and id_.startswith(kort):
        return True
    if kort.count(".") != id_.count("."):
        return False
    if not _passer(korte[0], hele[0]) or not _passer(korte[-1], hele[-1]):
        return False
    resten = iter(hele)
    return all(any(_passer(del_, hel) for hel in resten) for del_ in korte)


def _heter(post: Any, noekkel: str) -> bool:
    """A person goes by this name, a word of it, or this e-mail address."""
    navn = getattr(post, "navn", "").lower()
    epost = getattr(post, "epost", None) or ""
    return bool(noekkel) and (noekkel in (navn, epost.lower()) or noekkel in navn.split())


def _deler(id_: str) -> list[str]:
    return [del_ for del_ in re.split(r"[-._ ]", id_) if del_]


def _passer(kort: str, hel: str) -> bool:
    if kort.isdecimal() and hel.isdecimal():
        return kort.lstrip("0") == hel.lstrip("0")
    return hel.startswith(kort)


def _vist(post: Any) -> str:
    id_ = post.kode if hasattr(post, "kode") else post.id
    return f"{id_} ({post.navn if hasattr(post, 'navn') else post.tittel})"
