"""For machines: JSON, with every field and those that are worked out."""

import json

from styring.finding import innenfor
from styring.formats.format import Format, i_linjer
from styring.formats.skjerm import Skjerm
from styring.tegn import escaped
from styring.views.ark import Bunke, Tre
from styring.views.funn import Funn
from styring.views.hjul import Hjul
from styring.views.visning import Data, Tabell


def data(visning: Tabell | Bunke | Tre | Hjul, skjerm: Skjerm) -> bytes:
    """What is shown, with all that machines get of it."""
    return skriv(visning.data())


def funn(visning: Funn, skjerm: Skjerm) -> bytes:
    """A list of findings, each with its place."""
    return skriv(
        [
            {
                "kode": f.kode,
                "alvor": f.alvor.value,
                "melding": f.melding,
                "raad": f.raad,
                "fil": f.sted.fil,
                "linje": f.sted.linje,
                "kolonne": f.sted.kolonne,
                "lengde": f.sted.lengde,
            }
            for f in innenfor(visning.funn)
        ]
    )


def skriv(data: Data) -> bytes:
    """JSON in lines, with all that a terminal would obey spelled out."""
    tekst = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return i_linjer(escaped(linje, _escape) for linje in tekst.split("\n"))


def _escape(tegn: str) -> str:
    return json.dumps(tegn)[1:-1]


FORMAT = Format(
    {"tabell": data, "bunke": data, "tre": data, "hjul": data, "funn": funn}, (".json",)
)
