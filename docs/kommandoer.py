"""The page of commands: what `--help` says of each."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from docs.kjoering import program
from docs.markdown import kode, tabell, tekst
from docs.markdown import side as som_side
from styring.cli.norsk import FELLES

_INNLEDNING = """\
# Kommandoer

Alle kommandoene med argumenter og valg. `--help` bak en kommando viser det samme.

Ord skrives gjerne som folk skriver dem: `styring mål tre` er det samme som `styring maal tre`, og
«under arbeid» det samme som `under_arbeid`. En id kan forkortes så lenge bare én kan være ment."""

_STATUS = """\
## Sluttstatus

Et program som kaller `styring`, kan lese på sluttstatusen hvordan det gikk.

| Status | Betyr |
|---|---|
| 0 | Alt er i orden. |
| 1 | Dataene har feil. |
| 2 | Kommandoen er brukt feil. |
| 3 | Det er umulig eller nektes. Ingenting er endret. |"""


class Kommando(NamedTuple):
    """A command or a group of them, by the words that call it."""

    navn: str
    kommando: Any
    ctx: Any


def alle() -> Iterator[Kommando]:
    """Every command in the order that help lists them, each group before what is in it."""
    rot = program()
    yield from _under("", rot, rot.make_context("styring", [], resilient_parsing=True))


def _under(navn: str, gruppe: Any, ctx: Any) -> Iterator[Kommando]:
    for ord_ in gruppe.list_commands(ctx):
        kommando = gruppe.get_command(ctx, ord_)
        hele = f"{navn} {ord_}".strip()
        under = type(ctx)(kommando, info_name=ord_, parent=ctx)
        yield Kommando(hele, kommando, under)
        if hasattr(kommando, "list_commands"):
            yield from _under(hele, kommando, under)


def anker(navn: str) -> str:
    """What a command's heading is linked to by."""
    return navn.replace(" ", "-")


def side() -> str:
    """Every command, with its options."""
    rot = program()
    ctx = rot.make_context("styring", [], resilient_parsing=True)
    felles = [param for param in rot.get_params(ctx) if param.name in (*FELLES, "help")]
    return som_side(
        _INNLEDNING,
        "## Felles valg",
        "Disse kan stå bak hver kommando, og de tre første også foran.",
        _valg(felles),
        *(del_ for kommando in alle() for del_ in _kommando(kommando)),
        _STATUS,
    )


def _kommando(en: Kommando) -> Iterator[str]:
    nivaa = "##" if " " not in en.navn else "###"
    yield f"{nivaa} styring {en.navn} {{ #{anker(en.navn)} }}"
    yield from (tekst(avsnitt) for avsnitt in (en.kommando.help or "").split("\n\n"))
    bruk = " ".join(en.kommando.collect_usage_pieces(en.ctx))
    yield f"```text\nstyring {en.navn} {bruk}\n```"
    egne = [p for p in en.kommando.get_params(en.ctx) if p.name not in (*FELLES, "help")]
    argumenter = [param for param in egne if param.param_type_name == "argument"]
    if argumenter:
        rader = ([kode(p.metavar), tekst(p.help or "")] for p in argumenter)
        yield tabell(["Argument", "Hva"], rader)
    if valgene := [param for param in egne if param.param_type_name == "option"]:
        yield _valg(valgene)


def _valg(valgene: list[Any]) -> str:
    return tabell(["Valg", "Hva"], ([_skrives(p), _hva(p)] for p in valgene))


def _skrives(param: Any) -> str:
    foerste, *andre = param.opts
    return ", ".join(map(kode, (f"{foerste} {param.metavar or ''}".strip(), *andre)))


def _hva(param: Any) -> str:
    hva = tekst(param.help or "")
    if param.required:
        return f"{hva} **Må være med.**"
    if isinstance(param.default, str) and param.show_default:
        return f"{hva} Standard: {kode(param.default)}."
    return hva
