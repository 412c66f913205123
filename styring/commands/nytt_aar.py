"""`styring nytt-aar`: carry over to a new year what is not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from styring import verdi
from styring.cli import gitt, valg
from styring.cli.endring import ANGRE, gjennomfoer
from styring.cli.omgivelse import Omgivelse, si_funn, ut, ut_tekst
from styring.mente import ramse
from styring.tegn import ufarlig

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from styring.actions.aarsskifte import Aarsskifte
    from styring.model.oppdrag import Oppdrag
    from styring.register.innhold import Register


_VIST = 5
"""How many ids a line names."""
_KOLONNER = ("id", "tittel", "sektor", "status", "frist")


def nytt_aar(
    om: Omgivelse,
    aar: str = gitt.argument("ÅR", "Året som begynner."),
    diff: valg.Diff = False,
) -> None:
    """Begynn et nytt år: oppdrag som ikke er avsluttet, føres videre med alt som er rapportert.

    De flyttes til det nye årets fil, merket med året de kommer fra («viderefoert_fra»), og beholder
    id-en. De hører til begge årene i lister, runder og dokumenter. Det som er ferdig eller utgår,
    blir stående i det gamle året. Blir noe liggende igjen, kjører du kommandoen en gang til.
    """
    from styring.change.moving import moving

    aaret = verdi.aarstall("ÅR", aar)
    assert aaret is not None

    forslag = gjennomfoer(om, lambda register: moving(register, aaret, om.dag), diff=diff)
    if not diff:
        _vis(om, *forslag.of)
        si_funn(forslag.plan.findings)


def _vis(om: Omgivelse, foer: Register, skifte: Aarsskifte) -> None:
    """Shows what was carried over, what was closed, and what to look at now."""
    from styring.actions.aarsskifte import avsluttede

    aar, videre = skifte.aar, skifte.videre
    filer = dict.fromkeys(flytting.til.kilde.name for flytting in skifte.flyttinger)
    if videre:
        i_filene = f"{len(videre)} oppdrag, i {ramse(filer)}"
        _vis_oppdrag(om, foer, videre, f"Videreført til {aar}: {i_filene}")
    else:
        ut(f"Ingen oppdrag er ført videre til {aar}: alt fra før er avsluttet eller ført over.\n")
    nye = [fil.kilde.name for fil in skifte.nye if fil.kilde.name not in filer]
    if nye:
        ut(f"Laget {ufarlig(ramse(nye))}, uten oppdrag.\n")
    if (avsluttet := avsluttede(foer, aar - 1)) and (videre or nye):
        ut("\n")
        tittel = f"Avsluttet, og står igjen i {aar - 1}: {len(avsluttet)} oppdrag"
        _vis_oppdrag(om, foer, avsluttet, tittel)
    for hva, raad in _se_paa(foer, videre, aar, om.dag):
        ut("\n")
        ut_tekst(hva)
        ut(f"  {ufarlig(raad)}\n")
    if videre or nye:
        ut(f"\nSe bare det nye året: styring status --aar {aar}\n{ANGRE}\n")


def _se_paa(
    register: Register, videre: Sequence[Oppdrag], aar: int, dag: date
) -> Iterator[tuple[str, str]]:
    """What is to be looked at with those carried over to a year, each with the command for it."""
    from styring.stand.runder import runden
    from styring.stand.utvalg import Utvalg

    if forfalte := [*Utvalg(forfalt=True).velg(register, videre, dag)]:
        raad = f"styring oppdrag endre {forfalte[0].id} --frist 30.06.{aar}"
        yield f"Fristen er ute for {_hvilke(forfalte)}.", raad
    if mangler := [*Utvalg(uten_rapport=True).velg(register, videre, dag)]:
        periode = runden(register, dag)
        raad = f"styring status oppdater --periode {periode}"
        yield f"Rapport for {periode} mangler for {_hvilke(mangler)}.", raad


def _hvilke(oppdragene: Sequence[Oppdrag]) -> str:
    """How many they are, and which; of many, the first."""
    ider = ramse(oppdrag.id for oppdrag in oppdragene[:_VIST])
    return f"{len(oppdragene)} oppdrag{', blant dem' if len(oppdragene) > _VIST else ':'} {ider}"


def _vis_oppdrag(
    om: Omgivelse, register: Register, oppdragene: Sequence[Oppdrag], tittel: str
) -> None:
    from styring.views.oppdragsliste import oppsett

    ut_tekst(tittel)
    ut("\n")
    om.skriv(oppsett(register, om.dag).tabell(oppdragene, _KOLONNER))
