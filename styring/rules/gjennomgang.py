"""How rules go through the register: part by part, each with the route of keys to it."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from styring.model.indikator import Indikator, Maaling
from styring.model.maal import Delmaal
from styring.model.oppdrag import Rapport
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.stand.stand import siste_rapport
from styring.yamlfile.places import Route

P = TypeVar("P", bound=Oppfulgt)


def rapporter(register: Register) -> Iterator[tuple[Oppfulgt, Route, Rapport]]:
    """Each report, with what it is about and its route there."""
    for post in register.oppfulgte:
        for nummer, rapport in enumerate(post.rapporter):
            yield post, ("rapporter", nummer), rapport


def siste_rapporter(register: Register, poster: Iterable[P]) -> Iterator[tuple[P, Route, Rapport]]:
    """The report for the newest period of each that has one, with its route there."""
    for post in poster:
        if rapport := siste_rapport(register, post):
            yield post, ("rapporter", post.rapporter.index(rapport)), rapport


def indikatorer(register: Register) -> Iterator[tuple[Delmaal, Route, Indikator]]:
    """Each indikator, with its delmål and its route there."""
    for delmaal in register.delmaal:
        for nummer, indikator in enumerate(delmaal.indikatorer):
            yield delmaal, ("indikatorer", nummer), indikator


def maalinger(
    indikator: Indikator, rute: Route
) -> Iterator[tuple[Route, str, tuple[Maaling, ...]]]:
    """Its lists of measurements, the whole's and each part's: the route, of what, the list."""
    yield (*rute, "maalinger"), indikator.navn, indikator.maalinger
    for nummer, en in enumerate(indikator.deler):
        yield (*rute, "deler", nummer, "maalinger"), f"{indikator.navn}: {en.navn}", en.maalinger


def gjentatte(ordene: Iterable[str], *foran: str | None) -> Iterator[tuple[int, str]]:
    """Each word of a list that is in it before, or among those in front of it, with its number."""
    sett = {*foran}
    for nummer, ordet in enumerate(ordene):
        if ordet in sett:
            yield nummer, ordet
        sett.add(ordet)
