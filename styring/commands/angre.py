"""`styring angre`: undo the last change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from styring.commands import valg
from styring.commands.endring import innfoersel, si_avbrutt, vis_diff
from styring.commands.norsk import kommando, ny_app
from styring.commands.omgivelse import omgivelse, ut
from styring.errors import StyringError

if TYPE_CHECKING:
    from styring.register.journal import Innfoersel

app = ny_app()


@kommando(app, "angre")
def angre(ctx: typer.Context, diff: valg.Diff = False) -> None:
    """Angre den siste endringen. Kjør den igjen for å angre den før.

    Det gjelder endringer som er gjort med styring. Er en fil redigert siden, blir ingenting
    endret, og du får vite hva som er annerledes.
    """
    from styring.change.commit import open_door
    from styring.change.undo import undoing
    from styring.formats.tekstform import ufarlig
    from styring.views.logg import kommando
    from styring.yamlfile.source import Source

    mappe = omgivelse(ctx).mappe
    if diff:
        filer = [
            (str(fil.path), Source("", fil.old).text, Source("", fil.new).text)
            for fil in undoing(mappe, _siste(mappe))
        ]
        vis_diff(filer)
        return
    with open_door(mappe) as door:
        si_avbrutt(door.recovered)
        siste = _siste(mappe)
        denne = innfoersel(siste.ider, siste.felt)._replace(angrer=siste.nr)
        door.rewrite(undoing(mappe, siste), denne)
    ut(f"Angret: {ufarlig(kommando(siste))}\n")


def _siste(mappe: Path) -> Innfoersel:
    from styring.register.journal import sist_gjeldende

    siste = sist_gjeldende(mappe)
    if siste is None:
        raad = "Det er bare endringer gjort med styring som kan angres. Se «styring logg»."
        raise StyringError("det er ingen endring å angre", raad)
    return siste
