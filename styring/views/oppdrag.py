"""Which oppdrag are listed, and in which columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from styring.model.oppdrag import Oppdrag, Rapport, Status
from styring.register import stand
from styring.register.innhold import Register
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt


class Utvalg(NamedTuple):
    """Which oppdrag: those that fit every filter given, and any of a filter's values.

    Ids and codes are as the records write them.
    """

    sektor: frozenset[str] = frozenset()
    status: frozenset[Status] = frozenset()
    ansvarlig: frozenset[str] = frozenset()
    delmaal: frozenset[str] = frozenset()
    delansvar: frozenset[str] = frozenset()
    forfalt: bool = False
    frist_innen: date | None = None
    uten_rapport: bool = False
    sok: tuple[str, ...] = ()
    """Words that must all stand somewhere in the texts of an oppdrag, its tasks and reports."""

    def velg(self, register: Register, dag: date) -> Iterator[Oppdrag]:
        """The oppdrag that fit on a day, in the order of the files."""
        ordene = [_soekbar(ord_) for ord_ in self.sok]
        for oppdrag in register.oppdrag:
            if self.sektor and oppdrag.sektor not in self.sektor:
                continue
            if self.delmaal and not self.delmaal.intersection(oppdrag.delmaal):
                continue
            if self.delansvar and not self.delansvar.intersection(oppdrag.delansvar):
                continue
            if self.ansvarlig and stand.ansvarlig(register, oppdrag) not in self.ansvarlig:
                continue
            if self.status and stand.status(register, oppdrag) not in self.status:
                continue
            if self.forfalt and not stand.er_forfalt(register, oppdrag, dag):
                continue
            if self.frist_innen and not _har_frist_innen(oppdrag, self.frist_innen):
                continue
            if self.uten_rapport and not stand.mangler_rapport(register, oppdrag, dag):
                continue
            if ordene and not _har_ordene(oppdrag, ordene):
                continue
            yield oppdrag


def oppsett(register: Register, dag: date) -> Oppsett[Oppdrag]:
    """The columns of oppdrag, reckoned on a day."""

    def rapport(oppdrag: Oppdrag) -> Rapport | None:
        return stand.siste_rapport(register, oppdrag)

    def fra_rapport(navn: str) -> Any:
        return lambda oppdrag: getattr(rapport(oppdrag), navn, None)

    def mangler(oppdrag: Oppdrag) -> str | None:
        return _ja(stand.mangler_rapport(register, oppdrag, dag))

    alle: tuple[Felt[Oppdrag], ...] = (
        felt("id", "Id", lambda o: o.id),
        felt("tittel", "Oppdrag", lambda o: o.tittel, er_lang=True),
        felt("sektor", "Sektor", lambda o: o.sektor),
        felt(
            "ansvarlig",
            "Ansvarlig",
            lambda o: navn_paa(register, stand.ansvarlig(register, o)),
            kort="Ansv.",
        ),
        felt("status", "Status", lambda o: stand.status(register, o)),
        felt("vurdering", "Vurdering", fra_rapport("vurdering")),
        felt("frist", "Frist", lambda o: o.frist),
        felt("forventet_ferdig", "Forventet", fra_rapport("forventet_ferdig")),
        felt("forfalt", "Forfalt", lambda o: _ja(stand.er_forfalt(register, o, dag))),
        felt("delmaal", "Delmål", lambda o: o.delmaal),
        felt("delansvar", "Delansvar", lambda o: o.delansvar),
        felt("oppgaver", "Oppgaver", lambda o: len(o.oppgaver)),
        felt("periode", "Rapport for", fra_rapport("periode")),
        felt("rapportert", "Rapportert", fra_rapport("dato")),
        felt("kommentar", "Kommentar", fra_rapport("kommentar"), er_lang=True),
        felt(
            "mangler_rapport",
            "Uten rapport",
            lambda o: _ja(stand.mangler_rapport(register, o, dag)),
        ),
        felt("aar", "År", register.aar),
        felt("kilde", "Kilde", lambda o: o.kilde, er_lang=True),
        felt("beskrivelse", "Beskrivelse", lambda o: o.beskrivelse, er_lang=True),
    )
    vanlige = ("id", "tittel", "sektor", "ansvarlig", "status", "frist")
    return Oppsett(alle, vanlige, lambda oppdrag: data(register, oppdrag, dag))


def data(register: Register, oppdrag: Oppdrag, dag: date) -> dict[str, Any]:
    """All fields of an oppdrag, and behind them those that are worked out."""
    felter: dict[str, Any] = som_data(oppdrag)
    return felter | {
        "aar": register.aar(oppdrag),
        "status": stand.status(register, oppdrag).value,
        "ansvarlig": stand.ansvarlig(register, oppdrag),
        "forfalt": stand.er_forfalt(register, oppdrag, dag),
        "mangler_rapport": stand.mangler_rapport(register, oppdrag, dag),
    }


def navn_paa(register: Register, id_: str | None) -> str | None:
    """A contact's name; the id itself when there is no such contact."""
    if id_ is None:
        return None
    kontakt = register.kontakt.get(id_.lower())
    return kontakt.navn if kontakt else id_


def _ja(er_sann: bool) -> str | None:
    return "ja" if er_sann else None


def _har_frist_innen(oppdrag: Oppdrag, dag: date) -> bool:
    return oppdrag.frist is not None and oppdrag.frist.siste_dag <= dag


def _har_ordene(oppdrag: Oppdrag, ordene: Sequence[str]) -> bool:
    deler = [oppdrag.id, oppdrag.tittel, oppdrag.beskrivelse]
    for rapport in oppdrag.rapporter:
        deler += (rapport.kommentar, rapport.avvik, rapport.tiltak)
    for oppgave in oppdrag.oppgaver:
        deler += (oppgave.id, oppgave.tittel, oppgave.merknad)
    deler += (ledd.merknad for ledd in oppdrag.delegering)
    tekst = _soekbar("\n".join(filter(None, deler)))
    return all(ord_ in tekst for ord_ in ordene)


def _soekbar(tekst: str) -> str:
    return unicodedata.normalize("NFC", tekst).casefold()
