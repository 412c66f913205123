"""Options and arguments that several commands take, and how their words are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from styring.commands import fullfoering
from styring.errors import WrongUse
from styring.model.messages import nearest
from styring.model.oppdrag import Status
from styring.register.innhold import Register
from styring.register.oppslag import finn

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
        help="Sorter etter kolonner; «--sorter=-frist» gir den seneste først.",
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
    likest = nearest(soekt, koder)
    mente = f"Mente du {likest[0]}? " if likest else ""
    raise WrongUse(f"det er ingen sektor «{soekt}»", f"{mente}Sektorene er {', '.join(koder)}.")


def kontakt_id(register: Register, soekt: str) -> str:
    """The id of the contact that is meant. Raises WrongUse."""
    if not register.er_lest("kontakter"):
        return soekt
    return finn(soekt, register.kontakt, "kontakt", lambda kontakt: kontakt.navn).id


def statuser(soekt: Iterable[str] | None) -> frozenset[Status]:
    """The statuses that words mean, as people write them: «under arbeid». Raises WrongUse."""
    return frozenset(status(ord_) for ord_ in soekt or ())


def status(soekt: str) -> Status:
    """The status that a word means. Raises WrongUse."""
    from styring.commands.norsk import ascii_navn

    flate = {ascii_navn(_uten_skille(status.navn)): status for status in Status}
    flate |= {_uten_skille(status.value): status for status in Status}
    flat = ascii_navn(_uten_skille(soekt))
    if flat in flate:
        return flate[flat]
    navn = [status.value for status in Status]
    likest = nearest(soekt, navn)
    raad = f"Mente du «{likest[0]}»? " if likest else ""
    raise WrongUse(f"ukjent status «{soekt}»", f"{raad}Statusene er {', '.join(navn)}.")


def _uten_skille(ord_: str) -> str:
    return ord_.replace("_", "").replace("-", "").replace(" ", "")
