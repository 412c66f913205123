"""`styring forklar`: what a fault means."""

import sys

from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import skjerm, ut, ut_bytes
from styring.errors import WrongUse
from styring.mente import mente


def forklar(
    kode: str | None = gitt.argument(
        "[KODE]",
        "Koden til en feil, for eksempel OPP003. Uten kode listes alle opp.",
        fullfoering.koder,
    ),
) -> None:
    """Forklar hva en feilkode betyr, med et galt og et riktig eksempel."""
    from styring.formats.tekst import forklaring
    from styring.rules.kjoering import alle

    regler = {regel.kode: regel for regel in alle()}
    if kode is None:
        ut("".join(f"{regel.kode:8} {regel.tittel}\n" for regel in regler.values()))
        return
    funnet = regler.get(kode.strip().upper())
    if funnet is None:
        raise WrongUse(f"finner ingen feilkode «{kode}»", mente(kode, regler, "Kodene er"))
    ut_bytes(forklaring(funnet, skjerm(sys.stdout)))
