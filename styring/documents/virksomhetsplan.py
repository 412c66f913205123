"""The virksomhetsplan of a sector: its goals, its oppdrag, who does what and when. Internal."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from styring.documents.dokument import Dokument
from styring.documents.maaltekst import Omraadetekst, maalene
from styring.documents.maler import dokument
from styring.documents.oppfulgttekst import Oppfulgttekst, hjemler, oppfulgt
from styring.documents.tematekst import Tematekst, temaene
from styring.mente import ramse
from styring.model.fulgt import Fulgt
from styring.model.kontakt import Sektor, Virksomhet, virksomhetene
from styring.model.loepetid import loepetid
from styring.model.oppdrag import Oppdrag
from styring.model.tidsform import naar
from styring.register.innhold import Register
from styring.stand import stand
from styring.stand.stand import navn_paa


class Fristlinje(NamedTuple):
    """A deadline: when, what, and whose it is."""

    frist: str
    id: str
    tittel: str
    ansvarlig: str


class Virksomhetsplan(NamedTuple):
    """What the template `virksomhetsplan.md` gets."""

    aar: str
    kode: str
    sektor: str
    direktoer: str
    arbeidsfelt: str
    omraader: tuple[Omraadetekst, ...]
    """The goals that the sector is responsible for."""
    temaer: tuple[Tematekst, ...]
    oppdrag: tuple[Oppfulgttekst, ...]
    delansvar: tuple[Oppfulgttekst, ...]
    """Oppdrag of other sectors that this one shares responsibility for."""
    frister: tuple[Fristlinje, ...]
    """The deadlines of the sector's oppdrag and of their oppgaver, by time; then what has none."""
    hjemler: str
    """The laws that keep something in it from the public; empty when there is nothing."""


def virksomhetsplan(
    register: Register,
    sektor: Sektor,
    aar: int,
    dag: date,
    virksomheter: Sequence[Virksomhet] = (),
) -> Dokument:
    """The virksomhetsplan of a sector for a year; of what some virksomheter take part in only."""
    deres = {under.id for en in virksomheter for under in (en, *virksomhetene(en))}
    i_aaret = [
        oppdrag
        for oppdrag in register.oppdrag
        if aar in register.aarene(oppdrag)
        and (not deres or not deres.isdisjoint(stand.virksomheter(register, oppdrag, dag)))
    ]
    egne = [oppdrag for oppdrag in i_aaret if oppdrag.sektor == sektor.kode]
    delte = [oppdrag for oppdrag in i_aaret if sektor.kode in oppdrag.delansvar]
    innhold = Virksomhetsplan(
        aar=str(aar),
        kode=sektor.kode,
        sektor=sektor.navn,
        direktoer=navn_paa(register, sektor.direktoer_paa(dag)) or "",
        arbeidsfelt=", ".join(sektor.arbeidsfelt),
        omraader=maalene(register, (sektor.kode,)),
        temaer=temaene(register, aar),
        oppdrag=tuple(oppfulgt(register, oppdrag, dag) for oppdrag in egne),
        delansvar=tuple(oppfulgt(register, oppdrag, dag) for oppdrag in delte),
        frister=_linjene(register, egne, dag),
        hjemler=hjemler((*egne, *delte)),
    )
    hvem = ramse(en.navn for en in virksomheter) or sektor.navn
    tittel = f"Virksomhetsplan {aar} for {hvem}"
    return dokument(register, "virksomhetsplan.md", tittel, dag, innhold)


def _linjene(register: Register, oppdragene: list[Oppdrag], dag: date) -> tuple[Fristlinje, ...]:
    linjer = []
    for oppdrag in oppdragene:
        poster: tuple[Fulgt, ...] = (oppdrag, *oppdrag.under)
        for post in poster:
            if (tid := loepetid(post)) and (post.frist or post.loepende):
                navn = navn_paa(register, stand.ansvarlig(register, post, dag)) or "ingen"
                linje = Fristlinje(naar(tid), post.id, post.tittel, navn)
                linjer.append((tid.siste_dag, tid.foerste_dag, linje))
    linjer.sort(key=lambda linje: linje[:2])
    return tuple(linje for _, _, linje in linjer)
