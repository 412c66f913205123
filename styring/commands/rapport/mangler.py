"""`styring rapport mangler`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from styring import tolk, verdi
from styring.cli import utgang, valg
from styring.cli.omgivelse import omgivelse, si
from styring.mente import ramse
from styring.views.tekstform import midt_i, ufarlig, vist

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from styring.register.innhold import Register
    from styring.stand.purring import Purring, Runde
_VIST = 5
"""How many vedtak are named."""


def mangler(
    ctx: typer.Context,
    periode: valg.Periode = None,
    sektor: valg.Sektorer = None,
    streng: Annotated[
        bool, typer.Option("--streng", help="Slutt med status 1 når noe mangler.")
    ] = False,
    format_: valg.Purreformat = "tabell",
    ut: Annotated[
        str | None, utgang.ut("Skriv til en fil. Når formatet er epost: mappen med utkastene.")
    ] = None,
) -> None:
    """List opp hva som ikke er rapportert, og hvem som er ansvarlig, med e-postadressen deres.

    Med «--format epost» blir det i stedet et utkast til e-post for hver av dem, som en .eml-fil i
    mappen «purringer» (eller --ut). Dobbeltklikk på den, les gjennom og send. Før fristen ber den
    om rapporten, på fristen minner den om den, og siden purrer den og sier hvor sent det er. Vil
    dere ha en egen tekst, brukes «maler/purring.txt» i datamappen. Det som er unntatt
    offentlighet, står i e-posten bare med id.
    """
    from styring.formats.valg import velg
    from styring.stand.mangler import Utestaaende
    from styring.stand.purring import purringer, runden
    from styring.views.purreliste import tabell

    om = omgivelse(ctx)
    velg(("tabell", "utkast"), format_)
    utvalg = Utestaaende(
        verdi.tekst("--periode", periode), sektor=tolk.sektorkoder(om.kjent, sektor)
    )
    alle = purringer(om.kjent, utvalg, om.dag)
    runde = runden(om.kjent, utvalg, om.dag)
    naa = runden(om.kjent, Utestaaende(), om.dag)
    si(*_om_runden(runde, om.dag), *_om_aaret(om.kjent, runde, naa, om.dag))
    if alle or not om.uleste:
        si(*_hvor_mye(alle, runde, naa))
    si(*_uten_svar(om.kjent, utvalg.sektor))
    if format_ != "epost":
        om.vis(tabell(alle), format_)
    else:
        if alle:
            from styring.cli.utkast import skriv_utkast

            skriv_utkast(om, alle, om.ut or Path("purringer"))
        if om.si_utelatt():
            raise typer.Exit(1)
    if streng and alle:
        raise typer.Exit(1)


def _om_runden(runde: Runde | None, dag: date) -> Iterator[str]:
    """Which it is, and its deadline."""
    if runde is None:
        yield "Ingen rapporteringsrunde er kommet ennå."
        return
    yield f"{ufarlig(runde.navn)} ({runde.periode}), status per {vist(runde.dag)}"
    if dag < runde.dag:
        yield "Dagen er ikke kommet ennå."
    yield _fristen(runde.frist, dag)


def _om_aaret(
    register: Register, runde: Runde | None, naa: Runde | None, dag: date
) -> Iterator[str]:
    """That it is over, or that the next one has rounds and is not begun."""
    from styring.stand.runder import siste_periode

    if runde and naa and runde.dag.year < naa.dag.year:
        runden = ufarlig(midt_i(naa.navn))
        yield f"Det året er over. Det som er ført videre, rapporteres nå for {runden}."
    neste = max((fil.aar for fil in register.oppdragsfiler), default=dag.year) + 1
    if naa and naa.dag.year == neste - 1 and siste_periode(register, neste, dag):
        yield f"Rundene i {neste} kommer når året er begynt: «styring nytt-aar {neste}»."


def _hvor_mye(alle: Sequence[Purring], runde: Runde | None, naa: Runde | None) -> Iterator[str]:
    """How much is missing."""
    from styring.documents.ord import antall

    if not alle:
        if runde and naa and runde.dag.year >= naa.dag.year:
            yield f"Alt er rapportert for {ufarlig(midt_i(runde.navn))}."
        return
    uten = sum(len(purring.mangler) for purring in alle if purring.ansvarlig is None)
    hos = sum(len(purring.mangler) for purring in alle) - uten
    alt = antall(mangel.post for purring in alle for mangel in purring.mangler)
    folk = sum(purring.ansvarlig is not None for purring in alle)
    hos_folk = f"hos {folk} {'person' if folk == 1 else 'personer'}"
    if hos and uten:
        yield f"{alt} mangler rapport: {hos} {hos_folk}, {uten} uten ansvarlig."
    else:
        yield f"{alt} mangler rapport {hos_folk if hos else 'uten ansvarlig'}."


def _uten_svar(register: Register, koder: frozenset[str]) -> Iterator[str]:
    """Which vedtak are done with no answer to those who made them; no report of theirs is missing.

    Only those that the sectors with these codes follow up, when any are given.
    """
    from styring.stand import stand

    ider = [
        ufarlig(vedtak.id)
        for vedtak in register.vedtak
        if stand.mangler_tilbakemelding(register, vedtak)
        and (not koder or koder & stand.sektorer(register, vedtak))
    ]
    if ider:
        hva = f"Ferdig, men ikke meldt tilbake: {ramse(ider, flest=_VIST)}."
        yield f"{hva} Se «styring vedtak restanse»."


def _fristen(frist: date | None, dag: date) -> str:
    """The last day to report, seen from a day."""
    if frist is None:
        return "Fristen for å rapportere er ikke satt i kommune.yaml."
    avstand = abs((frist - dag).days)
    dager = f"{avstand} {'dag' if avstand == 1 else 'dager'}"
    if frist < dag:
        return f"Fristen {vist(frist)} gikk ut for {dager} siden."
    return f"Fristen er {vist(frist)}, {f'om {dager}' if avstand else 'i dag'}."
