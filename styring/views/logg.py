"""The changes that were made."""

import re
import shlex
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise

from styring.journal.innfoersel import Innfoersel
from styring.model.oppdrag import Status, Vurdering
from styring.views.kolonner import felt, oppsett_av
from styring.views.visning import Tabell

_ORD: Mapping[str, type[Status | Vurdering]] = {"--status": Status, "--vurdering": Vurdering}
_TRYGT = re.compile(r"[\w@%+=:,./-]+")


def logg(innfoersler: Iterable[Innfoersel]) -> Tabell:
    """A change a row, the newest first."""
    alle = tuple(innfoersler)
    angret = {innfoersel.angrer for innfoersel in alle}
    return oppsett_av(
        felt("nr", "Nr."),
        felt("tid", "Tid", lambda i: f"{datetime.fromisoformat(i.tid):%d.%m.%Y %H:%M}"),
        felt("kommando", "Kommando", kommando, er_lang=True),
        felt("ider", "Gjelder"),
        felt("felt", "Felt"),
        felt("angret", "Angret", lambda i: "ja" if i.nr in angret else None),
        data=lambda i: {
            "nr": i.nr,
            "tid": i.tid,
            "kommando": list(i.kommando),
            "ider": list(i.ider),
            "felt": list(i.felt),
            "filer": [fil.fil for fil in i.filer],
            "angrer": i.angrer,
            "angret": i.nr in angret,
        },
    ).tabell(alle)


def kommando(innfoersel: Innfoersel) -> str:
    """The command of a change, as one could type it again; a status as people read it."""
    ordene = innfoersel.kommando
    lest = (_som_lest(ord_, foran) for foran, ord_ in pairwise(("", *ordene)))
    # shlex would quote every word with an æ, ø or å in it.
    return " ".join(o if _TRYGT.fullmatch(o) else shlex.quote(o) for o in ("styring", *lest))


def _som_lest(ord_: str, foran: str) -> str:
    """A word of a command, given the one before it."""
    valg, skille, verdi = ord_.rpartition("=")
    for navn, klasse in _ORD.items():
        if (valg or foran) == navn and verdi in set(klasse):
            return f"{valg}{skille}{klasse(verdi).navn}"
    return ord_
