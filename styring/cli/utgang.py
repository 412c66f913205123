"""Where the result goes and in which format: `--ut` and `--format`, the same at every command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

import typer

from styring.cli.omgivelse import omgivelse, sti
from styring.errors import WrongUse

_ENDELSER = {
    "tabell": (".txt",),
    "tekst": (".txt",),
    "csv": (".csv",),
    "json": (".json",),
    "yaml": (".yaml", ".yml"),
    "markdown": (".md",),
    "ics": (".ics",),
    "sarif": (".sarif",),
    "html": (".html", ".htm"),
    "pdf": (".pdf",),
}
"""The formats that a file is in when its name ends so."""


def format_(hva: str, finnes: Callable[[], list[str]]) -> Any:
    """The option `--format`, for those formats that there are.

    When it is not given, the ending of the file in `--ut` chooses, else it is what is usual.
    """

    def valgt(ctx: typer.Context, verdi: str | None) -> str | None:
        fil = omgivelse(ctx).ut
        kilde = ctx.get_parameter_source("format_")
        if fil is None or kilde is None or kilde.name != "DEFAULT":
            return verdi
        return av_navnet(fil, finnes())

    return typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"{hva}. Ellers det filen i --ut slutter på.",
        autocompletion=finnes,
        callback=valgt,
    )


def ut(hva: str = "Skriv til en fil.", metavar: str = "FIL") -> Any:
    """The option `--ut`. It is read before `--format`, which goes by it."""
    return typer.Option(
        "--ut", metavar=metavar, help=hva, callback=_ut, is_eager=True, expose_value=False
    )


def _ut(ctx: typer.Context, verdi: str | None) -> None:
    omgivelse(ctx).ut = None if verdi is None else sti("--ut", verdi, "fil")


def av_navnet(fil: PurePath, finnes: list[str]) -> str:
    """The one of some formats that a file's name ends as. Raises WrongUse."""
    endelser = {endelse: navn for navn in finnes for endelse in _ENDELSER.get(navn, ())}
    if valgt := endelser.get(fil.suffix.lower()):
        return valgt
    raad = f"La navnet slutte på {', '.join(endelser)}, eller bruk --format."
    raise WrongUse(f"--ut: «{fil}» slutter ikke på et format som finnes her", raad)
