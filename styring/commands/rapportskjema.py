"""Many reports at once: from a file, or from a form in the user's editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import NamedTuple

from styring.actions.handling import Handling, samlet
from styring.actions.rapportering import periode_for, rapporter
from styring.change.plan import Plan, plan
from styring.commands import tolk
from styring.commands.endring import utfoer
from styring.commands.omgivelse import Omgivelse, si, ut
from styring.errors import BrokenData, StyringError, WrongUse
from styring.finding import Alvor, Finding, Sted
from styring.formats.rapportskjema import FELT, Skjemapost, med_feil, skriv, uten_feil
from styring.model.innmelding import Innmelding
from styring.model.oppdrag import Rapport, Rapportstatus, Vurdering
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Deloppgave, Register
from styring.register.skjema import Skjema, les, les_fil
from styring.views.mangler import Utestaaende, omtale
from styring.yamlfile.edits import Insert
from styring.yamlfile.read import MAX_BYTES

_INNLEDNING = (
    "Fyll ut det du vil rapportere. Det du lar stå tomt, blir ikke rapportert.",
    "",
    f"status:           {', '.join(status.navn for status in Rapportstatus)}",
    f"vurdering:        {', '.join(vurdering.navn for vurdering in Vurdering)}",
    "forventet_ferdig: 30.06.2023, juni 2023, 2. kvartal 2023, T1 eller 2023",
    "",
    "Lagre filen og lukk redigeringsprogrammet, så blir rapportene ført inn.",
)
_EDITORER = ("nano", "vi", "notepad")
_HVER_FOR_SEG = 4
"""More reports than this are counted instead of told of one by one."""


def fra_fil(om: Omgivelse, fil: str, periode: str | None, av: str | None, *, diff: bool) -> None:
    """Reports from a YAML, CSV or JSON file, or from stdin for «-»: all of them or none."""
    if fil == "-":
        skjema = les("stdin", sys.stdin.buffer.read(MAX_BYTES + 1), om.dag.year)
    else:
        skjema = les_fil(Path(fil), om.dag.year)
    if skjema.innmeldinger or skjema.funn:
        Innlevering(om, skjema, periode, av).lever(diff=diff)
    else:
        ut("Det er ingen rapporter der.\n")


def rediger(om: Omgivelse, utvalg: Utestaaende, av: str | None, *, diff: bool) -> None:
    """Reports from a form in the user's editor, which comes back as long as something is wrong.

    What was typed stays in a file until it is taken in.
    """
    poster = list(utvalg.velg(om.register, om.dag))
    if not poster:
        ut("Ingenting mangler rapport.\n")
        return
    periode = utvalg.runde(om.register, om.dag)
    blankt = vist = skriv(_INNLEDNING, [_skjemapost(om, post, periode) for post in poster])
    mappe = Path(tempfile.mkdtemp(prefix="styring-"))
    sti = mappe / "rapporter.yaml"
    while True:
        ny = mappe / "ny.yaml"  # so that what is there is never half written over
        ny.write_bytes(vist.encode("utf-8", "surrogateescape"))
        ny.replace(sti)
        typet = _redigert(sti, er_blankt=vist == blankt)
        if typet == vist != blankt:
            raad = f"Det du skrev, ligger i {sti}. Rett det, og bruk --fra med den filen."
            raise StyringError("det er fortsatt feil i skjemaet, så ingenting er rapportert", raad)
        svar = uten_feil(typet)
        skjema = les(sti.name, svar.encode("utf-8", "surrogateescape"), om.dag.year)
        if not skjema.innmeldinger and not skjema.funn:
            shutil.rmtree(mappe)
            ut("Ingenting er fylt ut, så ingenting er rapportert.\n")
            return
        try:
            Innlevering(om, skjema, periode, av).lever(diff=diff)
        except KeyboardInterrupt:
            si(f"Det du skrev, ligger i {sti}.")
            raise
        except StyringError as feil:
            if not feil.funn:
                linjer = (*feil.raad, f"Det du skrev, ligger i {sti}.")
                raise StyringError(feil.melding, *linjer) from None
            vist = med_feil(svar, feil.funn)
        else:
            if diff:
                si(f"Det du skrev, ligger i {sti}.")
            else:
                shutil.rmtree(mappe)
            return


def _skjemapost(om: Omgivelse, post: Oppfulgt | Deloppgave, periode: str | None) -> Skjemapost:
    linjer = tuple(omtale(om.register, post, periode, om.dag))
    felt = ("status", "kommentar") if isinstance(post, Deloppgave) else FELT
    return Skjemapost(post.id, post.tittel, linjer, felt=felt)


def _redigert(sti: Path, *, er_blankt: bool) -> str:
    """What a file says when the user's editor is closed.

    Raises StyringError, and says where what was typed is; a form without any of it is taken away.
    """
    foer = sti.read_bytes()
    try:
        _rediger(sti)
        return sti.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        melding = "redigeringsprogrammet har tatt bort skjemaet, så ingenting er rapportert"
        raise StyringError(melding, f"Det skulle ligget i {sti}.") from None
    except StyringError as feil:
        if er_blankt and sti.read_bytes() == foer:
            shutil.rmtree(sti.parent)
            raise
        raise StyringError(feil.melding, *feil.raad, f"Det du skrev, ligger i {sti}.") from None


def _rediger(sti: Path) -> None:
    """Opens a file in the user's editor, and waits until it is closed. Raises StyringError."""
    valgt = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    try:
        ord_ = shlex.split(valgt) if valgt else [next(filter(shutil.which, _EDITORER), "vi")]
        with subprocess.Popen([*ord_, str(sti)]) as program:
            while program.returncode is None:
                with suppress(KeyboardInterrupt):  # which is for the editor to heed
                    program.wait()
    except (OSError, ValueError):
        raad = "Sett EDITOR til det du bruker, for eksempel «export EDITOR=nano»."
        melding = f"redigeringsprogrammet «{valgt or ord_[0]}» lar seg ikke starte"
        raise StyringError(melding, raad) from None
    if program.returncode:
        raise StyringError(f"redigeringsprogrammet endte med status {program.returncode}")


class Innlevering(NamedTuple):
    """The reports of a form on their way into the data."""

    om: Omgivelse
    skjema: Skjema
    periode: str | None
    av: str | None
    """The round, and who reports, where a report does not say."""

    def lever(self, *, diff: bool = False) -> None:
        """Takes all of them in. Raises StyringError, with faults at their rows, and takes none."""
        utfoer(self.om, self._handling, diff=diff, sjekk=self._sjekk)

    def _handling(self, register: Register) -> Handling:
        handlinger, feilene = [], list(self.skjema.funn)
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
                handling = rapporter(register, post, full, self.om.dag)
                felt = "id"
                periode = self._periode(register, post, full)
                foerste = rapportert.setdefault((post.id, periode), nummer)
                if foerste != nummer:
                    linje = self.skjema.sted(foerste, "id").linje
                    melding = f"{post.id} er alt rapportert, på linje {linje}"
                    raise WrongUse(melding, "Behold den som gjelder, og slett den andre.")
                handlinger.append(handling)
            except StyringError as feil:
                sted = self.skjema.sted(nummer, felt)
                raad = " ".join(feil.raad) or None
                feilene.append(Finding("FIL005", Alvor.FEIL, feil.melding, sted, raad))
        alle = samlet(handlinger)
        if feilene:
            planen = plan(register, alle.endringer, self.om.dag)  # for what else is wrong
            raise self._avvist([*feilene, *self._feil_i(planen)])
        if len(handlinger) <= _HVER_FOR_SEG:
            return alle
        gjort = [handling for handling in handlinger if handling.endringer]
        nye = [handling for handling in gjort if isinstance(handling.endringer[0].edit, Insert)]
        sagt = f"{len(gjort)} rapport{'er' * (len(gjort) > 1)} er ført inn."
        if len(gjort) > len(nye):
            sagt += f" {len(gjort) - len(nye)} av dem endrer det som sto der fra før."
        return alle._replace(sagt=(sagt if gjort else "Alt er rapportert slik fra før.",))

    def _sjekk(self, planen: Plan) -> None:
        if feilene := self._feil_i(planen):
            raise self._avvist(feilene)

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
            if isinstance(post, Deloppgave):
                continue
            for indeks, rapport in enumerate(post.rapporter):
                if rapport.periode == periode:
                    for felt in fields(Rapport):
                        i_data = register.sted(post, ("rapporter", indeks, felt.name))
                        yield i_data[:3], self.skjema.sted(nummer, felt.name)

    def _periode(
        self, register: Register, post: Oppfulgt | Deloppgave, innmelding: Innmelding
    ) -> str | None:
        """The period that a report is for; None for an oppgave, which has none."""
        if isinstance(post, Deloppgave):
            return None
        return periode_for(register, post, innmelding.periode or self.periode, self.om.dag)

    def _avvist(self, funn: tuple[Finding, ...] | list[Finding]) -> BrokenData:
        raad = "Rett feilene, og prøv igjen."
        return BrokenData("ingen av rapportene er ført inn", raad, funn=funn)
