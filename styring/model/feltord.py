"""What each record, field and fixed word of the data is, in bokmål, for those who write the files.

The JSON Schemas say it in editors. Nothing here takes part in reading the data.
"""

from __future__ import annotations

from typing import NamedTuple


class Felt(NamedTuple):
    """A field as people know it."""

    tittel: str
    hva: str
    """What to write there, in sentences."""
    viser_til: str | None = None
    """What its ids are ids of: sektor, kontakt or delmaal."""


_GROV = "Så grov som kilden er: 2023-12-31, 2023-06, 2023-K4, 2023-T2 eller 2023."

POSTER = {
    "Aarshjul": "Det som skjer i løpet av året, i ett administrativt og ett politisk spor.",
    "Delegering": "Et ledd i kjeden: «av» gir oppfølgingen videre til «til».",
    "Delmaal": "Et mål som sektorer har ansvar for, og som oppdrag bidrar til.",
    "Direktoer": "En som er eller har vært direktør, og når.",
    "Hendelse": "Noe som skjer i året, på en dag eller i et tidsrom.",
    "Hovedmaal": "Et hovedmål i kommuneplanen, med delmålene under.",
    "Indikator": "Noe som måles igjen og igjen, for å se om delmålet er nådd.",
    "Kommune": "Det som gjelder hele kommunen.",
    "Kommunenummer": "Et nummer kommunen har eller har hatt, og årene det gjelder.",
    "Kontakt": "En person som kan ha et oppdrag.",
    "Kontaktfil": "Sektorene i kommunen, og menneskene i dem.",
    "Maaling": "Ett tall, og tiden det gjelder.",
    "Maalfil": "Målene i kommuneplanen: satsingsområder, hovedmål og delmål.",
    "Oppfoelging": "At vedtaket ikke trenger oppfølging. Ellers står det ikke noe her.",
    "Oppdrag": "Et oppdrag for året, delegert til én sektor.",
    "Oppdragsfil": "Kommunedirektørens oppdrag for ett år.",
    "Oppgave": "En oppgave som oppdraget eller vedtaket er delt opp i.",
    "Periode": "En rapporteringsrunde i året.",
    "Rapport": "Det den ansvarlige sier i en rapporteringsrunde. Den nyeste gir statusen.",
    "Satsingsomraade": "Et satsingsområde i kommuneplanen, med hovedmål eller delmål under.",
    "Sektor": "En del av kommunen som oppdrag blir delegert til.",
    "Tilbakemelding": "Svaret til dem som gjorde vedtaket.",
    "Unntatt": "Det som er unntatt offentlighet. Det blir aldri publisert.",
    "Vedtak": "Et politisk vedtak som administrasjonen skal følge opp.",
    "Vedtaksfil": "Politiske vedtak og verbalvedtak som skal følges opp.",
}
"""What each class of records is."""

FELT = {
    "aar": Felt("År", "Året oppdragene gjelder, med fire siffer."),
    "ansvar": Felt("Ansvar", "Kodene til sektorene som har ansvar for delmålet.", "sektor"),
    "ansvarlig": Felt("Ansvarlig", "Id-en til den som skal gjøre oppgaven.", "kontakt"),
    "arbeidsfelt": Felt("Arbeidsfelt", "Det sektoren arbeider med."),
    "av": Felt("Av", "Id-en til den som har rapportert.", "kontakt"),
    "avvik": Felt("Avvik", "Det som ikke går som planlagt. Da skal det også stå et tiltak."),
    "beskrivelse": Felt("Beskrivelse", "Mer om oppdraget enn det er plass til i tittelen."),
    "dato": Felt("Dato", "Dagen, som 2023-05-31."),
    "delansvar": Felt("Delansvar", "Kodene til andre sektorer som skal bidra.", "sektor"),
    "delegering": Felt("Delegering", "Hvem det er gitt videre til. Det siste leddet har det nå."),
    "delmaal": Felt("Delmål", "Delmålene under dette målet."),
    "direktoer": Felt(
        "Direktør",
        "Id-en til den som har sektorens oppdrag til de er delegert, eller en liste med tid.",
        "kontakt",
    ),
    "egne": Felt("Egne felt", "Kommunens egne felt. De får stå i fred."),
    "enhet": Felt("Enhet", "Det tallene telles i, for eksempel prosent."),
    "epost": Felt("E-post", "Adressen, som navn@kommune.no. Vises bare når noen ber om den."),
    "fn_maal": Felt("FN-mål", "Numrene på FNs bærekraftsmål, 1 til 17."),
    "forventet_ferdig": Felt("Forventet ferdig", f"Når arbeidet er forventet ferdig. {_GROV}"),
    "fra": Felt("Fra", "Det første året nummeret gjelder."),
    "frist": Felt("Frist", f"Når det skal være ferdig. {_GROV}"),
    "hendelser": Felt("Hendelser", "Det som skjer i året."),
    "hjemmel": Felt("Hjemmel", "Loven og paragrafen det er unntatt etter: offl. § 15."),
    "hovedmaal": Felt("Hovedmål", "Hovedmålene under satsingsområdet."),
    "id": Felt("Id", "Det andre viser til. Endres aldri når den er tatt i bruk."),
    "indikatorer": Felt("Indikatorer", "Det som måles for å se om delmålet er nådd."),
    "ingen": Felt("Ingen", "Hvorfor det ikke trengs: «Til orientering»."),
    "kategori": Felt("Kategori", "Hva slags hendelse det er. Kommunen velger ordene selv."),
    "kilde": Felt("Kilde", "Hvor det er hentet fra."),
    "kode": Felt("Kode", "Forkortelsen sektoren er kjent under. Andre viser til den."),
    "kommentar": Felt("Kommentar", "Hvor saken står, kort og konsist: høyst 600 tegn."),
    "kommunedirektoer": Felt("Kommunedirektør", "Navnet på kommunedirektøren."),
    "kommunenummer": Felt("Kommunenummer", "Numrene kommunen har og har hatt."),
    "kontakt": Felt("Kontakt", "Id-en til den det gjelder.", "kontakt"),
    "kontakter": Felt("Kontakter", "Menneskene det kan vises til."),
    "maal": Felt("Mål", "Tallet som skal nås."),
    "maal_aar": Felt("Målår", "Året målet skal være nådd."),
    "maalinger": Felt("Målinger", "Det som er målt."),
    "merknad": Felt("Merknad", "Noe den som leser, bør vite."),
    "navn": Felt("Navn", "Navnet, slik det skal stå i lister og dokumenter."),
    "nummer": Felt("Nummer", "De fire sifrene, i anførselstegn."),
    "oppdrag": Felt("Oppdrag", "Oppdragene for året."),
    "oppfoelging": Felt("Oppfølging", "Bare når det ikke trengs noen: «ingen: Til orientering»."),
    "oppgaver": Felt("Oppgaver", "Oppgavene det er delt opp i."),
    "organ": Felt("Organ", "Hvem som gjorde vedtaket, for eksempel Kommunestyret."),
    "per": Felt("Per", 'Dagen det rapporteres status for, i anførselstegn: "30.4.".'),
    "periode": Felt("Periode", "År og periode, for eksempel 2023-T1."),
    "perioder": Felt("Perioder", "Rapporteringsrundene i året, når de ikke er T1, T2 og AAR."),
    "rapporter": Felt("Rapporter", "Én for hver runde. Den nyeste gir statusen."),
    "retning": Felt("Retning", "Hvilken vei tallene bør gå."),
    "saksnr": Felt("Saksnummer", "Nummeret på saken, for eksempel 17/23."),
    "satsingsomraader": Felt("Satsingsområder", "Satsingsområdene i kommuneplanen."),
    "sektor": Felt("Sektor", "Koden til sektoren, fra kontakter.yaml.", "sektor"),
    "sektorer": Felt("Sektorer", "Sektorene i kommunen."),
    "sluttet": Felt("Sluttet", "Den siste dagen. Etter den kan personen ikke få noe nytt."),
    "spor": Felt("Spor", "Hvem hendelsen hører til."),
    "status": Felt("Status", "Hvordan det står."),
    "stilling": Felt("Stilling", "Tittelen på stillingen."),
    "telefon": Felt("Telefon", "Åtte siffer, som 000 00 000. Vises bare når noen ber om det."),
    "tekst": Felt("Tekst", "Det som ble svart."),
    "tid": Felt("Tid", f"Når det er. {_GROV}"),
    "til": Felt("Til", "Id-en til den som får oppfølgingen.", "kontakt"),
    "tilbakemelding": Felt("Tilbakemelding", "Svaret til dem som gjorde vedtaket."),
    "tiltak": Felt("Tiltak", "Det som blir gjort med avviket."),
    "tittel": Felt("Tittel", "Det som står i lister og dokumenter."),
    "type": Felt("Type", "Hva slags vedtak det er."),
    "unntatt": Felt("Unntatt offentlighet", "Står det noe her, blir resten aldri publisert."),
    "vedtak": Felt("Vedtak", "Vedtakene som skal følges opp."),
    "vedtakstekst": Felt("Vedtakstekst", "Vedtaket, ord for ord."),
    "verdi": Felt("Verdi", "Tallet som ble målt, med punktum foran desimalene."),
    "verdier": Felt("Verdier", "Verdiene kommunen arbeider etter."),
    "viderefoert_fra": Felt(
        "Videreført fra", "Det første året oppdraget gjaldt. «styring nytt-aar» skriver det."
    ),
    "visjon": Felt("Visjon", "Kommunens visjon."),
    "vurdering": Felt("Vurdering", "Hvordan den ansvarlige mener det går."),
    "Delegering.av": Felt("Av", "Id-en til den som gir oppfølgingen fra seg.", "kontakt"),
    "Direktoer.fra": Felt("Fra", "Den første dagen som direktør, som 2026-05-01."),
    "Direktoer.til": Felt("Til", "Den siste dagen som direktør, som 2026-04-30."),
    "Hendelse.til": Felt("Til", f"Når det slutter, når det varer. {_GROV}"),
    "Kommunenummer.til": Felt("Til", "Det siste året nummeret gjelder."),
    "Kontakt.id": Felt("Id", "Det som står foran @ i e-postadressen."),
    "Kontakt.sektor": Felt("Sektor", "Koden til sektoren personen er i.", "sektor"),
    "Oppdrag.delmaal": Felt("Delmål", "Id-ene til delmålene det bidrar til.", "delmaal"),
    "Oppdrag.id": Felt("Id", "Helst sektor, år og nummer: SOS-2023-01. Endres aldri."),
    "Oppdrag.sektor": Felt("Sektor", "Koden til sektoren det er delegert til.", "sektor"),
    "Oppgave.id": Felt("Id", "Oppdragets id og noe mer, helst et nummer: SOS-2023-01.1."),
    "Periode.frist": Felt("Frist", 'Dagen rapportene skal være inne, i anførselstegn: "12.5.".'),
    "Periode.kode": Felt("Kode", "Det perioden heter etter årstallet: T1 i 2023-T1."),
    "Rapport.dato": Felt("Dato", "Dagen rapporten ble skrevet, som 2023-05-05."),
    "Vedtak.dato": Felt("Dato", "Dagen vedtaket ble gjort, som 2023-05-31."),
    "Vedtak.oppdrag": Felt("Oppdrag", "Id-ene til oppdragene som følger det opp."),
    "Vedtak.sektor": Felt("Sektor", "Koden til sektoren som følger det opp.", "sektor"),
}
"""Fields by name, and by class and name where one differs from the others of its name."""

ORD = {
    "Rapportstatus": {
        "ikke_startet": "Arbeidet er ikke begynt.",
        "under_arbeid": "Arbeidet er i gang.",
        "satt_paa_vent": "Arbeidet ligger stille til noe annet er på plass.",
        "ferdig": "Alt er gjort.",
        "utgaar": "Det skal ikke gjøres likevel.",
    },
    "Retning": {"opp": "Jo høyere tall, desto bedre.", "ned": "Jo lavere tall, desto bedre."},
    "Spor": {
        "administrativ": "Det administrasjonen gjør.",
        "politisk": "Det de folkevalgte gjør.",
    },
    "Vedtakstype": {
        "politisk": "Gjort i en sak som administrasjonen la fram.",
        "verbal": "Fremmet i møtet. Skal meldes tilbake før det er ferdig.",
    },
    "Vurdering": {
        "groenn": "Grønn: Det går etter planen.",
        "gul": "Gul: Det er noe å følge med på.",
        "roed": "Rød: Målet eller fristen nås ikke uten tiltak.",
    },
}
"""The words of each enumeration, and what they mean."""


def felt(klasse: str, navn: str) -> Felt:
    """What a field of a class of records is. Raises KeyError when it is not said."""
    return FELT.get(f"{klasse}.{navn}") or FELT[navn]
