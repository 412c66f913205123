"""Loads a data folder: every file read, every record checked, every fault of form found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from styring.finding import Alvor, Finding, Sted
from styring.model.messages import nearest
from styring.register import mappe as mapper
from styring.register.felt import feltfunn
from styring.register.innhold import Datafil, Register
from styring.register.slag import SLAG, Slag
from styring.yamlfile.places import Places, Route, at
from styring.yamlfile.read import Document, read
from styring.yamlfile.source import Source


def last(mappe: Path) -> Register:
    """The register of a data folder. What is wrong is in its `funn`; never raises for that."""
    filer: list[Datafil] = []
    funn: list[Finding] = []
    for slag, sti in mapper.filer(mappe):
        navn = mapper.vist(sti)
        try:
            data = sti.read_bytes()
        except OSError as feil:
            melding = f"filen kan ikke leses ({_grunn(feil)})"
            funn.append(Finding("FIL002", Alvor.FEIL, melding, Sted(navn, 1, 1)))
            filer.append(Datafil(sti, slag, Source(navn, b""), Places(""), None))
            continue
        fil, feil_i_filen = fra_dokument(sti, slag, read(navn, data))
        filer.append(fil)
        funn.extend(feil_i_filen)
    funn.extend(_manglende(mappe, {fil.slag.navn for fil in filer}))
    funn.extend(_ukjente(mappe))
    return Register(mappe, tuple(filer), tuple(sorted(funn, key=Finding.sort_key)))


def fra_dokument(sti: Path, slag: Slag, dokument: Document) -> tuple[Datafil, list[Finding]]:
    """A read file as records, and the faults of its text and of its fields."""
    raa = dokument.value
    tom = Datafil(sti, slag, dokument.source, dokument.places, None)
    funn = [
        Finding(
            fault.kode, Alvor.FEIL, fault.melding, tom.spenn(fault.start, fault.end), fault.raad
        )
        for fault in dokument.faults
    ]
    if raa is None:
        return tom, funn
    adapter: TypeAdapter[Any] = TypeAdapter(slag.klasse)
    try:
        innhold = adapter.validate_python(raa)
    except ValidationError as feil:
        feilene = feil.errors(include_url=False)
        sagt = {funnet.sted for funnet in funn}  # what YAML made nothing of is no second fault
        funn.extend(funnet for funnet in feltfunn(tom, feilene) if funnet.sted not in sagt)
        return _det_som_er_helt(tom, adapter, raa, feilene), funn
    return Datafil(sti, slag, dokument.source, dokument.places, innhold), funn


def _det_som_er_helt(
    fil: Datafil, adapter: TypeAdapter[Any], raa: Any, feilene: Sequence[ErrorDetails]
) -> Datafil:
    """The file with what is left when broken records, and broken fields of its own, are out."""
    oedelagte: set[Route] = set()
    for feil in feilene:
        rute = feil["loc"]
        post = _post_i(rute, raa, fil.slag)
        if post:
            oedelagte.add(post)
        elif rute and feil["type"] != "missing" and isinstance(raa, dict):
            raa.pop(rute[0], None)
        else:
            return fil
    kjente: set[str] = set()
    for rute in sorted(oedelagte, reverse=True):  # from the back, so that indexes hold
        liste = at(raa, rute[:-1])
        if liste is not None:
            kjente.update(_id_i(liste.pop(rute[-1])))
    try:
        innhold = adapter.validate_python(raa)
    except ValidationError:
        return fil
    return replace(
        fil, innhold=innhold, oedelagte=frozenset(oedelagte), kjente_id=frozenset(kjente)
    )


def _post_i(rute: Route, raa: Any, slag: Slag) -> Route:
    """The innermost record that a route goes through; empty when it goes through none."""
    for lengde in range(len(rute), 1, -1):
        er_i_liste = isinstance(at(raa, rute[: lengde - 1]), list)
        if rute[lengde - 2] in slag.lister and er_i_liste:
            return rute[:lengde]
    return ()


def _id_i(post: Any) -> Iterator[str]:
    """The ids that unchecked values give, lower case: of the record and of all inside it."""
    if isinstance(post, dict):
        for noekkel in ("id", "kode"):
            if isinstance(post.get(noekkel), str):
                yield post[noekkel].lower()
        post = list(post.values())
    if isinstance(post, list):
        for del_ in post:
            yield from _id_i(del_)


def _manglende(mappe: Path, funnet: Iterable[str]) -> Iterator[Finding]:
    for slag in SLAG:
        if slag.paakrevd and slag.navn not in funnet:
            sted = Sted(mapper.vist(mappe / f"{slag.navn}.yaml"), 1, 1)
            raad = "Lag filen, eller se etter om den ligger i en annen mappe."
            yield Finding("FIL001", Alvor.FEIL, "filen finnes ikke", sted, raad)


def _ukjente(mappe: Path) -> Iterator[Finding]:
    navn = [slag.navn for slag in SLAG]
    for sti in mapper.ukjente(mappe):
        likest = nearest(sti.stem, navn)
        raad = f"Mente du «{likest[0]}.yaml»?" if likest else f"Filene heter {', '.join(navn)}."
        sted = Sted(mapper.vist(sti), 1, 1)
        yield Finding("FIL003", Alvor.ADVARSEL, "filen leses ikke: ukjent navn", sted, raad)


def _grunn(feil: OSError) -> str:
    if isinstance(feil, PermissionError):
        return "du har ikke lov til det"
    if isinstance(feil, IsADirectoryError):
        return "den er en mappe"
    return f"systemet svarer med feil {feil.errno}"
