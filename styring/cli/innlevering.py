"""Reports that come in a form: all of them or none, with what is wrong where it stands."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import NamedTuple

from styring import tolk
from styring.actions.handling import Handling, samlet
from styring.actions.rapportering import Motstrid, er_uroert, periode_for, ta_imot
from styring.change.plan import Plan, plan
from styring.change.proposal import Proposal, proposed
from styring.cli.endring import utfoer_forslag
from styring.cli.omgivelse import Omgivelse, si_funn, sti, ut
from styring.errors import BrokenData, StyringError, WrongUse
from styring.finding import Alvor, Finding, Sted
from styring.innlevering.regneark import er_likt
from styring.innlevering.skjema import Skjema, les, les_fil
from styring.mente import ramse
from styring.model.fulgt import Fulgt
from styring.model.innmelding import Innmelding
from styring.model.oppdrag import Rapport
from styring.register.innhold import Register
from styring.views.lister import lister
from styring.yamlfile.edits import Insert
from styring.yamlfile.read import MAX_BYTES

_HVER_FOR_SEG = 4
"""More reports than this are counted instead of told of one by one."""
_NEVNT = 8
"""How many are named, of those that are told of together."""
_VIST = 40
"""How much of a cell is shown."""


def fra_fil(
    om: Omgivelse,
    fil: str,
    periode: str | None,
    av: str | None,
    *,
    diff: bool,
    erstatt: bool,
    streng: bool,
) -> None:
    """Reports from a YAML, CSV or JSON file, or from stdin for «-»: all of them or none.

    With `erstatt` they take the place of reports that they were not made from. What stands in
    other columns and differs from the data is told of; with `streng` nothing is taken in then.
    """
    listeord = lister(om.register, om.dag).ord_()
    if fil == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        skjema = les("stdin", data, listeord, om.dag.year)
    else:
        skjema = les_fil(sti("--fra", fil, "fil"), listeord, om.dag.year)
    ubrukt = tuple(_ubrukt(om, skjema, Alvor.FEIL if streng else Alvor.ADVARSEL))
    levering = Innlevering(om, skjema, periode, av, erstatt=erstatt, ubrukt=ubrukt)
    if skjema.innmeldinger or skjema.funn or (streng and ubrukt):
        levering.lever(diff=diff)
    else:
        ut("Det er ingen rapporter der.\n")
    si_funn(ubrukt)


def _ubrukt(om: Omgivelse, skjema: Skjema, alvor: Alvor) -> Iterator[Finding]:
    """What stands in columns that are not reported from, and is not what the data say."""
    listene = lister(om.register, om.dag)
    for celle in skjema.andre:
        try:
            post = tolk.oppfulgt_eller_oppgave(om.register, celle.id or "")
        except StyringError:  # which is told of where something is reported on it
            continue
        sagt = listene.sier(post).get(celle.kolonne, ())
        if er_likt(celle.tekst, sagt, om.dag.year):
            continue
        staar = f"det står «{_kort(sagt[0])}»" if sagt and sagt[0] else "det står ikke noe"
        hva = f"«{_kort(celle.tekst)}» i kolonnen «{celle.kolonne}»"
        melding = f"{hva} er ikke brukt: {staar} der i dataene"
        hva = "deleger" if celle.kolonne == "ansvarlig" and post.har_runder else "endre"
        kommando = f"styring {post.hele.slag} {hva}"
        raad = f"Her føres bare rapporter inn. Det andre endres med «{kommando}»."
        yield Finding("FIL007", alvor, melding, skjema.celle(celle), raad)


def _som_foer(ider: list[str]) -> Iterator[str]:
    """That rows of a list are as the list was."""
    if ider:
        hvilke = ramse(ider, flest=_NEVNT)
        yield f"Ikke ført inn, for raden sier bare det samme som sist: {hvilke}."
        yield "Skriv statusen på nytt der den fortsatt gjelder, for eksempel «under arbeid»."


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _VIST else f"{tekst[: _VIST - 1]}…"


class Innlevering(NamedTuple):
    """The reports of a form on their way into the data."""

    om: Omgivelse
    skjema: Skjema
    periode: str | None
    av: str | None
    """The round, and who reports, where a report does not say."""
    erstatt: bool = False
    """They take the place of reports that they were not made from."""
    ubrukt: tuple[Finding, ...] = ()
    """What is not used of the form."""

    def lever(self, *, diff: bool = False) -> None:
        """Takes all of them in. Raises StyringError, with faults at their rows, and takes none."""
        utfoer_forslag(self.om, self._forslag, diff=diff)

    def _handling(self, register: Register) -> Handling:
        handlinger, uroerte = [], []
        feilene = [*self.skjema.funn, *(f for f in self.ubrukt if f.alvor is Alvor.FEIL)]
        rapportert: dict[tuple[str, str | None], int] = {}
        finn_avsender = tolk.mottaker(self.om.dag)
        for nummer, innmelding in enumerate(self.skjema.innmeldinger):
            felt = "id"
            try:
                post = tolk.oppfulgt_eller_oppgave(register, innmelding.id)
                felt = "av"
                av = tolk.id_til(finn_avsender, register, innmelding.av or None) or self.av
                felt = "status"
                full = replace(innmelding, av=av, periode=innmelding.periode or self.periode)
                if self.skjema.fra_liste[nummer] and er_uroert(register, post, full, self.om.dag):
                    uroerte.append(post.id)
                    continue
                handling = ta_imot(
                    *(register, post, full, self.om.dag),
                    felt=self.skjema.felt[nummer],
                    erstatt=self.erstatt,
                )
                felt = "id"
                periode = self._periode(register, post, full)
                foerste = rapportert.setdefault((post.id, periode), nummer)
                if foerste != nummer:
                    linje = self.skjema.sted(foerste, "id").linje
                    melding = f"{post.id} er allerede rapportert, på linje {linje}"
                    raise WrongUse(melding, "Behold den som gjelder, og slett den andre.")
                handlinger.append(handling)
            except StyringError as feil:
                sted = self.skjema.sted(nummer, felt)
                raad = " ".join(feil.raad) or None
                kode = "FIL006" if isinstance(feil, Motstrid) else "FIL005"
                feilene.append(Finding(kode, Alvor.FEIL, feil.melding, sted, raad))
        alle = samlet(handlinger)
        if feilene:
            planen = plan(register, alle.endringer, self.om.dag)  # for what else is wrong
            raise self._avvist([*feilene, *self._feil_i(planen)])
        if uroerte:
            alle = alle._replace(sagt=(*alle.sagt, *_som_foer(uroerte)))
        if len(handlinger) <= _HVER_FOR_SEG:
            return alle
        gjort = [handling for handling in handlinger if handling.endringer]
        nye = [handling for handling in gjort if isinstance(handling.endringer[0].edit, Insert)]
        sagt = f"{len(gjort)} rapport{'er' * (len(gjort) > 1)} er ført inn."
        if len(gjort) > len(nye):
            sagt += f" {len(gjort) - len(nye)} av dem endrer det som sto der fra før."
        borte = [linje for handling in gjort for linje in handling.sagt[1:]]
        foerst = sagt if gjort else "Alt er rapportert slik fra før."
        return alle._replace(sagt=(foerst, *borte, *_som_foer(uroerte)))

    def _forslag(self, register: Register) -> Proposal[Handling]:
        forslag = proposed(register, self._handling(register), self.om.dag)
        if feilene := self._feil_i(forslag.plan):
            raise self._avvist(feilene)
        return forslag

    def _feil_i(self, planen: Plan) -> list[Finding]:
        """The faults that the reports would bring, where they stand in the form."""
        feilene = [funnet for funnet in planen.findings if funnet.alvor is Alvor.FEIL]
        stedene = dict(self._steder(planen.register)) if feilene else {}
        return [
            funnet._replace(sted=stedene[funnet.sted[:3]])
            if funnet.sted[:3] in stedene
            else funnet._replace(
                sted=self.skjema.sted(0), melding=f"{funnet.melding} ({funnet.sted})"
            )
            for funnet in feilene
        ]

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
                    for felt in fields(Rapport):
                        i_data = register.sted(post, ("rapporter", indeks, felt.name))
                        yield i_data[:3], self.skjema.sted(nummer, felt.name)

    def _periode(self, register: Register, post: Fulgt, innmelding: Innmelding) -> str | None:
        """The period that a report is for; None for an oppgave, which has none."""
        if not post.har_runder:
            return None
        return periode_for(register, post.hele, innmelding.periode or self.periode, self.om.dag)

    def _avvist(self, funn: Iterable[Finding]) -> BrokenData:
        raad = "Rett feilene, og prøv igjen."
        alt = sorted({*funn, *self.ubrukt}, key=Finding.sort_key)
        return BrokenData("ingen av rapportene er ført inn", raad, funn=alt)
