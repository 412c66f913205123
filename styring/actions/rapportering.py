"""Reporting where an oppdrag or an oppgave stands."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from styring import tidstolk
from styring.actions.handling import Handling, Plass, hele, ordnet, plassen
from styring.errors import StyringError, WrongUse
from styring.mente import ramse
from styring.model.fastord import Fastord
from styring.model.fulgt import Fulgt
from styring.model.innmelding import SAGT, Innmelding
from styring.model.oppdrag import Rapport
from styring.model.post import feltnavn
from styring.model.tid import Frist
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.slag import slag_til
from styring.stand.runder import er_i_runden, periodedag, runden
from styring.stand.stand import ansvarlig, rapport_for, siste_rapport

_VIST = 80
"""How much of a text is shown where two reports are held against each other."""


def rapporter(register: Register, post: Fulgt, innmelding: Innmelding, dag: date) -> Handling:
    """A report on an oppdrag for a period, or the status of an oppgave.

    A report with a status takes the place of the one that the period has; without a status it
    changes only what it says. The period is the newest that has come by `dag` when none is given,
    the one who reports the one who holds it; nobody is named when they have left. Raises WrongUse
    for what cannot be reported so.
    """
    if post.har_runder:
        return _for_runden(register, post.hele, innmelding, dag)
    if innmelding.periode is not None:  # which it has not, but a wrong one is a mistake
        rundens_periode(register, post.hele, innmelding.periode, dag)
    return _oppgave(post, innmelding)


def _for_runden(register: Register, post: Oppfulgt, innmelding: Innmelding, dag: date) -> Handling:
    periode = rundens_periode(register, post, innmelding.periode, dag)
    sagt = {felt: verdi for felt in SAGT if (verdi := getattr(innmelding, felt)) is not None}
    if not sagt:
        raise WrongUse(f"det står ikke hva som skal rapporteres om {post.id}")
    av = innmelding.av or _den_som_har(register, post, dag)
    ny = {"periode": periode, "dato": dag, "av": av, **sagt}
    for nummer, gammel in enumerate(post.rapporter):
        if gammel.periode == periode:
            return _i_stedet(post, nummer, gammel, ny, av_er_gitt=innmelding.av is not None)
    if innmelding.status is None:
        raad = "Den første rapporten for en periode må ha en status."
        raise WrongUse(f"{post.id} er ikke rapportert for {periode} ennå", raad)
    foran = _foran(register, post, periode)
    endring = hele(post).legg_til("rapporter", ordnet(Rapport, ny), foran)
    return Handling((endring,), (post.id,), (f"{_om(post, ny)}.",))


def _den_som_har(register: Register, post: Oppfulgt, dag: date) -> str | None:
    """The id of who holds it; None when they have left, and somebody else must have reported."""
    id_ = ansvarlig(register, post, dag)
    kontakt = register.kontakt.get((id_ or "").lower())
    return None if kontakt and kontakt.har_sluttet(dag) else id_


class Motstrid(StyringError):
    """Another report stands for the period, and the one that comes in was not made from it."""


def ta_imot(
    register: Register,
    post: Fulgt,
    innmelding: Innmelding,
    dag: date,
    *,
    felt: Collection[str],
    erstatt: bool,
) -> Handling:
    """What `rapporter` does with a report from a file, which may be older than the one that stands.

    One that says that it was made from that (`rapportert` is its day) takes its place, but for what
    the file has no room for: `felt` are the fields that it has. Any other may say the same and add
    to it; what changes it or takes from it needs `erstatt`. Raises Motstrid.
    """
    gammel = _finnes(register, post, innmelding, dag)
    if gammel is None:
        return rapporter(register, post, innmelding, dag)
    gitt = {navn: verdi for navn in SAGT if (verdi := getattr(innmelding, navn)) is not None}
    if innmelding.rapportert == gammel.dato:
        ellers = {navn: getattr(gammel, navn) for navn in SAGT if navn not in felt}
        return rapporter(register, post, replace(innmelding, **ellers), dag)
    er_lik = all(getattr(gammel, navn) == verdi for navn, verdi in gitt.items())
    if er_lik and innmelding.av in (None, gammel.av):
        return Handling((), (post.id,), (f"{post.id} er allerede rapportert slik.",))
    rammes = SAGT if innmelding.status else tuple(gitt)
    if erstatt or all(getattr(gammel, n) in (None, gitt.get(n)) for n in rammes):
        return rapporter(register, post, innmelding, dag)
    staar = {navn: getattr(gammel, navn) for navn in rammes}
    melding = f"{post.id} er allerede rapportert for {gammel.periode}, {gammel.dato:%d.%m.%Y}"
    raise Motstrid(
        f"{melding}: {_i_korthet(staar)}; her står: {_i_korthet(gitt)}",
        "Slett raden hvis den som er der, skal gjelde. Bruk --erstatt hvis denne skal gjelde.",
    )


def er_uroert(register: Register, post: Fulgt, innmelding: Innmelding, dag: date) -> bool:
    """A row of a list says what the list said: no more than the newest report, of another round."""
    if not post.har_runder or _finnes(register, post, innmelding, dag):
        return False
    siste = siste_rapport(register, post)
    gitt = [navn for navn in SAGT if getattr(innmelding, navn) is not None]
    return all(getattr(siste, navn, None) == getattr(innmelding, navn) for navn in gitt)


def _finnes(register: Register, post: Fulgt, innmelding: Innmelding, dag: date) -> Rapport | None:
    if not post.har_runder:
        return None
    periode = rundens_periode(register, post.hele, innmelding.periode, dag)
    return rapport_for(register, post.hele, dag, periode)


def _i_korthet(sagt: Mapping[str, Any]) -> str:
    """What a report says, on a line."""
    deler = []
    for navn, verdi in sagt.items():
        match verdi:
            case Fastord():
                deler.append(verdi.navn)
            case Frist():
                deler.append(f"forventet ferdig {verdi.norsk}")
            case str():
                hva = "" if navn == "kommentar" else f"{navn} "
                deler.append(f"{hva}«{verdi[:_VIST]}{'…' * (len(verdi) > _VIST)}»")
    return ", ".join(deler)


_STAAR = ("lenker", "egne")
"""What nobody reports, and a new report leaves as it was."""


def _i_stedet(
    post: Oppfulgt, nummer: int, gammel: Rapport, ny: dict[str, Any], *, av_er_gitt: bool
) -> Handling:
    plass = Plass(post, Rapport, ("rapporter", nummer))
    helt = "status" in ny
    felt = [navn for navn in feltnavn(Rapport) if navn in ny or (helt and navn not in _STAAR)]
    uten = ("dato",) if av_er_gitt else ("dato", "av")
    sagt = [navn for navn in felt if navn not in uten]
    if all(getattr(gammel, navn) == ny.get(navn) for navn in sagt):
        return Handling((), (post.id,), (f"{post.id} er allerede rapportert slik.",))
    endringer = tuple(
        plass.sett(navn, ny.get(navn)) for navn in felt if getattr(gammel, navn) != ny.get(navn)
    )
    if not helt:
        linje = f"{post.id}: rapporten for {gammel.periode} er endret: "
        felt_sagt = ramse(navn.replace("_", " ") for navn in sagt if navn in SAGT)
        return Handling(endringer, (post.id,), (f"{linje}{felt_sagt}.",))
    fra = f"Den erstatter rapporten fra {gammel.dato:%d.%m.%Y} ({gammel.status.navn})."
    borte = [navn for navn in SAGT if getattr(gammel, navn) is not None and navn not in ny]
    sagt_om = (f"{_om(post, ny)}. {fra}", *_borte(post.id, gammel, borte))
    return Handling(endringer, (post.id,), sagt_om)


def _borte(id_: str, gammel: Rapport, felt: list[str]) -> Iterator[str]:
    """That what a report said in some fields is no longer said."""
    if felt:
        hva = ramse(navn.replace("_", " ") for navn in felt)
        yield f"{id_}: {hva} fra rapporten fra {gammel.dato:%d.%m.%Y} er borte."


def _oppgave(post: Fulgt, innmelding: Innmelding) -> Handling:
    """An oppgave has a status and a remark, and no periods."""
    gitt = {navn for navn in feltnavn(Innmelding) if getattr(innmelding, navn) is not None}
    if andre := sorted(gitt - {"id", "status", "kommentar", "periode", "av"}):
        raad = f"Meld det på {slag_til(post.hele).den}, {post.hele.id}."
        raise WrongUse(f"en oppgave har status og kommentar, ikke {ramse(andre, 'eller')}", raad)
    if innmelding.status is None and innmelding.kommentar is None:
        raise WrongUse(f"det står ikke hva som skal rapporteres om {post.id}")
    plass = plassen(post)
    nye = {"status": innmelding.status, "merknad": innmelding.kommentar}
    endret = {
        felt: verdi
        for felt, verdi in nye.items()
        if verdi is not None and getattr(post.selv, felt) != verdi
    }
    if not endret:
        return Handling((), (post.id,), (f"{post.id} er allerede rapportert slik.",))
    status = f": {innmelding.status.navn}" if innmelding.status else " har fått merknad"
    endringer = tuple(plass.sett(felt, verdi) for felt, verdi in endret.items())
    return Handling(endringer, (post.id,), (f"{post.id}{status}.",))


def rundens_periode(register: Register, post: Oppfulgt, gitt: str | None, dag: date) -> str:
    """The period as files write it. Raises WrongUse, and StyringError when none has come."""
    if gitt is not None:
        return tidstolk.periode(register, gitt, dag, post)
    siste = runden(register, dag)
    if siste and er_i_runden(register, post, siste):
        return siste
    if register.aar(post) is not None:
        aar = register.aarene(post)[0]
        foerste = next(iter(register.perioder.values()))
        melding = f"ingen runde i {aar} er kommet ennå per {dag:%d.%m.%Y}"
        per = f"{foerste.dag(aar):%d.%m.%Y}"
        raad = f"Den første er {aar}-{foerste.kode}, per {per}. Velg en med --periode."
    elif post.trenger_ingen:
        melding = f"{post.id} trenger ingen oppfølging, så ingen runde gjelder for det"
        raad = f"Skal det følges opp likevel: «styring vedtak endre {post.id} --fjern oppfoelging»."
    elif post.sektor or post.delegering:
        melding = f"ingen runde er kommet siden {post.id} ble vedtatt"
        raad = "Velg en med --periode."
    else:
        melding = f"ingen har fått {post.id} å følge opp, så ingen runde gjelder for det"
        raad = f"Gi det til noen med «styring vedtak deleger {post.id}», eller velg --periode."
    raise StyringError(melding, raad)


def _foran(register: Register, post: Oppfulgt, periode: str) -> int | None:
    """The index of the first report for a later period; None when there is none."""
    dager = [periodedag(register, rapport.periode) or date.min for rapport in post.rapporter]
    dag = periodedag(register, periode) or date.min
    return next((nummer for nummer, annen in enumerate(dager) if annen > dag), None)


def _om(post: Oppfulgt, ny: dict[str, Any]) -> str:
    frist = ny.get("forventet_ferdig")
    ferdig = f", forventet ferdig {frist.norsk}" if frist else ""
    return f"{post.id} er rapportert for {ny['periode']}: {ny['status'].navn}{ferdig}"
