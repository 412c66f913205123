"""Which folder the data are in, and which files it holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from styring.errors import StyringError
from styring.register.slag import SLAG, Slag

ENDELSER = (".yaml", ".yml")


def finn(valgt: Path | None, her: Path) -> Path:
    """The data folder: the chosen one, else the nearest `data/` from `her` upwards.

    Raises StyringError (exit status 3) when there is none, saying where it looked.
    """
    if valgt is not None:
        if valgt.is_dir():
            return valgt
        if valgt.exists():
            raise StyringError(f"«{valgt}» er en fil, ikke en mappe", f"Bruk --data {valgt.parent}")
        raise StyringError(f"mappen «{valgt}» finnes ikke", "Se etter skrivefeil i navnet.")
    for mappe in (her, *her.parents):
        if er_datamappe(mappe / "data"):
            return mappe / "data"
    navn = ", ".join(f"{slag.navn}.yaml" for slag in SLAG if slag.paakrevd)
    raise StyringError(
        f"fant ingen datamappe: lette etter «data» i {her} og oppover",
        f"Lag en mappe «data» med {navn}, eller pek på en med --data MAPPE eller STYRING_DATA.",
    )


def er_datamappe(mappe: Path) -> bool:
    """There is at least one of our files, or a folder of them."""
    return any(next(_stier(mappe, slag), None) is not None for slag in SLAG)


def filer(mappe: Path) -> Iterator[tuple[Slag, Path]]:
    """The data files of a folder, by kind and then by name."""
    for slag in SLAG:
        yield from ((slag, sti) for sti in _stier(mappe, slag))


def ukjente(mappe: Path) -> Iterator[Path]:
    """YAML files in a data folder that are of no kind we know, by name."""
    navn = {slag.navn for slag in SLAG}
    for sti in sorted(mappe.iterdir()):
        if sti.suffix.lower() in ENDELSER and sti.stem not in navn and sti.is_file():
            yield sti


def vist(sti: Path) -> str:
    """A path as people know it: from where they stand, when it is below there."""
    try:
        return str(sti.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return os.path.normpath(sti)


def _stier(mappe: Path, slag: Slag) -> Iterator[Path]:
    for endelse in ENDELSER:
        if (sti := mappe / f"{slag.navn}{endelse}").is_file():
            yield sti
    if (undermappe := mappe / slag.navn).is_dir():
        for sti in sorted(undermappe.iterdir()):
            if sti.suffix.lower() in ENDELSER and not sti.name.startswith("."):
                yield sti
