"""What the reports of a form come to: one act of all, or what is wrong where it stands in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from styring import tolk
from styring.actions.handling import Handling, samlet
from styring.actions.rapportering import Motstrid, er_uroert, rundens_periode, ta_imot
from styring.change.plan import Plan, plan
from styring.change.proposal import Proposal, proposed
from styring.errors import BrokenData, StyringError, WrongUse
from styring.finding import Alvor, Finding, Sted
from styring.innlevering.regneark import er_likt
from styring.innlevering.skjema import Skjema
from styring.mente import kortet, ramse, telt
from styring.model.fulgt import Fulgt
from styring.model.innmelding import Innmelding
from styring.model.oppdrag import Rapport
from styring.model.post import feltnavn
from styring.register.innhold import Register
from styring.slag import slag_til
from styring.stand.utsnitt import kjent
from styring.views.lister import lister
from styring.yamlfile.edits import Insert

_HVER_FOR_SEG = 4
"""More reports than this are counted instead of told of one by one."""
_NEVNT = 8
"""How many are named, of those that are told of together."""


def ubrukt(register: Register, skjema: Skjema, dag: date, alvor: Alvor) -> Iterator[Finding]:
    """What stands in columns that are not reported from, and is not what the lists of a day say."""
    register = kjent(register, dag)
    listene = lister(register, dag)
    for celle in skjema.andre:
        try:
            post = tolk.oppfulgt_eller_oppgave(register, celle.id or "")
        except StyringError:  # which is told of where something is reported on it
            continue
        sagt = listene.sier(post).get(celle.kolonne, ())
        if er_likt(celle.tekst, sagt, dag.year):
            continue
        staar = f"det står «{kortet(sagt[0])}»" if sagt and sagt[0] else "det står ikke noe"
        hva = f"«{kortet(celle.tekst)}» i kolonnen «{celle.kolonne}»"
        melding = f"{hva} er ikke brukt: {staar} der i dataene"
        hva = "deleger" if celle.kolonne == "ansvarlig" and post.har_runder else "endre"
        kommando = f"styring {slag_til(post.hele).navn} {hva}"
        raad = f"Her føres bare rapporter inn. Det andre endres med «{kommando}»."
        yield Finding("FIL007", alvor, melding, skjema.celle(celle), raad)


def _samlet(handlinger: Sequence[Handling], uroerte: Sequence[str]) -> Handling:
    """All of them as one, with how many there were when they are many."""
    alle = samlet(handlinger)
    gjort = [handling for handling in handlinger if handling.endringer]
    if len(handlinger) > _HVER_FOR_SEG:
        gamle = sum(not isinstance(handling.endringer[0].edit, Insert) for handling in gjort)
        sagt = f"{telt(len(gjort), 'rapport', 'rapporter')} er ført inn."
        if gamle:
            sagt += f" {gamle} av dem endrer det som sto der fra før."
        borte = (linje for handling in gjort for linje in handling.sagt[1:])
        foerst = sagt if gjort else "Alt er rapportert slik fra før."
        alle = alle._replace(sagt=(foerst, *borte))
    if uroerte:
        hvilke = ramse(uroerte, flest=_NEVNT)
        som_foer = (
            f"Ikke ført inn, for raden sier bare det samme som sist: {hvilke}.",
            "Skriv statusen på nytt der den fortsatt gjelder, for eksempel «under arbeid».",
        )
        alle = alle._replace(sagt=(*alle.sagt, *som_foer))
    return alle


class Levering(NamedTuple):
    """The reports of a form on their way into the data."""

    skjema: Skjema
    dag: date
    periode: str | None
    av: str | None
    """The round, and who reports, where a report does not say."""
    erstatt: bool = False
    """They take the place of reports that they were not made from."""
    ubrukt: tuple[Finding, ...] = ()
    """What is not used of the form."""

    @property
    def er_tom(self) -> bool:
        """There is nothing to report in it, and nothing that hinders it."""
        return not (self.skjema.innkomne or self._feil_i_skjemaet)

    @property
    def _feil_i_skjemaet(self) -> list[Finding]:
        return [*self.skjema.funn, *(f for f in self.ubrukt if f.alvor is Alvor.FEIL)]

    def forslag(self, register: Register) -> Proposal[Handling]:
        """All of them. Raises BrokenData, with faults at their rows, and then takes none."""
        handlinger, uroerte = list[Handling](), list[str]()
        feilene = self._feil_i_skjemaet
        rapportert: dict[tuple[str, str | None], int] = {}
        finn_avsender = tolk.mottaker(self.dag)
        for nummer, (innmelding, _, har, fra_liste) in enumerate(self.skjema.innkomne):
            felt = "id"
            try:
                post = tolk.oppfulgt_eller_oppgave(register, innmelding.id)
                felt = "av"
                av = tolk.id_til(finn_avsender, register, innmelding.av or None) or self.av
                felt = "status"
                full = replace(innmelding, av=av, periode=innmelding.periode or self.periode)
                if fra_liste and er_uroert(register, post, full, self.dag):
                    uroerte.append(post.id)
                    continue
                gjort = ta_imot(register, post, full, self.dag, felt=har, erstatt=self.erstatt)
                felt = "id"
                periode = self._periode(register, post, full)
                foerste = rapportert.setdefault((post.id, periode), nummer)
                if foerste != nummer:
                    linje = self.skjema.sted(foerste, "id").linje
                    melding = f"{post.id} er allerede rapportert, på linje {linje}"
                    raise WrongUse(melding, "Behold den som gjelder, og slett den andre.")
                handlinger.append(gjort)
            except StyringError as feil:
                sted = self.skjema.sted(nummer, felt)
                raad = " ".join(feil.raad) or None
                kode = "FIL006" if isinstance(feil, Motstrid) else "FIL005"
                feilene.append(Finding(kode, Alvor.FEIL, feil.melding, sted, raad))
        alle = _samlet(handlinger, uroerte)
        if feilene:
            planen = plan(register, alle.endringer, self.dag)  # for what else is wrong
            raise self._avvist([*feilene, *self._feil_i(planen)])
        forslag = proposed(register, alle, self.dag)
        if feilene := self._feil_i(forslag.plan):
            raise self._avvist(feilene)
        return forslag

    def _feil_i(self, planen: Plan) -> list[Finding]:
        """The faults that the reports would bring, where they stand in the form."""
        feilene = [funnet for funnet in planen.findings if funnet.alvor is Alvor.FEIL]
        stedene = dict(self._steder(planen.register)) if feilene else {}
        return [self._i_skjemaet(funnet, stedene.get(funnet.sted[:3])) for funnet in feilene]

    def _i_skjemaet(self, funnet: Finding, sted: Sted | None) -> Finding:
        if sted is not None:
            return funnet._replace(sted=sted)
        melding = f"{funnet.melding} ({funnet.sted})"
        return funnet._replace(sted=self.skjema.sted(0), melding=melding)

    def _steder(self, register: Register) -> Iterator[tuple[tuple[str, int, int], Sted]]:
        """Where a report's fields stand in the data, and where in the form they came from."""
        for nummer, innmelding in enumerate(self.skjema.innmeldinger):
            try:
                post = tolk.oppfulgt_eller_oppgave(register, innmelding.id)
                periode = self._periode(register, post, innmelding)
            except StyringError:  # which is told of already
                continue
            for indeks, rapport in enumerate(post.rapporter):
                if rapport.periode == periode:
                    for felt in feltnavn(Rapport):
                        i_data = register.sted(post, ("rapporter", indeks, felt))
                        yield i_data[:3], self.skjema.sted(nummer, felt)

    def _periode(self, register: Register, post: Fulgt, innmelding: Innmelding) -> str | None:
        """The period that a report is for; None for an oppgave, which has none."""
        if not post.har_runder:
            return None
        return rundens_periode(register, post.hele, innmelding.periode or self.periode, self.dag)

    def _avvist(self, funn: Iterable[Finding]) -> BrokenData:
        raad = "Rett feilene, og prøv igjen."
        alt = sorted({*funn, *self.ubrukt}, key=Finding.sort_key)
        return BrokenData("ingen av rapportene er ført inn", raad, funn=alt)
