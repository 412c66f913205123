"""The columns of oppdrag, and what machines get of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from styring.model.oppdrag import Oppdrag
from styring.register.innhold import Register
from styring.stand.runder import oppdragsaarene
from styring.views import egne
from styring.views import oppfoelgingsfelt as oppfoelging
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt

_REKKEFOELGE = (
    *("id", "tittel", "sektor", "ansvarlig", "status", "vurdering", "frist", "forventet_ferdig"),
    *("forfalt", "forsinket", "delmaal", "delansvar", "oppgaver", "periode", "rapportert"),
    *("kommentar", "mangler_rapport", "aar", "viderefoert_fra", "kilde", "beskrivelse"),
)
_VANLIGE = ("id", "tittel", "sektor", "ansvarlig", "status", "frist")


def oppsett(register: Register, dag: date) -> Oppsett[Oppdrag]:
    """The columns of oppdrag, reckoned on a day."""
    alle: dict[str, Felt[Oppdrag]] = {
        **oppfoelging.kolonner(register, dag),
        "tittel": felt("tittel", "Oppdrag", lambda o: o.tittel, er_lang=True),
        "delmaal": felt("delmaal", "Delmål", lambda o: o.delmaal),
        "aar": felt("aar", "År", lambda o: _aar(register.aarene(o))),
        "viderefoert_fra": felt("viderefoert_fra", "Videreført fra", lambda o: o.viderefoert_fra),
        "beskrivelse": felt("beskrivelse", "Beskrivelse", lambda o: o.beskrivelse, er_lang=True),
    }
    valgt = tuple(alle[noekkel] for noekkel in _REKKEFOELGE)
    vanlige = _VANLIGE if len(oppdragsaarene(register)) < 2 else ("id", "aar", *_VANLIGE[1:])
    egne_felt = egne.kolonner(register.oppdrag, lambda o: o.egne)
    return Oppsett((*valgt, *egne_felt), vanlige, lambda oppdrag: data(register, oppdrag, dag))


def _aar(aarene: range) -> str:
    return f"{aarene[0]}–{aarene[-1]}" if len(aarene) > 1 else str(aarene[0])


def data(register: Register, oppdrag: Oppdrag, dag: date) -> dict[str, Any]:
    """All fields of an oppdrag, and behind them those that are worked out."""
    felter: dict[str, Any] = som_data(oppdrag)
    regnet = oppfoelging.utregnet(register, oppdrag, dag)
    return felter | {"aar": register.aar(oppdrag)} | regnet
