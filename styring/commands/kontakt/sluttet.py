"""`styring kontakt sluttet`."""

from styring import tolk
from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import Omgivelse


def sluttet(
    om: Omgivelse,
    register: gitt.Register,
    id_: str = gitt.argument("ID", "Hvem som slutter.", fullfoering.kontakter),
) -> gitt.Handling:
    """Før opp at noen har sluttet, og se hva de fortsatt har.

    Den siste dagen er dagen i dag, eller den du gir med --dato. Etter den kan de ikke få noe nytt.
    """
    from styring.actions.delegering import sluttet

    return sluttet(register, tolk.entydig(register, tolk.kontakt(register, id_)), om.dag)
