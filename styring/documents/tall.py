"""How many oppdrag and vedtak stand how, as documents tell it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from styring.documents.omtale import vurderinger
from styring.mente import ramse
from styring.model.oppdrag import Status
from styring.model.vedtak import Vedtak
from styring.offentlig.doer import OffentligRegister
from styring.register.innhold import Register
from styring.stand import stand
from styring.stand.antall import antall, antallet
from styring.stand.telling import TALL, Opptelling, Telling


class Tallrad(NamedTuple):
    """What is counted for one, in the order of the columns."""

    navn: str
    tall: tuple[int, ...]


class Talltabell(NamedTuple):
    """The counts with their sum, what is late or missing first; none has no column."""

    kolonner: tuple[str, ...]
    rader: tuple[Tallrad, ...]
    alle: Tallrad


def talltabell(opptelling: Opptelling) -> Talltabell:
    """The overview of `styring status`."""
    alle = (opptelling.alle, *opptelling.rader.values())
    hva, summen = opptelling.alle.hva, opptelling.alle.antall()
    titler = {hva: hva.capitalize(), **TALL}
    har = [tall for tall in titler if summen[tall]]
    uten = (telling.med["ikke_rapportert"] == telling.med["mangler_rapport"] for telling in alle)
    if summen["ikke_rapportert"] == len(opptelling.alle.poster) and all(uten):
        har = [tall for tall in har if tall != "mangler_rapport"]  # the other says it
    # On a narrow screen only the first columns are seen.
    valgte = sorted(har, key=set(Status).__contains__)

    def rad(navn: str, telling: Telling) -> Tallrad:
        antall = telling.antall()
        return Tallrad(navn[:1].upper() + navn[1:], tuple(antall[tall] for tall in valgte))

    return Talltabell(
        tuple(titler[tall] for tall in valgte),
        tuple(rad(rad_.navn or rad_.vist, telling) for rad_, telling in opptelling.rader.items()),
        rad("Sum", opptelling.alle),
    )


def staar(antall: Mapping[Status, int]) -> str:
    """How many stand how: «3 under arbeid og 2 ferdige»; empty when there are none."""
    return ramse(_hvert(antall))


def _hvert(antall: Mapping[Status, int]) -> Iterator[str]:
    return (f"{tall} {_slik(en, tall)}" for en in Status if (tall := antall.get(en)))


def _slik(status: Status, tall: int) -> str:
    """A status behind a number: «ferdige», «som utgår»."""
    if status is Status.UTGAAR:
        return f"som {status.navn}"
    return f"{status.navn}e" if status is Status.FERDIG and tall > 1 else status.navn


class Vedtakstall(NamedTuple):
    """How many vedtak there are, and how they stand."""

    antall: int
    ingen_rapportert: bool
    """Not one of them says how it stands."""
    staar: str
    """«2 under arbeid, 1 som følges opp gjennom oppdrag og 1 som ikke trenger oppfølging»."""
    forfalt: int
    forsinket: int


def vedtakstall(register: Register, vedtak: Sequence[Vedtak], dag: date) -> Vedtakstall:
    """Some vedtak counted on a day, each by its own reports unless oppdrag tell how it stands."""
    uten = sum(en.trenger_ingen for en in vedtak)
    fulgt = [en for en in vedtak if not en.trenger_ingen]
    egne = [en for en in fulgt if stand.har_egen_oppfoelging(en) or not en.oppdrag]
    telt = Counter(stand.status(register, en) for en in egne)
    andre = {
        "følges opp gjennom oppdrag": len(fulgt) - len(egne),
        "ikke trenger oppfølging": uten,
    }
    return Vedtakstall(
        len(vedtak),
        telt[Status.IKKE_RAPPORTERT] == len(vedtak),
        ramse(
            (
                *_hvert(telt),
                *(f"{antall} som {hvordan}" for hvordan, antall in andre.items() if antall),
            )
        ),
        sum(stand.er_forfalt(register, en, dag) for en in vedtak),
        sum(stand.er_forsinket(register, en) for en in vedtak),
    )


class Tallene(NamedTuple):
    """What templates of reports get of the figures."""

    tall: dict[str, int]
    """How many oppdrag there are, and how many are `forfalt`, `forsinket`, `mangler_rapport` …"""
    mangler_rapport: str
    """How much lacks a report for the round: «2 oppdrag og 1 vedtak»; empty for nothing."""
    staar: str
    """How many stand how: «3 under arbeid og 1 ferdig»."""
    vedtakstall: Vedtakstall
    vurderinger: str
    unntatt: str
    """How much is kept from the public, and not in it: «2 oppdrag og 1 vedtak»."""
    tabell: Talltabell
    """The counts by row."""


def tallene(synlig: OffentligRegister, opptelling: Opptelling, dag: date, periode: str) -> Tallene:
    """The figures of what is for all to see, on a day and in a round."""
    return Tallene(
        tall=opptelling.alle.antall(),
        mangler_rapport=antall(stand.uten_rapport(synlig, dag, periode)),
        staar=staar(opptelling.alle.statuser),
        vedtakstall=vedtakstall(synlig, synlig.vedtak, dag),
        vurderinger=vurderinger(synlig, synlig.oppdrag),
        unntatt=antallet(synlig.unntatt),
        tabell=talltabell(opptelling),
    )
