"""`styring status`: the overview."""

from __future__ import annotations

import typer

from styring.commands import valg
from styring.commands.norsk import kommando, ny_app
from styring.commands.omgivelse import omgivelse, si

app = ny_app("")


@kommando(app, "status")
def status(
    ctx: typer.Context, sektor: valg.Sektorer = None, format_: valg.Format = "tabell"
) -> None:
    """Vis oversikten over hvordan det står: en sektor på hver linje, og summen."""
    from styring.views.status import oversikt

    om = omgivelse(ctx)
    tabell = oversikt(om.register, valg.sektorkoder(om.register, sektor), om.dag)
    if not tabell.rader and om.register.oppdrag:
        si("Ingen oppdrag passer med det du spurte etter.")
    om.vis(tabell, format_)
