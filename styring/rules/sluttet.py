"""Rules of those who have left: what they were given after it, and what they still have."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.mente import ramse
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel
from styring.slag import VIRKSOMHET
from styring.stand.stand import har_faatt
from styring.yamlfile.places import Route

_VIST = 5
"""How many of the things someone has are named."""


@regel("KON008")
def etter_at_de_sluttet(register: Register, _: date) -> Iterator[Problem]:
    """Noe er gitt til en person, eller rapportert av en, som hadde sluttet.

    Den som har sluttet, beholder det som er gjort, men kan ikke få noe nytt. Enten er det en annen
    som har det, eller så er en av dagene skrevet feil.

    Galt i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer:
              - {kontakt: kari, fra: 2025-05-01, til: 2025-06-30}
                                     ^^^^^^^^^^
              - {kontakt: ola, fra: 2025-07-01}
        kontakter:
          - {id: kari, navn: Kari Nordmann, sluttet: 2024-06-30}
          - {id: ola, navn: Ola Nordmann}

    Riktig i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer:
              - {kontakt: kari, fra: 2025-05-01, til: 2025-06-30}
              - {kontakt: ola, fra: 2025-07-01}
        kontakter:
          - {id: kari, navn: Kari Nordmann, sluttet: 2025-06-30}
          - {id: ola, navn: Ola Nordmann}
    """
    sluttet = {en.id: en.sluttet for en in register.kontakter if en.sluttet}
    if not sluttet:
        return
    for post, rute, id_, dag in _gitt(register):
        if id_ in sluttet and dag is not None and dag > sluttet[id_]:
            melding = f"{dag} er etter at «{id_}» sluttet ({sluttet[id_]})"
            raad = "Skriv hvem det var, eller rett dagen her eller «sluttet» i kontakter.yaml."
            yield Problem(post, rute, melding, raad)


def _gitt(register: Register) -> Iterator[tuple[object, Route, str | None, date | None]]:
    """What is given to people or told by them: in which record, at which day's route, to whom."""
    for sektor in register.sektorer:
        for nummer, en in enumerate(sektor.direktoer):
            yield sektor, ("direktoer", nummer, "fra"), en.kontakt, en.fra
    for post in register.oppfulgte:
        for nummer, ledd in enumerate(post.delegering):
            yield post, ("delegering", nummer, "dato"), ledd.til, ledd.dato
        for nummer, rapport in enumerate(post.rapporter):
            yield post, ("rapporter", nummer, "dato"), rapport.av, rapport.dato


@regel("KON009", Alvor.ADVARSEL)
def har_fortsatt_noe(register: Register, dag: date) -> Iterator[Problem]:
    """En som har sluttet, har fortsatt noe som ikke er ferdig, eller er fortsatt direktør.

    Ingen får purring om det, og ingen melder hvordan det går, før en annen har fått det. Alt kan
    gis videre i én endring med «styring oppdrag deleger --fra-person». Det en direktør har som
    ikke er delegert, går over av seg selv når en ny er ført opp.

    Galt i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn, direktoer: kari}
        kontakter:
          - {id: kari, navn: Kari Nordmann, sluttet: 2025-06-30}
                                                     ^^^^^^^^^^
          - {id: ola, navn: Ola Nordmann}

    Riktig i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer:
              - {kontakt: kari, til: 2025-06-30}
              - {kontakt: ola, fra: 2025-07-01}
        kontakter:
          - {id: kari, navn: Kari Nordmann, sluttet: 2025-06-30}
          - {id: ola, navn: Ola Nordmann}
    """
    for kontakt in register.kontakter:
        if not kontakt.har_sluttet(dag):
            continue
        for sektor in register.sektorer:
            if sektor.direktoer_paa(dag) == kontakt.id:
                melding = f"«{kontakt.id}» har sluttet, men er fortsatt direktør i {sektor.kode}"
                raad = f"Skriv «til: {kontakt.sluttet}» og den nye under «direktoer» i sektoren."
                yield Problem(kontakt, ("sluttet",), melding, raad)
        for enhet in register.poster(VIRKSOMHET):
            if enhet.leder == kontakt.id:
                melding = f"«{kontakt.id}» har sluttet, men er fortsatt leder av {enhet.id}"
                yield Problem(kontakt, ("sluttet",), melding, "Skriv den nye lederen.")
        poster, oppgaver = har_faatt(register, kontakt.id, dag)
        if ider := [en.id for en in (*poster, *oppgaver)]:
            har = ramse(ider, flest=_VIST)
            melding = f"«{kontakt.id}» har sluttet, men har fortsatt {har}"
            kommando = f"styring oppdrag deleger --fra-person {kontakt.id} --til KONTAKT"
            yield Problem(kontakt, ("sluttet",), melding, f"Gi alt videre med «{kommando}».")
