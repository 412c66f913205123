"""Options that several commands take together, as one value: a dataclass with a field for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import Parameter, signature
from typing import Any, get_type_hints


def spredt(funksjon: Callable[..., None]) -> Callable[..., None]:
    """A command that takes the options of each set by themselves, where the set stands."""
    maate = signature(funksjon, eval_str=True)
    settene = {p.name: p.annotation for p in maate.parameters.values() if _er_sett(p)}
    if not settene:
        return funksjon

    @wraps(funksjon)
    def kommando(**gitt: Any) -> None:
        for navn, sett in settene.items():
            gitt[navn] = sett(**{f.name: gitt.pop(f.name) for f in fields(sett) if f.init})
        funksjon(**gitt)

    alle = [ett for param in maate.parameters.values() for ett in _valgene(param)]
    kommando.__signature__ = maate.replace(parameters=alle)  # type: ignore[attr-defined]
    return kommando


def _er_sett(param: Parameter) -> bool:
    return is_dataclass(param.annotation)


def _valgene(param: Parameter) -> Iterator[Parameter]:
    """A parameter by itself, or one for each option that it is a set of."""
    param = param.replace(kind=Parameter.KEYWORD_ONLY)
    if not _er_sett(param):
        yield param
        return
    typene = get_type_hints(param.annotation, include_extras=True)
    for felt in fields(param.annotation):
        if felt.init:
            yield param.replace(name=felt.name, annotation=typene[felt.name], default=felt.default)
