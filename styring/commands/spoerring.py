"""Asks its way through what lacks a report, and keeps each answer as soon as it is given."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import Any, NamedTuple, TypeVar

from styring.actions.handling import Handling
from styring.actions.rapportering import periode_for, rapporter
from styring.commands import tolk, verdi
from styring.commands.endring import gjoer
from styring.commands.omgivelse import Omgivelse, si, si_funn, skjerm, ut
from styring.errors import StyringError, WrongUse
from styring.model.innmelding import Innmelding
from styring.model.oppdrag import Rapport, Rapportstatus, Status, Vurdering
from styring.model.tid import UgyldigTid, les_frist
from styring.model.tidsord import som_i_fil
from styring.model.vedtak import Oppfulgt
from styring.register.idbruk import krev_entydig
from styring.register.innhold import Deloppgave, Register
from styring.register.lasting import last
from styring.register.stand import rapport_for
from styring.rules.kjoering import nye
from styring.views.mangler import Utestaaende, omtale
from styring.views.tekstform import ufarlig

V = TypeVar("V")
Post = Oppfulgt | Deloppgave

_STATUSER = tuple(Status(status.value) for status in Rapportstatus)
_VURDERINGER = tuple(Vurdering)
_FAST = "\xa0"
"""A space that lines are not broken at."""


def spoer(om: Omgivelse, utvalg: Utestaaende, av: str | None) -> None:
    """Asks about all that lacks a report. Whoever stops halfway goes on from there next time."""
    spurt: set[str] = set()
    periode = utvalg.runde(om.register, om.dag)
    register, mangler = _mangler(om, utvalg)
    if not mangler:
        ut("Ingenting mangler rapport.\n")
        return
    ut("Hvert svar lagres. Enter hopper over, Ctrl-C avslutter.\n")
    try:
        while igjen := [post for post in mangler if post.id not in spurt]:
            ut(f"\n{len(igjen)} igjen\n")
            _Samtale(om, register, igjen[0], periode, av).foer()
            spurt.add(igjen[0].id)
            register, mangler = _mangler(om, utvalg)
    except (KeyboardInterrupt, EOFError) as slutt:
        ut("\n")
        _, mangler = _mangler(om, utvalg)
        if isinstance(slutt, KeyboardInterrupt):
            si(*_brutt(_gjenstaar(mangler)))
            raise
    ut("".join(f"{linje}\n" for linje in ["", *_brutt(_gjenstaar(mangler))]))


def _gjenstaar(mangler: list[Post]) -> str:
    if not mangler:
        return "Ingenting mangler rapport lenger."
    return f"{len(mangler)} mangler fortsatt rapport. Kjør kommandoen igjen for å fortsette."


def _mangler(om: Omgivelse, utvalg: Utestaaende) -> tuple[Register, list[Post]]:
    """The data as they are now, also by what others have reported, and what lacks a report."""
    register = last(om.mappe)
    return register, list(utvalg.velg(register, om.dag))


class _Samtale(NamedTuple):
    """The questions about one oppdrag or oppgave. Each answer is kept before the next question."""

    om: Omgivelse
    register: Register
    """The data before the first answer."""
    post: Post
    periode: str | None
    av: str | None

    def foer(self) -> None:
        """Asks about it, unless the first answer passes it over."""
        self._presenter()
        hel = self.post.post if isinstance(self.post, Deloppgave) else self.post
        try:
            krev_entydig(self.register, hel)
        except StyringError as feil:
            si(*_brutt(f"{feil.melding}. {' '.join(feil.raad)}"))
            return
        try:
            self._spoer_om_alt(self._rapport(self.register, self.post))
        except _RapportertAvAndre as feil:
            si(*_brutt(f"{feil.melding}. {' '.join(feil.raad)}"))
        si_funn(nye(self.register, last(self.om.mappe), self.om.dag))

    def _spoer_om_alt(self, begynt: Rapport | None) -> None:
        """All that is not answered in a report that was begun on before."""
        if begynt is None:
            status = self.velg("status", "Status", _STATUSER)
        else:
            status = Status(begynt.status)
            ut(f"Status fra forrige gang: {status.navn}\n")
        if status is None:
            return
        if begynt is None or begynt.kommentar is None:
            self.tekst("kommentar", "Kommentar")
        if isinstance(self.post, Deloppgave):
            return
        if not status.er_avsluttet:
            self.frist("forventet_ferdig", "Forventet ferdig (2023-06-30, 2023-06, 2023-K2 …)")
        if begynt is None or begynt.vurdering is None:
            self.velg("vurdering", "Vurdering", _VURDERINGER)
        if begynt is None or begynt.avvik is None:
            self.avvik()

    def _presenter(self) -> None:
        syn = skjerm(sys.stdout)
        for linje in _brutt(f"{self.post.id}  {self.post.tittel}"):
            ut(f"\x1b[1m{linje}\x1b[0m\n" if syn.farge else f"{linje}\n")
        for tekst in omtale(self.register, self.post, self.periode, self.om.dag):
            ut("".join(f"  {linje}\n" for linje in _brutt(tekst, 2)))

    def velg(self, felt: str, hva: str, valgene: Sequence[verdi.Ord]) -> verdi.Ord | None:
        """One of the choices by its number or its name; None for an empty answer."""
        # A choice is not broken over two lines.
        numrene = [f"{nummer} {ord_.navn}" for nummer, ord_ in enumerate(valgene, 1)]
        linjer = _brutt("   ".join(valget.replace(" ", _FAST) for valget in numrene))
        ut("".join(f"{linje.replace(_FAST, ' ')}\n" for linje in linjer))

        def les(svar: str) -> verdi.Ord:
            if svar.isdecimal() and 1 <= int(svar) <= len(valgene):
                return valgene[int(svar) - 1]
            return verdi.ordet(svar, valgene, hva.lower(), f"Skriv 1–{len(valgene)}, eller")

        return self._spoer(felt, hva, les)

    def tekst(self, felt: str, hva: str) -> str | None:
        """Text on one line; None for an empty answer."""
        return self._spoer(felt, hva, str)

    def frist(self, felt: str, hva: str) -> None:
        """A day or something coarser."""
        self._spoer(felt, hva, lambda svar: les_frist(som_i_fil(svar, self.om.dag.year)))

    def avvik(self) -> None:
        """What goes wrong, and what is done about it; the one is kept only with the other."""
        while avvik := _svar("Avvik"):
            try:
                tiltak = _svar("Tiltak")
            except (KeyboardInterrupt, EOFError):
                si(
                    "",
                    *_brutt(f"Avviket er ikke lagret, for det må ha et tiltak. Det var: {avvik}"),
                )
                raise
            if tiltak and self._lagre(avvik=avvik, tiltak=tiltak):
                return
            if not tiltak:
                si(*_brutt("Et avvik må ha et tiltak. Er det ikke noe avvik, svarer du ingenting."))

    def _spoer(self, felt: str, hva: str, les: Callable[[str], V]) -> V | None:
        while svar := _svar(hva):
            try:
                verdi = les(svar)
            except UgyldigTid as feil:
                si(*_brutt(f"{feil}. {feil.raad}"))
                continue
            except WrongUse as feil:
                si(*_brutt(" ".join((f"{feil.melding}.", *feil.raad))))
                continue
            if self._lagre(**{felt: verdi}):
                return verdi
        return None

    def _lagre(self, **felt: Any) -> bool:
        """Keeps answers; False, and why, when they cannot be kept."""

        def handling(register: Register) -> Handling:
            post = tolk.oppfulgt_eller_oppgave(register, self.post.id)
            if "status" in felt:
                self._se_etter_andres(register, post)
            innmelding = Innmelding(id=post.id, periode=self.periode, av=self.av, **felt)
            return rapporter(register, post, innmelding, self.om.dag)

        try:
            gjoer(self.om, handling)
        except _RapportertAvAndre:
            raise
        except StyringError as feil:
            si_funn(feil.funn)
            si(*_brutt(f"Feil: {feil.melding}"), *(del_ for r in feil.raad for del_ in _brutt(r)))
            return False
        return True

    def _se_etter_andres(self, register: Register, post: Post) -> None:
        """Raises _RapportertAvAndre when it was reported on while the question stood."""
        if rapport := self._rapport(register, post):
            status = Status(rapport.status).navn
            melding = f"{post.id} er rapportert av noen andre imens: {status}"
            raise _RapportertAvAndre(melding, "Den rapporten får stå.")

    def _rapport(self, register: Register, post: Post) -> Rapport | None:
        if isinstance(post, Deloppgave):
            return None
        periode = periode_for(register, post, self.periode, self.om.dag)
        return rapport_for(register, post, self.om.dag, periode)


class _RapportertAvAndre(StyringError):
    """The answer is too late."""


def _brutt(tekst: str, innrykk: int = 0) -> list[str]:
    """Text as lines that fit the screen."""
    return wrap(ufarlig(tekst), (skjerm(sys.stdout).bredde or 100) - innrykk)


def _svar(hva: str) -> str:
    """What is typed on a line, asked again as long as its bytes are no text."""
    while True:
        try:
            svar = input(f"{hva}: ").strip()
            svar.encode()
        except UnicodeError:
            si(*_brutt("Det du skrev, har tegn som ikke er gyldig UTF-8. Skriv det på nytt."))
        else:
            return svar
