"""The changes that were made."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from datetime import datetime

from styring.register.journal import Innfoersel
from styring.views.visning import Kolonne, Tabell

_KOLONNER = (
    Kolonne("nr", "Nr."),
    Kolonne("tid", "Tid"),
    Kolonne("kommando", "Kommando", er_lang=True),
    Kolonne("ider", "Gjelder"),
    Kolonne("felt", "Felt"),
    Kolonne("angret", "Angret"),
)


def logg(innfoersler: Iterable[Innfoersel]) -> Tabell:
    """A change a row, the newest first."""
    alle = tuple(innfoersler)
    angret = {innfoersel.angrer for innfoersel in alle}
    return Tabell(
        _KOLONNER,
        tuple(
            (i.nr, _tid(i), kommando(i), i.ider, i.felt, "ja" if i.nr in angret else None)
            for i in alle
        ),
        lambda: [
            {
                "nr": i.nr,
                "tid": i.tid,
                "kommando": list(i.kommando),
                "ider": list(i.ider),
                "felt": list(i.felt),
                "filer": [fil.fil for fil in i.filer],
                "angrer": i.angrer,
                "angret": i.nr in angret,
            }
            for i in alle
        ],
    )


def kommando(innfoersel: Innfoersel) -> str:
    """The command of a change, as one could type it again."""
    return shlex.join(("styring", *innfoersel.kommando))


def _tid(innfoersel: Innfoersel) -> str:
    return f"{datetime.fromisoformat(innfoersel.tid):%d.%m.%Y %H:%M}"
