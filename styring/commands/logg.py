"""`styring logg`: what was changed, when, by which command."""

from __future__ import annotations

import typer

from styring.cli.omgivelse import omgivelse, si

VISER = "tabell"


def logg(ctx: typer.Context) -> None:
    """Vis endringene som er gjort, den nyeste først."""
    from styring import journal
    from styring.views.logg import logg

    om = omgivelse(ctx)
    tabell = logg(journal.logg(om.mappe))
    if not tabell.rader:
        si("Ingen endringer er gjort med styring her.")
    if tabell.rader or om.ut or not om.er_vanlig():
        om.skriv(tabell)
