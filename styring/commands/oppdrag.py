"""`styring oppdrag`: list, show."""

from __future__ import annotations

from typing import Annotated

import typer

from styring.commands import fullfoering, valg
from styring.commands.norsk import kommando, ny_app
from styring.commands.omgivelse import omgivelse, si
from styring.register.innhold import Register
from styring.views.oppdrag import Utvalg, oppsett

app = ny_app(
    "Oppdragene: list opp, vis, før opp, endre, deleger, del opp og knytt til mål.",
    senere=dict.fromkeys(("ny", "endre", "deleger", "del-opp", "knytt"), "oppdragsendring"),
    no_args_is_help=True,
)


@kommando(app, "list")
def list_(
    ctx: typer.Context,
    sektor: valg.Sektorer = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STATUS",
            help="Bare denne statusen, for eksempel «under arbeid». Kan gjentas.",
            autocompletion=fullfoering.statuser,
        ),
    ] = None,
    ansvarlig: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KONTAKT",
            help="Bare dem denne personen har nå. Kan gjentas.",
            autocompletion=fullfoering.kontakter,
        ),
    ] = None,
    delmaal: Annotated[
        list[str] | None,
        typer.Option(
            "--delmaal",
            metavar="ID",
            help="Bare dem som arbeider for dette målet, eller for mål under det. Kan gjentas.",
            autocompletion=fullfoering.maal,
        ),
    ] = None,
    delansvar: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KODE",
            help="Bare dem denne sektoren har delansvar for. Kan gjentas.",
            autocompletion=fullfoering.sektorer,
        ),
    ] = None,
    forfalt: Annotated[
        bool, typer.Option("--forfalt", help="Bare dem der fristen er ute og noe gjenstår.")
    ] = False,
    frist_innen: Annotated[
        str | None,
        typer.Option(
            metavar="NÅR", help="Bare dem med frist til og med 2023-06-30, 2023-06, 2023-K2 …"
        ),
    ] = None,
    uten_rapport: Annotated[
        bool, typer.Option("--uten-rapport", help="Bare dem som mangler rapport for perioden.")
    ] = False,
    sok: Annotated[
        list[str] | None,
        typer.Option(
            "--sok",
            "--søk",
            metavar="TEKST",
            help="Bare dem der teksten står. Gjentas den, må alle stå der.",
        ),
    ] = None,
    sorter: valg.Sorter = None,
    kolonner: valg.Kolonner = None,
    format_: valg.Format = "tabell",
) -> None:
    """List opp oppdragene."""
    om = omgivelse(ctx)
    register = om.register
    frist = valg.frist("--frist-innen", frist_innen)
    utvalg = Utvalg(
        sektor=valg.sektorkoder(register, sektor),
        status=valg.statuser(status),
        ansvarlig=frozenset(valg.kontakt(register, id_).id for id_ in ansvarlig or ()),
        delmaal=frozenset(
            id_ for soekt in delmaal or () for id_ in _delmaal_under(register, soekt)
        ),
        delansvar=valg.sektorkoder(register, delansvar),
        forfalt=forfalt,
        frist_innen=frist.siste_dag if frist else None,
        uten_rapport=uten_rapport,
        sok=tuple(sok or ()),
    )
    oppdrag = tuple(utvalg.velg(register, om.dag))
    if not oppdrag and register.oppdrag:
        si("Ingen oppdrag passer med det du spurte etter.")
    tabell = oppsett(register, om.dag).tabell(oppdrag, valg.noekler(kolonner), valg.noekler(sorter))
    om.vis(tabell, format_)


@kommando(app, "vis")
def vis(
    ctx: typer.Context,
    ider: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Ett eller flere oppdrag. Kan forkortes: «sos-1».",
            autocompletion=fullfoering.oppdrag,
        ),
    ],
    format_: valg.ArkFormat = "tabell",
) -> None:
    """Vis alt om et oppdrag: målet over det, hvem som har det, oppgavene, hver rapport."""
    from styring.views.ark import Bunke
    from styring.views.oppdragsark import ark

    om = omgivelse(ctx)
    poster = [valg.oppdrag(om.register, id_) for id_ in ider]
    om.vis(Bunke(tuple(ark(om.register, oppdrag, om.dag) for oppdrag in poster)), format_)


def _delmaal_under(register: Register, soekt: str) -> frozenset[str]:
    from styring.views.maal import delmaal_under

    return delmaal_under(register, valg.maal(register, soekt))
