"""New vedtak."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from styring.actions import poster
from styring.actions.handling import Handling
from styring.register.idbruk import neste_nummer
from styring.register.innhold import Register
from styring.slag import SAK, VEDTAK


def vedtaksaar(register: Register, gjort: Mapping[str, Any], dag: date) -> int:
    """The year that a new vedtak is numbered in: that it is made in, else that of `dag`."""
    sak = register.etter_id(SAK).get((gjort["sak"] or "").lower())
    saker = (sak, *register.sakene(sak)) if sak else ()
    siste = (gjort["behandlinger"] or [{}])[-1]
    dagene: list[date | None] = [siste.get("dato"), gjort["dato"], *(en.dato for en in saker)]
    return next(filter(None, dagene), dag).year


def ny(register: Register, aar: int, felt: Mapping[str, Any]) -> Handling:
    """A new vedtak with the next number of a year, last in the last file with some."""
    stamme = f"V-{aar}-"
    opptatt = {*register.etter_id(VEDTAK), *register.kjente_id(VEDTAK)}
    id_ = f"{stamme}{neste_nummer(opptatt, stamme):02}"
    return poster.ny(register, VEDTAK, {**felt, "id": id_})
