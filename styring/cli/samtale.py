"""Asks in a terminal about what lacks a report; the answers about each are kept as a whole."""

import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

from styring.cli.endring import gjennomfoer
from styring.cli.omgivelse import Omgivelse, si, si_funn, si_tekst, skjerm, ut, ut_tekst
from styring.errors import StyringError, WrongUse
from styring.innlevering.svar import VALG, RapportertAvAndre, Utspoerring, spoersmaal
from styring.model.fulgt import Fulgt
from styring.model.oppdrag import Rapport
from styring.model.tid import UgyldigTid
from styring.register.idbruk import krev_entydig
from styring.register.innhold import Register
from styring.register.lasting import last
from styring.rules.kjoering import nye
from styring.stand.mangler import Utestaaende
from styring.views.mangelliste import omtale
from styring.views.tekstform import vist

_HVORDAN = (
    "Svarene om hvert oppdrag lagres når du har svart på det siste spørsmålet. Enter hopper over, "
    "«tilbake» går ett spørsmål tilbake, og Ctrl-C avslutter uten å lagre det du er midt i."
)
_BEHOLD = "Enter beholder det, «stryk» tar det bort."
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
    ut_tekst(_HVORDAN)
    try:
        while igjen := [post for post in mangler if post.id not in spurt]:
            ut(f"\n{len(igjen)} igjen\n")
            Samtale(om, register, Utspoerring(igjen[0], om.dag, periode, av)).foer()
            spurt.add(igjen[0].id)
            register, mangler = _mangler(om, utvalg)
    except (KeyboardInterrupt, EOFError) as slutt:
        ut("\n")
        _, mangler = _mangler(om, utvalg)
        if isinstance(slutt, KeyboardInterrupt):
            si_tekst(_gjenstaar(mangler))
            raise
    ut("\n")
    ut_tekst(_gjenstaar(mangler))


def _gjenstaar(mangler: list[Fulgt]) -> str:
    if not mangler:
        return "Ingenting mangler rapport lenger."
    return f"{len(mangler)} mangler fortsatt rapport. Kjør kommandoen igjen for å fortsette."


def _mangler(om: Omgivelse, utvalg: Utestaaende) -> tuple[Register, list[Fulgt]]:
    """The data as they are now, also by what others have reported, and what lacks a report."""
    register = last(om.mappe)
    return register, list(utvalg.velg(register, om.dag))


class Samtale(NamedTuple):
    """The questions about one oppdrag or oppgave. Nothing is kept before the last is answered."""

    om: Omgivelse
    register: Register
    """The data before the first answer."""
    om_den: Utspoerring

    @property
    def post(self) -> Fulgt:
        """What is asked about."""
        return self.om_den.post

    def foer(self) -> None:
        """Asks about it, unless the first answer passes it over."""
        self._presenter()
        svar: dict[str, Any] = {}
        try:
            krev_entydig(self.register, self.post.hele)
            self._spoer_om_alt(self.om_den.begynt(self.register), svar)
        except (KeyboardInterrupt, EOFError):
            self._si_ulagret(svar)
            raise
        except StyringError as feil:
            si_tekst(" ".join((f"{feil.melding}.", *feil.raad)))
            self._si_ulagret(svar)
        si_funn(nye(self.register, last(self.om.mappe), self.om.dag))

    def _spoer_om_alt(self, begynt: Rapport | None, svar: dict[str, Any]) -> None:
        """All that is not answered in a report that was begun on before; the answers are kept.

        Raises RapportertAvAndre when they are too late.
        """
        if begynt is not None:
            ut(f"Status fra forrige gang: {begynt.status.navn}\n")
        nummer = 0
        while nummer < len(felt := self.om_den.felt(begynt, svar)):
            navn = felt[nummer]
            try:
                svar[navn] = self._spoer(navn, svar)
            except _Tilbake:
                if nummer == 0:
                    si_tekst("Dette er det første spørsmålet. Det som er besvart før, er lagret.")
                nummer = max(0, nummer - 1)
                continue
            if navn == "status" and svar[navn] is None:
                return
            if navn == "tiltak" and svar[navn] is None:
                si_tekst("Et avvik må ha et tiltak. Er det ikke noe avvik, svarer du ingenting.")
                svar["avvik"], nummer = None, nummer - 1
                continue
            nummer += 1
            gitt = {navn: svar[navn] for navn in felt if svar.get(navn) is not None}
            if nummer == len(self.om_den.felt(begynt, svar)) and gitt:
                if self._gaar(gitt, lagre=True):
                    ut("Lagret.\n")
                else:
                    nummer -= 1

    def _presenter(self) -> None:
        syn = skjerm(sys.stdout)
        for linje in syn.brutt(f"{self.post.id}  {self.post.tittel}"):
            ut(f"{syn.malt(linje, '1')}\n")
        for tekst in omtale(self.register, self.post, self.om_den.periode, self.om.dag):
            ut_tekst(f"  {tekst}", "  ")

    def _spoer(self, navn: str, svar: Mapping[str, Any]) -> Any:
        """What is answered to a question; None for nothing. Raises _Tilbake."""
        valgene = VALG.get(navn, ())
        if valgene:  # a choice is not broken over two lines
            numrene = [f"{nummer} {ord_.navn}" for nummer, ord_ in enumerate(valgene, 1)]
            alle = "   ".join(valget.replace(" ", _FAST) for valget in numrene)
            ut("".join(f"{li.replace(_FAST, ' ')}\n" for li in skjerm(sys.stdout).brutt(alle)))
        foer = svar.get(navn)
        if foer is not None:
            ut_tekst(f"Svaret var {_sagt(foer)}. {_BEHOLD}")
        while tekst := _svar(spoersmaal(navn)):
            if tekst.casefold() == "tilbake":
                raise _Tilbake
            if foer is not None and tekst.casefold() == "stryk":
                return None
            try:
                verdien = self.om_den.lest(navn, tekst)
            except UgyldigTid as feil:
                si_tekst(f"{feil}. {feil.for_folk}")
                continue
            except WrongUse as feil:
                si_tekst(" ".join((f"{feil.melding}.", *feil.raad)))
                continue
            proeves = {"status": svar.get("status"), navn: verdien}
            if navn in ("avvik", "tiltak"):  # the one is nothing without the other
                proeves = {"avvik": svar.get("avvik"), "tiltak": tekst, **proeves}
            if self._gaar({n: v for n, v in proeves.items() if v is not None}):
                return verdien
        return foer

    def _gaar(self, svar: Mapping[str, Any], *, lagre: bool = False) -> bool:
        """Keeps the answers, or only tries to; False, and why, when they cannot be kept.

        Raises RapportertAvAndre.
        """
        try:
            if lagre:
                gjennomfoer(self.om, lambda register: self.om_den.forslag(register, svar))
            else:
                self.om_den.forslag(last(self.om.mappe), svar).plan.check()
        except RapportertAvAndre:
            raise
        except StyringError as feil:
            si_funn(feil.funn)
            for linje in (f"Feil: {feil.melding}", *feil.raad):
                si_tekst(linje)
            return False
        return True

    def _si_ulagret(self, svar: Mapping[str, Any]) -> None:
        """Says what was answered and is not kept."""
        gitt = [f"{n.replace('_', ' ')} {_sagt(v)}" for n, v in svar.items() if v is not None]
        if gitt:
            si("")
            si_tekst(f"Ikke lagret om {self.post.id}: {', '.join(gitt)}.")


class _Tilbake(Exception):
    """Whoever answers would have the question before once more."""


def _sagt(svar: Any) -> str:
    """An answer as it is told."""
    return f"«{vist(svar)}»"


def _svar(hva: str) -> str:
    """What is typed on a line, asked again as long as its bytes are no text."""
    while True:
        try:
            svar = input(f"{hva}: ").strip()
            svar.encode()
        except UnicodeError:
            si_tekst("Det du skrev, har tegn som ikke er gyldig UTF-8. Skriv det på nytt.")
        else:
            return svar
