"""What is not reported on."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.model.fulgt import Fulgt
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.stand import runder, stand


class Utestaaende(NamedTuple):
    """Which oppdrag, vedtak and oppgaver are meant. What is empty leaves nothing out."""

    periode: str | None = None
    """The round that is asked for, such as `2023-T1`; else the one that is meant on the day."""
    ider: frozenset[str] = frozenset()
    sektor: frozenset[str] = frozenset()
    ansvarlig: frozenset[str] = frozenset()
    halve: bool = False
    """Those too whose report does not say when the work is awaited."""

    def runde(self, register: Register, dag: date) -> str | None:
        """The round, such as `2023-T1`; None when none has come."""
        return self.periode or runder.runden(register, dag)

    def velg(self, register: Register, dag: date) -> Iterator[Fulgt]:
        """Those that lack a report, in the order of the files, an oppdrag before its oppgaver."""
        periode = self.runde(register, dag)
        for post in register.oppfulgte:
            if self.sektor and post.sektor not in self.sektor:
                continue
            if self.periode and not self._er_spurt(register, post, self.periode, dag):
                continue
            har = stand.ansvarlig(register, post, dag)
            er_min = not self.ansvarlig or har in self.ansvarlig
            er_nevnt = not self.ider or post.id in self.ider
            if er_min and er_nevnt and self._gjenstaar(register, post, dag, periode):
                yield post
            for en in stand.uten_status(register, post, dag):
                har_det = stand.har_selv(register, en) or har
                er_min = not self.ansvarlig or har_det in self.ansvarlig
                if er_min and (er_nevnt or en.id in self.ider):
                    yield en

    def _er_spurt(self, register: Register, post: Oppfulgt, periode: str, dag: date) -> bool:
        if not runder.er_i_runden(register, post, periode):
            return False
        return bool(self.ider) or not runder.er_forbi(register, post, periode, dag)

    def _gjenstaar(
        self, register: Register, post: Oppfulgt, dag: date, periode: str | None
    ) -> bool:
        rapport = stand.rapport_for(register, post, dag, periode)
        if rapport is None:
            return stand.mangler_rapport(register, post, dag, periode)
        er_halv = stand.sier_ikke_naar(post, rapport)
        return self.halve and er_halv
