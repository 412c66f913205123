"""How the vedtak stand at the end of a time: which are new, which were done in it, which are left.

And how they are divided: by who made them, or by the year that they were made in.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from styring import alfabet
from styring.model.fastord import Fastord
from styring.model.vedtak import Oppfulgt, Vedtak
from styring.register.innhold import Register
from styring.stand import stand
from styring.stand.fullfoert import er_utgaatt, ferdigdag


class Vedtaksinndeling(Fastord):
    """What the report of vedtak has a chapter for each of."""

    ORGAN = "organ"
    AAR = "aar"


class Vedtaksstand(NamedTuple):
    """Some vedtak, in their order, by how they stand."""

    nye: tuple[Vedtak, ...]
    """Those made in the time."""
    gjenstaar: tuple[Vedtak, ...]
    """Those that more is to be done with, or that are to be answered."""
    ferdige: tuple[Vedtak, ...]
    """Those that were done in the time."""
    utgaatte: tuple[Vedtak, ...]
    """Those that were dropped in it."""
    ferdige_foer: tuple[Vedtak, ...]
    utgaatte_foer: tuple[Vedtak, ...]
    uten_oppfoelging: tuple[Vedtak, ...]
    """Those made in the time that need no follow-up; they are in none of the others."""

    @property
    def vises(self) -> dict[Vedtak, str]:
        """Those that are told of, and what for: `gjenstaar`, `ferdige` or `utgaatte`."""
        hva = ("gjenstaar", "ferdige", "utgaatte")
        return {vedtak: navn for navn in hva for vedtak in getattr(self, navn)}

    def eldste(self, register: Register) -> tuple[Vedtak, date] | None:
        """The oldest that is left, and its day; None when no day is known."""
        daterte = ((vedtak, register.vedtatt(vedtak).dato) for vedtak in self.gjenstaar)
        med_dag = [(vedtak, dato) for vedtak, dato in daterte if dato]
        return min(med_dag, key=lambda par: par[1], default=None)


def vedtaksstand(register: Register, alle: Iterable[Vedtak], siden: date) -> Vedtaksstand:
    """How some vedtak stand in a register that tells of a day; the time is that after `siden`."""
    grupper: dict[str, list[Vedtak]] = {navn: [] for navn in Vedtaksstand._fields}
    for vedtak in alle:
        dato = register.vedtatt(vedtak).dato
        er_ny = dato is not None and dato > siden
        if vedtak.trenger_ingen:
            if er_ny:
                grupper["uten_oppfoelging"].append(vedtak)
            continue
        if er_ny:
            grupper["nye"].append(vedtak)
        ferdig = ferdigdag(register, vedtak)
        if ferdig is None:
            grupper["gjenstaar"].append(vedtak)
        else:
            hva = "utgaatte" if er_utgaatt(register, vedtak) else "ferdige"
            grupper[hva if ferdig > siden else f"{hva}_foer"].append(vedtak)
    return Vedtaksstand(**{navn: tuple(poster) for navn, poster in grupper.items()})


def inndelt(
    register: Register, alle: Iterable[Vedtak], etter: Vedtaksinndeling
) -> dict[str, list[Vedtak]]:
    """Vedtak by who made them, or by the year; what that is not known of is last, by no name."""
    grupper: dict[str, list[Vedtak]] = {}
    for vedtak in alle:
        organ, dato, _ = register.vedtatt(vedtak)
        aar = str(dato.year) if dato else ""
        navn = (organ or "") if etter is Vedtaksinndeling.ORGAN else aar
        grupper.setdefault(navn, []).append(vedtak)
    return dict(sorted(grupper.items(), key=lambda par: (not par[0], alfabet.noekkel(par[0]))))


def gjentar_seg(register: Register, post: Oppfulgt) -> bool:
    """The newest report says the same as the one before."""
    nyeste = stand.nyeste_foerst(register, post)[:2]
    return len(nyeste) > 1 and stand.gjentar(*nyeste)


def uten_ventet(register: Register, post: Oppfulgt) -> bool:
    """The newest report should say when it is awaited done, and does not."""
    rapport = stand.siste_rapport(register, post)
    return rapport is not None and stand.sier_ikke_naar(post, rapport)
