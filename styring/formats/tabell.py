"""For people: tables with rich on a terminal, plain columns on a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from styring.formats.format import Format, i_linjer
from styring.formats.skjerm import Skjerm
from styring.tegn import ufarlig
from styring.views.tekstform import vist
from styring.views.visning import tallkolonner, uten_tomme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType
    from rich.text import Text
    from rich.tree import Tree

    from styring.views.ark import Ark, Bunke, Gren, Tre
    from styring.views.hjul import Hjul
    from styring.views.visning import Tabell, Verdi


def tabell(visning: Tabell, skjerm: Skjerm) -> bytes:
    """A table that fits a terminal; on a pipe a heading and a line a record."""
    visning = uten_tomme(visning)
    if skjerm.bredde is None:
        return _linjer(_tabellinjer(visning))
    from styring.formats.riktabell import riktabell

    return _linjer(_tegnet(riktabell(visning, skjerm.bredde), skjerm))


def _tabellinjer(visning: Tabell) -> Iterator[str]:
    rader = [[kolonne.tittel for kolonne in visning.kolonner]]
    rader += [[vist(verdi) for verdi in rad] for rad in visning.rader]
    if visning.sum:
        rader.append([vist(verdi) for verdi in visning.sum])
    bredder = [max(map(len, kolonne)) for kolonne in zip(*rader, strict=True)]
    tall = tallkolonner(visning)
    for rad in rader:
        yield "  ".join(
            celle.rjust(bredde) if er_tall else celle.ljust(bredde)
            for celle, bredde, er_tall in zip(rad, bredder, tall, strict=True)
        )


def bunke(visning: Bunke, skjerm: Skjerm) -> bytes:
    """Sheets, each a heading and parts of fields and tables; on a pipe in whole lines."""
    bredde = skjerm.bredde
    ark = [_arklinjer(en) if bredde is None else _ark(en, skjerm, bredde) for en in visning.ark]
    return _linjer(linje for ett in ark for linje in ("", *ett))[1:]


def _arklinjer(visning: Ark) -> Iterator[str]:
    yield ufarlig(f"{visning.id}  {visning.tittel}")
    for avsnitt in visning.avsnitt:
        yield ""
        if avsnitt.tittel:
            yield ufarlig(avsnitt.tittel)
        navnene = [ufarlig(navn) for navn, _ in avsnitt.felt]
        bredde = max(map(len, navnene), default=0)
        for navn, (_, verdi) in zip(navnene, avsnitt.felt, strict=True):
            foerste, *andre = _verdilinjer(verdi)
            yield f"  {navn.ljust(bredde)}  {foerste}"
            yield from (f"  {'':{bredde}}  {linje}".rstrip() for linje in andre)
        if avsnitt.tabell:
            yield from (f"  {linje}" for linje in _tabellinjer(uten_tomme(avsnitt.tabell)))


def _ark(visning: Ark, skjerm: Skjerm, bredde: int) -> list[str]:
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from styring.formats.riktabell import riktabell

    deler: list[RenderableType] = [
        Text.assemble((ufarlig(visning.id), "bold cyan"), "  ", (ufarlig(visning.tittel), "bold"))
    ]
    for avsnitt in visning.avsnitt:
        deler.append(Text(""))
        if avsnitt.tittel:
            deler.append(Text(ufarlig(avsnitt.tittel), style="bold"))
        if avsnitt.felt:
            felt = Table.grid(padding=(0, 2, 0, 0))
            felt.add_column(no_wrap=True)
            felt.add_column(overflow="fold")
            for navn, verdi in avsnitt.felt:
                felt.add_row(Text(ufarlig(navn), style="dim"), _felt(verdi))
            deler.append(Padding(felt, (0, 0, 0, 2), expand=False))
        if avsnitt.tabell:
            deler.append(riktabell(uten_tomme(avsnitt.tabell), bredde))
    return _tegnet(Group(*deler), skjerm)


def _felt(verdi: Verdi) -> Text:
    from rich.text import Text

    from styring.formats.riktabell import celle

    linjer = _verdilinjer(verdi)
    return Text("\n".join(linjer)) if len(linjer) > 1 else celle(verdi)


def _verdilinjer(verdi: Verdi) -> list[str]:
    """A value as it stands in a sheet, where a text keeps its lines."""
    if isinstance(verdi, str) and "\n" in verdi.strip():
        return [ufarlig(linje) for linje in verdi.strip().split("\n")]
    return [vist(verdi)]


def tre(visning: Tre, skjerm: Skjerm) -> bytes:
    """A tree, drawn with lines; on a pipe each branch is one whole line."""
    if skjerm.bredde is None:
        linjer = (linje for gren in visning.grener for linje in _grenlinjer(gren, "", ""))
        return _linjer(linjer)
    from rich.console import Group

    return _linjer(_tegnet(Group(*map(_rik_gren, visning.grener)), skjerm))


def hjul(visning: Hjul, skjerm: Skjerm) -> bytes:
    """The year's wheel as a band of months; nothing when nothing happens."""
    from rich.console import Group

    from styring.formats.hjulbaand import linjer

    return _linjer(_tegnet(Group(*linjer(visning, skjerm.bredde)), skjerm))


def _grenlinjer(gren: Gren, foerste: str, andre: str) -> Iterator[str]:
    """The lines of a branch, with what is drawn before the first of them and before the others."""
    merknad = f"  {ufarlig(gren.merknad)}" if gren.merknad else ""
    yield f"{foerste}{ufarlig(gren.id)} {ufarlig(gren.tittel)}{merknad}"
    *flere, siste = gren.grener or (None,)
    for under in flere:
        yield from _grenlinjer(under, f"{andre}├── ", f"{andre}│   ")
    if siste:
        yield from _grenlinjer(siste, f"{andre}└── ", f"{andre}    ")


def _rik_gren(gren: Gren) -> Tree:
    from rich.text import Text
    from rich.tree import Tree

    tekst = Text.assemble((ufarlig(gren.id), "bold cyan"), " ", ufarlig(gren.tittel))
    if gren.merknad:
        tekst.append(f"  {ufarlig(gren.merknad)}", style="dim")
    rik = Tree(tekst, guide_style="dim")
    for under in gren.grener:
        rik.children.append(_rik_gren(under))
    return rik


def _tegnet(innhold: Any, skjerm: Skjerm) -> list[str]:
    """What rich makes of it, without the blanks it fills lines with."""
    from io import StringIO

    from rich.console import Console

    from styring.formats.stolper import FAST

    ut = StringIO()
    konsoll = Console(
        file=ut,
        width=skjerm.bredde or 100_000,
        force_terminal=skjerm.farge,
        color_system="standard" if skjerm.farge else None,
        no_color=not skjerm.farge,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    konsoll.print(innhold)
    tekst = ut.getvalue().replace(FAST, "\u00a0")
    return tekst.strip("\n").splitlines()


def _linjer(linjer: Iterable[str]) -> bytes:
    return i_linjer(linje.rstrip() for linje in linjer)


FORMAT = Format({"tabell": tabell, "bunke": bunke, "tre": tre, "hjul": hjul}, (".txt",))
