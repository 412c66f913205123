"""Asks its way through what lacks a report, and keeps each answer as soon as it is given."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import Any, NamedTuple, TypeVar

from styring.actions.handling import Handling
from styring.actions.rapportering import rapporter
from styring.change.plan import nye_funn
from styring.commands import valg
from styring.commands.endring import gjoer
from styring.commands.omgivelse import Omgivelse, si, si_feil, si_funn, skjerm, ut
from styring.errors import StyringError, WrongUse
from styring.formats.tekstform import ufarlig
from styring.model.innmelding import Innmelding
from styring.model.oppdrag import Oppdrag, Rapportstatus, Status, Vurdering
from styring.model.tid import UgyldigTid, les_frist
from styring.register.innhold import Deloppgave, Register
from styring.register.lasting import last
from styring.views.mangler import Utestaaende, omtale

V = TypeVar("V")
Post = Oppdrag | Deloppgave

_STATUSER = tuple(Status(status.value) for status in Rapportstatus)
_VURDERINGER = tuple(Vurdering)


def spoer(om: Omgivelse, utvalg: Utestaaende) -> None:
    """Asks about all that lacks a report. Whoever stops halfway goes on from there next time."""
    hoppet_over: set[str] = set()
    mangler = _mangler(om, utvalg, hoppet_over)
    if not mangler:
        ut("Ingenting mangler rapport.\n")
        return
    ut(f"{len(mangler)} mangler rapport. Enter hopper over, Ctrl-C avslutter. Hvert svar lagres.\n")
    rapportert = 0
    try:
        while mangler:
            ut(f"\n{len(mangler)} igjen\n")
            if _en(om, mangler[0], utvalg.periode):
                rapportert += 1
            hoppet_over.add(mangler[0].id)
            mangler = _mangler(om, utvalg, hoppet_over)
    except (KeyboardInterrupt, EOFError) as slutt:
        rest = len(_mangler(om, utvalg, set()))
        ut("\n")
        si(f"{rapportert} rapportert, {rest} gjenstår. Kjør kommandoen igjen for å fortsette.")
        if isinstance(slutt, KeyboardInterrupt):
            raise
        return
    rest = len(_mangler(om, utvalg, set()))
    ut(f"\n{rapportert} rapportert, {rest} gjenstår.\n")


def _mangler(om: Omgivelse, utvalg: Utestaaende, uten: set[str]) -> list[Post]:
    """What lacks a report now, also by what others have reported meanwhile."""
    return [post for post in utvalg.velg(last(om.mappe), om.dag) if post.id not in uten]


def _en(om: Omgivelse, post: Post, periode: str | None) -> bool:
    """Asks about one; False when it is passed over."""
    foer = last(om.mappe)
    _presenter(foer, post)
    samtale = _Samtale(om, post, periode)
    status = samtale.velg("status", "Status", _STATUSER)
    if status is None:
        return False
    samtale.tekst("kommentar", "Kommentar")
    if isinstance(post, Oppdrag):
        if not Status(status).er_avsluttet:
            samtale.frist("forventet_ferdig", "Forventet ferdig (2023-06-30, 2023-06, 2023-K2 …)")
        samtale.velg("vurdering", "Vurdering", _VURDERINGER)
        samtale.avvik()
    si_funn(nye_funn(foer, last(om.mappe), om.dag))
    return True


def _presenter(register: Register, post: Post) -> None:
    syn = skjerm(sys.stdout)
    bredde = syn.bredde or 100
    tittel = wrap(ufarlig(f"{post.id}  {post.tittel}"), bredde)
    linjer = [f"\x1b[1m{linje}\x1b[0m" if syn.farge else linje for linje in tittel]
    for linje in omtale(register, post):
        linjer += wrap(ufarlig(linje), bredde, initial_indent="  ", subsequent_indent="  ")
    ut("".join(f"{linje}\n" for linje in linjer))


class _Samtale(NamedTuple):
    """The questions about one oppdrag or oppgave. Each answer is kept before the next question."""

    om: Omgivelse
    post: Post
    periode: str | None

    def velg(self, felt: str, hva: str, valgene: Sequence[valg.Ord]) -> valg.Ord | None:
        """One of the choices by its number or its name; None for an empty answer."""
        numrene = "  ".join(f"{nummer} {ord_.navn}" for nummer, ord_ in enumerate(valgene, 1))

        def les(svar: str) -> valg.Ord:
            if svar.isdecimal() and 1 <= int(svar) <= len(valgene):
                return valgene[int(svar) - 1]
            return valg.ordet(svar, valgene, hva.lower(), f"Skriv 1–{len(valgene)}, eller")

        return self._spoer(felt, f"{hva} ({numrene})", les)

    def tekst(self, felt: str, hva: str) -> str | None:
        """Text on one line; None for an empty answer."""
        return self._spoer(felt, hva, str)

    def frist(self, felt: str, hva: str) -> None:
        """A day or something coarser."""
        self._spoer(felt, hva, les_frist)

    def avvik(self) -> None:
        """What goes wrong, and what is done about it; the one is kept only with the other."""
        while avvik := _svar("Avvik"):
            if (tiltak := _svar("Tiltak")) and self._lagre(avvik=avvik, tiltak=tiltak):
                return
            if not tiltak:
                si("Et avvik må ha et tiltak. Svar på nytt, eller Enter om det ikke er noe avvik.")

    def _spoer(self, felt: str, hva: str, les: Callable[[str], V]) -> V | None:
        while svar := _svar(hva):
            try:
                verdi = les(svar)
            except UgyldigTid as feil:
                si(ufarlig(str(feil)), feil.raad)
                continue
            except WrongUse as feil:
                si(feil.melding, *feil.raad)
                continue
            if self._lagre(**{felt: verdi}):
                return verdi
        return None

    def _lagre(self, **felt: Any) -> bool:
        """Keeps answers; False, and why, when they cannot be kept."""

        def handling(register: Register) -> Handling:
            post = valg.oppdrag_eller_oppgave(register, self.post.id)
            innmelding = Innmelding(id=post.id, periode=self.periode, **felt)
            return rapporter(register, post, innmelding, self.om.dag)

        try:
            gjoer(self.om, handling)
        except StyringError as feil:
            si_feil(feil.melding, *feil.raad, funn=feil.funn)
            return False
        return True


def _svar(hva: str) -> str:
    return input(f"{hva}: ").strip()
