"""`styring fullfoering`: the script that teaches a shell our words."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

import typer

from styring.commands.omgivelse import ut
from styring.errors import WrongUse

SKALL = ("bash", "zsh", "fish")


def fullfoering(
    skall: Annotated[
        str,
        typer.Argument(
            metavar="SKALL", help="bash, zsh eller fish.", autocompletion=lambda: list(SKALL)
        ),
    ],
) -> None:
    """Skriv ut skriptet som gir Tab-fullføring i skallet. Øverst i det står hvordan det brukes."""
    if skall not in SKALL:
        raise WrongUse(f"skallet «{skall}» støttes ikke", f"Velg blant {', '.join(SKALL)}.")
    ut(files(__package__).joinpath(f"{skall}.sh").read_text(encoding="utf-8"))
