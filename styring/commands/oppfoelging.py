"""`styring oppdrag` and `styring vedtak`: delegate, break down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from styring.commands import fullfoering, tolk, valg, verdi
from styring.commands.endring import utfoer
from styring.commands.norsk import kommando, ny_app
from styring.commands.omgivelse import omgivelse
from styring.errors import WrongUse

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.register.innhold import Register

app = ny_app()


@kommando(app, "deleger")
def deleger(
    ctx: typer.Context,
    ider: valg.Ider,
    til: Annotated[
        str,
        typer.Option(
            metavar="KONTAKT", help="Hvem som får det.", autocompletion=fullfoering.kontakter
        ),
    ],
    av: Annotated[
        str | None,
        typer.Option(
            metavar="KONTAKT",
            help="Hvem som gir det fra seg. Ellers den som har det.",
            autocompletion=fullfoering.kontakter,
        ),
    ] = None,
    merknad: Annotated[str | None, typer.Option(metavar="TEKST", help="Hva som er avtalt.")] = None,
    diff: valg.Diff = False,
) -> None:
    """Gi oppfølgingen videre til en annen.

    Det er den som har oppdraget eller vedtaket, som gir det videre, til en i kontakter.yaml.
    Dagen er dagen i dag, eller den du gir med --dato.
    """
    om = omgivelse(ctx)

    def handling(register: Register) -> Handling:
        from styring.actions.delegering import deleger, kjeden
        from styring.actions.handling import samlet

        poster = tolk.flere(tolk.av_slaget(ctx), register, ider)
        try:
            mottaker = tolk.entydig(register, tolk.kontakt(register, til))
        except WrongUse as feil:
            kjedene = (kjeden(register, post, om.dag) for post in poster)
            raise WrongUse(feil.melding, *feil.raad, *kjedene) from None
        giver = None if av is None else tolk.entydig(register, tolk.kontakt(register, av))
        avtalt = verdi.tekst("--merknad", merknad)
        return samlet(
            deleger(register, post, mottaker, om.dag, av=giver, merknad=avtalt) for post in poster
        )

    utfoer(om, handling, diff=diff)


@kommando(app, "del-opp")
def del_opp(
    ctx: typer.Context,
    id_: valg.EnId,
    titler: Annotated[
        list[str], typer.Argument(metavar="TITTEL...", help="En oppgave for hver tittel.")
    ],
    ansvarlig: valg.Ansvarlig = None,
    frist: valg.Frist = None,
    diff: valg.Diff = False,
) -> None:
    """Del et oppdrag eller vedtak opp i oppgaver."""
    om = omgivelse(ctx)

    def handling(register: Register) -> Handling:
        from styring.actions.oppdrag import del_opp

        post = tolk.av_slaget(ctx)(register, id_)
        felt = {
            "ansvarlig": tolk.id_til(tolk.kontakt, register, ansvarlig),
            "frist": verdi.frist("--frist", frist, tolk.fristaar(register, post, om.dag)),
        }
        rene = [verdi.tekst("tittelen", tittel) or "" for tittel in titler]
        return del_opp(post, rene, felt)

    utfoer(om, handling, diff=diff)
