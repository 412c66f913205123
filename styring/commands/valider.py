"""`styring valider`: every fault."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from styring.commands import fullfoering
from styring.commands.norsk import kommando, ny_app
from styring.commands.omgivelse import funn_ut, omgivelse

app = ny_app()


@kommando(app, "valider")
def valider(
    ctx: typer.Context,
    mappe: Annotated[
        Path | None,
        typer.Argument(metavar="[MAPPE]", help="Datamappen, når den ikke er den nærmeste."),
    ] = None,
    streng: Annotated[
        bool, typer.Option("--streng", help="La også advarsler gi sluttstatus 1.")
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

    Gir sluttstatus 1 når det er feil, ellers 0. Advarsler teller med når du ber om --streng.
    """
    from styring.finding import Alvor
    from styring.register.lasting import last
    from styring.register.mappe import finn
    from styring.rules.kjoering import kjoer

    om = omgivelse(ctx)
    if mappe is not None:
        om.mappe = finn(mappe, Path.cwd(), kilde="MAPPE")
    funn = kjoer(last(om.mappe, skadde=True), om.dag)
    if not alle:
        funn = tuple(funnet for funnet in funn if funnet.alvor is not Alvor.MERKNAD)
    funn_ut(funn, format_)
    alvor = {funnet.alvor for funnet in funn}
    if Alvor.FEIL in alvor or (streng and Alvor.ADVARSEL in alvor):
        raise typer.Exit(1)
