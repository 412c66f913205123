"""How a command changes the data: through the door, with what was done and how to undo it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from styring.cli.omgivelse import Omgivelse, si, si_funn, skjerm, ut, ut_bytes
from styring.tegn import ufarlig

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.change.commit import Door
    from styring.change.plan import Plan
    from styring.change.proposal import Proposal
    from styring.change.recovery import Recovered
    from styring.journal.innfoersel import Innfoersel
    from styring.register.innhold import Register

T = TypeVar("T")

ANGRE = "Angre med «styring angre»."


def utfoer(
    om: Omgivelse,
    handling: Callable[[Register], Handling],
    *,
    diff: bool = False,
    retter: bool = False,
) -> None:
    """Does what the function asks for, and says so; or only shows it, with `diff`.

    The function gets the data as nobody else can change them meanwhile. With `retter` it mends
    faults: what is not broken of a broken record is there too, and it may be undone though they
    come back. Raises StyringError when the change cannot be made; then nothing is changed.
    """
    from styring.change.proposal import proposed

    def foreslaatt(register: Register) -> Proposal[Handling]:
        return proposed(register, handling(register), om.dag, retter=retter)

    utfoer_forslag(om, foreslaatt, diff=diff, skadde=retter)


def utfoer_forslag(
    om: Omgivelse,
    lag: Callable[[Register], Proposal[Handling]],
    *,
    diff: bool = False,
    skadde: bool = False,
) -> None:
    """Does what the function proposes, and says so; or only shows it, with `diff`."""
    forslag = gjennomfoer(om, lag, diff=diff, skadde=skadde)
    if not diff:
        ut("".join(f"{ufarlig(linje)}\n" for linje in forslag.of.sagt))
        if forslag.plan.files:
            ut(f"{ANGRE}\n")
    si_funn(forslag.plan.findings)


def gjennomfoer(
    om: Omgivelse,
    lag: Callable[[Register], Proposal[T]],
    *,
    diff: bool = False,
    skadde: bool = False,
) -> Proposal[T]:
    """Makes the change that the function proposes, and says nothing of it; or shows it as a diff.

    With `skadde`, the function gets what is not broken of a broken record too. Raises StyringError
    when the change would bring faults or cannot be made; then nothing is changed.
    """
    from styring.register.lasting import last

    if diff:
        forslag = lag(last(om.mappe, skadde=True) if skadde else om.register)
        forslag.plan.check()
        _vis_diff(forslag.plan)
        return forslag
    with _doeren(om) as door:
        forslag = lag(last(om.mappe, skadde=skadde))
        if forslag.plan.files:
            door.commit(forslag.plan, _innfoersel(forslag))
    return forslag


@contextmanager
def _doeren(om: Omgivelse) -> Iterator[Door]:
    """The door to the data, and what is to be said before the first change through it."""
    from styring.change.commit import open_door

    with open_door(om.mappe) as door:
        _si_avbrutt(door.recovered)
        if om.er_funnet_oppover and not om.hvor_er_sagt:
            om.hvor_er_sagt = True
            hvem = om.register.kommune.navn or "kommunen"
            si(f"Endrer i {ufarlig(f'{hvem} ({om.mappe})')}.")
        yield door


def _innfoersel(forslag: Proposal[T]) -> Innfoersel:
    """The command that runs, as the journal has it."""
    from styring.journal.innfoersel import Innfoersel

    naa = datetime.now().astimezone().isoformat(timespec="seconds")
    _, _, ider, felt, angrer, retter = forslag
    return Innfoersel(0, naa, tuple(sys.argv[1:]), ider, felt, angrer=angrer, retter=retter)


def _vis_diff(planen: Plan) -> None:
    from styring.formats.diff import diff

    filer = [(f.old.kilde.name, f.old.kilde.text, f.new.kilde.text) for f in planen.files]
    ut_bytes(diff(filer, skjerm(sys.stdout)))
    if not filer:
        si("Det er ingenting å endre.")


def _si_avbrutt(funnet: Recovered | None) -> None:
    """Says what was done about a change that had been broken off."""
    if funnet is None:
        return
    from styring.views.logg import kommando

    avbrutt = ufarlig(kommando(funnet.innfoersel))
    if funnet.is_finished:
        si(f"En endring som ble avbrutt, er nå fullført: {avbrutt}")
    else:
        si(
            f"En endring som ble avbrutt, er tatt tilbake: {avbrutt}",
            "Filene den gjaldt, er redigert siden. Gjør den på nytt om du trenger den.",
        )
