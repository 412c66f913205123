"""`styring rapport tertial`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from styring import tolk, verdi
from styring.cli import valg
from styring.cli.omgivelse import omgivelse
from styring.cli.utgivelse import gi_alle
from styring.errors import WrongUse

if TYPE_CHECKING:
    from styring.model.kommune import Periode
    from styring.register.innhold import Register


def tertial(
    ctx: typer.Context,
    periode: valg.Periode = None,
    sektor: valg.Sektorer = None,
    format_: valg.Dokumentformat = "markdown",
    ut: valg.Ut = None,
) -> None:
    """Lag tertialrapporten: hvordan det står, hva som er endret, og hva som mangler.

    Rapporter, delegeringer, vedtak og målinger er som de var den dagen runden gjelder. Resten, som
    titler, frister og knytninger, er som det står i filene nå. Rapporten er for alle: det som er
    unntatt offentlighet, er talt, men ikke med. Les gjennom det folk har skrevet, før du sender.
    """
    from styring.documents.tertial import tertial
    from styring.offentlig.doer import offentlig_da

    om = omgivelse(ctx)
    aar, runde = _runde(om.kjent, periode, om.dag)
    koder = tolk.sektorkoder(om.kjent, sektor)
    synlig = offentlig_da(om.kjent, aar, runde.dag(aar), koder)
    gi_alle(om, tertial(synlig, aar, runde.kode, koder), format_)


def _runde(register: Register, soekt: str | None, dag: date) -> tuple[int, Periode]:
    """The round that is meant and its year.

    Raises WrongUse for one that has not come, or that was before all there is.
    """
    from styring.stand import runder
    from styring.stand.runder import oppdragsaarene

    nyeste = runder.runden(register, dag)
    soekt = verdi.tekst("--periode", soekt)
    soekt = runder.periode_for(register, soekt, dag) if soekt is not None else nyeste
    funnet = runder.delt_periode(register, soekt) if soekt else None
    raad = f"Den nyeste er {nyeste}." if nyeste else None
    if funnet is None:
        raise WrongUse("ingen rapporteringsrunde er kommet", raad)
    if (da := funnet[1].dag(funnet[0])) > dag:
        raise WrongUse(f"{soekt} er ikke kommet: den sier hvordan det står {da:%d.%m.%Y}", raad)
    er_foer = all(funnet[0] < register.aarene(oppdrag)[0] for oppdrag in register.oppdrag)
    if register.oppfulgte and er_foer and all(en.dato and en.dato > da for en in register.vedtak):
        hva = "vedtak" if register.bare_vedtak else "oppdrag"
        finnes = register.oppfulgte_aar if register.bare_vedtak else oppdragsaarene(register)
        raad = f"Det er {hva} for {', '.join(map(str, finnes))}."
        raise WrongUse(f"det var ingen oppdrag eller vedtak å rapportere om for {soekt}", raad)
    return funnet
