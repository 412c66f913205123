"""`styring brev` and the documents of `styring rapport`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from styring.cli import fullfoering, tolk, utad, valg
from styring.cli.norsk import kommando, ny_app
from styring.cli.omgivelse import Omgivelse, omgivelse, si
from styring.errors import StyringError
from styring.mappe import vist
from styring.register import egnemaler as maler
from styring.tegn import UKJENT
from styring.views.tekstform import ufarlig

if TYPE_CHECKING:
    from collections.abc import Iterable

    from styring.documents.dokument import Dokument
    from styring.model.aarshjul import Hendelse
    from styring.model.oppdrag import Oppdrag

app = ny_app()

_LANGT = 300_000
"""A PDF of so many characters takes seconds."""

Aar = Annotated[
    str | None,
    typer.Option(
        metavar="ÅÅÅÅ",
        help="Året. Ellers det nyeste som har oppdrag i dag (eller på --dato).",
        autocompletion=fullfoering.oppdragsaar,
    ),
]

EnSektor = Annotated[
    str,
    typer.Option(
        "--sektor",
        "-s",
        metavar="KODE",
        help="Sektoren det gjelder.",
        autocompletion=fullfoering.sektorer,
    ),
]


@kommando(app, "brev")
def brev(
    ctx: typer.Context,
    aar: Aar = None,
    format_: valg.Dokumentformat = "markdown",
    ut: valg.Ut = None,
) -> None:
    """Lag styringsbrevet: målene, årets oppdrag, og hvordan de følges opp.

    Brevet er for alle. Det som er unntatt offentlighet, er ikke med. Ligger det en fil
    «maler/forord.md» i datamappen, blir den forordet, og «maler/brev.md» brukes i stedet for malen
    som følger med.
    """
    from styring.documents.brev import brev
    from styring.offentlig.doer import offentlig_da

    om = omgivelse(ctx)
    aaret = tolk.oppdragsaar(om.kjent, aar, om.dag)
    poster: list[Oppdrag | Hendelse] = [
        *(en for en in om.register.oppdrag if aaret in om.register.aarene(en)),
        *(en for en in om.register.hendelser if en.naar.er_i(aaret)),
    ]
    synlig = offentlig_da(om.kjent, aaret, om.dag)
    gi_alle(om, brev(synlig, aaret, om.dag), format_, poster)


@kommando(app, "notat")
def notat(
    ctx: typer.Context,
    sektor: EnSektor,
    format_: valg.Dokumentformat = "markdown",
    ut: valg.Ut = None,
) -> None:
    """Lag notatet til styringsdialogen med en sektor: hvordan det står, og hva du kan spørre om.

    Notatet er internt: det som er unntatt offentlighet, er med, og er merket.
    """
    from styring.documents.notat import notat

    om = omgivelse(ctx)
    sektoren, aaret = tolk.sektor(om.kjent, sektor), tolk.oppdragsaar(om.kjent, None, om.dag)
    gi(om, notat(om.kjent, sektoren, aaret, om.dag), format_)


@kommando(app, "virksomhetsplan")
def virksomhetsplan(
    ctx: typer.Context,
    sektor: EnSektor,
    aar: Aar = None,
    format_: valg.Dokumentformat = "markdown",
    ut: valg.Ut = None,
) -> None:
    """Lag virksomhetsplanen for en sektor: målene, oppdragene med oppgaver, hvem og når.

    Planen er intern: det som er unntatt offentlighet, er med, og er merket.
    """
    from styring.documents.virksomhetsplan import virksomhetsplan

    om = omgivelse(ctx)
    sektoren, aaret = tolk.sektor(om.kjent, sektor), tolk.oppdragsaar(om.kjent, aar, om.dag)
    gi(om, virksomhetsplan(om.kjent, sektoren, aaret, om.dag), format_)


def gi_alle(
    om: Omgivelse,
    dokument: Dokument,
    format_: str,
    poster: Iterable[Oppdrag | Hendelse] = (),
) -> None:
    """As `gi`, of a document for the public; and says what is not in it, of some records too."""
    from styring.documents.markdown import som_tekst
    from styring.offentlig.sladding import UTELATT

    steder = dokument.tekst.count(som_tekst(UTELATT))
    gi(om, dokument, format_, *utad.merknader(poster, steder))


def gi(om: Omgivelse, dokument: Dokument, format_: str, *merknader: str) -> None:
    """Writes a document to the file that was asked for, else to stdout; remarks beside it.

    Raises typer.Exit (exit status 1) when some of the data is broken.
    """
    from styring.documents.valg import er_tekst, skriv

    if format_ == "pdf" and len(dokument.tekst) > _LANGT and sys.stderr.isatty():
        si("Lager PDF av et langt dokument. Det kan ta en stund.")
    if om.ut is None and sys.stdout.isatty() and not er_tekst(format_):
        raad = f"Skriv til en fil, for eksempel med --ut dokument.{format_}."
        raise StyringError(f"{format_} kan ikke vises her", raad)
    innhold, uvist = skriv(om.mappe, dokument, format_)
    om.gi(innhold)
    if uvist:
        tegn = ", ".join(f"{ett} ({' '.join(f'U+{ord(t):04X}' for t in ett)})" for ett in uvist)
        ett_tegn = "1 tegn" if len(uvist) == 1 else f"{len(uvist)} tegn"
        si(f"{ett_tegn} finnes ikke i skriften, og er skrevet som «{UKJENT}»: {tegn}.")
    if ubrukte := maler.ubrukte(om.mappe):
        navn = ", ".join(map(ufarlig, ubrukte))
        brukes = f"Malene du kan ha der, er {', '.join(maler.NAVN)}."
        merknader = (*merknader, f"Ikke brukt i {vist(om.mappe / 'maler')}: {navn}. {brukes}")
    if merknader:
        si(*merknader)
    if om.si_utelatt():
        raise typer.Exit(1)
