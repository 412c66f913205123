"""`styring oppdrag endre`."""

from typing import Any

from styring import tolk, verdi
from styring.cli import fullfoering, gitt, innfelt, valg
from styring.cli.feltendring import EGNE_VALG, Tidsangivelse, endre_felt
from styring.cli.omgivelse import Omgivelse
from styring.slag import OPPDRAG, OPPGAVE
from styring.stand import runder


def endre(
    om: Omgivelse,
    register: gitt.Register,
    *,
    ider: list[str] = gitt.argument(
        "ID...",
        "Oppdrag eller oppgaver, ett eller flere. Kan forkortes: «sos-1», «sos-1.2».",
        fullfoering.oppdrag_og_oppgaver,
    ),
    tittel: valg.Tittel = None,
    beskrivelse: valg.Beskrivelse = None,
    sektor: str | None = gitt.valg(
        "KODE", "Sektoren oppdraget er delegert til.", fullfoering.gyldige_sektorer
    ),
    delansvar: valg.Delansvar = None,
    tid: Tidsangivelse,
    kilde: valg.Kilde = None,
    ansvarlig: valg.Ansvarlig = None,
    merknad: str | None = gitt.valg("TEKST", "En merknad til oppgaven."),
    resten: innfelt.Resten = innfelt.resten((OPPDRAG, OPPGAVE), EGNE_VALG),
    fjern: valg.Fjern = None,
) -> gitt.Handling:
    """Endre felt i oppdrag eller oppgaver.

    Et oppdrag som noen har fått, går over til direktøren for den nye sektoren når det får --sektor.
    """
    from styring.actions.delegering import flytt
    from styring.actions.handling import samlet

    ny = (
        None
        if sektor is None
        else tolk.entydig(register, tolk.sektor_paa(om.dag)(register, sektor))
    )
    felles: dict[str, Any] = {
        "tittel": verdi.tekst("--tittel", tittel),
        "beskrivelse": verdi.tekst("--beskrivelse", beskrivelse),
        "sektor": ny and ny.kode,
        "delansvar": tolk.ider_til(tolk.enhet_paa(om.dag), register, delansvar) or None,
        **dict.fromkeys(("fra", "frist", "loepende")),  # which may be of other years for each
        "kilde": verdi.tekst("--kilde", kilde),
        "ansvarlig": tolk.id_til(tolk.mottaker(om.dag), register, ansvarlig),
        "merknad": verdi.tekst("--merknad", merknad),
        **resten.felt(register, om.dag),
        "delmaal": None,
        "status": None,
    }
    handlinger = []
    for post in tolk.flere(tolk.oppdrag_eller_oppgave, register, ider):
        tiden = tid.felt(runder.fristaar(register, post, om.dag))
        handlinger.append(endre_felt(post, {**felles, **tiden}, fjern))
        if ny is not None:
            handlinger.append(flytt(register, post.hele, ny, om.dag))
    return samlet(handlinger)
