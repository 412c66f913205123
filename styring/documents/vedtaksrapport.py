"""The list of vedtak that goes to the council: how many are left, and where each stands.

For the public.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from styring.documents.dokument import Dokument
from styring.documents.maler import dokument
from styring.documents.omtale import gjort, offentlig_runde
from styring.documents.oppfulgttekst import periodenavn
from styring.documents.vedtakstekst import Fortelling, Vedtakstekst, stor
from styring.mente import ramse
from styring.model.kommune import Runde
from styring.model.tidsform import alder, dag_med_ord
from styring.model.vedtak import Sak, Vedtak
from styring.offentlig.doer import OffentligRegister
from styring.stand.antall import antallet
from styring.stand.vedtaksstand import Vedtaksinndeling, Vedtaksstand, inndelt, vedtaksstand

_VIST = 10
"""How many ids are told of one thing."""


class Sakstekst(NamedTuple):
    """A case, and those of its vedtak that are told of; no title for those in none."""

    tittel: str
    gjort: str
    vedtak: tuple[Vedtakstekst, ...]


class Vedtakstelling(NamedTuple):
    """How many vedtak there are of each kind."""

    navn: str
    nye: int
    ferdige: int
    utgaar: int
    gjenstaar: int
    ferdige_i_alt: int
    utgaar_i_alt: int
    uten_oppfoelging: int
    eldste: str
    """When the oldest that is left was made: «11. desember 2022»; empty when nobody knows."""
    alder: str
    """How long ago that is: «2 år»."""


class Vedtaksgruppe(NamedTuple):
    """Those of an organ, or of a year."""

    navn: str
    tall: Vedtakstelling
    saker: tuple[Sakstekst, ...]


class Vedtaksrapport(NamedTuple):
    """What the template `vedtak.md` gets. Nothing of it is `unntatt`, and it names nobody.

    What is said of all names them by id, the first ten: «V-1, V-2 og 3 til».
    """

    periode: str
    """The round: «2. tertial 2025»."""
    siden: str
    """The round that it tells of what has come after."""
    etter: str
    """«organ» or «år»."""
    tall: Vedtakstelling
    eldste: str
    """The title and the id of the oldest that is left."""
    ferdige: str
    ikke_fulgt_opp: str
    mangler_rapport: str
    uten_ventet: str
    gjentar_seg: str
    unntatt: str
    """How much is kept from the public, and not in it: «1 vedtak»."""
    grupper: tuple[Vedtaksgruppe, ...]


def vedtaksrapport(
    synlig: OffentligRegister, periode: str, siden: str, etter: Vedtaksinndeling
) -> Dokument:
    """The list of a round, of what was known on its day; the time is that after another round.

    Raises as `offentlig_runde`.
    """
    runde = offentlig_runde(synlig, periode)
    return dokument(
        synlig,
        "vedtak.md",
        f"Oppfølging av vedtak: {runde.navn}",
        runde.dag,
        _innhold(synlig, runde, siden, etter),
        er_status=True,
    )


def _innhold(
    synlig: OffentligRegister, runde: Runde, siden: str, etter: Vedtaksinndeling
) -> Vedtaksrapport:
    foer = offentlig_runde(synlig, siden).dag
    fortelling = Fortelling(synlig, runde.aar, runde.periode, runde.dag)
    alle = vedtaksstand(synlig, synlig.vedtak, foer)
    eldste = alle.eldste(synlig)
    nye, hvor = set(alle.nye), alle.vises
    tekster = {en: fortelling.vedtak(en, hva, er_ny=en in nye) for en, hva in hvor.items()}

    def ider(poster: Iterable[Vedtak | Vedtakstekst]) -> str:
        return ramse((en.id for en in poster), flest=_VIST)

    return Vedtaksrapport(
        periode=periodenavn(synlig, runde.periode),
        siden=periodenavn(synlig, siden),
        etter=etter.navn,
        tall=_tall(synlig, "", alle, runde.dag),
        eldste=f"{eldste[0].tittel} ({eldste[0].id})" if eldste else "",
        ferdige=ider(alle.ferdige),
        ikke_fulgt_opp=ider(en for en in tekster.values() if not en.er_fulgt_opp),
        mangler_rapport=ider(en for en in tekster.values() if en.mangler_rapport),
        uten_ventet=ider(en for en in tekster.values() if en.uten_ventet),
        gjentar_seg=ider(en for en in tekster.values() if en.gjentar_seg),
        unntatt=antallet({"vedtak": synlig.unntatt.get("vedtak", 0)}),
        grupper=tuple(
            Vedtaksgruppe(
                navn,
                _tall(synlig, navn, vedtaksstand(synlig, deres, foer), runde.dag),
                tuple(_saker(synlig, {en: tekster[en] for en in deres if en in tekster})),
            )
            for navn, deres in inndelt(synlig, synlig.vedtak, etter).items()
        ),
    )


def _saker(
    synlig: OffentligRegister, tekster: Mapping[Vedtak, Vedtakstekst]
) -> Iterator[Sakstekst]:
    """Some vedtak by their cases, in the order that these are met."""
    saker: dict[Sak | None, list[Vedtakstekst]] = {}
    for vedtak, tekst in tekster.items():
        saker.setdefault(next(iter(synlig.sakene(vedtak)), None), []).append(tekst)
    for sak, i_saken in saker.items():
        if sak is None:
            yield Sakstekst("", "", tuple(i_saken))
            continue
        felles = gjort(synlig, sak)  # what its vedtak have in common with it is said once
        deres = (en._replace(gjort=stor(_uten(felles, en.gjort))) for en in i_saken)
        yield Sakstekst(sak.tittel, felles, tuple(deres))


def _uten(felles: str, gjort_: str) -> str:
    """What comes behind what is common, when all of that is said: «punkt 7» of «…, punkt 7»."""
    rest = gjort_.removeprefix(felles)
    return rest.removeprefix(", ") if rest[:1] in ("", ",") else gjort_


def _tall(synlig: OffentligRegister, navn: str, alle: Vedtaksstand, dag: date) -> Vedtakstelling:
    eldste = alle.eldste(synlig)
    return Vedtakstelling(
        navn,
        nye=len(alle.nye),
        ferdige=len(alle.ferdige),
        utgaar=len(alle.utgaatte),
        gjenstaar=len(alle.gjenstaar),
        ferdige_i_alt=len(alle.ferdige) + len(alle.ferdige_foer),
        utgaar_i_alt=len(alle.utgaatte) + len(alle.utgaatte_foer),
        uten_oppfoelging=len(alle.uten_oppfoelging),
        eldste=dag_med_ord(eldste[1]) if eldste else "",
        alder=alder(eldste[1], dag) if eldste else "",
    )
