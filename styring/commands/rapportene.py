"""`styring rapport tertial` and `aar`: the reports to the kommunedirektør, the elected and all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from styring.commands import tolk, valg
from styring.commands.dokument import Aar, gi_alle
from styring.commands.norsk import kommando, ny_app
from styring.commands.omgivelse import omgivelse
from styring.errors import WrongUse

if TYPE_CHECKING:
    from styring.model.kommune import Periode
    from styring.register.innhold import Register

app = ny_app()


@kommando(app, "tertial")
def tertial(
    ctx: typer.Context,
    periode: valg.Periode = None,
    sektor: valg.Sektorer = None,
    format_: valg.Dokumentformat = None,
    ut: valg.Ut = None,
) -> None:
    """Lag tertialrapporten: hvordan det står, hva som er endret, og hva som mangler.

    Rapporter, delegeringer, vedtak og målinger er som de var den dagen runden gjelder. Resten, som
    titler, frister og knytninger, er som det står i filene nå. Rapporten er for alle: det som er
    unntatt offentlighet, er talt, men ikke med. Les gjennom det folk har skrevet, før du sender.
    """
    from styring.documents.tertial import tertial

    om = omgivelse(ctx)
    aar, runde = _runde(om.register, periode, om.dag)
    koder = tolk.sektorkoder(om.register, sektor)
    gi_alle(om, tertial(om.register, aar, runde, koder), tolk.dokumentformat(format_, ut), ut)


@kommando(app, "aar")
def aar(
    ctx: typer.Context,
    aar: Aar = None,
    format_: valg.Dokumentformat = None,
    ut: valg.Ut = None,
) -> None:
    """Lag kapitlet om oppdragene i årsrapporten: hva som kom ut av dem, mål for mål.

    Er ikke året slutt, sier det hvordan det står i dag (eller på --dato). Kapitlet er for alle: det
    som er unntatt offentlighet, er talt, men ikke med. Les gjennom det folk har skrevet, før du
    sender.
    """
    from styring.documents.aarsrapport import aarsrapport

    om = omgivelse(ctx)
    aaret = tolk.oppdragsaar(om.register, aar, om.dag)
    gi_alle(om, aarsrapport(om.register, aaret, om.dag), tolk.dokumentformat(format_, ut), ut)


def _runde(register: Register, soekt: str | None, dag: date) -> tuple[int, Periode]:
    """The round that is meant and its year, the newest that has come by a day when none is given.

    `T1` is that of the newest year with oppdrag. Raises WrongUse for one that has not come, or that
    was before all there is.
    """
    from styring.register import oppslag, stand
    from styring.views.oppdrag import aarene

    aar = tolk.oppdragsaar(register, None, dag)
    nyeste = stand.siste_periode(register, aar, dag) or stand.siste_periode(register, aar - 1, dag)
    soekt = tolk.tekst("--periode", soekt)
    soekt = oppslag.periode(register, soekt, aar) if soekt is not None else nyeste
    funnet = stand.delt_periode(register, soekt) if soekt else None
    raad = f"Den nyeste er {nyeste}." if nyeste else None
    if funnet is None:
        raise WrongUse("ingen rapporteringsrunde er kommet", raad)
    if (da := funnet[1].dag(funnet[0])) > dag:
        raise WrongUse(f"{soekt} er ikke kommet: den sier hvordan det står {da:%d.%m.%Y}", raad)
    finnes = aarene(register)
    if finnes and funnet[0] < finnes[0] and all(en.dato and en.dato > da for en in register.vedtak):
        raad = f"Det er oppdrag for {', '.join(map(str, finnes))}."
        raise WrongUse(f"det var ingen oppdrag eller vedtak å rapportere om for {soekt}", raad)
    return funnet
