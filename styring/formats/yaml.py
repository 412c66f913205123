"""For machines and for pasting into a data file: YAML that every reader reads the same."""

import yaml

from styring.formats.format import Format, kodet
from styring.formats.skjerm import Skjerm
from styring.tegn import escaped
from styring.views.ark import Bunke, Tre
from styring.views.hjul import Hjul
from styring.views.visning import Data, Tabell
from styring.yamlfile.scalar import HugeNumber, resolve


def data(visning: Tabell | Bunke | Tre | Hjul, skjerm: Skjerm) -> bytes:
    """What is shown, with all that machines get of it."""
    return kodet(_skriv(visning.data()))


def linje(noekkel: str, tekst: str) -> str:
    """A key and its text on one line, without the line end."""
    return _skriv({noekkel: tekst}).rstrip("\n")


class _Dumper(yaml.SafeDumper):
    """Puts quotes where any reader would take text for something else."""


def _tekst(dumper: yaml.SafeDumper, tekst: str) -> yaml.ScalarNode:
    # PyYAML minds YAML 1.1, resolve() YAML 1.2; what does not print is escaped in double quotes.
    er_synlig = tekst.isprintable() and escaped(tekst, _escape) == tekst
    er_enkel = er_synlig and _er_tekst(tekst)
    return dumper.represent_scalar("tag:yaml.org,2002:str", tekst, None if er_enkel else '"')


def _er_tekst(tekst: str) -> bool:
    try:
        return resolve(tekst) == tekst
    except HugeNumber:
        return False


_Dumper.add_representer(str, _tekst)


def _skriv(data: Data) -> str:
    tekst: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    # What does not print is in double quotes by now.
    return "\n".join(escaped(linje, _escape) for linje in tekst.split("\n"))


def _escape(tegn: str) -> str:
    return f"\\U{ord(tegn):08x}"


FORMAT = Format({"tabell": data, "bunke": data, "tre": data, "hjul": data}, (".yaml", ".yml"))
