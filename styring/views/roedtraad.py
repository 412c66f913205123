"""The red thread: from the vision through the goals to the oppdrag, their oppgaver and reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from styring.mente import ramse
from styring.model.fulgt import Deloppgave
from styring.model.maal import Delmaal, Hovedmaal, Satsingsomraade
from styring.model.oppdrag import Oppdrag, Oppgave, Rapport, Status
from styring.model.tid import Frist
from styring.model.vedtak import Oppfulgt, Vedtak
from styring.register.innhold import Register
from styring.slag import OPPDRAG
from styring.stand import arbeid, stand
from styring.stand.restanse import UTEN_OPPFOELGING
from styring.stand.stand import navn_paa
from styring.views.ark import Gren, Tre
from styring.views.data import som_data
from styring.views.oppdragsliste import data as oppdragsdata
from styring.views.oppfoelgingsfelt import TRENGER_INGEN
from styring.views.vedtaksliste import data as vedtaksdata

Post = Satsingsomraade | Hovedmaal | Delmaal | Oppfulgt | Deloppgave
"""What the thread can be followed from."""

_UTEN_MAAL = {
    "oppdrag": Gren("Oppdrag", "ikke knyttet til noe delmål"),
    "vedtak": Gren("Vedtak", "ikke knyttet til noe delmål gjennom et oppdrag"),
}
"""What people find above the outermost links that no goal is above."""


class _Ledd(NamedTuple):
    """A link of the thread: what people and machines get of it, and the links below it."""

    post: object
    """The record that it is chosen by."""
    hvor: str
    """The key of the list that machines find it in."""
    gren: Gren
    data: Callable[[], dict[str, Any]]
    under: tuple[_Ledd, ...] = ()


def tre(
    register: Register, dag: date, poster: Iterable[Post] = (), koder: Collection[str] = ()
) -> Tre:
    """The thread as a tree. An oppdrag stands under each delmål that it is linked to.

    With records, only the way down to them and all that is below them; a vedtak then stands above
    its oppdrag. With codes, only the oppdrag that these sectors have or share, and the delmål that
    they are responsible for. What is linked to no goal comes in trees of its own.
    """
    valgte = frozenset(p.oppgave if isinstance(p, Deloppgave) else p for p in poster)
    ledd = _Traad(register, dag, valgte, frozenset(koder)).ledd()
    if valgte:
        ledd = _bare(ledd, valgte)
    visjon = register.kommune.visjon
    roetter = {"satsingsomraader": Gren("Visjon", visjon) if visjon else None, **_UTEN_MAAL}
    grener: list[Gren] = []
    for hvor, rot in roetter.items():
        if under := tuple(_gren(ett) for ett in ledd if ett.hvor == hvor):
            grener += [rot._replace(grener=under)] if rot else under
    return Tre(tuple(grener), lambda: _samlet({"visjon": visjon, **_tomme(*roetter)}, ledd))


class _Traad(NamedTuple):
    """Makes the links of a thread."""

    register: Register
    dag: date
    valgte: frozenset[object]
    koder: frozenset[str]

    def ledd(self) -> tuple[_Ledd, ...]:
        """The outermost: the areas, the oppdrag without delmål, the vedtak without oppdrag."""
        finnes = self.register.etter_id(OPPDRAG)
        uten_oppdrag = (
            self._vedtak(vedtak)
            for vedtak in self.register.vedtak
            if not any(id_.lower() in finnes for id_ in vedtak.oppdrag)
            and (not self.koder or vedtak.sektor in self.koder)
        )
        return (
            *filter(None, map(self._omraade, self.register.satsingsomraader)),
            *self._arbeid(arbeid.uten_delmaal(self.register), None),
            *uten_oppdrag,
        )

    def _omraade(self, omraade: Satsingsomraade) -> _Ledd | None:
        hovedmaal = filter(None, map(self._hovedmaal, omraade.hovedmaal))
        under = (*hovedmaal, *filter(None, map(self._delmaal, omraade.delmaal)))
        mer = {"fn_maal": list(omraade.fn_maal), "hovedmaal": []}
        data = partial(_maaldata, omraade, **mer)
        ledd = _Ledd(omraade, "satsingsomraader", _post(omraade), data, under)
        return ledd if under or not self.koder else None

    def _hovedmaal(self, hovedmaal: Hovedmaal) -> _Ledd | None:
        under = tuple(filter(None, map(self._delmaal, hovedmaal.delmaal)))
        data = partial(_maaldata, hovedmaal)
        ledd = _Ledd(hovedmaal, "hovedmaal", _post(hovedmaal), data, under)
        return ledd if under or not self.koder else None

    def _delmaal(self, delmaal: Delmaal) -> _Ledd | None:
        oppdrag = self.register.oppdrag_for_delmaal.get(delmaal.id.lower(), ())
        maalene = tuple(filter(None, map(self._delmaal, delmaal.delmaal)))
        under = (*self._arbeid(oppdrag, delmaal), *maalene)
        if self.koder and not under and self.koder.isdisjoint(delmaal.ansvar):
            return None
        har = oppdrag or arbeid.knyttet(self.register, delmaal)
        gren = _post(delmaal, *delmaal.ansvar, None if har else "ingen oppdrag")

        def data() -> dict[str, Any]:
            alt: dict[str, Any] = som_data(delmaal)
            return alt | _tomme("delmaal", "oppdrag", "vedtak")

        return _Ledd(delmaal, "delmaal", gren, data, under)

    def _arbeid(self, oppdrag: Iterable[Oppdrag], sted: Delmaal | None) -> tuple[_Ledd, ...]:
        """The oppdrag of a place in the thread, and above them the vedtak that are asked for."""
        mine = [
            o for o in oppdrag if not self.koder or self.koder.intersection(arbeid.sektorene(o))
        ]
        vedtak = (
            self._vedtak(v, *(self._oppdrag(o, sted) for o in knyttet))
            for v in self.register.vedtak
            if v in self.valgte and (knyttet := [o for o in mine if v in self._vedtakene(o)])
        )
        return (*vedtak, *(self._oppdrag(o, sted) for o in mine))

    def _vedtakene(self, oppdrag: Oppdrag) -> tuple[Vedtak, ...]:
        return self.register.vedtak_for_oppdrag.get(oppdrag.id.lower(), ())

    def _oppdrag(self, oppdrag: Oppdrag, sted: Delmaal | None) -> _Ledd:
        andre = [id_ for id_ in oppdrag.delmaal if sted is None or id_.lower() != sted.id.lower()]
        ogsaa = f"{'også for' if sted else 'for ukjent delmål'} {ramse(andre)}"
        under = (
            *(self._vedtak_under(v) for v in self._vedtakene(oppdrag) if v not in self.valgte),
            *self._oppfoelging(oppdrag),
        )
        gren = _post(oppdrag, *self._hvordan(oppdrag), ogsaa if andre else None)

        def data() -> dict[str, Any]:
            alt = oppdragsdata(self.register, oppdrag, self.dag)
            return alt | _tomme("vedtak", "oppgaver", "rapporter")

        return _Ledd(oppdrag, "oppdrag", gren, data, under)

    def _vedtak(self, vedtak: Vedtak, *oppdrag: _Ledd) -> _Ledd:
        """A vedtak, with oppdrag below it, which machines find in «under»."""

        def data() -> dict[str, Any]:
            alt = vedtaksdata(self.register, vedtak, self.dag)
            return alt | _tomme("oppgaver", "rapporter", "under")

        under = (*self._oppfoelging(vedtak), *(ett._replace(hvor="under") for ett in oppdrag))
        return _Ledd(vedtak, "vedtak", self._vedtaksgren(vedtak), data, under)

    def _vedtak_under(self, vedtak: Vedtak) -> _Ledd:
        """A vedtak below an oppdrag: what it is, and nothing below it."""
        data = partial(vedtaksdata, self.register, vedtak, self.dag)
        return _Ledd(None, "vedtak", self._vedtaksgren(vedtak), data)

    def _vedtaksgren(self, vedtak: Vedtak) -> Gren:
        type_ = {"politisk": "vedtak", "verbal": "verbalvedtak"}[vedtak.type]
        if vedtak.trenger_ingen:
            return _post(vedtak, type_, TRENGER_INGEN)
        if not stand.har_egen_oppfoelging(vedtak):
            er_fulgt_opp = stand.er_fulgt_opp(self.register, vedtak)
            return _post(vedtak, type_, None if er_fulgt_opp else UTEN_OPPFOELGING)
        return _post(vedtak, type_, *self._hvordan(vedtak))

    def _hvordan(self, post: Oppfulgt) -> tuple[str | None, ...]:
        """Who has it, and how it stands."""
        har = stand.ansvarlig(self.register, post, self.dag)
        hvem = navn_paa(self.register, har) or post.sektor
        er_forfalt = stand.er_forfalt(self.register, post, self.dag)
        status = stand.status(self.register, post).navn
        return hvem, status, _frist(post.frist), "forfalt" if er_forfalt else None

    def _oppfoelging(self, post: Oppfulgt) -> Iterator[_Ledd]:
        """The oppgaver, and the newest report."""
        for en in post.under:
            oppgave = en.oppgave
            hvem = navn_paa(self.register, stand.ansvarlig(self.register, en, self.dag))
            gren = _post(oppgave, hvem, oppgave.staar.navn, _frist(oppgave.frist))
            yield _Ledd(oppgave, "oppgaver", gren, partial(som_data, oppgave))
        if rapport := stand.siste_rapport(self.register, post):
            yield _Ledd(None, "rapporter", _rapport(rapport), partial(som_data, rapport))


def _post(
    post: Satsingsomraade | Hovedmaal | Delmaal | Oppfulgt | Oppgave, *om: str | None
) -> Gren:
    return Gren(post.id, post.tittel, ", ".join(filter(None, om)) or None)


def _maaldata(maal: Satsingsomraade | Hovedmaal, **mer: Any) -> dict[str, Any]:
    """The fields of a goal, in the model's order, without what is in its lists."""
    felt = {"id": maal.id, "tittel": maal.tittel, **mer, **_tomme("delmaal")}
    return felt | {"egne": som_data(maal.egne)}


def _rapport(rapport: Rapport) -> Gren:
    ventet = rapport.forventet_ferdig
    om = (
        rapport.vurdering.navn if rapport.vurdering else None,
        f"forventet ferdig {ventet.norsk}" if ventet else None,
        "med avvik" if rapport.avvik else None,
    )
    hva = rapport.kommentar or Status(rapport.status).navn
    return Gren(f"Rapport {rapport.periode}", hva, ", ".join(filter(None, om)) or None)


def _frist(frist: Frist | None) -> str | None:
    return f"frist {frist.norsk}" if frist else None


def _bare(leddene: Iterable[_Ledd], valgte: Collection[object]) -> tuple[_Ledd, ...]:
    """The links that are chosen, whole, and those that lead down to them."""
    med = []
    for ledd in leddene:
        if ledd.post in valgte:
            med.append(ledd)
        elif under := _bare(ledd.under, valgte):
            med.append(ledd._replace(under=under))
    return tuple(med)


def _gren(ledd: _Ledd) -> Gren:
    return ledd.gren._replace(grener=tuple(map(_gren, ledd.under)))


def _samlet(data: dict[str, Any], leddene: Iterable[_Ledd]) -> dict[str, Any]:
    """A mapping with the data of links in its lists."""
    for ledd in leddene:
        data[ledd.hvor].append(_samlet(ledd.data(), ledd.under))
    return data


def _tomme(*lister: str) -> dict[str, Any]:
    return {navn: [] for navn in lister}
