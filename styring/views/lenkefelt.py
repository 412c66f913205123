"""Links as fields and columns have them: what there is to read, and where."""

from collections.abc import Iterable
from typing import Any

from styring.model.lenke import Lenke
from styring.views.kolonner import Felt, felt
from styring.views.visning import Verdi


def lenkefelt(lenker: Iterable[Lenke]) -> tuple[tuple[str, Verdi], ...]:
    """Each as a field of a sheet."""
    return tuple(("Lenke", str(lenke)) for lenke in lenker)


def lenkekolonne() -> Felt[Any]:
    """The links of a record in one column."""
    return felt("lenker", "Lenker", lambda en: tuple(map(str, en.lenker)), er_lang=True)
