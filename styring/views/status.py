"""The overview: how many oppdrag stand how, in rows and in sum."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from styring.model.oppdrag import Oppdrag, Status
from styring.register import stand
from styring.register.innhold import Register
from styring.views.inndeling import Etter, Rad, inndeling
from styring.views.visning import Kolonne, Stolpe, Tabell, Verdi

TALL = (
    Kolonne("oppdrag", "Oppdrag", kort="Alt"),
    Kolonne("ikke_rapportert", "Ikke rapportert", kort="Ikke\nrapp.", i_stolpe=True),
    Kolonne("ikke_startet", "Ikke startet", kort="Ikke\nstart", i_stolpe=True),
    Kolonne("under_arbeid", "Under arbeid", kort="Un-\nder\narb.", i_stolpe=True),
    Kolonne("satt_paa_vent", "Satt på vent", kort="På\nvent", i_stolpe=True),
    Kolonne("ferdig", "Ferdig", kort="Fer-\ndig", i_stolpe=True),
    Kolonne("utgaar", "Utgår", kort="Ut-\ngår", i_stolpe=True),
    Kolonne("forfalt", "Forfalt", kort="For-\nfalt"),
    Kolonne("forsinket", "Forsinket", kort="For-\nsin-\nket"),
    Kolonne("mangler_rapport", "Mangler rapport", kort="Uten\nrapp."),
)
"""What is counted."""
FRAMDRIFT = Kolonne("framdrift", "Ferdig %", kort="Fer-\ndig%")
FOERST = {
    Etter.SEKTOR: Kolonne("sektor", "Sektor", kort="Sek-\ntor"),
    Etter.SATSINGSOMRAADE: Kolonne(
        "satsingsomraade", "Satsingsområde", er_lang=True, kort="Satsings-\nområde"
    ),
    Etter.ANSVARLIG: Kolonne("ansvarlig", "Ansvarlig"),
}
"""What a row is for each of."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The oppdrag that are counted, by what they count as."""

    med: dict[str, list[Oppdrag]] = field(
        default_factory=lambda: {tall.noekkel: [] for tall in TALL}
    )

    def legg_til(self, oppdrag: Oppdrag, teller_som: Iterable[str]) -> None:
        """Counts one oppdrag."""
        for noekkel in teller_som:
            self.med[noekkel].append(oppdrag)

    @property
    def gjelder(self) -> int:
        """How many are not dropped."""
        return len(self.med["oppdrag"]) - len(self.med["utgaar"])

    @property
    def framdrift(self) -> int | None:
        """Done, in whole per cent of what is not dropped; None when there is nothing to do.

        The nearest, but 0 only when none is done and 100 only when all are.
        """
        ferdige, alle = len(self.med["ferdig"]), self.gjelder
        if ferdige in (0, alle):
            return 100 * bool(ferdige) if alle else None
        return min(max((200 * ferdige + alle) // (2 * alle), 1), 99)

    @property
    def stolpe(self) -> Stolpe:
        """How many stand how."""
        return {status: len(self.med[status.value]) for status in Status}

    def antall(self) -> dict[str, int]:
        """The counts by key, in order."""
        return {noekkel: len(poster) for noekkel, poster in self.med.items()}


class Opptelling(NamedTuple):
    """The oppdrag counted, in rows and all together."""

    etter: Etter
    rader: dict[Rad, Telling]
    """Those that something is counted in, in order; what is nobody's last."""
    alle: Telling

    @property
    def overlapper(self) -> bool:
        """Some are counted in several rows, so the rows add up to more than there are."""
        antall = sum(len(telling.med["oppdrag"]) for telling in self.rader.values())
        return antall > len(self.alle.med["oppdrag"])


def tell_opp(
    register: Register,
    koder: Collection[str],
    dag: date,
    etter: Etter = Etter.SEKTOR,
    aar: int | None = None,
    periode: str | None = None,
) -> Opptelling:
    """The oppdrag counted; only of the sectors with these codes and of the year, when given.

    Reports are missed for a round, the one that is meant on the day when none is given.
    """
    rekkefoelge, rader_for = inndeling(register, etter, dag)
    rader = {rad: Telling() for rad in rekkefoelge}
    alle = Telling()
    for post in register.oppdrag:
        if koder and post.sektor not in koder:
            continue
        if aar is not None and aar not in register.aarene(post):
            continue
        teller_som = tuple(_teller_som(register, post, dag, periode))
        alle.legg_til(post, teller_som)
        for rad in rader_for(post):
            rader.setdefault(rad, Telling()).legg_til(post, teller_som)
    fylte = (rad for rad, telling in rader.items() if telling.med["oppdrag"])
    return Opptelling(
        etter, {rad: rader[rad] for rad in sorted(fylte, key=lambda rad: rad.id is None)}, alle
    )


def _teller_som(
    register: Register, oppdrag: Oppdrag, dag: date, periode: str | None
) -> Iterator[str]:
    yield "oppdrag"
    yield stand.status(register, oppdrag).value
    if stand.er_forfalt(register, oppdrag, dag):
        yield "forfalt"
    if stand.er_forsinket(register, oppdrag):
        yield "forsinket"
    if stand.mangler_rapport(register, oppdrag, dag, periode):
        yield "mangler_rapport"


def oversikt(opptelling: Opptelling) -> Tabell:
    """The counts, a row each and the sum."""
    rader, alle = opptelling.rader, opptelling.alle
    return Tabell(
        (FOERST[opptelling.etter], *TALL, FRAMDRIFT),
        tuple(_rad(rad.vist, telling) for rad, telling in rader.items()),
        lambda: [_data(opptelling.etter, rad, telling) for rad, telling in rader.items()],
        sum=_rad("Sum", alle),
        stolper=tuple(telling.stolpe for telling in (*rader.values(), alle)),
    )


def _rad(navn: str, telling: Telling) -> tuple[Verdi, ...]:
    return (navn, *telling.antall().values(), telling.framdrift)


def _data(etter: Etter, rad: Rad, telling: Telling) -> dict[str, Any]:
    return {
        etter.value: rad.id,
        "navn": rad.navn,
        **telling.antall(),
        "framdrift": telling.framdrift,
    }
