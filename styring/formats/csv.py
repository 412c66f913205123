"""For spreadsheets: CSV as a Norwegian Excel opens it, with nothing in it that can run."""

import csv
from io import StringIO

from styring.formats.format import Format, kodet
from styring.formats.skjerm import Skjerm
from styring.views.tekstform import som_kode
from styring.views.visning import Tabell, Verdi

_BOM = "\ufeff"
FORMEL = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes a formula to begin with, the full-width forms too."""


def tabell(visning: Tabell, skjerm: Skjerm) -> bytes:
    """A heading of column keys and a line a record: `;` between, UTF-8 with BOM, CRLF."""
    ut = StringIO()
    ut.write(_BOM)
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    skriver.writerow([kolonne.noekkel for kolonne in visning.kolonner])
    skriver.writerows([_celle(verdi) for verdi in rad] for rad in visning.rader)
    return kodet(ut.getvalue())


def _celle(verdi: Verdi) -> str | int:
    if isinstance(verdi, int):
        return verdi
    tekst = som_kode(verdi)
    # An apostrophe makes a spreadsheet show the rest as text.
    return f"'{tekst}" if tekst.lstrip().startswith(FORMEL) else tekst


FORMAT = Format({"tabell": tabell}, (".csv",))
