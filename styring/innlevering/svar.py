"""The questions about one oppdrag, vedtak or oppgave, and what the answers come to."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from styring import tolk, verdi
from styring.actions.handling import Handling
from styring.actions.rapportering import rapporter, rundens_periode
from styring.change.proposal import Proposal, proposed
from styring.errors import StyringError
from styring.model.fulgt import Fulgt
from styring.model.innmelding import Innmelding
from styring.model.oppdrag import Rapport, Rapportstatus, Status, Vurdering
from styring.model.tid import les_frist
from styring.model.tidsord import som_i_fil
from styring.register.innhold import Register
from styring.slagfelt import feltord
from styring.stand.stand import rapport_for

VALG: Mapping[str, Sequence[Any]] = {
    "status": tuple(Status(status.value) for status in Rapportstatus),
    "vurdering": tuple(Vurdering),
}
"""The questions that are a choice."""


class RapportertAvAndre(StyringError):
    """The answer is too late."""


class Utspoerring(NamedTuple):
    """The questions about one of what is followed up."""

    post: Fulgt
    dag: date
    periode: str | None
    av: str | None

    def begynt(self, register: Register) -> Rapport | None:
        """The report of the round, when there is one."""
        if not self.post.har_runder:
            return None
        periode = rundens_periode(register, self.post.hele, self.periode, self.dag)
        return rapport_for(register, self.post.hele, self.dag, periode)

    def felt(self, begynt: Rapport | None, svar: Mapping[str, Any]) -> tuple[str, ...]:
        """What is to be asked about, as far as the answers tell."""
        status = begynt.status if begynt else svar.get("status")
        felt = [] if begynt else ["status"]
        if status is None:
            return tuple(felt)
        felt.append("kommentar")
        if self.post.har_runder:
            er_spurt_naar = not (status.er_avsluttet or self.post.loepende)
            felt += ["forventet_ferdig"] if er_spurt_naar else []
            felt += ["vurdering", "avvik", *(["tiltak"] if svar.get("avvik") else [])]
        er_spurt = {"forventet_ferdig", "tiltak"}
        return tuple(n for n in felt if n in er_spurt or getattr(begynt, n, None) is None)

    def lest(self, navn: str, tekst: str) -> Any:
        """What an answer means. Raises UgyldigTid or WrongUse."""
        if navn == "forventet_ferdig":
            return les_frist(som_i_fil(tekst, self.dag.year))
        if not (valgene := VALG.get(navn)):
            return tekst
        if tekst.isdecimal() and 1 <= int(tekst) <= len(valgene):
            return valgene[int(tekst) - 1]
        return verdi.ordet(tekst, valgene, navn, f"Skriv 1–{len(valgene)},", "eller")

    def forslag(self, register: Register, svar: Mapping[str, Any]) -> Proposal[Handling]:
        """The report that the answers are. Raises StyringError, and RapportertAvAndre."""
        post = tolk.oppfulgt_eller_oppgave(register, self.post.id)
        if "status" in svar and (rapport := self._replace(post=post).begynt(register)):
            status = rapport.status.navn
            melding = f"{self.post.id} er rapportert av noen andre imens: {status}"
            raise RapportertAvAndre(melding, "Den rapporten får stå.")
        innmelding = Innmelding(id=self.post.id, periode=self.periode, av=self.av, **svar)
        return proposed(register, rapporter(register, post, innmelding, self.dag), self.dag)


def spoersmaal(navn: str) -> str:
    """The question about a field."""
    mer = " (30.6.2023, juni, 2. kvartal …)" if navn == "forventet_ferdig" else ""
    return f"{feltord('Rapport', navn).tittel}{mer}"
