"""`styring logg`: what was changed, when, by which command."""

from __future__ import annotations

import typer

from styring.commands import valg
from styring.commands.norsk import kommando, ny_app
from styring.commands.omgivelse import omgivelse, si, vis

app = ny_app()


@kommando(app, "logg")
def logg(ctx: typer.Context, format_: valg.Format = "tabell") -> None:
    """Vis endringene som er gjort, den nyeste først."""
    from styring.register import journal
    from styring.views.logg import logg

    tabell = logg(journal.logg(omgivelse(ctx).mappe))
    if not tabell.rader:
        si("Ingen endringer er gjort med styring her.")
    if tabell.rader or format_ != "tabell":
        vis(tabell, format_)
