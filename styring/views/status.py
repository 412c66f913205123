"""The overview: how the oppdrag stand, a sector a row, and the sum."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from styring.model.oppdrag import Oppdrag
from styring.register import stand
from styring.register.innhold import Register
from styring.views.visning import Kolonne, Tabell, Verdi


@dataclass(slots=True)
class Telling:
    """How many oppdrag there are, and of which kinds."""

    oppdrag: int = 0
    ikke_rapportert: int = 0
    ikke_startet: int = 0
    under_arbeid: int = 0
    satt_paa_vent: int = 0
    ferdig: int = 0
    utgaar: int = 0
    forfalt: int = 0
    mangler_rapport: int = 0

    def legg_til(self, register: Register, oppdrag: Oppdrag, dag: date) -> None:
        """Counts one oppdrag."""
        status = stand.status(register, oppdrag)
        self.oppdrag += 1
        setattr(self, status.value, getattr(self, status.value) + 1)
        self.forfalt += stand.er_forfalt(register, oppdrag, dag)
        self.mangler_rapport += stand.mangler_rapport(register, oppdrag, dag)

    @property
    def framdrift(self) -> int | None:
        """Done, in whole per cent of what is not dropped; None when there is nothing to do."""
        gjelder = self.oppdrag - self.utgaar
        return self.ferdig * 100 // gjelder if gjelder else None

    def verdier(self) -> dict[str, int]:
        """The counts by key, in order."""
        return {felt.name: getattr(self, felt.name) for felt in fields(self)}


_KOLONNER = (
    Kolonne("sektor", "Sektor"),
    Kolonne("oppdrag", "Oppdrag", kort="Alle"),
    Kolonne("ikke_rapportert", "Ikke rapportert", kort="Ikke\nrapp."),
    Kolonne("ikke_startet", "Ikke startet", kort="Ikke\nstart"),
    Kolonne("under_arbeid", "Under arbeid", kort="Under\narb."),
    Kolonne("satt_paa_vent", "Satt på vent", kort="På\nvent"),
    Kolonne("ferdig", "Ferdig", kort="Fer-\ndig"),
    Kolonne("utgaar", "Utgår", kort="Ut-\ngår"),
    Kolonne("forfalt", "Forfalt", kort="For-\nfalt"),
    Kolonne("mangler_rapport", "Mangler rapport", kort="Uten\nrapp."),
    Kolonne("framdrift", "Ferdig %", kort="Fer-\ndig%"),
)


def oversikt(register: Register, koder: Collection[str], dag: date) -> Tabell:
    """Counts for each sector that has oppdrag, in the order of the sectors.

    Those not in kontakter.yaml come last. Only the sectors with these codes, when any are given.
    """
    per_sektor = {sektor.kode: Telling() for sektor in register.sektorer}
    alle = Telling()
    for post in register.oppdrag:
        if koder and post.sektor not in koder:
            continue
        per_sektor.setdefault(post.sektor, Telling()).legg_til(register, post, dag)
        alle.legg_til(register, post, dag)
    per_sektor = {kode: telling for kode, telling in per_sektor.items() if telling.oppdrag}
    return Tabell(
        _KOLONNER,
        tuple(_rad(kode, telling) for kode, telling in per_sektor.items()),
        lambda: [_data(kode, telling) for kode, telling in per_sektor.items()],
        sum=_rad("Sum", alle),
    )


def _rad(navn: str, telling: Telling) -> tuple[Verdi, ...]:
    return (navn, *telling.verdier().values(), telling.framdrift)


def _data(kode: str, telling: Telling) -> dict[str, Any]:
    return {"sektor": kode, **telling.verdier(), "framdrift": telling.framdrift}
