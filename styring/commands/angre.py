"""`styring angre`: undo the last change."""

from styring.cli import valg
from styring.cli.endring import gjennomfoer
from styring.cli.omgivelse import Omgivelse, ut


def angre(om: Omgivelse, diff: valg.Diff = False) -> None:
    """Angre den siste endringen. Kjør kommandoen igjen for å angre den forrige også.

    Det gjelder endringer som er gjort med styring. Det som er redigert andre steder i filene siden,
    blir stående. Er de linjene endringen gjorde noe med, redigert, eller ville det gitt feil i
    dataene, blir ingenting endret, og du får vite hvorfor og hvor.
    """
    from styring.change.undo import undoing
    from styring.tegn import ufarlig
    from styring.views.logg import kommando

    forslag = gjennomfoer(om, lambda register: undoing(register, om.dag), diff=diff)
    if not diff:
        ut(f"Angret: {ufarlig(kommando(forslag.of))}\n")
