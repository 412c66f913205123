"""`styring valider` and `styring forklar`: the faults, and what they mean."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from styring.commands import fullfoering
from styring.commands.omgivelse import funn_ut, omgivelse, skjerm, ut
from styring.errors import WrongUse


def valider(
    ctx: typer.Context,
    mappe: Annotated[
        Path | None,
        typer.Argument(metavar="[MAPPE]", help="Datamappen, når den ikke er den nærmeste."),
    ] = None,
    streng: Annotated[
        bool, typer.Option("--streng", help="La også advarsler gi feilstatus (1).")
    ] = False,
    alle: Annotated[bool, typer.Option("--alle", help="Ta med merknader.")] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="tekst eller json.",
            autocompletion=fullfoering.funnformater,
        ),
    ] = "tekst",
) -> None:
    """Finn hver feil i dataene, med sted og utvei.

    Gir status 1 når det er feil, ellers 0. Advarsler teller med når du ber om --streng.
    """
    from styring.finding import Alvor
    from styring.rules.kjoering import kjoer

    om = omgivelse(ctx)
    if mappe is not None:
        om.data = mappe
    funn = kjoer(om.register, om.dag)
    if not alle:
        funn = tuple(funnet for funnet in funn if funnet.alvor is not Alvor.MERKNAD)
    funn_ut(funn, format_)
    alvor = {funnet.alvor for funnet in funn}
    if Alvor.FEIL in alvor or (streng and Alvor.ADVARSEL in alvor):
        raise typer.Exit(1)


def forklar(
    kode: Annotated[
        str,
        typer.Argument(
            metavar="KODE",
            help="Koden til en feil, for eksempel OPP003.",
            autocompletion=fullfoering.koder,
        ),
    ],
) -> None:
    """Forklar hva en feilkode betyr, med et galt og et riktig eksempel."""
    from styring.formats.tekst import forklaring
    from styring.model.messages import nearest
    from styring.rules.kjoering import alle

    regler = {regel.kode: regel for regel in alle()}
    funnet = regler.get(kode.strip().upper())
    if funnet is None:
        likest = nearest(kode, regler)
        raad = f"Mente du {likest[0]}?" if likest else f"Kodene er {', '.join(regler)}."
        raise WrongUse(f"det er ingen feilkode «{kode}»", raad)
    ut(forklaring(funnet, skjerm(sys.stdout)))
