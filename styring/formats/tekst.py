"""Faults for people: the place, what is wrong, the line with a caret under it, the way out."""

from collections import Counter
from collections.abc import Iterable

from styring.finding import Alvor, Finding, Sted, innenfor
from styring.formats.format import Format, i_linjer, kodet
from styring.formats.skjerm import Skjerm
from styring.mente import opptalt
from styring.rules.regel import Regel
from styring.tegn import ufarlig
from styring.views.funn import Funn
from styring.views.tekstform import kildetekst

_FARGER = {Alvor.FEIL: "31;1", Alvor.ADVARSEL: "33;1", Alvor.MERKNAD: "36;1"}
_MARG = "    "
_LANG_LINJE = 1000
"""How much of a line is shown where lines may be as long as they are."""
_ORD = {
    Alvor.FEIL: ("feil", "feil"),
    Alvor.ADVARSEL: ("advarsel", "advarsler"),
    Alvor.MERKNAD: ("merknad", "merknader"),
}


def funn(visning: Funn, skjerm: Skjerm) -> bytes:
    """Each finding as a paragraph, and a line that counts them."""
    avsnitt = [_ett(funnet, skjerm) for funnet in innenfor(visning.funn)]
    return kodet("\n".join([*avsnitt, f"{opptelling(visning.funn)}\n"]))


def forklaring(regel: Regel, skjerm: Skjerm) -> bytes:
    """What a rule means: its title, why it matters, a wrong and a right example."""
    farge, smal = _FARGER[regel.alvor], Skjerm(min(skjerm.bredde or 100, 100))
    linjer = [f"{skjerm.malt(regel.kode, '1')} ({skjerm.malt(regel.alvor.value, farge)})"]
    for avsnitt in (regel.tittel, *regel.hvorfor.split("\n\n")):
        linjer += ["", *smal.brutt(" ".join(avsnitt.split()))]
    for hva, eksempel in zip(("Galt", "Riktig"), regel.eksempler, strict=False):
        linjer += ["", skjerm.malt(f"{hva} i {eksempel.fil}:", "1"), ""]
        for linje in eksempel.tekst.splitlines():
            er_pil = linje.strip() and not linje.strip(" ^")
            linjer.append(f"{_MARG}{skjerm.malt(linje, farge) if er_pil else linje}")
    return i_linjer(linjer)


def opptelling(funnene: Iterable[Finding]) -> str:
    """How many of each severity: «2 feil og 1 advarsel»."""
    antall: Counter[Alvor] = Counter()
    for funnet in funnene:
        antall[funnet.alvor] += funnet.antall
    return opptalt(antall, _ORD) or "ingen feil"


def _ett(funnet: Finding, skjerm: Skjerm) -> str:
    farge = _FARGER[funnet.alvor]
    sted = skjerm.malt(ufarlig(str(funnet.sted)), "1")
    alvor = skjerm.malt(funnet.alvor.value, farge)
    hva = f"{funnet.sted}: {funnet.alvor} {funnet.kode}: {funnet.melding}"
    linjer = skjerm.brutt(hva, _MARG)
    linjer[0] = linjer[0].replace(f"{funnet.sted}: {funnet.alvor}", f"{sted}: {alvor}", 1)
    if funnet.sted.tekst.strip():
        tekst, foran, under = _utsnitt(funnet.sted, skjerm.bredde)
        linjer += [_MARG + tekst, _MARG + " " * foran + skjerm.malt("^" * under, farge)]
    if funnet.raad:
        linjer += skjerm.brutt(f"{_MARG}{funnet.raad}", _MARG)
    return "".join(f"{linje}\n" for linje in linjer)


def _utsnitt(sted: Sted, bredde: int | None) -> tuple[str, int, int]:
    """The line around a fault, how many columns are before the carets, and how many carets."""
    start = sted.kolonne - 1
    slutt = start + sted.lengde
    foran = kildetekst(sted.tekst[max(0, start - _LANG_LINJE) : start])
    feilen = kildetekst(sted.tekst[start : min(slutt, start + _LANG_LINJE)])
    bak = kildetekst(sted.tekst[slutt : slutt + _LANG_LINJE])
    plass = max(20, (bredde or _LANG_LINJE) - len(_MARG))
    kort = _kuttet(feilen, plass // 2)
    if kort != feilen:
        feilen, bak = kort, ""
    foran = _kuttet(foran[::-1], max(1, plass * 2 // 3 - _kolonner(feilen)))[::-1]
    bak = _kuttet(bak, plass - _kolonner(foran + feilen))
    return foran + feilen + bak, _kolonner(foran), max(1, _kolonner(feilen))


def _kuttet(tekst: str, plass: int) -> str:
    """Text in so many columns, with «…» where some of it is left out."""
    if _kolonner(tekst) <= plass:
        return tekst
    antall, brukt = 0, 1
    for tegn in tekst:
        brukt += _kolonner(tegn)
        if brukt > plass:
            break
        antall += 1
    return f"{tekst[:antall]}…"


def _kolonner(tekst: str) -> int:
    """How many columns a terminal shows text in: wide letters take two, accents none."""
    if tekst.isascii():
        return len(tekst)
    from rich.cells import cell_len

    return cell_len(tekst)


FORMAT = Format({"funn": funn}, (".txt",))
