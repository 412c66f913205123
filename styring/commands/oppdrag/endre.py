"""`styring oppdrag endre`."""

from typing import Any

from styring import tolk, verdi
from styring.cli import fullfoering, gitt, valg
from styring.cli.feltendring import Tidsangivelse, endre_felt
from styring.cli.omgivelse import Omgivelse
from styring.stand import runder


def endre(
    om: Omgivelse,
    register: gitt.Register,
    *,
    id_: str = gitt.argument(
        "ID",
        "Et oppdrag eller en oppgave. Kan forkortes: «sos-1», «sos-1.2».",
        fullfoering.oppdrag_og_oppgaver,
    ),
    tittel: valg.Tittel = None,
    beskrivelse: valg.Beskrivelse = None,
    sektor: str | None = gitt.valg(
        "KODE", "Sektoren oppdraget er delegert til.", fullfoering.sektorer
    ),
    delansvar: valg.Delansvar = None,
    tid: Tidsangivelse,
    kilde: valg.Kilde = None,
    ansvarlig: valg.Ansvarlig = None,
    merknad: str | None = gitt.valg("TEKST", "En merknad til oppgaven."),
    fjern: valg.Fjern = None,
) -> gitt.Handling:
    """Endre felt i et oppdrag eller en oppgave."""
    post = tolk.oppdrag_eller_oppgave(register, id_)
    felt: dict[str, Any] = {
        "tittel": verdi.tekst("--tittel", tittel),
        "beskrivelse": verdi.tekst("--beskrivelse", beskrivelse),
        "sektor": tolk.id_til(tolk.sektor, register, sektor),
        "delansvar": tolk.ider_til(tolk.sektor, register, delansvar) or None,
        **tid.felt(runder.fristaar(register, post, om.dag)),
        "kilde": verdi.tekst("--kilde", kilde),
        "ansvarlig": tolk.id_til(tolk.mottaker(om.dag), register, ansvarlig),
        "merknad": verdi.tekst("--merknad", merknad),
        "delmaal": None,
        "status": None,
    }
    return endre_felt(post, felt, fjern)
