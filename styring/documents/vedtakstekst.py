"""A vedtak and all that was said of it in a year, as the list to the council tells of it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.documents.omtale import gjort, vurderingen
from styring.documents.oppfulgttekst import periodenavn
from styring.model.lenke import Lenke
from styring.model.loepetid import loepetid
from styring.model.oppdrag import Oppdrag, Rapport
from styring.model.tidsform import dag_med_ord, naar
from styring.model.vedtak import Oppfulgt, Vedtak
from styring.offentlig.doer import OffentligRegister
from styring.stand import runder, stand
from styring.stand.vedtaksstand import gjentar_seg, uten_ventet


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
    lenker: tuple[Lenke, ...]
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


class Fortelling(NamedTuple):
    """What tells of vedtak: of a year, up to a round and its day."""

    synlig: OffentligRegister
    aar: int
    periode: str
    dag: date

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
            type=stor(stand.typenavn(synlig, vedtak)),
            forslagsstiller=vedtak.forslagsstiller or "",
            ordlyd=vedtak.vedtakstekst or "",
            lenker=vedtak.lenker,
            ansvar=stand.sektornavn(synlig, vedtak.sektor),
            delansvar=tuple(stand.sektornavn(synlig, kode) for kode in vedtak.delansvar),
            frist=naar(loepetid(vedtak)),
            er_forfalt=stand.er_forfalt(synlig, vedtak, self.dag),
            er_ny=er_ny,
            er_ferdig=hva == "ferdige",
            er_utgaatt=hva == "utgaatte",
            er_fulgt_opp=stand.er_fulgt_opp(synlig, vedtak),
            status="" if gjennom else stor(status.navn),
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


def stor(tekst: str) -> str:
    """It begins a sentence."""
    return tekst[:1].upper() + tekst[1:]
