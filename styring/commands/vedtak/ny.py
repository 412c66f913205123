"""`styring vedtak ny`."""

from styring import tolk, verdi
from styring.cli import fullfoering, gitt, innfelt
from styring.cli.feltendring import EGNE_VALG, Tidsangivelse, Vedtaksoppfoelging, Vedtatt
from styring.cli.omgivelse import Omgivelse
from styring.slag import VEDTAK


def ny(
    om: Omgivelse,
    register: gitt.Register,
    *,
    tittel: str = gitt.argument("TITTEL", "Hva vedtaket gjelder."),
    type_: str = gitt.valg(
        "TYPE",
        "Hva slags vedtak: politisk, verbal, interpellasjon …",
        fullfoering.vedtakstyper,
        "--type",
    ),
    vedtatt: Vedtatt,
    oppdrag: list[str] | None = gitt.valg(
        "ID", "Et oppdrag som følger det opp. Kan gjentas.", fullfoering.oppdrag
    ),
    tid: Tidsangivelse,
    oppfoelging: Vedtaksoppfoelging,
    resten: innfelt.Resten = innfelt.resten((VEDTAK,), EGNE_VALG),
) -> gitt.Handling:
    """Opprett et vedtak, med neste ledige nummer i året."""
    from styring.actions.vedtak import ny, vedtaksaar

    gjort = vedtatt.felt(register, om.dag)
    aar = vedtaksaar(register, gjort, om.dag)
    felt = {
        "tittel": verdi.tekst("tittelen", tittel),
        "type": tolk.vedtakstype(register, type_),
        **gjort,
        "oppdrag": tolk.ider_til(tolk.oppdrag, register, oppdrag),
        **tid.felt(aar),
        **oppfoelging.felt(register, om.dag),
        **resten.felt(register, om.dag),
    }
    return ny(register, aar, felt)
