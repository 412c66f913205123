"""A change as it would be, with what the journal is to have of it."""

from datetime import date
from typing import Generic, NamedTuple, TypeVar

from styring.actions.handling import Handling
from styring.actions.nyfil import NyFil
from styring.change.plan import Plan, plan
from styring.register.idbruk import krev_entydig
from styring.register.innhold import Register

T = TypeVar("T")


class Proposal(NamedTuple, Generic[T]):
    """A plan, and what it is of: an act, the change that it undoes, the beginning of a year."""

    plan: Plan
    of: T
    ider: tuple[str, ...]
    felt: tuple[str, ...]
    angrer: int | None = None
    retter: bool = False


def proposed(
    register: Register, gjort: Handling, dag: date, *, retter: bool = False
) -> Proposal[Handling]:
    """The change that an act comes to, with the faults that it would bring.

    With `retter` the act mends faults, and may be undone though they come back. Raises StyringError
    when it cannot be made, and when it is uncertain which record it is of.
    """
    ruter = []
    for post, edit in gjort.endringer:
        er_ny = isinstance(post, NyFil)
        if not retter and not er_ny:  # repairs go by place, not by id
            krev_entydig(register, post, edit.route)
        ruter.append((*(() if er_ny else register.i_fil(post)[1]), *edit.route))
    felt = dict.fromkeys([steg for steg in rute if isinstance(steg, str)][-1] for rute in ruter)
    planen = plan(register, gjort.endringer, dag)
    return Proposal(planen, gjort, gjort.ider, tuple(felt), retter=retter)
