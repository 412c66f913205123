"""`styring aarshjul vis`."""

from styring import verdi
from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import Omgivelse, si
from styring.commands.aarshjul.list import si_om_ingen_er
from styring.mente import ramse

VISER = "hjul"


def vis(
    om: Omgivelse,
    aar: str | None = gitt.valg(
        "ÅÅÅÅ",
        "Året. Ellers året i dag (eller --dato), ellers det nyeste som har hendelser.",
        fullfoering.aar,
    ),
) -> None:
    """Vis årshjulet: månedene i et år, med det administrative og det politiske sporet.

    Det som varer over flere måneder, har en strek langs dem. Måneden i dag er merket.
    """
    from styring.stand.hendelser import hendelsesaarene, valgt_aar
    from styring.views.hjul import hjul

    aaret = verdi.aarstall("--aar", aar) or valgt_aar(om.kjent, om.dag)
    hjulet = hjul(om.kjent, aaret, om.dag)
    si_om_ingen_er(om)
    if om.kjent.hendelser and not any(band.innslag for band in hjulet.spor):
        finnes = ramse(map(str, hendelsesaarene(om.kjent)))
        si(f"Ingen hendelser i {aaret}. Årshjulet har hendelser i {finnes}.")
    om.vis(hjulet)
