"""What the shell offers to fill in: what there is in the data at hand, with its title."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer

from styring.cli.gitt import gruppens_slag
from styring.cli.omgivelse import omgivelse
from styring.errors import StyringError
from styring.mente import som_lest
from styring.slag import (
    FILER,
    KONTAKT,
    MAAL,
    OPPDRAG,
    OPPFULGTE,
    OPPGAVE,
    SAK,
    SEKTOR,
    VEDTAK,
    Slag,
)

if TYPE_CHECKING:
    from datetime import date

    from styring.register.innhold import Register

Tilbud = list[tuple[str, str]]
"""What can be filled in, and what it is."""
_ErMed = Callable[[typer.Context, dict[str, Any]], bool]


def av(*slag: Slag[Any], er_med: _ErMed | None = None) -> Callable[[typer.Context], Tilbud]:
    """What offers the records of some kinds by id, with what they are.

    It offers what stands in the files, broken records too: to check them all would take too long.
    """

    def tilbud(ctx: typer.Context) -> Tilbud:
        from styring.register.lesing import raa

        try:
            alle = [*raa(omgivelse(ctx).mappe, slag)]
        except (StyringError, OSError):
            return []  # a shell that is filling in has no place for messages
        med = ((ett, post) for ett, post in alle if er_med is None or er_med(ctx, post))
        ider = ((post.get(ett.noekkel), post.get(ett.tittel)) for ett, post in med)
        return [(en, str(navn or "")) for en, navn in ider if isinstance(en, str)]

    return tilbud


def _er_der(ctx: typer.Context, kontakt: dict[str, Any]) -> bool:
    """They can be given something, for they have not left by the day."""
    return str(kontakt.get("sluttet") or "9") >= omgivelse(ctx).dag.isoformat()


sektorer = av(SEKTOR)
kontakter = av(KONTAKT)
mottakere = av(KONTAKT, er_med=_er_der)
folk_og_sektorer = av(KONTAKT, SEKTOR)
maal = av(*MAAL)
oppdrag = av(OPPDRAG)
vedtak = av(VEDTAK)
saker = av(SAK)
oppdrag_og_oppgaver = av(OPPDRAG, OPPGAVE)
alt_som_foelges_opp = av(*OPPFULGTE, OPPGAVE)
i_traaden = av(*MAAL, *OPPFULGTE, OPPGAVE)


def av_slaget(ctx: typer.Context) -> Tilbud:
    """Records of the kind that the command's group is named for."""
    return av(gruppens_slag(ctx))(ctx)


def _ordene(modul: str, navn: str) -> Callable[[], Tilbud]:
    """What offers the words of an enumeration, with how people read them.

    A hyphen holds two together, for a space would part them.
    """
    return lambda: ordene_i(getattr(import_module(f"styring.{modul}"), navn))()


def ordene_i(ordene: Iterable[str]) -> Callable[[], Tilbud]:
    """The same of words that are at hand."""
    return lambda: [(som_lest(ord_).replace(" ", "-"), som_lest(ord_)) for ord_ in ordene]


statuser = _ordene("model.oppdrag", "Status")
rapportstatuser = _ordene("model.oppdrag", "Rapportstatus")
vurderinger = _ordene("model.oppdrag", "Vurdering")
spor = _ordene("model.aarshjul", "Spor")
opphav = _ordene("model.opphav", "Opphavstype")
inndelinger = _ordene("stand.inndeling", "Etter")
vedtaksinndelinger = _ordene("stand.vedtaksstand", "Vedtaksinndeling")


def _fra(ordene: Callable[[Register, date], Iterable[Any]]) -> Callable[[typer.Context], Tilbud]:
    """What offers the words that the data have on a day, or those with what they are."""

    def tilbud(ctx: typer.Context) -> Tilbud:
        try:
            om = omgivelse(ctx)
            funnet = list(ordene(om.register, om.dag))
        except (StyringError, OSError):
            return []  # a shell that is filling in has no place for messages
        return [en if isinstance(en, tuple) else (str(en), "") for en in funnet]

    return tilbud


organer = _fra(lambda r, _: sorted({o for v in r.vedtak if (o := r.vedtatt(v).organ)}))
vedtakstyper = _fra(lambda r, _: ((t.kode, t.navn) for t in r.vedtakstyper.values()))
kategorier = _fra(lambda r, _: sorted({h.kategori for h in r.hendelser if h.kategori}))
perioder = _fra(lambda r, _: ((p.kode, p.navn) for p in r.perioder.values()))


@_fra
def aar(register: Register, dag: date) -> Iterable[int]:
    """The years that the year's wheel has events in."""
    from styring.stand.hendelser import hendelsesaarene

    return hendelsesaarene(register)


@_fra
def oppdragsaar(register: Register, dag: date) -> Iterable[int]:
    """The years that there are oppdrag for."""
    from styring.stand.runder import oppdragsaarene

    return oppdragsaarene(register)


@_fra
def tidligere_perioder(register: Register, dag: date) -> Tilbud:
    """The periods of the years that are reported on, those that have come."""
    from styring.stand.runder import oppdragsaarene, periodedag, rundeaar

    koder = [
        (f"{aar}-{kode}", f"{periode.navn} {aar}")
        for aar in (rundeaar(register, dag) if register.bare_vedtak else oppdragsaarene(register))
        for kode, periode in register.perioder.items()
    ]
    return [(kode, navn) for kode, navn in koder if (periodedag(register, kode) or dag) < dag]


@_fra
def revisjoner(register: Register, dag: date) -> Iterable[tuple[str, str]]:
    """The branches and tags of the repository that the data are in."""
    from styring.git import revisjoner

    return revisjoner(register.mappe)


def slag() -> list[str]:
    """The kinds of data files."""
    return [slag.navn for slag in FILER]


def koder() -> Tilbud:
    """The codes of rules, with their titles."""
    from styring.rules.kjoering import alle

    return [(regel.kode, regel.tittel) for regel in alle()]
