"""The styringsbrev: the goals, the year's oppdrag, and how they are followed up. For the public."""

from datetime import date
from itertools import islice
from typing import NamedTuple

from styring.documents.dokument import Dokument
from styring.documents.maaltekst import Omraadetekst, maalene
from styring.documents.maler import dokument
from styring.documents.tematekst import Tematekst, temaene
from styring.mente import ramse
from styring.model.aarshjul import Hendelse
from styring.model.lenke import Lenke
from styring.model.loepetid import loepetid
from styring.model.tidsform import dag_med_ord, med_ord, naar
from styring.offentlig.doer import OffentligRegister
from styring.stand.hendelser import etter_tid, i_aaret
from styring.stand.stand import sektornavn


class Oppdragstekst(NamedTuple):
    """An oppdrag; `delegert_til` and `delansvar` are codes of sectors."""

    id: str
    tittel: str
    beskrivelse: str
    opphav: str
    lenker: tuple[Lenke, ...]
    delegert_til: str
    delansvar: str
    frist: str
    viderefoert_fra: str
    """The first year it was given for; empty when that is the letter's own."""


class Sektortekst(NamedTuple):
    """A sector with its oppdrag."""

    kode: str
    navn: str
    oppdrag: tuple[Oppdragstekst, ...]


class Rundetekst(NamedTuple):
    """A reporting round: the day it tells the state of, and when reports are due."""

    navn: str
    dag: str
    frist: str


class Hendelsestekst(NamedTuple):
    """An event of the year's wheel."""

    naar: str
    tittel: str
    spor: str
    lenker: tuple[Lenke, ...]


class Brev(NamedTuple):
    """What the template `brev.md` gets. Nothing of it is `unntatt`, and nobody's telephone."""

    aar: str
    kommunedirektoer: str
    visjon: str
    verdier: str
    omraader: tuple[Omraadetekst, ...]
    temaer: tuple[Tematekst, ...]
    sektorer: tuple[Sektortekst, ...]
    """Those that have oppdrag in the year."""
    koder: tuple[tuple[str, str], ...]
    """All sectors that there were in the year: the code and the name."""
    runder: tuple[Rundetekst, ...]
    """Empty unless the municipality has set its own."""
    hendelser: tuple[Hendelsestekst, ...]


def brev(register: OffentligRegister, aar: int, dag: date) -> Dokument:
    """The styringsbrev of a year, of what was known of that year on the day."""
    kommune = register.kommune
    innhold = Brev(
        aar=str(aar),
        kommunedirektoer=kommune.kommunedirektoer or "",
        visjon=kommune.visjon or "",
        verdier=ramse(kommune.verdier),
        omraader=maalene(register),
        temaer=temaene(register, aar),
        sektorer=_sektortekster(register, aar),
        koder=tuple(
            (sektor.kode, sektor.navn)
            for sektor in register.sektorer
            if not sektor.er_avviklet(date(aar, 1, 1))
        ),
        runder=_rundetekster(register, aar),
        hendelser=_hendelser(register, aar),
    )
    tittel = f"Styringsbrev {aar}"
    return dokument(register, "brev.md", tittel, dag, innhold)


def _sektortekster(register: OffentligRegister, aar: int) -> tuple[Sektortekst, ...]:
    """In the order of the sectors; those that are not in kontakter.yaml come last."""
    per_kode: dict[str, list[Oppdragstekst]] = {sektor.kode: [] for sektor in register.sektorer}
    for oppdrag in register.oppdrag:
        aarene = register.aarene(oppdrag)
        if aar not in aarene:
            continue
        per_kode.setdefault(oppdrag.sektor, []).append(
            Oppdragstekst(
                oppdrag.id,
                oppdrag.tittel,
                oppdrag.beskrivelse or "",
                str(oppdrag.opphav or ""),
                oppdrag.lenker,
                oppdrag.sektor,
                ", ".join(oppdrag.delansvar),
                naar(loepetid(oppdrag)),
                str(aarene[0]) if aarene[0] < aar else "",
            )
        )
    return tuple(
        Sektortekst(kode, sektornavn(register, kode), tuple(oppdrag))
        for kode, oppdrag in per_kode.items()
        if oppdrag
    )


def _rundetekster(register: OffentligRegister, aar: int) -> tuple[Rundetekst, ...]:
    if not register.kommune.perioder:
        return ()
    return tuple(
        Rundetekst(
            periode.navn,
            dag_med_ord(periode.dag(aar)),
            dag_med_ord(frist) if (frist := periode.fristdag(aar)) else "",
        )
        for periode in register.perioder.values()
    )


def _hendelser(register: OffentligRegister, aar: int) -> tuple[Hendelsestekst, ...]:
    return tuple(
        Hendelsestekst(_naar(hendelse), hendelse.tittel, hendelse.spor.navn, hendelse.lenker)
        for hendelse in etter_tid(
            gang for en in register.hendelser for gang in islice(i_aaret(en, aar), 1)
        )
    )


def _naar(hendelse: Hendelse) -> str:
    """When it is; of what comes back, when it is first in the year, and how often."""
    igjen = f", {hendelse.gjentas.hver}" if hendelse.gjentas else ""
    return f"{med_ord(hendelse.naar)}{igjen}"
