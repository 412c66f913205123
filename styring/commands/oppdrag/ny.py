"""`styring oppdrag ny`."""

from styring import tolk, verdi
from styring.cli import fullfoering, gitt, innfelt, valg
from styring.cli.feltendring import EGNE_VALG, Tidsangivelse
from styring.cli.omgivelse import Omgivelse
from styring.slag import OPPDRAG


def ny(
    om: Omgivelse,
    register: gitt.Register,
    *,
    tittel: str = gitt.argument("TITTEL", "Hva som skal gjøres."),
    sektor: str = gitt.valg(
        "KODE", "Sektoren det delegeres til.", fullfoering.gyldige_sektorer, "--sektor -s"
    ),
    beskrivelse: valg.Beskrivelse = None,
    delmaal: valg.Delmaal = None,
    delansvar: valg.Delansvar = None,
    tid: Tidsangivelse,
    kilde: valg.Kilde = None,
    resten: innfelt.Resten = innfelt.resten((OPPDRAG,), EGNE_VALG),
    aar: str | None = gitt.valg("ÅR", "Året det gis for. Ellers det nyeste som er der."),
) -> gitt.Handling:
    """Opprett et nytt oppdrag, med neste ledige nummer i sektoren."""
    from styring.actions.oppdrag import ny

    aaret = verdi.aarstall("--aar", aar)
    finnes = [fil.aar for fil in register.oppdragsfiler]
    felt = {
        "tittel": verdi.tekst("tittelen", tittel),
        "beskrivelse": verdi.tekst("--beskrivelse", beskrivelse),
        "delmaal": tolk.ider_til(tolk.delmaal, register, delmaal),
        "delansvar": tolk.ider_til(tolk.enhet_paa(om.dag), register, delansvar),
        **tid.felt(aaret or max(finnes, default=om.dag.year)),
        "kilde": verdi.tekst("--kilde", kilde),
        **resten.felt(register, om.dag),
    }
    return ny(
        register, tolk.entydig(register, tolk.sektor_paa(om.dag)(register, sektor)), felt, aaret
    )
