"""The root of all commands, and the one place where errors become messages and exit codes."""

import gc
import io
import os
import signal
import sys
from typing import NoReturn

from styring import commands
from styring.cli import overalt
from styring.cli.norsk import gruppe
from styring.cli.omgivelse import si_feil
from styring.errors import StyringError
from styring.systemfeil import grunn

app = gruppe(commands, commands.REKKEFOELGE, callback=overalt.valg)


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
