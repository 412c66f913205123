"""A data file that is not there yet, and what it begins with."""

from typing import Any, NamedTuple

from styring.errors import StyringError
from styring.mappe import kjent_som
from styring.register.datafil import Datafil
from styring.register.innhold import Register
from styring.slag import Filslag
from styring.yamlfile.read import read


class NyFil(NamedTuple):
    """A file to be made, which records can be put into as into one that is there."""

    fil: Datafil
    begynnelse: str
    """What stands in it before anything is put there."""


def ny_fil(register: Register, slag: Filslag[Any], navn: str = "", **felt: Any) -> NyFil:
    """The file of a kind: `navn.yaml` in its folder, or the one that is not in a folder.

    It says first where its schema is, when that is there, and then these fields. Raises
    StyringError when something is in the way.
    """
    from styring.jsonskjema import MAPPE, filnavn, henvisning

    i_mappe = f"{slag.navn}/{navn}" if navn else slag.navn
    sti = register.mappe / f"{i_mappe}.yaml"
    if sti.exists() or sti.is_symlink():
        raad = "Se hva som er i veien med «styring valider»."
        raise StyringError(f"«{kjent_som(sti)}» er der allerede, men blir ikke lest", raad)
    har_skjema = (register.mappe / MAPPE / filnavn(slag)).exists()
    foerst = f"{henvisning(f'{i_mappe}.yaml', slag)}\n" if har_skjema else ""
    sagt = [f"{navn}: {verdi}\n" for navn, verdi in felt.items()]
    lister = [f"{liste}: []\n" for liste in slag.lister[:1]]
    begynnelse = f"{foerst}{chr(10).join((*sagt, *lister))}"
    return NyFil(Datafil(sti, slag, read(kjent_som(sti), b""), None), begynnelse)
