"""Typer in bokmål: headings of help, usage, and what it says of wrong use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group

from styring.cli import utgang
from styring.cli.gitt import spredt
from styring.errors import WrongUse
from styring.mente import ascii_form, flat, mente, ramse

FELLES = ("data", "dato", "versjon")
"""The root's options that are taken behind every command as well."""


class _PaaNorsk(TyperCommand if TYPE_CHECKING else object):  # type: ignore[misc]
    """Help and wrong use in bokmål, and the global options behind every command."""

    viser = ""
    """The shapes that it may show, as its module says; they give it `--format` and `--ut`."""
    utgang: list[Any] | None = None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As Typer does. Raises WrongUse, of what its errors carry and nothing that they say."""
        try:
            rest: list[str] = super().parse_args(ctx, [*args])
        except typer.BadParameter as feil:  # it lacks its value: all of ours take text as it is
            raise WrongUse(f"{_navn(feil.param)} mangler", _se_hjelpen(ctx)) from None
        except typer.TyperException as feil:
            raise _galt_valg(ctx, args, feil) from None
        return rest

    def get_params(self, ctx: Any) -> list[Any]:
        """Its own parameters, where its result goes, the global ones, and --help."""
        if self.utgang is None:
            rot = ctx.find_root().command
            self.utgang = utgang.valgene(self.viser, rot.params[0]) if self.viser else []
        return _paa_norsk(ctx, [*super().get_params(ctx), *self.utgang])

    def get_short_help_str(self, limit: int = 100) -> str:
        """What it does, in up to a hundred characters, for lists of commands and for the shell."""
        hjelp: str = super().get_short_help_str(limit)
        return hjelp

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """«Bruk: …»."""
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Bruk: "
        )

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help with its headings in bokmål."""
        _overskrifter()
        super().format_help(ctx, formatter)


class Kommando(_PaaNorsk, TyperCommand):
    """A command."""

    allow_extra_args = True  # Typer leaves them to us, who say it in bokmål

    def __init__(self, *args: Any, **valg: Any) -> None:
        valg |= {"options_metavar": "[VALG]", "help": _avsnitt(valg.get("help"))}
        super().__init__(*args, **valg)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As Typer does. Raises WrongUse, also for a second value where one is taken."""
        rest = super().parse_args(ctx, args)
        if ctx.resilient_parsing:
            return rest
        # Typer drops all but the last value.
        gitt: list[Any] = self.make_parser(ctx).parse_args(args=[*args])[2]
        for param, antall in Counter(gitt).items():
            if antall > 1 and not (param.multiple or param.is_flag or param.name in FELLES):
                raise WrongUse(f"{_navn(param)} er gitt {antall} ganger", _se_hjelpen(ctx))
        if rest:
            for_mange = ramse(f"«{ord_}»" for ord_ in rest)
            raise WrongUse(f"for mange argumenter: {for_mange}", _se_hjelpen(ctx))
        return rest


class Gruppe(_PaaNorsk, TyperGroup):
    """A group of commands: the modules and folders of a package, each loaded when it is used."""

    pakke: ModuleType
    rekkefoelge: Sequence[str] = ()
    """How help lists the names that there are in any group; others come last."""

    def __init__(self, *args: Any, invoke_without_command: bool = False, **valg: Any) -> None:
        self.kan_staa_alene = invoke_without_command
        undervalg = "KOMMANDO [ARGUMENTER]..."
        if self.kan_staa_alene:
            undervalg = f"[{undervalg}]"
        valg |= {"options_metavar": "[VALG]", "subcommand_metavar": undervalg}
        valg |= {"help": _avsnitt(valg.get("help"))}
        super().__init__(*args, **valg, invoke_without_command=True)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As Typer does. Shows the help and ends with 2 where not a word is said."""
        if not (args or self.kan_staa_alene or ctx.resilient_parsing):
            ctx.get_help()  # Rich shows it where it makes it
            raise typer.Exit(2)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """As Typer does. Raises WrongUse when there is no command, and there must be one."""
        svar = super().invoke(ctx)
        if ctx.invoked_subcommand is None and not self.kan_staa_alene:
            raise WrongUse("det mangler en kommando", _se_hjelpen(ctx))
        return svar

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is named, by its name, and what is behind. Raises WrongUse."""
        kommando = self.get_command(ctx, args[0])
        if kommando is None and not ctx.resilient_parsing:
            forslag = mente(args[0], self.list_commands(ctx))
            raise WrongUse(f"finner ikke kommandoen «{args[0]}»", _se_hjelpen(ctx, forslag))
        return kommando and kommando.name, kommando, args[1:]

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands, as the files are called."""
        plass = {navn: nummer for nummer, navn in enumerate(self.rekkefoelge)}
        return sorted(self._modulene(), key=lambda navn: plass.get(navn, len(plass)))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name, however people spell it («rød-tråd»); None when there is none."""
        heter = {flat(navn): navn for navn in self.list_commands(ctx)}
        navn = heter.get(flat(cmd_name))
        if navn is not None and navn not in self.commands:
            modul = self._modulene()[navn]()
            kommando = _kommando(modul, self.rekkefoelge)
            kommando.name, kommando.viser = navn, getattr(modul, "VISER", "")
            self.add_command(kommando)
        return self.commands.get(navn or "")

    def _modulene(self) -> dict[str, Callable[[], ModuleType]]:
        """What loads the module of each command: the files, and what else the package names."""
        lastes = dict(getattr(self.pakke, "ELLERS", {}))
        for fil in iter_modules(self.pakke.__path__, f"{self.pakke.__name__}."):
            navn = fil.name.rpartition(".")[2].replace("_", "-")
            lastes[navn] = partial(_lest, fil.name, lastes.get(navn))
        return lastes


def _lest(navn: str, ellers: Callable[[], ModuleType] | None) -> ModuleType:
    """A module; when it is a folder, with what there would be else, where it has no file for it."""
    modul = import_module(navn)
    if ellers is not None and hasattr(modul, "__path__"):
        vars(modul)["ELLERS"] = vars(ellers())["ELLERS"]
    return modul


def _kommando(modul: ModuleType, rekkefoelge: Sequence[str]) -> Any:
    """The command that a module is, by the function of its name; or the group that a folder is.

    A folder that has a function of its name can be called without a command as well.
    """
    navn = modul.__name__.rpartition(".")[2]
    funksjon: Any = getattr(modul, navn, None) or getattr(modul, f"{navn}_", None)
    if not hasattr(modul, "__path__"):
        app = typer.Typer(add_completion=False, rich_markup_mode="rich")
        app.command(cls=Kommando)(spredt(funksjon))
        return get_command(app)
    if funksjon is None:
        return get_group(gruppe(modul, rekkefoelge, help=modul.__doc__))
    app = gruppe(modul, rekkefoelge, callback=spredt(funksjon), invoke_without_command=True)
    return get_group(app)


def gruppe(pakke: ModuleType, rekkefoelge: Sequence[str], **valg: Any) -> typer.Typer:
    """The commands of a package. A callback gives the options of the group itself, and its help."""
    return typer.Typer(
        cls=type("Gruppe", (Gruppe,), {"pakke": pakke, "rekkefoelge": rekkefoelge}),
        add_completion=False,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"token_normalize_func": _som_det_heter},
        **valg,
    )


def _avsnitt(hjelp: str | None) -> str:
    """Help without the line breaks within a paragraph, which stand where the docstring had them."""
    return "\n\n".join(" ".join(avsnitt.split()) for avsnitt in (hjelp or "").split("\n\n"))


def _som_det_heter(ord_: str) -> str:
    """A command or an option as it is named, however people spell it: `mål`, `--delmål`."""
    return ascii_form(ord_) if len(ord_.lstrip("-")) > 1 else ord_  # but -k and -K may be two


def _navn(param: Any) -> str:
    """What an option or an argument is called in messages."""
    er_valg = param.param_type_name == "option"
    return f"valget «{param.opts[0]}»" if er_valg else f"«{param.metavar}»"


def _galt_valg(ctx: Any, args: list[str], feil: Any) -> WrongUse:
    """What is wrong with an option, by what it is; Typer's error carries its name alone."""
    valgene = {navn: param for param in ctx.command.get_params(ctx) for navn in param.opts}
    brukte = (ord_.partition("=")[0] for ord_ in args)
    sagt = next((o for o in brukte if _som_det_heter(o) == feil.option_name), feil.option_name)
    param = {_som_det_heter(navn): param for navn, param in valgene.items()}.get(feil.option_name)
    if param is None:
        return WrongUse(f"finner ikke valget «{sagt}»", _se_hjelpen(ctx, mente(sagt, valgene)))
    hva = "skal ikke ha noen verdi" if param.is_flag else "må ha en verdi"
    return WrongUse(f"valget «{sagt}» {hva}", _se_hjelpen(ctx))


def _se_hjelpen(ctx: Any, forslag: str | None = None) -> str:
    """The way out of wrong use: what may have been meant, and the command's help."""
    return " ".join(filter(None, (forslag, f"Se «{ctx.command_path} --help».")))


def _paa_norsk(ctx: Any, params: list[Any]) -> list[Any]:
    """A command's parameters with the global ones before --help, which says what it does."""
    rot = ctx.find_root().command
    egne = [param for param in params if param.name != "help"]
    hjelp = [param for param in params if param.name == "help"]
    for param in hjelp:
        param.help = "Vis denne hjelpen."
    for param in params:
        if param.param_type_name == "argument":
            # Typer would add <str> behind the name, and brackets of its own around it.
            param.display_type_rich = lambda ctx: None
            param.get_usage_pieces = lambda ctx, navn=param.metavar: [navn]
        if getattr(param, "is_flag", False):
            param.metavar = ""  # Typer would say <bool>
        # All take text as it is or are flags, and a Pydantic adapter for each option takes as long
        # to build as our files take to read.
        param.get_runtime_param = _SomDenEr
    har = {param.name for param in egne}
    felles = [param for param in rot.params if param.name in FELLES and param.name not in har]
    return [*egne, *felles, *hjelp]


class _SomDenEr:
    """What lets an option's value through as it is."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value; an empty list where there is none of what may be given more than once."""
        flere = param.multiple or param.nargs == -1
        return () if value is None and flere else value


def _overskrifter() -> None:
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "Argumenter"
    rich_utils.OPTIONS_PANEL_TITLE = "Valg"
    rich_utils.COMMANDS_PANEL_TITLE = "Kommandoer"
    rich_utils.DEFAULT_STRING = "[standard: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[må være med]"
