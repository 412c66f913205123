"""Loads a data folder: every file read, every record checked, every fault of form found."""

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from styring import mappe as mapper
from styring.errors import StyringError
from styring.finding import MANGE, Alvor, Finding, Sted
from styring.journal.begynt import begynt
from styring.journal.innfoersel import JOURNAL, PAABEGYNT, Mistenkelig
from styring.mente import mente
from styring.model.post import FRA_FIL
from styring.register.datafil import Datafil
from styring.register.innhold import Register, manglende
from styring.register.lesing import lest
from styring.slag import FILER, Filslag
from styring.systemfeil import grunn
from styring.yamlfile.read import Document, read, too_big, unread

_KOPI = "Se hva som skiller dem, ta med det som gjelder, i den ene, og slett den andre."


def last(mappe: Path, *, skadde: bool = False) -> Register:
    """The register of a data folder. What is wrong is in its `funn`; never raises for that.

    A record with a fault is left out, so that nothing half is shown. With `skadde` it is there
    without the faulty fields, so that rules can find what else is wrong with it.
    """
    filer: list[Datafil] = []
    funn: list[Finding] = []
    for slag, sti, innhold in lest(mappe):
        navn = mapper.kjent_som(sti)
        if isinstance(innhold, OSError):
            raad = "Se etter at den er en vanlig fil, og at du har lov til å lese den."
            melding = f"filen kan ikke leses ({grunn(innhold)})"
            funn.append(Finding("FIL002", Alvor.FEIL, melding, Sted(navn, 1, 1), raad))
            filer.append(Datafil(sti, slag, unread(navn), None))
            continue
        dokument = too_big(navn, innhold) if isinstance(innhold, int) else read(navn, innhold)
        fil, feil_i_filen = fra_dokument(sti, slag, dokument, skadde=skadde)
        filer.append(fil)
        funn.extend(feil_i_filen)
        if andre := mapper.kopi_av(sti):
            melding = f"filen ser ut som en kopi av «{andre.name}», og blir lest"
            funn.append(Finding("FIL011", Alvor.ADVARSEL, melding, Sted(navn, 1, 1), _KOPI))
    funn.extend(_manglende(mappe, {fil.slag.navn for fil in filer}))
    funn.extend(_ukjente(mappe))
    funn.extend(_avbrutt(mappe))
    return Register(mappe, tuple(filer), tuple(sorted(funn, key=Finding.sort_key)))


def fra_dokument(
    sti: Path, slag: Filslag[Any], dokument: Document, *, skadde: bool = False
) -> tuple[Datafil, list[Finding]]:
    """A read file as records, and the faults of its text and of its fields."""
    raa = dokument.value
    tom = Datafil(sti, slag, dokument, None)
    funn = [
        Finding(
            fault.kode, Alvor.FEIL, fault.melding, tom.spenn(fault.start, fault.end), fault.raad
        )
        for fault in dokument.faults[:MANGE]
    ]
    if rest := len(dokument.faults) - len(funn):
        return tom, [*funn, _resten(tom, rest)]
    if raa is None:
        return tom, funn
    adapter = _adapter(slag)
    try:
        innhold = adapter.validate_python(raa, context=FRA_FIL)
    except ValidationError as feil:
        antall = feil.error_count()
        feilene = feil.errors(include_url=False) if antall <= MANGE else []
    else:
        return Datafil(sti, slag, dokument, innhold), funn
    from styring.register.berging import begynnelsen, hele_felt, hele_poster
    from styring.register.felt import det_rette, feltfunn

    if er_for_mange := antall > MANGE:
        feilene = begynnelsen(adapter, raa)
    tom = tom._replace(riktig=dict(det_rette(tom, feilene)))
    sagt = {funnet.sted for funnet in funn}  # what YAML made nothing of is no second fault
    funn.extend(funnet for funnet in feltfunn(tom, feilene) if funnet.sted not in sagt)
    if er_for_mange:
        return tom, [*funn, _resten(tom, antall - len(feilene))]
    return (hele_felt if skadde else hele_poster)(tom, adapter, raa, feilene), funn


def _resten(fil: Datafil, antall: int) -> Finding:
    """A finding for the many faults of a file that have none of their own."""
    melding = f"filen har {antall} feil til, og ikke noe i den blir brukt før de fleste er rettet"
    raad = "Er det den samme feilen overalt, kan «søk og erstatt» rette den."
    return Finding("FIL013", Alvor.FEIL, melding, fil.sted(()), raad, antall)


@cache
def _adapter(slag: Filslag[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(slag.klasse)


def _manglende(mappe: Path, funnet: Collection[str]) -> Iterator[Finding]:
    for slag in manglende(funnet):
        sted = Sted(mapper.kjent_som(mappe / f"{slag.navn}.yaml"), 1, 1)
        raad = "Lag filen, eller se etter om den ligger i en annen mappe."
        yield Finding("FIL001", Alvor.FEIL, "filen finnes ikke", sted, raad)


def _avbrutt(mappe: Path) -> Iterator[Finding]:
    """A change that was broken off and is not shown as made, so that what is shown may be half."""
    try:
        begynt(mappe)
    except Mistenkelig as feil:
        sted = Sted(mapper.kjent_som(mappe / JOURNAL / PAABEGYNT), 1, 1)
        yield Finding("FIL010", Alvor.FEIL, feil.melding, sted, " ".join(feil.raad))
    except (OSError, StyringError):  # who may read the data, but not the journal, is to have them
        return


def _ukjente(mappe: Path) -> Iterator[Finding]:
    navn = [slag.navn for slag in FILER]
    leste = {sti for _, sti in mapper.filer(mappe)}
    for sti in mapper.ukjente(mappe):
        sted = Sted(mapper.kjent_som(sti), 1, 1)
        andre = mapper.kopi_av(sti)
        if andre in leste:
            melding = f"filen ser ut som en kopi av «{andre.name}», og leses ikke"
            yield Finding("FIL012", Alvor.FEIL, melding, sted, _KOPI)
            continue
        raad = mente(sti.stem, navn, "Filene, eller mappene de ligger i, heter")
        if sti.stem in navn:
            raad = "Det er allerede lest en fil av den typen. Slå dem sammen til én."
        if egentlig := mapper.uten_tillegg(sti):
            raad = f"Gi den navnet «{egentlig.name}» om den skal leses, eller flytt den."
        yield Finding("FIL003", Alvor.ADVARSEL, "filen leses ikke", sted, raad)
