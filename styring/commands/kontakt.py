"""`styring kontakt`: list, show."""

from __future__ import annotations

from typing import Annotated

import typer

from styring.cli import fullfoering, tolk, valg, verdi
from styring.cli.norsk import kommando, ny_app
from styring.cli.omgivelse import omgivelse, si
from styring.views import kontakt as visning
from styring.views.ark import Bunke

app = ny_app("Sektorer og personer: list opp, vis.")


@kommando(app, "list")
def list_(
    ctx: typer.Context,
    sektor: valg.Sektorer = None,
    sorter: valg.Sorter = None,
    kolonner: valg.Kolonner = None,
    format_: valg.Format = "tabell",
    ut: valg.Ut = None,
) -> None:
    """List opp personene. Telefon og e-post er med når du ber om kolonnene «telefon,epost»."""
    om = omgivelse(ctx)
    koder = tolk.sektorkoder(om.kjent, sektor)
    alle = om.kjent.kontakter
    folk = [kontakt for kontakt in alle if not koder or kontakt.sektor in koder]
    if alle and not folk:
        si("Ingen kontakter passer med det du spurte etter.")
    tabell = visning.oppsett(om.kjent).tabell(folk, verdi.noekler(kolonner), verdi.noekler(sorter))
    om.vis(tabell, format_)


@kommando(app, "vis")
def vis(
    ctx: typer.Context,
    ider: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="En eller flere personer («elspra») eller sektorer («SOS»).",
            autocompletion=fullfoering.folk_og_sektorer,
        ),
    ],
    format_: valg.ArkFormat = "tabell",
    ut: valg.Ut = None,
) -> None:
    """Vis en person eller en sektor: hvordan de nås, og oppdragene de har."""
    om = omgivelse(ctx)
    valgte = [tolk.kontakt_eller_sektor(om.kjent, id_) for id_ in ider]
    om.vis(Bunke(tuple(visning.ark(om.kjent, post, om.dag) for post in valgte)), format_)
