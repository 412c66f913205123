"""What a new data folder begins with: files that come with the program."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from styring import jsonskjema
from styring.model.kommune import Kommune
from styring.register.innhold import Register
from styring.register.lasting import fra_dokument
from styring.slag import FILER
from styring.yamlfile.edits import Edit, Put
from styring.yamlfile.patch import patch
from styring.yamlfile.read import read

Filer = dict[str, bytes]
"""The content of files by their paths in the folder, with `/` between the parts."""


def tom(aar: int, navn: str | None = None) -> Filer:
    """The files of a municipality that has nothing yet: a year to begin in, perhaps a name."""
    endringer: dict[str, Edit] = {"oppdrag.yaml": Put(("aar",), aar)}
    if navn is not None:
        felt = tuple(Kommune.__dataclass_fields__)
        endringer["kommune.yaml"] = Put(("navn",), navn, felt)
    filer = _filer(files("styring.nymappe").joinpath("tom"))
    for fil, endring in endringer.items():
        filer[fil] = patch(read(fil, filer[fil]), [endring]).document.source.encoded
    return _med_skjema(filer)


def eksempel() -> Filer:
    """The files of the fictional municipality in full use."""
    mappe = files("styring").joinpath("eksempel")  # where the wheel has it
    filer = _filer(mappe if mappe.is_dir() else Path(__file__).parents[2] / "eksempel")
    return _med_skjema(filer)


def _med_skjema(filer: Filer) -> Filer:
    """Files that begin with the line by which editors find their schemas, and the schemas.

    These offer the sectors and the people that are in the files.
    """
    slagene = {slag.navn: slag for slag in FILER}
    slag = {sti: slagene[_slag(sti)] for sti in filer}
    med = {
        sti: f"{jsonskjema.henvisning(sti, slag[sti])}\n".encode() + innhold
        for sti, innhold in filer.items()
    }
    lest = [fra_dokument(Path(sti), slag[sti], read(sti, filer[sti]))[0] for sti in filer]
    skjemaene = jsonskjema.filer(register=Register(Path(), tuple(lest), ()))
    return med | {f"{jsonskjema.MAPPE}/{n}": tekst.encode() for n, tekst in skjemaene.items()}


def _filer(mappe: Traversable) -> Filer:
    """The files below a folder, in the order of the kinds of files."""
    funnet = dict(_under(mappe))
    slag = [slag.navn for slag in FILER]
    return {sti: funnet[sti] for sti in sorted(funnet, key=lambda s: (slag.index(_slag(s)), s))}


def _slag(sti: str) -> str:
    return sti.partition("/")[0].removesuffix(".yaml")


def _under(mappe: Traversable) -> Iterator[tuple[str, bytes]]:
    for del_ in mappe.iterdir():
        if del_.is_dir():
            yield from ((f"{del_.name}/{sti}", innhold) for sti, innhold in _under(del_))
        elif del_.name.endswith(".yaml"):
            yield del_.name, del_.read_bytes()
