"""What classes of records and their fields are, and which kinds the fields hold ids of."""

from typing import Any

from styring.model.feltord import FELT, POSTER, Feltord
from styring.slag import BESKREVET, SLAG, Filslag, Slag


def hva(klasse: str) -> str:
    """What records of a class are, in bokmål. Raises KeyError when it is not said."""
    beskrevet = BESKREVET.get(klasse)
    return beskrevet.hva if beskrevet else POSTER[klasse]


def feltord(klasse: str, navn: str) -> Feltord:
    """What a field of a class of records is. Raises KeyError when it is not said."""
    beskrevet = BESKREVET.get(klasse)
    egne = beskrevet.felt if beskrevet else {}
    if ord_ := egne.get(navn) or FELT.get(f"{klasse}.{navn}") or FELT.get(navn):
        return ord_
    listene = beskrevet.slag if isinstance(beskrevet, Filslag) else ()
    flere = {slag.liste: slag.flere for slag in listene}
    return Feltord(flere[navn].capitalize(), hva(klasse))


def viser_til(klasse: str, navn: str) -> tuple[Slag[Any], ...]:
    """The kinds of records that a field of a class holds ids of; none when it holds no ids."""
    til = feltord(klasse, navn).viser_til
    return tuple(slag for slag in SLAG if slag.navn in til)
