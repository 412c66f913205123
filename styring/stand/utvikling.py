"""What has changed since a reporting round, as the reports tell it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from styring import alfabet
from styring.mente import ramse, telt
from styring.model.oppdrag import Rapport, Status, Vurdering
from styring.model.tid import Frist
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.stand import runder, stand

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FraTil(Generic[T]):
    """What a value was and what it is; None for none."""

    foer: T | None
    naa: T | None


class Utvikling(NamedTuple):
    """Where it stood and where it stands with an oppdrag or a vedtak, by its reports."""

    post: Oppfulgt
    foer: Rapport | None
    naa: Rapport | None

    @property
    def status(self) -> FraTil[Status] | None:
        """The status, when it is another."""
        return _hvis_endret(stand.sagt(self.foer), stand.sagt(self.naa))

    @property
    def vurdering(self) -> FraTil[Vurdering] | None:
        """The judgement, when it is another; one that the last report of all lacks is the same."""
        foer, naa = (rapport.vurdering if rapport else None for rapport in self[1:])
        return None if naa is None and self._er_avsluttet else _hvis_endret(foer, naa)

    @property
    def forventet(self) -> FraTil[Frist] | None:
        """When it is awaited done, when that is another day and more is to be done."""
        foer, naa = self._forventet
        if self._er_avsluttet or (foer and naa and foer.siste_dag == naa.siste_dag):
            return None
        return _hvis_endret(foer, naa)

    @property
    def dager(self) -> int:
        """How many days later it is awaited done, by last days; below 0 earlier, else 0."""
        foer, naa = self._forventet
        return (naa.siste_dag - foer.siste_dag).days if self.forventet and foer and naa else 0

    @property
    def er_endret(self) -> bool:
        """Something is not as it was."""
        return any((self.status, self.vurdering, self.forventet))

    def er_blitt(self, hva: Status | Vurdering) -> bool:
        """It stands so now, or is judged so, and was not then."""
        return any(en is not None and en.naa is hva for en in (self.status, self.vurdering))

    @property
    def er_gjenaapnet(self) -> bool:
        """Done or dropped then, and not now."""
        return stand.sagt(self.foer).er_avsluttet and not self._er_avsluttet

    @property
    def er_nyrapportert(self) -> bool:
        """Reported on now, and not then."""
        return self.foer is None and self.naa is not None

    @property
    def er_kommet_i_gang(self) -> bool:
        """Not started or waiting then, and worked on now."""
        sto_stille = stand.sagt(self.foer) in (Status.IKKE_STARTET, Status.SATT_PAA_VENT)
        return sto_stille and stand.sagt(self.naa) is Status.UNDER_ARBEID

    @property
    def er_uten_forventet(self) -> bool:
        """A day was given then, and none is now."""
        return self.forventet is not None and self.forventet.naa is None

    @property
    def trinn(self) -> int:
        """How many steps worse it is judged, from green to red; below 0 better, else 0."""
        if self.steg is None:
            return 0
        fra, til = map(list(Vurdering).index, self.steg)
        return til - fra

    @property
    def steg(self) -> tuple[Vurdering, Vurdering] | None:
        """What it was judged and what it is judged, when both are given and they differ."""
        foer, naa = (rapport.vurdering if rapport else None for rapport in self[1:])
        return (foer, naa) if foer and naa and foer is not naa else None

    @property
    def _forventet(self) -> tuple[Frist | None, Frist | None]:
        foer, naa = (rapport.forventet_ferdig if rapport else None for rapport in self[1:])
        return foer, naa

    @property
    def _er_avsluttet(self) -> bool:
        return stand.sagt(self.naa).er_avsluttet

    @property
    def rang(self) -> tuple[Any, ...]:
        """What they are sorted by: what became red, what else is worse, what is new, the better."""
        er_verre = self.trinn > 0 or self.dager > 0 or self.er_gjenaapnet
        grupper = (
            self.er_blitt(Vurdering.ROED) and not self._er_avsluttet,
            er_verre or self.er_blitt(Status.SATT_PAA_VENT) or self.er_uten_forventet,
            self.er_blitt(Status.UTGAAR),
            self.er_nyrapportert and not self._er_avsluttet,
            not self.er_blitt(Status.FERDIG),
            True,
        )
        return grupper.index(True), -self.trinn, -self.dager, alfabet.noekkel(self.post.id)


def utvikling(
    register: Register, poster: Iterable[Oppfulgt], siden: str, dag: date
) -> list[Utvikling]:
    """Those of some posts that are not as they were in a period (`2023-T1`), the worst first.

    Then is the newest report whose period's day had come by that of `siden`, now by `dag`.
    """
    da = runder.periodedag(register, siden)
    if da is None:
        return []
    alle = (
        Utvikling(
            post, stand.rapport_per(register, post, da), stand.rapport_per(register, post, dag)
        )
        for post in poster
    )
    return sorted((en for en in alle if en.er_endret), key=lambda en: en.rang)


def oppsummering(endringer: Sequence[Utvikling]) -> str:
    """How many changes there are of each kind: «3 er blitt ferdige, 1 gikk fra grønn til rød».

    One may be of several kinds; of many kinds, only the first are named. Empty for none.
    """
    bedre, verre = (
        Counter(en.steg for en in endringer if en.steg and en.trinn * fortegn > 0)
        for fortegn in (-1, 1)
    )
    ferdige, *resten = (
        _antall(sum(map(er_slik, endringer)), en, flere) for er_slik, en, flere in _ARTER
    )
    andre = [en for en in endringer if not en.steg and not any(art[0](en) for art in _ARTER)]
    sist = _antall(len(andre), "er endret på annet vis")
    flest, deler = 6, [*filter(None, (ferdige, *_gikk(verre), *resten, *_gikk(bedre), sist))]
    if len(deler) <= flest + 1:
        return ramse(deler)
    return f"{ramse(deler[:flest])}. I tillegg er det mindre endringer"


_ARTER: tuple[tuple[Callable[[Utvikling], bool], str, str | None], ...] = (
    (lambda en: en.er_blitt(Status.FERDIG), "er blitt ferdig", "er blitt ferdige"),
    (lambda en: en.dager > 0, "er forventet ferdig senere", None),
    (lambda en: en.er_uten_forventet, "har ikke lenger noen forventet ferdigdato", None),
    (lambda en: en.er_blitt(Status.SATT_PAA_VENT), "er satt på vent", None),
    (lambda en: en.er_gjenaapnet, "er tatt opp igjen", None),
    (lambda en: en.er_blitt(Status.UTGAAR), "utgår", None),
    (lambda en: en.er_nyrapportert, "er rapportert for første gang", None),
    (lambda en: en.er_kommet_i_gang, "er kommet i gang", None),
    (lambda en: en.dager < 0, "er forventet ferdig tidligere", None),
)
"""The kinds of change but those of the judgement; what one is called, and several if otherwise."""


def _hvis_endret(foer: T | None, naa: T | None) -> FraTil[T] | None:
    return None if foer == naa else FraTil(foer, naa)


def _antall(antall: int, en: str, flere: str | None = None) -> str:
    return telt(antall, en, flere or en) if antall else ""


def _gikk(steg: Counter[tuple[Vurdering, Vurdering]]) -> list[str]:
    """«2 gikk fra grønn til rød»: the judgements that changed, those that became red first."""
    rang = list(Vurdering).index
    return [
        f"{antall} gikk fra {foer.navn} til {naa.navn}"
        for (foer, naa), antall in sorted(
            steg.items(), key=lambda par: (-rang(par[0][1]), rang(par[0][0]))
        )
    ]
