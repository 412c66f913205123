"""`styring angre`: undo the last change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from styring.cli import valg
from styring.cli.endring import gjennomfoer
from styring.cli.omgivelse import Omgivelse, ut
from styring.errors import StyringError

if TYPE_CHECKING:
    from styring.change.proposal import Proposal
    from styring.journal.innfoersel import Innfoersel
    from styring.register.innhold import Register


def angre(om: Omgivelse, diff: valg.Diff = False) -> None:
    """Angre den siste endringen. Kjør kommandoen igjen for å angre den forrige også.

    Det gjelder endringer som er gjort med styring. Det som er redigert andre steder i filene siden,
    blir stående. Er de linjene endringen gjorde noe med, redigert, eller ville det gitt feil i
    dataene, blir ingenting endret, og du får vite hvorfor og hvor.
    """
    from styring.change.proposal import Proposal
    from styring.change.undo import undoing
    from styring.tegn import ufarlig
    from styring.views.logg import kommando

    def tilbake(register: Register) -> Proposal[Innfoersel]:
        siste = _siste(register.mappe)
        planen = undoing(register, siste, om.dag)
        return Proposal(planen, siste, siste.ider, siste.felt, angrer=siste.nr)

    forslag = gjennomfoer(om, tilbake, diff=diff)
    if not diff:
        ut(f"Angret: {ufarlig(kommando(forslag.of))}\n")


def _siste(mappe: Path) -> Innfoersel:
    from styring.journal.loggen import sist_gjeldende

    siste = sist_gjeldende(mappe)
    if siste is None:
        raad = "Det er bare endringer gjort med styring som kan angres. Se «styring logg»."
        raise StyringError("det er ingen endring å angre", raad)
    return siste
