"""Moving records to the files of a new year."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from styring.actions.aarsskifte import Aarsskifte, nytt_aar
from styring.change.plan import planned
from styring.change.proposal import Proposal
from styring.errors import StyringError
from styring.register.datafil import Datafil
from styring.register.innhold import Register
from styring.slag import OPPDRAG
from styring.yamlfile.edits import CannotEdit, Splice
from styring.yamlfile.move import move
from styring.yamlfile.patch import Patched, patch
from styring.yamlfile.read import read

_LIST = (OPPDRAG.liste,)


class _Text(NamedTuple):
    """A file as it has become so far."""

    file: Datafil
    patched: Patched

    def then(self, patched: Patched) -> _Text:
        splices = (*self.patched.splices, *patched.splices)
        return self._replace(patched=Patched(patched.document, splices))


def moving(register: Register, aar: int, dag: date) -> Proposal[tuple[Register, Aarsskifte]]:
    """The change that begins a new year, with the register as it was before it.

    Raises what `nytt_aar` raises, and StyringError when the text of a record cannot be moved with
    nothing else changed.
    """
    skifte = nytt_aar(register, aar)
    texts: dict[Path, _Text] = {}
    for file in skifte.nye:
        begun = read(file.kilde.name, skifte.begynnelse(file, register.mappe).encode())
        texts[file.sti] = _Text(file, Patched(begun, (Splice(0, "", begun.source.text),)))
    for source, _, numbers, target, fields in skifte.flyttinger:
        old, new = (
            texts.setdefault(file.sti, _Text(file, Patched(file.dokument, ())))
            for file in (source, target)
        )
        document = new.patched.document
        first = len(document.value.get(_LIST[0]) or ())
        try:
            without, beside = move(old.patched.document, _LIST, numbers, document)
            edits = [
                put._replace(route=(*_LIST, number, *put.route))
                for number, puts in enumerate(fields, first)
                for put in puts
            ]
            marked = patch(beside.document, edits)
        except CannotEdit as kan_ikke:
            melding = f"oppdragene i {source.kilde.name} kan ikke flyttes: {kan_ikke.melding}"
            raise StyringError(melding, kan_ikke.raad, "Ingenting er endret.") from None
        texts[source.sti], texts[target.sti] = old.then(without), new.then(beside).then(marked)
    plan = planned(register, [(text.file, text.patched) for text in texts.values()], dag)
    ider = tuple(oppdrag.id for oppdrag in skifte.videre)
    return Proposal(plan, (register, skifte), ider, ("viderefoert_fra",))
