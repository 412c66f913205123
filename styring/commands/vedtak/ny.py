"""`styring vedtak ny`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from styring import tolk, verdi
from styring.cli import fullfoering, valg
from styring.cli.endring import utfoer
from styring.cli.omgivelse import omgivelse

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
Oppdrag = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        help="Et oppdrag som følger det opp. Kan gjentas.",
        autocompletion=fullfoering.oppdrag,
    ),
]


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


def _ingen(hvorfor: str | None) -> dict[str, str] | None:
    grunn = verdi.tekst("--ingen-oppfoelging", hvorfor)
    return None if grunn is None else {"ingen": grunn}
