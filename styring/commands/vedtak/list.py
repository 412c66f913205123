"""`styring vedtak list`."""

from styring import tolk, verdi
from styring.cli import fullfoering, gitt, valg
from styring.cli.omgivelse import Omgivelse, si
from styring.slag import VEDTAK

VISER = "tabell"


def list_(
    om: Omgivelse,
    *,
    type_: list[str] | None = gitt.valg(
        "TYPE",
        "Bare vedtak av denne typen: verbal, interpellasjon … Kan gjentas.",
        fullfoering.vedtakstyper,
        "--type",
    ),
    organ: list[str] | None = gitt.valg(
        "ORGAN",
        "Bare det dette organet vedtok: «kommunestyret», «kultur». Kan gjentas.",
        fullfoering.organer,
    ),
    sak: list[str] | None = gitt.valg(
        "NR",
        "Bare vedtak i denne saken: 17/25, eller id-en til saken. Kan gjentas.",
        fullfoering.saker,
    ),
    aapne: bool = gitt.bryter("--aapne", "Bare dem der noe gjenstår, også det å melde tilbake."),
    ferdig_siden: str | None = gitt.valg("NÅR", "Bare dem som er blitt ferdige fra og med da."),
    eldre_enn: str | None = gitt.valg(
        "NÅR", "Bare dem som er vedtatt før da: «1 år», «6 måneder», 2024 eller 30.06.2024."
    ),
    filtre: valg.Vedtaksfilter,
    liste: valg.Liste,
) -> None:
    """List opp vedtakene."""
    from styring.stand.utvalg import Vedtaksutvalg
    from styring.views.vedtaksliste import oppsett

    register = om.kjent
    utvalg = filtre.utvalg(register, om.dag)
    siden = verdi.frist("--ferdig-siden", ferdig_siden, om.dag.year)
    valgt = Vedtaksutvalg(
        type=frozenset(tolk.vedtakstype(register, ord_) for ord_ in type_ or ()),
        organ=tolk.organer(register, organ),
        sak=tolk.saker(register, sak),
        aapne=aapne,
        ferdig_siden=siden.foerste_dag if siden else None,
        eldre_enn=verdi.foer("--eldre-enn", eldre_enn, om.dag),
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
