"""`styring valider`: every fault."""

import os
from pathlib import Path

import typer

from styring.cli import fullfoering, gitt, valg
from styring.cli.endring import utfoer
from styring.cli.omgivelse import Omgivelse, si, sti
from styring.errors import WrongUse

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
    from styring.formats.format import velg
    from styring.formats.tekst import opptelling
    from styring.mappe import ENDELSER, finn
    from styring.register.lasting import last
    from styring.rules.funnutvalg import Funnutvalg, datafiler, fra_roten
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
    ellers = "github" if os.environ.get("GITHUB_ACTIONS") == "true" and not rett else None
    register = last(om.mappe, skadde=True)
    navn = datafiler(register, filer)
    linjer = None if siden is None else git.endrede_linjer(om.mappe, siden)
    funn, andre = Funnutvalg(alle, navn, linjer).delt(register, kjoer(register, om.dag))
    for hvor, skjult in andre.items():
        if skjult:
            si(f"Ikke vist: {opptelling(skjult)} {hvor}.")
    alvor = {funnet.alvor for funnet in funn}
    if velg(VISER, om.format_ or ellers).for_lager and (rot := git.rot(om.mappe)):
        funn = tuple(fra_roten(funnet, rot) for funnet in funn)
    om.skriv(Funn(funn), ellers)
    if rest := sum(funnet.antall for funnet in funn) - len(innenfor(funn)):
        si(f"Ikke vist: {rest} til. Høyst {TAK} av hver alvorlighetsgrad vises fra hver fil.")
    if Alvor.FEIL in alvor or (streng and Alvor.ADVARSEL in alvor):
        raise typer.Exit(1)
