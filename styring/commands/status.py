"""`styring status`: the overview."""

from __future__ import annotations

import typer

from styring.commands import tolk, valg
from styring.commands.norsk import ny_app
from styring.commands.omgivelse import omgivelse, si

app = ny_app(senere={"oppdater": "oppdater"}, invoke_without_command=True)


@app.callback()
def status(
    ctx: typer.Context, sektor: valg.Sektorer = None, format_: valg.Format = "tabell"
) -> None:
    """Vis oversikten over hvordan det står: en sektor på hver linje, og summen.

    Med «oppdater» rapporterer du hvordan det står.
    """
    if ctx.invoked_subcommand is not None:
        return
    from styring.views.status import oversikt

    om = omgivelse(ctx)
    tabell = oversikt(om.register, tolk.sektorkoder(om.register, sektor), om.dag)
    if not tabell.rader and om.register.oppdrag:
        si("Ingen oppdrag passer med det du spurte etter.")
    om.vis(tabell, format_)
