"""`styring vedtak`: add, change, link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from styring.cli import fullfoering, tolk, valg, verdi
from styring.cli.endring import utfoer
from styring.cli.feltendring import endre_felt
from styring.cli.norsk import kommando, ny_app
from styring.cli.omgivelse import omgivelse
from styring.errors import WrongUse

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.register.innhold import Register

app = ny_app()

Organ = Annotated[str | None, typer.Option(metavar="TEKST", help="Hvem som gjorde vedtaket.")]
Vedtatt = Annotated[
    str | None, typer.Option("--vedtatt", metavar="DATO", help="Dagen det ble vedtatt.")
]
Sak = Annotated[str | None, typer.Option("--sak", metavar="NR", help="Saksnummeret.")]
Vedtakstekst = Annotated[
    str | None, typer.Option("--tekst", metavar="TEKST", help="Vedtaket ord for ord.")
]
Sektor = Annotated[
    str | None,
    typer.Option(
        "--sektor",
        "-s",
        metavar="KODE",
        help="Sektoren som følger det opp.",
        autocompletion=fullfoering.sektorer,
    ),
]
IngenOppfoelging = Annotated[
    str | None,
    typer.Option(metavar="GRUNN", help="At det ikke trenger oppfølging, og hvorfor."),
]
Oppdrag = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        help="Et oppdrag som følger det opp. Kan gjentas.",
        autocompletion=fullfoering.oppdrag,
    ),
]


@kommando(app, "ny")
def ny(
    ctx: typer.Context,
    tittel: Annotated[str, typer.Argument(metavar="TITTEL", help="Hva vedtaket gjelder.")],
    type_: Annotated[
        str,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="politisk eller verbal.",
            autocompletion=fullfoering.vedtakstyper,
        ),
    ],
    vedtatt: Vedtatt = None,
    organ: Organ = None,
    sak: Sak = None,
    tekst: Vedtakstekst = None,
    oppdrag: Oppdrag = None,
    sektor: Sektor = None,
    delansvar: valg.Delansvar = None,
    frist: valg.Frist = None,
    ingen_oppfoelging: IngenOppfoelging = None,
    kilde: valg.Kilde = None,
    diff: valg.Diff = False,
) -> None:
    """Opprett et vedtak, med neste ledige nummer i året."""
    om = omgivelse(ctx)

    def handling(register: Register) -> Handling:
        from styring.actions.vedtak import ny

        dato = verdi.dato("--vedtatt", vedtatt, om.dag.year)
        felt = {
            "tittel": verdi.tekst("tittelen", tittel),
            "type": verdi.vedtakstype(type_),
            "organ": verdi.tekst("--organ", organ),
            "dato": dato,
            "saksnr": verdi.tekst("--sak", sak),
            "vedtakstekst": verdi.tekst("--tekst", tekst),
            "oppfoelging": _ingen(ingen_oppfoelging),
            "oppdrag": tolk.ider_til(tolk.oppdrag, register, oppdrag),
            "sektor": tolk.id_til(tolk.sektor, register, sektor),
            "delansvar": tolk.ider_til(tolk.sektor, register, delansvar),
            "frist": verdi.frist("--frist", frist, (dato or om.dag).year),
            "kilde": verdi.tekst("--kilde", kilde),
        }
        return ny(register, (dato or om.dag).year, felt)

    utfoer(om, handling, diff=diff)


@kommando(app, "endre")
def endre(
    ctx: typer.Context,
    id_: valg.EnId,
    tittel: valg.Tittel = None,
    vedtatt: Vedtatt = None,
    organ: Organ = None,
    sak: Sak = None,
    tekst: Vedtakstekst = None,
    sektor: Sektor = None,
    delansvar: valg.Delansvar = None,
    frist: valg.Frist = None,
    ingen_oppfoelging: IngenOppfoelging = None,
    kilde: valg.Kilde = None,
    tilbakemeldt: Annotated[
        str | None,
        typer.Option(metavar="DATO", help="Dagen det ble meldt tilbake til organet."),
    ] = None,
    tilbakemeldt_sak: Annotated[
        str | None,
        typer.Option(metavar="NR", help="Saksnummeret det ble meldt tilbake i."),
    ] = None,
    fjern: valg.Fjern = None,
    diff: valg.Diff = False,
) -> None:
    """Endre felt i et vedtak, og før opp når det ble meldt tilbake."""
    om = omgivelse(ctx)

    def handling(register: Register) -> Handling:
        vedtak = tolk.vedtak(register, id_)
        svar = {
            "dato": verdi.dato("--tilbakemeldt", tilbakemeldt, om.dag.year),
            "saksnr": verdi.tekst("--tilbakemeldt-sak", tilbakemeldt_sak),
        }
        meldt = {navn: verdi for navn, verdi in svar.items() if verdi is not None}
        if meldt and "dato" not in meldt and vedtak.tilbakemelding is None:
            raad = "Gi dagen med --tilbakemeldt DATO."
            raise WrongUse("det står ikke når det ble meldt tilbake", raad)
        gitt: dict[str, Any] = {
            "tittel": verdi.tekst("--tittel", tittel),
            "dato": verdi.dato("--vedtatt", vedtatt, om.dag.year),
            "organ": verdi.tekst("--organ", organ),
            "saksnr": verdi.tekst("--sak", sak),
            "vedtakstekst": verdi.tekst("--tekst", tekst),
            "oppfoelging": _ingen(ingen_oppfoelging),
            "sektor": tolk.id_til(tolk.sektor, register, sektor),
            "delansvar": tolk.ider_til(tolk.sektor, register, delansvar) or None,
            "frist": verdi.frist("--frist", frist, om.dag.year),
            "kilde": verdi.tekst("--kilde", kilde),
            "tilbakemelding": meldt or None,
        }
        return endre_felt(vedtak, gitt, fjern)

    utfoer(om, handling, diff=diff)


@kommando(app, "knytt")
def knytt(
    ctx: typer.Context,
    ider: valg.Ider,
    oppdrag: Annotated[
        list[str],
        typer.Option(
            metavar="ID",
            help="Oppdraget som følger det opp. Kan gjentas.",
            autocompletion=fullfoering.oppdrag,
        ),
    ],
    fjern: valg.FjernKobling = False,
    diff: valg.Diff = False,
) -> None:
    """Knytt vedtak til oppdragene som følger dem opp."""

    def handling(register: Register) -> Handling:
        from styring.actions.handling import samlet
        from styring.actions.knytning import knytt, loesne

        poster = tolk.flere(tolk.vedtak, register, ider)
        if fjern:
            return samlet(loesne(vedtak, "oppdrag", oppdrag) for vedtak in poster)
        ider_ = tolk.ider_til(tolk.oppdrag, register, oppdrag)
        return samlet(knytt(vedtak, "oppdrag", ider_) for vedtak in poster)

    utfoer(omgivelse(ctx), handling, diff=diff)


def _ingen(hvorfor: str | None) -> dict[str, str] | None:
    grunn = verdi.tekst("--ingen-oppfoelging", hvorfor)
    return None if grunn is None else {"ingen": grunn}
