"""`styring logg`: what was changed, when, by which command."""

from styring.cli.omgivelse import Omgivelse, si

VISER = "tabell"


def logg(om: Omgivelse) -> None:
    """Vis endringene som er gjort, den nyeste først."""
    from styring.journal import loggen
    from styring.views.logg import logg

    tabell = logg(loggen.logg(om.mappe))
    if not tabell.rader:
        si("Ingen endringer er gjort med styring her.")
    if tabell.rader or om.ut or not om.er_vanlig():
        om.skriv(tabell)
