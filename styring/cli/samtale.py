"""The questions about one oppdrag, vedtak or oppgave, whose answers are kept as a whole."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from styring import tolk, verdi
from styring.actions.handling import Handling
from styring.actions.rapportering import periode_for, rapporter
from styring.change.proposal import Proposal, proposed
from styring.cli.endring import gjennomfoer
from styring.cli.omgivelse import Omgivelse, si, si_funn, skjerm, ut
from styring.errors import StyringError, WrongUse
from styring.model.fulgt import Fulgt
from styring.model.innmelding import Innmelding
from styring.model.oppdrag import Rapport, Rapportstatus, Status, Vurdering
from styring.model.tid import UgyldigTid, les_frist
from styring.model.tidsord import som_i_fil
from styring.register.idbruk import krev_entydig
from styring.register.innhold import Register
from styring.register.lasting import last
from styring.rules.kjoering import nye
from styring.stand.stand import rapport_for
from styring.views.mangelliste import omtale
from styring.views.tekstform import ufarlig, vist

_SPOERSMAAL = {
    "status": "Status",
    "kommentar": "Kommentar",
    "forventet_ferdig": "Forventet ferdig (30.6.2023, juni, 2. kvartal …)",
    "vurdering": "Vurdering",
    "avvik": "Avvik",
    "tiltak": "Tiltak",
}
_VALG: Mapping[str, Sequence[Any]] = {
    "status": tuple(Status(status.value) for status in Rapportstatus),
    "vurdering": tuple(Vurdering),
}
_BEHOLD = "Enter beholder det, «stryk» tar det bort."
_FAST = "\xa0"
"""A space that lines are not broken at."""


class Samtale(NamedTuple):
    """The questions about one oppdrag or oppgave. Nothing is kept before the last is answered."""

    om: Omgivelse
    register: Register
    """The data before the first answer."""
    post: Fulgt
    periode: str | None
    av: str | None

    def foer(self) -> None:
        """Asks about it, unless the first answer passes it over."""
        self._presenter()
        svar: dict[str, Any] = {}
        try:
            krev_entydig(self.register, self.post.hele)
            self._spoer_om_alt(self._rapport(self.register, self.post), svar)
        except (KeyboardInterrupt, EOFError):
            self._si_ulagret(svar)
            raise
        except StyringError as feil:
            si(*brutt(" ".join((f"{feil.melding}.", *feil.raad))))
            self._si_ulagret(svar)
        si_funn(nye(self.register, last(self.om.mappe), self.om.dag))

    def _spoer_om_alt(self, begynt: Rapport | None, svar: dict[str, Any]) -> None:
        """All that is not answered in a report that was begun on before; the answers are kept.

        Raises _RapportertAvAndre when they are too late.
        """
        if begynt is not None:
            ut(f"Status fra forrige gang: {Status(begynt.status).navn}\n")
        nummer = 0
        while nummer < len(felt := self._felt(begynt, svar)):
            navn = felt[nummer]
            try:
                svar[navn] = self._spoer(navn, svar)
            except _Tilbake:
                if nummer == 0:
                    si(*brutt("Dette er det første spørsmålet. Det som er besvart før, er lagret."))
                nummer = max(0, nummer - 1)
                continue
            if navn == "status" and svar[navn] is None:
                return
            if navn == "tiltak" and svar[navn] is None:
                si(*brutt("Et avvik må ha et tiltak. Er det ikke noe avvik, svarer du ingenting."))
                svar["avvik"], nummer = None, nummer - 1
                continue
            nummer += 1
            gitt = {navn: svar[navn] for navn in felt if svar.get(navn) is not None}
            if nummer == len(self._felt(begynt, svar)) and gitt:
                if self._gaar(gitt, lagre=True):
                    ut("Lagret.\n")
                else:
                    nummer -= 1

    def _felt(self, begynt: Rapport | None, svar: Mapping[str, Any]) -> tuple[str, ...]:
        """What is to be asked about, as far as the answers tell."""
        status = Status(begynt.status) if begynt else svar.get("status")
        felt = [] if begynt else ["status"]
        if status is None:
            return tuple(felt)
        felt.append("kommentar")
        if self.post.har_runder:
            felt += [] if status.er_avsluttet else ["forventet_ferdig"]
            felt += ["vurdering", "avvik", *(["tiltak"] if svar.get("avvik") else [])]
        er_spurt = {"forventet_ferdig", "tiltak"}
        return tuple(n for n in felt if n in er_spurt or getattr(begynt, n, None) is None)

    def _presenter(self) -> None:
        syn = skjerm(sys.stdout)
        for linje in brutt(f"{self.post.id}  {self.post.tittel}"):
            ut(f"\x1b[1m{linje}\x1b[0m\n" if syn.farge else f"{linje}\n")
        for tekst in omtale(self.register, self.post, self.periode, self.om.dag):
            ut("".join(f"  {linje}\n" for linje in brutt(tekst, 2)))

    def _spoer(self, navn: str, svar: Mapping[str, Any]) -> Any:
        """What is answered to a question; None for nothing. Raises _Tilbake."""
        valgene = _VALG.get(navn, ())
        if valgene:  # a choice is not broken over two lines
            numrene = [f"{nummer} {ord_.navn}" for nummer, ord_ in enumerate(valgene, 1)]
            linjer = brutt("   ".join(valget.replace(" ", _FAST) for valget in numrene))
            ut("".join(f"{linje.replace(_FAST, ' ')}\n" for linje in linjer))
        foer = svar.get(navn)
        if foer is not None:
            ut("".join(f"{linje}\n" for linje in brutt(f"Svaret var {_sagt(foer)}. {_BEHOLD}")))
        while tekst := _svar(_SPOERSMAAL[navn]):
            if tekst.casefold() == "tilbake":
                raise _Tilbake
            if foer is not None and tekst.casefold() == "stryk":
                return None
            try:
                verdien = self._lest(navn, tekst, valgene)
            except UgyldigTid as feil:
                si(*brutt(f"{feil}. {feil.for_folk}"))
                continue
            except WrongUse as feil:
                si(*brutt(" ".join((f"{feil.melding}.", *feil.raad))))
                continue
            proeves = {"status": svar.get("status"), navn: verdien}
            if navn in ("avvik", "tiltak"):  # the one is nothing without the other
                proeves = {"avvik": svar.get("avvik"), "tiltak": tekst, **proeves}
            if self._gaar({n: v for n, v in proeves.items() if v is not None}):
                return verdien
        return foer

    def _lest(self, navn: str, tekst: str, valgene: Sequence[Any]) -> Any:
        """What an answer means. Raises UgyldigTid or WrongUse."""
        if navn == "forventet_ferdig":
            return les_frist(som_i_fil(tekst, self.om.dag.year))
        if not valgene:
            return tekst
        if tekst.isdecimal() and 1 <= int(tekst) <= len(valgene):
            return valgene[int(tekst) - 1]
        return verdi.ordet(tekst, valgene, navn, f"Skriv 1–{len(valgene)},", "eller")

    def _gaar(self, svar: Mapping[str, Any], *, lagre: bool = False) -> bool:
        """Keeps the answers, or only tries to; False, and why, when they cannot be kept.

        Raises _RapportertAvAndre.
        """

        def foreslaatt(register: Register) -> Proposal[Handling]:
            post = tolk.oppfulgt_eller_oppgave(register, self.post.id)
            if "status" in svar:
                self._se_etter_andres(register, post)
            innmelding = Innmelding(id=post.id, periode=self.periode, av=self.av, **svar)
            gjort = rapporter(register, post, innmelding, self.om.dag)
            return proposed(register, gjort, self.om.dag)

        try:
            if lagre:
                gjennomfoer(self.om, foreslaatt)
            else:
                foreslaatt(last(self.om.mappe)).plan.check()
        except _RapportertAvAndre:
            raise
        except StyringError as feil:
            si_funn(feil.funn)
            si(*brutt(f"Feil: {feil.melding}"), *(del_ for r in feil.raad for del_ in brutt(r)))
            return False
        return True

    def _si_ulagret(self, svar: Mapping[str, Any]) -> None:
        """Says what was answered and is not kept."""
        gitt = [f"{n.replace('_', ' ')} {_sagt(v)}" for n, v in svar.items() if v is not None]
        if gitt:
            si("", *brutt(f"Ikke lagret om {self.post.id}: {', '.join(gitt)}."))

    def _se_etter_andres(self, register: Register, post: Fulgt) -> None:
        """Raises _RapportertAvAndre when it was reported on while the question stood."""
        if rapport := self._rapport(register, post):
            status = Status(rapport.status).navn
            melding = f"{post.id} er rapportert av noen andre imens: {status}"
            raise _RapportertAvAndre(melding, "Den rapporten får stå.")

    def _rapport(self, register: Register, post: Fulgt) -> Rapport | None:
        if not post.har_runder:
            return None
        periode = periode_for(register, post.hele, self.periode, self.om.dag)
        return rapport_for(register, post.hele, self.om.dag, periode)


class _RapportertAvAndre(StyringError):
    """The answer is too late."""


class _Tilbake(Exception):
    """Whoever answers would have the question before once more."""


def _sagt(svar: Any) -> str:
    """An answer as it is told."""
    return f"«{vist(svar)}»"


def brutt(tekst: str, innrykk: int = 0) -> list[str]:
    """Text as lines that fit the screen."""
    return wrap(ufarlig(tekst), (skjerm(sys.stdout).bredde or 100) - innrykk)


def _svar(hva: str) -> str:
    """What is typed on a line, asked again as long as its bytes are no text."""
    while True:
        try:
            svar = input(f"{hva}: ").strip()
            svar.encode()
        except UnicodeError:
            si(*brutt("Det du skrev, har tegn som ikke er gyldig UTF-8. Skriv det på nytt."))
        else:
            return svar
