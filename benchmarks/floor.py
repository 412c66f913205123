"""The floor: what Typer, Pydantic, PyYAML and Rich cost together, in the least program of use.

It is what someone would write in an hour, and is made neither slow nor fast on purpose.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
import yaml
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table

app = typer.Typer(help="Oppdragene i en YAML-fil.")
console = Console()


class Oppdrag(BaseModel):
    """An assignment."""

    id: str
    tittel: str
    sektor: str
    frist: date | int | str | None = None
    delmaal: list[str] = []


class Oppdragsfil(BaseModel):
    """The file of them."""

    aar: int
    kilde: str | None = None
    oppdrag: list[Oppdrag] = []


def read(path: Path) -> Oppdragsfil:
    """The file, checked."""
    with path.open(encoding="utf-8") as file:
        return Oppdragsfil.model_validate(yaml.load(file, Loader=yaml.CSafeLoader))


@app.command("list")
def list_(
    fil: Path,
    sektor: Annotated[str | None, typer.Option(help="Bare denne sektoren.")] = None,
) -> None:
    """List opp oppdragene."""
    table = Table("Id", "Oppdrag", "Sektor", "Frist")
    for oppdrag in read(fil).oppdrag:
        if sektor is None or oppdrag.sektor == sektor:
            table.add_row(oppdrag.id, oppdrag.tittel, oppdrag.sektor, str(oppdrag.frist or ""))
    console.print(table)


@app.command("vis")
def vis(fil: Path, id_: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Vis ett oppdrag."""
    for oppdrag in read(fil).oppdrag:
        if oppdrag.id == id_:
            for name, value in oppdrag.model_dump().items():
                console.print(f"{name}: {value}")
            return
    console.print(f"Det er ingen oppdrag med id {id_}")
    raise typer.Exit(1)
