"""`styring status`: the overview."""

from styring import tidstolk, tolk, verdi
from styring.cli import fullfoering, gitt, valg
from styring.cli.omgivelse import Omgivelse, si, si_tekst
from styring.errors import WrongUse
from styring.stand import runder

VISER = "tabell bunke"


def status(
    om: Omgivelse,
    sektor: valg.Sektorer = None,
    aar: valg.BareAar = None,
    etter: str | None = gitt.valg(
        "INNDELING",
        "Hva hver linje gjelder: sektor, satsingsområde eller ansvarlig.",
        fullfoering.inndelinger,
    ),
    siden: str | None = gitt.valg(
        "PERIODE",
        "Vis i stedet oppdrag og vedtak som er endret siden en periode: 2023-T1, eller bare T1.",
        fullfoering.tidligere_perioder,
    ),
    hvorfor: bool = gitt.bryter(
        "--hvorfor", "Vis oppdragene bak hvert tall, og hva tallet bygger på."
    ),
) -> None:
    """Vis oversikten over oppdragene: en sektor på hver linje, og summen.

    For den som bare følger opp vedtak, er det oversikten over dem.

    Forfalt er det som har passert fristen uten å være ferdig. Forsinket er det som ventes ferdig
    etter fristen. Er det både oppdrag og vedtak, står vedtakene på en linje for seg. Med «oppdater»
    rapporterer du hvordan det står.
    """
    from styring.cli.omtekst import om_vedtakene
    from styring.stand.inndeling import Etter
    from styring.stand.telling import tell_opp, tellbare
    from styring.views.oversikt import oversikt

    koder = tolk.sektorkoder(om.kjent, sektor)
    if siden is not None:
        if hvorfor or etter is not None or aar is not None:
            andre = "«--hvorfor», «--etter» eller «--aar»"
            raad = "«--siden» viser endringer, de andre gjelder tallene i oversikten."
            raise WrongUse(f"«--siden» kan ikke stå sammen med {andre}", raad)
        _vis_endringer(om, koder, siden)
        return
    aaret = tidstolk.oppdragsaar(om.kjent, aar, om.dag) if aar is not None else None
    hva = tellbare(om.kjent, koder, aaret)
    inndeling = verdi.ordet(etter or "sektor", Etter, "inndeling", "Oversikten kan deles inn etter")
    opptelling = tell_opp(om.kjent, hva, om.dag, inndeling)
    if not opptelling.rader and om.kjent.oppfulgte:
        si(f"Ingen {hva.hva} passer med det du spurte etter.")
    if opptelling.rader and om.er_vanlig():
        om.si_runden()
        if linje := om_vedtakene(om.kjent, hva, koder, om.dag):
            si_tekst(linje)
        finnes = runder.oppdragsaarene(om.kjent)
        if aaret is None and hva.hva == "oppdrag" and len(finnes) > 1:
            si(f"Oppdragene er for {finnes[0]}–{finnes[-1]}. Velg ett år med --aar.")
    if opptelling.overlapper:
        flere = {Etter.VIRKSOMHET: "flere virksomheter er med på, er regnet med i hver av dem"}
        ellers = "bidrar til flere satsingsområder, er regnet med i hvert av dem"
        si_tekst(f"Et oppdrag som {flere.get(inndeling, ellers)}, men bare én gang i summen.")
    if hvorfor:
        from styring.formats.format import form
        from styring.views import hvorfor as begrunnet

        er_bunke = form("bunke tabell", om.format_) == "bunke"
        begrunnelse = begrunnet.bunke if er_bunke else begrunnet.tabell
        om.vis(begrunnelse(om.kjent, opptelling, om.dag))
    else:
        om.vis(oversikt(opptelling))


def _vis_endringer(om: Omgivelse, koder: frozenset[str], siden: str) -> None:
    from styring.stand.utvikling import oppsummering, utvikling
    from styring.views.endringsliste import oppsett

    register = om.kjent
    periode = tidstolk.tidligere_periode(register, siden, om.dag)
    poster = [post for post in register.oppfulgte if not koder or post.sektor in koder]
    endringer = utvikling(register, poster, periode, om.dag)
    if endringer:
        er_endret = f"{len(endringer)} av {len(poster)} er endret siden {periode}"
        si_tekst(f"{er_endret}: {oppsummering(endringer)}.")
    else:
        si(f"Ingenting er endret siden {periode}.")
    om.vis(oppsett(register, om.dag).tabell(endringer))
