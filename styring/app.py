"""The root of all commands, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from typing import Annotated, NoReturn

import typer

from styring.cli.norsk import ny_app
from styring.cli.omgivelse import i_dag, omgivelse, si_feil, sti, ut
from styring.errors import StyringError
from styring.systemfeil import grunn

KOMMANDOER = {
    "oppdrag": "oppdrag",
    "maal": "maal",
    "roedtraad": "roedtraad",
    "aarshjul": "aarshjul",
    "kontakt": "kontakt",
    "vedtak": "vedtak",
    "status": "status",
    "brev": "dokument",
    "rapport": "rapport",
    "valider": "valider",
    "nytt-aar": "nyttaar",
    "angre": "angre",
    "logg": "logg",
    "init": "init",
    "forklar": "forklar",
    "skjema": "skjema",
    "fullfoering": "skall",
}
"""The commands in the order that help lists them, and the module of each."""


app = ny_app(
    "Mål, oppdrag, delegering og rapportering for en kommune, i YAML-filer.",
    senere=KOMMANDOER,
)


def _data(ctx: typer.Context, verdi: str | None) -> None:
    if verdi is not None:
        omgivelse(ctx).data = sti("--data", verdi, "mappe")


def _dato(ctx: typer.Context, verdi: str | None) -> None:
    if verdi is not None:
        from styring.cli.verdi import dato

        omgivelse(ctx).dato = dato("--dato", verdi, i_dag().year)


def _versjon(er_valgt: bool) -> None:
    if er_valgt:
        from styring import __version__

        ut(f"styring {__version__}\n")
        raise typer.Exit


@app.callback()
def rot(
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
    """Take the options that hold for every command."""


def main() -> None:
    """Runs the command line and ends the process with its exit status."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends us as it ends others
    if sys.stdout is None or sys.stderr is None:  # closed by whoever started us
        sys.exit(3)
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    for stroem in (sys.stdout, sys.stderr):
        stroem.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if "_STYRING_COMPLETE" in os.environ:
        from styring.cli.skallsvar import svar_skallet

        svar_skallet()
    try:
        status = _kjoer()
        sys.stdout.flush()
    except OSError as feil:
        _kan_ikke_skrive(feil)
    gc.freeze()  # nothing is left for the look for garbage that Python takes when it ends
    sys.exit(status)


def _kjoer() -> int:
    try:
        status = app(prog_name="styring", standalone_mode=False)
    except StyringError as feil:
        si_feil(feil.melding, *feil.raad, funn=feil.funn)
        return feil.exit_code
    except OSError as feil:
        if feil.filename is None:  # it is one of the streams that cannot be written
            raise
        raad = "Kontroller hva den er, og hvem som har lov til å bruke den."
        si_feil(f"«{feil.filename}» kan ikke brukes: {grunn(feil)}", raad)
        return StyringError.exit_code
    except KeyboardInterrupt:
        return 130
    return status if isinstance(status, int) else 0


def _kan_ikke_skrive(feil: OSError) -> NoReturn:
    sys.stderr.write(f"Feil: kan ikke skrive: {grunn(feil, skriver=True)}\n")
    sys.stderr.flush()
    os._exit(3)  # an ordinary end would try once more to write what is left
