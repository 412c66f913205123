"""Which findings are about a change, and what their files are called in the repository."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from styring.finding import Finding

if TYPE_CHECKING:
    from styring.register.innhold import Register


def er_endret(
    register: Register, funnet: Finding, linjer: Mapping[str, Sequence[Container[int]]]
) -> bool:
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
