"""The columns of oppdrag, and what machines get of them."""

from datetime import date
from typing import Any

from styring.model.oppdrag import Oppdrag
from styring.register.innhold import Register
from styring.stand.runder import oppdragsaarene
from styring.views import egne
from styring.views import oppfoelgingsfelt as oppfoelging
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt

_VANLIGE = ("id", "tittel", "sektor", "ansvarlig", "status", "frist")


def oppsett(register: Register, dag: date) -> Oppsett[Oppdrag]:
    """The columns of oppdrag, reckoned on a day."""
    egne_bak: dict[str, tuple[Felt[Oppdrag], ...]] = {
        "id": (felt("tittel", "Oppdrag", er_lang=True),),
        "forsinket": (felt("delmaal", "Delmål"),),
        "mangler_rapport": (
            felt("aar", "År", lambda o: _aar(register.aarene(o))),
            felt("viderefoert_fra", "Videreført fra"),
        ),
        "arkivsak": (felt("opphav", "Opphav", lambda o: str(o.opphav) if o.opphav else None),),
        "kilde": (felt("beskrivelse", "Beskrivelse", er_lang=True),),
    }
    alle = oppfoelging.kolonner(register, dag, egne_bak)
    vanlige = _VANLIGE if len(oppdragsaarene(register)) < 2 else ("id", "aar", *_VANLIGE[1:])
    egne_felt = egne.kolonner(register.oppdrag, lambda o: o.egne)
    return Oppsett((*alle, *egne_felt), vanlige, lambda oppdrag: data(register, oppdrag, dag))


def _aar(aarene: range) -> str:
    return f"{aarene[0]}–{aarene[-1]}" if len(aarene) > 1 else str(aarene[0])


def data(register: Register, oppdrag: Oppdrag, dag: date) -> dict[str, Any]:
    """All fields of an oppdrag, and behind them those that are worked out."""
    felter: dict[str, Any] = som_data(oppdrag)
    regnet = oppfoelging.utregnet(register, oppdrag, dag)
    return felter | {"aar": register.aar(oppdrag)} | regnet
