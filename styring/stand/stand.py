"""Where it stands with an oppdrag or a vedtak: who holds it, what was reported, if it is late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from styring.mente import jevn
from styring.model.fulgt import Deloppgave
from styring.model.oppdrag import Oppdrag, Rapport, Status
from styring.register.innhold import Register
from styring.slag import OPPDRAG, VIRKSOMHET
from styring.stand import runder

if TYPE_CHECKING:
    from styring.model.fulgt import Fulgt
from styring.model.vedtak import Oppfulgt, Vedtak


def ansvarlig(register: Register, post: Fulgt, dag: date) -> str | None:
    """The id of who holds it on a day: the last it was handed to by then, else the direktør.

    An oppgave is held by whoever holds what it is a part of, unless it has somebody of its own, or
    a virksomhet whose leader has it.
    """
    if egen := har_selv(register, post):
        return egen
    for ledd in reversed(post.hele.delegering):
        if ledd.dato is None or ledd.dato <= dag:
            return ledd.til
    return direktoer(register, post, dag)


def har_selv(register: Register, post: Fulgt) -> str | None:
    """The id of whoever has a part apart from what it is of: by name, or leading its virksomhet."""
    return post.egen_ansvarlig or lederen(register, getattr(post.selv, "virksomhet", None))


def virksomheter(register: Register, post: Oppfulgt, dag: date) -> frozenset[str]:
    """The ids of those that share it, that do some of it, and that the one who holds it is in."""
    har = register.kontakt.get((ansvarlig(register, post, dag) or "").lower())
    hos = (har.virksomhet if har else None, *(en.virksomhet for en in post.oppgaver))
    return frozenset((*post.delansvar, *filter(None, hos)))


def lederen(register: Register, virksomhet: str | None) -> str | None:
    """The id of who leads a virksomhet; None when nobody does."""
    enhet = register.etter_id(VIRKSOMHET).get((virksomhet or "").lower())
    return enhet.leder if enhet else None


def direktoer(register: Register, post: Fulgt, dag: date) -> str | None:
    """The id of who is direktør on a day of the sector that has it."""
    sektor = register.sektor.get((post.sektor or "").lower())
    return sektor.direktoer_paa(dag) if sektor else None


def begynte_hos(register: Register, post: Oppfulgt, dag: date) -> str | None:
    """The id of who had it before it was handed on: who was direktør on the day that it was.

    Where that day is not said, whoever handed it on may have been direktør then; else it is who is
    on `dag`, as where it is not handed on. What has moved began in the sector that it moved from.
    """
    foerste = post.delegering[0] if post.delegering else None
    flyttet = (ledd.fra_sektor for ledd in post.delegering if ledd.fra_sektor)
    sektor = register.sektor.get((next(flyttet, post.sektor) or "").lower())
    if sektor is None:
        return None
    if foerste is None or foerste.dato:
        return sektor.direktoer_paa((foerste and foerste.dato) or dag)
    har_vaert = {en.kontakt for en in sektor.direktoer}
    return foerste.av if foerste.av in har_vaert else sektor.direktoer_paa(dag)


def har_faatt(
    register: Register, id_: str, dag: date
) -> tuple[tuple[Oppfulgt, ...], tuple[Deloppgave, ...]]:
    """What has been given to someone and is still theirs on a day, and more is to be done.

    First the oppdrag and vedtak that were handed to them last, then the oppgaver. What they have
    as a direktør is not in it: it goes to the next.
    """
    poster = (p for p in register.oppfulgte if p.delegering and ansvarlig(register, p, dag) == id_)
    oppgaver = (
        en
        for post in register.oppfulgte
        for en in post.under
        if har_selv(register, en) == id_ and not en.selv.staar.er_avsluttet
    )
    return (
        tuple(post for post in poster if not er_avsluttet(register, post)),
        tuple(en for en in oppgaver if not er_avsluttet(register, en.hele)),
    )


def nyeste_foerst(register: Register, post: Fulgt) -> list[Rapport]:
    """The reports, that of the newest period first."""
    return sorted(
        post.rapporter,
        key=lambda rapport: (runder.rapportdag(register, rapport), rapport.dato),
        reverse=True,
    )


def siste_rapport(register: Register, post: Fulgt) -> Rapport | None:
    """The report for the newest period."""
    if len(post.rapporter) < 2:
        return post.rapporter[0] if post.rapporter else None
    return nyeste_foerst(register, post)[0]


def rapport_per(register: Register, post: Oppfulgt, dag: date) -> Rapport | None:
    """The report for the newest of the periods whose day had come by `dag`."""
    nyeste = nyeste_foerst(register, post)
    return next(
        (rapport for rapport in nyeste if runder.rapportdag(register, rapport) <= dag), None
    )


def sier_ikke_naar(post: Oppfulgt, rapport: Rapport) -> bool:
    """A report should say when the work is awaited done, and does not."""
    skal_si = not (post.loepende or rapport.status.er_avsluttet)
    return skal_si and rapport.forventet_ferdig is None


def gjentar(rapport: Rapport, forrige: Rapport) -> bool:
    """It says the same in its comment as a report for another period."""
    er_samme = jevn(forrige.kommentar or "") == jevn(rapport.kommentar or "")
    return bool(rapport.kommentar) and er_samme and forrige.periode != rapport.periode


def status(register: Register, post: Oppfulgt) -> Status:
    """What the newest report says; `ikke_rapportert` when there is none."""
    return sagt(siste_rapport(register, post))


def sagt(rapport: Rapport | None) -> Status:
    """Where it stands, as a report says; `ikke_rapportert` when there is none."""
    return Status(rapport.status) if rapport else Status.IKKE_RAPPORTERT


def er_forfalt(register: Register, post: Oppfulgt, dag: date) -> bool:
    """The deadline has passed on `dag`, and the work is neither done nor dropped."""
    if post.frist is None or post.frist.siste_dag >= dag:
        return False
    return not er_avsluttet(register, post)


def er_avsluttet(register: Register, post: Oppfulgt) -> bool:
    """Nothing more is to be done, as it says itself, its reports, or what it is followed up by."""
    if post.trenger_ingen or status(register, post).er_avsluttet:
        return True
    gjennom_ = {status(register, oppdrag) for oppdrag in gjennom(register, post)}
    return Status.FERDIG in gjennom_ and all(en.er_avsluttet for en in gjennom_)


def er_aapent(register: Register, vedtak: Vedtak) -> bool:
    """More is to be done, or those who made it from the floor have had no answer."""
    return not er_avsluttet(register, vedtak) or mangler_tilbakemelding(register, vedtak)


def har_egen_oppfoelging(post: Oppfulgt) -> bool:
    """It is somebody's to report on, or reported on. A vedtak may be left to its oppdrag."""
    return bool(post.sektor or post.delegering or post.rapporter)


def gjennom(register: Register, post: Oppfulgt) -> tuple[Oppdrag, ...]:
    """The oppdrag that a vedtak is followed up through when it has no follow-up of its own."""
    return () if har_egen_oppfoelging(post) else knyttet(register, post)


def knyttet(register: Register, post: Oppfulgt) -> tuple[Oppdrag, ...]:
    """The oppdrag that a vedtak is linked to, those that are found; none for an oppdrag."""
    funnet = (register.etter_id(OPPDRAG).get(id_.lower()) for id_ in post.oppdrag)
    return tuple(oppdrag for oppdrag in funnet if oppdrag)


def sektorer(register: Register, post: Oppfulgt) -> set[str]:
    """The codes of the sectors that follow it up: its own, else those of its oppdrag."""
    koder = {post.sektor, *(oppdrag.sektor for oppdrag in gjennom(register, post))}
    return {kode for kode in koder if kode}


def er_fulgt_opp(register: Register, post: Oppfulgt) -> bool:
    """It needs none; or is somebody's, broken down, or linked to oppdrag not all dropped."""
    if post.trenger_ingen or har_egen_oppfoelging(post) or post.oppgaver:
        return True
    return any(status(register, en) is not Status.UTGAAR for en in knyttet(register, post))


def mangler_tilbakemelding(register: Register, vedtak: Vedtak) -> bool:
    """It is of a sort that asks for an answer and is done, and those who made it have had none."""
    type_ = register.vedtakstype(vedtak)
    if not (type_ and type_.tilbakemelding) or vedtak.tilbakemelding or vedtak.trenger_ingen:
        return False
    return er_avsluttet(register, vedtak) and status(register, vedtak) is not Status.UTGAAR


def typenavn(register: Register, vedtak: Vedtak) -> str:
    """What people call a vedtak of its sort: «verbalvedtak»; its code when there is no such."""
    type_ = register.vedtakstype(vedtak)
    return type_.navn if type_ else vedtak.type


def forfalte_oppdrag(register: Register, vedtak: Vedtak, dag: date) -> tuple[Oppdrag, ...]:
    """Those past their deadline of the oppdrag that an open vedtak is linked to."""
    if er_avsluttet(register, vedtak):
        return ()
    return tuple(en for en in knyttet(register, vedtak) if er_forfalt(register, en, dag))


def er_forsinket(register: Register, post: Oppfulgt) -> bool:
    """By the newest report it is surely awaited done after its deadline, and not done or dropped.

    A time that has begun by the last day of the deadline may still keep it.
    """
    rapport = siste_rapport(register, post)
    if rapport is None or rapport.forventet_ferdig is None or post.frist is None:
        return False
    er_sent = rapport.forventet_ferdig.foerste_dag > post.frist.siste_dag
    return er_sent and not rapport.status.er_avsluttet


def mangler_rapport(
    register: Register, post: Oppfulgt, dag: date, periode: str | None = None
) -> bool:
    """It is to be reported in a round, nothing is reported for it, and more is to be done.

    The round is the one that is meant on `dag` when none is given.
    """
    periode = periode or runder.runden(register, dag)
    if periode is None or not runder.er_i_runden(register, post, periode):
        return False
    er_rapportert = rapport_for(register, post, dag, periode) is not None
    return not er_rapportert and not status(register, post).er_avsluttet


def uten_rapport(register: Register, dag: date, periode: str | None = None) -> tuple[Oppfulgt, ...]:
    """The oppdrag, then the vedtak, that lack a report for a round, as in `mangler_rapport`."""
    alle = register.oppfulgte
    return tuple(post for post in alle if mangler_rapport(register, post, dag, periode))


def uten_status(register: Register, post: Oppfulgt, dag: date) -> tuple[Deloppgave, ...]:
    """Its oppgaver, of those begun by a day, that nothing is said of; none once it is closed."""
    if post.trenger_ingen or status(register, post).er_avsluttet:
        return ()
    begynt = (en for en in post.under if en.fra is None or en.fra.foerste_dag <= dag)
    return tuple(en for en in begynt if not en.selv.status)


def rapport_for(
    register: Register, post: Oppfulgt, dag: date, periode: str | None = None
) -> Rapport | None:
    """The report for a round, the one that is meant on `dag` when none is given."""
    periode = periode or runder.runden(register, dag)
    return next((rapport for rapport in post.rapporter if rapport.periode == periode), None)


def navn_paa(register: Register, id_: str | None) -> str | None:
    """A contact's name; the id itself when there is no such contact."""
    if id_ is None:
        return None
    kontakt = register.kontakt.get(id_.lower())
    return kontakt.navn if kontakt else id_


def statuser(register: Register, post: Oppfulgt) -> set[Status]:
    """Where it stands, through its oppdrag if so; none for a vedtak that needs no follow-up."""
    if post.trenger_ingen:
        return set()
    return {status(register, en) for en in gjennom(register, post) or (post,)}


def sektornavn(register: Register, kode: str | None) -> str:
    """A sector's name; its code when it is not among the sectors, empty for none."""
    sektor = register.sektor.get((kode or "").lower())
    return sektor.navn if sektor else kode or ""


def sektor_med_kode(register: Register, kode: str | None) -> str:
    """A sector's name with its code behind: «Kultur (KUL)»; as `sektornavn` without a name."""
    sektor = register.sektor.get((kode or "").lower())
    return f"{sektor.navn} ({sektor.kode})" if sektor else kode or ""
