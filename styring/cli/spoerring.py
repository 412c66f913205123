"""Asks its way through what lacks a report, one oppdrag, vedtak or oppgave after the other."""

from __future__ import annotations

from styring.cli.omgivelse import Omgivelse, si, ut
from styring.cli.samtale import Samtale, brutt
from styring.model.fulgt import Fulgt
from styring.register.innhold import Register
from styring.register.lasting import last
from styring.stand.mangler import Utestaaende

_HVORDAN = (
    "Svarene om hvert oppdrag lagres når du har svart på det siste spørsmålet. Enter hopper over, "
    "«tilbake» går ett spørsmål tilbake, og Ctrl-C avslutter uten å lagre det du er midt i."
)


def spoer(om: Omgivelse, utvalg: Utestaaende, av: str | None) -> None:
    """Asks about all that lacks a report. Whoever stops halfway goes on from there next time."""
    spurt: set[str] = set()
    periode = utvalg.runde(om.register, om.dag)
    register, mangler = _mangler(om, utvalg)
    if not mangler:
        ut("Ingenting mangler rapport.\n")
        return
    ut("".join(f"{linje}\n" for linje in brutt(_HVORDAN)))
    try:
        while igjen := [post for post in mangler if post.id not in spurt]:
            ut(f"\n{len(igjen)} igjen\n")
            Samtale(om, register, igjen[0], periode, av).foer()
            spurt.add(igjen[0].id)
            register, mangler = _mangler(om, utvalg)
    except (KeyboardInterrupt, EOFError) as slutt:
        ut("\n")
        _, mangler = _mangler(om, utvalg)
        if isinstance(slutt, KeyboardInterrupt):
            si(*brutt(_gjenstaar(mangler)))
            raise
    ut("".join(f"{linje}\n" for linje in ["", *brutt(_gjenstaar(mangler))]))


def _gjenstaar(mangler: list[Fulgt]) -> str:
    if not mangler:
        return "Ingenting mangler rapport lenger."
    return f"{len(mangler)} mangler fortsatt rapport. Kjør kommandoen igjen for å fortsette."


def _mangler(om: Omgivelse, utvalg: Utestaaende) -> tuple[Register, list[Fulgt]]:
    """The data as they are now, also by what others have reported, and what lacks a report."""
    register = last(om.mappe)
    return register, list(utvalg.velg(register, om.dag))
