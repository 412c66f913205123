"""The options that every command takes."""

from typing import Annotated

import typer

from styring.cli.omgivelse import i_dag, omgivelse, sti, ut


def _data(ctx: typer.Context, verdi: str | None) -> None:
    if verdi is not None:
        omgivelse(ctx).data = sti("--data", verdi, "mappe")


def _dato(ctx: typer.Context, verdi: str | None) -> None:
    if verdi is not None:
        from styring.verdi import dato

        omgivelse(ctx).dato = dato("--dato", verdi, i_dag().year)


def _versjon(er_valgt: bool) -> None:
    if er_valgt:
        from styring import __version__

        ut(f"styring {__version__}\n")
        raise typer.Exit


def valg(
    data: Annotated[
        str | None,
        typer.Option(
            metavar="MAPPE",
            callback=_data,
            expose_value=False,
            help="Datamappen. Ellers STYRING_DATA, ellers mappen du står i, eller nærmeste «data»"
            " herfra og oppover.",
        ),
    ] = None,
    dato: Annotated[
        str | None,
        typer.Option(
            metavar="DATO",
            callback=_dato,
            expose_value=False,
            help="Dagen det regnes fra. Det som kom senere, vises ikke. Ellers dagen i dag.",
        ),
    ] = None,
    versjon: Annotated[
        bool,
        typer.Option(
            "--versjon", callback=_versjon, is_eager=True, expose_value=False, help="Vis versjonen."
        ),
    ] = False,
) -> None:
    """Mål, oppdrag, delegering og rapportering for en kommune, i YAML-filer."""
