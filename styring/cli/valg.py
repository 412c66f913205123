"""Options and arguments that several commands take."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, TypeVar

from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import Omgivelse, si

if TYPE_CHECKING:
    from collections.abc import Sequence, Sized
    from datetime import date

    from styring.register.innhold import Register
    from styring.stand.utvalg import Utvalg
    from styring.views.kolonner import Oppsett

T = TypeVar("T")

Soek = Annotated[
    list[str] | None,
    gitt.valg(
        "TEKST", "Bare dem der teksten står. Gjentas den, må alle stå der.", navn="--sok --søk"
    ),
]
Periode = Annotated[
    str | None,
    gitt.valg("PERIODE", "T1, 2023-T1 … Ellers den siste som er kommet.", fullfoering.perioder),
]
Sektorer = Annotated[
    list[str] | None,
    gitt.valg("KODE", "Bare denne sektoren. Kan gjentas.", fullfoering.sektorer, "--sektor -s"),
]
Virksomheter = Annotated[
    list[str] | None,
    gitt.valg(
        "ID", "Bare denne virksomheten, og dem under den. Kan gjentas.", fullfoering.virksomheter
    ),
]
BareAar = Annotated[
    str | None,
    gitt.valg(
        "ÅR",
        "Bare oppdrag for dette året, de som er videreført til eller fra det også.",
        fullfoering.oppdragsaar,
        "--aar",
    ),
]
Tittel = Annotated[str | None, gitt.valg("TEKST", "Tittelen.")]
Beskrivelse = Annotated[str | None, gitt.valg("TEKST", "Hva det går ut på.")]
Aar = Annotated[
    str | None,
    gitt.valg(
        "ÅÅÅÅ",
        "Året. Ellers det nyeste som har oppdrag i dag (eller på --dato).",
        fullfoering.oppdragsaar,
    ),
]
EnSektor = Annotated[
    str, gitt.valg("KODE", "Sektoren det gjelder.", fullfoering.sektorer, "--sektor -s")
]
Frist = Annotated[
    str | None, gitt.valg("NÅR", "30.06.2023, juni 2023, 2. kvartal 2023, T1, H1 eller 2023.")
]
Fra = Annotated[
    str | None, gitt.valg("NÅR", "Når arbeidet begynner: 01.02.2023, juni 2023, H2, 2023.")
]
Loepende = Annotated[
    bool, gitt.bryter("--loepende", "Det har ingen frist, men skal gjøres hele tiden.")
]
Delansvar = Annotated[
    list[str] | None,
    gitt.valg(
        "KODE",
        "En sektor eller virksomhet som deler ansvaret. Kan gjentas.",
        fullfoering.gyldige_enheter,
    ),
]
Delmaal = Annotated[
    list[str] | None,
    gitt.valg("ID", "Et delmål oppdraget bidrar til. Kan gjentas.", fullfoering.maal, "--delmaal"),
]
Ansvarlig = Annotated[
    str | None, gitt.valg("KONTAKT", "Hvem som har oppgaven.", fullfoering.mottakere)
]
Kilde = Annotated[str | None, gitt.valg("TEKST", "Hvor det er hentet fra.")]
Ider = Annotated[
    list[str],
    gitt.argument(
        "ID...", "Ett eller flere. En id kan forkortes: «sos-1», «v-2».", fullfoering.av_slaget
    ),
]
EnId = Annotated[
    str,
    gitt.argument(
        "ID", "Hvilket det gjelder. En id kan forkortes: «sos-1», «v-2».", fullfoering.av_slaget
    ),
]
FJERN = gitt.valg("FELT", "Ta bort det som står i et felt, for eksempel «frist». Kan gjentas.")
Fjern = Annotated[list[str] | None, FJERN]
FjernKobling = Annotated[bool, gitt.bryter("--fjern", "Fjern knytningen i stedet.")]
Diff = gitt.Diff


@dataclass(frozen=True)
class Liste:
    """In which order and in which columns a list is shown."""

    sorter: str | None = gitt.valg(
        "KOLONNE,…",
        "Sorter etter kolonner. Med minus foran, «--sorter=-id», kommer det siste først.",
    )
    kolonner: str | None = gitt.valg(
        "KOLONNE,…",
        "Hvilke kolonner, med komma imellom. Egne felt heter «egne.navn».",
        navn="--kolonner -k",
    )

    def vis(
        self, om: Omgivelse, oppsett: Oppsett[T], poster: Sequence[T], av: Sized, hva: str
    ) -> None:
        """Shows records as they are to be listed; says so when none of all that there are fits.

        Raises WrongUse for a column that is not there.
        """
        from styring import verdi

        if av and not poster:
            si(f"Ingen {hva} passer med det du spurte etter.")
        om.vis(oppsett.tabell(poster, verdi.noekler(self.kolonner), verdi.noekler(self.sorter)))


@dataclass(frozen=True)
class Filter:
    """Which oppdrag are meant: those that fit all that is given."""

    sektor: Sektorer = None
    status: list[str] | None = gitt.valg(
        "STATUS",
        "Bare denne statusen, for eksempel «under arbeid». Kan gjentas.",
        fullfoering.statuser,
    )
    ansvarlig: list[str] | None = gitt.valg(
        "KONTAKT", "Bare dem denne personen har nå. Kan gjentas.", fullfoering.kontakter
    )
    delmaal: list[str] | None = gitt.valg(
        "ID",
        "Bare dem som bidrar til dette målet, eller til mål under det. Kan gjentas.",
        fullfoering.maal,
    )
    delansvar: list[str] | None = gitt.valg(
        "KODE",
        "Bare dem denne sektoren eller virksomheten har delansvar for. Kan gjentas.",
        fullfoering.enheter,
    )
    aar: BareAar = None
    forfalt: bool = gitt.bryter("--forfalt", "Bare dem der fristen er ute og noe gjenstår.")
    forsinket: bool = gitt.bryter("--forsinket", "Bare dem som er forventet ferdig etter fristen.")
    loepende: bool = gitt.bryter("--loepende", "Bare dem som er løpende, uten frist.")
    virksomhet: Virksomheter = None
    opphav: list[str] | None = gitt.valg(
        "TYPE", "Bare dem som kommer av dette, eller har oppgaver som gjør det.", fullfoering.opphav
    )
    frist_innen: str | None = gitt.valg(
        "NÅR", "Bare dem med frist til og med 30.06.2023, juni 2023, T2 …"
    )
    uten_rapport: bool = gitt.bryter(
        "--uten-rapport", "Bare dem som mangler rapport for den siste runden."
    )
    sok: Soek = None

    def utvalg(self, register: Register, dag: date) -> Utvalg:
        """What they mean. Raises WrongUse or BrokenData."""
        from styring import tidstolk, tolk, verdi
        from styring.stand import arbeid
        from styring.stand.utvalg import Utvalg

        maal = [tolk.maal(register, id_) for id_ in self.delmaal or ()]
        siste = verdi.frist("--frist-innen", self.frist_innen, dag.year)
        return Utvalg(
            sektor=tolk.sektorkoder(register, self.sektor),
            status=verdi.statuser(self.status),
            ansvarlig=frozenset(tolk.kontakt(register, id_).id for id_ in self.ansvarlig or ()),
            delansvar=frozenset(tolk.ider_til(tolk.enhet, register, self.delansvar)),
            forfalt=self.forfalt,
            forsinket=self.forsinket,
            loepende=self.loepende,
            virksomhet=tolk.virksomheter(register, self.virksomhet),
            opphav=frozenset(verdi.opphav(en) for en in self.opphav or ()),
            frist_innen=siste.siste_dag if siste else None,
            uten_rapport=self.uten_rapport,
            aar=None if self.aar is None else tidstolk.oppdragsaar(register, self.aar, dag),
            delmaal=arbeid.delmaal_under(register, maal) if maal else None,
            sok=tuple(self.sok or ()),
        )


@dataclass(frozen=True)
class Vedtaksfilter(Filter):
    """Those of the filters that vedtak have too."""

    delmaal: None = field(default=None, init=False)
    aar: None = field(default=None, init=False)
