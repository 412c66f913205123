"""For people: tables with rich on a terminal, plain columns on a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from styring.formats.bredder import LANG, Maal, fordel
from styring.formats.skjerm import ROER, Skjerm
from styring.model.oppdrag import Status, Vurdering
from styring.views.tekstform import ufarlig, vist
from styring.views.visning import Tall, uten_tomme

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text
    from rich.tree import Tree

    from styring.views.ark import Ark, Bunke, Gren, Tre
    from styring.views.hjul import Hjul
    from styring.views.visning import Tabell, Verdi

_STILER = {
    Status.IKKE_RAPPORTERT: "dim",
    Status.IKKE_STARTET: "yellow",
    Status.UNDER_ARBEID: "cyan",
    Status.SATT_PAA_VENT: "magenta",
    Status.FERDIG: "green",
    Status.UTGAAR: "dim",
    Vurdering.GROENN: "green",
    Vurdering.GUL: "yellow",
    Vurdering.ROED: "red",
}


_FAST, _FAST_I_RICH = "\u00a0", "\ufdd0"
"""A space that does not break, and what stands for it in rich, which would break it. That is no
character (Unicode 23.7), so no text from a file has it unescaped."""


def tabell(visning: Tabell, skjerm: Skjerm) -> str:
    """A table that fits a terminal; on a pipe a heading and a line a record."""
    visning = uten_tomme(visning)
    if skjerm.bredde is not None:
        return _tegn(_rik_tabell(visning, skjerm.bredde), skjerm)
    rader = [[kolonne.tittel for kolonne in visning.kolonner]]
    rader += [[vist(verdi) for verdi in rad] for rad in visning.rader]
    if visning.sum:
        rader.append([vist(verdi) for verdi in visning.sum])
    bredder = [max(map(len, kolonne)) for kolonne in zip(*rader, strict=True)]
    tall = _tall(visning)
    linjer = (
        "  ".join(
            celle.rjust(bredde) if er_tall else celle.ljust(bredde)
            for celle, bredde, er_tall in zip(rad, bredder, tall, strict=True)
        )
        for rad in rader
    )
    return "".join(f"{linje.rstrip()}\n" for linje in linjer)


def bunke(visning: Bunke, skjerm: Skjerm) -> str:
    """Sheets, each a heading and parts of fields and tables."""
    return "\n".join(_ark(ark, skjerm) for ark in visning.ark)


def _ark(visning: Ark, skjerm: Skjerm) -> str:
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

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
                felt.add_row(Text(ufarlig(navn), style="dim"), _celle(verdi))
            deler.append(Padding(felt, (0, 0, 0, 2), expand=False))
        if avsnitt.tabell and skjerm.bredde is not None:
            deler.append(_rik_tabell(uten_tomme(avsnitt.tabell), skjerm.bredde))
        elif avsnitt.tabell:
            linjer = tabell(avsnitt.tabell, ROER).splitlines()
            deler.extend(Text(f"  {linje}") for linje in linjer)
    return _tegn(Group(*deler), skjerm)


def tre(visning: Tre, skjerm: Skjerm) -> str:
    """A tree, drawn with lines."""
    from rich.console import Group

    return _tegn(Group(*(_rik_gren(gren) for gren in visning.grener)), skjerm)


def hjul(visning: Hjul, skjerm: Skjerm) -> str:
    """The year's wheel as a band of months; nothing when nothing happens."""
    from rich.console import Group

    from styring.formats.hjulbaand import linjer

    return _tegn(Group(*linjer(visning, skjerm.bredde)), skjerm)


def _rik_tabell(visning: Tabell, bredde: int) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    bunn = visning.sum or (None,) * len(visning.kolonner)
    celler = [[_celle(verdi) for verdi in rad] for rad in (*visning.rader, bunn)]
    overskrifter, bredder, luft = _plassert(visning, celler, bredde)
    rik = Table(
        box=box.SIMPLE_HEAD,
        header_style="bold",
        footer_style="bold",
        show_footer=visning.sum is not None,
        pad_edge=False,
        show_edge=False,
        padding=(0, luft, 0, 0),
    )
    for overskrift, bunntekst, er_tall, kolonnebredde in zip(
        overskrifter, celler.pop(), _tall(visning), bredder, strict=True
    ):
        rik.add_column(
            Text(overskrift),
            bunntekst,
            justify="right" if er_tall else "left",
            width=kolonnebredde,
            overflow="fold",
        )
    for rad in celler:
        rik.add_row(*rad)
    return rik


def _plassert(
    visning: Tabell, celler: list[list[Text]], bredde: int
) -> tuple[list[str], list[int], int]:
    """The headings, the widths of the columns, and the space between them but for its first one.

    Where all cannot stand side by side unbroken, the headings are the short ones and space is one.
    """
    antall = len(visning.kolonner)
    lange = [kolonne.tittel for kolonne in visning.kolonner]
    korte = [kolonne.kort or kolonne.tittel for kolonne in visning.kolonner]
    for overskrifter, luft in ((lange, 1), (korte, 1), (korte, 0)):
        plass = bredde - (antall - 1) * (luft + 1)
        maal = [
            _maal(overskrift, [rad[n] for rad in celler], er_lang=visning.kolonner[n].er_lang)
            for n, overskrift in enumerate(overskrifter)
        ]
        if sum(min(m.helst, LANG) if m.er_lang else m.helst for m in maal) <= plass:
            break
    return overskrifter, fordel(maal, plass), luft


def _maal(overskrift: str, celler: list[Text], *, er_lang: bool) -> Maal:
    from rich.cells import cell_len

    hele = [*overskrift.split("\n"), *(celle.plain for celle in celler)]
    ord_ = [ord_ for hel in hele for ord_ in hel.split()]
    return Maal(max(map(cell_len, hele)), max(map(cell_len, ord_), default=1), er_lang)


def _celle(verdi: Verdi) -> Text:
    from rich.text import Text

    stil = _STILER.get(verdi, "") if isinstance(verdi, Status | Vurdering) else ""
    return Text(vist(verdi).replace(_FAST, _FAST_I_RICH), style=stil)


def _tall(visning: Tabell) -> list[bool]:
    """Which columns hold numbers only, and are set to the right."""
    rader = [*visning.rader, *([visning.sum] if visning.sum else [])]
    return [
        all(isinstance(verdi, int | Tall) or verdi is None for verdi in kolonne)
        for kolonne in zip(*rader, strict=True)
    ] or [False] * len(visning.kolonner)


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


def _tegn(innhold: Any, skjerm: Skjerm) -> str:
    """What rich makes of it, without the blanks it fills lines with."""
    from io import StringIO

    from rich.console import Console

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
    tekst = ut.getvalue().replace(_FAST_I_RICH, _FAST)
    linjer = [linje.rstrip() for linje in tekst.strip("\n").splitlines()]
    return "".join(f"{linje}\n" for linje in linjer)
