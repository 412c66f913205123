"""`styring roedtraad`: the thread from the vision to the reports, its gaps, its matrix."""

from styring import tolk
from styring.cli import fullfoering, gitt, valg
from styring.cli.omgivelse import Omgivelse, si
from styring.errors import WrongUse

VISER = "tre tabell"


def roedtraad(
    om: Omgivelse,
    ider: list[str] | None = gitt.argument(
        "[ID...]",
        "Et mål, oppdrag, vedtak eller en oppgave. Ellers hele tråden.",
        fullfoering.i_traaden,
    ),
    hull: bool = gitt.bryter("--hull", "List opp hullene, og hva de kan rettes med."),
    matrise: bool = gitt.bryter(
        "--matrise", "Vis hvor mange oppdrag hver sektor har for hvert delmål."
    ),
    sektor: valg.Sektorer = None,
) -> None:
    """Følg den røde tråden fra visjonen gjennom målene til oppdrag, oppgaver og siste rapport.

    Med en id ser du veien opp til visjonen og alt som er under. Et oppdrag som bidrar til flere
    delmål, står under hvert av dem, med «også for» de andre. Vedtak står under oppdragene de
    følges opp gjennom, og over dem når du spør etter vedtaket.

    Hullene er delmål uten oppdrag, sektorer med ansvar, men uten oppdrag for delmålet, oppdrag uten
    delmål, vedtak uten oppfølging, og oppgaver med senere frist enn oppdraget. Oppdrag som utgår,
    regnes ikke med, verken her eller i matrisen. En sektor med delansvar bidrar også til målet.
    Bare hullene og matrisen kan bli csv og markdown.
    I matrisen teller et oppdrag hos hver sektor som har det eller deler det, og én gang i summen.
    """
    if hull and matrise:
        raise WrongUse("--hull og --matrise kan ikke brukes sammen", "Velg en av dem.")
    if ider and (hull or matrise):
        valget = "--hull" if hull else "--matrise"
        raad = "Ta bort id-en. Med --sektor avgrenser du til en sektor."
        raise WrongUse(f"{valget} gjelder hele tråden, ikke én id", raad)
    register, koder = om.kjent, tolk.sektorkoder(om.kjent, sektor)
    if hull:
        from styring.stand.hull import hullene
        from styring.views.hulliste import oppsummering, tabell

        alle = tuple(hullene(register, om.dag, koder))
        if alle or not om.uleste:
            si(oppsummering(alle) if alle else "Det er ingen hull i den røde tråden.")
        om.vis(tabell(alle))
    elif matrise:
        from styring.stand.matrise import matrise as matrisen
        from styring.views import maalmatrise
        from styring.views.visning import Savnet

        tabellen = maalmatrise.tabell(matrisen(register, koder))
        er_merket = any(isinstance(verdi, Savnet) for rad in tabellen.rader for verdi in rad)
        if er_merket and om.er_vanlig("markdown"):
            si("! = har ansvar for delmålet, men ingen oppdrag.")
        om.vis(tabellen)
    else:
        from styring.views.roedtraad import tre

        poster = tolk.flere(tolk.i_traaden, register, ider or ())
        treet = tre(register, om.dag, poster, koder)
        if not treet.grener:
            si("Ingenting i tråden passer med det du spurte etter.")
        om.vis(treet)
