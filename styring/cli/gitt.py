"""What a command is given: its surroundings, the kind of its group, and sets of options.

A set is a dataclass with a field for each option, which several commands take. A command that is
given the register changes the data, by the act that it answers with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from inspect import Parameter, signature
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

import typer
from typer.models import ParameterInfo

from styring.cli.endring import utfoer
from styring.cli.omgivelse import Omgivelse, omgivelse
from styring.slag import SLAG, Slag

_CTX = Parameter("ctx", Parameter.KEYWORD_ONLY, annotation=typer.Context)

if TYPE_CHECKING:
    from styring.actions.handling import Handling as Handling
    from styring.register.innhold import Register as Register
else:

    class Register:
        """What stands for the class of that name, which takes its time to load."""

    class Handling:
        """So too."""


def spredt(funksjon: Callable[..., Any]) -> Callable[..., None]:
    """A command as Typer knows them: with its options one by one, each set where it stands.

    One that changes the data takes `--diff` as well, and gets them when nobody else can.
    """
    maate = signature(funksjon, eval_str=True)
    maate = maate.replace(parameters=[_settet(param) for param in maate.parameters.values()])
    typene: dict[str, Any] = {p.name: p.annotation for p in maate.parameters.values()}

    endrer = Register in typene.values()

    def kommando(ctx: typer.Context, **gitt: Any) -> None:
        for navn, type_ in typene.items():
            if type_ is Omgivelse:
                gitt[navn] = omgivelse(ctx)
            elif get_origin(type_) is Slag:
                gitt[navn] = gruppens_slag(ctx)
            elif _er_sett(type_):
                gitt[navn] = type_(**{f.name: gitt.pop(f.name) for f in fields(type_) if f.init})
        if endrer:
            diff = gitt.pop("diff")
            utfoer(omgivelse(ctx), lambda register: funksjon(register=register, **gitt), diff=diff)
        elif ctx.invoked_subcommand is None:  # else it is a group, and a command of it is called
            funksjon(**gitt)

    egne = [ett for param in maate.parameters.values() for ett in _valgene(param)]
    if endrer:
        egne.append(Parameter("diff", Parameter.KEYWORD_ONLY, default=False, annotation=Diff))
    kommando.__doc__ = funksjon.__doc__
    kommando.__signature__ = maate.replace(parameters=[_CTX, *egne])  # type: ignore[attr-defined]
    return kommando


def gruppens_slag(ctx: Any) -> Slag[Any]:
    """The kind that the command's group is named for."""
    return next(slag for slag in SLAG if slag.navn == ctx.parent.info_name)


def _settet(param: Parameter) -> Parameter:
    """A parameter; one whose default is a set made for the command is of that set."""
    if _er_sett(param.default):
        return param.replace(annotation=param.default, default=Parameter.empty)
    return param


def _er_sett(type_: Any) -> bool:
    return is_dataclass(type_)


def _valgene(param: Parameter) -> Iterator[Parameter]:
    """A parameter by itself, or one for each option that it is a set of."""
    param = param.replace(kind=Parameter.KEYWORD_ONLY)
    if param.annotation in (Omgivelse, Register) or get_origin(param.annotation) is Slag:
        return
    if not _er_sett(param.annotation):
        yield _som_typer(param)
        return
    typene = get_type_hints(param.annotation, include_extras=True)
    for felt in fields(param.annotation):
        if felt.init:
            ett = param.replace(name=felt.name, annotation=typene[felt.name], default=felt.default)
            yield _som_typer(ett)


def _som_typer(param: Parameter) -> Parameter:
    """What may be left out by its type is False or None when it is; the rest must be there."""
    if not isinstance(param.default, ParameterInfo):
        return param
    utelatt: Any = None if NoneType in get_args(param.annotation) else Parameter.empty
    return param.replace(
        annotation=Annotated[param.annotation, param.default],
        default=False if param.annotation is bool else utelatt,
    )


def valg(metavar: str, hjelp: str, tab: Callable[..., Any] | None = None, navn: str = "") -> Any:
    """An option that takes text: what it is called in help, and what Tab offers.

    Its names are that of the parameter, or those in `navn`.
    """
    return typer.Option(*navn.split(), metavar=metavar, help=hjelp, autocompletion=tab)


def bryter(navn: str, hjelp: str) -> Any:
    """An option that is there or not."""
    return typer.Option(navn, help=hjelp)


def argument(metavar: str, hjelp: str, tab: Callable[..., Any] | None = None) -> Any:
    """An argument, and what Tab offers for it."""
    return typer.Argument(metavar=metavar, help=hjelp, autocompletion=tab)


Diff = Annotated[bool, bryter("--diff", "Vis hva som ville blitt endret, uten å endre noe.")]
