"""What is wrong with whole files and what is taken in, found while they are read."""

from styring.finding import Alvor
from styring.rules.regel import lastefeil


@lastefeil("FIL001")
def mangler() -> None:
    """Datamappen mangler en fil som må være der.

    En datamappe har alltid oppdrag.yaml, maal.yaml og kontakter.yaml, eller mapper med samme
    navn og flere filer. De andre filene er med når kommunen bruker dem.
    """


@lastefeil("FIL002")
def kan_ikke_leses() -> None:
    """Filen kan ikke leses fra disken.

    Den finnes, men systemet slipper deg ikke til. Undersøk hvem som har lov til å lese den.
    """


@lastefeil("FIL003", Alvor.ADVARSEL)
def blir_ikke_lest() -> None:
    """I datamappen ligger det en YAML-fil som ikke blir lest.

    Ofte er navnet skrevet feil, eller filen ligger i en mappe med feil navn.
    """


@lastefeil("FIL004")
def uleselig_regneark() -> None:
    """Regnearket kan ikke leses fra og med dette stedet.

    Et regneark med rapporter lagres som CSV, med tegnsettet UTF-8. Ofte er det et anførselstegn
    som åpnes og aldri lukkes, eller et usynlig tegn som har fulgt med da tekst ble limt inn.
    """


@lastefeil("FIL005")
def umulig_rapport() -> None:
    """Rapporten kan ikke føres inn.

    Den gjelder noe eller en periode som ikke finnes, eller sier noe en oppgave ikke har felt for.
    Når mange rapporter leses fra et skjema, blir ingen ført inn før alle kan bli det.
    """


@lastefeil("FIL006")
def motstridende_rapport() -> None:
    """Det finnes allerede en annen rapport for perioden, og denne bygger ikke på den.

    Et ark kan være fylt ut før den andre rapporten kom. Derfor går det som er nyest i dataene,
    foran det som kommer i en fil, når de ikke sier det samme. En rad som bygger på rapporten som er
    der, viser det i kolonnen «rapportert»: dagen den rapporten er fra, slik den står i listen.
    Ellers bestemmer du: Slett raden, eller bruk --erstatt.
    """


@lastefeil("FIL007", Alvor.ADVARSEL)
def kolonne_uten_virkning() -> None:
    """En kolonne som ikke blir brukt, sier noe annet enn dataene.

    Fra et ark føres bare rapporten inn. Fristen, den ansvarlige og tittelen er med til hjelp for
    den som fyller ut, og en endring der ville ellers blitt borte i stillhet. Med --streng blir hele
    arket avvist.
    """


@lastefeil("FIL010")
def avbrutt_endring() -> None:
    """En endring ble avbrutt, og kan ikke fullføres uten at noen ser på den.

    Stanser maskinen midt i en endring, blir den fullført ved neste endring. Det skjer ikke når det
    som er lagret om den, er skadet, eller kan ha fulgt med datamappen fra andre. Til det er
    avklart, kan noe av endringen stå i filene og noe mangle.
    """


@lastefeil("FIL011", Alvor.ADVARSEL)
def kopi_som_leses() -> None:
    """Filen ser ut som en kopi som noen, eller en synkronisert mappe, har lagt igjen.

    Når to endrer den samme filen på hver sin maskin, lager OneDrive, Dropbox, Nextcloud og git en
    kopi med et lengre navn. Det gjør også den som kopierer filen der den er. Kopien blir lest som
    de andre, så det som står i begge, står der to ganger.
    """


@lastefeil("FIL012")
def kopi_som_ikke_leses() -> None:
    """Ved siden av filen ligger det en kopi som noen, eller en synkronisert mappe, har lagt igjen.

    Når to endrer den samme filen på hver sin maskin, lager OneDrive, Dropbox og Nextcloud en kopi
    med et lengre navn. Det gjør også den som kopierer filen der den er. Utenfor en mappe med flere
    filer blir kopien ikke lest, så det som bare står der, er ikke med i noe av det som vises. Flytt
    det som er nytt i den, og slett den.
    """


@lastefeil("FIL013")
def for_mange_feil() -> None:
    """Filen har så mange feil at ikke noe i den blir brukt.

    De første er vist hver for seg, og resten er talt. Ofte er det den samme feilen i hver
    oppføring, fordi filen er laget av et annet program eller et felt har fått feil navn.
    """


@lastefeil("FIL014")
def merknad_i_skjema() -> None:
    """Tekst bak et # i et skjema blir ikke med.

    Med et mellomrom foran begynner # en merknad, og i andre felter enn «kommentar», «avvik» og
    «tiltak» er den ikke med i det som leses. «status: under arbeid # mangler to» ville ellers blitt
    «under arbeid» i stillhet. En merknad på en linje for seg selv får stå i fred.
    """
