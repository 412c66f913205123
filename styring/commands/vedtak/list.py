"""`styring vedtak list`."""

from styring import tolk, verdi
from styring.cli import fullfoering, gitt, valg
from styring.cli.omgivelse import Omgivelse, si
from styring.slag import VEDTAK

VISER = "tabell"


def list_(
    om: Omgivelse,
    *,
    type_: str | None = gitt.valg(
        "TYPE",
        "Bare politiske vedtak (politisk), eller bare verbalvedtak (verbal).",
        fullfoering.vedtakstyper,
        "--type",
    ),
    organ: list[str] | None = gitt.valg(
        "ORGAN",
        "Bare det dette organet vedtok: «kommunestyret», «kultur». Kan gjentas.",
        fullfoering.organer,
    ),
    sak: list[str] | None = gitt.valg("NR", "Bare vedtak i denne saken: 17/25. Kan gjentas."),
    aapne: bool = gitt.bryter("--aapne", "Bare dem der noe gjenstår, også det å melde tilbake."),
    filtre: valg.Vedtaksfilter,
    liste: valg.Liste,
) -> None:
    """List opp vedtakene."""
    from styring.stand.utvalg import Vedtaksutvalg
    from styring.views.vedtaksliste import oppsett

    register = om.kjent
    utvalg = filtre.utvalg(register, om.dag)
    valgt = Vedtaksutvalg(
        type=None if type_ is None else verdi.vedtakstype(type_),
        organ=tolk.organer(register, organ),
        saksnr=tolk.saker(register, sak),
        aapne=aapne,
    )
    vedtak = valgt.velg(register, utvalg.velg(register, register.vedtak, om.dag))
    if filtre.uten_rapport and om.er_vanlig():
        om.si_runden()
    si_om_ingen_er(om)
    liste.vis(om, oppsett(register, om.dag), vedtak, register.vedtak, "vedtak")


def si_om_ingen_er(om: Omgivelse) -> None:
    """Says how the first vedtak is made, when there are none."""
    if not om.kjent.vedtak and om.kjent.er_lest(VEDTAK):
        si("Det er ingen vedtak her ennå. Opprett det første med «styring vedtak ny».")
