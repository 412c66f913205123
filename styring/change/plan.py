"""What a change would do: the files as they would be, checked by all rules."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from styring.actions.handling import Endring
from styring.actions.nyfil import NyFil
from styring.errors import StyringError
from styring.finding import Alvor, Finding
from styring.register.datafil import Datafil
from styring.register.innhold import Register
from styring.register.lasting import fra_dokument
from styring.rules.kjoering import nye
from styring.yamlfile.edits import CannotEdit, Edit, Splice
from styring.yamlfile.patch import Patched, patch
from styring.yamlfile.read import read


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
        feil = [finding for finding in self.findings if finding.alvor is Alvor.FEIL]
        if feil:
            melding = "endringen ville gitt feil i dataene, så ingenting er endret"
            raise StyringError(melding, funn=feil)


def plan(register: Register, endringer: Iterable[Endring], dag: date) -> Plan:
    """The change that these edits come to, by files.

    Raises StyringError when an edit cannot be made to the text with nothing else changed.
    """
    edits: dict[str, tuple[Datafil, list[Edit]]] = {}
    begynt: dict[str, Patched] = {}
    for post, edit in endringer:
        file, route = (post.fil, ()) if isinstance(post, NyFil) else register.i_fil(post)
        if isinstance(post, NyFil):
            text = read(file.kilde.name, post.begynnelse.encode())
            begynt[file.kilde.name] = Patched(text, (Splice(0, "", post.begynnelse),))
        _, same = edits.setdefault(file.kilde.name, (file, []))
        same.append(edit._replace(route=route + edit.route))
    texts = []
    for name, (file, its) in edits.items():
        try:
            begun = begynt.get(name, Patched(file.dokument, ()))
            made = patch(begun.document, its)
            patched = made._replace(splices=(*begun.splices, *made.splices))
        except CannotEdit as kan_ikke:
            melding = f"{name} kan ikke endres slik: {kan_ikke.melding}"
            raise StyringError(melding, kan_ikke.raad, "Ingenting er endret.") from None
        texts.append((file, patched))
    return planned(register, texts, dag)


def planned(register: Register, texts: Iterable[tuple[Datafil, Patched]], dag: date) -> Plan:
    """The change that gives these files these texts. One that gets none is taken away."""
    files = {file.kilde.name: file for file in register.filer}
    findings = list(register.funn)
    changes = []
    for file, patched in texts:
        name = file.kilde.name
        new, faults = fra_dokument(file.sti, file.slag, patched.document)
        findings = [finding for finding in findings if finding.sted.fil != name]
        if patched.document.source.text:
            files[name] = new
            findings += faults
        else:
            files.pop(name, None)
        changes.append(FileChange(file, new, patched.splices))
    after = Register(
        register.mappe, tuple(files.values()), tuple(sorted(findings, key=Finding.sort_key))
    )
    return Plan(tuple(changes), after, nye(register, after, dag))
