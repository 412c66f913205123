"""What a command runs in: the data folder, the day, the two streams."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import typer

from styring.errors import StyringError, WrongUse
from styring.finding import Alvor, Finding
from styring.formats.skjerm import ROER, Skjerm
from styring.mente import opptalt, telt

if TYPE_CHECKING:
    from styring.formats.format import Visning
    from styring.register.innhold import Register
    from styring.views.ark import Ark

T = TypeVar("T")

_VIST = 3
"""How many ids that are given twice are shown; a copy of a file has as many as the file."""


@dataclass
class Omgivelse:
    """The global options as given, and what follows from them."""

    data: Path | None = None
    dato: date | None = None
    ut: Path | None = None
    """The file that the result is to be written to, in place of stdout."""
    format_: str | None = None
    """The format that was asked for, in place of what is usual."""
    hvor_er_sagt: bool = False
    """It is said which municipality is changed."""

    @cached_property
    def dag(self) -> date:
        """The day to reckon from."""
        return self.dato or i_dag()

    @cached_property
    def mappe(self) -> Path:
        """The data folder. Raises StyringError when there is none."""
        from styring import mappe

        if self.data is None and (fra_miljoe := os.environ.get("STYRING_DATA")):
            return mappe.finn(Path(fra_miljoe), Path.cwd(), kilde="STYRING_DATA")
        return mappe.finn(self.data, Path.cwd())

    @property
    def er_funnet_oppover(self) -> bool:
        """The data folder is neither chosen, nor where one stands, nor a `data` there."""
        if self.data is not None or os.environ.get("STYRING_DATA"):
            return False
        her = Path.cwd()
        return self.mappe.parent != her and self.mappe not in (her, *her.parents)

    @cached_property
    def register(self) -> Register:
        """The data folder as loaded."""
        from styring.register.lasting import last

        return last(self.mappe)

    @cached_property
    def kjent(self) -> Register:
        """The data folder as it was known on the day that was chosen; all of it when none was.

        Says how many reports tell of a time until then, and were made after it.
        """
        from styring.stand.utsnitt import kjent, levert_etter

        if self.dato is None:
            return self.register
        if antall := levert_etter(self.register, self.dato):
            si_tekst(
                f"{telt(antall, 'rapport', 'rapporter')} om tiden fram til {self.dato:%d.%m.%Y} er "
                "levert senere, og er ikke med. "
                f"Velg en senere --dato for å få {'den' if antall == 1 else 'dem'} med."
            )
        return kjent(self.register, self.dato)

    def er_vanlig(self, *andre: str) -> bool:
        """The result is in the usual format, or in one of some others."""
        return self.format_ in (None, "tabell", *andre)

    def vis(self, visning: Visning, *merknader: str) -> None:
        """Shows the result where it is to go, and on stderr what is not as it should be.

        Remarks are told between the two.

        Raises typer.Exit (exit status 1) when some of the data is broken.
        """
        self.skriv(visning)
        si(*merknader)
        self.krev_hele()

    def vis_ark(self, poster: Iterable[T], ark: Callable[[Register, T, date], Ark]) -> None:
        """Shows records whole, a sheet each. Raises as `vis`."""
        from styring.views.ark import Bunke

        self.vis(Bunke(tuple(ark(self.kjent, post, self.dag) for post in poster)))

    def skriv(self, visning: Visning, ellers: str | None = None) -> None:
        """Writes what is shown, in the format and to the place that were asked for.

        Where no format was, it is another than the usual when `ellers` says so.
        Raises WrongUse for a format that cannot write it, and StyringError for a terminal that
        cannot show the format.
        """
        from styring.formats.format import former, skriv, velg

        navn = self.format_ or ellers
        format_ = velg(visning, navn)
        if self.ut is None and not format_.er_tekst and sys.stdout.isatty():
            raad = f"--ut {former(visning)[0]}{format_.endelser[0]}"
            raise StyringError(
                f"{navn} kan ikke vises her",
                f"Skriv til en fil, for eksempel med {raad}.",
            )
        skrevet = skriv(visning, navn, self.skjerm)
        if self.ut is None:
            ut_bytes(skrevet.innhold)
        else:
            from styring.cli import utfil
            from styring.tegn import ufarlig

            utfil.krev_utenfor(self.ut, self.mappe)
            utfil.skriv(self.ut, skrevet.innhold)
            si(f"Skrevet til {ufarlig(str(self.ut))}.")
        if skrevet.merknad:
            si(skrevet.merknad)

    @property
    def skjerm(self) -> Skjerm:
        """What the result is shown on."""
        return skjerm(sys.stdout) if self.ut is None else ROER

    def si_runden(self) -> None:
        """Says which round reports are missed for, once one has come."""
        from styring.model.tidsform import om_runden
        from styring.stand.runder import finn_runde, runden

        if runde := finn_runde(self.register, runden(self.register, self.dag)):
            si_tekst(f"«Mangler rapport» gjelder {om_runden(runde)} ({runde.periode}).")

    @property
    def uleste(self) -> list[Finding]:
        """What could not be read. Of what is left out for it nobody can say that all is well."""
        return [funnet for funnet in self.register.funn if funnet.alvor is Alvor.FEIL]

    def krev_hele(self) -> None:
        """Says what is not shown as it should be. Raises typer.Exit (status 1) when any is."""
        if self.si_utelatt():
            raise typer.Exit(1)

    def si_utelatt(self) -> bool:
        """Says what is not shown as it should be, and why; whether there is any.

        That is what could not be read and is left out, and what has one id and is there twice.
        """
        feil = self.uleste
        si_funn(feil)
        if feil:
            filer, poster = self.register.oedelagte_filer, self.register.oedelagte_poster
            ordene = {"fil": ("fil", "filer"), "post": ("oppføring", "oppføringer")}
            if alle := opptalt({"fil": filer, "post": poster}, ordene):
                si(f"Ikke med i det som vises: {alle}.")
        doble = self._doble()
        si_funn(doble[:_VIST])
        if doble:
            flere = len(doble) - _VIST
            si(*[f"… og {flere} til. Se alle med «styring valider»."] * (flere > 0))
            si_tekst("Alt som har id-en, er med i det som vises, så noe kan være talt to ganger.")
        return bool(feil or doble)

    def _doble(self) -> tuple[Finding, ...]:
        from styring.register.idbruk import doble, doble_indikatorer

        if not doble(self.register) and not doble_indikatorer(self.register):
            return ()
        from styring.rules import ider, indikator
        from styring.rules.kjoering import funn

        regler = (ider.gitt_to_ganger, indikator.navngitt_to_ganger)
        return funn(self.register, self.dag, regler)


def i_dag() -> date:
    """The day it is where the user is."""
    return date.today()  # noqa: DTZ011 - the user's own day is the one meant


def omgivelse(ctx: typer.Context) -> Omgivelse:
    """The surroundings of the command that is being run."""
    rot: Any = ctx.find_root()
    if not isinstance(rot.obj, Omgivelse):
        rot.obj = Omgivelse()
    funnet: Omgivelse = rot.obj
    return funnet


def skjerm(stroem: TextIO) -> Skjerm:
    """What a stream leads to. NO_COLOR (no-color.org) and TERM=dumb take the colours away."""
    if not stroem.isatty():
        return Skjerm()
    farge = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Skjerm(max(40, shutil.get_terminal_size().columns), farge)


def sti(valget: str, tekst: str, hva: str) -> Path:
    """The path that is given. Raises WrongUse for none, which `Path` takes for where one stands."""
    if not tekst.strip():
        raise WrongUse(f"{valget}: navnet på en {hva} mangler")
    return Path(tekst)


def ut(tekst: str) -> None:
    """Writes the result."""
    sys.stdout.write(tekst)


def ut_tekst(tekst: str, innrykk: str = "") -> None:
    """Writes running text as part of the result, folded where a terminal ends."""
    ut("".join(f"{linje}\n" for linje in skjerm(sys.stdout).brutt(tekst, innrykk)))


def ut_bytes(innhold: bytes) -> None:
    """Writes the result as a format has it."""
    sys.stdout.flush()
    sys.stdout.buffer.write(innhold)


def si(*linjer: str) -> None:
    """Says something beside the result."""
    sys.stdout.flush()
    sys.stderr.write("".join(f"{linje}\n" for linje in linjer))


def si_tekst(tekst: str) -> None:
    """Says running text beside the result, folded where a terminal ends."""
    si(*skjerm(sys.stderr).brutt(tekst))


def si_feil(melding: str, *raad: str | None, funn: Iterable[Finding] = ()) -> None:
    """Says why something cannot be done, with the faults that are the reason, and the way out."""
    from styring.tegn import ufarlig

    si_funn(funn)
    si(f"Feil: {ufarlig(melding)}", *(ufarlig(linje) for linje in raad if linje))


def si_funn(funn: Iterable[Finding]) -> None:
    """Says what is wrong, when something is."""
    if funnene := list(funn):
        from styring.formats.format import skriv
        from styring.views.funn import Funn

        sys.stdout.flush()
        sys.stderr.flush()
        sys.stderr.buffer.write(skriv(Funn(tuple(funnene)), "tekst", skjerm(sys.stderr)).innhold)
        sys.stderr.flush()
