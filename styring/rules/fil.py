"""What is found while the files are loaded, explained as the rules are."""

from __future__ import annotations

from styring.finding import Alvor
from styring.rules.regel import lastefeil

FIL001 = lastefeil(
    "FIL001",
    """Datamappen mangler en fil som må være der.

    En datamappe har alltid oppdrag.yaml, maal.yaml og kontakter.yaml, eller mapper med samme
    navn og flere filer. De andre filene er med når kommunen bruker dem.
    """,
)
FIL002 = lastefeil(
    "FIL002",
    """Filen kan ikke leses fra disken.

    Den finnes, men systemet slipper deg ikke til. Undersøk hvem som har lov til å lese den.
    """,
)
FIL003 = lastefeil(
    "FIL003",
    """I datamappen ligger det en YAML-fil som ikke blir lest.

    Ofte er navnet skrevet feil, eller filen ligger i en mappe med feil navn.
    """,
    Alvor.ADVARSEL,
)
FIL004 = lastefeil(
    "FIL004",
    """Regnearket kan ikke leses fra og med dette stedet.

    Et regneark med rapporter lagres som CSV, med tegnsettet UTF-8. Ofte er det et anførselstegn
    som åpnes og aldri lukkes, eller et usynlig tegn som har fulgt med da tekst ble limt inn.
    """,
)
FIL005 = lastefeil(
    "FIL005",
    """Rapporten kan ikke føres inn.

    Den gjelder noe eller en periode som ikke finnes, eller sier noe en oppgave ikke har felt for.
    Når mange rapporter leses fra et skjema, blir ingen ført inn før alle kan bli det.
    """,
)
FIL010 = lastefeil(
    "FIL010",
    """En endring ble avbrutt, og kan ikke fullføres uten at noen ser på den.

    Stanser maskinen midt i en endring, blir den fullført ved neste endring. Det skjer ikke når det
    som er lagret om den, er skadet, eller kan ha fulgt med datamappen fra andre. Til det er
    avklart, kan noe av endringen stå i filene og noe mangle.
    """,
)

FIL006 = lastefeil(
    "FIL006",
    """Det finnes allerede en annen rapport for perioden, og denne bygger ikke på den.

    Et ark kan være fylt ut før den andre rapporten kom. Derfor går det som er nyest i dataene,
    foran det som kommer i en fil, når de ikke sier det samme. En rad som bygger på rapporten som er
    der, viser det i kolonnen «rapportert»: dagen den rapporten er fra, slik den står i listen.
    Ellers bestemmer du: Slett raden, eller bruk --erstatt.
    """,
)
FIL007 = lastefeil(
    "FIL007",
    """En kolonne som ikke blir brukt, sier noe annet enn dataene.

    Fra et ark føres bare rapporten inn. Fristen, den ansvarlige og tittelen er med til hjelp for
    den som fyller ut, og en endring der ville ellers blitt borte i stillhet. Med --streng blir hele
    arket avvist.
    """,
    Alvor.ADVARSEL,
)

FIL011 = lastefeil(
    "FIL011",
    """Filen ser ut som en kopi som noen, eller en synkronisert mappe, har lagt igjen.

    Når to endrer den samme filen på hver sin maskin, lager OneDrive, Dropbox, Nextcloud og git en
    kopi med et lengre navn. Det gjør også den som kopierer filen der den er. Kopien blir lest som
    de andre, så det som står i begge, står der to ganger.
    """,
    Alvor.ADVARSEL,
)

FIL012 = lastefeil(
    "FIL012",
    """Ved siden av filen ligger det en kopi som noen, eller en synkronisert mappe, har lagt igjen.

    Når to endrer den samme filen på hver sin maskin, lager OneDrive, Dropbox og Nextcloud en kopi
    med et lengre navn. Det gjør også den som kopierer filen der den er. Utenfor en mappe med flere
    filer blir kopien ikke lest, så det som bare står der, er ikke med i noe av det som vises. Flytt
    det som er nytt i den, og slett den.
    """,
)

FIL013 = lastefeil(
    "FIL013",
    """Filen har så mange feil at ikke noe i den blir brukt.

    De første er vist hver for seg, og resten er talt. Ofte er det den samme feilen i hver
    oppføring, fordi filen er laget av et annet program eller et felt har fått feil navn.
    """,
)

FIL014 = lastefeil(
    "FIL014",
    """Tekst bak et # i et skjema blir ikke med.

    Med et mellomrom foran begynner # en merknad, og i andre felter enn «kommentar», «avvik» og
    «tiltak» er den ikke med i det som leses. «status: under arbeid # mangler to» ville ellers blitt
    «under arbeid» i stillhet. En merknad på en linje for seg selv får stå i fred.
    """,
)

YAML001 = lastefeil(
    "YAML001",
    """Filen følger ikke reglene for YAML fra og med dette stedet.

    Resten av filen kan ikke leses før det er rettet. Ofte er det et innrykk, et kolon eller et
    anførselstegn på denne linjen eller linjen over. Det som ulike programmer ville lest ulikt, blir
    heller ikke lest.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Plan: første del
                        ^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: "Plan: første del"
            sektor: SOS
    """,
)
YAML002 = lastefeil(
    "YAML002",
    """Filen er ikke lagret i UTF-8.

    Da blir æ, ø og å til noe annet. Velg UTF-8 der redigeringsprogrammet spør om koding eller
    tegnsett når filen lagres.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Sp\ufffdrre innbyggerne
                      ^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Spørre innbyggerne
            sektor: SOS
    """,
)
YAML003 = lastefeil(
    "YAML003",
    """Samme nøkkel er gitt to ganger.

    Noen programmer bruker den første, andre den siste. Her velger programmet ikke, men sier fra.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            tittel: Lage to planer
            ^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """,
)
YAML004 = lastefeil(
    "YAML004",
    """En henvisning i YAML (*navn) viser til noe som ikke finnes, til seg selv eller til for mye.

    «&navn» setter et merke på en verdi, og «*navn» gjentar den. Merket må stå først, og kan ikke
    brukes på nytt inni verdien. Henvisninger til henvisninger kan bli til milliarder av verdier,
    og blir derfor stanset.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delansvar: *andre
                       ^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delansvar: [TEK]
    """,
)
YAML005 = lastefeil(
    "YAML005",
    """Filen er for stor, et tall er for langt, eller lister ligger for dypt i hverandre.

    Grensene er 256 MiB for en fil, 64 siffer i et tall og 64 nivåer. De verner mot filer som er
    laget for å få maskinen til å stanse.

    Galt i oppdrag.yaml:

        aar: 20230000000000000000000000000000000000000000000000000000000000000
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        oppdrag: []

    Riktig i oppdrag.yaml:

        aar: 2023
        oppdrag: []
    """,
)
YAML006 = lastefeil(
    "YAML006",
    """Filen har mer enn ett dokument.

    En linje med «---» begynner et nytt dokument, og det som står etter den, blir ikke lest.

    Galt i oppdrag.yaml:

        aar: 2023
        oppdrag: []
        ---
        ^^^
        aar: 2024
        oppdrag: []

    Riktig i oppdrag.yaml:

        aar: 2023
        oppdrag: []
    """,
)
YAML007 = lastefeil(
    "YAML007",
    """Filen er tom, eller har bare kommentarer.

    En tom fil er gjerne en fil der innholdet er gått tapt. Derfor blir det sagt fra.

    Galt i oppdrag.yaml:

        # Oppdragene for 2023
        ^

    Riktig i oppdrag.yaml:

        # Oppdragene for 2023
        aar: 2023
        oppdrag: []
    """,
)
YAML008 = lastefeil(
    "YAML008",
    """En verdi har et merke (!navn) som ikke brukes her.

    I YAML kan et slikt merke få et program til å lage noe annet enn tekst. Det skjer ikke her:
    Det som leses, er data.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: !viktig Lage en plan
                    ^^^^^^^^^^^^^^^^^^^^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """,
)
YAML009 = lastefeil(
    "YAML009",
    """En nøkkel er en liste eller noe annet sammensatt.

    Nøkler er enkle ord. Feilen oppstår gjerne når tekst i klammer mangler anførselstegn.

    Galt i oppdrag.yaml:

        oppdrag:
          - [id]: SOS-2023-01
            ^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """,
)
