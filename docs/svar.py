"""What the answers in JSON hold that no data file does, in bokmål."""

from collections.abc import Mapping
from typing import NamedTuple

from styring.model.aarshjul import Hendelse
from styring.model.indikator import Indikator
from styring.model.kontakt import Kontakt, Sektor
from styring.model.maal import Delmaal, Hovedmaal, Satsingsomraade
from styring.model.oppdrag import Oppdrag
from styring.model.vedtak import Sak, Vedtak


class Svar(NamedTuple):
    """What a command answers.

    The words are by path: `gjennom[].id` is below the list `gjennom`. A path that ends with `?` is
    null when there is nothing to say.
    """

    kommando: str
    """The command, as its heading is."""
    proev: str
    """The command that is run to see what comes."""
    ord: Mapping[str, str]
    klasse: type | None = None
    """The record that each is, with all its fields."""
    uten: tuple[str, ...] = ()
    """The fields of the record that are left out."""
    poster: Mapping[str, type] = {}
    """The records below some paths, of whose own fields nothing is said here."""
    hva: str = ""
    """What is shown, when the command can show several kinds of things."""
    foerst: tuple[str, ...] = ()
    """The commands that change the data before it is run, when it needs that."""

    @property
    def ordene(self) -> dict[str, str]:
        """The words by path alone."""
        return {sti.rstrip("?"): hva for sti, hva in self.ord.items()}

    def klassen(self, sti: str) -> type | None:
        """The record that is below a path, where that is known."""
        return self.poster.get(sti) if sti else self.klasse


_STAND = {
    "status": "Hvordan det står etter rapportene. ikke_rapportert når ingen er kommet.",
    "ansvarlig?": "Id-en til den som har det på dagen.",
    "forfalt": "Fristen er ute, og det er ikke avsluttet.",
    "forsinket": "Det er forventet ferdig etter fristen.",
    "mangler_rapport": "Det er ikke rapportert for den siste runden.",
}
_OPPDRAG = {"aar": "Året det er gitt for.", **_STAND}
_VEDTAK = {
    "organ?": "Organet som avgjorde det: etter den siste behandlingen, vedtaket selv eller saken.",
    "dato?": "Dagen det ble avgjort, på samme måte.",
    "saksnr?": "Saksnummeret der det ble avgjort, på samme måte.",
    **_STAND,
    "gjennom": "Oppdragene det følges opp gjennom, når det ikke har egen oppfølging.",
    "gjennom[].id": "Id-en til oppdraget.",
    "gjennom[].status": "Hvordan oppdraget står.",
}
_INDIKATOR = {
    "indikatorer": "Indikatorene, med det som er regnet ut for hver.",
    "indikatorer[].nyeste?": "Den siste målingen.",
    "indikatorer[].forrige?": "Målingen før den.",
    "indikatorer[].endring?": "Hvor mye tallet har endret seg siden forrige måling.",
    "indikatorer[].stigning?": "Hvor mye tallet stiger i året, etter alle målingene.",
    "indikatorer[].rett_vei?": "Endringen går den veien den skal.",
    "indikatorer[].naadd?": "Den siste målingen når målet.",
}
_ARBEIDER = {"oppdrag": "Id-ene til oppdragene som bidrar til målet."}
_HENDELSE = {
    "foerste_dag": "Den første dagen det kan være.",
    "siste_dag": "Den siste dagen det kan være.",
}
_TALL = {
    "oppdrag": "Hvor mange oppdrag. Er det ingen, heter feltet vedtak, og tallene gjelder dem.",
    "ikke_rapportert": "Hvor mange det ikke er rapportert om.",
    "ikke_startet": "Hvor mange som ikke er startet.",
    "under_arbeid": "Hvor mange som er under arbeid.",
    "satt_paa_vent": "Hvor mange som er satt på vent.",
    "ferdig": "Hvor mange som er ferdige.",
    "utgaar": "Hvor mange som utgår.",
    "forfalt": "Hvor mange som har passert fristen uten å være avsluttet.",
    "forsinket": "Hvor mange som er forventet ferdig etter fristen.",
    "mangler_rapport": "Hvor mange som mangler rapport for den siste runden.",
    "framdrift?": "Ferdige i prosent av dem som ikke utgår.",
}
_NAVN = {"navn?": "Navnet på det raden gjelder."}

_ETTER = {"sektor?": "Sektoren. Med --etter heter feltet satsingsomraade eller ansvarlig."}

SVAR = (
    Svar("oppdrag list", "oppdrag list", _OPPDRAG, Oppdrag),
    Svar("oppdrag vis", "oppdrag vis HEL-2025-02", _OPPDRAG, Oppdrag),
    Svar(
        "maal list",
        "maal list",
        {
            **_INDIKATOR,
            "hovedmaal?": "Id-en til hovedmålet over.",
            "omraade": "Id-en til satsingsområdet over.",
            **_ARBEIDER,
        },
        Delmaal,
        poster={"indikatorer[].": Indikator},
    ),
    Svar("maal tre", "maal tre", {}, Satsingsomraade),
    Svar(
        "maal vis",
        "maal vis TO1.1",
        {**_INDIKATOR, **_ARBEIDER},
        Delmaal,
        poster={"indikatorer[].": Indikator},
        hva="et delmål",
    ),
    Svar("maal vis", "maal vis TO1", _ARBEIDER, Hovedmaal, hva="et hovedmål"),
    Svar("maal vis", "maal vis TO", _ARBEIDER, Satsingsomraade, hva="et satsingsområde"),
    Svar("kontakt list", "kontakt list", {}, Kontakt, uten=("telefon", "epost")),
    Svar(
        "kontakt vis",
        "kontakt vis leyskr",
        {
            "oppdrag": "Id-ene til oppdragene personen har.",
            "vedtak": "Id-ene til vedtakene personen har.",
        },
        Kontakt,
        hva="en person",
    ),
    Svar(
        "kontakt vis",
        "kontakt vis HEL",
        {
            "direktoer?": "Id-en til den som er direktør på dagen.",
            "direktoerer": "De som er og har vært direktør, og når.",
            "kontakter": "Id-ene til dem som er i sektoren, og ikke har sluttet.",
            "oppdrag": "Id-ene til oppdragene som er delegert til sektoren.",
        },
        Sektor,
        hva="en sektor",
    ),
    Svar("vedtak list", "vedtak list", _VEDTAK, Vedtak),
    Svar("vedtak vis", "vedtak vis V-2024-01 V-2025-06", _VEDTAK, Vedtak),
    Svar(
        "vedtak restanse",
        "vedtak restanse --dato 2026-12-31",
        {**_VEDTAK, "hvorfor": "Hvorfor det står igjen, i ord."},
        Vedtak,
    ),
    Svar("sak list", "sak list", {}, Sak),
    Svar("sak vis", "sak vis HOP-2025", {}, Sak),
    Svar("aarshjul list", "aarshjul list", _HENDELSE, Hendelse),
    Svar(
        "aarshjul vis",
        "aarshjul vis",
        {
            "aar": "Året.",
            "maaneder": "De tolv månedene.",
            "maaneder[].maaned": "År og måned.",
            "maaneder[].administrativ": "Id-ene til det administrative i måneden.",
            "maaneder[].politisk": "Id-ene til det politiske i måneden.",
            "hendelser": "Hendelsene, som i aarshjul list.",
        },
    ),
    Svar("status", "status", {**_ETTER, **_NAVN, **_TALL}),
    Svar(
        "status --hvorfor",
        "status --hvorfor",
        {
            **_ETTER,
            **_NAVN,
            **dict.fromkeys(_TALL, "Oppdragene bak tallet, med id, tittel og hvorfor."),
            "oppdrag": _TALL["oppdrag"],
            "framdrift?": _TALL["framdrift?"],
            "hvorfor": "Hvordan prosenten er regnet ut.",
        },
    ),
    Svar(
        "status --siden",
        "status --siden 2025-T1",
        {
            "id": "Id-en.",
            "slag": "oppdrag eller vedtak.",
            "tittel": "Tittelen.",
            "sektor?": "Koden til sektoren.",
            "ansvarlig?": _STAND["ansvarlig?"],
            "foer?": "Rapporten som gjaldt da, med feltene i en rapport.",
            "naa?": "Rapporten som gjelder nå.",
            "status_foer": "Statusen da.",
            "status": "Statusen nå.",
            "dager": "Hvor mange dager senere det er forventet ferdig. Under null: tidligere.",
        },
    ),
    Svar(
        "rapport mangler",
        "rapport mangler",
        {
            "ansvarlig?": "Id-en til den som skal rapportere.",
            "navn?": "Navnet.",
            "epost?": "E-postadressen.",
            "id": "Id-en til det som mangler rapport.",
            "tittel": "Tittelen.",
            "slag": "oppdrag, vedtak eller oppgave.",
            "hoerer_til?": "For en oppgave: det den er en del av.",
            "sektor?": "Koden til sektoren.",
            "mangler?": "Perioden det mangler rapport for. For en oppgave: status.",
            "per?": "Dagen det skal rapporteres status for.",
            "rapportfrist?": "Den siste dagen å rapportere.",
            "rapportfrist_ute": "Den dagen er passert.",
            "fra?": "Når arbeidet begynner.",
            "frist?": "Fristen for arbeidet.",
            "loepende": "Det har ingen frist.",
            "status?": "Hvordan det står etter rapportene. null for en oppgave.",
            "siste_rapport?": "Den nyeste rapporten, med feltene i en rapport.",
        },
    ),
    Svar(
        "roedtraad",
        "roedtraad",
        {
            "visjon?": "Kommunens visjon.",
            "satsingsomraader": "Målene som i maal tre. Hvert delmål har oppdrag og vedtak, og"
            " hvert oppdrag sine vedtak.",
            "oppdrag": "Oppdragene som ikke er knyttet til noe delmål, som i oppdrag list.",
            "vedtak": "Vedtakene som ikke er knyttet til noe delmål, som i vedtak list.",
        },
    ),
    Svar(
        "roedtraad --hull",
        "roedtraad --hull",
        {
            "hull": "Hva slags hull det er, for eksempel oppdrag_uten_delmaal.",
            "id": "Id-en til det som har hullet.",
            "tittel": "Tittelen.",
            "hvem": "Hvem som kan rette det.",
            "rettes_med": "Kommandoen som retter det.",
        },
    ),
    Svar(
        "roedtraad --matrise",
        "roedtraad --matrise",
        {
            "id?": "Id-en til delmålet. null er oppdragene uten delmål.",
            "tittel?": "Tittelen.",
            "ansvar": "Sektorene som har ansvar for det.",
            "sektorer": "Hvor mange oppdrag hver sektor har for det.",
            "mangler": "Sektorene som har ansvar, men ingen oppdrag.",
            "alle": "Hvor mange oppdrag i alt.",
        },
    ),
    Svar(
        "valider",
        "valider --alle",
        {
            "kode": "Koden til regelen.",
            "alvor": "feil, advarsel eller merknad.",
            "melding": "Hva som er galt.",
            "raad?": "Hva du kan gjøre.",
            "fil": "Filen, fra mappen du står i.",
            "linje": "Linjen, talt fra 1.",
            "kolonne": "Tegnet på linjen, talt fra 1.",
            "lengde": "Hvor mange tegn det gjelder.",
        },
    ),
    Svar(
        "logg",
        "logg",
        {
            "nr": "Nummeret på endringen. Det høyeste er den nyeste.",
            "tid": "Når den ble gjort, med tidssone.",
            "kommando": "Ordene i kommandoen, uten styring.",
            "ider": "Id-ene til det som ble endret.",
            "felt": "Feltene som ble endret.",
            "filer": "Filene som ble endret, fra datamappen.",
            "angrer?": "Nummeret på endringen som denne angret.",
            "angret": "Endringen er angret siden.",
        },
        foerst=("oppdrag deleger KUL-2025-04 --til marpaa", "angre"),
    ),
)
