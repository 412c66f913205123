"""How many records there are of each kind, in words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from styring.mente import opptalt
from styring.slag import SLAG, slag_til


def antall(poster: Iterable[Any]) -> str:
    """How many there are of each kind: «2 oppdrag og 1 vedtak»; empty when there are none."""
    return antallet(Counter(slag_til(post).navn for post in poster))


def antallet(telt: Mapping[str, int]) -> str:
    """The same, of what is counted by what it is called."""
    slagene = (slag for slag in SLAG if telt.get(slag.navn) and slag.kan_unntas)
    return opptalt(telt, {slag.navn: (slag.entall, slag.flere) for slag in slagene})
