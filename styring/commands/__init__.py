"""The commands, in files and folders as they are typed: read arguments, call, show.

A file has a function of its name (`list_` in `list.py`), whose docstring is the help; a folder's
docstring is its help.
"""

from styring.cli import generisk

ELLERS = generisk.grupper()
"""What makes those that no file is."""
REKKEFOELGE = (
    *("oppdrag", "vedtak", "sak", "maal", "indikator", "indikatordel", "maaling", "aarshjul"),
    *("sektor", "kontakt", "roedtraad", "status", "brev", "rapport"),
    *("valider", "nytt-aar", "angre", "logg", "init", "forklar", "skjema", "fullfoering"),
    *("kommune", "periode", "kommunenummer", "vedtakstype"),
    *("list", "tre", "vis", "restanse", "ny", "endre", "sluttet", "fjern", "deleger", "del-opp"),
    *("knytt",),
    *("mangler", "tertial", "aar", "notat", "virksomhetsplan"),
)
"""The order that help lists commands in, in whichever group they are."""
