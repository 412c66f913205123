"""`styring skjema`: what editors need to know of the data files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from styring.cli import fullfoering, gitt, utfil
from styring.cli.omgivelse import Omgivelse, sti, ut
from styring.errors import StyringError, WrongUse
from styring.mente import ascii_form, mente, ramse
from styring.tegn import ufarlig

if TYPE_CHECKING:
    from styring.register.innhold import Register


def skjema(
    om: Omgivelse,
    slag: str | None = gitt.argument(
        "[TYPE]",
        "Typen datafil, for eksempel oppdrag. Ellers alle, og da med --ut.",
        fullfoering.slag,
    ),
    mappe: str | None = gitt.valg("MAPPE", "Skriv til filer i en mappe: data/skjema.", navn="--ut"),
) -> None:
    """Lag JSON Schema for datafilene, til redigeringsprogrammer og andre kontroller.

    Feltene er forklart på norsk. Er det en datamappe her, er sektorene, kontaktene og delmålene
    i den med som forslag, så lag skjemaene på nytt når det er kommet nye.
    """
    from styring import jsonskjema
    from styring.slag import FILER, OPPDRAGSFIL

    finnes = {ett.navn: ett for ett in FILER}
    if slag is None and mappe is None:
        raad = (
            f"Skriv for eksempel «styring skjema {OPPDRAGSFIL.navn}», eller alle: --ut data/skjema."
        )
        raise WrongUse("si hvilket skjema, eller hvor alle skal skrives", raad)
    if slag is not None and ascii_form(slag) not in finnes:
        raise WrongUse(
            f"finner ingen datafil av typen «{slag}»", mente(slag, finnes, "Velg", "eller")
        )
    register = _register(om)
    filer = jsonskjema.filer([finnes[ascii_form(slag)]] if slag else FILER, register)
    if mappe is None:
        ut("".join(filer.values()))
    else:
        _skriv(sti("--ut", mappe, "mappe"), filer)
    if register is not None:
        om.krev_hele()


def _register(om: Omgivelse) -> Register | None:
    """The data to suggest from; None where there are none and nobody says that there are."""
    try:
        return om.register
    except StyringError:
        if om.data is not None or os.environ.get("STYRING_DATA"):
            raise
        return None


def _skriv(mappe: Path, filer: dict[str, str]) -> None:
    utfil.lag_mappe(mappe)
    for navn, tekst in filer.items():
        utfil.skriv(mappe / navn, tekst.encode())
    ut(f"Skrevet i mappen {ufarlig(str(mappe))}: {ramse(filer)}.\n")
