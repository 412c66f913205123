"""Options and arguments that several commands take, and how their words are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from styring.commands import fullfoering
from styring.errors import WrongUse
from styring.mente import flat, mente
from styring.model.oppdrag import Status
from styring.register.innhold import Register

Format = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="tabell, json, csv, yaml eller markdown.",
        autocompletion=fullfoering.formater,
    ),
]
ArkFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="tabell, json eller yaml.",
        autocompletion=fullfoering.arkformater,
    ),
]
Kolonner = Annotated[
    str | None,
    typer.Option(
        "--kolonner",
        "-k",
        metavar="KOLONNE,…",
        help="Hvilke kolonner, med komma imellom.",
    ),
]
Sorter = Annotated[
    str | None,
    typer.Option(
        "--sorter",
        metavar="KOLONNE,…",
        help="Sorter etter kolonner. Med minus foran, «--sorter=-id», kommer det siste først.",
    ),
]
Sektorer = Annotated[
    list[str] | None,
    typer.Option(
        "--sektor",
        "-s",
        metavar="KODE",
        help="Bare denne sektoren. Kan gjentas.",
        autocompletion=fullfoering.sektorer,
    ),
]


def noekler(tekst: str | None) -> tuple[str, ...]:
    """The words of a list with commas."""
    return tuple(del_.strip() for del_ in (tekst or "").split(",") if del_.strip())


def sektorkoder(register: Register, soekt: Iterable[str] | None) -> frozenset[str]:
    """The codes of sectors that exist, as they are written. Raises WrongUse."""
    return frozenset(sektorkode(register, kode) for kode in soekt or ())


def sektorkode(register: Register, soekt: str) -> str:
    """A sector's code as it is written, without regard to case. Raises WrongUse."""
    if sektor := register.sektor.get(soekt.strip().lower()):
        return sektor.kode
    if not register.er_lest("kontakter"):
        return soekt  # the broken file is said of; what stands under the code is shown
    koder = [sektor.kode for sektor in register.sektorer]
    raise WrongUse(f"det er ingen sektor «{soekt}»", mente(soekt, koder, "Sektorene er"))


def kontakt_id(register: Register, soekt: str) -> str:
    """The id of the contact that is meant. Raises WrongUse."""
    if not register.er_lest("kontakter"):
        return soekt
    from styring.register.oppslag import finn

    return finn(soekt, register.kontakt, "kontakt", lambda kontakt: kontakt.navn).id


def delmaal_under(register: Register, soekt: str) -> frozenset[str]:
    """The ids of the delmål that a goal is or has under it. Raises WrongUse."""
    from styring.views.maal import delmaal_under

    return delmaal_under(register, soekt) if register.er_lest("maal") else frozenset((soekt,))


def statuser(soekt: Iterable[str] | None) -> frozenset[Status]:
    """The statuses that words mean, as people write them: «under arbeid». Raises WrongUse."""
    return frozenset(status(ord_) for ord_ in soekt or ())


def status(soekt: str) -> Status:
    """The status that a word means. Raises WrongUse."""
    for status in Status:
        if flat(soekt) in (flat(status.navn), flat(status.value)):
            return status
    raise WrongUse(f"ukjent status «{soekt}»", mente(soekt, Status, "Statusene er"))
