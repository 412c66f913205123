"""What the shell offers to fill in: what there is in the data at hand, with its title."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

import typer

from styring.cli.gitt import gruppens_slag
from styring.cli.omgivelse import Omgivelse, omgivelse
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
    VIRKSOMHET,
    Slag,
)

Tilbud = list[tuple[str, str]]
"""What can be filled in, and what it is."""


def _fra(
    ordene: Callable[[Omgivelse], Iterable[str | int | tuple[str, str]]],
) -> Callable[[typer.Context], Tilbud]:
    """What offers the words that the data have on a day, or those with what they are."""

    def tilbud(ctx: typer.Context) -> Tilbud:
        try:
            funnet = list(ordene(omgivelse(ctx)))
        except (StyringError, OSError):
            return []  # a shell that is filling in has no place for messages
        return [en if isinstance(en, tuple) else (str(en), "") for en in funnet]

    return tilbud


def av(
    *slag: Slag[Any], er_med: Callable[[Omgivelse, dict[str, Any]], bool] = lambda *_: True
) -> Callable[[typer.Context], Tilbud]:
    """What offers the records of some kinds by id, with what they are.

    It offers what stands in the files, broken records too: to check them all would take too long.
    """

    def poster(om: Omgivelse) -> Iterator[tuple[str, str]]:
        from styring.register.lesing import raa

        for ett, post in raa(om.mappe, slag):
            if isinstance(id_ := post.get(ett.noekkel), str) and er_med(om, post):
                yield id_, str(post.get(ett.tittel) or "")

    return _fra(poster)


def _er_der(om: Omgivelse, kontakt: dict[str, Any]) -> bool:
    """They can be given something, for they have not left by the day."""
    return str(kontakt.get("sluttet") or "9") >= om.dag.isoformat()


def _er_til(om: Omgivelse, enhet: dict[str, Any]) -> bool:
    """It can be given something, for it is not a sector that is no longer."""
    gjelder = enhet.get("gjelder")
    til = gjelder.get("til") if isinstance(gjelder, dict) else None
    if til is None:
        return True
    from styring.model.tid import UgyldigTid, les_frist

    with suppress(UgyldigTid):
        return les_frist(til).siste_dag >= om.dag
    return True


sektorer = av(SEKTOR)
gyldige_sektorer = av(SEKTOR, er_med=_er_til)
kontakter = av(KONTAKT)
mottakere = av(KONTAKT, VIRKSOMHET, er_med=_er_der)
folk_og_sektorer = av(KONTAKT, SEKTOR)
maal = av(*MAAL)
oppdrag = av(OPPDRAG)
vedtak = av(VEDTAK)
saker = av(SAK)
virksomheter = av(VIRKSOMHET)
enheter = av(SEKTOR, VIRKSOMHET)
gyldige_enheter = av(SEKTOR, VIRKSOMHET, er_med=_er_til)
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


organer = _fra(
    lambda om: sorted({o for v in om.register.vedtak if (o := om.register.vedtatt(v).organ)})
)
vedtakstyper = _fra(lambda om: ((t.kode, t.navn) for t in om.register.vedtakstyper.values()))
kategorier = _fra(lambda om: sorted({h.kategori for h in om.register.hendelser if h.kategori}))
perioder = _fra(lambda om: ((p.kode, p.navn) for p in om.register.perioder.values()))


@_fra
def aar(om: Omgivelse) -> Iterable[int]:
    """The years that the year's wheel has events in."""
    from styring.stand.hendelser import hendelsesaarene

    return hendelsesaarene(om.register)


@_fra
def oppdragsaar(om: Omgivelse) -> Iterable[int]:
    """The years that there are oppdrag for."""
    from styring.stand.runder import oppdragsaarene

    return oppdragsaarene(om.register)


@_fra
def tidligere_perioder(om: Omgivelse) -> Tilbud:
    """The periods of the years that are reported on, those that have come."""
    from styring.stand.runder import oppdragsaarene, periodedag, rundeaar

    register, dag = om.register, om.dag
    koder = [
        (f"{aar}-{kode}", f"{periode.navn} {aar}")
        for aar in (rundeaar(register, dag) if register.bare_vedtak else oppdragsaarene(register))
        for kode, periode in register.perioder.items()
    ]
    return [(kode, navn) for kode, navn in koder if (periodedag(register, kode) or dag) < dag]


@_fra
def revisjoner(om: Omgivelse) -> Iterable[tuple[str, str]]:
    """The branches and tags of the repository that the data are in."""
    from styring.git import revisjoner

    return revisjoner(om.mappe)


def slag() -> list[str]:
    """The kinds of data files."""
    return [slag.navn for slag in FILER]


def koder() -> Tilbud:
    """The codes of rules, with their titles."""
    from styring.rules.kjoering import alle

    return [(regel.kode, regel.tittel) for regel in alle()]
