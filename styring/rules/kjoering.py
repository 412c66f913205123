"""Runs all rules on a register."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from styring import rules
from styring.finding import MANGE, Finding, Sted
from styring.register.innhold import Register
from styring.rules.regel import Problem, Regel


@cache
def alle() -> tuple[Regel, ...]:
    """Every rule there is, sorted by code."""
    funnet = (
        verdi
        for modul in iter_modules(rules.__path__)
        for verdi in vars(import_module(f"{rules.__name__}.{modul.name}")).values()
        if isinstance(verdi, Regel)
    )
    return tuple(sorted(funnet, key=lambda regel: regel.kode))


def kjoer(register: Register, dag: date) -> tuple[Finding, ...]:
    """Every fault of a register on a day, those of loading included, sorted by place."""
    return tuple(sorted([*register.funn, *funn(register, dag, alle())], key=Finding.sort_key))


def funn(register: Register, dag: date, regler: Iterable[Regel]) -> tuple[Finding, ...]:
    """The faults that some rules find in a register on a day, sorted by place."""
    funnet = (en for regel in regler for en in _ens(register, dag, regel))
    return tuple(sorted(funnet, key=Finding.sort_key))


def _ens(register: Register, dag: date, regel: Regel) -> Iterator[Finding]:
    """The faults that one rule finds; of a file's, the many behind `MANGE` are one finding."""
    antall: Counter[str] = Counter()
    for _, problem in _problemer(register, dag, (regel,)):
        fil = register.i_fil(problem.post)[0].kilde.name
        antall[fil] += 1
        if antall[fil] <= MANGE:
            yield _som_funn(register, regel, problem)
    for fil, alle_ in antall.items():
        if (rest := alle_ - MANGE) > 0:
            melding = f"{rest} steder til i filen bryter den samme regelen"
            raad = f"Les om regelen med «styring forklar {regel.kode}»."
            yield Finding(regel.kode, regel.alvor, melding, Sted(fil, 1, 1), raad, rest)


def nye(foer: Register, etter: Register, dag: date) -> tuple[Finding, ...]:
    """The faults that a register has and an earlier one has not, sorted by place.

    A fault is the same when it says the same of the same field, or, where fields have moved, of
    the same record, also where that has moved to another file. What takes time is left out: the
    rules that find nothing now need not say what there was, and only what is new has its place.
    """
    naa = [*_kjent(etter, dag, alle())]
    koder = {funnet.kode for funnet in naa}
    kjente = [*_kjent(foer, dag, (regel for regel in alle() if regel.kode in koder))]
    for deler in (5, 4, 3):  # without the route, and then without the file
        naa, kjente = _uten(naa, kjente, deler), _uten(kjente, naa, deler)
    return tuple(sorted((funnet.lag() for funnet in naa), key=Finding.sort_key))


def rettelige(register: Register, dag: date) -> Iterator[tuple[Problem, Finding]]:
    """What has one right answer, and each as a fault."""
    for regel, problem in _problemer(register, dag, alle()):
        if problem.riktig is not None:
            yield problem, _som_funn(register, regel, problem)


class _Kjent(NamedTuple):
    """A fault by what it is known by, the less certain last."""

    kode: str
    post: str
    melding: str
    fil: str
    rute: object
    lag: Callable[[], Finding]
    """Gives the fault itself."""


def _kjent(register: Register, dag: date, regler: Iterable[Regel]) -> Iterator[_Kjent]:
    for funn in register.funn:
        melding = uten_linje(funn.melding)
        yield _Kjent(funn.kode, "", melding, funn.sted.fil, funn.sted.tekst, funn._replace)
    for regel, problem in _problemer(register, dag, regler):
        fil, _ = register.i_fil(problem.post)
        post = str(getattr(problem.post, "id", ""))
        melding, lag = uten_linje(problem.melding), partial(_som_funn, register, regel, problem)
        yield _Kjent(regel.kode, post, melding, fil.kilde.name, problem.rute, lag)


def _uten(disse: list[_Kjent], andre: list[_Kjent], deler: int) -> list[_Kjent]:
    """These without as many as there are of the others, told apart by so many of their parts."""
    antall = Counter(funnet[:deler] for funnet in andre)
    igjen = []
    for funnet in disse:
        antall[funnet[:deler]] -= 1
        if antall[funnet[:deler]] < 0:
            igjen.append(funnet)
    return igjen


def uten_linje(melding: str) -> str:
    """A message without the numbers of lines, which move."""
    return re.sub(r"linje \d+", "linje", melding)


def _problemer(
    register: Register, dag: date, regler: Iterable[Regel]
) -> Iterator[tuple[Regel, Problem]]:
    for regel in regler:
        if regel.kontroll is not None:
            for problem in regel.kontroll(register, dag):
                if not register.er_utfylt(problem.post, problem.rute):
                    yield regel, problem


def _som_funn(register: Register, regel: Regel, problem: Problem) -> Finding:
    sted = register.sted(problem.post, problem.rute, noekkel=problem.paa_noekkel)
    return Finding(regel.kode, regel.alvor, problem.melding, sted, problem.raad)
