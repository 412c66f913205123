"""`styring vedtak`: list, show, and what nothing has come of."""

from __future__ import annotations

from typing import Annotated

import typer

from styring.cli import fullfoering, tolk, valg, verdi
from styring.cli.norsk import kommando, ny_app
from styring.cli.omgivelse import Omgivelse, omgivelse, si, si_tekst

app = ny_app(
    "Politiske vedtak og verbalvedtak: list opp, vis, opprett, endre, deleger og følg opp.",
    senere={
        "ny": "vedtaksendring",
        "endre": "vedtaksendring",
        "deleger": "oppfoelging",
        "del-opp": "oppfoelging",
        "knytt": "vedtaksendring",
    },
)


@kommando(app, "list")
def list_(
    ctx: typer.Context,
    type_: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="Bare politiske vedtak (politisk), eller bare verbalvedtak (verbal).",
            autocompletion=fullfoering.vedtakstyper,
        ),
    ] = None,
    organ: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ORGAN",
            help="Bare det dette organet vedtok: «kommunestyret», «kultur». Kan gjentas.",
            autocompletion=fullfoering.organer,
        ),
    ] = None,
    sak: Annotated[
        list[str] | None,
        typer.Option(metavar="NR", help="Bare vedtak i denne saken: 17/25. Kan gjentas."),
    ] = None,
    aapne: Annotated[
        bool,
        typer.Option("--aapne", help="Bare dem der noe gjenstår, også det å melde tilbake."),
    ] = False,
    sektor: valg.Sektorer = None,
    status: valg.Statuser = None,
    ansvarlig: valg.Ansvarlige = None,
    delansvar: valg.BareDelansvar = None,
    forfalt: valg.Forfalt = False,
    forsinket: valg.Forsinket = False,
    frist_innen: valg.FristInnen = None,
    uten_rapport: valg.UtenRapport = False,
    sok: valg.Soek = None,
    sorter: valg.Sorter = None,
    kolonner: valg.Kolonner = None,
    format_: valg.Format = "tabell",
    ut: valg.Ut = None,
) -> None:
    """List opp vedtakene."""
    from styring.views.vedtak import Utvalg, oppsett

    om = omgivelse(ctx)
    register = om.kjent
    utvalg = tolk.utvalg(
        register,
        sektor=sektor,
        status=status,
        ansvarlig=ansvarlig,
        delansvar=delansvar,
        forfalt=forfalt,
        forsinket=forsinket,
        frist_innen=frist_innen,
        uten_rapport=uten_rapport,
        sok=sok,
        aar=om.dag.year,
    )
    valgt = Utvalg(
        type=None if type_ is None else verdi.vedtakstype(type_),
        organ=tolk.organer(register, organ),
        saksnr=tolk.saker(register, sak),
        aapne=aapne,
    )
    vedtak = valgt.velg(register, utvalg.velg(register, register.vedtak, om.dag))
    if uten_rapport and format_ == "tabell":
        om.si_runden()
    if not vedtak:
        _si_ingen(om, "Ingen vedtak passer med det du spurte etter.")
    oppsettet = oppsett(register, om.dag)
    om.vis(oppsettet.tabell(vedtak, verdi.noekler(kolonner), verdi.noekler(sorter)), format_)


@kommando(app, "vis")
def vis(
    ctx: typer.Context,
    ider: valg.Ider,
    format_: valg.ArkFormat = "tabell",
    ut: valg.Ut = None,
) -> None:
    """Vis alt om et vedtak: hva som ble vedtatt, hvem som har det, og hver rapport."""
    from styring.views.ark import Bunke
    from styring.views.vedtak import ark

    om = omgivelse(ctx)
    poster = tolk.flere(tolk.vedtak, om.kjent, ider)
    om.vis(Bunke(tuple(ark(om.kjent, vedtak, om.dag) for vedtak in poster)), format_)


@kommando(app, "restanse")
def restanse(
    ctx: typer.Context,
    sektor: valg.Sektorer = None,
    sorter: valg.Sorter = None,
    kolonner: valg.Kolonner = None,
    format_: valg.Format = "tabell",
    ut: valg.Ut = None,
) -> None:
    """List opp vedtak der fristen er ute, som ingen følger opp, eller som ikke er meldt tilbake."""
    from styring.views.vedtak import IKKE_MELDT_TILBAKE, UTEN_OPPFOELGING, restanse

    om = omgivelse(ctx)
    oppsettet, igjen = restanse(om.kjent, tolk.sektorkoder(om.kjent, sektor), om.dag)
    tabell = oppsettet.tabell(
        [vedtak for vedtak, _ in igjen], verdi.noekler(kolonner), verdi.noekler(sorter)
    )
    hvorfor = {grunn for _, grunn in igjen}
    if not hvorfor:
        _si_ingen(om, "Ingen vedtak står igjen.")
    if IKKE_MELDT_TILBAKE in hvorfor:
        si_tekst("Før opp svaret til organet med «styring vedtak endre ID --tilbakemeldt DATO».")
    if UTEN_OPPFOELGING in hvorfor:
        si_tekst(
            "Trenger et vedtak ingen oppfølging, si hvorfor: "
            "«styring vedtak endre ID --ingen-oppfoelging GRUNN»."
        )
    om.vis(tabell, format_)


def _si_ingen(om: Omgivelse, ellers: str) -> None:
    if om.kjent.vedtak:
        si(ellers)
    elif om.kjent.er_lest("vedtak"):
        si("Det er ingen vedtak her ennå. Opprett det første med «styring vedtak ny».")
