"""Runs all rules on a register."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from styring import rules
from styring.finding import Finding
from styring.register.innhold import Register
from styring.rules.regel import Regel


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
    funn = list(register.funn)
    for regel in alle():
        if regel.kontroll is None:
            continue
        for problem in regel.kontroll(register, dag):
            if register.er_utfylt(problem.post, problem.rute):
                continue
            sted = register.sted(problem.post, problem.rute, noekkel=problem.paa_noekkel)
            funn.append(Finding(regel.kode, regel.alvor, problem.melding, sted, problem.raad))
    return tuple(sorted(funn, key=Finding.sort_key))
