"""The year's wheel as a band: a row a month, the two tracks beside each other.

What lasts for several months has a line along them, from where its title stands to where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final

from styring.model.aarshjul import Spor
from styring.model.tidsform import dag_med_ord, i_aaret, kort_maaned
from styring.tegn import ufarlig
from styring.views.hjul import Hjul, Innslag, Sporband

if TYPE_CHECKING:
    from rich.text import Text

_TEGN = {Spor.ADMINISTRATIV: "○", Spor.POLITISK: "●"}
_FARGE = {Spor.ADMINISTRATIV: "cyan", Spor.POLITISK: "magenta"}
_MAANED = 7
"""How wide the months are, with the mark of the present one."""
_STREK = "│ "
_MELLOM = " │ "
_BANER = (3, 2, 1)
"""How many lines there may be along the months, the most that leaves words whole."""
_HELE_AARET, _DESEMBER = 0, 12
"""Rows: that above January is for what lasts the whole year."""


def linjer(visning: Hjul, bredde: int | None) -> list[Text]:
    """The lines of a wheel within a width, or as long as they are; none when nothing happens."""
    if not any(band.innslag for band in visning.spor):
        return []
    if bredde is None:
        spor = [_Spor(band, None) for band in visning.spor]
    else:
        plass = bredde - _MAANED - len(_STREK) - len(_MELLOM)
        halve = plass // 2
        helst = [_Spor(band, None).bredde for band in visning.spor]
        smal = min(*helst, halve)  # the other track may have what one does not need
        bredder = [max(halve, plass - smal) if h > halve else h for h in helst]
        if sum(bredder) > plass:
            bredder = [halve, plass - halve]
        spor = [_Spor(band, b) for band, b in zip(visning.spor, bredder, strict=True)]
    return [*_hode(visning, spor), *_rader(visning, spor)]


class _Spor:
    """A track laid out in a width (None: as wide as it is)."""

    def __init__(self, band: Sporband, bredde: int | None) -> None:
        from rich.cells import cell_len

        self.innslag: Final = band.innslag
        self.tegn: Final = _TEGN[band.spor]
        self.farge: Final = _FARGE[band.spor]
        self.navn: Final = f"{self.tegn} {band.spor.navn.capitalize()}"
        hele = (ord_ for innslag in band.innslag for ord_ in _hele(innslag).split())
        lengst = max(map(cell_len, hele), default=0)
        for flest in _BANER:
            baner = _baner(band.innslag, flest)
            innrykk = 2 * (1 + max(baner.values(), default=-1))
            plass = None if bredde is None else max(1, bredde - innrykk - len(self.tegn) - 1)
            if plass is None or lengst <= plass:
                break
        self.baner: Final = baner
        self.innrykk: Final = innrykk
        self.tekster: Final = [_tekst(innslag, plass) for innslag in band.innslag]
        """The text of each event, as lines."""
        self.bredde: Final = max(
            cell_len(self.navn),
            *(self.innrykk + 2 + cell_len(linje) for tekst in self.tekster for linje in tekst),
            0,
        )

    @cached_property
    def _begynner(self) -> dict[tuple[int, int], int]:
        """The event that begins on a line of a row."""
        brukt = [0] * (_DESEMBER + 1)
        begynner = {}
        for nummer, innslag in enumerate(self.innslag):
            rad = _rad(innslag)
            begynner[rad, brukt[rad]] = nummer
            brukt[rad] += len(self.tekster[nummer])
        return begynner

    @cached_property
    def _baner_fra(self) -> dict[int, tuple[int, int]]:
        """The row and its line that each lane begins on."""
        return {n: sted for sted, n in self._begynner.items() if n in self.baner}

    def hoeyde(self, rad: int) -> int:
        """How many lines the events of a row take."""
        return sum(
            len(tekst)
            for innslag, tekst in zip(self.innslag, self.tekster, strict=True)
            if _rad(innslag) == rad
        )

    def celler(self, rad: int, hoeyde: int) -> Iterator[Text]:
        """A row as so many lines."""
        from rich.text import Text

        resten: Sequence[str] = ()
        for linje in range(hoeyde):
            nummer = self._begynner.get((rad, linje))
            if nummer is not None:
                foerste, *resten = self.tekster[nummer]
                tegn, tekst = f"{self.tegn} ", foerste
            else:
                tegn, tekst = "  ", resten[0] if resten else ""
                resten = resten[1:]
            foran = self._baner_ved(rad, linje, nummer, er_sist=linje == hoeyde - 1)
            yield Text.assemble((f"{foran}{tegn}", self.farge), tekst)

    def skille(self, rad: int) -> str:
        """What is between a row and the next: the lines that go on."""
        return self._baner_ved(rad, -1, None, er_sist=False, er_skille=True)

    def _baner_ved(
        self, rad: int, linje: int, ny: int | None, *, er_sist: bool, er_skille: bool = False
    ) -> str:
        """The lines along the months, where they pass, end or begin."""
        tegn = [" "] * self.innrykk
        for nummer, (fra, ved) in self._baner_fra.items():
            if fra > rad or (fra == rad and ved >= linje >= 0):
                continue
            innslag = self.innslag[nummer]
            if rad < innslag.til or (rad == innslag.til and not er_skille):
                er_slutt = rad == innslag.til and er_sist
                slutt = "↓" if innslag.slutter_etter else "└"
                tegn[2 * self.baner[nummer]] = slutt if er_slutt else "│"
        if ny in self.baner:
            bane = 2 * self.baner[ny]
            begynt = "├" if self.innslag[ny].begynner_foer else "┌"
            tegn[bane:] = [begynt, *("─" if t == " " else "┼" for t in tegn[bane + 1 :])]
        return "".join(tegn)


def _hode(visning: Hjul, spor: list[_Spor]) -> Iterator[Text]:
    from rich.text import Text

    navn = f"  {ufarlig(visning.kommune)}" if visning.kommune else ""
    yield Text.assemble((f"Årshjul {visning.aar}", "bold"), (navn, "dim"))
    if visning.dag:
        yield Text(f"▶ i dag, {dag_med_ord(visning.dag)}", "dim")
    yield Text("")
    yield _linje(Text(""), [Text(s.navn, f"bold {s.farge}") for s in spor], spor, _STREK)


def _rader(visning: Hjul, spor: list[_Spor]) -> Iterator[Text]:
    from rich.text import Text

    yield _strek(spor)
    foerste = _HELE_AARET if any(s.hoeyde(_HELE_AARET) for s in spor) else 1
    for rad in range(foerste, _DESEMBER + 1):
        er_naa = visning.dag is not None and visning.dag.month == rad
        navn = kort_maaned(rad) if rad else "året"
        merke = Text(f"{'▶' if er_naa else ' '} {navn}", "bold reverse" if er_naa else "bold")
        hoeyde = max(1, *(s.hoeyde(rad) for s in spor))
        for celler in zip(*(s.celler(rad, hoeyde) for s in spor), strict=True):
            yield _linje(merke, list(celler), spor, _STREK)
            merke = Text("")
        if rad < _DESEMBER and rad % 3 == 0:
            yield _strek(spor, rad)


def _linje(maaned: Text, celler: list[Text], spor: list[_Spor], strek: str) -> Text:
    """A line of the band."""
    from rich.cells import cell_len
    from rich.text import Text

    linje = Text().append_text(maaned)
    linje.append(" " * (_MAANED - cell_len(linje.plain))).append(strek, "dim")
    for nummer, (celle, s) in enumerate(zip(celler, spor, strict=True)):
        if nummer:
            linje.append(_MELLOM, "dim")
        linje.append_text(celle)
        if nummer < len(spor) - 1:
            linje.append(" " * (s.bredde - cell_len(celle.plain)))
    return linje


def _strek(spor: list[_Spor], rad: int = -1) -> Text:
    """The line across, between the quarters of the year."""
    from rich.text import Text

    linje = Text().append("─" * _MAANED + "┼─", "dim")
    for nummer, s in enumerate(spor):
        if nummer:
            linje.append("─┼─", "dim")
        for er_tom, tegn in groupby(s.skille(rad).ljust(s.bredde), str.isspace):
            tekst = "".join(tegn)
            linje.append("─" * len(tekst) if er_tom else tekst, "dim" if er_tom else s.farge)
    return linje


def _rad(innslag: Innslag) -> int:
    """The row that an event begins in."""
    return _HELE_AARET if (innslag.fra, innslag.til) == (1, _DESEMBER) else innslag.fra


def _baner(innslag: Sequence[Innslag], flest: int) -> dict[int, int]:
    """Which of up to so many lanes each event that lasts for months has, by its number.

    A lane is free again the month after. Where there are too few, the last have none.
    """
    baner: dict[int, int] = {}
    ledig_fra = [1] * flest
    lange = [n for n, i in enumerate(innslag) if i.fra < i.til and _rad(i) != _HELE_AARET]
    for nummer in sorted(lange, key=lambda n: (innslag[n].fra, -innslag[n].til)):
        for bane, ledig in enumerate(ledig_fra):
            if ledig <= innslag[nummer].fra:
                baner[nummer] = bane
                ledig_fra[bane] = innslag[nummer].til + 1
                break
    return baner


def _hele(innslag: Innslag) -> str:
    """When and what, on one line."""
    naar, tittel = i_aaret(innslag.tid), ufarlig(innslag.tittel).strip()
    if not naar:
        return tittel
    er_dager = not _er_over_flere(innslag)
    return f"{naar} {tittel}" if er_dager else f"{naar}: {tittel}"


def _er_over_flere(innslag: Innslag) -> bool:
    """It is in more than one month, be they in another year."""
    return innslag.fra < innslag.til or innslag.begynner_foer or innslag.slutter_etter


def _tekst(innslag: Innslag, plass: int | None) -> list[str]:
    """When and what, as lines of so many columns."""
    hele = _hele(innslag)
    if plass is None:
        return [hele]
    from rich.console import Console
    from rich.text import Text

    konsoll = Console(width=plass, color_system=None, legacy_windows=False)
    linjer = Text(hele).wrap(konsoll, plass, overflow="fold")
    return [linje.plain.rstrip() for linje in linjer] or [""]
