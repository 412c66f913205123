"""The kinds of records and of data files that there are, each described once.

Whatever knows of kinds reads it here: the register, the rules of ids and references, the JSON
Schemas, Tab, new folders, what is for all, and the commands of kinds that have none of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from styring.mente import ascii_form
from styring.model.feltord import GROV, Feltord

if TYPE_CHECKING:
    from styring.model.aarshjul import Aarshjul, Hendelse
    from styring.model.fulgt import Deloppgave
    from styring.model.indikator import Indikator, Indikatordel, Maaling
    from styring.model.innmelding import Innmelding, Skjemafil
    from styring.model.kommune import Kommune, Kommunenummer, Periode
    from styring.model.kontakt import Kontakt, Kontaktfil, Sektor, Virksomhet
    from styring.model.maal import Delmaal, Hovedmaal, Maal, Maalfil, Satsingsomraade
    from styring.model.oppdrag import Oppdrag, Oppdragsfil
    from styring.model.tema import Tema, Temafil
    from styring.model.vedtak import Oppfulgt, Sak, Vedtak, Vedtaksfil
    from styring.model.vedtakstype import Vedtakstype

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, eq=False, repr=False)
class Beskrivelse(Generic[T_co]):
    """What is said of a class of records."""

    modell: str
    """Its class, as `module:Class`; loaded when there is such a file."""
    hva: str = field(kw_only=True)
    """What it is, in bokmål, for those who write the files."""
    felt: Mapping[str, Feltord] = field(default_factory=dict, kw_only=True)
    """The words of the fields that are something else here than others of their name."""

    @property
    def klassenavn(self) -> str:
        """The name of the class."""
        return self.modell.partition(":")[2]

    @cached_property
    def klasse(self) -> type[Any]:
        """The class."""
        modul = import_module(f"styring.model.{self.modell.partition(':')[0]}")
        funnet: type[Any] = getattr(modul, self.klassenavn)
        return funnet


@dataclass(frozen=True, eq=False, repr=False)
class Slag(Beskrivelse[T_co]):
    """A kind of record."""

    en: str
    """One of them, as people say it: «et oppdrag»."""
    flere: str
    """Several; and in ASCII, the key of the lists that hold them."""
    den: str = ""
    """This one: «oppdraget»; said of those that can be kept from the public."""
    noekkel: str = "id"
    """The field that it is known by; empty when it is known by none."""
    tittel: str = "tittel"
    """The field that says which it is."""
    del_av: tuple[Slag[Any], ...] = ()
    """The kinds that have it in a list of their own; none when it is in a file's."""
    rom: str | None = None
    """What kinds that have no id in common share; None where the ids are its own."""
    foelges_opp: bool = False
    """It is delegated, broken down and reported on."""
    kommando: str = ""
    """The group of its commands, when that is not called what it is."""
    har_faste: bool = False
    """There are some that no file has to say: those that `faste` in its module gives."""
    vanlige: tuple[str, ...] = ()
    """The fields that its list shows unasked, when its commands are made of this description."""

    @cached_property
    def navn(self) -> str:
        """What it is called in references and commands."""
        return self.klassenavn.lower()

    @cached_property
    def gruppe(self) -> str:
        """The group of its commands."""
        return self.kommando or self.navn

    @property
    def entall(self) -> str:
        """One of them, without the article."""
        return self.en.partition(" ")[2]

    @cached_property
    def liste(self) -> str:
        """The key of the lists that hold it."""
        return ascii_form(self.flere)

    @cached_property
    def faste(self) -> tuple[T_co, ...]:
        """Those that every municipality has, unless it has its own by their keys."""
        modul = import_module(self.klasse.__module__)
        funnet: tuple[T_co, ...] = modul.faste() if self.har_faste else ()
        return funnet

    @cached_property
    def fil(self) -> str:
        """The kind of file that has lists of them; empty when only other records have."""
        return next((fil.navn for fil in FILER if self in fil.slag), "")

    @cached_property
    def kan_unntas(self) -> bool:
        """One of them can be kept from the public."""
        from styring.model.unntatt import kan_unntas

        return kan_unntas(self.klasse)


@dataclass(frozen=True, eq=False, repr=False)
class Filslag(Beskrivelse[T_co]):
    """A kind of file: `navn.yaml`, or the files of a folder `navn/`."""

    navn: str
    slag: tuple[Slag[Any], ...]
    """The kinds of records in its lists, outermost first."""
    paakrevd: bool = False
    for_oppdrag: bool = False
    """It is about oppdrag, which whoever only follows up vedtak has none of."""
    bare_en: bool = False
    """There is one such file, which is not split into several."""

    @cached_property
    def alle_slag(self) -> tuple[Slag[Any], ...]:
        """The kinds of records in it, the parts of others last."""
        return (*self.slag, *(en for en in SLAG if not set(self.slag).isdisjoint(en.del_av)))

    @cached_property
    def lister(self) -> tuple[str, ...]:
        """The keys whose lists hold its records, outermost first."""
        return tuple(slag.liste for slag in self.slag)


KOMMUNENUMMER: Slag[Kommunenummer] = Slag(
    *("kommune:Kommunenummer", "et kommunenummer", "kommunenummer"),
    hva="Et nummer kommunen har eller har hatt, og årene det gjelder.",
    noekkel="",
    tittel="nummer",
    felt={
        "fra": Feltord("Fra", "Det første året nummeret gjelder."),
        "til": Feltord("Til", "Det siste året nummeret gjelder."),
    },
)
PERIODE: Slag[Periode] = Slag(
    *("kommune:Periode", "en periode", "perioder"),
    hva="En rapporteringsrunde i året.",
    noekkel="kode",
    tittel="navn",
    felt={
        "frist": Feltord("Frist", 'Dagen rapportene skal være inne, i anførselstegn: "12.5.".'),
        "kode": Feltord("Kode", "Det perioden heter etter årstallet: T1 i 2023-T1."),
    },
    vanlige=("kode", "navn", "per", "frist"),
)
VEDTAKSTYPE: Slag[Vedtakstype] = Slag(
    *("vedtakstype:Vedtakstype", "en vedtakstype", "vedtakstyper"),
    hva="Et slags vedtak som kommunen har, i tillegg til dem alle har.",
    noekkel="kode",
    tittel="navn",
    har_faste=True,
    felt={
        "kode": Feltord("Kode", "Ordet som står under «type» i vedtakene."),
        "navn": Feltord("Navn", "Det folk kaller det, med liten forbokstav: «interpellasjon»."),
        "tilbakemelding": Feltord(
            "Tilbakemelding", "Skal det meldes tilbake før det er ferdig, står det true."
        ),
    },
    vanlige=("kode", "navn", "tilbakemelding"),
)
SEKTOR: Slag[Sektor] = Slag(
    *("kontakt:Sektor", "en sektor", "sektorer"),
    hva="En del av kommunen som oppdrag blir delegert til.",
    noekkel="kode",
    tittel="navn",
    rom="enhet",
    vanlige=("kode", "navn", "arbeidsfelt"),
)
VIRKSOMHET: Slag[Virksomhet] = Slag(
    *("kontakt:Virksomhet", "en virksomhet", "virksomheter"),
    hva="En del av en sektor, med en leder: en skole, et bibliotek, et hjem.",
    tittel="navn",
    rom="enhet",
    vanlige=("id", "navn", "leder"),
    felt={
        "leder": Feltord("Leder", "Id-en til virksomhetslederen.", ("kontakt",)),
        "virksomheter": Feltord("Virksomheter", "Virksomhetene under denne."),
    },
)
KONTAKT: Slag[Kontakt] = Slag(
    *("kontakt:Kontakt", "en kontakt", "kontakter"),
    hva="En person som kan ha et oppdrag.",
    tittel="navn",
    felt={
        "id": Feltord("Id", "Det som står foran @ i e-postadressen."),
        "sektor": Feltord("Sektor", "Koden til sektoren personen er i.", ("sektor",)),
    },
)
SATSINGSOMRAADE: Slag[Satsingsomraade] = Slag(
    *("maal:Satsingsomraade", "et satsingsområde", "satsingsområder"),
    hva="Et satsingsområde i kommuneplanen, med hovedmål eller delmål under.",
    rom="maal",
    kommando="maal",
)
HOVEDMAAL: Slag[Hovedmaal] = Slag(
    *("maal:Hovedmaal", "et hovedmål", "hovedmål"),
    hva="Et hovedmål i kommuneplanen, med delmålene under.",
    rom="maal",
    kommando="maal",
)
DELMAAL: Slag[Delmaal] = Slag(
    *("maal:Delmaal", "et delmål", "delmål"),
    hva="Et mål som sektorer har ansvar for, og som oppdrag bidrar til.",
    rom="maal",
    kommando="maal",
)
OPPDRAG: Slag[Oppdrag] = Slag(
    *("oppdrag:Oppdrag", "et oppdrag", "oppdrag", "oppdraget"),
    hva="Et oppdrag for året, delegert til én sektor.",
    rom="oppfulgt",
    foelges_opp=True,
    felt={
        "delmaal": Feltord("Delmål", "Id-ene til delmålene det bidrar til.", ("delmaal",)),
        "id": Feltord("Id", "Helst sektor, år og nummer: SOS-2023-01. Endres aldri."),
        "sektor": Feltord("Sektor", "Koden til sektoren det er delegert til.", ("sektor",)),
    },
)
SAK: Slag[Sak] = Slag(
    *("vedtak:Sak", "en sak", "saker"),
    hva="En sak som det er gjort vedtak i, som årets budsjett.",
    vanlige=("id", "tittel", "saksnr", "organ", "dato", "sak"),
    felt={
        "dato": Feltord("Dato", "Dagen saken ble avgjort, som 2023-05-31."),
        "organ": Feltord("Organ", "Hvem som avgjorde saken, for eksempel Kommunestyret."),
        "sak": Feltord("Hører til", "Id-en til saken den hører til.", ("sak",)),
    },
)
VEDTAK: Slag[Vedtak] = Slag(
    *("vedtak:Vedtak", "et vedtak", "vedtak", "vedtaket"),
    hva="Et politisk vedtak som administrasjonen skal følge opp.",
    rom="oppfulgt",
    foelges_opp=True,
    felt={
        "dato": Feltord("Dato", "Dagen vedtaket ble gjort, som 2023-05-31."),
        "oppdrag": Feltord("Oppdrag", "Id-ene til oppdragene som følger det opp.", ("oppdrag",)),
        "sektor": Feltord("Sektor", "Koden til sektoren som følger det opp.", ("sektor",)),
        "type": Feltord("Type", "Hva slags vedtak det er.", ("vedtakstype",)),
    },
)
OPPGAVE: Slag[Deloppgave] = Slag(
    *("oppdrag:Oppgave", "en oppgave", "oppgaver", "oppgaven"),
    hva="En oppgave som oppdraget eller vedtaket er delt opp i.",
    del_av=(OPPDRAG, VEDTAK),
    rom="oppfulgt",
    kommando="oppdrag",
    felt={"id": Feltord("Id", "Oppdragets id og noe mer, helst et nummer: SOS-2023-01.1.")},
)
HENDELSE: Slag[Hendelse] = Slag(
    *("aarshjul:Hendelse", "en hendelse", "hendelser", "hendelsen"),
    hva="Noe som skjer i året, på en dag eller i et tidsrom.",
    kommando="aarshjul",
    felt={
        "ansvarlig": Feltord("Ansvarlig", "Id-en til den som sørger for det.", ("kontakt",)),
        "organ": Feltord("Organ", "Hvem som møtes, eller får saken."),
        "til": Feltord("Til", f"Når det slutter, når det varer. {GROV}"),
    },
)
TEMA: Slag[Tema] = Slag(
    *("tema:Tema", "et tema", "temaer"),
    hva="Noe kommunedirektøren har valgt ut som særlig viktig.",
    vanlige=("id", "tittel", "aar"),
    felt={"aar": Feltord("År", "Året temaet gjelder, når det ikke gjelder hvert år.")},
)
INDIKATOR: Slag[Indikator] = Slag(
    *("indikator:Indikator", "en indikator", "indikatorer", "", "navn", "navn"),
    hva="Noe som måles igjen og igjen, for å se om delmålet er nådd.",
    del_av=(DELMAAL,),
)
INDIKATORDEL: Slag[Indikatordel] = Slag(
    *("indikator:Indikatordel", "en del", "deler", "", "navn", "navn"),
    hva="En del av det som måles: en skole, et kjønn, en sektor.",
    del_av=(INDIKATOR,),
)
MAALING: Slag[Maaling] = Slag(
    *("indikator:Maaling", "en måling", "målinger", "", "tid", "tid"),
    hva="Ett tall, og tiden det gjelder.",
    del_av=(INDIKATOR, INDIKATORDEL),
)
INNMELDING: Slag[Innmelding] = Slag(
    "innmelding:Innmelding", "en rapport", "rapporter", hva="Det noen melder om."
)

KOMMUNEFIL: Filslag[Kommune] = Filslag(
    *("kommune:Kommune", "kommune", (KOMMUNENUMMER, PERIODE, VEDTAKSTYPE)),
    hva="Det som gjelder hele kommunen.",
    bare_en=True,
)
KONTAKTFIL: Filslag[Kontaktfil] = Filslag(
    *("kontakt:Kontaktfil", "kontakter", (SEKTOR, VIRKSOMHET, KONTAKT)),
    hva="Sektorene i kommunen, og menneskene i dem.",
    paakrevd=True,
)
MAALFIL: Filslag[Maalfil] = Filslag(
    *("maal:Maalfil", "maal", (SATSINGSOMRAADE, HOVEDMAAL, DELMAAL)),
    hva="Målene i kommuneplanen: satsingsområder, hovedmål og delmål.",
    paakrevd=True,
    for_oppdrag=True,
)
OPPDRAGSFIL: Filslag[Oppdragsfil] = Filslag(
    *("oppdrag:Oppdragsfil", "oppdrag", (OPPDRAG,)),
    hva="Kommunedirektørens oppdrag for ett år.",
    paakrevd=True,
    for_oppdrag=True,
)
VEDTAKSFIL: Filslag[Vedtaksfil] = Filslag(
    *("vedtak:Vedtaksfil", "vedtak", (SAK, VEDTAK)),
    hva="Politiske vedtak og verbalvedtak som skal følges opp, og sakene de er gjort i.",
)
AARSHJUL: Filslag[Aarshjul] = Filslag(
    *("aarshjul:Aarshjul", "aarshjul", (HENDELSE,)),
    hva="Det som skjer i løpet av året, i ett administrativt og ett politisk spor.",
)
TEMAFIL: Filslag[Temafil] = Filslag(
    *("tema:Temafil", "tema", (TEMA,)),
    hva="Temaene som er særlig viktige, og hva som er ventet av lederne.",
)
SKJEMA: Filslag[Skjemafil] = Filslag(
    *("innmelding:Skjemafil", "skjema", (INNMELDING,)), hva="Det folk rapporterer i."
)
"""It comes from outside, so no data folder has one."""

FILER: tuple[Filslag[Any], ...]
FILER = (KOMMUNEFIL, KONTAKTFIL, MAALFIL, OPPDRAGSFIL, VEDTAKSFIL, AARSHJUL, TEMAFIL)
"""The kinds of files in a data folder, in the order that they are read and told of."""
SLAG: tuple[Slag[Any], ...] = tuple(
    en
    for fil in FILER
    for slag in fil.slag
    for en in (slag, *(del_ for del_ in (OPPGAVE,) if del_.del_av[-1] is slag))
)
"""The kinds of records in them; parts come after all that has some."""
LOKALE: tuple[Slag[Any], ...] = (INDIKATOR, INDIKATORDEL, MAALING)
"""Those that are known only within what they are a part of, and that nothing can refer to."""
MAAL: tuple[Slag[Maal], ...] = MAALFIL.slag
"""The levels of goals."""
OPPFULGTE: tuple[Slag[Oppfulgt], ...] = tuple(slag for slag in SLAG if slag.foelges_opp)
"""The kinds that are followed up."""

BESKREVET = {en.klassenavn: en for en in (*SLAG, *LOKALE, *FILER)}
BESKREVET["Deloppgave"] = OPPGAVE  # as the register gives one, with what it is a part of


def slag_av(klasse: type) -> Slag[Any] | None:
    """The kind that a class is of; None when it is only a part of one."""
    slag = BESKREVET.get(klasse.__name__)
    return slag if isinstance(slag, Slag) else None


def slag_til(post: object) -> Slag[Any]:
    """The kind of a record. Raises LookupError for what is none."""
    slag = slag_av(type(post))
    if slag is None:
        raise LookupError(type(post).__name__)
    return slag


def id_til(post: Any) -> str:
    """What a record is known by; empty when it is known by nothing."""
    slag = slag_av(type(post))
    return str(getattr(post, slag.noekkel if slag else "id", ""))


def tittel_til(post: Any) -> str:
    """What a record says that it is."""
    slag = slag_av(type(post))
    return str(getattr(post, slag.tittel if slag else "tittel", ""))
