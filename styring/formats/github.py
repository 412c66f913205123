"""For GitHub Actions: findings as the workflow commands that set a note at the line."""

from collections import Counter

from styring.finding import Alvor, Finding, innenfor
from styring.formats.format import Format, i_linjer
from styring.formats.skjerm import Skjerm
from styring.formats.tekst import opptelling
from styring.tegn import ufarlig
from styring.views.funn import Funn

_KOMMANDO = {Alvor.FEIL: "error", Alvor.ADVARSEL: "warning", Alvor.MERKNAD: "notice"}
_HOEYST = 10
"""How many notes of a kind GitHub takes from a step."""
_FOR_MANGE = "GitHub viser bare de ti første av hver alvorlighetsgrad ved linjene. Her står alle."


def funn(visning: Funn, skjerm: Skjerm) -> bytes:
    """A command a finding, and a line that counts them.

    The log shows nothing but the message of a command, so the place is there too.
    """
    antall = Counter(funnet.alvor for funnet in visning.funn)
    linjer = [*map(_kommando, innenfor(visning.funn)), opptelling(visning.funn)]
    if any(av_slaget > _HOEYST for av_slaget in antall.values()):
        linjer.append(_FOR_MANGE)
    return i_linjer(linjer)


def _kommando(funnet: Finding) -> str:
    sted = funnet.sted
    felt = {
        "file": sted.fil,
        "line": sted.linje,
        "endLine": sted.linje,
        "col": sted.kolonne,
        "endColumn": sted.kolonne + sted.lengde - 1,
        "title": funnet.kode,
    }
    felter = ",".join(f"{navn}={_felt(ufarlig(str(verdi)))}" for navn, verdi in felt.items())
    melding = f"{sted}: {funnet.kode}: {funnet.melding}"
    tekst = "\n".join(ufarlig(del_) for del_ in (melding, funnet.raad) if del_)
    return f"::{_KOMMANDO[funnet.alvor]} {felter}::{_tekst(tekst)}"


def _tekst(tekst: str) -> str:
    return tekst.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _felt(tekst: str) -> str:
    return _tekst(tekst).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format({"funn": funn}, om="det vanlige i GitHub Actions", for_lager=True)
