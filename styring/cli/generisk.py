"""`list` and `vis` of the kinds of records whose commands are made of their descriptions."""

from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

from styring.cli import gitt
from styring.slag import SLAG, Slag


def grupper() -> dict[str, Callable[[], ModuleType]]:
    """What makes the group of each kind that says what its list shows, by its name."""
    return {slag.navn: partial(_gruppe, slag) for slag in SLAG if slag.vanlige}


def _gruppe(slag: Slag[Any]) -> ModuleType:
    """A folder of commands as it would have been, had it been written."""
    from styring import tolk
    from styring.cli import fullfoering, valg
    from styring.cli.omgivelse import Omgivelse
    from styring.model.egnetekst import som_tekst
    from styring.stand.utvalg import staar_i
    from styring.views import postfelt
    from styring.views.data import som_data

    hvilke = f"{slag.en.capitalize()} eller flere. En id kan forkortes."
    tilbud = fullfoering.av(slag)

    def list_(om: Omgivelse, *, sok: valg.Soek = None, liste: valg.Liste) -> None:
        alle = om.kjent.poster(slag)
        tekster = (map(som_tekst, som_data(post).values()) for post in alle)
        valgte = [post for post, i in zip(alle, tekster, strict=True) if staar_i(sok or (), i)]
        liste.vis(om, postfelt.oppsett(om.kjent, slag), valgte, alle, slag.flere)

    def vis(
        om: Omgivelse,
        ider: list[str] = gitt.argument("ID...", hvilke, tilbud),
    ) -> None:
        om.vis_ark(tolk.flere(tolk.av(slag), om.kjent, ider), postfelt.ark)

    mappe = ModuleType(slag.navn, f"{slag.flere.capitalize()}: list opp, vis.")
    lages = {
        "list": partial(_fil, list_, f"List opp {slag.flere}.", "tabell"),
        "vis": partial(_fil, vis, f"Vis alt om {slag.en}.", "bunke"),
    }
    vars(mappe).update(__path__=[], ELLERS=lages)
    return mappe


def _fil(funksjon: Callable[..., None], hjelp: str, viser: str) -> ModuleType:
    funksjon.__doc__ = hjelp
    fil = ModuleType(funksjon.__name__.rstrip("_"))
    vars(fil).update({funksjon.__name__: funksjon, "VISER": viser})
    return fil
