"""The municipality's own fields as people see them: in columns, on sheets, in what is searched."""

import math
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from styring.model.egnetekst import felt, som_tekst
from styring.model.indikator import Tall
from styring.model.post import Egne
from styring.tegn import ufarlig
from styring.views.ark import Avsnitt
from styring.views.data import som_data
from styring.views.kolonner import Felt
from styring.views.visning import Kolonne, Verdi

T = TypeVar("T")


def kolonner(poster: Iterable[T], av: Callable[[T], Egne | None]) -> tuple[Felt[T], ...]:
    """A column, `egne.arkivsak`, for each own field that some records have, as first met."""
    navnene = dict.fromkeys(navn for post in poster for navn in av(post) or ())
    return tuple(_kolonne(navn, av) for navn in navnene)


def _kolonne(navn: str, av: Callable[[T], Egne | None]) -> Felt[T]:
    def skrevet(post: T) -> Any:
        return (av(post) or {}).get(navn)

    heter = ufarlig(f"egne.{navn}")
    return Felt(
        Kolonne(heter, heter),
        lambda post: _verdi(skrevet(post)),
        lambda post: som_data(skrevet(post)),
    )


def avsnitt(egne: Egne | None) -> tuple[Avsnitt, ...]:
    """The part of a sheet that shows them; empty when there are none."""
    return (Avsnitt("Egne felt", felt(egne)),) if egne else ()


def _verdi(verdi: Any) -> Verdi:
    """The same in a cell, where a number is one."""
    if isinstance(verdi, float) and math.isfinite(verdi):
        return Tall(verdi)
    if isinstance(verdi, int) and not isinstance(verdi, bool):
        return verdi
    return som_tekst(verdi) or None
