"""The goal hierarchy as table, as tree, and one goal with all that works for it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from styring.model.maal import Delmaal, Hovedmaal, Maal, Maalvurdering, Satsingsomraade
from styring.model.oppdrag import Oppdrag
from styring.register.innhold import Register
from styring.stand import arbeid
from styring.stand.arbeid import Maallinje, maallinjer
from styring.stand.maaling import paa_maal, siste_vurdering
from styring.stand.stand import sektor_med_kode
from styring.views import egne, oppdragsliste
from styring.views import indikatorliste as indikator
from styring.views.ark import Ark, Avsnitt, Gren, Tre, ark_av
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt, oppsett_av
from styring.views.lenkefelt import lenkefelt
from styring.views.visning import Verdi

NIVAA = {Satsingsomraade: "Satsingsområde", Hovedmaal: "Hovedmål", Delmaal: "Delmål"}
"""What the goals of a level are called."""


def oppsett(register: Register) -> Oppsett[Maallinje]:
    """The columns of delmål."""
    alle: tuple[Felt[Maallinje], ...] = (
        felt("id", "Id", lambda linje: linje.delmaal.id),
        felt("tittel", "Delmål", lambda linje: linje.delmaal.tittel, er_lang=True),
        felt("ansvar", "Ansvar", lambda linje: linje.delmaal.ansvar),
        felt("oppdrag", "Oppdrag", lambda linje: len(arbeid.knyttet(register, linje.delmaal))),
        felt("paa_maal", "På mål", lambda linje: paa_maal(linje.delmaal)),
        felt("vurdering", "Vurdering", lambda linje: _vurdert(register, linje.delmaal)),
        felt(
            "hovedmaal",
            "Hovedmål",
            lambda linje: linje.hovedmaal.tittel if linje.hovedmaal else None,
            er_lang=True,
        ),
        felt("omraade", "Satsingsområde", lambda linje: linje.omraade.tittel, er_lang=True),
        *egne.kolonner(maallinjer(register), lambda linje: linje.delmaal.egne),
    )
    return Oppsett(
        alle,
        ("id", "tittel", "ansvar", "oppdrag", "paa_maal", "vurdering"),
        lambda linje: _data(register, linje),
    )


def tre(register: Register) -> Tre:
    """The whole hierarchy, with who is responsible."""
    return Tre(
        tuple(map(_gren, register.satsingsomraader)), lambda: som_data(register.satsingsomraader)
    )


def _gren(maal: Maal) -> Gren:
    ansvar = ", ".join(maal.ansvar) if isinstance(maal, Delmaal) else ""
    under = (*getattr(maal, "hovedmaal", ()), *maal.delmaal)
    return Gren(maal.id, maal.tittel, ansvar or None, tuple(map(_gren, under)))


def ark(register: Register, maal: Maal, dag: date) -> Ark:
    """One goal: what it is part of, what is under it, and the oppdrag that work for it."""
    under = [linje for linje in maallinjer(register) if maal in linje.vei]
    oppdrag = tuple(
        oppdrag
        for oppdrag in register.oppdrag
        if any(linje.delmaal.id in oppdrag.delmaal for linje in under)
    )
    vei = under[0].vei if under else (maal,)
    ingen = () if oppdrag else (("Oppdrag", "ingen er knyttet til målet"),)
    avsnitt = (
        Avsnitt(
            None,
            (*nivaaer(vei[: vei.index(maal)]), *_eget(register, maal), *lenkefelt(maal.lenker)),
        ),
        Avsnitt(
            "Delmål",
            tabell=oppsett(register).tabell([en for en in under if en.delmaal is not maal]),
        ),
        Avsnitt("Indikatorer", tabell=indikator.tabell(getattr(maal, "indikatorer", ()))),
        Avsnitt("Vurderinger", tabell=_VURDERINGER.tabell(getattr(maal, "vurderinger", ()))),
        Avsnitt("Oppdrag", tabell=oppdragsliste.oppsett(register, dag).tabell(oppdrag)),
        Avsnitt(None, ingen),
        *egne.avsnitt(maal.egne),
    )
    return ark_av(maal.id, maal.tittel, avsnitt, lambda: _maaldata(maal, oppdrag))


def _vurdert(register: Register, delmaal: Delmaal) -> Verdi:
    siste = siste_vurdering(register, delmaal)
    return siste.vurdering if siste else None


_VURDERINGER: Oppsett[Maalvurdering] = oppsett_av(
    felt("periode", "Periode"),
    felt("vurdering", "Vurdering"),
    felt("kommentar", "Kommentar", er_lang=True),
)


def nivaaer(vei: Iterable[Maal]) -> tuple[tuple[str, Verdi], ...]:
    """The goals of a way down, each as a field of a sheet."""
    return tuple((NIVAA[type(maal)], f"{maal.id} {maal.tittel}") for maal in vei)


def _eget(register: Register, maal: Maal) -> list[tuple[str, Verdi]]:
    if isinstance(maal, Delmaal):
        return [("Ansvar", tuple(sektor_med_kode(register, kode) for kode in maal.ansvar))]
    if isinstance(maal, Satsingsomraade):
        return [("FNs bærekraftsmål", tuple(map(str, maal.fn_maal)))]
    return []


def _data(register: Register, linje: Maallinje) -> dict[str, Any]:
    return indikator.data(linje.delmaal) | {
        "hovedmaal": linje.hovedmaal.id if linje.hovedmaal else None,
        "omraade": linje.omraade.id,
        "oppdrag": [oppdrag.id for oppdrag in arbeid.knyttet(register, linje.delmaal)],
    }


def _maaldata(maal: Maal, oppdrag: tuple[Oppdrag, ...]) -> dict[str, Any]:
    data: dict[str, Any]
    data = indikator.data(maal) if isinstance(maal, Delmaal) else som_data(maal)
    return data | {"oppdrag": [post.id for post in oppdrag]}
