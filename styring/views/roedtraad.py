"""The red thread as a tree."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from styring.mente import ramse
from styring.model.fulgt import Deloppgave, Fulgt
from styring.model.loepetid import loepetid
from styring.model.maal import Delmaal
from styring.model.oppdrag import Oppdrag, Rapport
from styring.model.vedtak import Oppfulgt, Vedtak
from styring.register.innhold import Register
from styring.stand import arbeid, stand
from styring.stand.restanse import UTEN_OPPFOELGING
from styring.stand.traad import Ledd, Traadpost, traaden
from styring.views.ark import Gren, Tre
from styring.views.data import som_data
from styring.views.oppdragsliste import data as oppdragsdata
from styring.views.oppfoelgingsfelt import TRENGER_INGEN
from styring.views.vedtaksliste import data as vedtaksdata

_UTEN_MAAL = {
    "oppdrag": Gren("Oppdrag", "ikke knyttet til noe delmål"),
    "vedtak": Gren("Vedtak", "ikke knyttet til noe delmål gjennom et oppdrag"),
}
"""What people find above the outermost links that no goal is above."""
_I_OPPDRAG = ("vedtak", "oppgaver", "rapporter")
_LISTER = {
    "satsingsomraader": ("hovedmaal", "delmaal"),
    "hovedmaal": ("delmaal",),
    "delmaal": ("delmaal", "oppdrag", "vedtak"),
    "oppdrag": _I_OPPDRAG,
    "under": _I_OPPDRAG,
    "vedtak": ("oppgaver", "rapporter", "under"),
}
"""The lists that machines find in a link, by what it is of the one that it is below."""


def tre(
    register: Register, dag: date, poster: Iterable[Traadpost] = (), koder: Collection[str] = ()
) -> Tre:
    """The thread as `traaden` gives it. What is linked to no goal comes in trees of its own."""
    ledd, tegner = traaden(register, poster, koder), _Tegner(register, dag)
    visjon = register.kommune.visjon
    roetter = {"satsingsomraader": Gren("Visjon", visjon) if visjon else None, **_UTEN_MAAL}
    grener: list[Gren] = []
    for hvor, rot in roetter.items():
        if under := tuple(tegner.gren(ett) for ett in ledd if ett.hvor == hvor):
            grener += [rot._replace(grener=under)] if rot else under
    return Tre(tuple(grener), lambda: tegner.samlet({"visjon": visjon, **_tomme(*roetter)}, ledd))


class _Tegner(NamedTuple):
    """What people and machines get of a link."""

    register: Register
    dag: date

    def gren(self, ledd: Ledd) -> Gren:
        """A link and what is below it, for people."""
        if isinstance(ledd.post, Rapport):
            return _rapportgren(ledd.post)
        om = ", ".join(filter(None, self._om(ledd))) or None
        return Gren(ledd.post.id, ledd.post.tittel, om, tuple(map(self.gren, ledd.under)))

    def samlet(self, data: dict[str, Any], leddene: Iterable[Ledd]) -> dict[str, Any]:
        """A mapping with what machines get of links in its lists."""
        for ledd in leddene:
            data[ledd.hvor].append(self.samlet(self._data(ledd), ledd.under))
        return data

    def _om(self, ledd: Ledd) -> tuple[str | None, ...]:
        """What is said behind the title."""
        match ledd.post:
            case Delmaal() as delmaal:
                har = arbeid.knyttet(self.register, delmaal)
                return *delmaal.ansvar, None if har else "ingen oppdrag"
            case Oppdrag() as oppdrag:
                sted = ledd.sted and ledd.sted.id.lower()
                andre = [id_ for id_ in oppdrag.delmaal if id_.lower() != sted]
                ogsaa = f"{'også for' if sted else 'for ukjent delmål'} {ramse(andre)}"
                av = f"av {oppdrag.opphav}" if oppdrag.opphav else None
                return *self._hvordan(oppdrag), ogsaa if andre else None, av
            case Vedtak() as vedtak:
                return stand.typenavn(self.register, vedtak), *self._hvordan(vedtak)
            case Deloppgave() as en:
                av = f"av {en.selv.opphav}" if en.selv.opphav else None
                return self._hvem(en), en.selv.staar.navn, _naar(en), av
        return ()

    def _hvordan(self, post: Oppfulgt) -> tuple[str | None, ...]:
        """Who has it, and how it stands."""
        if post.trenger_ingen:
            return (TRENGER_INGEN,)
        if not stand.har_egen_oppfoelging(post):
            return (None if stand.er_fulgt_opp(self.register, post) else UTEN_OPPFOELGING,)
        er_forfalt = stand.er_forfalt(self.register, post, self.dag)
        status = stand.status(self.register, post).navn
        forfalt = "forfalt" if er_forfalt else None
        return self._hvem(post) or post.sektor, status, _naar(post), forfalt

    def _hvem(self, post: Fulgt) -> str | None:
        return stand.navn_paa(self.register, stand.ansvarlig(self.register, post, self.dag))

    def _data(self, ledd: Ledd) -> dict[str, Any]:
        alt: dict[str, Any]
        match ledd.post:
            case Oppdrag() as oppdrag:
                alt = oppdragsdata(self.register, oppdrag, self.dag)
            case Vedtak() as vedtak:
                alt = vedtaksdata(self.register, vedtak, self.dag)
            case post:
                alt = som_data(getattr(post, "selv", post))
        return alt if ledd.er_nevnt else alt | _tomme(*_LISTER.get(ledd.hvor, ()))


def _rapportgren(rapport: Rapport) -> Gren:
    forventet = rapport.forventet_ferdig
    om = (
        rapport.vurdering.navn if rapport.vurdering else None,
        f"forventet ferdig {forventet.norsk}" if forventet else None,
        "med avvik" if rapport.avvik else None,
    )
    hva = rapport.kommentar or rapport.status.navn
    return Gren(f"Rapport {rapport.periode}", hva, ", ".join(filter(None, om)) or None)


def _naar(post: Fulgt) -> str | None:
    if post.frist and not post.fra:
        return f"frist {post.frist.norsk}"
    tid = loepetid(post)
    return tid.norsk if tid else None


def _tomme(*lister: str) -> dict[str, Any]:
    return {navn: [] for navn in lister}
