"""`styring valider`: every fault."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from styring.cli import fullfoering, gitt, valg
from styring.cli.endring import utfoer
from styring.cli.omgivelse import Omgivelse, si, sti
from styring.errors import WrongUse

if TYPE_CHECKING:
    from styring.finding import Finding
    from styring.register.innhold import Register


_FOR_ET_LAGER = ("github", "sarif")
"""The formats of those who know a repository, and not where the command was run."""

VISER = "funn"


def valider(
    om: Omgivelse,
    stier: list[str] | None = gitt.argument(
        "[MAPPE] [FIL]...",
        "Datamappen (ellers den nærmeste) og filene du vil se feil i (ellers alle).",
    ),
    siden: str | None = gitt.valg(
        "REVISJON",
        "Vis bare feil på linjer som er endret siden en git-revisjon, som «main».",
        fullfoering.revisjoner,
    ),
    streng: bool = gitt.bryter("--streng", "La også advarsler gi sluttstatus 1."),
    alle: bool = gitt.bryter("--alle", "Ta med merknader."),
    rett: bool = gitt.bryter("--rett", "Rett først det som har bare ett riktig svar."),
    diff: valg.Diff = False,
) -> None:
    """Finn alle feil i dataene, og se hvor de er og hva du kan gjøre.

    Gir sluttstatus 1 når det er feil, ellers 0. Advarsler teller med når du ber om --streng.
    Alt blir kontrollert også når du bare vil se noe av det; det som ikke vises, telles.

    Med --rett blir oppdelte bokstaver, doble mellomrom, tekst bak tegnet #, store og små bokstaver
    i henvisninger og manglende id på oppgaver rettet i én endring, og det som er igjen, vises
    etterpå.
    """
    from styring import git
    from styring.finding import TAK, Alvor, innenfor
    from styring.mappe import ENDELSER, finn
    from styring.register.lasting import last
    from styring.rules.endret import er_endret, fra_roten
    from styring.rules.kjoering import kjoer
    from styring.views.funn import Funn

    gitt = [sti("MAPPE", tekst, "mappe") for tekst in stier or ()]
    filer = [en for en in gitt if en.suffix.lower() in ENDELSER]
    mapper = [en for en in gitt if en not in filer]
    if len(mapper) > 1:
        raise WrongUse(f"to mapper: «{mapper[0]}» og «{mapper[1]}»", "Velg én datamappe.")
    if diff and not rett:
        raise WrongUse("--diff viser rettinger", "Skriv «styring valider --rett --diff».")
    if rett and (filer or siden is not None):
        raise WrongUse("--rett gjelder alle filene", "Bruk --rett uten filer og uten --siden.")
    if rett and om.format_ not in (None, "tekst"):
        raise WrongUse("det som rettes, vises bare som tekst", "Bruk --rett uten --format.")
    if mapper:
        om.mappe = finn(mapper[0], Path.cwd(), kilde="MAPPE")
    if rett:
        from styring.change.retting import rett as rettinger

        utfoer(om, lambda register: rettinger(register, om.dag), diff=diff, retter=True)
        if diff:
            return
    if om.format_ is None and os.environ.get("GITHUB_ACTIONS") == "true" and not rett:
        om.format_ = "github"

    register = last(om.mappe, skadde=True)
    navn = _navn(register, filer)
    linjer = git.endrede_linjer(om.mappe, siden) if siden is not None else {}
    funn = kjoer(register, om.dag)
    if not alle:
        funn = tuple(funnet for funnet in funn if funnet.alvor is not Alvor.MERKNAD)
    if filer:
        funn = _bare(funn, lambda funnet: funnet.sted.fil in navn, "i andre filer")
    if siden is not None:
        hvor = "på linjer som ikke er endret"
        funn = _bare(funn, lambda funnet: er_endret(register, funnet, linjer), hvor)
    alvor = {funnet.alvor for funnet in funn}
    if om.format_ in _FOR_ET_LAGER and (rot := git.rot(om.mappe)):
        funn = tuple(fra_roten(funnet, rot) for funnet in funn)
    om.skriv(Funn(funn))
    if rest := sum(funnet.antall for funnet in funn) - len(innenfor(funn)):
        si(f"Ikke vist: {rest} til. Høyst {TAK} av hver alvorlighetsgrad vises fra hver fil.")
    if Alvor.FEIL in alvor or (streng and Alvor.ADVARSEL in alvor):
        raise typer.Exit(1)


def _navn(register: Register, filer: Iterable[Path]) -> set[str]:
    """What some data files are called in findings. Raises WrongUse for one that is no data file."""
    from styring.mappe import kjent_som
    from styring.mente import mente

    kjente = {_ett_navn(fil.sti): fil.kilde.name for fil in register.filer}
    navn = set()
    for fil in filer:
        if (sti := _ett_navn(fil)) not in kjente:
            raad = mente(str(fil), kjente.values(), "Datafilene er")
            melding = f"«{fil}» er ikke en datafil i «{kjent_som(register.mappe)}»"
            raise WrongUse(melding, raad, "Velg en annen datamappe med --data.")
        navn.add(kjente[sti])
    return navn


def _ett_navn(sti: Path) -> str:
    """What a file is known by, through links and in whichever form of Unicode."""
    return unicodedata.normalize("NFC", os.path.realpath(sti))


def _bare(
    funn: Iterable[Finding], er_med: Callable[[Finding], bool], hvor: str
) -> tuple[Finding, ...]:
    """The findings that are to be shown. Says how many are not."""
    from styring.formats.tekst import opptelling

    funn = tuple(funn)
    vist = tuple(filter(er_med, funn))
    if skjult := [funnet for funnet in funn if not er_med(funnet)]:
        si(f"Ikke vist: {opptelling(skjult)} {hvor}.")
    return vist
