"""Text that stays text in Markdown: nothing in it is markup, wherever it stands."""

import re

from markupsafe import Markup

from styring.model.indikator import Tall
from styring.model.lenke import Lenke
from styring.tegn import ufarlig

_FOERST = "\ue000"
"""Stands before what is markup only at the beginning of a line, until it is known where it is.

A private character, of which values have none: `ufarlig` spells them out.
"""

_GRUPPERES = 10_000
"""Whole numbers from here on are written in groups. One of four digits may be a year."""

_ALLTID = re.compile(
    r"[\\`*\[\]<|~$]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # but not inside a word
    r"|(?<!\S)#"  # a heading begins or ends with it
    r"|&(?=#|\w)"  # an entity
)
_ENTITET = re.compile(r"&(?=#?\w+;)")
_I_BEGYNNELSEN = re.compile(
    r"(?=>|[-+](?:[-\s]|$)|:-|=+$)"
    r"|\d{1,9}(?=[.)](?:\s|$))"  # a list's number, whose mark it is that counts
)
_FORAN = re.compile(rf"(?m)^((?:[ \t>]|(?:[-+*]|\d{{1,9}}[.)])[ \t])*\d{{0,9}}){_FOERST}")


def som_tekst(verdi: object) -> Markup:
    """A value as Markdown that shows it as it is, on one line; nothing for None.

    What is Markdown already stays as it is.
    """
    if isinstance(verdi, Markup):
        return verdi
    if isinstance(verdi, Lenke):  # whose address has nothing that could end it
        url = _ENTITET.sub("&amp;", verdi.url)
        return Markup(f"[{som_tekst(verdi.tittel)}](<{url}>)")
    if type(verdi) is int and abs(verdi) >= _GRUPPERES:
        verdi = Tall(verdi)
    tekst = re.sub(" +", " ", ufarlig("" if verdi is None else str(verdi))).strip()
    rent = _ALLTID.sub(r"\\\g<0>", tekst)
    if foerst := _I_BEGYNNELSEN.match(rent):
        rent = rent[: foerst.end()] + _FOERST + rent[foerst.end() :]
    return Markup(rent)


def ferdig(tekst: str) -> str:
    """A filled-in template as it is to be: escapes where lines begin, one blank line at a time.

    Templates come with the data, so the control characters of theirs are spelled out as well.
    """
    tekst = _FORAN.sub(r"\1\\", tekst).replace(_FOERST, "")
    linjer = (ufarlig(linje).rstrip() for linje in tekst.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(linjer)).strip("\n") + "\n"
