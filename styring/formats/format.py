"""What a format is, and which there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from styring import formats
from styring.errors import WrongUse
from styring.mente import mente

if TYPE_CHECKING:
    from styring.documents.dokument import Dokument
    from styring.formats.skjerm import Skjerm
    from styring.views.ark import Bunke, Tre
    from styring.views.funn import Funn
    from styring.views.hjul import Hjul
    from styring.views.kalender import Kalender
    from styring.views.purreliste import Utkast
    from styring.views.visning import Tabell

    Visning = Tabell | Bunke | Tre | Hjul | Kalender | Utkast | Funn | Dokument

_VANLIGE = {"dokument": "markdown", "funn": "tekst"}
"""The usual format of a shape. Of the others it is `tabell`."""


class Skrevet(NamedTuple):
    """What is shown, in a format."""

    innhold: bytes
    merknad: str | None = None
    """What the format could not show of it."""


class Format(NamedTuple):
    """How things are written. Its name is that of its module, where it is `FORMAT`."""

    skrivere: Mapping[str, Callable[[Any, Skjerm], bytes | Skrevet]]
    """What writes each shape it can write, by the name of the shape's class in lower case."""
    endelser: tuple[str, ...] = ()
    """How the names of its files end, the usual first."""
    er_tekst: bool = True
    """A terminal can show it."""
    om: str | None = None
    """What help says of it."""
    for_lager: bool = False
    """Its readers know the files by where they are in a repository, not from where one stands."""


def kodet(tekst: str) -> bytes:
    """Text as bytes, whatever it came from."""
    return tekst.encode("utf-8", "backslashreplace")


def i_linjer(linjer: Iterable[str]) -> bytes:
    """Lines as bytes, each with its end."""
    return kodet("".join(f"{linje}\n" for linje in linjer))


def former(viser: str | Visning) -> list[str]:
    """The shapes that are named, or that of a thing to show."""
    return viser.split() if isinstance(viser, str) else [type(viser).__name__.lower()]


def formater(viser: str | Visning) -> dict[str, Format]:
    """The formats that can write one of some shapes (`tabell`, `tre` …), by name."""
    from pkgutil import iter_modules

    alle = {modul.name: _format(modul.name) for modul in iter_modules(formats.__path__)}
    kan = former(viser)
    return {n: en for n, en in alle.items() if en and not en.skrivere.keys().isdisjoint(kan)}


def vanlig(viser: str | Visning) -> str:
    """The name of the format that is meant when none is chosen."""
    return _VANLIGE.get(former(viser)[0], "tabell")


def velg(viser: str | Visning, navn: str | None = None) -> Format:
    """The format of a name, or the usual. Raises WrongUse when it can write none of the shapes."""
    navn = navn or vanlig(viser)
    try:
        funnet = _format(navn) if navn.isidentifier() else None
    except ModuleNotFoundError:
        funnet = None
    if funnet is None or funnet.skrivere.keys().isdisjoint(former(viser)):
        raad = mente(navn, formater(viser), "Formatene er")
        raise WrongUse(f"formatet «{navn}» finnes ikke her", raad)
    return funnet


def form(viser: str, navn: str | None) -> str:
    """The first of some shapes that a format can write. Raises WrongUse when there is none."""
    kan = velg(viser, navn).skrivere
    return next(form for form in former(viser) if form in kan)


def skriv(visning: Visning, navn: str | None, skjerm: Skjerm) -> Skrevet:
    """What is shown, in a format. Raises WrongUse when that cannot be."""
    skrevet = velg(visning, navn).skrivere[former(visning)[0]](visning, skjerm)
    return Skrevet(skrevet) if isinstance(skrevet, bytes) else skrevet


def _format(navn: str) -> Format | None:
    """The format that a module is of. Raises ModuleNotFoundError."""
    funnet: Format | None = getattr(import_module(f"{formats.__name__}.{navn}"), "FORMAT", None)
    return funnet
