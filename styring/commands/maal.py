"""`styring maal`: list, tree, show."""

from __future__ import annotations

from typing import Annotated

import typer

from styring.cli import fullfoering, tolk, valg, verdi
from styring.cli.norsk import kommando, ny_app
from styring.cli.omgivelse import omgivelse, si
from styring.views import maal as visning
from styring.views.ark import Bunke

app = ny_app("Målene i kommuneplanen: list opp, vis som tre, vis ett.")


@kommando(app, "list")
def list_(
    ctx: typer.Context,
    sektor: valg.Sektorer = None,
    sorter: valg.Sorter = None,
    kolonner: valg.Kolonner = None,
    format_: valg.Format = "tabell",
    ut: valg.Ut = None,
) -> None:
    """List opp delmålene, med hvem som har ansvar og hvor mange oppdrag som bidrar til dem."""
    om = omgivelse(ctx)
    koder = tolk.sektorkoder(om.kjent, sektor)
    alle = visning.linjer(om.kjent)
    linjer = [linje for linje in alle if not koder or koder.intersection(linje.delmaal.ansvar)]
    if alle and not linjer:
        si("Ingen delmål passer med det du spurte etter.")
    tabell = visning.oppsett(om.kjent)
    om.vis(tabell.tabell(linjer, verdi.noekler(kolonner), verdi.noekler(sorter)), format_)


@kommando(app, "tre")
def tre(ctx: typer.Context, format_: valg.ArkFormat = "tabell", ut: valg.Ut = None) -> None:
    """Vis målene som et tre, fra satsingsområde til delmål."""
    om = omgivelse(ctx)
    om.vis(visning.tre(om.kjent), format_)


@kommando(app, "vis")
def vis(
    ctx: typer.Context,
    ider: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Ett eller flere mål, på hvilket nivå som helst.",
            autocompletion=fullfoering.maal,
        ),
    ],
    format_: valg.ArkFormat = "tabell",
    ut: valg.Ut = None,
) -> None:
    """Vis et mål: hva det er en del av, hvem som har ansvar, og oppdragene som bidrar til det."""
    om = omgivelse(ctx)
    poster = [tolk.maal(om.kjent, id_) for id_ in ider]
    om.vis(Bunke(tuple(visning.ark(om.kjent, maal, om.dag) for maal in poster)), format_)
