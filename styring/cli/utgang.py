"""Where the result goes and in which format: `--ut` and `--format`, the same at every command."""

from pathlib import PurePath
from typing import Any

import typer
from typer.core import TyperOption

from styring.cli.omgivelse import omgivelse, sti
from styring.errors import WrongUse
from styring.mente import ramse


def valgene(viser: str, like: Any) -> list[Any]:
    """The two options of a command that shows some shapes; their value is of a type like another's.

    What they say is in the surroundings, which write the result.
    """
    felles = {"type_descriptor": like.type_descriptor, "expose_value": False}
    ut = TyperOption(
        param_decls=["--ut"],
        metavar="FIL",
        help="Skriv til en fil.",
        callback=_ut,
        is_eager=True,  # the format goes by it
        **felles,
    )
    return [_Formatvalg(viser, felles), ut]


class _Formatvalg(TyperOption):
    """The option `--format`. What it can be is looked up when someone asks."""

    def __init__(self, viser: str, felles: dict[str, Any]) -> None:
        self.viser = viser
        super().__init__(
            param_decls=["--format", "-f", "format_"],
            metavar="FORMAT",
            callback=_format,
            autocompletion=lambda *_: [*_formater(viser)],
            **felles,
        )

    def _hjelp(self) -> str:
        """The formats, the usual first, and what is said of them."""
        from styring.formats.format import vanlig

        foerst = vanlig(self.viser)
        finnes = {foerst: f"{foerst} (det vanlige)"} | {
            navn: f"{navn} ({format_.om})" if format_.om else navn
            for navn, format_ in _formater(self.viser).items()
            if navn != foerst
        }
        alle = ramse(finnes.values(), "eller")
        return f"{alle}. Ellers det filen i --ut slutter på."

    help = property(_hjelp, lambda self, verdi: None)  # whatever Typer sets it to


def _ut(ctx: typer.Context, param: Any, verdi: str | None) -> None:
    omgivelse(ctx).ut = None if verdi is None else sti("--ut", verdi, "fil")


def _format(ctx: typer.Context, param: _Formatvalg, verdi: str | None) -> None:
    """What is said, else what the ending of the file in `--ut` says. Raises WrongUse."""
    om = omgivelse(ctx)
    if verdi is not None:
        from styring.formats.format import velg

        velg(param.viser, verdi)
    elif om.ut is not None:
        verdi = _av_navnet(om.ut, param.viser)
    om.format_ = verdi


def _av_navnet(fil: PurePath, viser: str) -> str:
    """The one of the formats that a file's name ends as. Raises WrongUse."""
    endelser = {e: navn for navn, format_ in _formater(viser).items() for e in format_.endelser}
    if valgt := endelser.get(fil.suffix.lower()):
        return valgt
    raad = f"La navnet slutte på {', '.join(endelser)}, eller bruk --format."
    raise WrongUse(f"--ut: «{fil}» slutter ikke på et format som finnes her", raad)


def _formater(viser: str) -> dict[str, Any]:
    from styring.formats.format import formater

    return dict(formater(viser))
