"""The overview: how many oppdrag, or vedtak, stand how, in rows and in sum."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from styring.model.oppdrag import Status
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.stand import stand
from styring.stand.inndeling import Etter, Rad, inndeling
from styring.views.visning import Kolonne, Stolpe, Tabell, Verdi

OPPDRAG = Kolonne("oppdrag", "Oppdrag", kort="Ant")
VEDTAK = Kolonne("vedtak", "Vedtak")
TALL = (
    Kolonne("ikke_rapportert", "Ikke rapportert", kort="Ikke\nrapp.", i_stolpe=True),
    Kolonne("ikke_startet", "Ikke startet", kort="Ikke\nstart", i_stolpe=True),
    Kolonne("under_arbeid", "Under arbeid", kort="Un-\nder\narb.", i_stolpe=True),
    Kolonne("satt_paa_vent", "Satt på vent", kort="På\nvent", i_stolpe=True),
    Kolonne("ferdig", "Ferdig", kort="Fer-\ndig", i_stolpe=True),
    Kolonne("utgaar", "Utgår", kort="Ut-\ngår", i_stolpe=True),
    Kolonne("forfalt", "Forfalt", kort="For-\nfalt"),
    Kolonne("forsinket", "Forsinket", kort="For-\nsin-\nket"),
    Kolonne("mangler_rapport", "Mangler rapport", kort="Mang-\nler\nrapp."),
)
"""What is counted of them."""
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
    """The oppdrag, or the vedtak, that are counted, and by what they count as."""

    hva: Kolonne
    poster: list[Oppfulgt] = field(default_factory=list)
    med: dict[str, list[Oppfulgt]] = field(
        default_factory=lambda: {tall.noekkel: [] for tall in TALL}
    )

    def legg_til(self, post: Oppfulgt, teller_som: Iterable[str]) -> None:
        """Counts one."""
        self.poster.append(post)
        for noekkel in teller_som:
            self.med[noekkel].append(post)

    @property
    def gjelder(self) -> int:
        """How many are not dropped."""
        return len(self.poster) - len(self.med["utgaar"])

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
        hvert = {noekkel: len(poster) for noekkel, poster in self.med.items()}
        return {self.hva.noekkel: len(self.poster), **hvert}


class Tellbare(NamedTuple):
    """What is to be counted: OPPDRAG or VEDTAK, and which."""

    hva: Kolonne
    poster: Sequence[Oppfulgt]


class Opptelling(NamedTuple):
    """The oppdrag, or the vedtak, counted, in rows and all together."""

    etter: Etter
    rader: dict[Rad, Telling]
    """Those that something is counted in, in order; what is nobody's last."""
    alle: Telling

    @property
    def overlapper(self) -> bool:
        """Some are counted in several rows, so the rows add up to more than there are."""
        antall = sum(len(telling.poster) for telling in self.rader.values())
        return antall > len(self.alle.poster)


def tellbare(register: Register, koder: Collection[str], aar: int | None = None) -> Tellbare:
    """The oppdrag; for whoever has none, the vedtak that need follow-up.

    Only of the sectors with these codes, and given for or made in the year, when given.
    """
    if not register.bare_vedtak:
        oppdrag = (o for o in register.oppdrag if aar is None or aar in register.aarene(o))
        return Tellbare(OPPDRAG, [o for o in oppdrag if not koder or o.sektor in koder])
    vedtak = (
        v
        for v in register.vedtak
        if not v.trenger_ingen and (aar is None or (v.dato and v.dato.year == aar))
    )
    return Tellbare(VEDTAK, [v for v in vedtak if not koder or v.sektor in koder])


def tell_opp(
    register: Register,
    tellbare: Tellbare,
    dag: date,
    etter: Etter = Etter.SEKTOR,
    periode: str | None = None,
) -> Opptelling:
    """Some oppdrag or vedtak counted.

    Reports are missed for a round, the one that is meant on the day when none is given.
    """
    rekkefoelge, rader_for = inndeling(register, etter, dag)
    rader = {rad: Telling(tellbare.hva) for rad in rekkefoelge}
    alle = Telling(tellbare.hva)
    for post in tellbare.poster:
        teller_som = tuple(_teller_som(register, post, dag, periode))
        alle.legg_til(post, teller_som)
        for rad in rader_for(post):
            rader.setdefault(rad, Telling(tellbare.hva)).legg_til(post, teller_som)
    fylte = (rad for rad, telling in rader.items() if telling.poster)
    return Opptelling(
        etter, {rad: rader[rad] for rad in sorted(fylte, key=lambda rad: rad.id is None)}, alle
    )


def _teller_som(
    register: Register, post: Oppfulgt, dag: date, periode: str | None
) -> Iterator[str]:
    yield stand.status(register, post).value
    if stand.er_forfalt(register, post, dag):
        yield "forfalt"
    if stand.er_forsinket(register, post):
        yield "forsinket"
    if stand.mangler_rapport(register, post, dag, periode):
        yield "mangler_rapport"


def oversikt(opptelling: Opptelling) -> Tabell:
    """The counts, a row each and the sum."""
    rader, alle = opptelling.rader, opptelling.alle
    return Tabell(
        (FOERST[opptelling.etter], alle.hva, *TALL, FRAMDRIFT),
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
