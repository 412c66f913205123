"""What the shell offers to fill in: what there is in the data at hand, with its title."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer

from styring.commands.omgivelse import omgivelse
from styring.errors import StyringError
from styring.formats.tekstform import ufarlig

if TYPE_CHECKING:
    from styring.register.innhold import Register

Tilbud = list[tuple[str, str]]


def sektorer(ctx: typer.Context, incomplete: str) -> Tilbud:
    """Sectors by code, with their names."""
    return _fra(ctx, incomplete, lambda r: ((s.kode, s.navn) for s in r.sektorer))


def oppdrag(ctx: typer.Context, incomplete: str) -> Tilbud:
    """Oppdrag by id, with their titles."""
    return _fra(ctx, incomplete, lambda r: ((o.id, o.tittel) for o in r.oppdrag))


def maal(ctx: typer.Context, incomplete: str) -> Tilbud:
    """Goals of all levels by id, with their titles."""
    return _fra(ctx, incomplete, lambda r: ((m.id, m.tittel) for m in r.maal_etter_id.values()))


def kontakter(ctx: typer.Context, incomplete: str) -> Tilbud:
    """People by id, with their names."""
    return _fra(ctx, incomplete, lambda r: ((k.id, k.navn) for k in r.kontakter))


def folk_og_sektorer(ctx: typer.Context, incomplete: str) -> Tilbud:
    """People and sectors, with their names."""
    return kontakter(ctx, incomplete) + sektorer(ctx, incomplete)


def statuser(incomplete: str) -> Tilbud:
    """Statuses, with how people read them."""
    from styring.model.oppdrag import Status

    return _som_begynner(incomplete, ((status.value, status.navn) for status in Status))


def formater(incomplete: str) -> Tilbud:
    """The formats of a table."""
    from styring.formats.valg import formater

    return _som_begynner(incomplete, ((navn, "") for navn in formater("tabell")))


def arkformater(incomplete: str) -> Tilbud:
    """The formats of a sheet."""
    from styring.formats.valg import formater

    return _som_begynner(incomplete, ((navn, "") for navn in formater("bunke")))


def funnformater(incomplete: str) -> Tilbud:
    """The formats of findings."""
    from styring.formats.valg import formater

    return _som_begynner(incomplete, ((navn, "") for navn in formater("funn")))


def koder(incomplete: str) -> Tilbud:
    """The codes of rules, with their titles."""
    from styring.rules.kjoering import alle

    return _som_begynner(incomplete, ((regel.kode, regel.tittel) for regel in alle()))


def _fra(
    ctx: typer.Context,
    begynt: str,
    tilbud: Callable[[Register], Iterable[tuple[str, str]]],
) -> Tilbud:
    try:
        return _som_begynner(begynt, tilbud(omgivelse(ctx).register))
    except (StyringError, OSError):
        return []  # a shell that is filling in has no place for messages


def _som_begynner(begynt: str, tilbud: Iterable[tuple[str, str]]) -> Tilbud:
    liten = begynt.lower()
    return [(verdi, tittel) for verdi, tittel in tilbud if verdi.lower().startswith(liten)]


def ved_skallet() -> None:
    """Makes the root command answer the shell scripts in `skall/`.

    They send the words of the command line, the last one unfinished, in `_STYRING_ORD` with line
    breaks between, and get back a line an offer: what to fill in, a tab, what it is.
    """
    # Typer gives no public way to add a shell; its own scripts lose the titles in bash, and in
    # zsh evaluate what they are given.
    from typer._click.shell_completion import CompletionItem, ShellComplete, add_completion_class

    class Skall(ShellComplete):
        name = "styring"
        source_template = ""

        def source_vars(self) -> dict[str, str]:
            return {}

        def get_completion_args(self) -> tuple[list[str], str]:
            ord_ = os.environ.get("_STYRING_ORD", "").split("\n")
            *foran, begynt = (del_.strip("'\"") for del_ in ord_)
            foran = [del_ for del_ in foran if del_ != "="]  # bash breaks --sektor=S in three
            return foran, "" if begynt == "=" else begynt

        def format_completion(self, item: CompletionItem) -> str:
            hjelp = ufarlig(item.help or "")
            return f"{ufarlig(item.value)}\t{hjelp if len(hjelp) < 70 else hjelp[:69] + '…'}"

    add_completion_class(Skall, Skall.name)
