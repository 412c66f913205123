"""Options and arguments that several commands take."""

from __future__ import annotations

from typing import Annotated

import typer

from styring.cli import fullfoering, utgang

Format = Annotated[
    str, utgang.format_("tabell, json, csv, yaml eller markdown", fullfoering.formater)
]
Kalenderformat = Annotated[
    str,
    utgang.format_(
        "tabell, json, csv, yaml, markdown eller ics (kalenderfil)", fullfoering.kalenderformater
    ),
]
Purreformat = Annotated[
    str,
    utgang.format_(
        "tabell, json, csv, yaml, markdown eller epost (utkast i filer)", fullfoering.purreformater
    ),
]
ArkFormat = Annotated[str, utgang.format_("tabell, json eller yaml", fullfoering.arkformater)]
Dokumentformat = Annotated[
    str, utgang.format_("markdown, html eller pdf", fullfoering.dokumentformater)
]
Ut = Annotated[str | None, utgang.ut()]
Kolonner = Annotated[
    str | None,
    typer.Option(
        "--kolonner",
        "-k",
        metavar="KOLONNE,…",
        help="Hvilke kolonner, med komma imellom. Egne felt heter «egne.navn».",
    ),
]
Sorter = Annotated[
    str | None,
    typer.Option(
        "--sorter",
        metavar="KOLONNE,…",
        help="Sorter etter kolonner. Med minus foran, «--sorter=-id», kommer det siste først.",
    ),
]
Periode = Annotated[
    str | None,
    typer.Option(
        metavar="PERIODE",
        help="T1, 2023-T1 … Ellers den siste som er kommet.",
        autocompletion=fullfoering.perioder,
    ),
]
Sektorer = Annotated[
    list[str] | None,
    typer.Option(
        "--sektor",
        "-s",
        metavar="KODE",
        help="Bare denne sektoren. Kan gjentas.",
        autocompletion=fullfoering.sektorer,
    ),
]
Statuser = Annotated[
    list[str] | None,
    typer.Option(
        metavar="STATUS",
        help="Bare denne statusen, for eksempel «under arbeid». Kan gjentas.",
        autocompletion=fullfoering.statuser,
    ),
]
Ansvarlige = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KONTAKT",
        help="Bare dem denne personen har nå. Kan gjentas.",
        autocompletion=fullfoering.kontakter,
    ),
]
BareDelansvar = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KODE",
        help="Bare dem denne sektoren har delansvar for. Kan gjentas.",
        autocompletion=fullfoering.sektorer,
    ),
]
BareAar = Annotated[
    str | None,
    typer.Option(
        "--aar",
        metavar="ÅR",
        help="Bare oppdrag for dette året, de som er videreført til eller fra det også.",
        autocompletion=fullfoering.oppdragsaar,
    ),
]
Forfalt = Annotated[
    bool, typer.Option("--forfalt", help="Bare dem der fristen er ute og noe gjenstår.")
]
Forsinket = Annotated[
    bool, typer.Option("--forsinket", help="Bare dem som er forventet ferdig etter fristen.")
]
FristInnen = Annotated[
    str | None,
    typer.Option(metavar="NÅR", help="Bare dem med frist til og med 30.06.2023, juni 2023, T2 …"),
]
UtenRapport = Annotated[
    bool, typer.Option("--uten-rapport", help="Bare dem som mangler rapport for den siste runden.")
]
Soek = Annotated[
    list[str] | None,
    typer.Option(
        "--sok",
        "--søk",
        metavar="TEKST",
        help="Bare dem der teksten står. Gjentas den, må alle stå der.",
    ),
]
Tittel = Annotated[str | None, typer.Option(metavar="TEKST", help="Tittelen.")]
Beskrivelse = Annotated[str | None, typer.Option(metavar="TEKST", help="Hva det går ut på.")]
Aar = Annotated[
    str | None,
    typer.Option(
        metavar="ÅÅÅÅ",
        help="Året. Ellers det nyeste som har oppdrag i dag (eller på --dato).",
        autocompletion=fullfoering.oppdragsaar,
    ),
]
EnSektor = Annotated[
    str,
    typer.Option(
        "--sektor",
        "-s",
        metavar="KODE",
        help="Sektoren det gjelder.",
        autocompletion=fullfoering.sektorer,
    ),
]
Frist = Annotated[
    str | None,
    typer.Option(metavar="NÅR", help="30.06.2023, juni 2023, 2. kvartal 2023, T1 eller 2023."),
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
        metavar="KONTAKT", help="Hvem som har oppgaven.", autocompletion=fullfoering.mottakere
    ),
]
Kilde = Annotated[str | None, typer.Option(metavar="TEKST", help="Hvor det er hentet fra.")]
Ider = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="Ett eller flere. En id kan forkortes: «sos-1», «v-2».",
        autocompletion=fullfoering.av_slaget,
    ),
]
EnId = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="Hvilket det gjelder. En id kan forkortes: «sos-1», «v-2».",
        autocompletion=fullfoering.av_slaget,
    ),
]
Fjern = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FELT",
        help="Ta bort det som står i et felt, for eksempel «frist». Kan gjentas.",
    ),
]
FjernKobling = Annotated[bool, typer.Option("--fjern", help="Fjern knytningen i stedet.")]
Diff = Annotated[
    bool, typer.Option("--diff", help="Vis hva som ville blitt endret, uten å endre noe.")
]
