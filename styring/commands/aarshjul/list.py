"""`styring aarshjul list`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from styring import tolk, verdi
from styring.cli import fullfoering, gitt, valg
from styring.cli.omgivelse import Omgivelse, si
from styring.cli.utgivelse import utelatt
from styring.errors import WrongUse
from styring.slag import HENDELSE
from styring.tegn import ufarlig

if TYPE_CHECKING:
    from styring.stand.hendelser import Hendelsesutvalg

VISER = "tabell kalender"


def list_(
    om: Omgivelse,
    *,
    spor: list[str] | None = gitt.valg(
        "SPOR", "Bare dette sporet: administrativt eller politisk. Kan gjentas.", fullfoering.spor
    ),
    kategori: list[str] | None = gitt.valg(
        "KATEGORI", "Bare denne kategorien. Kan gjentas.", fullfoering.kategorier
    ),
    sektor: valg.Sektorer = None,
    sok: valg.Soek = None,
    fra: str | None = gitt.valg(
        "NÅR", "Bare det som varer til eller etter 30.06.2023, juni 2023, T2 …"
    ),
    til: str | None = gitt.valg("NÅR", "Bare det som begynner senest 30.06.2023, juni 2023, T2 …"),
    neste: str | None = gitt.valg(
        "ANTALL", "Bare så mange av dem som ikke er over i dag (eller på --dato)."
    ),
    uten_frister: bool = gitt.bryter("--uten-frister", "Bare hendelsene, når formatet er ics."),
    liste: valg.Liste,
) -> None:
    """List opp hendelsene i årshjulet etter når de er.

    Det som gjentas, står der hver gang: i året i dag (eller på --dato), eller i tiden du velger.

    Med «--format ics» blir det en kalenderfil som andre kalendere kan lese. Da er også fristene
    med: for oppdrag som ikke er avsluttet, og for rapporteringen. De er ikke med når du avgrenser
    til spor, kategori, en tekst eller de neste. Kalenderen er for alle: det som er unntatt
    offentlighet, er ikke med.

    Det som er lenger enn en måned, et kvartal for eksempel, står i kalenderen på den første dagen,
    med hele tiden i tittelen. En frist står på den siste dagen.
    """
    from styring.formats.format import form
    from styring.stand.hendelser import Hendelsesutvalg, valgt_aar
    from styring.views.hendelsesliste import oppsett

    register = om.kjent
    aaret = om.dag.year
    foerst, sist = verdi.frist("--fra", fra, aaret), verdi.frist("--til", til, aaret)
    if foerst and sist and sist.siste_dag < foerst.foerste_dag:
        raise WrongUse(f"--til {sist} er før --fra {foerst}", "Bytt om på dem.")
    utvalg = Hendelsesutvalg(
        spor=verdi.spor(spor),
        kategori=tolk.kategorier(register, kategori),
        sektor=tolk.sektorkoder(register, sektor),
        fra=foerst.foerste_dag if foerst else date.min,
        til=sist.siste_dag if sist else date.max,
        sok=tuple(sok or ()),
        neste=verdi.antall("--neste", neste),
    )
    if form(VISER, om.format_) == "kalender":
        _kalender(om, utvalg, med_frister=not uten_frister)
        return
    si_om_ingen_er(om)
    hendelser = utvalg.velg(register, om.dag)
    if not utvalg.er_avgrenset and any(hendelse.gjentas for hendelse in hendelser):
        aar = valgt_aar(register, om.dag)
        si(f"Det som gjentas, er vist for {aar}. Velg tiden med --fra og --til.")
    liste.vis(om, oppsett(register), hendelser, register.hendelser, "hendelser")


def _kalender(om: Omgivelse, utvalg: Hendelsesutvalg, *, med_frister: bool) -> None:
    """Shows the calendar, which is for all, and says what is not in it."""
    from styring.offentlig.doer import offentlig
    from styring.offentlig.sladding import UTELATT
    from styring.stand.hendelser import innhold
    from styring.views.kalender import kalender

    hendelser, oppdrag = innhold(om.kjent, utvalg, om.dag, med_frister=med_frister)
    visning = kalender(offentlig(om.kjent), utvalg, om.dag, med_frister=med_frister)
    si_om_ingen_er(om)
    if om.kjent.hendelser and not hendelser:
        si("Ingen hendelser passer med det du spurte etter.")
    steder = sum(tekst.count(UTELATT) for tekst in visning.tekster)
    si(*utelatt((*(en for en, _ in oppdrag), *(serie.hendelse for serie in hendelser)), steder))
    om.vis(visning)


def si_om_ingen_er(om: Omgivelse) -> None:
    """Says how a year's wheel is begun, where there is none, or nothing in it."""
    from styring.views.hendelsesliste import begynnelse

    if om.kjent.hendelser or om.kjent.feil_i(HENDELSE):
        return
    fil = ufarlig(str(om.mappe / "aarshjul.yaml"))
    si(f"Årshjulet er tomt. Begynn for eksempel slik, i {fil}:", "")
    si(*(f"    {linje}" for linje in begynnelse(om.dag.year).splitlines()))
