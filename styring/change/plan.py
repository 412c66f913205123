"""What a change would do: the files as they would be, checked by all rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from styring.actions.handling import Endring
from styring.errors import StyringError
from styring.finding import Alvor, Finding
from styring.register.datafil import Datafil
from styring.register.innhold import Register
from styring.register.lasting import fra_dokument
from styring.rules.kjoering import nye
from styring.yamlfile.edits import CannotEdit, Edit, Splice
from styring.yamlfile.patch import Patched, patch


class FileChange(NamedTuple):
    """A file as it is and as it would be, and the way from one to the other."""

    old: Datafil
    new: Datafil
    splices: tuple[Splice, ...]


class Plan(NamedTuple):
    """A change as it would be."""

    files: tuple[FileChange, ...]
    register: Register
    """The data folder then."""
    findings: tuple[Finding, ...]
    """What is wrong then and is not now."""

    def check(self) -> None:
        """Raises StyringError, with the faults, when the change would bring any."""
        feil = [funnet for funnet in self.findings if funnet.alvor is Alvor.FEIL]
        if feil:
            melding = "endringen ville gitt feil i dataene, så ingenting er endret"
            raise StyringError(melding, funn=feil)


def plan(register: Register, endringer: Iterable[Endring], dag: date) -> Plan:
    """The change that these edits come to, by files.

    Raises StyringError when an edit cannot be made to the text with nothing else changed.
    """
    edits: dict[str, tuple[Datafil, list[Edit]]] = {}
    for post, edit in endringer:
        fil, rute = register.i_fil(post)
        _, samme = edits.setdefault(fil.kilde.name, (fil, []))
        samme.append(edit._replace(route=rute + edit.route))
    texts = []
    for navn, (fil, dens) in edits.items():
        try:
            patched = patch(fil.dokument, dens)
        except CannotEdit as kan_ikke:
            melding = f"{navn} kan ikke endres slik: {kan_ikke.melding}"
            raise StyringError(melding, kan_ikke.raad, "Ingenting er endret.") from None
        texts.append((fil, patched))
    return planned(register, texts, dag)


def planned(register: Register, texts: Iterable[tuple[Datafil, Patched]], dag: date) -> Plan:
    """The change that gives these files these texts. One that gets none is taken away."""
    filer = {fil.kilde.name: fil for fil in register.filer}
    funn = list(register.funn)
    files = []
    for fil, patched in texts:
        navn = fil.kilde.name
        ny, feil_i_den = fra_dokument(fil.sti, fil.slag, patched.document)
        funn = [funnet for funnet in funn if funnet.sted.fil != navn]
        if patched.document.source.text:
            filer[navn] = ny
            funn += feil_i_den
        else:
            filer.pop(navn, None)
        files.append(FileChange(fil, ny, patched.splices))
    etter = Register(
        register.mappe, tuple(filer.values()), tuple(sorted(funn, key=Finding.sort_key))
    )
    return Plan(tuple(files), etter, nye(register, etter, dag))
