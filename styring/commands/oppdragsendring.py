"""`styring oppdrag`: add, change, delegate, break down, link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from styring.commands import fullfoering, valg
from styring.commands.endring import utfoer
from styring.commands.norsk import kommando, ny_app
from styring.commands.omgivelse import omgivelse
from styring.errors import BrokenData, WrongUse
from styring.mente import flat, mente

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.register.innhold import Register

app = ny_app()

Tittel = Annotated[str | None, typer.Option(metavar="TEKST", help="Tittelen.")]
Beskrivelse = Annotated[str | None, typer.Option(metavar="TEKST", help="Hva oppdraget går ut på.")]
Frist = Annotated[
    str | None,
    typer.Option(metavar="NÅR", help="2023-06-30, 2023-06, 2023-K2, 2023-T1 eller 2023."),
]
Delansvar = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KODE",
        help="En sektor som deler ansvaret. Kan gjentas.",
        autocompletion=fullfoering.sektorer,
    ),
]
Delmaal = Annotated[
    list[str] | None,
    typer.Option(
        "--delmaal",
        metavar="ID",
        help="Et delmål oppdraget bidrar til. Kan gjentas.",
        autocompletion=fullfoering.maal,
    ),
]
Ansvarlig = Annotated[
    str | None,
    typer.Option(
        metavar="KONTAKT", help="Hvem som har oppgaven.", autocompletion=fullfoering.kontakter
    ),
]
Kilde = Annotated[str | None, typer.Option(metavar="TEKST", help="Hvor oppdraget er hentet fra.")]
Ider = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="Ett eller flere oppdrag. Kan forkortes: «sos-1».",
        autocompletion=fullfoering.oppdrag,
    ),
]
EnId = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="Oppdraget. Kan forkortes: «sos-1».",
        autocompletion=fullfoering.oppdrag,
    ),
]


@kommando(app, "ny")
def ny(
    ctx: typer.Context,
    tittel: Annotated[str, typer.Argument(metavar="TITTEL", help="Hva som skal gjøres.")],
    sektor: Annotated[
        str,
        typer.Option(
            "--sektor",
            "-s",
            metavar="KODE",
            help="Sektoren det delegeres til.",
            autocompletion=fullfoering.sektorer,
        ),
    ],
    beskrivelse: Beskrivelse = None,
    delmaal: Delmaal = None,
    delansvar: Delansvar = None,
    frist: Frist = None,
    kilde: Kilde = None,
    aar: Annotated[
        str | None,
        typer.Option("--aar", metavar="ÅR", help="Året det gis for. Ellers det nyeste som er der."),
    ] = None,
    diff: valg.Diff = False,
) -> None:
    """Før opp et nytt oppdrag, med neste ledige nummer i sektoren."""

    def handling(register: Register) -> Handling:
        from styring.actions.oppdrag import ny

        if not register.er_lest("oppdrag"):
            melding = "neste ledige nummer er ukjent, for en fil med oppdrag kan ikke leses"
            raise BrokenData(melding, funn=register.feil_i("oppdrag"))
        felt = {
            "tittel": valg.tekst("tittelen", tittel),
            "beskrivelse": valg.tekst("--beskrivelse", beskrivelse),
            "delmaal": tuple(
                dict.fromkeys(valg.delmaal(register, id_).id for id_ in delmaal or ())
            ),
            "delansvar": valg.flere_sektorkoder(register, delansvar),
            "frist": valg.frist("--frist", frist),
            "kilde": valg.tekst("--kilde", kilde),
        }
        return ny(register, valg.sektor(register, sektor), felt, valg.aarstall("--aar", aar))

    utfoer(omgivelse(ctx), handling, diff=diff)


@kommando(app, "endre")
def endre(
    ctx: typer.Context,
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Et oppdrag eller en oppgave. Kan forkortes: «sos-1», «sos-1.2».",
            autocompletion=fullfoering.oppdrag_og_oppgaver,
        ),
    ],
    tittel: Tittel = None,
    beskrivelse: Beskrivelse = None,
    sektor: Annotated[
        str | None,
        typer.Option(
            metavar="KODE",
            help="Sektoren oppdraget er delegert til.",
            autocompletion=fullfoering.sektorer,
        ),
    ] = None,
    delansvar: Delansvar = None,
    frist: Frist = None,
    kilde: Kilde = None,
    ansvarlig: Ansvarlig = None,
    merknad: Annotated[
        str | None, typer.Option(metavar="TEKST", help="En merknad til oppgaven.")
    ] = None,
    fjern: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FELT",
            help="Ta bort det som står i et felt, for eksempel «frist». Kan gjentas.",
        ),
    ] = None,
    diff: valg.Diff = False,
) -> None:
    """Endre felt i et oppdrag eller en oppgave."""

    def handling(register: Register) -> Handling:
        from styring.actions.oppdrag import endre

        gitt: dict[str, Any] = {
            "tittel": valg.tekst("--tittel", tittel),
            "beskrivelse": valg.tekst("--beskrivelse", beskrivelse),
            "sektor": None if sektor is None else valg.sektorkode(register, sektor),
            "delansvar": valg.flere_sektorkoder(register, delansvar) or None,
            "frist": valg.frist("--frist", frist),
            "kilde": valg.tekst("--kilde", kilde),
            "ansvarlig": None if ansvarlig is None else valg.kontakt(register, ansvarlig).id,
            "merknad": valg.tekst("--merknad", merknad),
        }
        felt = {navn: verdi for navn, verdi in gitt.items() if verdi is not None}
        if not felt and not fjern:
            raad = "Gi den nye verdien, for eksempel --frist 2023-12-31, eller bruk --fjern."
            raise WrongUse("det står ikke hva som skal endres", raad)
        fjernes = list(map(_felt, fjern or ()))
        if begge := ", ".join(f"«{navn}»" for navn in fjernes if navn in felt):
            raise WrongUse(f"{begge} er både gitt og fjernet", "Velg det ene.")
        return endre(valg.oppdrag_eller_oppgave(register, id_), felt, fjernes)

    utfoer(omgivelse(ctx), handling, diff=diff)


@kommando(app, "deleger")
def deleger(
    ctx: typer.Context,
    ider: Ider,
    til: Annotated[
        str,
        typer.Option(
            metavar="KONTAKT", help="Hvem som får det.", autocompletion=fullfoering.kontakter
        ),
    ],
    av: Annotated[
        str | None,
        typer.Option(
            metavar="KONTAKT",
            help="Hvem som gir det fra seg. Ellers den som har det.",
            autocompletion=fullfoering.kontakter,
        ),
    ] = None,
    merknad: Annotated[str | None, typer.Option(metavar="TEKST", help="Hva som er avtalt.")] = None,
    diff: valg.Diff = False,
) -> None:
    """Gi oppfølgingen av oppdrag videre til en annen.

    Det er den som har oppdraget, som gir det videre, til en som står i kontakter.yaml. Dagen er
    dagen i dag, eller den du gir med --dato.
    """
    om = omgivelse(ctx)

    def handling(register: Register) -> Handling:
        from styring.actions.delegering import deleger
        from styring.actions.handling import samlet

        mottaker = valg.kontakt(register, til)
        giver = None if av is None else valg.kontakt(register, av)
        avtalt = valg.tekst("--merknad", merknad)
        return samlet(
            deleger(register, oppdrag, mottaker, om.dag, av=giver, merknad=avtalt)
            for oppdrag in valg.flere_oppdrag(register, ider)
        )

    utfoer(om, handling, diff=diff)


@kommando(app, "del-opp")
def del_opp(
    ctx: typer.Context,
    id_: EnId,
    titler: Annotated[
        list[str], typer.Argument(metavar="TITTEL...", help="En oppgave for hver tittel.")
    ],
    ansvarlig: Ansvarlig = None,
    frist: Frist = None,
    diff: valg.Diff = False,
) -> None:
    """Del et oppdrag opp i oppgaver."""

    def handling(register: Register) -> Handling:
        from styring.actions.oppdrag import del_opp

        felt = {
            "ansvarlig": None if ansvarlig is None else valg.kontakt(register, ansvarlig).id,
            "frist": valg.frist("--frist", frist),
        }
        rene = [valg.tekst("tittelen", tittel) or "" for tittel in titler]
        return del_opp(valg.oppdrag(register, id_), rene, felt)

    utfoer(omgivelse(ctx), handling, diff=diff)


@kommando(app, "knytt")
def knytt(
    ctx: typer.Context,
    ider: Ider,
    delmaal: Annotated[
        list[str],
        typer.Option(
            "--delmaal",
            metavar="ID",
            help="Delmålet. Kan gjentas.",
            autocompletion=fullfoering.maal,
        ),
    ],
    fjern: Annotated[bool, typer.Option("--fjern", help="Ta koblingen bort i stedet.")] = False,
    diff: valg.Diff = False,
) -> None:
    """Knytt oppdrag til delmålene de bidrar til."""

    def handling(register: Register) -> Handling:
        from styring.actions.handling import samlet
        from styring.actions.oppdrag import knytt, loesne

        poster = valg.flere_oppdrag(register, ider)
        if fjern:
            return samlet(loesne(oppdrag, delmaal) for oppdrag in poster)
        maalene = [valg.delmaal(register, id_) for id_ in delmaal]
        return samlet(knytt(oppdrag, maalene) for oppdrag in poster)

    utfoer(omgivelse(ctx), handling, diff=diff)


def _felt(ord_: str) -> str:
    """A field as it is written in the files, however people spell it."""
    from styring.model.oppdrag import Oppdrag, Oppgave

    finnes = list(dict.fromkeys((*Oppdrag.__dataclass_fields__, *Oppgave.__dataclass_fields__)))
    for navn in finnes:
        if flat(navn) == flat(ord_):
            return navn
    raise WrongUse(f"det er ikke noe felt «{ord_}»", mente(ord_, finnes, "Feltene er"))
