"""What each record, field and fixed word of the data is, in bokmål, for those who write the files.

The JSON Schemas say it in editors. Nothing here takes part in reading the data.
"""

from typing import NamedTuple


class Feltord(NamedTuple):
    """A field as people know it."""

    tittel: str
    hva: str
    """What to write there, in sentences."""
    viser_til: tuple[str, ...] = ()
    """The kinds of records that its ids are ids of, by name."""


GROV = "Så grov som kilden er: 2023-12-31, 2023-06, 2023-K4, 2023-T2, 2023-H1 eller 2023."

POSTER = {
    "Behandling": "Et møte vedtaket har vært oppe i. Det siste avgjør.",
    "Delegering": "Et ledd i kjeden: «av» gir oppfølgingen videre til «til».",
    "Direktoer": "En som er eller har vært direktør, og når.",
    "Opphav": "Hva arbeidet kommer av.",
    "Lukking": "Hvem som har lukket avviket, og når.",
    "Lenke": "Noe mer å lese, og hvor det står.",
    "Gyldighet": "Når det er en slik sektor.",
    "Maalvurdering": "Hvordan det går med delmålet i en rapporteringsrunde.",
    "Oppfoelging": "At vedtaket ikke trenger oppfølging. Ellers står det ikke noe her.",
    "Rapport": "Det den ansvarlige sier i en rapporteringsrunde. Den nyeste gir statusen.",
    "Tilbakemelding": "Svaret til dem som gjorde vedtaket.",
    "Unntatt": "Det som er unntatt offentlighet. Det blir aldri publisert.",
}
"""What each class of records is that is a part of others; of kinds, their descriptions say it."""

FELT = {
    "aar": Feltord("År", "Året oppdragene gjelder, med fire siffer."),
    "ansvar": Feltord("Ansvar", "Kodene til sektorene som har ansvar for delmålet.", ("sektor",)),
    "ansvarlig": Feltord("Ansvarlig", "Id-en til den som skal gjøre oppgaven.", ("kontakt",)),
    "arkivsak": Feltord("Arkivsak", "Nummeret på saken i sak- og arkivsystemet, som 2023/1234."),
    "arbeidsfelt": Feltord("Arbeidsfelt", "Det sektoren arbeider med."),
    "av": Feltord("Av", "Id-en til den som har rapportert.", ("kontakt",)),
    "avvik": Feltord("Avvik", "Det som ikke går som planlagt. Da skal det også stå et tiltak."),
    "behandlinger": Feltord(
        "Behandlinger", "Møtene vedtaket har vært oppe i, når det er flere. Det siste avgjør."
    ),
    "beskrivelse": Feltord("Beskrivelse", "Mer om oppdraget enn det er plass til i tittelen."),
    "dato": Feltord("Dato", "Dagen, som 2023-05-31."),
    "delansvar": Feltord(
        "Delansvar", "Andre sektorer og virksomheter som skal bidra.", ("sektor", "virksomhet")
    ),
    "delegering": Feltord(
        "Delegering", "Hvem det er gitt videre til. Det siste leddet har det nå."
    ),
    "deler": Feltord("Deler", "Det som måles hver for seg. Målet gjelder alle samlet."),
    "delmaal": Feltord("Delmål", "Delmålene under dette målet."),
    "direktoer": Feltord(
        "Direktør",
        "Id-en til den som har sektorens oppdrag til de er delegert, eller en liste med tid.",
        ("kontakt",),
    ),
    "egne": Feltord("Egne felt", "Kommunens egne felt. De får stå i fred."),
    "enhet": Feltord("Enhet", "Det tallene telles i, for eksempel prosent."),
    "epost": Feltord("E-post", "Adressen, som navn@kommune.no. Vises bare når noen ber om den."),
    "fn_maal": Feltord("FN-mål", "Numrene på FNs bærekraftsmål, 1 til 17."),
    "forventet": Feltord("Forventet", "Det som er ventet av lederne, en setning for hvert punkt."),
    "forventet_ferdig": Feltord("Forventet ferdig", f"Når arbeidet er forventet ferdig. {GROV}"),
    "forslagsstiller": Feltord("Forslagsstiller", "Hvem som foreslo det: partiet eller personen."),
    "fra": Feltord("Fra", f"Når arbeidet begynner. {GROV}"),
    "fra_sektor": Feltord("Flyttet fra", "Koden til sektoren som hadde det til da.", ("sektor",)),
    "frist": Feltord("Frist", f"Når det skal være ferdig. {GROV}"),
    "gjentas": Feltord("Gjentas", "Hvor ofte det kommer igjen, når det gjør det."),
    "gjentas_til": Feltord("Gjentas til", f"Når det ikke kommer igjen lenger. {GROV}"),
    "gjelder": Feltord("Gjelder", "Når det er en slik sektor, når den er ny eller nedlagt."),
    "hendelser": Feltord("Hendelser", "Det som skjer i året."),
    "hjemmel": Feltord("Hjemmel", "Loven og paragrafen det er unntatt etter: offl. § 15."),
    "hovedmaal": Feltord("Hovedmål", "Hovedmålene under satsingsområdet."),
    "id": Feltord("Id", "Det andre viser til. Endres aldri når den er tatt i bruk."),
    "indikatorer": Feltord("Indikatorer", "Det som måles for å se om delmålet er nådd."),
    "ingen": Feltord("Ingen", "Hvorfor det ikke trengs: «Til orientering»."),
    "kategori": Feltord("Kategori", "Hva slags hendelse det er. Kommunen velger ordene selv."),
    "kilde": Feltord("Kilde", "Hvor det er hentet fra."),
    "kode": Feltord("Kode", "Forkortelsen sektoren er kjent under. Andre viser til den."),
    "kommentar": Feltord("Kommentar", "Hvor saken står, kort og konsist: høyst 600 tegn."),
    "kommunedirektoer": Feltord("Kommunedirektør", "Navnet på kommunedirektøren."),
    "kommunenummer": Feltord("Kommunenummer", "Numrene kommunen har og har hatt."),
    "kontakt": Feltord("Kontakt", "Id-en til den det gjelder.", ("kontakt",)),
    "kontakter": Feltord("Kontakter", "Menneskene det kan vises til."),
    "lenker": Feltord("Lenker", "Det det er mer å lese om, og hvor: tittel og url."),
    "lenke": Feltord("Lenke", "Adressen til saken på nettet, som https://www.kommune.no/sak."),
    "loepende": Feltord(
        "Løpende", "Skriv true når det ikke har noen frist, men skal gjøres hele tiden."
    ),
    "maal": Feltord("Mål", "Tallet som skal nås, eller ett for hvert av flere år."),
    "maal_aar": Feltord("Målår", "Året målet skal være nådd, når det er ett tall."),
    "maal_tekst": Feltord("Mål i ord", "Det som skal nås, når et tall ikke sier det alene."),
    "maalinger": Feltord("Målinger", "Det som er målt."),
    "merknad": Feltord("Merknad", "Noe den som leser, bør vite."),
    "navn": Feltord("Navn", "Navnet, slik det skal stå i lister og dokumenter."),
    "nummer": Feltord("Nummer", "De fire sifrene, i anførselstegn."),
    "om": Feltord("Om", "Hva temaet går ut på, og hvorfor det er viktig."),
    "oppdrag": Feltord("Oppdrag", "Oppdragene for året."),
    "oppfoelging": Feltord(
        "Oppfølging", "Bare når det ikke trengs noen: «ingen: Til orientering»."
    ),
    "oppgaver": Feltord("Oppgaver", "Oppgavene det er delt opp i."),
    "opphav": Feltord(
        "Opphav", "Hva det kommer av: et tilsyn, en ROS-analyse, en øvelse, en plan."
    ),
    "organ": Feltord("Organ", "Hvem som gjorde vedtaket, for eksempel Kommunestyret."),
    "per": Feltord("Per", 'Dagen det rapporteres status for, i anførselstegn: "30.4.".'),
    "periode": Feltord("Periode", "År og periode, for eksempel 2023-T1."),
    "perioder": Feltord("Perioder", "Rapporteringsrundene i året, når de ikke er T1, T2 og AAR."),
    "punkt": Feltord("Punkt", "Nummeret på punktet i saken, eller det punktet heter."),
    "rapporter": Feltord("Rapporter", "Én for hver runde. Den nyeste gir statusen."),
    "retning": Feltord("Retning", "Hvilken vei tallene bør gå."),
    "rolle": Feltord("Rolle", "Hva organet gjorde: «innstilling», «vedtak»."),
    "sak": Feltord("Sak", "Id-en til saken det ble vedtatt i, når den står i filen.", ("sak",)),
    "saker": Feltord("Saker", "Sakene det er gjort vedtak i. Vedtakene viser til dem."),
    "saksnr": Feltord("Saksnummer", "Nummeret på saken, for eksempel 17/23."),
    "samlet": Feltord("Samlet", "Hvordan delene blir ett tall. Uten det blir de ikke lagt sammen."),
    "satsingsomraader": Feltord("Satsingsområder", "Satsingsområdene i kommuneplanen."),
    "sektor": Feltord("Sektor", "Koden til sektoren, fra kontakter.yaml.", ("sektor",)),
    "sektorer": Feltord("Sektorer", "Sektorene i kommunen."),
    "sentralt": Feltord("Sentralt", "Det som blir gjort fra sentralt hold."),
    "sluttet": Feltord("Sluttet", "Den siste dagen. Etter den kan personen ikke få noe nytt."),
    "spor": Feltord("Spor", "Hvem hendelsen hører til."),
    "status": Feltord("Status", "Hvordan det står."),
    "stilling": Feltord("Stilling", "Tittelen på stillingen."),
    "telefon": Feltord("Telefon", "Åtte siffer, som 000 00 000. Vises bare når noen ber om det."),
    "tekst": Feltord("Tekst", "Det som ble svart."),
    "tid": Feltord("Tid", f"Når det er. {GROV}"),
    "til": Feltord("Til", "Id-en til den som får oppfølgingen.", ("kontakt",)),
    "tilbakemelding": Feltord("Tilbakemelding", "Svaret til dem som gjorde vedtaket."),
    "tiltak": Feltord("Tiltak", "Det som blir gjort med avviket."),
    "tittel": Feltord("Tittel", "Det som står i lister og dokumenter."),
    "under_utvikling": Feltord("Under utvikling", "Tallene er ikke klare ennå: true."),
    "unntak": Feltord("Unntak", f"De gangene det ikke er likevel. {GROV}"),
    "unntatt": Feltord("Unntatt offentlighet", "Står det noe her, blir resten aldri publisert."),
    "vedtak": Feltord("Vedtak", "Vedtakene som skal følges opp."),
    "vedtakstyper": Feltord("Vedtakstyper", "Slag vedtak kommunen har, utover dem alle har."),
    "vedtakstekst": Feltord("Vedtakstekst", "Vedtaket, ord for ord."),
    "url": Feltord("Adresse", "Hele adressen: https://…, http://… eller mailto:…."),
    "verdi": Feltord("Verdi", "Tallet som ble målt, med punktum foran desimalene."),
    "verdier": Feltord("Verdier", "Verdiene kommunen arbeider etter."),
    "viderefoert_fra": Feltord(
        "Videreført fra", "Det første året oppdraget gjaldt. «styring nytt-aar» skriver det."
    ),
    "virksomhet": Feltord("Virksomhet", "Id-en til virksomheten.", ("virksomhet",)),
    "virksomheter": Feltord("Virksomheter", "Virksomhetene i sektoren."),
    "visjon": Feltord("Visjon", "Kommunens visjon."),
    "vurderinger": Feltord("Vurderinger", "Én for hver runde: hvordan det går med delmålet."),
    "vurdering": Feltord("Vurdering", "Hvordan den ansvarlige mener det går."),
    "Behandling.organ": Feltord("Organ", "Hvem som behandlet det, for eksempel Formannskapet."),
    "Delegering.av": Feltord("Av", "Id-en til den som gir oppfølgingen fra seg.", ("kontakt",)),
    "Maalvurdering.kommentar": Feltord("Kommentar", "Hvorfor det vurderes slik."),
    "Maalvurdering.vurdering": Feltord("Vurdering", "Hvordan det går med delmålet."),
    "Gyldighet.fra": Feltord("Fra", f"Det første sektoren er til. {GROV}"),
    "Gyldighet.til": Feltord("Til", f"Det siste. Etter det kan den ikke få noe nytt. {GROV}"),
    "Direktoer.fra": Feltord("Fra", "Den første dagen som direktør, som 2026-05-01."),
    "Direktoer.til": Feltord("Til", "Den siste dagen som direktør, som 2026-04-30."),
    "Lukking.av": Feltord("Av", "Den som lukket det, for eksempel Statsforvalteren."),
    "Lukking.dato": Feltord("Dato", "Dagen det ble lukket, som 2023-05-31."),
    "Opphav.hjemmel": Feltord("Hjemmel", "Loven og paragrafen som ikke ble fulgt."),
    "Opphav.lukket": Feltord(
        "Lukket", "Når den som førte tilsyn, sa at det var rettet: av og dato."
    ),
    "Opphav.ref": Feltord("Referanse", "Hvilket det er. Er det et vedtak, er det id-en."),
    "Opphav.type": Feltord("Type", "Hva slags det er."),
    "Rapport.dato": Feltord("Dato", "Dagen rapporten ble skrevet, som 2023-05-05."),
}
"""Fields by name, and by class and name where one of a part differs from others of its name."""

ORD = {
    "Gjentakelse": {
        "maaned": "Hver måned. Den siste dagen i en måned er den siste i alle.",
        "kvartal": "Hvert kvartal, regnet fra «tid».",
        "tertial": "Hvert tertial, regnet fra «tid».",
        "aar": "Hvert år.",
    },
    "Opphavstype": {
        "tilsyn": "Noen utenfra har sett etter om loven følges.",
        "revisjon": "Kommunens revisjon har sett etter.",
        "ros": "En risiko- og sårbarhetsanalyse.",
        "oevelse": "En øvelse viste at noe manglet.",
        "hendelse": "Noe som skjedde, viste at noe manglet.",
        "vedtak": "Et politisk vedtak. Referansen er id-en til vedtaket.",
        "plan": "En plan eller en strategi.",
        "budsjett": "Budsjettet eller økonomiplanen.",
        "lov": "En lov eller en forskrift.",
        "annet": "Noe annet.",
    },
    "Rapportstatus": {
        "ikke_startet": "Arbeidet er ikke begynt.",
        "under_arbeid": "Arbeidet er i gang.",
        "satt_paa_vent": "Arbeidet ligger stille til noe annet er på plass.",
        "ferdig": "Alt er gjort.",
        "utgaar": "Det skal ikke gjøres likevel.",
    },
    "Retning": {
        "opp": "Jo høyere tall, desto bedre.",
        "ned": "Jo lavere tall, desto bedre.",
        "observasjon": "Tallet følges med på. Ingen vei er bedre enn den andre.",
    },
    "Samling": {
        "sum": "Summen av delene.",
        "snitt": "Gjennomsnittet av delene, der hver teller like mye.",
    },
    "Spor": {
        "administrativ": "Det administrasjonen gjør.",
        "politisk": "Det de folkevalgte gjør.",
    },
    "Vurdering": {
        "groenn": "Grønn: Det går etter planen.",
        "gul": "Gul: Det er noe å følge med på.",
        "roed": "Rød: Målet eller fristen nås ikke uten tiltak.",
    },
}
"""The words of each enumeration, and what they mean."""
