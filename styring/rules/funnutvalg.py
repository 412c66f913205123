"""Which findings are asked for, and what their files are called in the repository."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from styring.errors import WrongUse
from styring.finding import Alvor, Finding
from styring.mappe import kjent_som
from styring.mente import mente

if TYPE_CHECKING:
    from styring.register.innhold import Register


Linjer = Mapping[str, Sequence[Container[int]]]
"""Some lines, by the name of their file."""


class Funnutvalg(NamedTuple):
    """Which findings are shown. What is empty leaves nothing out."""

    merknader: bool = False
    """Those too that ask for nothing."""
    filer: frozenset[str] = frozenset()
    linjer: Linjer | None = None

    def delt(
        self, register: Register, alle: Iterable[Finding]
    ) -> tuple[tuple[Finding, ...], dict[str, list[Finding]]]:
        """Those that are shown, and those that are counted, by where they stand."""
        vist: list[Finding] = []
        i_andre, paa_like = list[Finding](), list[Finding]()
        for funnet in alle:
            if funnet.alvor is Alvor.MERKNAD and not self.merknader:
                continue
            if self.filer and funnet.sted.fil not in self.filer:
                i_andre.append(funnet)
            elif self.linjer is not None and not _er_endret(register, funnet, self.linjer):
                paa_like.append(funnet)
            else:
                vist.append(funnet)
        return tuple(vist), {"i andre filer": i_andre, "på linjer som ikke er endret": paa_like}


def datafiler(register: Register, filer: Iterable[Path]) -> frozenset[str]:
    """What some data files are called in findings. Raises WrongUse for one that is no data file."""
    kjente = {_ett_navn(fil.sti): fil.kilde.name for fil in register.filer}
    navn = set()
    for fil in filer:
        if (sti := _ett_navn(fil)) not in kjente:
            raad = mente(str(fil), kjente.values(), "Datafilene er")
            melding = f"«{fil}» er ikke en datafil i «{kjent_som(register.mappe)}»"
            raise WrongUse(melding, raad, "Velg en annen datamappe med --data.")
        navn.add(kjente[sti])
    return frozenset(navn)


def _ett_navn(sti: Path) -> str:
    """What a file is known by, through links and in whichever form of Unicode."""
    return unicodedata.normalize("NFC", os.path.realpath(sti))


def _er_endret(register: Register, funnet: Finding, linjer: Linjer) -> bool:
    """It stands on one of some lines, by file, or may: it is for many, or for a file not read."""
    leste = (fil.kilde.name for fil in register.filer if fil.innhold is not None)
    stykker = linjer.get(unicodedata.normalize("NFC", funnet.sted.fil), ())
    er_paa_dem = any(funnet.sted.linje in stykke for stykke in stykker)
    return er_paa_dem or funnet.antall > 1 or funnet.sted.fil not in leste


def fra_roten(funnet: Finding, rot: Path) -> Finding:
    """A finding with its file named from a folder, with `/` between, when it is below there."""
    for sti in (Path.absolute, Path.resolve):  # a link in the repository has its own name there
        fil = os.path.relpath(sti(Path(funnet.sted.fil)), rot)
        if not fil.startswith(os.pardir):
            return funnet._replace(sted=funnet.sted._replace(fil=Path(fil).as_posix()))
    return funnet
