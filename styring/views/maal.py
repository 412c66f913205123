"""The goal hierarchy as table, as tree, and one goal with all that works for it."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from styring.model.maal import Delmaal, Hovedmaal, Satsingsomraade
from styring.model.oppdrag import Oppdrag
from styring.register.innhold import Register
from styring.views import indikator
from styring.views import oppdrag as oppdragsvisning
from styring.views.ark import Ark, Avsnitt, Gren, Tre
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt
from styring.views.visning import Verdi

Maal = Satsingsomraade | Hovedmaal | Delmaal


class Maallinje(NamedTuple):
    """A delmål with the goals above it."""

    omraade: Satsingsomraade
    hovedmaal: Hovedmaal
    delmaal: Delmaal


def linjer(register: Register) -> tuple[Maallinje, ...]:
    """Every delmål with what is above it, in the order of the files."""
    return tuple(
        Maallinje(omraade, hovedmaal, delmaal)
        for omraade in register.satsingsomraader
        for hovedmaal in omraade.hovedmaal
        for delmaal in hovedmaal.delmaal
    )


def oppsett(register: Register) -> Oppsett[Maallinje]:
    """The columns of delmål."""
    alle: tuple[Felt[Maallinje], ...] = (
        felt("id", "Id", lambda linje: linje.delmaal.id),
        felt("tittel", "Delmål", lambda linje: linje.delmaal.tittel, er_lang=True),
        felt("ansvar", "Ansvar", lambda linje: linje.delmaal.ansvar),
        felt("oppdrag", "Oppdrag", lambda linje: len(_arbeider_for(register, linje.delmaal))),
        felt("paa_maal", "På mål", lambda linje: indikator.paa_maal(linje.delmaal)),
        felt("hovedmaal", "Hovedmål", lambda linje: linje.hovedmaal.tittel, er_lang=True),
        felt("omraade", "Satsingsområde", lambda linje: linje.omraade.tittel, er_lang=True),
    )
    return Oppsett(
        alle,
        ("id", "tittel", "ansvar", "oppdrag", "paa_maal"),
        lambda linje: _data(register, linje),
    )


def tre(register: Register) -> Tre:
    """The whole hierarchy, with who is responsible."""
    return Tre(
        tuple(
            Gren(
                omraade.id,
                omraade.tittel,
                None,
                tuple(
                    Gren(
                        hovedmaal.id,
                        hovedmaal.tittel,
                        None,
                        tuple(
                            Gren(delmaal.id, delmaal.tittel, ", ".join(delmaal.ansvar) or None)
                            for delmaal in hovedmaal.delmaal
                        ),
                    )
                    for hovedmaal in omraade.hovedmaal
                ),
            )
            for omraade in register.satsingsomraader
        ),
        lambda: som_data(register.satsingsomraader),
    )


def ark(register: Register, maal: Maal, dag: date) -> Ark:
    """One goal: what it is part of, what is under it, and the oppdrag that work for it."""
    under = [linje for linje in linjer(register) if maal in _veien(linje)]
    oppdrag = tuple(
        oppdrag
        for oppdrag in register.oppdrag
        if any(linje.delmaal.id in oppdrag.delmaal for linje in under)
    )
    felt = (*_over(maal, under), *_eget(register, maal))
    avsnitt = [Avsnitt(None, felt)] if felt else []
    if not isinstance(maal, Delmaal):
        avsnitt.append(Avsnitt("Delmål", tabell=oppsett(register).tabell(under)))
    elif maal.indikatorer:
        avsnitt.append(Avsnitt("Indikatorer", tabell=indikator.tabell(maal.indikatorer)))
    if oppdrag:
        tabell = oppdragsvisning.oppsett(register, dag).tabell(oppdrag)
        avsnitt.append(Avsnitt("Oppdrag", tabell=tabell))
    else:
        avsnitt.append(Avsnitt(None, (("Oppdrag", "ingen er knyttet til målet"),)))
    return Ark(maal.id, maal.tittel, tuple(avsnitt), lambda: _maaldata(maal, oppdrag))


def delmaal_under(register: Register, maal: Maal) -> frozenset[str]:
    """The ids of the delmål that a goal is or has under it."""
    return frozenset(linje.delmaal.id for linje in linjer(register) if maal in _veien(linje))


def _veien(linje: Maallinje) -> tuple[Maal, ...]:
    return (linje.omraade, linje.hovedmaal, linje.delmaal)


def _over(maal: Maal, under: list[Maallinje]) -> list[tuple[str, Verdi]]:
    if not under or isinstance(maal, Satsingsomraade):
        return []
    omraade, hovedmaal = under[0].omraade, under[0].hovedmaal
    over: list[tuple[str, Verdi]] = [("Satsingsområde", f"{omraade.id} {omraade.tittel}")]
    if isinstance(maal, Delmaal):
        over.append(("Hovedmål", f"{hovedmaal.id} {hovedmaal.tittel}"))
    return over


def _eget(register: Register, maal: Maal) -> list[tuple[str, Verdi]]:
    if isinstance(maal, Delmaal) and maal.ansvar:
        navn = (
            f"{register.sektor[k.lower()].navn} ({k})" if k.lower() in register.sektor else k
            for k in maal.ansvar
        )
        return [("Ansvar", tuple(navn))]
    if isinstance(maal, Satsingsomraade) and maal.fn_maal:
        return [("FNs bærekraftsmål", tuple(map(str, maal.fn_maal)))]
    return []


def _arbeider_for(register: Register, delmaal: Delmaal) -> tuple[Oppdrag, ...]:
    return register.oppdrag_for_delmaal.get(delmaal.id.lower(), ())


def _data(register: Register, linje: Maallinje) -> dict[str, Any]:
    return indikator.data(linje.delmaal) | {
        "hovedmaal": linje.hovedmaal.id,
        "omraade": linje.omraade.id,
        "oppdrag": [oppdrag.id for oppdrag in _arbeider_for(register, linje.delmaal)],
    }


def _maaldata(maal: Maal, oppdrag: tuple[Oppdrag, ...]) -> dict[str, Any]:
    data: dict[str, Any]
    data = indikator.data(maal) if isinstance(maal, Delmaal) else som_data(maal)
    return data | {"oppdrag": [post.id for post in oppdrag]}
