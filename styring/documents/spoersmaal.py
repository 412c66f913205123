"""What to ask a sector in the styringsdialog: questions that follow from the data."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from styring.documents.oppfulgttekst import periodenavn
from styring.mente import ramse
from styring.model.indikator import Tall
from styring.model.maal import delmaalene
from styring.model.oppdrag import Oppgave, Rapport, Status, Vurdering
from styring.model.tid import Frist
from styring.model.tidsform import i_tiden, naar
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.stand import runder, stand

_SNART = timedelta(days=92)
"""How near a deadline is when it is odd that nothing has begun."""
_HVER_FOR_SEG = 3
"""So many of a kind are asked about one by one."""


class Grunnlag(NamedTuple):
    """An oppdrag or a vedtak, and what questions are made of."""

    post: Oppfulgt
    navn: str
    """What it is called in a question."""
    rapport: Rapport | None
    status: Status
    frist: Frist | None
    forventet: Frist | None
    """When it is awaited done."""


class Spoersmaal(NamedTuple):
    """A kind of question: which it is asked of, of one, and of many at once."""

    gjelder: Callable[[Grunnlag], bool]
    om_en: Callable[[Grunnlag], str]
    om_flere: str
    """Asked before their ids."""


def spoersmaal(
    register: Register, kode: str, poster: Sequence[Oppfulgt], dag: date
) -> tuple[str, ...]:
    """Questions, the gravest first. What is done or dropped is not asked about."""
    alle = (_grunnlag(register, post) for post in poster)
    saker = [sak for sak in alle if not sak.status.er_avsluttet]
    svar: list[str] = []
    for slag in _slagene(register, dag):
        svar += _spurt(slag, [sak for sak in saker if slag.gjelder(sak)])
    svar += (spurt for sak in saker for spurt in _om_oppgavene(sak, dag))
    return (*svar, *_om_maalene(register, kode))


def _grunnlag(register: Register, post: Oppfulgt) -> Grunnlag:
    rapport = stand.siste_rapport(register, post)
    forventet = rapport.forventet_ferdig if rapport else None
    return Grunnlag(post, _kalt(post), rapport, stand.sagt(rapport), post.frist, forventet)


def _spurt(slag: Spoersmaal, saker: Sequence[Grunnlag]) -> list[str]:
    if len(saker) <= _HVER_FOR_SEG:
        return [slag.om_en(sak) for sak in saker]
    return [f"{slag.om_flere} {ramse(sak.post.id for sak in saker)}?"]


def _slagene(register: Register, dag: date) -> tuple[Spoersmaal, ...]:
    def gjentar_seg(sak: Grunnlag) -> bool:
        nyeste = stand.nyeste_foerst(register, sak.post)[:2]
        return len(nyeste) == 2 and stand.gjentar(*nyeste)

    def kan_bli_sen(sak: Grunnlag) -> bool:
        return bool(sak.frist and sak.forventet and sak.forventet.siste_dag > sak.frist.siste_dag)

    def er_uten_dag(sak: Grunnlag) -> bool:
        return sak.rapport is not None and not (sak.forventet or sak.post.loepende)

    def skulle_ha_begynt(sak: Grunnlag) -> bool:
        fra = sak.post.fra
        return fra is not None and fra.siste_dag < dag and sak.status is Status.IKKE_STARTET

    def er_sen_i_gang(sak: Grunnlag) -> bool:
        er_naer = sak.frist is not None and dag <= sak.frist.siste_dag <= dag + _SNART
        return er_naer and sak.status is Status.IKKE_STARTET

    def er_roed_uten_tiltak(sak: Grunnlag) -> bool:
        rapport = sak.rapport
        return rapport is not None and rapport.vurdering is Vurdering.ROED and not rapport.tiltak

    def mangler(sak: Grunnlag) -> str:
        periode = runder.runden(register, dag)
        naa = periodenavn(register, periode)
        return f"{sak.navn} er ikke rapportert for {naa}. Hvordan står det?"

    return (
        Spoersmaal(
            kan_bli_sen,
            lambda sak: _om_den_nye_tiden(sak, dag),
            "Holder den nye tiden for",
        ),
        Spoersmaal(
            lambda sak: stand.er_forfalt(register, sak.post, dag) and not kan_bli_sen(sak),
            lambda sak: f"Fristen for {sak.navn} var {naar(sak.frist)}. Når er det ferdig?",
            "Fristen er ute. Når blir de ferdige:",
        ),
        Spoersmaal(
            lambda sak: sak.status is Status.SATT_PAA_VENT,
            lambda sak: f"{sak.navn} er satt på vent. Hva skal til for å komme i gang igjen?",
            "Hva skal til for å komme i gang igjen med",
        ),
        Spoersmaal(
            er_roed_uten_tiltak,
            lambda sak: f"{sak.navn} er vurdert som rød, uten noe tiltak. Hva gjøres?",
            "Hva gjøres med det som er vurdert som rødt uten noe tiltak:",
        ),
        Spoersmaal(
            lambda sak: stand.mangler_rapport(register, sak.post, dag),
            mangler,
            "Rapporten mangler. Hvordan står det med",
        ),
        Spoersmaal(
            er_sen_i_gang,
            lambda sak: f"{sak.navn} er ikke startet, og fristen er {naar(sak.frist)}. Rekkes det?",
            "Fristen er nær, og arbeidet er ikke startet. Rekkes",
        ),
        Spoersmaal(
            lambda sak: skulle_ha_begynt(sak) and not er_sen_i_gang(sak),
            lambda sak: f"{sak.navn} skulle begynne {naar(sak.post.fra)}. Hva venter det på?",
            "Hva venter disse på, som skulle ha begynt:",
        ),
        Spoersmaal(
            gjentar_seg,
            lambda sak: f"Kommentaren til {sak.navn} er den samme som sist. Hva er nytt?",
            "Kommentaren er den samme som sist. Hva er nytt om",
        ),
        Spoersmaal(
            er_uten_dag,
            lambda sak: f"Når er {sak.navn} forventet ferdig? Rapporten sier det ikke.",
            "Rapportene sier ikke når disse er forventet ferdig. Når blir de det:",
        ),
        Spoersmaal(
            lambda sak: stand.ansvarlig(register, sak.post, dag) is None,
            lambda sak: f"Hvem har {sak.navn}?",
            "Hvem har",
        ),
        Spoersmaal(
            lambda sak: sak.post.kan_ha_maal and not sak.post.delmaal,
            lambda sak: f"Hvilket delmål bidrar {sak.navn} til?",
            "Hvilke delmål bidrar disse til:",
        ),
    )


def _kalt(post: Oppfulgt | Oppgave) -> str:
    return f"«{post.tittel}»{' (unntatt offentlighet)' if post.unntatt else ''}"


def _om_den_nye_tiden(sak: Grunnlag, dag: date) -> str:
    frist, forventet = sak.frist, sak.forventet
    assert frist is not None  # for it is asked only where both are said
    assert forventet is not None
    hadde = "hadde" if frist.siste_dag < dag else "har"
    tidene = f"{sak.navn} {hadde} frist {naar(frist)}, og er forventet ferdig {i_tiden(forventet)}."
    kan_rekkes = dag <= frist.siste_dag and forventet.foerste_dag <= frist.siste_dag
    spurt = "Rekkes fristen?" if kan_rekkes else "Holder det, og hvem må få vite det?"
    return f"{tidene} {spurt}"


def _om_oppgavene(sak: Grunnlag, dag: date) -> Iterator[str]:
    """Of the oppgaver that are overdue, and of those due after what they are part of."""
    for oppgave in sak.post.oppgaver:
        frist, hele = oppgave.frist, sak.frist
        if frist is None or oppgave.staar.er_avsluttet:
            continue
        navn = f"Oppgaven {_kalt(oppgave)} i {sak.navn}"
        if frist.siste_dag < dag:
            yield f"{navn} hadde frist {naar(frist)}. Hva gjenstår?"
        elif hele and frist.siste_dag > hele.siste_dag:
            yield f"{navn} har frist {naar(frist)}, etter fristen for det hele. Hva gjelder?"


def _om_maalene(register: Register, kode: str) -> Iterator[str]:
    """Of the delmål that the sector is responsible for, once any of its oppdrag has a delmål."""
    egne = (o for o in register.oppdrag if kode in (o.sektor, *o.delansvar))
    arbeides_for = {id_ for oppdrag in egne for id_ in oppdrag.delmaal}
    ansvar = [delmaal for delmaal in register.delmaal if kode in delmaal.ansvar]
    uten = [
        f"«{delmaal.tittel}»"
        for delmaal in ansvar
        if arbeides_for.isdisjoint(under.id for under in delmaalene(delmaal))
    ]
    if arbeides_for and uten:
        yield f"Ingen av sektorens oppdrag bidrar til {ramse(uten)}. Hva gjøres?"
    for delmaal in ansvar:
        for en in delmaal.indikatorer:
            if en.er_rett_vei is False:
                nyeste, forrige = (Tall(maaling.verdi) for maaling in en.nyeste_foerst[:2])
                yield (
                    f"«{en.navn}» går feil vei: {nyeste} {en.enhet}, mot {forrige} før. "
                    "Hva er grunnen?"
                )
