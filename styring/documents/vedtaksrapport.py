"""The list of vedtak that goes to the council: how many are left, and where each stands.

For the public.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from styring.documents.dokument import Dokument
from styring.documents.maler import dokument
from styring.documents.omtale import gjort, offentlig_runde, vurderingen
from styring.documents.oppfulgttekst import periodenavn
from styring.mente import ramse
from styring.model.kommune import Runde
from styring.model.loepetid import loepetid
from styring.model.oppdrag import Oppdrag, Rapport
from styring.model.tidsform import alder, dag_med_ord, naar
from styring.model.vedtak import Oppfulgt, Sak, Vedtak
from styring.offentlig.doer import OffentligRegister
from styring.stand import runder, stand
from styring.stand.antall import antallet
from styring.stand.vedtaksstand import (
    Vedtaksinndeling,
    Vedtaksstand,
    gjentar_seg,
    inndelt,
    uten_ventet,
    vedtaksstand,
)

_VIST = 10
"""How many ids are told of one thing."""


class Rapportlinje(NamedTuple):
    """What was reported in a round. A text is empty where nothing is said."""

    periode: str
    dag: str
    """When it was reported."""
    status: str
    vurdering: str
    kommentar: str
    ventet_ferdig: str
    avvik: str
    tiltak: str


class Gjennomtekst(NamedTuple):
    """An oppdrag that a vedtak is followed up through."""

    id: str
    tittel: str
    status: str
    meldinger: tuple[Rapportlinje, ...]
    mangler_rapport: bool


class Vedtakstekst(NamedTuple):
    """A vedtak, and all that was said of it in the year. A text is empty where nothing is known."""

    id: str
    tittel: str
    gjort: str
    """By whom, when, in which case; of one below its sak, its point alone."""
    type: str
    forslagsstiller: str
    ordlyd: str
    """The vedtak, word for word."""
    ansvar: str
    """The name of the sector that follows it up."""
    delansvar: tuple[str, ...]
    """The names of those that share it."""
    frist: str
    er_forfalt: bool
    er_ny: bool
    er_ferdig: bool
    """It was done in the time, and is told of for the last time."""
    er_utgaatt: bool
    """So too, but it was dropped."""
    er_fulgt_opp: bool
    """It is somebody's, or there are oppdrag for it."""
    status: str
    ventet_ferdig: str
    meldt_tilbake: str
    """The day that it was reported back to those who made it."""
    skal_meldes_tilbake: bool
    """All is done, but they have had no answer."""
    meldinger: tuple[Rapportlinje, ...]
    """The reports of the year, the oldest first; else the newest of those before."""
    gjennom: tuple[Gjennomtekst, ...]
    mangler_rapport: bool
    uten_ventet: bool
    """The newest report does not say when it is awaited done."""
    gjentar_seg: bool
    """The newest comment is the same as the one before."""


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
    fortelling = _Fortelling(synlig, runde.aar, runde.periode, runde.dag, foer)
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
            fortelling.gruppe(navn, deres, tekster)
            for navn, deres in inndelt(synlig, synlig.vedtak, etter).items()
        ),
    )


class _Fortelling(NamedTuple):
    """What tells of vedtak: of a year, up to a round and its day, and of what came after a day."""

    synlig: OffentligRegister
    aar: int
    periode: str
    dag: date
    siden: date

    def gruppe(
        self, navn: str, vedtak: Sequence[Vedtak], tekster: Mapping[Vedtak, Vedtakstekst]
    ) -> Vedtaksgruppe:
        """Those of a group, by their cases in the order that these are met."""
        deres = vedtaksstand(self.synlig, vedtak, self.siden)
        saker: dict[Sak | None, list[Vedtakstekst]] = {}
        for en in filter(tekster.__contains__, vedtak):
            sak = next(iter(self.synlig.sakene(en)), None)
            saker.setdefault(sak, []).append(tekster[en])
        return Vedtaksgruppe(
            navn,
            _tall(self.synlig, navn, deres, self.dag),
            tuple(self.sak(sak, i_saken) for sak, i_saken in saker.items()),
        )

    def sak(self, sak: Sak | None, vedtak: Iterable[Vedtakstekst]) -> Sakstekst:
        """A case. What its vedtak have in common with it is said once."""
        if sak is None:
            return Sakstekst("", "", tuple(vedtak))
        felles = gjort(self.synlig, sak)
        tekster = (
            en._replace(gjort=_stor(en.gjort.removeprefix(felles).removeprefix(", ")))
            for en in vedtak
        )
        return Sakstekst(sak.tittel, felles, tuple(tekster))

    def vedtak(self, vedtak: Vedtak, hva: str, *, er_ny: bool) -> Vedtakstekst:
        """One of those that are told of, for what it is: left, done or dropped."""
        synlig = self.synlig
        rapport, status = stand.siste_rapport(synlig, vedtak), stand.status(synlig, vedtak)
        gjennom = stand.gjennom(synlig, vedtak)
        hver = gjennom or (vedtak,)
        gjenstaar = hva == "gjenstaar"
        return Vedtakstekst(
            id=vedtak.id,
            tittel=vedtak.tittel,
            gjort=gjort(synlig, vedtak),
            type=_stor(stand.typenavn(synlig, vedtak)),
            forslagsstiller=vedtak.forslagsstiller or "",
            ordlyd=vedtak.vedtakstekst or "",
            ansvar=stand.sektornavn(synlig, vedtak.sektor),
            delansvar=tuple(stand.sektornavn(synlig, kode) for kode in vedtak.delansvar),
            frist=naar(loepetid(vedtak)),
            er_forfalt=stand.er_forfalt(synlig, vedtak, self.dag),
            er_ny=er_ny,
            er_ferdig=hva == "ferdige",
            er_utgaatt=hva == "utgaatte",
            er_fulgt_opp=stand.er_fulgt_opp(synlig, vedtak),
            status="" if gjennom else _stor(status.navn),
            ventet_ferdig=naar(rapport.forventet_ferdig) if rapport and gjenstaar else "",
            meldt_tilbake=dag_med_ord(en.dato) if (en := vedtak.tilbakemelding) else "",
            skal_meldes_tilbake=stand.mangler_tilbakemelding(synlig, vedtak),
            meldinger=tuple(self.meldinger(vedtak)),
            gjennom=tuple(map(self.gjennom, gjennom)),
            mangler_rapport=any(map(self.mangler, hver)),
            uten_ventet=any(uten_ventet(synlig, en) for en in hver),
            gjentar_seg=gjenstaar and any(gjentar_seg(synlig, en) for en in hver),
        )

    def gjennom(self, oppdrag: Oppdrag) -> Gjennomtekst:
        """An oppdrag that a vedtak is followed up through."""
        status = stand.status(self.synlig, oppdrag).navn
        sagt = tuple(self.meldinger(oppdrag))
        return Gjennomtekst(oppdrag.id, oppdrag.tittel, status, sagt, self.mangler(oppdrag))

    def mangler(self, post: Oppfulgt) -> bool:
        """It is not reported on for the round."""
        return stand.mangler_rapport(self.synlig, post, self.dag, self.periode)

    def meldinger(self, post: Oppfulgt) -> Iterator[Rapportlinje]:
        """What was reported of it in the year, the oldest first; else the last before it."""
        alle = stand.nyeste_foerst(self.synlig, post)
        i_aaret = [en for en in alle if runder.rapportdag(self.synlig, en).year == self.aar]
        return map(self.melding, reversed(i_aaret or alle[:1]))

    def melding(self, rapport: Rapport) -> Rapportlinje:
        """A report."""
        ventet = None if rapport.status.er_avsluttet else rapport.forventet_ferdig
        return Rapportlinje(
            periodenavn(self.synlig, rapport.periode),
            dag_med_ord(rapport.dato),
            stand.sagt(rapport).navn,
            vurderingen(rapport.vurdering),
            rapport.kommentar or "",
            naar(ventet),
            rapport.avvik or "",
            rapport.tiltak or "",
        )


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


def _stor(tekst: str) -> str:
    """It begins a sentence."""
    return tekst[:1].upper() + tekst[1:]
