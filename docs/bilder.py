"""Pictures of the terminal, as SVG that fetches nothing."""

import re
from io import StringIO

from docs.kjoering import vist

KOMMANDOER = {
    "status": ("status", 96),
    "endret": ("status --siden 2025-T1 --sektor HEL", 96),
    "roedtraad": ("roedtraad HEL-2025-02", 96),
    "aarshjul": ("aarshjul vis", 96),
    "oppdrag": ("oppdrag vis HEL-2025-02", 96),
    "valider": ("valider", 96),
}
"""The command in each picture, and how many columns its terminal has."""

_SKRIFT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def bilde(navn: str) -> str:
    """A command and what it shows, in a window that is dark on any page."""
    from rich.console import Console
    from rich.text import Text

    kommando, bredde = KOMMANDOER[navn]
    konsoll = Console(record=True, width=bredde, file=StringIO(), legacy_windows=False)
    konsoll.print(Text.assemble(("$ ", "dim"), f"styring {kommando}"))
    konsoll.print(Text.from_ansi(vist(kommando, bredde=bredde).rstrip("\n")), soft_wrap=True)
    svg = konsoll.export_svg(title="styring", unique_id=f"styring-{navn}")
    uten_nett = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: [^;]*;", f"font-family: {_SKRIFT};", uten_nett)
