"""`styring oppdrag`: add, change, delegate, break down, link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from styring.cli import fullfoering, tolk, valg, verdi
from styring.cli.endring import utfoer
from styring.cli.feltendring import endre_felt
from styring.cli.norsk import kommando, ny_app
from styring.cli.omgivelse import omgivelse
from styring.errors import BrokenData

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.register.innhold import Register

app = ny_app()


@kommando(app, "ny")
def ny(
    ctx: typer.Context,
    tittel: Annotated[str, typer.Argument(metavar="TITTEL", help="Hva som skal gjøres.")],
    sektor: Annotated[
        str,
        typer.Option(
            "--sektor",
            "-s",
            metavar="KODE",
            help="Sektoren det delegeres til.",
            autocompletion=fullfoering.sektorer,
        ),
    ],
    beskrivelse: valg.Beskrivelse = None,
    delmaal: valg.Delmaal = None,
    delansvar: valg.Delansvar = None,
    frist: valg.Frist = None,
    kilde: valg.Kilde = None,
    aar: Annotated[
        str | None,
        typer.Option("--aar", metavar="ÅR", help="Året det gis for. Ellers det nyeste som er der."),
    ] = None,
    diff: valg.Diff = False,
) -> None:
    """Opprett et nytt oppdrag, med neste ledige nummer i sektoren."""
    om = omgivelse(ctx)

    def handling(register: Register) -> Handling:
        from styring.actions.oppdrag import ny

        if not register.er_lest("oppdrag"):
            melding = "neste ledige nummer er ukjent, for en fil med oppdrag kan ikke leses"
            raise BrokenData(melding, funn=register.feil_i("oppdrag"))
        aaret = verdi.aarstall("--aar", aar)
        finnes = [fil.aar for fil in register.oppdragsfiler]
        felt = {
            "tittel": verdi.tekst("tittelen", tittel),
            "beskrivelse": verdi.tekst("--beskrivelse", beskrivelse),
            "delmaal": tolk.ider_til(tolk.delmaal, register, delmaal),
            "delansvar": tolk.ider_til(tolk.sektor, register, delansvar),
            "frist": verdi.frist("--frist", frist, aaret or max(finnes, default=om.dag.year)),
            "kilde": verdi.tekst("--kilde", kilde),
        }
        return ny(register, tolk.entydig(register, tolk.sektor(register, sektor)), felt, aaret)

    utfoer(om, handling, diff=diff)


@kommando(app, "endre")
def endre(
    ctx: typer.Context,
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Et oppdrag eller en oppgave. Kan forkortes: «sos-1», «sos-1.2».",
            autocompletion=fullfoering.oppdrag_og_oppgaver,
        ),
    ],
    tittel: valg.Tittel = None,
    beskrivelse: valg.Beskrivelse = None,
    sektor: Annotated[
        str | None,
        typer.Option(
            metavar="KODE",
            help="Sektoren oppdraget er delegert til.",
            autocompletion=fullfoering.sektorer,
        ),
    ] = None,
    delansvar: valg.Delansvar = None,
    frist: valg.Frist = None,
    kilde: valg.Kilde = None,
    ansvarlig: valg.Ansvarlig = None,
    merknad: Annotated[
        str | None, typer.Option(metavar="TEKST", help="En merknad til oppgaven.")
    ] = None,
    fjern: valg.Fjern = None,
    diff: valg.Diff = False,
) -> None:
    """Endre felt i et oppdrag eller en oppgave."""
    om = omgivelse(ctx)

    def handling(register: Register) -> Handling:
        post = tolk.oppdrag_eller_oppgave(register, id_)
        gitt: dict[str, Any] = {
            "tittel": verdi.tekst("--tittel", tittel),
            "beskrivelse": verdi.tekst("--beskrivelse", beskrivelse),
            "sektor": tolk.id_til(tolk.sektor, register, sektor),
            "delansvar": tolk.ider_til(tolk.sektor, register, delansvar) or None,
            "frist": verdi.frist("--frist", frist, tolk.fristaar(register, post, om.dag)),
            "kilde": verdi.tekst("--kilde", kilde),
            "ansvarlig": tolk.id_til(tolk.mottaker(om.dag), register, ansvarlig),
            "merknad": verdi.tekst("--merknad", merknad),
            "delmaal": None,
            "status": None,
        }
        return endre_felt(post, gitt, fjern)

    utfoer(om, handling, diff=diff)


@kommando(app, "knytt")
def knytt(
    ctx: typer.Context,
    ider: valg.Ider,
    delmaal: Annotated[
        list[str],
        typer.Option(
            "--delmaal",
            metavar="ID",
            help="Delmålet. Kan gjentas.",
            autocompletion=fullfoering.maal,
        ),
    ],
    fjern: valg.FjernKobling = False,
    diff: valg.Diff = False,
) -> None:
    """Knytt oppdrag til delmålene de bidrar til."""

    def handling(register: Register) -> Handling:
        from styring.actions.handling import samlet
        from styring.actions.knytning import knytt, loesne

        poster = tolk.flere(tolk.oppdrag, register, ider)
        if fjern:
            return samlet(loesne(oppdrag, "delmaal", delmaal) for oppdrag in poster)
        maalene = tolk.ider_til(tolk.delmaal, register, delmaal)
        return samlet(knytt(oppdrag, "delmaal", maalene) for oppdrag in poster)

    utfoer(omgivelse(ctx), handling, diff=diff)
