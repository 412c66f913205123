"""Writes what is shown in the format that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from styring import formats
from styring.errors import WrongUse
from styring.mente import mente

if TYPE_CHECKING:
    from styring.finding import Finding
    from styring.formats.skjerm import Skjerm
    from styring.views.ark import Bunke, Tre
    from styring.views.visning import Tabell


def formater(form: str) -> tuple[str, ...]:
    """The formats that can write a shape (`tabell`, `bunke`, `tre`, `funn`), by name."""
    from pkgutil import iter_modules

    moduler = (modul.name for modul in iter_modules(formats.__path__))
    return tuple(navn for navn in moduler if hasattr(_modul(navn), form))


def skriv(visning: Tabell | Bunke | Tre, format_: str, skjerm: Skjerm) -> str:
    """A table, sheets or a tree in a format. Raises WrongUse when that cannot be."""
    form = type(visning).__name__.lower()
    tekst: str = getattr(_velg(form, format_), form)(visning, skjerm)
    return tekst


def skriv_funn(funn: Iterable[Finding], format_: str, skjerm: Skjerm) -> str:
    """Findings in a format. Raises WrongUse when that cannot be."""
    tekst: str = _velg("funn", format_).funn(funn, skjerm)
    return tekst


def _velg(form: str, format_: str) -> ModuleType:
    try:
        if format_.isidentifier() and hasattr(modul := _modul(format_), form):
            return modul
    except ModuleNotFoundError:
        pass
    finnes = formater(form)
    raad = mente(format_, finnes, "Formatene er")
    raise WrongUse(f"formatet «{format_}» finnes ikke her", raad)


def _modul(navn: str) -> ModuleType:
    return import_module(f"{formats.__name__}.{navn}")
