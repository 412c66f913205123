"""How much longer four times as much takes: about four times where the work is linear."""

from collections.abc import Callable
from functools import partial
from time import process_time
from typing import TypeVar

T = TypeVar("T")

AT_MOST = 8.0
"""Between four, which is linear, and sixteen, which is quadratic."""


def seconds(work: Callable[[T], object], of: T) -> float:
    """How long some work takes."""
    start = process_time()
    work(of)
    return process_time() - start


def growth(taken: Callable[[T], float], few: T, many: T, *, least: float = 0.0) -> float:
    """How many times as long the work on four times as much takes, each at its quickest.

    On a busy machine what is linear may need more tries than one; what is not fails them all. What
    takes no more seconds than the least is too quick to be seen growing.
    """
    long = taken(many)
    if long <= least:
        return 0.0
    short = min(taken(few) for _ in range(5))
    for _ in range(20):
        if long / short < AT_MOST:
            break
        short, long = min(short, taken(few)), min(long, taken(many))
    return long / short


def is_linear(work: Callable[[T], object], few: T, many: T, *, least: float = 0.0) -> bool:
    """True for work that takes about four times as long on four times as much."""
    return growth(partial(seconds, work), few, many, least=least) < AT_MOST
