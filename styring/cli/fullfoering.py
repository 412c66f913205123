"""What the shell offers to fill in: what there is in the data at hand, with its title."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer

from styring.cli.gitt import gruppens_slag
from styring.cli.omgivelse import omgivelse
from styring.errors import StyringError
from styring.slag import FILER, KONTAKT, MAAL, OPPDRAG, OPPFULGTE, OPPGAVE, SEKTOR, VEDTAK, Slag

if TYPE_CHECKING:
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
maal = av(*MAAL)
oppdrag = av(OPPDRAG)
vedtak = av(VEDTAK)
oppdrag_og_oppgaver = av(OPPDRAG, OPPGAVE)
alt_som_foelges_opp = av(*OPPFULGTE, OPPGAVE)
i_traaden = av(*MAAL, *OPPFULGTE, OPPGAVE)


def folk_og_sektorer(ctx: typer.Context) -> Tilbud:
    """People and sectors, with their names."""
    return kontakter(ctx) + sektorer(ctx)


def av_slaget(ctx: typer.Context) -> Tilbud:
    """Records of the kind that the command's group is named for."""
    return av(gruppens_slag(ctx))(ctx)


def _ordene(modul: str, navn: str) -> Callable[[], Tilbud]:
    """What offers the words of an enumeration, with how people read them.

    A hyphen holds two together, for a space would part them.
    """

    def tilbud() -> Tilbud:
        ordene = getattr(import_module(f"styring.{modul}"), navn)
        return [(ord_.navn.replace(" ", "-"), ord_.navn) for ord_ in ordene]

    return tilbud


statuser = _ordene("model.oppdrag", "Status")
rapportstatuser = _ordene("model.oppdrag", "Rapportstatus")
vurderinger = _ordene("model.oppdrag", "Vurdering")
spor = _ordene("model.aarshjul", "Spor")
inndelinger = _ordene("stand.inndeling", "Etter")


def vedtakstyper() -> Tilbud:
    """The kinds of vedtak."""
    return [("politisk", "vedtak i en sak"), ("verbal", "verbalvedtak")]


def organer(ctx: typer.Context) -> Tilbud:
    """Those who have made vedtak."""
    return _fra(ctx, lambda register: sorted({(v.organ, "") for v in register.vedtak if v.organ}))


def kategorier(ctx: typer.Context) -> Tilbud:
    """The categories of events that are in use."""
    return _fra(
        ctx,
        lambda register: sorted({(h.kategori, "") for h in register.hendelser if h.kategori}),
    )


def aar(ctx: typer.Context) -> Tilbud:
    """The years that the year's wheel has events in."""
    from styring.stand.hendelser import hendelsesaarene

    return _fra(ctx, lambda register: ((str(aar), "") for aar in hendelsesaarene(register)))


def oppdragsaar(ctx: typer.Context) -> Tilbud:
    """The years that there are oppdrag for."""
    from styring.stand.runder import oppdragsaarene

    return _fra(ctx, lambda register: ((str(aar), "") for aar in oppdragsaarene(register)))


def perioder(ctx: typer.Context) -> Tilbud:
    """The reporting rounds by code, with their names."""
    return _fra(ctx, lambda register: ((p.kode, p.navn) for p in register.perioder.values()))


def tidligere_perioder(ctx: typer.Context) -> Tilbud:
    """The periods of the years that are reported on, those that have come."""

    def tilbud(register: Register) -> list[tuple[str, str]]:
        from styring.stand.runder import oppdragsaarene, periodedag, rundeaar

        dag = omgivelse(ctx).dag
        bare_vedtak = register.bare_vedtak
        aarene = rundeaar(register, dag) if bare_vedtak else oppdragsaarene(register)
        koder = [
            (f"{aar}-{kode}", f"{periode.navn} {aar}")
            for aar in aarene
            for kode, periode in register.perioder.items()
        ]
        return [(kode, navn) for kode, navn in koder if (periodedag(register, kode) or dag) < dag]

    return _fra(ctx, tilbud)


def revisjoner(ctx: typer.Context) -> Tilbud:
    """The branches and tags of the repository that the data are in."""
    from styring.git import revisjoner

    return _fra(ctx, lambda register: revisjoner(register.mappe))


def slag() -> list[str]:
    """The kinds of data files."""
    return [slag.navn for slag in FILER]


def koder() -> Tilbud:
    """The codes of rules, with their titles."""
    from styring.rules.kjoering import alle

    return [(regel.kode, regel.tittel) for regel in alle()]


def _fra(ctx: typer.Context, tilbud: Callable[[Register], Iterable[tuple[str, str]]]) -> Tilbud:
    try:
        return list(tilbud(omgivelse(ctx).register))
    except (StyringError, OSError):
        return []  # a shell that is filling in has no place for messages
