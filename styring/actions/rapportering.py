"""Reporting where an oppdrag or an oppgave stands."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from styring.actions.handling import Handling, Plass, hele
from styring.errors import StyringError, WrongUse
from styring.model.innmelding import Innmelding
from styring.model.oppdrag import Oppdrag, Oppgave, Rapport, Status
from styring.model.vedtak import Oppfulgt
from styring.register import oppslag
from styring.register.innhold import Deloppgave, Register
from styring.register.runder import delt_periode, er_i_runden, runden
from styring.register.stand import ansvarlig

_SAGT = ("status", "vurdering", "kommentar", "forventet_ferdig", "avvik", "tiltak")
"""What a report says; the rest of it is when, by whom and for which period."""


def rapporter(
    register: Register, post: Oppfulgt | Deloppgave, innmelding: Innmelding, dag: date
) -> Handling:
    """A report on an oppdrag for a period, or the status of an oppgave.

    A report with a status takes the place of the one that the period has; without a status it
    changes only what it says. The period is the newest that has come by `dag` when none is given,
    the one who reports the one who holds it; nobody is named when they have left. Raises WrongUse
    for what cannot be reported so.
    """
    if isinstance(post, Deloppgave):
        if innmelding.periode is not None:  # which it has not, but a wrong one is a mistake
            periode_for(register, post.post, innmelding.periode, dag)
        return _oppgave(post, innmelding)
    periode = periode_for(register, post, innmelding.periode, dag)
    sagt = {felt: verdi for felt in _SAGT if (verdi := getattr(innmelding, felt)) is not None}
    if not sagt:
        raise WrongUse(f"det står ikke hva som skal rapporteres om {post.id}")
    av = innmelding.av or _den_som_har(register, post, dag)
    ny = {"periode": periode, "dato": dag, "av": av, **sagt}
    for nummer, gammel in enumerate(post.rapporter):
        if gammel.periode == periode:
            return _erstatt(post, nummer, gammel, ny, av_er_gitt=innmelding.av is not None)
    if innmelding.status is None:
        raad = "Den første rapporten for en periode må ha en status."
        raise WrongUse(f"{post.id} er ikke rapportert for {periode} ennå", raad)
    ordnet = {felt.name: ny.get(felt.name) for felt in fields(Rapport)}
    endring = hele(post).legg_til("rapporter", ordnet, _foran(register, post, periode))
    return Handling((endring,), (post.id,), (f"{_om(post, ny)}.",))


def _den_som_har(register: Register, post: Oppfulgt, dag: date) -> str | None:
    """The id of who holds it; None when they have left, and somebody else must have reported."""
    id_ = ansvarlig(register, post, dag)
    kontakt = register.kontakt.get((id_ or "").lower())
    return None if kontakt and kontakt.har_sluttet(dag) else id_


def _erstatt(
    post: Oppfulgt, nummer: int, gammel: Rapport, ny: dict[str, Any], *, av_er_gitt: bool
) -> Handling:
    plass = Plass(post, Rapport, ("rapporter", nummer))
    helt = "status" in ny
    felt = [f.name for f in fields(Rapport) if f.name in ny or (helt and f.name != "egne")]
    uten = ("dato",) if av_er_gitt else ("dato", "av")
    sagt = [navn for navn in felt if navn not in uten]
    if all(getattr(gammel, navn) == ny.get(navn) for navn in sagt):
        return Handling((), (post.id,), (f"{post.id} er alt rapportert slik.",))
    endringer = tuple(
        plass.sett(navn, ny.get(navn)) for navn in felt if getattr(gammel, navn) != ny.get(navn)
    )
    if not helt:
        linje = f"{post.id}: rapporten for {gammel.periode} er endret: "
        felt_sagt = ", ".join(navn for navn in sagt if navn in _SAGT)
        return Handling(endringer, (post.id,), (f"{linje}{felt_sagt}.",))
    fra = f"Den erstatter rapporten fra {gammel.dato:%d.%m.%Y} ({Status(gammel.status).navn})."
    return Handling(endringer, (post.id,), (f"{_om(post, ny)}. {fra}",))


def _oppgave(post: Deloppgave, innmelding: Innmelding) -> Handling:
    """An oppgave has a status and a remark, and no periods."""
    gitt = {f.name for f in fields(Innmelding) if getattr(innmelding, f.name) is not None}
    if andre := sorted(gitt - {"id", "status", "kommentar", "periode", "av"}):
        hva = "oppdraget" if isinstance(post.post, Oppdrag) else "vedtaket"
        raad = f"Meld det på {hva}, {post.post.id}."
        raise WrongUse(f"en oppgave har status og kommentar, ikke {', '.join(andre)}", raad)
    if innmelding.status is None and innmelding.kommentar is None:
        raise WrongUse(f"det står ikke hva som skal rapporteres om {post.id}")
    plass = Plass(post.post, Oppgave, ("oppgaver", post.nummer))
    nye = {"status": innmelding.status, "merknad": innmelding.kommentar}
    endret = {
        felt: verdi
        for felt, verdi in nye.items()
        if verdi is not None and getattr(post.oppgave, felt) != verdi
    }
    if not endret:
        return Handling((), (post.id,), (f"{post.id} er alt rapportert slik.",))
    status = f": {Status(innmelding.status).navn}" if innmelding.status else " har fått merknad"
    endringer = tuple(plass.sett(felt, verdi) for felt, verdi in endret.items())
    return Handling(endringer, (post.id,), (f"{post.id}{status}.",))


def periode_for(register: Register, post: Oppfulgt, gitt: str | None, dag: date) -> str:
    """The period as files write it. Raises WrongUse, and StyringError when none has come."""
    if gitt is not None:
        return oppslag.periode_for(register, gitt, dag, post)
    siste = runden(register, dag)
    if siste and er_i_runden(register, post, siste):
        return siste
    if isinstance(post, Oppdrag):
        aar = register.aarene(post)[0]
        foerste = next(iter(register.perioder.values()))
        melding = f"ingen periode i {aar} er kommet ennå per {dag:%d.%m.%Y}"
        per = f"{foerste.dag(aar):%d.%m.%Y}"
        raad = f"Den første er {aar}-{foerste.kode}, per {per}. Velg en med --periode."
    elif post.sektor or post.delegering:
        melding = f"ingen periode er kommet siden {post.id} ble vedtatt"
        raad = "Velg en med --periode."
    else:
        melding = f"ingen har fått {post.id} å følge opp, så ingen periode gjelder for det"
        raad = f"Gi det til noen med «styring vedtak deleger {post.id}», eller velg --periode."
    raise StyringError(melding, raad)


def _foran(register: Register, post: Oppfulgt, periode: str) -> int | None:
    """The index of the first report for a later period; None when there is none."""
    dag = _dag(register, periode)
    senere = (n for n, r in enumerate(post.rapporter) if _dag(register, r.periode) > dag)
    return next(senere, None)


def _dag(register: Register, periode: str) -> date:
    funnet = delt_periode(register, periode)
    return funnet[1].dag(funnet[0]) if funnet else date.min


def _om(post: Oppfulgt, ny: dict[str, Any]) -> str:
    ferdig = f", ventet ferdig {ny['forventet_ferdig']}" if ny.get("forventet_ferdig") else ""
    return f"{post.id} er rapportert for {ny['periode']}: {Status(ny['status']).navn}{ferdig}"
