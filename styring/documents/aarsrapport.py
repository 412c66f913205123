"""The chapter of the årsrapport on the oppdrag, goal by goal. For the public."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from styring.documents.dokument import Dokument
from styring.documents.maaltekst import Delmaaltekst, Indikatortall, maalene
from styring.documents.maler import dokument
from styring.documents.omtale import Omtale, Vedtakssak, omtale, vedtakssak
from styring.documents.oppfulgttekst import periodenavn
from styring.documents.tall import tallene
from styring.model.oppdrag import Status
from styring.model.vedtak import Oppfulgt
from styring.offentlig.doer import OffentligRegister
from styring.slag import DELMAAL
from styring.stand import runder
from styring.stand.arbeid import knyttet
from styring.stand.inndeling import Etter
from styring.stand.telling import Tellbare, tell_opp


class Bidrag(NamedTuple):
    """An oppdrag that worked for a delmål."""

    sak: Omtale
    omtalt: str
    """The delmål that it is already told of under; empty the first time."""


class Delmaalsaar(NamedTuple):
    """What the year did for a delmål."""

    tittel: str
    vurdering: str
    """The newest judgement, with its round; and why."""
    begrunnelse: str
    indikatorer: tuple[Indikatortall, ...]
    """Those that are measured."""
    bidrag: tuple[Bidrag, ...]

    @property
    def er_omtalt(self) -> bool:
        """There is something to tell of it."""
        return bool(self.bidrag or self.indikatorer or self.vurdering)


class Omraadeaar(NamedTuple):
    """What the year did for a satsingsområde."""

    tittel: str
    delmaal: tuple[Delmaalsaar, ...]
    """Those that something worked for, or that are measured or judged."""
    andre: tuple[str, ...]
    """The titles of the rest."""


class Aarsrapport(NamedTuple):
    """What the template `aar.md` gets. Nothing of it is `unntatt`, and it names nobody."""

    aar: str
    periode: str
    """The newest round that has come: «2. tertial 2025»; empty when none has."""
    er_slutt: bool
    """The last round of the year has come; else it tells of the year so far."""
    visjon: str
    framdrift: int | None
    """Done, in whole per cent of what is not dropped."""
    overlapper: bool
    """Some oppdrag are counted under several satsingsområder."""
    har_delmaal: bool
    """Some oppdrag work for a delmål, known or not."""
    omraader: tuple[Omraadeaar, ...]
    uten_delmaal: tuple[Omtale, ...]
    omtalt: dict[str, str]
    """The heading that what is said of an oppdrag stands under, by its id; else empty."""
    ferdig: tuple[Omtale, ...]
    videre: tuple[Omtale, ...]
    """What is carried on."""
    utgaar: tuple[Omtale, ...]
    """What was dropped."""
    vedtak: tuple[Vedtakssak, ...]


def aarsrapport(synlig: OffentligRegister, aar: int, dag: date) -> Dokument:
    """The chapter of a year, of what was known of it on the day, the last of them `sluttdag`."""
    kommet = runder.siste_periode(synlig, aar, dag)
    periode = kommet or str(aar)  # which is no round, so that nothing lacks a report for it
    tellbare = Tellbare("oppdrag", synlig.oppdrag)
    opptelling = tell_opp(synlig, tellbare, dag, Etter.SATSINGSOMRAADE, periode)
    alle: dict[Oppfulgt, Omtale] = {en: omtale(synlig, en, dag, periode) for en in synlig.oppdrag}
    med = opptelling.alle.med
    omtalt = dict.fromkeys((oppdrag.id for oppdrag in synlig.oppdrag), "")
    omraader = tuple(_omraader(synlig, alle, omtalt))
    uten_delmaal = tuple(alle[en] for en in synlig.oppdrag if not en.delmaal)
    har_delmaal = len(uten_delmaal) < len(synlig.oppdrag)
    if har_delmaal:
        _husk(omtalt, uten_delmaal, "Uten delmål")
    innhold = Aarsrapport(
        aar=str(aar),
        periode=periodenavn(synlig, kommet),
        er_slutt=dag == runder.sluttdag(synlig, aar),
        visjon=synlig.kommune.visjon or "",
        framdrift=opptelling.alle.framdrift,
        overlapper=opptelling.overlapper,
        har_delmaal=har_delmaal,
        omraader=omraader,
        uten_delmaal=uten_delmaal,
        omtalt=omtalt,
        ferdig=tuple(alle[oppdrag] for oppdrag in med[Status.FERDIG]),
        videre=tuple(en for en in alle.values() if not en.er_avsluttet),
        utgaar=tuple(alle[oppdrag] for oppdrag in med[Status.UTGAAR]),
        vedtak=tuple(vedtakssak(synlig, vedtak, dag, periode) for vedtak in synlig.vedtak),
    )
    tittel = f"{'Vedtakene' if synlig.vedtak and not synlig.oppdrag else 'Oppdragene'} i {aar}"
    tall = tallene(synlig, opptelling, dag, periode)
    return dokument(synlig, "aar.md", tittel, dag, tall, innhold, er_status=True)


def _omraader(
    register: OffentligRegister, alle: Mapping[Oppfulgt, Omtale], omtalt: dict[str, str]
) -> Iterator[Omraadeaar]:
    def saker(delmaal: Delmaaltekst) -> Iterator[Omtale]:
        knyttede = knyttet(register, register.etter_id(DELMAAL)[delmaal.id.lower()])
        return map(alle.__getitem__, knyttede)

    for omraade in maalene(register):
        delmaalene = [
            _aaret(delmaal, saker(delmaal), omtalt)
            for hovedmaal in omraade.hovedmaal
            for delmaal in hovedmaal.delmaal
        ]
        yield Omraadeaar(
            omraade.tittel,
            tuple(en for en in delmaalene if en.er_omtalt),
            tuple(en.tittel for en in delmaalene if not en.er_omtalt),
        )


def _aaret(delmaal: Delmaaltekst, saker: Iterable[Omtale], omtalt: dict[str, str]) -> Delmaalsaar:
    bidrag = tuple(Bidrag(en, omtalt[en.id]) for en in saker)
    _husk(omtalt, (en.sak for en in bidrag), delmaal.tittel)
    maalt = tuple(en for en in delmaal.indikatorer if en.nyeste)
    return Delmaalsaar(delmaal.tittel, delmaal.vurdering, delmaal.begrunnelse, maalt, bidrag)


def _husk(omtalt: dict[str, str], saker: Iterable[Omtale], hvor: str) -> None:
    """Remembers where what is said of an oppdrag first stands."""
    for en in saker:
        if en.kommentar and not omtalt[en.id]:
            omtalt[en.id] = hvor
