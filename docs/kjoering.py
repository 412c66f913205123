"""What `styring` shows of the fictional municipality, on the day that it suits."""

import io
import os
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from functools import cache
from typing import Any

from docs.sti import ROT

DAG = "2025-09-15"


class _Skjerm(io.StringIO):
    """Text that is shown on a terminal."""

    def isatty(self) -> bool:
        return True


@cache
def program() -> Any:
    """All commands, built once."""
    from typer.main import get_command

    from styring.app import app

    return get_command(app)


def vist(ord_: str, *, bredde: int | None = None) -> str:
    """What a command shows on a pipe, or in colour on a terminal of a width."""
    ut: io.StringIO = _Skjerm() if bredde else io.StringIO()
    miljoe = {navn: os.environ.get(navn) for navn in ("COLUMNS", "NO_COLOR", "TERM")}
    sted = os.getcwd()  # noqa: PTH109 - a place to go back to
    with ExitStack() as rundt:
        rundt.enter_context(redirect_stdout(ut))
        rundt.enter_context(redirect_stderr(ut if bredde else io.StringIO()))
        rundt.callback(os.chdir, sted)
        rundt.callback(_sett, miljoe)
        os.chdir(ROT)
        _sett({"COLUMNS": str(bredde or 80), "NO_COLOR": None, "TERM": "xterm-256color"})
        ordene = ["--data", "eksempel", "--dato", DAG, *ord_.split()]
        status = program().main(ordene, prog_name="styring", standalone_mode=False)
        assert not status, f"styring {ord_}: {status}"
    return ut.getvalue()


def _sett(miljoe: dict[str, str | None]) -> None:
    for navn, verdi in miljoe.items():
        if verdi is None:
            os.environ.pop(navn, None)
        else:
            os.environ[navn] = verdi
