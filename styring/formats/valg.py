"""Writes what is shown in the format that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    from styring.views.hjul import Hjul
    from styring.views.kalender import Kalender
    from styring.views.purreliste import Utkast
    from styring.views.visning import Tabell

    Visning = Tabell | Bunke | Tre | Hjul | Kalender | Utkast


def formater(*former: str) -> tuple[str, ...]:
    """The formats that can write one of some shapes (`tabell`, `bunke`, `tre` …), by name."""
    from pkgutil import iter_modules

    moduler = (modul.name for modul in iter_modules(formats.__path__))
    return tuple(navn for navn in moduler if any(hasattr(_modul(navn), form) for form in former))


def form(former: Sequence[str], format_: str) -> str:
    """The first of some shapes that a format can write. Raises WrongUse when there is none."""
    modul = velg(former, format_)
    return next(form for form in former if hasattr(modul, form))


def skriv(visning: Visning, format_: str, skjerm: Skjerm) -> str:
    """What is shown in a format. Raises WrongUse when that cannot be."""
    form = type(visning).__name__.lower()
    tekst: str = getattr(velg((form,), format_), form)(visning, skjerm)
    return tekst


def skriv_funn(funn: Iterable[Finding], format_: str, skjerm: Skjerm) -> str:
    """Findings in a format. Raises WrongUse when that cannot be."""
    tekst: str = velg(("funn",), format_).funn(funn, skjerm)
    return tekst


def velg(former: Iterable[str], format_: str) -> ModuleType:
    """The format of a name, when it can write one of some shapes. Raises WrongUse."""
    try:
        if format_.isidentifier():
            modul = _modul(format_)
            if any(hasattr(modul, form) for form in former):
                return modul
    except ModuleNotFoundError:
        pass
    finnes = formater(*former)
    raad = mente(format_, finnes, "Formatene er")
    raise WrongUse(f"formatet «{format_}» finnes ikke her", raad)


def _modul(navn: str) -> ModuleType:
    return import_module(f"{formats.__name__}.{navn}")
