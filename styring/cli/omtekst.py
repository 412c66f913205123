"""What is said of what is shown: which round it is of, how much is missing, what is left out."""

from collections.abc import Iterator, Sequence
from datetime import date

from styring.documents.tall import vedtakstall
from styring.mente import ramse, telt
from styring.model.kommune import Runde
from styring.model.tidsform import midt_i
from styring.register.innhold import Register
from styring.stand import runder, stand
from styring.stand.antall import antall
from styring.stand.mangler import Utestaaende
from styring.stand.purring import Purring, runden
from styring.stand.telling import Tellbare
from styring.tegn import ufarlig
from styring.views.tekstform import vist

_VIST = 5
"""How many vedtak are named."""


def om_det_som_mangler(
    register: Register, utvalg: Utestaaende, alle: Sequence[Purring], dag: date, *, er_hel: bool
) -> Iterator[str]:
    """Lines on the round that is chosen, and on all there is of it, when all could be read."""
    runde, naa = runden(register, utvalg, dag), runden(register, Utestaaende(), dag)
    yield from _om_runden(runde, dag)
    yield from _om_aaret(register, runde, naa, dag)
    if alle or er_hel:
        yield from _hvor_mye(alle, runde, naa)
    yield from _uten_svar(register, utvalg.sektor)


def om_vedtakene(register: Register, hva: Tellbare, koder: frozenset[str], dag: date) -> str | None:
    """How the vedtak stand that an overview leaves out, those of its sectors; None for none."""
    vedtak = [v for v in register.vedtak if not koder or stand.sektorer(register, v) & koder]
    uten = sum(en.trenger_ingen for en in vedtak)
    if vedtak and hva.hva == "oppdrag":
        staar = vedtakstall(register, vedtak, dag).staar
        return f"Vedtakene, som ikke er med i tallene: {staar}."
    return f"{uten} vedtak som ikke trenger oppfølging, er ikke med i tallene." if uten else None


def _om_runden(runde: Runde | None, dag: date) -> Iterator[str]:
    """Which it is, and its deadline."""
    if runde is None:
        yield "Ingen rapporteringsrunde er kommet ennå."
        return
    yield f"{ufarlig(runde.navn)} ({runde.periode}), status per {vist(runde.dag)}"
    if dag < runde.dag:
        yield "Dagen er ikke kommet ennå."
    yield _fristen(runde.frist, dag)


def _om_aaret(
    register: Register, runde: Runde | None, naa: Runde | None, dag: date
) -> Iterator[str]:
    """That it is over, or that the next one has rounds and is not begun."""
    if runde and naa and runde.dag.year < naa.dag.year:
        runden = ufarlig(midt_i(naa.navn))
        yield f"Det året er over. Det som er ført videre, rapporteres nå for {runden}."
    neste = max((fil.aar for fil in register.oppdragsfiler), default=dag.year) + 1
    if naa and naa.dag.year == neste - 1 and runder.siste_periode(register, neste, dag):
        yield f"Rundene i {neste} kommer når året er begynt: «styring nytt-aar {neste}»."


def _hvor_mye(alle: Sequence[Purring], runde: Runde | None, naa: Runde | None) -> Iterator[str]:
    """How much is missing."""
    if not alle:
        if runde and naa and runde.dag.year >= naa.dag.year:
            yield f"Alt er rapportert for {ufarlig(midt_i(runde.navn))}."
        return
    uten = sum(len(purring.mangler) for purring in alle if purring.ansvarlig is None)
    hos = sum(len(purring.mangler) for purring in alle) - uten
    alt = antall(mangel.post for purring in alle for mangel in purring.mangler)
    folk = sum(purring.ansvarlig is not None for purring in alle)
    hos_folk = f"hos {telt(folk, 'person', 'personer')}"
    if hos and uten:
        yield f"{alt} mangler rapport: {hos} {hos_folk}, {uten} uten ansvarlig."
    else:
        yield f"{alt} mangler rapport {hos_folk if hos else 'uten ansvarlig'}."


def _uten_svar(register: Register, koder: frozenset[str]) -> Iterator[str]:
    """Which vedtak are done with no answer to those who made them; no report of theirs is missing.

    Only those that the sectors with these codes follow up, when any are given.
    """
    ider = [
        ufarlig(vedtak.id)
        for vedtak in register.vedtak
        if stand.mangler_tilbakemelding(register, vedtak)
        and (not koder or koder & stand.sektorer(register, vedtak))
    ]
    if ider:
        hva = f"Ferdig, men ikke meldt tilbake: {ramse(ider, flest=_VIST)}."
        yield f"{hva} Se «styring vedtak restanse»."


def _fristen(frist: date | None, dag: date) -> str:
    """The last day to report, seen from a day."""
    if frist is None:
        return "Fristen for å rapportere er ikke satt i kommune.yaml."
    dager = telt(abs((frist - dag).days), "dag", "dager")
    if frist < dag:
        return f"Fristen {vist(frist)} gikk ut for {dager} siden."
    return f"Fristen er {vist(frist)}, {f'om {dager}' if frist > dag else 'i dag'}."
