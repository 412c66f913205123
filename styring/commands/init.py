"""`styring init`: a new data folder."""

import os
import shlex
from pathlib import Path

from styring.cli import gitt
from styring.cli.omgivelse import Omgivelse, sti, ut
from styring.errors import WrongUse
from styring.mente import ramse

EKSEMPELDAG = "2025-09-15"
"""The day that the fictional municipality is best seen on."""


def init(
    om: Omgivelse,
    mappe: str | None = gitt.argument("[MAPPE]", "Mappen som skal lages. Ellers «data»."),
    eksempel: bool = gitt.bryter(
        "--eksempel", "Lag en oppdiktet kommune i full bruk, til å prøve med."
    ),
    navn: str | None = gitt.valg("TEKST", "Navnet på kommunen, når mappen er tom."),
) -> None:
    """Lag en ny datamappe, klar til å fylles ut eller med en oppdiktet kommune i.

    Ingenting blir overskrevet: finnes mappen, må den være tom.
    """
    from styring.change.creation import create
    from styring.mappe import kjent_som
    from styring.nymappe import filer as nymappe

    if mappe is not None and om.data is not None:
        raise WrongUse("mappen er gitt to ganger", "Skriv den bare én gang: «styring init MAPPE».")
    if eksempel and navn is not None:
        raise WrongUse("eksemplet har sitt eget navn", "Bruk --navn uten --eksempel.")
    if navn is not None and not (navn.strip() and navn.isprintable()):
        raise WrongUse("--navn: navnet er tomt eller har tegn som ikke vises")
    ny = sti("MAPPE", mappe, "mappe") if mappe is not None else om.data or Path("data")
    filer = nymappe.eksempel() if eksempel else nymappe.tom(om.dag.year, navn and navn.strip())
    create(ny, filer)
    med = [fil for fil in filer if fil.endswith(".yaml")]
    med.append("skjema for redigeringsprogrammer")
    ut(f"Laget «{kjent_som(ny)}» med {ramse(med)}.\n")
    if eksempel:
        valg = f"{_data(ny)} --dato {EKSEMPELDAG}"
        ut(
            f"Kommunen er oppdiktet, og prøves best med --dato {EKSEMPELDAG} (en mandag).\n"
            f"Se deg om: styring status{valg}\n"
        )
    else:
        ut(
            "Begynn med sektorene i kontakter.yaml. Hver fil sier øverst hvordan den fylles ut.\n"
            f"Kontroller det du har skrevet: styring valider{_data(ny)}\n"
        )


def _data(mappe: Path) -> str:
    """The option by which other commands find a new folder; empty when they do without."""
    er_naermest = mappe.resolve() == Path("data").resolve()
    if er_naermest and not os.environ.get("STYRING_DATA"):
        return ""
    return f" --data {shlex.quote(str(mappe))}"
