"""The commands of kinds of records that are made of their descriptions."""

from collections.abc import Callable, Sequence
from functools import partial
from types import ModuleType
from typing import Any

from styring.cli import gitt
from styring.slag import FILER, LOKALE, SLAG, Filslag, Slag, id_til


def grupper() -> dict[str, Callable[[], ModuleType]]:
    """What makes the group of each kind, by its name; what a folder has, takes the place of it."""
    slagene: dict[str, tuple[Slag[Any], ...]] = {}
    for slag in (*SLAG, *LOKALE):
        slagene[slag.gruppe] = (*slagene.get(slag.gruppe, ()), slag)
    gruppene: dict[str, Callable[[], ModuleType]]
    gruppene = {navn: partial(_gruppe, navn, deres) for navn, deres in slagene.items()}
    return gruppene | {fil.navn: partial(_filgruppe, fil) for fil in FILER if fil.bare_en}


def _gruppe(navn: str, slag: Sequence[Slag[Any]]) -> ModuleType:
    """A folder of commands as it would have been, had it been written."""
    foerste = slag[0]
    lages: dict[str, Callable[[], ModuleType]] = {}
    gjoeres = ["legg til", "endre", "fjern"]
    if foerste.vanlige:
        lages |= {"list": partial(_list, foerste), "vis": partial(_vis, foerste)}
        gjoeres = ["list opp", "vis", *gjoeres]
    for ord_, hjelp in (
        ("ny", f"Legg til {foerste.en}."),
        ("endre", f"Endre felt i {foerste.en}."),
        ("fjern", f"Fjern {foerste.en}."),
    ):
        lages[ord_] = partial(_endrer, ord_, slag, hjelp)
    mappe = ModuleType(navn, f"{foerste.flere.capitalize()}: {', '.join(gjoeres)}.")
    vars(mappe).update(__path__=[], ELLERS=lages)
    return mappe


def _filgruppe(fil: Filslag[Any]) -> ModuleType:
    """The same for what there is one of."""

    def endre() -> ModuleType:
        from styring.cli import postkommandoer

        return _fil("endre", postkommandoer.endre_fil(fil), f"Endre felt i {fil.navn}.yaml.")

    mappe = ModuleType(fil.navn, f"{fil.hva.removesuffix('.')}: endre.")
    vars(mappe).update(__path__=[], ELLERS={"endre": endre})
    return mappe


def _endrer(ord_: str, slag: Sequence[Slag[Any]], hjelp: str) -> ModuleType:
    from styring.cli import postkommandoer

    return _fil(ord_, getattr(postkommandoer, ord_)(slag), hjelp)


def _list(slag: Slag[Any]) -> ModuleType:
    from styring.cli import valg
    from styring.cli.omgivelse import Omgivelse
    from styring.model.egnetekst import som_tekst
    from styring.stand.utvalg import staar_i
    from styring.views import postfelt
    from styring.views.data import som_data

    def list_(om: Omgivelse, *, sok: valg.Soek = None, liste: valg.Liste) -> None:
        har = (*slag.faste, *om.kjent.poster(slag))
        alle = tuple({id_til(post): post for post in har}.values()) if slag.noekkel else har
        tekster = (map(som_tekst, som_data(post).values()) for post in alle)
        valgte = [post for post, i in zip(alle, tekster, strict=True) if staar_i(sok or (), i)]
        liste.vis(om, postfelt.oppsett(om.kjent, slag), valgte, alle, slag.flere)

    return _fil("list", list_, f"List opp {slag.flere}.", "tabell")


def _vis(slag: Slag[Any]) -> ModuleType:
    from styring import tolk
    from styring.cli import fullfoering
    from styring.cli.omgivelse import Omgivelse
    from styring.views import postfelt

    hvilke = f"{slag.en.capitalize()} eller flere. En id kan forkortes."
    tilbud = fullfoering.av(slag)

    def vis(om: Omgivelse, ider: list[str] = gitt.argument("ID...", hvilke, tilbud)) -> None:
        om.vis_ark(tolk.flere(tolk.av(slag), om.kjent, ider), postfelt.ark)

    return _fil("vis", vis, f"Vis alt om {slag.en}.", "bunke")


def _fil(navn: str, funksjon: Callable[..., Any], hjelp: str, viser: str = "") -> ModuleType:
    funksjon.__doc__ = hjelp
    fil = ModuleType(navn)
    vars(fil).update({navn: funksjon, "VISER": viser})
    return fil
