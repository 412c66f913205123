"""`styring vedtak endre`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from styring import tolk, verdi
from styring.cli import fullfoering, valg
from styring.cli.endring import utfoer
from styring.cli.feltendring import endre_felt
from styring.cli.omgivelse import omgivelse
from styring.errors import WrongUse

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.register.innhold import Register
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


def _ingen(hvorfor: str | None) -> dict[str, str] | None:
    grunn = verdi.tekst("--ingen-oppfoelging", hvorfor)
    return None if grunn is None else {"ingen": grunn}
