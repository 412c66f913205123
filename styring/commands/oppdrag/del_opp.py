"""`styring oppdrag del-opp`."""

from typing import Any

from styring import tolk, verdi
from styring.cli import gitt, valg
from styring.cli.feltendring import Tidsangivelse
from styring.cli.omgivelse import Omgivelse
from styring.slag import Slag
from styring.stand import runder


def del_opp(
    om: Omgivelse,
    register: gitt.Register,
    *,
    slag: Slag[Any],
    id_: valg.EnId,
    titler: list[str] = gitt.argument("TITTEL...", "En oppgave for hver tittel."),
    ansvarlig: valg.Ansvarlig = None,
    tid: Tidsangivelse,
) -> gitt.Handling:
    """Del opp et oppdrag eller vedtak i oppgaver."""
    from styring.actions.oppdrag import del_opp

    post = tolk.av(slag)(register, id_)
    felt = {
        "ansvarlig": tolk.id_til(tolk.mottaker(om.dag), register, ansvarlig),
        **tid.felt(runder.fristaar(register, post, om.dag)),
    }
    return del_opp(post, [verdi.tekst("tittelen", tittel) or "" for tittel in titler], felt)
