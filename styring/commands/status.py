"""`styring status`: the overview."""

from __future__ import annotations

import typer

from styring.commands import valg
from styring.commands.norsk import ny_app
from styring.commands.omgivelse import omgivelse

app = ny_app("Oversikten over hvordan det står.")


@app.callback(invoke_without_command=True)
def oversikt(
    ctx: typer.Context, sektor: valg.Sektorer = None, format_: valg.Format = "tabell"
) -> None:
    """Vis hvordan det står: en sektor på hver linje, og summen."""
    if ctx.invoked_subcommand is not None:
        return
    from styring.views.oppdrag import Utvalg
    from styring.views.status import oversikt

    om = omgivelse(ctx)
    utvalg = Utvalg(sektor=valg.sektorkoder(om.register, sektor))
    om.vis(oversikt(om.register, utvalg.velg(om.register, om.dag), om.dag), format_)
