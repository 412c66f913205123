"""`styring angre`: undo the last change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from styring.cli import valg
from styring.cli.endring import doeren, innfoersel, vis_diff
from styring.cli.omgivelse import omgivelse, ut
from styring.errors import StyringError

if TYPE_CHECKING:
    from styring.journal import Innfoersel


def angre(ctx: typer.Context, diff: valg.Diff = False) -> None:
    """Angre den siste endringen. Kjør kommandoen igjen for å angre den forrige også.

    Det gjelder endringer som er gjort med styring. Det som er redigert andre steder i filene siden,
    blir stående. Er de linjene endringen gjorde noe med, redigert, eller ville det gitt feil i
    dataene, blir ingenting endret, og du får vite hvorfor og hvor.
    """
    from styring.change.undo import undoing
    from styring.register.lasting import last
    from styring.views.logg import kommando
    from styring.views.tekstform import ufarlig

    om = omgivelse(ctx)
    if diff:
        filer = undoing(om.register, _siste(om.mappe), om.dag).files
        vis_diff([(f.old.kilde.name, f.old.kilde.text, f.new.kilde.text) for f in filer])
        return
    with doeren(om) as door:
        siste = _siste(om.mappe)
        denne = innfoersel(siste.ider, siste.felt)._replace(angrer=siste.nr)
        door.commit(undoing(last(om.mappe), siste, om.dag), denne)
    ut(f"Angret: {ufarlig(kommando(siste))}\n")


def _siste(mappe: Path) -> Innfoersel:
    from styring.journal import sist_gjeldende

    siste = sist_gjeldende(mappe)
    if siste is None:
        raad = "Det er bare endringer gjort med styring som kan angres. Se «styring logg»."
        raise StyringError("det er ingen endring å angre", raad)
    return siste
