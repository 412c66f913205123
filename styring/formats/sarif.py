"""For code scanning: findings and the rules they break, as SARIF 2.1.0 (OASIS)."""

import os
from collections import Counter
from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote

from styring import __version__
from styring.finding import Alvor, Finding, Sted, innenfor
from styring.formats.format import Format
from styring.formats.json import skriv
from styring.formats.skjerm import Skjerm
from styring.rules.kjoering import alle, uten_linje
from styring.rules.regel import Regel
from styring.tegn import ufarlig
from styring.views.funn import Funn
from styring.views.visning import Data

_SKJEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_NIVAA = {Alvor.FEIL: "error", Alvor.ADVARSEL: "warning", Alvor.MERKNAD: "note"}
_ROT = "ROT"


def funn(visning: Funn, skjerm: Skjerm) -> bytes:
    """One run, with every rule there is and a result a finding."""
    regler = alle()
    nummer = {regel.kode: nummer for nummer, regel in enumerate(regler)}
    like: Counter[str] = Counter()
    resultater: list[Data] = []
    for funnet in innenfor(visning.funn):
        merke = _merke(funnet)
        like[merke] += 1
        resultater.append(_resultat(funnet, nummer[funnet.kode], f"{merke}:{like[merke]}"))
    verktoy: Data = {
        "name": "styring",
        "version": __version__,
        "language": "nb",
        "rules": [_regel(regel) for regel in regler],
    }
    kjoering: Data = {
        "tool": {"driver": verktoy},
        "language": "nb",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROT: {"description": {"text": "Rotmappen i kodelageret."}}},
        "results": resultater,
    }
    return skriv({"$schema": _SKJEMA, "version": "2.1.0", "runs": [kjoering]})


def _regel(regel: Regel) -> Data:
    hvorfor = [" ".join(avsnitt.split()) for avsnitt in regel.hvorfor.split("\n\n")]
    markdown = [*hvorfor]
    for hva, eksempel in zip(("Galt", "Riktig"), regel.eksempler, strict=False):
        markdown.append(f"{hva} i `{eksempel.fil}`:\n\n```yaml\n{eksempel.tekst}\n```")
    return {
        "id": regel.kode,
        "shortDescription": {"text": regel.tittel},
        "fullDescription": {"text": "\n\n".join(hvorfor)},
        "help": {"text": regel.forklaring, "markdown": "\n\n".join(markdown)},
        "defaultConfiguration": {"level": _NIVAA[regel.alvor]},
    }


def _resultat(funnet: Finding, nummer: int, merke: str) -> Data:
    raad = f". {funnet.raad}" if funnet.raad else ""
    return {
        "ruleId": funnet.kode,
        "ruleIndex": nummer,
        "level": _NIVAA[funnet.alvor],
        "message": {"text": _tekst(f"{funnet.melding}{raad}")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _fil(funnet.sted.fil),
                    "region": _omraade(funnet.sted),
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": merke},
    }


def _tekst(tekst: str) -> str:
    """A message without what SARIF reads as a placeholder (3.11.5) or a link (3.11.6)."""
    return ufarlig(tekst).replace("{", "{{").replace("}", "}}").replace("](", "]\\(")


def _fil(fil: str) -> Data:
    sti = PurePath(fil)
    if sti.is_absolute():
        return {"uri": sti.as_uri()}
    return {"uri": quote(os.fsencode(sti.as_posix())), "uriBaseId": _ROT}


def _omraade(sted: Sted) -> Data:
    omraade = {"startLine": sted.linje, "startColumn": sted.kolonne}
    slutt = {"endColumn": sted.kolonne + sted.lengde} if sted.tekst else {}  # the one behind it
    return omraade | slutt


def _merke(funnet: Finding) -> str:
    """What a fault is known by when lines have moved: all but the numbers of lines."""
    deler = (funnet.kode, funnet.sted.fil, funnet.sted.tekst.strip(), uten_linje(funnet.melding))
    return sha256("\0".join(deler).encode("utf-8", "surrogatepass")).hexdigest()[:16]


FORMAT = Format({"funn": funn}, (".sarif",), for_lager=True)
