"""`styring vedtak endre`."""

from typing import Any

from styring import tolk, verdi
from styring.cli import fullfoering, gitt, innfelt, valg
from styring.cli.feltendring import (
    EGNE_VALG,
    Tidsangivelse,
    Vedtaksoppfoelging,
    Vedtatt,
    endre_felt,
)
from styring.cli.omgivelse import Omgivelse
from styring.errors import WrongUse
from styring.slag import VEDTAK


def endre(
    om: Omgivelse,
    register: gitt.Register,
    id_: valg.EnId,
    *,
    tittel: valg.Tittel = None,
    type_: str | None = gitt.valg(
        "TYPE", "Hva slags vedtak det er.", fullfoering.vedtakstyper, "--type"
    ),
    vedtatt: Vedtatt,
    tid: Tidsangivelse,
    oppfoelging: Vedtaksoppfoelging,
    tilbakemeldt: str | None = gitt.valg("DATO", "Dagen det ble meldt tilbake til organet."),
    tilbakemeldt_sak: str | None = gitt.valg("NR", "Saksnummeret det ble meldt tilbake i."),
    resten: innfelt.Resten = innfelt.resten((VEDTAK,), EGNE_VALG),
    fjern: valg.Fjern = None,
) -> gitt.Handling:
    """Endre felt i et vedtak, og før opp når det ble meldt tilbake."""
    from styring.actions.delegering import flytt
    from styring.actions.handling import samlet

    vedtak = tolk.vedtak(register, id_)
    svar = {
        "dato": verdi.dato("--tilbakemeldt", tilbakemeldt, om.dag.year),
        "saksnr": verdi.tekst("--tilbakemeldt-sak", tilbakemeldt_sak),
    }
    meldt = {navn: verdi for navn, verdi in svar.items() if verdi is not None}
    if meldt and "dato" not in meldt and vedtak.tilbakemelding is None:
        raad = "Gi dagen med --tilbakemeldt DATO."
        raise WrongUse("det står ikke når det ble meldt tilbake", raad)
    felt: dict[str, Any] = {
        "tittel": verdi.tekst("--tittel", tittel),
        "type": None if type_ is None else tolk.vedtakstype(register, type_),
        **vedtatt.felt(register, om.dag),
        **tid.felt(om.dag.year),
        **oppfoelging.felt(register, om.dag),
        "tilbakemelding": meldt or None,
        **resten.felt(register, om.dag),
    }
    endret = endre_felt(vedtak, felt, fjern)
    if oppfoelging.sektor is None or vedtak.sektor is None:
        return endret
    til = tolk.sektor(register, oppfoelging.sektor)
    return samlet((endret, flytt(register, vedtak, til, om.dag)))
