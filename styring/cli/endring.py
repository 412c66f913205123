"""How a command changes the data: through the door, with what was done and how to undo it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from styring.cli.omgivelse import Omgivelse, si, si_funn, skjerm, ut
from styring.views.tekstform import ufarlig

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.change.commit import Door
    from styring.change.plan import Plan
    from styring.change.recovery import Recovered
    from styring.journal import Innfoersel
    from styring.register.innhold import Register
    from styring.yamlfile.places import Route

ANGRE = "Angre med «styring angre»."


def utfoer(
    om: Omgivelse,
    handling: Callable[[Register], Handling],
    *,
    diff: bool = False,
    sjekk: Callable[[Plan], None] | None = None,
    retter: bool = False,
) -> None:
    """Does what the function asks for, and says so; or only shows it, with `diff`.

    The function gets the data as nobody else can change them meanwhile. `sjekk` raises StyringError
    for a plan that brings faults, in place of Plan.check. With `retter` it mends faults: what is
    not broken of a broken record is there too, and it may be undone though they come back. Raises
    StyringError when the change cannot be made; then nothing is changed.
    """
    from styring.register.lasting import last

    if diff:
        register = last(om.mappe, skadde=True) if retter else om.register
        _, planen = _planlegg(om, register, handling, sjekk, retter=retter)
        vis_diff([(f.old.kilde.name, f.old.kilde.text, f.new.kilde.text) for f in planen.files])
    else:
        gjort, planen = gjoer(om, handling, sjekk, retter=retter)
        ut("".join(f"{ufarlig(linje)}\n" for linje in gjort.sagt))
        if planen.files:
            ut(f"{ANGRE}\n")
    si_funn(planen.findings)


@contextmanager
def doeren(om: Omgivelse) -> Iterator[Door]:
    """The door to the data, and what is to be said before the first change through it."""
    from styring.change.commit import open_door

    with open_door(om.mappe) as door:
        si_avbrutt(door.recovered)
        if om.er_funnet_oppover and not om.hvor_er_sagt:
            om.hvor_er_sagt = True
            hvem = om.register.kommune.navn or "kommunen"
            si(f"Endrer i {ufarlig(f'{hvem} ({om.mappe})')}.")
        yield door


def gjoer(
    om: Omgivelse,
    handling: Callable[[Register], Handling],
    sjekk: Callable[[Plan], None] | None = None,
    *,
    retter: bool = False,
) -> tuple[Handling, Plan]:
    """Does what the function asks for, and says nothing of it."""
    from styring.register.lasting import last

    with doeren(om) as door:
        register = last(om.mappe, skadde=retter)
        gjort, planen = _planlegg(om, register, handling, sjekk, retter=retter)
        if planen.files:
            felt = dict.fromkeys(_felt(endring.edit.route) for endring in gjort.endringer)
            denne = innfoersel(gjort.ider, tuple(felt))
            door.commit(planen, denne._replace(retter=retter))
    return gjort, planen


def proev(om: Omgivelse, handling: Callable[[Register], Handling]) -> None:
    """Raises StyringError where `gjoer` would; does nothing."""
    from styring.register.lasting import last

    _planlegg(om, last(om.mappe), handling, None, retter=False)


def _planlegg(
    om: Omgivelse,
    register: Register,
    handling: Callable[[Register], Handling],
    sjekk: Callable[[Plan], None] | None,
    *,
    retter: bool,
) -> tuple[Handling, Plan]:
    from styring.change.plan import Plan, plan
    from styring.register.idbruk import krev_entydig

    gjort = handling(register)
    for post, edit in () if retter else gjort.endringer:  # repairs go by place, not by id
        krev_entydig(register, post, edit.route)
    planen = plan(register, gjort.endringer, om.dag)
    (sjekk or Plan.check)(planen)
    return gjort, planen


def _felt(rute: Route) -> str:
    """The field that an edit is of."""
    return [steg for steg in rute if isinstance(steg, str)][-1]


def innfoersel(ider: tuple[str, ...], felt: tuple[str, ...]) -> Innfoersel:
    """The command that runs, as the journal has it."""
    from styring.journal import Innfoersel

    naa = datetime.now().astimezone().isoformat(timespec="seconds")
    return Innfoersel(0, naa, tuple(sys.argv[1:]), ider, felt)


def vis_diff(filer: list[tuple[str, str, str]]) -> None:
    """Shows files before and after as a diff."""
    from styring.formats.diff import diff

    ut(diff(filer, skjerm(sys.stdout)))
    if not filer:
        si("Det er ingenting å endre.")


def si_avbrutt(funnet: Recovered | None) -> None:
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
