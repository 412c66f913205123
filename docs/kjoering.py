"""What `styring` shows of the fictional municipality, on the day that it suits."""

import io
import os
import shutil
import sys
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from docs.sti import ROT

DAG = "2025-09-15"


class _Stroem(io.TextIOWrapper):
    """What is shown on a terminal, or not."""

    def __init__(self, *, er_skjerm: bool) -> None:
        self.er_skjerm, self.innhold = er_skjerm, io.BytesIO()
        super().__init__(self.innhold, encoding="utf-8", newline="", write_through=True)

    def isatty(self) -> bool:
        return self.er_skjerm


@cache
def program() -> Any:
    """All commands, built once."""
    from typer.main import get_command

    from styring.app import app

    return get_command(app)


def etter(foerst: tuple[str, ...], ord_: str) -> str:
    """What a command shows on a pipe when others have changed the data first, which are a copy."""
    with TemporaryDirectory() as sted:
        shutil.copytree(ROT / "eksempel", Path(sted, "eksempel"))
        return [vist(en, sted=Path(sted)) for en in (*foerst, ord_)][-1]


def vist(ord_: str, *, bredde: int | None = None, sted: Path = ROT) -> str:
    """What a command shows on a pipe, or in colour on a terminal of a width."""
    ut = _Stroem(er_skjerm=bool(bredde))
    miljoe = {navn: os.environ.get(navn) for navn in ("COLUMNS", "NO_COLOR", "TERM")}
    her = os.getcwd()  # noqa: PTH109 - a place to go back to
    with ExitStack() as rundt:
        rundt.enter_context(redirect_stdout(ut))
        rundt.enter_context(redirect_stderr(ut if bredde else _Stroem(er_skjerm=False)))
        rundt.callback(os.chdir, her)
        rundt.callback(_sett, miljoe)
        os.chdir(sted)
        _sett({"COLUMNS": str(bredde or 80), "NO_COLOR": None, "TERM": "xterm-256color"})
        ordene = ["--data", "eksempel", "--dato", DAG, *ord_.split()]
        rundt.enter_context(patch.object(sys, "argv", ["styring", *ordene]))  # which the log keeps
        status = program().main(ordene, prog_name="styring", standalone_mode=False)
        assert not status, f"styring {ord_}: {status}"
    return ut.innhold.getvalue().decode()


def _sett(miljoe: dict[str, str | None]) -> None:
    for navn, verdi in miljoe.items():
        if verdi is None:
            os.environ.pop(navn, None)
        else:
            os.environ[navn] = verdi
