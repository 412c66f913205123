"""A table as it stands on a terminal, with a bar a row where it has bars."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from styring.formats import stolper
from styring.formats.bredder import KNAPT, LANG, LESBART, Bredde, fordel
from styring.formats.stolper import FAST
from styring.model.oppdrag import Status, Vurdering
from styring.stand.utvikling import FraTil
from styring.views.tekstform import INGEN, PIL, vist
from styring.views.visning import (
    Kolonne,
    Savnet,
    Tabell,
    Verdi,
    tallkolonner,
    uten,
    uten_hoder,
)

STILER = {
    **stolper.STILER,
    Vurdering.GROENN: "green",
    Vurdering.GUL: "yellow",
    Vurdering.ROED: "red",
}


def riktabell(visning: Tabell, bredde: int) -> RenderableType:
    """A table of a width; its bars beside it, or where there is no room under it, and their key."""
    if any(kolonne.er_hode for kolonne in visning.kolonner):
        return _under_hoder(visning, bredde)
    if not visning.stolper or not visning.rader:
        return _tabell(visning, bredde)
    stolpene = [stolper.stolpe(antall) for antall in visning.stolper]
    forklaring = stolper.forklaring(visning.stolper[-1])
    ved_siden = bredde - stolper.BREDDE - 2
    celler = _celler(visning)
    plassering = _plassert(visning, celler, ved_siden)
    if plassering.er_hel:
        return Group(_tegnet(visning, celler, plassering, stolpene), "", forklaring)
    under = Table.grid(padding=(0, 2, 0, 0))
    under.add_column(max_width=ved_siden, overflow="fold")
    for rad, stolpe in zip(celler, stolpene, strict=True):
        under.add_row(rad[0], stolpe)
    if not _plassert(visning, celler, bredde).er_hel:
        visning = uten(visning, [kolonne.i_stolpe for kolonne in visning.kolonner])
    return Group(_tabell(visning, bredde), "", under, "", forklaring)


def celle(verdi: Verdi) -> Text:
    """A value in its colour."""
    if isinstance(verdi, FraTil):
        foer, naa = (
            celle(del_) if del_ is not None else Text(INGEN) for del_ in (verdi.foer, verdi.naa)
        )
        return Text(PIL).join((foer, naa))
    stil = STILER.get(verdi, "") if isinstance(verdi, Status | Vurdering) else ""
    if isinstance(verdi, Savnet):
        stil = "bold red"
    return Text(vist(verdi).replace("\u00a0", FAST), style=stil)


def _under_hoder(visning: Tabell, bredde: int) -> Group:
    """A table in which what rows that stand together share, stands over them."""
    hoder, visning = uten_hoder(visning)
    *rader, bunn = celler = _celler(visning)
    plassering = _plassert(visning, celler, bredde)
    deler: list[RenderableType] = [_tegnet(visning, [bunn], plassering)]
    for hode, gruppe in groupby(zip(hoder, rader, strict=True), key=itemgetter(0)):
        foerst, *resten = (celle(verdi) for verdi in hode if verdi is not None)
        foerst.stylize("bold")
        deler += [Text(""), Text("  ").join((foerst, *resten))]
        deler.append(_tegnet(visning, [*(rad for _, rad in gruppe), bunn], plassering, topp=False))
    return Group(*deler)


def _celler(visning: Tabell) -> list[list[Text]]:
    """The cells of the rows, and of the sum or an empty one."""
    bunn = visning.sum or (None,) * len(visning.kolonner)
    return [[celle(verdi) for verdi in rad] for rad in (*visning.rader, bunn)]


def _tabell(visning: Tabell, bredde: int) -> Table:
    """A table, without the columns that give way when there is too little room."""
    celler = _celler(visning)
    plassering = _plassert(visning, celler, bredde)
    rang = min((kolonne.viker for kolonne in visning.kolonner if kolonne.viker), default=0)
    for kolonne, fikk, *cellene in zip(visning.kolonner, plassering.bredder, *celler, strict=True):
        if rang and fikk < _trenger(kolonne, cellene, rang):
            tas_ut = [kolonne.viker == rang for kolonne in visning.kolonner]
            return _tabell(uten(visning, tas_ut), bredde)
    return _tegnet(visning, celler, plassering)


def _trenger(kolonne: Kolonne, celler: Sequence[Text], rang: int) -> int:
    """How wide a column is to be, so that those of a rank need not give way."""
    maal = _maal("", celler, er_lang=kolonne.er_lang)
    if rang == 1 and kolonne.viker == 1:
        return min(LESBART, maal.helst)
    return min(KNAPT, maal.helst) if kolonne.er_lang else min(maal.ord, LANG)


def _tegnet(
    visning: Tabell,
    celler: Sequence[Sequence[Text]],
    plassering: _Plassering,
    stolpene: Sequence[Text] = (),
    *,
    topp: bool = True,
) -> Table:
    overskrifter, bredder, luft, _ = plassering
    rik = Table(
        box=box.SIMPLE_HEAD,
        header_style="bold",
        footer_style="bold",
        show_header=topp,
        show_footer=visning.sum is not None,
        pad_edge=False,
        show_edge=False,
        padding=(0, luft, 0, 0),
    )
    *rader, bunn = celler
    for overskrift, bunntekst, er_tall, kolonnebredde in zip(
        overskrifter, bunn, tallkolonner(visning), bredder, strict=True
    ):
        rik.add_column(
            Text(overskrift),
            bunntekst,
            justify="right" if er_tall else "left",
            width=kolonnebredde,
            overflow="fold",
        )
    if stolpene:
        rik.add_column("", stolpene[-1], width=stolper.BREDDE)
    for nummer, rad in enumerate(rader):
        rik.add_row(*rad, *stolpene[nummer : nummer + 1])
    return rik


class _Plassering(NamedTuple):
    """How the columns of a table stand."""

    overskrifter: list[str]
    bredder: list[int]
    luft: int
    """The space between columns but for its first one."""
    er_hel: bool
    """All stand side by side unbroken."""


def _plassert(visning: Tabell, celler: Sequence[Sequence[Text]], bredde: int) -> _Plassering:
    """Where columns cannot stand side by side unbroken, headings are short and space is one."""
    antall = len(visning.kolonner)
    lange = [kolonne.tittel for kolonne in visning.kolonner]
    korte = [kolonne.kort or kolonne.tittel for kolonne in visning.kolonner]
    for overskrifter, luft in ((lange, 1), (korte, 1), (korte, 0)):
        plass = bredde - (antall - 1) * (luft + 1)
        maal = [
            _maal(overskrift, [rad[n] for rad in celler], er_lang=visning.kolonner[n].er_lang)
            for n, overskrift in enumerate(overskrifter)
        ]
        er_hel = sum(min(m.helst, LANG) if m.er_lang else m.helst for m in maal) <= plass
        if er_hel:
            break
    return _Plassering(overskrifter, fordel(maal, plass), luft, er_hel)


def _maal(overskrift: str, celler: Sequence[Text], *, er_lang: bool) -> Bredde:
    hele = [*overskrift.split("\n"), *(celle.plain for celle in celler)]
    ord_ = [ord_ for hel in hele for ord_ in hel.split()]
    return Bredde(max(map(cell_len, hele)), max(map(cell_len, ord_), default=1), er_lang)
