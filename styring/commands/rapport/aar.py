"""`styring rapport aar`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from styring import verdi
from styring.cli import valg
from styring.cli.omgivelse import omgivelse
from styring.cli.utgivelse import gi_alle
from styring.errors import WrongUse
from styring.stand import runder

if TYPE_CHECKING:
    from styring.register.innhold import Register


def aar(
    ctx: typer.Context,
    aar: valg.Aar = None,
    format_: valg.Dokumentformat = "markdown",
    ut: valg.Ut = None,
) -> None:
    """Lag kapitlet om oppdragene og vedtakene i årsrapporten: hva som kom ut av dem, mål for mål.

    Kapitlet gjelder året den siste runden hører til. I januar er det altså fjoråret, når det er
    noe å fortelle om det. Er ikke året slutt, sier det hvordan det står i dag (eller på --dato).

    Kapitlet er for alle: det som er unntatt offentlighet, er talt, men ikke med. Les gjennom det
    folk har skrevet, før du sender.
    """
    from styring.documents.aarsrapport import aarsrapport
    from styring.offentlig.doer import offentlig_da
    from styring.stand.runder import sluttdag

    om = omgivelse(ctx)
    aaret = _aaret(om.kjent, aar, om.dag)
    dag = min(om.dag, sluttdag(om.kjent, aaret))
    synlig = offentlig_da(om.kjent, aaret, dag)
    gi_alle(om, aarsrapport(synlig, aaret, dag), format_)


def _aaret(register: Register, tekst: str | None, dag: date) -> int:
    """The year that is meant; else that of the newest round, when there is something of it.

    Raises WrongUse for one that there is neither oppdrag nor vedtak from.
    """
    from styring.stand.runder import delt_periode, oppdragsaarene, runden

    foerste = [vedtak.dato.year for vedtak in register.vedtak if vedtak.dato]
    oppdrag = [] if register.bare_vedtak else oppdragsaarene(register)
    vedtak = range(min(foerste), dag.year + 1) if foerste else range(0)
    finnes = sorted({*oppdrag, *vedtak})
    aar = verdi.aarstall("--aar", tekst)
    if aar is None:
        funnet = delt_periode(register, runden(register, dag) or "")
        rundens = {aar for en in register.oppdrag for aar in register.aarene(en)} or {*vedtak}
        if funnet and funnet[0] in rundens:
            return funnet[0]
        return runder.oppdragsaar(register, None, dag)
    if finnes and aar not in finnes:
        raad = f"Det er oppdrag eller vedtak for {', '.join(map(str, finnes))}."
        raise WrongUse(f"det er ingen oppdrag eller vedtak for {aar}", raad)
    return aar
