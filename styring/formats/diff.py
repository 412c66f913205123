"""What a change does to the text of files, line by line."""

from collections.abc import Iterable, Iterator

from styring.formats.format import i_linjer
from styring.formats.skjerm import Skjerm
from styring.views.tekstform import kildetekst
from styring.yamlfile.hunks import Hunk, hunks_of, lines_of

_RUNDT = 3
"""How many lines around a change are shown."""
_NAVN = ("--- ", "+++ ")
_FARGER = {"+": "32", "-": "31", "@": "36"}


def diff(filer: Iterable[tuple[str, str, str]], skjerm: Skjerm) -> bytes:
    """Each file's name, and its lines that differ from before to after, as a unified diff."""
    return i_linjer(
        skjerm.malt(linje, "1" if linje[:4] in _NAVN else _FARGER.get(linje[:1]))
        for navn, foer, etter in filer
        for linje in _en(navn, lines_of(foer), lines_of(etter))
    )


def _en(navn: str, foer: list[str], etter: list[str]) -> Iterator[str]:
    yield f"--- {kildetekst(navn)}"
    yield f"+++ {kildetekst(navn)}"
    for gruppe in _grupper(hunks_of(foer, etter)):
        fra, ny_fra = (max(0, start - _RUNDT) for start in (gruppe[0].start, gruppe[0].now))
        til = min(gruppe[-1].stop + _RUNDT, len(foer))
        ny_til = min(gruppe[-1].end + _RUNDT, len(etter))
        yield f"@@ -{_omfang(fra, til)} +{_omfang(ny_fra, ny_til)} @@"
        for ulikt in gruppe:
            yield from _vist(" ", foer[fra : ulikt.start])
            yield from _vist("-", foer[ulikt.start : ulikt.stop])
            yield from _vist("+", etter[ulikt.now : ulikt.end])
            fra = ulikt.stop
        yield from _vist(" ", foer[fra:til])


def _omfang(fra: int, til: int) -> str:
    """Where lines begin and how many they are, as a unified diff says it."""
    antall = til - fra
    return f"{fra + 1}" if antall == 1 else f"{fra + bool(antall)},{antall}"


def _vist(tegn: str, linjer: list[str]) -> Iterator[str]:
    for linje in linjer:
        yield tegn + kildetekst(linje.rstrip("\r\n"))
        if not linje.endswith(("\n", "\r")):
            yield "\\ uten linjeskift til slutt"


def _grupper(alle: Iterable[Hunk]) -> Iterator[list[Hunk]]:
    """Changes that are shown together, since the lines around them meet."""
    gruppe: list[Hunk] = []
    for ulikt in alle:
        if gruppe and ulikt.start - gruppe[-1].stop > 2 * _RUNDT:
            yield gruppe
            gruppe = []
        gruppe.append(ulikt)
    if gruppe:
        yield gruppe
