"""What the shell offers to fill in: what there is in the data at hand, with its title."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import typer

from styring.cli.omgivelse import omgivelse
from styring.errors import StyringError

if TYPE_CHECKING:
    from styring.model.aarshjul import Spor
    from styring.model.oppdrag import Status, Vurdering
    from styring.register.innhold import Register
    from styring.stand.inndeling import Etter

Tilbud = list[tuple[str, str]]
"""What can be filled in, and what it is."""


def sektorer(ctx: typer.Context) -> Tilbud:
    """Sectors by code, with their names."""
    return _raa(ctx, "kontakter", "sektorer", "kode", "navn")


def oppdrag(ctx: typer.Context) -> Tilbud:
    """Oppdrag by id, with their titles."""
    return _raa(ctx, "oppdrag", "oppdrag")


def vedtak(ctx: typer.Context) -> Tilbud:
    """Vedtak by id, with their titles."""
    return _raa(ctx, "vedtak", "vedtak")


def av_slaget(ctx: typer.Context) -> Tilbud:
    """Records of the kind that the command's group is named for."""
    gruppe = ctx.parent.info_name if ctx.parent else None
    return vedtak(ctx) if gruppe == "vedtak" else oppdrag(ctx)


def _som_lest(ord_: Status | Vurdering | Spor | Etter) -> tuple[str, str]:
    """A word as people read it; a hyphen holds two together, for a space would part them."""
    return ord_.navn.replace(" ", "-"), ord_.navn


def alt_som_foelges_opp(ctx: typer.Context) -> Tilbud:
    """Oppdrag, vedtak and oppgaver by id, with their titles."""
    return _raa(ctx, "oppdrag", "oppdrag oppgaver") + _raa(ctx, "vedtak", "vedtak oppgaver")


def oppdrag_og_oppgaver(ctx: typer.Context) -> Tilbud:
    """Oppdrag and oppgaver by id, with their titles."""
    return _raa(ctx, "oppdrag", "oppdrag oppgaver") + _raa(ctx, "vedtak", "oppgaver")


def maal(ctx: typer.Context) -> Tilbud:
    """Goals of all levels by id, with their titles."""
    return _raa(ctx, "maal", "satsingsomraader hovedmaal delmaal")


def i_traaden(ctx: typer.Context) -> Tilbud:
    """Goals, oppdrag, vedtak and oppgaver by id, with their titles."""
    return maal(ctx) + alt_som_foelges_opp(ctx)


def kontakter(ctx: typer.Context) -> Tilbud:
    """People by id, with their names."""
    return _raa(ctx, "kontakter", "kontakter", navn="navn")


def mottakere(ctx: typer.Context) -> Tilbud:
    """People who can be given something: those who have not left by the day."""

    def er_der(post: dict[str, Any]) -> bool:
        return str(post.get("sluttet") or "9") >= omgivelse(ctx).dag.isoformat()

    return _raa(ctx, "kontakter", "kontakter", navn="navn", er_med=er_der)


def folk_og_sektorer(ctx: typer.Context) -> Tilbud:
    """People and sectors, with their names."""
    return kontakter(ctx) + sektorer(ctx)


def statuser() -> Tilbud:
    """Statuses, with how people read them."""
    from styring.model.oppdrag import Status

    return [_som_lest(status) for status in Status]


def rapportstatuser() -> Tilbud:
    """The statuses that can be reported."""
    return statuser()[1:]


def vurderinger() -> Tilbud:
    """The judgements, with how people read them."""
    from styring.model.oppdrag import Vurdering

    return [_som_lest(vurdering) for vurdering in Vurdering]


def vedtakstyper() -> Tilbud:
    """The kinds of vedtak."""
    return [("politisk", "vedtak i en sak"), ("verbal", "verbalvedtak")]


def organer(ctx: typer.Context) -> Tilbud:
    """Those who have made vedtak."""
    return _fra(ctx, lambda register: sorted({(v.organ, "") for v in register.vedtak if v.organ}))


def spor() -> Tilbud:
    """The tracks of the year's wheel, with how people read them."""
    from styring.model.aarshjul import Spor

    return [_som_lest(spor) for spor in Spor]


def kategorier(ctx: typer.Context) -> Tilbud:
    """The categories of events that are in use."""
    return _fra(
        ctx,
        lambda register: sorted({(h.kategori, "") for h in register.hendelser if h.kategori}),
    )


def aar(ctx: typer.Context) -> Tilbud:
    """The years that the year's wheel has events in."""

    def tilbud(register: Register) -> list[tuple[str, str]]:
        from styring.views.hjul import aarene

        return [(str(aar), "") for aar in aarene(register)]

    return _fra(ctx, tilbud)


def oppdragsaar(ctx: typer.Context) -> Tilbud:
    """The years that there are oppdrag for."""

    def tilbud(register: Register) -> list[tuple[str, str]]:
        from styring.stand.runder import oppdragsaarene

        return [(str(aar), "") for aar in oppdragsaarene(register)]

    return _fra(ctx, tilbud)


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


def inndelinger() -> Tilbud:
    """What the overview can have a row for each of."""
    from styring.stand.inndeling import Etter

    return [_som_lest(etter) for etter in Etter]


def formater() -> list[str]:
    """The formats of a table."""
    from styring.formats.valg import formater

    return list(formater("tabell"))


def kalenderformater() -> list[str]:
    """The formats of a table that can be a calendar as well."""
    from styring.formats.valg import formater

    return list(formater("tabell", "kalender"))


def purreformater() -> list[str]:
    """The formats of a table that can be a draft of an e-mail as well."""
    from styring.formats.valg import formater

    return list(formater("tabell", "utkast"))


def arkformater() -> list[str]:
    """The formats of a sheet."""
    from styring.formats.valg import formater

    return list(formater("bunke"))


def dokumentformater() -> list[str]:
    """The formats of a document."""
    from styring.documents.valg import FORMATER

    return list(FORMATER)


def funnformater() -> list[str]:
    """The formats of findings."""
    from styring.formats.valg import formater

    return list(formater("funn"))


def revisjoner(ctx: typer.Context) -> Tilbud:
    """The branches and tags of the repository that the data are in."""
    from styring.git import revisjoner

    return _fra(ctx, lambda register: revisjoner(register.mappe))


def slag() -> list[str]:
    """The kinds of data files."""
    from styring.slag import SLAG

    return [slag.navn for slag in SLAG]


def koder() -> Tilbud:
    """The codes of rules, with their titles."""
    from styring.rules.kjoering import alle

    return [(regel.kode, regel.tittel) for regel in alle()]


def _fra(ctx: typer.Context, tilbud: Callable[[Register], Iterable[tuple[str, str]]]) -> Tilbud:
    try:
        return list(tilbud(omgivelse(ctx).register))
    except (StyringError, OSError):
        return []  # a shell that is filling in has no place for messages


def _raa(
    ctx: typer.Context,
    slag: str,
    lister: str,
    id_: str = "id",
    navn: str = "tittel",
    er_med: Callable[[dict[str, Any]], bool] = lambda _: True,
) -> Tilbud:
    """What stands in the files, broken records too: checking them all would take too long here."""
    from styring.register.lesing import raa

    nevnt = lister.split()
    try:
        alle = raa(omgivelse(ctx).mappe, slag, *nevnt)
        poster = [post for liste, post in alle if liste in nevnt and er_med(post)]
    except (StyringError, OSError):
        return []
    ider = ((post.get(id_), post.get(navn)) for post in poster)
    return [(en, str(navnet or "")) for en, navnet in ider if isinstance(en, str)]
