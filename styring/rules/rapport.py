"""Rules of reports: their period, day and sender, and what is done about avvik."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial

from styring.mente import ramse
from styring.register.innhold import Register
from styring.rules.gjennomgang import gjentatte, rapporter
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import OPPFULGTE
from styring.stand.runder import begynte


@regel("RAP001")
def to_for_samme_periode(register: Register, _: date) -> Iterator[Problem]:
    """Det er to rapporter for samme periode.

    Hver periode har én rapport, og den nyeste perioden gir status. Er det to, vet ingen hvilken
    som gjelder.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - {periode: 2023-T1, dato: 2023-05-02, status: utgaar}
              - {periode: 2023-T1, dato: 2023-05-05, status: utgaar, kommentar: Er vedtatt før.}
                          ^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - {periode: 2023-T1, dato: 2023-05-05, status: utgaar, kommentar: Er vedtatt før.}
    """
    for post in register.oppfulgte:
        for nummer, periode in gjentatte(rapport.periode for rapport in post.rapporter):
            melding = f"det er allerede en rapport for {periode}"
            raad = "Behold den som gjelder, og slett den andre."
            yield Problem(post, ("rapporter", nummer, "periode"), melding, raad)


@regel("RAP002")
def ukjent_periode(register: Register, _: date) -> Iterator[Problem]:
    """Rapporten gjelder en periode som ikke finnes.

    En periode skrives som år, bindestrek og kode, for eksempel 2023-T1. Kodene er T1, T2 og AAR
    når kommunen ikke har satt sine egne i kommune.yaml.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - {periode: T1-2023, dato: 2023-05-05, status: utgaar}
                          ^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - {periode: 2023-T1, dato: 2023-05-05, status: utgaar}
    """
    foerste_dag = _begynte(register)
    for post, rute, rapport in rapporter(register):
        if foerste_dag(rapport.periode) is None:
            melding = f"ukjent periode «{rapport.periode}»"
            former = [f"{rapport.dato.year}-{kode}" for kode in register.perioder]
            raad = f"Skriv år og kode: {ramse(former, 'eller')}."
            yield Problem(post, (*rute, "periode"), melding, raad)


@regel("RAP003")
def umulig_dato(register: Register, dag: date) -> Iterator[Problem]:
    """Rapporten er datert før perioden eller oppdragets år begynte, eller fram i tid.

    En rapport sier hvordan det står. Den kan ikke skrives før perioden den gjelder, har begynt,
    og ikke etter dagen i dag. Ofte er det årstallet eller perioden som er skrevet feil.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - {periode: 2023-T2, dato: 2022-09-01, status: utgaar}
                                         ^^^^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - {periode: 2023-T2, dato: 2023-09-01, status: utgaar}
    """
    foerste_dag = _begynte(register)
    for post, rute, rapport in rapporter(register):
        fra, aarene = foerste_dag(rapport.periode), register.aarene(post)
        if rapport.dato > dag:
            melding = f"{rapport.dato} er fram i tid"
        elif register.aar(post) and rapport.dato.year < aarene[0]:
            melding = f"{rapport.dato} er før {aarene[0]}, året oppdraget gjelder"
        elif fra is not None and rapport.dato < fra:
            melding = f"{rapport.dato} er før {rapport.periode} begynte ({fra})"
        else:
            continue
        raad = "Skriv dagen rapporten ble skrevet, eller rett perioden."
        yield Problem(post, (*rute, "dato"), melding, raad)


@regel("RAP004")
def avvik_uten_tiltak(register: Register, _: date) -> Iterator[Problem]:
    """Rapporten melder et avvik, men ikke hva som gjøres med det.

    Når det oppstår avvik, skal det settes i verk eller foreslås tiltak. Et avvik uten tiltak
    hjelper ingen.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: under_arbeid
                kommentar: Planen er ute på høring.
                forventet_ferdig: 2023-09
                avvik: Høringen er utsatt.
                       ^^^^^^^^^^^^^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: under_arbeid
                kommentar: Planen er ute på høring.
                forventet_ferdig: 2023-09
                avvik: Høringen er utsatt.
                tiltak: Vi legger planen ut i juni i stedet.
    """
    for post, rute, rapport in rapporter(register):
        if rapport.avvik and not rapport.tiltak:
            raad = "Skriv «tiltak: …» i samme rapport."
            yield Problem(post, (*rute, "avvik"), "avvik uten tiltak", raad)


@regel("RAP005")
def ukjent_avsender(register: Register, _: date) -> Iterator[Problem]:
    """Den som har rapportert, finnes ikke blant kontaktene.

    En rapport skal kunne følges tilbake til en person i kontakter.yaml.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - {periode: 2023-T1, dato: 2023-05-05, av: olla, status: utgaar}
                                                         ^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - {periode: 2023-T1, dato: 2023-05-05, av: ola, status: utgaar}
    """
    for slag in OPPFULGTE:
        yield from ukjente(register, slag, "rapporter.av")


def _begynte(register: Register) -> Callable[[str], date | None]:
    """A function that gives the first day of a period such as `2023-T1`; None when it is none."""
    return cache(partial(begynte, register))  # the same few are asked for again and again
